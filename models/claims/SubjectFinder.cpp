// SPDX-License-Identifier: GPL-3.0-or-later
#include "SubjectFinder.h"

#include <algorithm>

namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;
using Kind = FoundSubject::Kind;

constexpr std::size_t kReach = 6; //!< words between a preposition and its name
constexpr std::size_t kBracketReach = 3;
constexpr Roles kVerbs = Role::Verb | Role::VerbBase | Role::ValueVerb | Role::LevelVerb | Role::OtherVerb;
constexpr Roles kNominal = Role::Share | Role::Company | Role::IndexNoun | Role::CurrencyNoun;
constexpr Roles kDays = Role::Weekday | Role::Month | Role::DayShift | Role::DayBefore | Role::SpanWeek
                        | Role::SpanMonth | Role::SpanYear;
constexpr Roles kPrepositions = Role::Preposition | Role::ReasonPreposition | Role::Speaker;
//! Nouns that hand their number on to the name behind them: "Aktie von X", "Rückgang des X".
constexpr Roles kHeads = kNominal | Role::Noun | Role::ValueNoun | Role::Group;
//! Words that may stand in a clause without being its subject.
constexpr Roles kExplained = kVerbs | kPrepositions | Role::Noun | Role::Adverb | Role::Sign | Role::Hedge | Role::By
                             | Role::To | Role::At | Role::From | Role::Of | Role::Between | Role::RangeTo | Role::And
                             | Role::Or | Role::Subordinator | Role::Contrast | Role::Relative | Role::Percent
                             | Role::Points | Role::Currency | Role::Scale | Role::BadUnit | Role::Month | Role::Weekday
                             | Role::DayShift | Role::DayBefore | Role::SpanWeek | Role::SpanMonth | Role::SpanYear
                             | Role::SpanDays | Role::SpanIn | Role::Together | Role::OtherSpan | Role::Since
                             | Role::Intraday | Role::Article | Role::Filler | Role::ValueNoun | Role::Possessive
                             | Role::Particle | Role::Respectively | Role::Last | Role::Next;

} // namespace

SubjectFinder::SubjectFinder(std::span<const Token> tokens, const std::vector<Quantity> &quantities, QStringView text,
                             const LexiconData &lexicon)
    : m_tokens(tokens), m_text(text), m_lexicon(lexicon), m_inQuantity(tokens.size(), false)
{
    for (const Quantity &quantity : quantities) {
        for (std::size_t i = quantity.number; i < quantity.last; ++i)
            m_inQuantity[i] = true;
    }
}

Subject SubjectFinder::subject(const Token &token) const
{
    const news::Mention &mention = *token.mention;
    const QString text = mention.name.isEmpty() ? m_text.sliced(mention.start, mention.length).toString()
                                                : mention.name;
    return {mention.instrumentId, mention.symbol, text};
}

Subject SubjectFinder::unknown(std::size_t firstToken, std::size_t lastToken) const
{
    const qsizetype start = m_tokens[firstToken].span.start;
    return {0, {}, m_text.sliced(start, m_tokens[lastToken].span.end - start).toString()};
}

bool SubjectFinder::isUnknownCapital(std::size_t token) const
{
    const Token &word = m_tokens[token];
    return word.kind == TokenKind::Word && word.isCapital && !word.entry
           && !m_lexicon.tailOf(m_text.sliced(word.span.start, word.span.end - word.span.start));
}

//! What the noun before "von" or "des" makes of the name behind it.
SubjectFinder::Part SubjectFinder::partBehindOf(const Clause &clause, std::size_t ofPlace) const
{
    for (std::size_t back = 1; back <= 2 && back <= ofPlace; ++back) {
        const Token &head = at(clause, ofPlace - back);
        if (m_inQuantity[clause.tokens[ofPlace - back]]) // "a drop of 3% in Nvidia", but not "3 % von Nvidia"
            return Part::Oblique;
        if (head.isAny(kHeads) && !head.is(Role::NoClaimNoun))
            return Part::Subject;
        if (head.kind != TokenKind::Word || head.isAny(kVerbs))
            return Part::Oblique;
    }
    return Part::Oblique;
}

