// SPDX-License-Identifier: GPL-3.0-or-later
#include "SubjectFinder.h"

#include "SubjectRoles.h"

#include <algorithm>

namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;
using Kind = FoundSubject::Kind;

constexpr std::size_t kReach = 6; //!< words between a preposition and its name
constexpr std::size_t kBracketReach = 3;
//! Nouns that hand their number on to the name behind them: "Aktie von X", "Rückgang des X".
constexpr Roles kHeads = kNominal | Role::Noun | Role::ValueNoun | Role::Group;

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

bool SubjectFinder::isCommonNoun(std::size_t token) const
{
    if (!m_lexicon.nounsAreCapital || token == 0 || !isUnknownCapital(token))
        return false;
    const Token &before = m_tokens[token - 1];
    if (before.isAny(Role::Article | Role::Possessive | Role::ArticlePreposition))
        return true;
    // "bei Foobar", "Aktien von Foobar"
    return before.isAny(kPrepositions) && !before.isAny(Role::ImpersonalPreposition | Role::Of);
}

bool SubjectFinder::isInPhrase(std::size_t token) const
{
    if (!isCommonNoun(token))
        return false;
    const bool hasArticle = m_tokens[token - 1].isAny(Role::Article | Role::Possessive);
    return !hasArticle || (token > 1 && m_tokens[token - 2].isAny(kPrepositions));
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
    const bool isBeforeVerb = m_lexicon.subjectBeforeVerb && endsBeforeVerb(clause, place);
    for (std::size_t back = 1; back <= kReach && back <= place; ++back) {
        const std::size_t before = place - back;
        const Token &token = at(clause, before);
        if (isBeforeVerb && back > 1 && token.isAny(kPrepositions)) // "By mid-afternoon Nvidia had ..."
            return Part::Subject;
        // "A post says Apple stock plunged 9%"
        const bool isReported = back == 1 && m_lexicon.subjectBeforeVerb && token.is(Role::Speaker)
                                && token.is(Role::OtherVerb) && isMoving(clause, place);
        if (isReported)
            return Part::Subject;
        const bool opensClause = clause.kind == Clause::Kind::Subordinate && before == 0
                                 && token.is(Role::Subordinator);
        if (isBeforeVerb && opensClause) // "After Nvidia fell ..."
            return Part::Subject;
        const bool isGap = clause.tokens[before] + 1 != clause.tokens[before + 1] && !at(clause, before + 1).isHyphened;
        const bool isNumber = m_inQuantity[clause.tokens[before]] && !token.is(Role::Article); // "einer" may be both
        if (token.kind != TokenKind::Word || isNumber || isGap)
            return Part::Subject;
        if (token.isAny(kVerbs) && !token.isAny(kPrepositions))
            return Part::Subject;
        // "analysts at UBS", "Analysten von UBS", "Analysten der UBS"
        const bool isOfSpeaker = back == 1 && before > 0 && at(clause, before - 1).is(Role::Speaker)
                                 && !at(clause, before - 1).isAny(kVerbs | Role::Preposition)
                                 && token.isAny(Role::Of | Role::At | Role::Article | kPrepositions);
        if (isOfSpeaker)
            return Part::Aside;
        if (token.is(Role::Of) && before > 0 && back == 1 && at(clause, before - 1).is(Role::Article)
            && isRightBeforeMove(clause, place)) // "die von Schneider Electric 9,5 Prozent"
            return Part::Subject;
        if (token.is(Role::Of))
            return partBehindOf(clause, before) == Part::Subject ? Part::Subject
                   : token.is(Role::ImpersonalPreposition)       ? Part::Impersonal
                                                                 : Part::Oblique;
        if (token.is(Role::ImpersonalPreposition))
            return Part::Impersonal;
        const bool isDirect = back == 1 || (back == 2 && at(clause, before + 1).is(Role::Article));
        const bool isPart = token.isAny(Role::Hedge | Role::Particle) && !token.is(Role::ReasonPreposition)
                            && (!isDirect || isOfVerb(clause, before)); // but not "Wetten auf Nvidia"
        if ((token.isAny(kPrepositions) && !isPart) || (isDirect && token.is(Role::Since))) // "im Vergleich zu Nvidia"
            return Part::Oblique;
        if (token.isAny(Role::And | Role::Subordinator | Role::Contrast | Role::DayBefore | Role::Weekday
                        | Role::Filler))
            return Part::Subject;
    }
    return Part::Subject;
}

