// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimGrammar.h"

#include <algorithm>

namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;
using Unit = Quantity::Unit;
using Lead = Quantity::Lead;
using ClauseKind = Clause::Kind;
using SubjectKind = FoundSubject::Kind;

constexpr double kHighestBareShare = 100;
constexpr int kReach = 2;      //!< sentences back for "das Papier"
constexpr int kIndexReach = 8; //!< the same for "der Index", when there is only one
constexpr std::size_t kMostRemembered = 16;
//! Of one sentence; bounds what lists of many names beside many numbers multiply to.
constexpr std::size_t kMostClaims = 64;
constexpr QLatin1String kDollarIndex("DX-Y.NYB");
constexpr Roles kVerbs = Role::Verb | Role::VerbBase | Role::ValueVerb | Role::LevelVerb | Role::OtherVerb;

TextSpan spanOfTokens(std::span<const Token> tokens)
{
    return tokens.empty() ? TextSpan{} : TextSpan{tokens.front().span.start, tokens.back().span.end};
}

bool isMain(const Clause &clause)
{
    return clause.kind == ClauseKind::Main || clause.kind == ClauseKind::Coordinated;
}

bool isUpperLetter(QChar letter)
{
    return letter >= u'A' && letter <= u'Z';
}

bool isIndex(const Subject &subject)
{
    return subject.symbol.startsWith(u'^');
}

} // namespace

void TextMemory::remember(std::vector<Subject> subjects, TextSpan sentence)
{
    if (subjects.empty())
        return;
    named.push_back({std::move(subjects), sentence, sentenceNumber});
    if (named.size() > kMostRemembered)
        named.pop_front();
}

ClaimGrammar::ClaimGrammar(std::span<const Token> tokens, QStringView text, const LexiconData &lexicon,
                           core::Time published, TextMemory &memory)
    : m_tokens(tokens),
      m_text(text),
      m_memory(memory),
      m_sentence(spanOfTokens(tokens)),
      m_quantities(findQuantities(tokens)),
      m_clauses(splitClauses(tokens, m_quantities, lexicon)),
      m_subjects(tokens, m_quantities, text, lexicon),
      m_rules(tokens, lexicon),
      m_days(tokens, m_clauses, m_quantities, findDays(tokens, text, published), m_sentence, memory.day, published),
      m_lexicon(lexicon),
      m_readings(m_quantities.size()),
      m_subjectOf(m_clauses.size()),
      m_isEmpty(m_clauses.size(), false)
{
    m_hasValueNoun = std::ranges::any_of(tokens, [](const Token &token) { return token.is(Role::ValueNoun); });
}

std::vector<Claim> ClaimGrammar::read()
{
    shareUnits();
    for (std::size_t i = 0; i < m_clauses.size(); ++i)
        readClause(i);
    m_memory.day = m_days.carried();
    ++m_memory.sentenceNumber;
    return std::move(m_claims);
}

//! "verlor 17 und Broadcom 16 Prozent": the unit stands in the next clause.
void ClaimGrammar::shareUnits()
{
    for (std::size_t i = m_clauses.size(); i-- > 1;) {
        const Clause &before = m_clauses[i - 1];
        const Clause &after = m_clauses[i];
        if (!after.isCoordinated || before.quantities.empty() || after.quantities.empty())
            continue;
        Quantity &open = m_quantities[before.quantities.back()];
        const Quantity &next = m_quantities[after.quantities.front()];
        const bool isLast = before.tokens.back() + 1 == open.last;
        if (isLast && open.unit == Unit::None && (open.lead == Lead::None || open.lead == Lead::By)
            && next.unit == Unit::Percent && open.high < kHighestBareShare)
            open.unit = Unit::Percent;
    }
}