//! The part that the name at `place` plays, from the words before it.
SubjectFinder::Part SubjectFinder::partOf(const Clause &clause, std::size_t place) const
{
    const Token &name = at(clause, place);
    if (name.mention->isAside || !isOwner(clause, place))
        return Part::Aside;
    const bool isBeforeVerb = m_lexicon.subjectBeforeVerb && place + 1 < clause.tokens.size()
                              && at(clause, place + 1).isAny(kVerbs);
    for (std::size_t back = 1; back <= kReach && back <= place; ++back) {
        const std::size_t before = place - back;
        const Token &token = at(clause, before);
        if (isBeforeVerb && back > 1 && token.isAny(kPrepositions)) // "By mid-afternoon Nvidia had ..."
            return Part::Subject;
        const bool isGap = clause.tokens[before] + 1 != clause.tokens[before + 1] && !at(clause, before + 1).isHyphened;
        if (token.kind != TokenKind::Word || m_inQuantity[clause.tokens[before]] || isGap)
            return Part::Subject;
        if (token.isAny(kVerbs) && !token.isAny(kPrepositions))
            return Part::Subject;
        if (token.is(Role::Of))
            return partBehindOf(clause, before) == Part::Subject ? Part::Subject
                   : token.is(Role::ImpersonalPreposition)       ? Part::Impersonal
                                                                 : Part::Oblique;
        if (token.is(Role::ImpersonalPreposition))
            return Part::Impersonal;
        if (token.isAny(kPrepositions) && !token.isAny(Role::Hedge | Role::Particle))
            return Part::Oblique;
        if (token.isAny(Role::And | Role::Subordinator | Role::Contrast | Role::DayBefore | Role::Weekday
                        | Role::Filler))
            return Part::Subject;
    }
    return Part::Subject;
}

//! False for "Nvidia's revenue": what the name owns is not its price.
bool SubjectFinder::isOwner(const Clause &clause, std::size_t place) const
{
    const Token &name = at(clause, place);
    if (place + 1 >= clause.tokens.size() || clause.tokens[place + 1] != clause.tokens[place] + 1)
        return true;
    for (std::size_t next = place + 1; next < clause.tokens.size() && next <= place + 3; ++next) {
        const Token &token = at(clause, next);
        if (token.isHyphened && next == place + 1)
            return token.isAny(kNominal | Role::Group);
        const bool isNounNext = token.isCapital || !m_lexicon.nounsAreCapital;
        if (!name.isPossessive || (next == place + 1 && !isNounNext))
            return !(token.isAny(Role::NoClaimNoun) && !token.isAny(kVerbs) && next == place + 1);
        if (token.isAny(kNominal | Role::ValueNoun | Role::Noun | Role::Group))
            return !token.is(Role::NoClaimNoun);
        // a genitive is only told from a name that ends in s by the noun behind it
        if (token.kind != TokenKind::Word || token.isAny(kVerbs | Role::Filler | Role::By | Role::Weekday))
            return true;
    }
    return !name.isPossessive;
}

//! Nothing but the marks and words of a list between two names.
bool SubjectFinder::isLinked(const Clause &clause, std::size_t from, std::size_t to) const
{
    bool hasLink = false;
    for (std::size_t i = clause.tokens[from] + 1; i < clause.tokens[to]; ++i) {
        const Token &token = m_tokens[i];
        const bool isInClause = std::ranges::binary_search(clause.tokens, i);
        if (token.isMark(u',') || token.isMark(u'&') || token.isMark(u'/') || token.is(Role::And))
            hasLink = true;
        else if (isInClause && !token.isAny(Role::Article | kNominal | Role::Filler) && !isQuote(token.mark)
                 && !(token.kind == TokenKind::Word && !token.entry))
            return false;
    }
    return hasLink;
}

std::vector<SubjectFinder::Group> SubjectFinder::groups(const Clause &clause) const
{
    std::vector<Group> result;
    for (std::size_t place = 0; place < clause.tokens.size(); ++place) {
        const Token &token = at(clause, place);
        if (token.kind != TokenKind::Mention)
            continue;
        const bool isAside = token.mention->isAside || !isOwner(clause, place);
        if (!isAside && !result.empty() && result.back().part != Part::Aside
            && isLinked(clause, result.back().last, place)) {
            result.back().last = place;
            result.back().subjects.push_back(subject(token));
            continue;
        }
        result.push_back({place, place, isAside ? Part::Aside : partOf(clause, place), {subject(token)}});
    }
    return result;
}

//! The last one before `place`, else the first one behind it.
const SubjectFinder::Group *SubjectFinder::nearest(const std::vector<Group> &all, Part part, std::size_t place) const
{
    const Group *behind = nullptr;
    for (auto group = all.rbegin(); group != all.rend(); ++group) {
        if (group->part != part)
            continue;
        if (group->last < place)
            return &*group;
        behind = &*group;
    }
    return behind;
}