//! "as Nvidia and Broadcom sank": the names from `place` on end before a verb.
bool SubjectFinder::endsBeforeVerb(const Clause &clause, std::size_t place) const
{
    std::size_t next = place + 1;
    while (next + 1 < clause.tokens.size()
           && (at(clause, next).is(Role::And) || at(clause, next).kind == TokenKind::Mention))
        ++next;
    return next < clause.tokens.size() && at(clause, next).isAny(kVerbs);
}

//! The particle at `place` goes with a verb of the clause: "knocked 17% off Nvidia".
bool SubjectFinder::isOfVerb(const Clause &clause, std::size_t place) const
{
    const Token &particle = at(clause, place);
    return particle.is(Role::Particle) && std::ranges::any_of(clause.tokens, [&](std::size_t i) {
               return m_tokens[i].is(Role::VerbBase)
                      && m_lexicon.together(m_tokens[i].entry->verbBase, particle.entry->particle);
           });
}

//! The name at `place`, or its shares, before a verb that states a move.
bool SubjectFinder::isMoving(const Clause &clause, std::size_t place) const
{
    std::size_t next = place + 1;
    while (next < clause.tokens.size() && at(clause, next).isAny(kNominal | Role::FirmSuffix | Role::Filler))
        ++next;
    return next < clause.tokens.size() && at(clause, next).isAny(Role::Verb | Role::VerbBase);
}

bool SubjectFinder::isRightBeforeMove(const Clause &clause, std::size_t place) const
{
    std::size_t next = place + 1;
    while (next < clause.tokens.size() && at(clause, next).is(Role::Filler)) // "die von Micron sogar um 11,7 Prozent"
        ++next;
    if (next >= clause.tokens.size())
        return false;
    return m_inQuantity[clause.tokens[next]] || at(clause, next).isAny(kVerbs | Role::By | Role::Hedge);
}

//! "the Stoxx 600 technology index", "the S&P 500 information technology sector"
bool SubjectFinder::isOfMembers(const Clause &clause, std::size_t place) const
{
    constexpr std::size_t kMostWords = 2;
    std::size_t next = place + 1;
    while (next < clause.tokens.size() && next <= place + kMostWords && at(clause, next).kind == TokenKind::Word
           && !at(clause, next).entry)
        ++next;
    return next > place + 1 && next < clause.tokens.size() && at(clause, next).isAny(Role::IndexNoun | Role::Group)
           && !at(clause, next).isAny(kVerbs);
}