void ClaimGrammar::readClause(std::size_t clause)
{
    m_knownSentence.reset();
    const Clause &own = m_clauses[clause];
    // "expect it to gain 10% and to end at 6,500": goes on with the verb before, unless it names somebody
    const bool goesOn = clause > 0 && m_isEmpty[clause - 1] && own.kind == ClauseKind::Coordinated
                        && m_subjects.named(own).empty();
    m_isEmpty[clause] = goesOn || m_rules.isEmptyClause(own);
    for (const std::size_t quantity : m_clauses[clause].quantities)
        readQuantity(clause, quantity);
    follow(clause);
}

bool ClaimGrammar::isLeftOut(std::size_t clause, const Quantity &quantity) const
{
    return m_rules.isEmptySentence() || m_isEmpty[clause] || m_rules.isOfOther(m_clauses[clause], quantity);
}

void ClaimGrammar::readQuantity(std::size_t clause, std::size_t index)
{
    const Quantity &quantity = m_quantities[index];
    Reading &reading = m_readings[index];
    if (isLeftOut(clause, quantity))
        return;
    reading.way = wayOf(clause, quantity);
    if (m_clauses[clause].isRestated) {
        restate(clause, index, reading);
    } else {
        const bool isValue = quantity.unit == Unit::Money && quantity.scale > 1;
        const FoundSubject found = subjectFor(clause, quantity, reading.way, isValue);
        m_subjectOf[clause] = found;
        if (found.kind != SubjectKind::Named && found.kind != SubjectKind::Nobody)
            return;
        reading.subjects = found.subjects;
        reading.subjectSentence = m_knownSentence;
        pickFromList(m_clauses[clause], index, reading);
        const std::optional<ClaimKind> kind = kindOf(clause, quantity, reading.way, reading.subjects);
        reading.isClaim = kind.has_value() && !isOfOtherPair(m_clauses[clause], reading.subjects)
                          && !isChangeOfMove(m_clauses[clause], reading.way);
        reading.kind = kind.value_or(ClaimKind::Percent);
    }
    if (reading.isClaim && m_claims.size() < kMostClaims)
        emitClaims(clause, index, reading);
}

//! "Der Euro fiel zum Franken": of a pair that the subject is not.
bool ClaimGrammar::isOfOtherPair(const Clause &clause, const std::vector<Subject> &subjects) const
{
    const auto isCurrency = [](const Subject &subject) {
        return subject.symbol == kDollarIndex
               || (subject.symbol.size() == 6 && std::ranges::all_of(subject.symbol, &isUpperLetter));
    };
    if (subjects.empty() || !std::ranges::all_of(subjects, isCurrency))
        return false;
    return std::ranges::any_of(clause.tokens, [&](std::size_t i) {
        const bool isInQuantity = std::ranges::any_of(
            m_quantities, [&](const Quantity &quantity) { return quantity.first <= i && i < quantity.last; });
        return m_tokens[i].is(Role::Currency) && !isInQuantity
               && !subjects.front().symbol.contains(m_tokens[i].entry->currency);
    });
}

//! "Die Gewinne von Nvidia stiegen um 80 Prozent": profits, or a fall that grew, but no price.
bool ClaimGrammar::isChangeOfMove(const Clause &clause, const Way &way) const
{
    if (!way.token || !m_tokens[*way.token].is(Role::Verb) || m_tokens[*way.token].is(Role::Noun))
        return false;
    const std::size_t noun = m_tokens[clause.tokens.front()].is(Role::Article) ? 1 : 0;
    return noun + 1 < clause.tokens.size() && clause.tokens[noun] < *way.token
           && m_tokens[clause.tokens[noun]].is(Role::Noun) && !m_tokens[clause.tokens[noun]].is(Role::Verb)
           && m_tokens[clause.tokens[noun + 1]].is(Role::Of);
}