FoundSubject SubjectFinder::subjectOf(const Clause &clause, const Quantity &quantity,
                                      std::optional<std::size_t> direction) const
{
    const std::vector<Group> all = groups(clause);
    const std::size_t place = clause.placeOf(quantity.number);
    if (const Group *group = nearest(all, Part::Subject, place))
        return {Kind::Named, group->subjects, {}};
    FoundSubject own = ownWords(clause, quantity, direction);
    if (own.kind != Kind::Nothing)
        return own;
    if (const Group *group = nearest(all, Part::Impersonal, place))
        return {Kind::Named, group->subjects, {}};
    return own;
}

FoundSubject SubjectFinder::ownerOf(const Clause &clause, const Quantity &quantity) const
{
    const std::vector<Group> all = groups(clause);
    const std::size_t place = clause.placeOf(quantity.number);
    for (std::size_t i = 0; i < clause.tokens.size(); ++i) {
        // "... of Nvidia's market value"
        if (at(clause, i).isPossessive && i + 1 < clause.tokens.size() && at(clause, i + 1).is(Role::ValueNoun)
            && at(clause, i).kind == TokenKind::Mention)
            return {Kind::Named, {subject(at(clause, i))}, {}};
    }
    if (const Group *group = nearest(all, Part::Subject, place))
        return {Kind::Named, group->subjects, {}};
    FoundSubject own = ownWords(clause, quantity, std::nullopt);
    if (own.kind == Kind::Known || own.kind == Kind::Nobody)
        return own;
    for (const Part part : {Part::Oblique, Part::Impersonal}) {
        if (const Group *group = nearest(all, part, place))
            return {Kind::Named, group->subjects, {}};
    }
    return own;
}

//! Behind a preposition, with nothing but the words of one noun phrase between.
bool SubjectFinder::isGoverned(const Clause &clause, std::size_t place) const
{
    bool isBehindArticle = false;
    for (std::size_t i = place; i-- > 0;) {
        const Token &token = at(clause, i);
        if (token.kind == TokenKind::Mention)
            continue;
        if (token.kind != TokenKind::Word)
            return false;
        if (token.isAny(kPrepositions | Role::SpanIn | Role::Of) && !token.is(Role::Verb))
            return true;
        if (token.isAny(kVerbs | Role::And) || m_inQuantity[clause.tokens[i]])
            return false;
        if (token.isAny(kDays) && !isPossessiveDay(token)) // "On Monday the stock ..."
            return false;
        if (isBehindArticle && !token.is(Role::Filler)) // another noun phrase: governed when this one is
            return !token.isAny(Role::Subordinator | Role::Contrast) && token.isCapital && isGoverned(clause, i);
        isBehindArticle = token.isAny(Role::Article | Role::Possessive);
    }
    return false;
}

//! "Monday's" belongs to what follows.
bool SubjectFinder::isPossessiveDay(const Token &day) const
{
    const QStringView word = m_text.sliced(day.span.start, day.span.end - day.span.start);
    return day.isPossessive || word.endsWith(u"'s") || word.endsWith(u"\u2019s");
}

//! "of it", but not "By midnight it ...".
bool SubjectFinder::isBehindPreposition(const Clause &clause, std::size_t place) const
{
    return place > 0 && at(clause, place - 1).isAny(kPrepositions | Role::SpanIn | Role::Of)
           && !at(clause, place - 1).is(Role::Verb);
}

//! A word that may be the subject: in German any capital word, in other languages any unknown word before the verb.
bool SubjectFinder::isNoun(const Clause &clause, std::size_t place, std::size_t limit) const
{
    const Token &token = at(clause, place);
    if (token.kind != TokenKind::Word || m_inQuantity[clause.tokens[place]])
        return false;
    if (token.is(Role::NoClaimNoun))
        return true;
    // "Mini-Verlust"
    const bool isPartOfMove = place + 1 < clause.tokens.size() && at(clause, place + 1).isHyphened
                              && at(clause, place + 1).is(Role::Noun);
    if (isPartOfMove)
        return false;
    if (token.isAny(kExplained) || token.isAny(kNominal | Role::Group | Role::Pronoun))
        return false;
    return m_lexicon.nounsAreCapital ? token.isCapital : place < limit;
}