//! False for "Nvidia's revenue": what the name owns is not its price.
bool SubjectFinder::isOwner(const Clause &clause, std::size_t place) const
{
    const Token &name = at(clause, place);
    if (place + 1 >= clause.tokens.size() || clause.tokens[place + 1] != clause.tokens[place] + 1)
        return true;
    if (isOfMembers(clause, place))
        return false;
    bool isBehindAdjective = false;
    for (std::size_t next = place + 1; next < clause.tokens.size() && next <= place + 3; ++next) {
        const Token &token = at(clause, next);
        if (token.isHyphened && next == place + 1) // "Dax-Index", but not "Stoxx-600-Technologieindex"
            return token.isAny(kNominal | Role::Group) && !(token.is(Role::IndexNoun) && token.is(Role::Group));
        const bool isNounNext = token.isCapital || !m_lexicon.nounsAreCapital;
        isBehindAdjective = isBehindAdjective || (next == place + 1 && !isNounNext);
        if (!name.isPossessive || (isBehindAdjective && next == place + 1 && token.entry))
            return !(token.isAny(Role::NoClaimNoun) && !token.isAny(kVerbs) && next == place + 1);
        // "Nvidia's biggest customer", "Nvidias Zulieferer": somebody else
        const bool isUnknownNoun = isBehindAdjective && m_lexicon.nounsAreCapital && token.isCapital && !token.entry;
        if (isUnknownNoun
            || (token.isAny(Role::Company | Role::Group) && !token.is(Role::Share) && !token.isAny(kVerbs)))
            return false;
        if (token.isAny(kNominal | Role::ValueNoun | Role::Noun))
            return !token.is(Role::NoClaimNoun);
        // a genitive is only told from a name that ends in s by the noun behind it
        if (token.kind != TokenKind::Word
            || token.isAny(kVerbs | Role::Filler | Role::By | Role::Weekday | Role::Article))
            return true;
    }
    return !name.isPossessive || isBehindAdjective;
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

//! "Nvidia led the S&P 500 lower", "Nvidia belastete den Dax": right behind a verb that states no move itself, and another
//! name before that.
bool SubjectFinder::isObject(std::size_t name) const
{
    const bool hasArticle = name > 0 && m_tokens[name - 1].is(Role::Article);
    std::size_t verb = hasArticle ? name - 1 : name;
    if (verb == 0)
        return false;
    const Token &token = m_tokens[--verb];
    const bool isUnknown = token.kind == TokenKind::Word && !token.entry && !token.isCapital;
    const bool isTransitive = token.isAny(Role::OtherVerb | Role::VerbBase)
                              && !token.isAny(Role::LevelVerb | Role::Verb | Role::Copula | kPrepositions);
    if (!(hasArticle && isUnknown) && !isTransitive)
        return false;
    for (std::size_t back = 1; back <= kReach && back <= verb && m_tokens[verb - back].kind != TokenKind::Mark;
         ++back) {
        if (m_tokens[verb - back].kind != TokenKind::Mention)
            continue;
        // "Im Dow Jones führte Nvidia ...": the name before it is none that does something
        const std::size_t before = verb - back;
        return !m_lexicon.nounsAreCapital || before == 0 || !m_tokens[before - 1].isAny(kPrepositions);
    }
    return false;
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
            const Subject other = subject(token);
            if (other.symbol.isEmpty()
                || other.symbol != result.back().subjects.back().symbol) // "the VIX, the fear gauge"
                result.back().subjects.push_back(other);
            continue;
        }
        result.push_back({place,
                          place,
                          isAside ? Part::Aside : partOf(clause, place),
                          isObject(clause.tokens[place]),
                          {subject(token)}});
    }
    return result;
}

//! The last one before `place`, else the first one behind it.
const SubjectFinder::Group *SubjectFinder::nearest(const std::vector<Group> &all, Part part, std::size_t place,
                                                   bool mayBeObject) const
{
    const Group *behind = nullptr;
    for (auto group = all.rbegin(); group != all.rend(); ++group) {
        if (group->part != part || (group->isObject && !mayBeObject))
            continue;
        if (group->last < place)
            return &*group;
        behind = &*group;
    }
    return behind;
}

bool SubjectFinder::hasObject(const Clause &clause) const
{
    const std::vector<Group> all = groups(clause);
    return all.size() > 1 && std::ranges::any_of(all, &Group::isObject);
}

FoundSubject SubjectFinder::subjectOf(const Clause &clause, const Quantity &quantity,
                                      std::optional<std::size_t> direction) const
{
    const std::vector<Group> all = groups(clause);
    const std::size_t place = clause.placeOf(quantity.number);
    // "led the index lower with a drop of 3%" is the subject's, "dragged the index down 3%" the object's
    const bool mayBeObject = place < clause.tokens.size() && !companionPlace(quantity, direction);
    if (const Group *group = nearest(all, Part::Subject, place, mayBeObject))
        return {Kind::Named, group->subjects, {}};
    if (const auto companion = companionOf(quantity, direction))
        return {Kind::Named, {*companion}, {}};
    FoundSubject own = ownWords(clause, quantity, direction);
    if (own.kind != Kind::Nothing)
        return own;
    if (const Group *group = nearest(all, Part::Impersonal, place, true))
        return {Kind::Named, group->subjects, {}};
    return own;
}