//! "54 Punkte (0,1 %)": everything but number and unit is that of the number before.
void ClaimGrammar::restate(std::size_t clause, std::size_t index, Reading &reading) const
{
    if (index == 0 || !m_readings[index - 1].isClaim)
        return;
    const Reading &before = m_readings[index - 1];
    const Quantity &quantity = m_quantities[index];
    const Direction own = reading.way.direction;
    reading = before;
    reading.way.token.reset();
    reading.way.direction = own != Direction::None ? own : before.way.direction;
    const bool isMove = (quantity.unit == Unit::Percent || quantity.unit == Unit::Points) && quantity.lead != Lead::To
                        && quantity.lead != Lead::At && quantity.lead != Lead::Threshold;
    reading.isClaim = isMove && reading.way.direction != Direction::None
                      && (before.kind != ClaimKind::Level || own != Direction::None);
    reading.kind = quantity.unit == Unit::Points ? ClaimKind::Points : ClaimKind::Percent;
    if (!isMove && isLevel(clause, quantity, before.subjects)) { // "um 716 Punkte oder 1,8 Prozent auf 38.474 Punkte"
        reading.isClaim = true;
        reading.kind = ClaimKind::Level;
    }
}

// ---- subject

FoundSubject ClaimGrammar::subjectFor(std::size_t clause, const Quantity &quantity, const Way &way, bool isValue)
{
    const Clause &own = m_clauses[clause];
    FoundSubject found = isValue ? m_subjects.ownerOf(own, quantity) : m_subjects.subjectOf(own, quantity, way.token);
    if (own.kind == ClauseKind::Bracket && found.kind != SubjectKind::Named)
        return m_subjects.subjectBefore(own.anchor);
    const bool isElliptic = !way.token && quantity.sign == Direction::None;
    if (found.kind != SubjectKind::Named && (isElliptic || quantity.sign != Direction::None) && !m_claims.empty()) {
        if (const auto name = m_subjects.unknownName(own, quantity))
            return {SubjectKind::Named, {*name}, {}};
    }
    const bool isAlone = found.kind == SubjectKind::Nothing && m_sentenceSubject.kind == SubjectKind::Nothing;
    found = resolved(std::move(found), clause);
    // "In der Spitze hatte das Plus 27 Prozent betragen": of the instrument named before
    return isAlone && found.kind == SubjectKind::Nothing && isOneMove(own, quantity, way) ? lastKnown({}) : found;
}

//! A noun such as "das Plus", with its article, is all that the clause speaks of.
bool ClaimGrammar::isOneMove(const Clause &clause, const Quantity &quantity, const Way &way) const
{
    if (quantity.sign != Direction::None && quantity.hasArticle) // "das Plus 27 Prozent": it is the number's sign, too
        return true;
    if (!way.token)
        return false;
    const std::size_t noun = *way.token;
    if (!m_tokens[noun].is(Role::Noun) || m_tokens[noun].is(Role::Verb))
        return false;
    if (m_tokens[clause.tokens.front()].is(Role::Article) && clause.tokens.size() > 1
        && m_tokens[clause.tokens[1]].isAny(kVerbs)) // "That followed gains of ..."
        return true;
    std::size_t place = clause.placeOf(noun);
    while (place > 0 && m_tokens[clause.tokens[place]].isHyphened)
        --place;
    return place > 0 && m_tokens[clause.tokens[place - 1]].is(Role::Article);
}

FoundSubject ClaimGrammar::resolved(FoundSubject found, std::size_t clause)
{
    const Clause &own = m_clauses[clause];
    const bool isOpen = found.kind == SubjectKind::Nothing || found.kind == SubjectKind::Known;
    if (isOpen && own.kind == ClauseKind::Relative) {
        FoundSubject before = m_subjects.antecedent(own.anchor);
        return before.kind == SubjectKind::Named ? before : FoundSubject{SubjectKind::Other, {}, {}};
    }
    if (found.kind == SubjectKind::Known) {
        // "Foobar fared worse: it ..."
        const bool isOther = found.nouns.isEmpty() && m_sentenceSubject.kind == SubjectKind::Other;
        return isOther ? m_sentenceSubject : lastKnown(found.nouns);
    }
    if (found.kind != SubjectKind::Nothing)
        return found;
    if (m_sentenceSubject.kind != SubjectKind::Nothing)
        return m_sentenceSubject;
    // "After falling 3%, Nvidia ...": the clause behind names it
    for (std::size_t i = clause + 1; i < m_clauses.size() && !isMain(own); ++i) {
        if (!isMain(m_clauses[i]))
            continue;
        Quantity end;
        end.first = end.number = end.last = m_clauses[i].tokens.back() + 1;
        return m_subjects.subjectOf(m_clauses[i], end, std::nullopt);
    }
    return found;
}