//! "das Papier", "its shares", "Chipwerte", "Aktien von Foobar"; nothing when the noun at `place` is not the subject.
std::optional<FoundSubject> SubjectFinder::shareNoun(const Clause &clause, std::size_t place) const
{
    const Token &noun = at(clause, place);
    if (!noun.isAny(kNominal | Role::Group) || isGoverned(clause, place))
        return std::nullopt;
    if (const auto name = nameAround(clause, place))
        return FoundSubject{Kind::Named, {*name}, {}};
    const bool isFirst = place == 0;
    const bool isBehindArticle = place > 0 && at(clause, place - 1).isAny(Role::Article | Role::Possessive);
    // "software shares": of many companies; "a gauge of manufacturing": of something not known
    const bool isOfMany = m_lexicon.subjectBeforeVerb && noun.is(Role::Share) && place > 0
                          && at(clause, place - 1).kind == TokenKind::Word && !at(clause, place - 1).entry;
    if (isOfMany)
        return FoundSubject{Kind::Nobody, {}, {}};
    bool hasArticle = isBehindArticle && !at(clause, place - 1).is(Role::Number);
    for (std::size_t back = 1; back <= 3 && back <= place && !hasArticle; ++back) {
        const Token &token = at(clause, place - back);
        if (token.kind != TokenKind::Word || token.isAny(kVerbs))
            break;
        hasArticle = token.isAny(Role::Article | Role::Possessive);
        if (token.is(Role::Article) && token.is(Role::Number) && !noun.is(Role::Group))
            return FoundSubject{Kind::Other, {}, {}};
    }
    // "der Nvidia-Zulieferer", "der Zulieferer Foobar": one that the program does not know
    const bool isOneOfThem = (noun.isHyphened && place > 0 && at(clause, place - 1).kind == TokenKind::Mention)
                             || (place + 1 < clause.tokens.size() && isUnknownCapital(clause.tokens[place + 1]));
    if (noun.is(Role::Group) && !noun.isAny(kNominal) && isOneOfThem)
        return FoundSubject{Kind::Other, {}, {}};
    if (noun.is(Role::Group) && !(noun.isAny(kNominal) && (isBehindArticle || isFirst)))
        return FoundSubject{Kind::Nobody, {}, {}};
    if (hasArticle || isFirst || noun.is(Role::Share))
        return FoundSubject{Kind::Known, {}, noun.entry->roles};
    return std::nullopt;
}

//! "Foobar-Aktie", "Aktien von Foobar", "Foobar shares", "Foobar AG".
std::optional<Subject> SubjectFinder::nameAround(const Clause &clause, std::size_t place) const
{
    const std::size_t token = clause.tokens[place];
    const Token &noun = m_tokens[token];
    if (!noun.isAny(Role::Share | Role::Group))
        return std::nullopt;
    if (place > 0 && isUnknownCapital(token - 1) && (noun.isHyphened || !m_lexicon.nounsAreCapital)
        && clause.tokens[place - 1] == token - 1 && (noun.isHyphened || (token > 1 && !noun.is(Role::Group))))
        return unknown(token - 1, token - 1);
    if (place + 2 < clause.tokens.size() && m_tokens[token + 1].is(Role::Of) && isUnknownCapital(token + 2)) {
        // "der Kurs des Maschinenbauers": what kind of company it is, no name
        const bool isCommonNoun = m_lexicon.nounsAreCapital && m_tokens[token + 1].is(Role::Article)
                                  && !(token + 3 < m_tokens.size() && m_tokens[token + 3].is(Role::FirmSuffix));
        if (isCommonNoun)
            return std::nullopt;
        std::size_t last = token + 2;
        while (last + 1 < m_tokens.size() && (isUnknownCapital(last + 1) || m_tokens[last + 1].is(Role::FirmSuffix)))
            ++last;
        return unknown(token + 2, last);
    }
    return std::nullopt;
}

//! The pronoun at `place`: what was named last, but in "it was Foobar's turn" the name behind it.
FoundSubject SubjectFinder::itself(const Clause &clause, std::size_t place) const
{
    const bool isCleft = place + 2 < clause.tokens.size() && at(clause, place + 1).is(Role::OtherVerb)
                         && at(clause, place + 2).kind == TokenKind::Mention;
    if (!isCleft)
        return {Kind::Known, {}, {}};
    const bool isOfOther = std::ranges::any_of(clause.tokens,
                                               [&](std::size_t i) { return m_tokens[i].is(Role::NoClaimNoun); });
    return isOfOther ? FoundSubject{Kind::Other, {}, {}} : FoundSubject{Kind::Named, {subject(at(clause, place + 2))}, {}};
}