//! The preposition of "with a drop of 2.1%", "mit minus 21 Prozent".
std::optional<std::size_t> SubjectFinder::companionPlace(const Quantity &quantity,
                                                         std::optional<std::size_t> direction) const
{
    const bool isNounBefore = direction && *direction < quantity.first && m_tokens[*direction].is(Role::Noun);
    if (!isNounBefore && quantity.sign == Direction::None)
        return std::nullopt;
    const std::size_t behind = isNounBefore ? *direction : quantity.first + 1; // "mit minus 21 Prozent"
    for (std::size_t i = behind; i > 1 && i + kBracketReach > behind;) {
        --i;
        if (m_tokens[i].kind != TokenKind::Word)
            return std::nullopt;
        if (m_tokens[i].is(Role::ImpersonalPreposition))
            return i;
    }
    return std::nullopt;
}

//! "followed by Microsoft with a drop of 2.1%": the name right before the preposition of the noun.
std::optional<Subject> SubjectFinder::companionOf(const Quantity &quantity, std::optional<std::size_t> direction) const
{
    const std::optional<std::size_t> preposition = companionPlace(quantity, direction);
    if (!preposition)
        return std::nullopt;
    const Token &name = m_tokens[*preposition - 1];
    const bool isOne = name.kind == TokenKind::Mention && !name.mention->isAside && !isObject(*preposition - 1);
    return isOne ? std::optional(subject(name)) : std::nullopt;
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
        // "vanished from its market value"
        if (at(clause, i).is(Role::Possessive) && i + 1 < clause.tokens.size() && at(clause, i + 1).is(Role::ValueNoun))
            return {Kind::Known, {}, {}};
    }
    if (const Group *group = nearest(all, Part::Subject, place, true))
        return {Kind::Named, group->subjects, {}};
    FoundSubject own = ownWords(clause, quantity, std::nullopt);
    if (own.kind == Kind::Known || own.kind == Kind::Nobody)
        return own;
    for (const Part part : {Part::Oblique, Part::Impersonal}) {
        if (const Group *group = nearest(all, part, place, true))
            return {Kind::Named, group->subjects, {}};
    }
    return own;
}

FoundSubject SubjectFinder::subjectBefore(std::size_t anchor) const
{
    for (std::size_t back = 0; back < kBracketReach && back <= anchor; ++back) {
        const std::size_t i = anchor - back;
        const Token &token = m_tokens[i];
        if (token.kind == TokenKind::Mention)
            return {token.mention->isAside ? Kind::Other : Kind::Named, {subject(token)}, {}};
        if (back == 0 && isUnknownCapital(i) && !isCommonNoun(i))
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

std::vector<Subject> SubjectFinder::spokenOf(const Clause &clause) const
{
    const std::vector<Group> all = groups(clause);
    for (auto group = all.rbegin(); group != all.rend(); ++group) {
        if (group->part == Part::Impersonal || group->part == Part::Oblique)
            return group->subjects;
    }
    return named(clause);
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

std::optional<Subject> SubjectFinder::unknownName(const Clause &clause, std::size_t limit) const
{
    std::size_t start = clause.tokens.front();
    while (start < limit && m_tokens[start].isAny(Role::And | Role::Contrast | Role::Filler))
        ++start;
    std::size_t end = start;
    while (end < limit && isUnknownCapital(end))
        ++end;
    if (end == start || end != limit)
        return std::nullopt;
    return unknown(start, end - 1);
}

} // namespace tickmark::claims