//! The instrument named last, in this sentence or the one before, that `nouns` may stand for.
FoundSubject ClaimGrammar::lastKnown(Roles nouns)
{
    const bool isOfOnlyIndex = nouns.has(Role::IndexNoun) && hasOneIndex();
    for (auto last = m_memory.named.rbegin(); last != m_memory.named.rend(); ++last) {
        if (m_memory.sentenceNumber - last->sentenceNumber > (isOfOnlyIndex ? kIndexReach : kReach))
            break;
        const bool isIndexNamed = isIndex(last->subjects.back());
        if (nouns.has(Role::IndexNoun) != isIndexNamed && nouns.hasAny(Role::IndexNoun | Role::Company))
            continue;
        const bool isOneOfMany = last->subjects.size() > 1 && !nouns.isEmpty();
        if (isOneOfMany)
            return {SubjectKind::Other, {}, {}};
        if (last->sentenceNumber != m_memory.sentenceNumber)
            m_knownSentence = last->sentence;
        return {SubjectKind::Named, last->subjects, {}};
    }
    return {SubjectKind::Other, {}, {}};
}

//! The text has spoken of a single index so far.
bool ClaimGrammar::hasOneIndex() const
{
    const Subject *only = nullptr;
    for (const LastNamed &last : m_memory.named) {
        for (const Subject &subject : last.subjects) {
            if (!isIndex(subject))
                continue;
            if (only && only->symbol != subject.symbol)
                return false;
            only = &subject;
        }
    }
    return only;
}

//! "Vistra und Constellation fielen um 28 bzw. 21 Prozent": the n-th number is of the n-th name.
void ClaimGrammar::pickFromList(const Clause &clause, std::size_t index, Reading &reading) const
{
    std::size_t first = index;
    while (first > 0 && m_quantities[first].isListed && m_quantities[first].unit == m_quantities[first - 1].unit)
        --first;
    std::size_t last = index + 1;
    while (last < m_quantities.size() && m_quantities[last].isListed
           && m_quantities[last].unit == m_quantities[last - 1].unit)
        ++last;
    if (last - first < 2 || !std::ranges::binary_search(clause.tokens, m_quantities[first].number))
        return;
    if (last - first == reading.subjects.size()) {
        reading.subjects = {reading.subjects[index - first]};
        reading.isPaired = true;
    }
}

//! Keeps what the clauses and sentences after this one may refer to.
void ClaimGrammar::follow(std::size_t clause)
{
    const Clause &own = m_clauses[clause];
    const bool hasVerb = std::ranges::any_of(own.tokens, [&](std::size_t i) { return m_tokens[i].isAny(kVerbs); });
    FoundSubject subject = m_subjectOf[clause];
    if (subject.kind == SubjectKind::Nothing) {
        Quantity end;
        end.first = end.number = end.last = own.tokens.back() + 1;
        subject = m_subjects.subjectOf(own, end, std::nullopt);
        if (subject.kind == SubjectKind::Known)
            subject = lastKnown(subject.nouns);
    }
    const bool isPhrase = !hasVerb && own.quantities.empty();
    // "Oracle, a partner in the 500 billion dollar plan, lost ..."
    const bool isApposition = !hasVerb && subject.kind == SubjectKind::Other
                              && m_sentenceSubject.kind == SubjectKind::Named;
    if (isMain(own) && subject.kind != SubjectKind::Nothing && !isApposition
        && (!isPhrase || (subject.kind == SubjectKind::Named && m_sentenceSubject.kind == SubjectKind::Nothing)))
        m_sentenceSubject = subject;
    std::vector<Subject> named = m_isEmpty[clause] ? m_subjects.spokenOf(own) : m_subjects.named(own);
    if (named.empty() && subject.kind == SubjectKind::Named)
        named = subject.subjects;
    m_memory.remember(std::move(named), m_sentence);
}