//! The subject of a clause without a name.
FoundSubject SubjectFinder::ownWords(const Clause &clause, const Quantity &quantity,
                                     std::optional<std::size_t> direction) const
{
    const std::size_t number = clause.placeOf(quantity.first);
    std::size_t limit = number;
    for (std::size_t i = 0; i < number; ++i) {
        if (at(clause, i).isAny(kVerbs) && i > 0)
            limit = std::min(limit, i);
    }
    if (direction && *direction < quantity.first)
        limit = std::min(limit, clause.placeOf(*direction));
    std::optional<FoundSubject> found;
    for (std::size_t i = 0; i < clause.tokens.size(); ++i) {
        const bool isBehind = i >= number;
        if (isBehind && (!m_lexicon.nounsAreCapital || found))
            break;
        if (!m_lexicon.nounsAreCapital && i > limit)
            break;
        if (m_inQuantity[clause.tokens[i]])
            continue;
        if (const auto share = shareNoun(clause, i)) {
            found = share;
            if (share->kind != Kind::Known)
                return *share;
        } else if (at(clause, i).is(Role::Pronoun) && !isBehindPreposition(clause, i) && !found && i <= limit + 2) {
            found = itself(clause, i);
        } else if ((!isBehind || number == 0) && isNoun(clause, i, limit) && !isGoverned(clause, i) && !found) {
            const bool isFirm = i + 1 < clause.tokens.size() && at(clause, i + 1).is(Role::FirmSuffix)
                                && isUnknownCapital(clause.tokens[i]);
            if (isFirm)
                return {Kind::Named, {unknown(clause.tokens[i], clause.tokens[i])}, {}};
            found = FoundSubject{Kind::Other, {}, {}};
        }
        if (found && found->kind == Kind::Other && i >= limit)
            break;
    }
    return found.value_or(FoundSubject{});
}

FoundSubject SubjectFinder::subjectBefore(std::size_t anchor) const
{
    for (std::size_t back = 0; back < kBracketReach && back <= anchor; ++back) {
        const std::size_t i = anchor - back;
        const Token &token = m_tokens[i];
        if (token.kind == TokenKind::Mention)
            return {token.mention->isAside ? Kind::Other : Kind::Named, {subject(token)}, {}};
        if (back == 0 && isUnknownCapital(i))
            return {Kind::Named, {unknown(i, i)}, {}};
        if (!token.isAny(kNominal | Role::FirmSuffix) && !token.isMark(u'.'))
            return {Kind::Other, {}, {}};
    }
    return {Kind::Other, {}, {}};
}

FoundSubject SubjectFinder::antecedent(std::size_t anchor) const
{
    for (std::size_t i = anchor + 1; i-- > 0;) {
        const Token &token = m_tokens[i];
        if (token.kind != TokenKind::Mention || token.mention->isAside)
            continue;
        FoundSubject found{Kind::Named, {subject(token)}, {}};
        // "Vistra und Constellation, die um 28 bzw. 21 Prozent fielen"
        while (i >= 2 && m_tokens[i - 1].isAny(Role::And) && m_tokens[i - 2].kind == TokenKind::Mention) {
            i -= 2;
            found.subjects.insert(found.subjects.begin(), subject(m_tokens[i]));
        }
        return found;
    }
    return {};
}

std::vector<Subject> SubjectFinder::named(const Clause &clause) const
{
    std::vector<Group> all = groups(clause);
    for (const Part part : {Part::Subject, Part::Impersonal, Part::Oblique}) {
        for (auto group = all.rbegin(); group != all.rend(); ++group) {
            if (group->part == part)
                return group->subjects;
        }
    }
    return {};
}

std::optional<Subject> SubjectFinder::unknownName(const Clause &clause, const Quantity &quantity) const
{
    std::size_t start = clause.tokens.front();
    while (start < quantity.first && m_tokens[start].isAny(Role::And | Role::Contrast | Role::Filler))
        ++start;
    std::size_t end = start;
    while (end < quantity.first && isUnknownCapital(end))
        ++end;
    if (end == start || end != quantity.first)
        return std::nullopt;
    return unknown(start, end - 1);
}

} // namespace tickmark::claims