// ---- claims

TextSpan ClaimGrammar::spanOf(const Quantity &quantity, const Way &way) const
{
    TextSpan span{m_tokens[quantity.first].span.start, m_tokens[quantity.last - 1].span.end};
    if (way.token) {
        const Token &word = m_tokens[*way.token];
        if (*way.token == quantity.last)
            span.end = word.span.end;
        else if (*way.token + 1 == quantity.first)
            span.start = word.span.start;
    }
    return span;
}

quint64 ClaimGrammar::sentenceHash()
{
    if (m_hash)
        return *m_hash;
    quint64 hash = 0xcbf29ce484222325; // FNV-1a over the words, as WordHash is over the letters
    for (const news::Word &word : news::scanWords(m_text.sliced(m_sentence.start, m_sentence.end - m_sentence.start)))
        hash = (hash ^ word.hash) * 0x100000001b3;
    m_hash = hash;
    return hash;
}

void ClaimGrammar::emitClaims(std::size_t clause, std::size_t index, const Reading &reading)
{
    const Quantity &quantity = m_quantities[index];
    TextSpan daySentence;
    std::optional<ClaimTime> time = m_days.timeOf(clause, quantity, daySentence);
    if (!time) {
        m_readings[index].isClaim = false;
        return;
    }
    if (quantity.lead == Lead::From && reading.kind == ClaimKind::Level) {
        if (time->span != ClaimTime::Span::Sessions || time->sessions != 1)
            return;
        time->shift -= 1;
    }
    Claim claim;
    claim.kind = reading.kind;
    claim.direction = reading.kind == ClaimKind::Level ? Direction::None : reading.way.direction;
    claim.low = quantity.low;
    claim.high = quantity.high;
    claim.lowHalfUnit = quantity.lowHalfUnit;
    claim.highHalfUnit = quantity.highHalfUnit;
    claim.unit = quantity.unit == Unit::Percent ? kPercentUnit.toString()
                 : quantity.unit == Unit::Money ? quantity.currency
                                                : kPointsUnit.toString();
    claim.hedge = quantity.hedge;
    claim.intradayStated = quantity.hasIntraday || std::ranges::any_of(m_clauses[clause].tokens, [&](std::size_t i) {
                               return m_tokens[i].is(Role::Intraday);
                           });
    claim.time = *time;
    claim.span = spanOf(quantity, reading.way);
    claim.text = m_text.sliced(claim.span.start, claim.span.end - claim.span.start).toString();
    claim.sentence = m_sentence;
    claim.sentenceHash = sentenceHash();
    claim.nth = int(index);
    std::vector<TextSpan> context;
    for (const std::optional<TextSpan> &span : {reading.subjectSentence, std::optional(daySentence)}) {
        if (span && !span->isEmpty() && *span != m_sentence && std::ranges::find(context, *span) == context.end())
            context.push_back(*span);
    }
    std::ranges::sort(context, {}, &TextSpan::start);
    claim.context = std::move(context);
    if (reading.subjects.size() > 1 && quantity.hedge == Hedge::UpTo)
        claim.together = reading.subjects;
    const std::size_t count = std::max<std::size_t>(1, reading.subjects.size());
    for (std::size_t part = 0; part < count; ++part) {
        claim.subject = reading.subjects.empty() ? Subject{} : reading.subjects[part];
        claim.part = int(part);
        m_claims.push_back(claim);
    }
}

} // namespace tickmark::claims
