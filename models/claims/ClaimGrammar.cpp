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
constexpr std::size_t kMostRemembered = 16;
//! Of one sentence; bounds what lists of many names beside many numbers multiply to.
constexpr std::size_t kMostClaims = 64;
constexpr Roles kVerbs = Role::Verb | Role::VerbBase | Role::ValueVerb | Role::LevelVerb | Role::OtherVerb;

QString unitOf(const Quantity &quantity)
{
    return quantity.unit == Unit::Percent ? kPercentUnit.toString()
           : quantity.unit == Unit::Money ? quantity.currency
                                          : kPointsUnit.toString();
}

TextSpan spanOfTokens(std::span<const Token> tokens)
{
    return tokens.empty() ? TextSpan{} : TextSpan{tokens.front().span.start, tokens.back().span.end};
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
      m_dayMarks(findDays(tokens, text, published, lexicon)),
      m_quantities(findQuantities(tokens, m_dayMarks, lexicon)),
      m_clauses(splitClauses(tokens, m_quantities, m_dayMarks, lexicon)),
      m_subjects(tokens, m_quantities, text, lexicon),
      m_rules(tokens, m_quantities, lexicon),
      m_bases(findStatedBases(tokens, m_clauses, m_quantities)),
      m_days(tokens, m_clauses, m_quantities, m_dayMarks, m_sentence, memory.days, published, lexicon),
      m_lexicon(lexicon),
      m_readings(m_quantities.size()),
      m_subjectOf(m_clauses.size()),
      m_isEmpty(m_clauses.size(), false),
      m_isFigure(m_clauses.size(), false)
{
    m_hasValueNoun = std::ranges::any_of(tokens, [](const Token &token) { return token.is(Role::ValueNoun); });
}

std::vector<Claim> ClaimGrammar::read()
{
    shareUnits();
    for (std::size_t i = 0; i < m_clauses.size(); ++i)
        readClause(i);
    m_memory.days = m_days.memory();
    m_memory.asked = question();
    m_memory.told = told();
    // "..., after the company warned of a margin of 31%": told beside what matters
    const bool isBeside = !m_claims.empty() && m_clauses.back().kind != ClauseKind::Main
                          && m_clauses.back().kind != ClauseKind::Coordinated;
    m_memory.endsWithFigure = !m_isFigure.empty() && m_isFigure.back() && !isBeside;
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
    m_isEmpty[clause] = isEmpty(clause);
    for (const std::size_t quantity : m_clauses[clause].quantities)
        readQuantity(clause, quantity);
    follow(clause);
    m_isFigure[clause] = isFigure(clause);
}

//! The clause states nothing that has happened, itself or with the one before.
bool ClaimGrammar::isEmpty(std::size_t clause) const
{
    const Clause &own = m_clauses[clause];
    if (m_rules.isEmptyClause(own))
        return true;
    if (clause == 0 || !m_isEmpty[clause - 1])
        return false;
    const Clause &before = m_clauses[clause - 1];
    const bool isInSameBracket = own.kind == ClauseKind::Bracket && before.kind == ClauseKind::Bracket
                                 && own.anchor == before.anchor;
    if (isInSameBracket) // "(consensus: +0.6%)"
        return true;
    // "expect it to gain 10% and to end at 6,500": goes on with the verb before, unless it names somebody
    const bool goesOn = own.kind == ClauseKind::Coordinated && !m_rules.isDenied(before)
                        && m_subjects.named(own).empty();
    return goesOn || m_rules.followsFrom(before, own);
}

bool ClaimGrammar::isLeftOut(std::size_t clause, const Quantity &quantity) const
{
    return m_rules.isEmptySentence() || m_isEmpty[clause] || m_rules.isOfOther(m_clauses[clause], quantity)
           || goesWithFigure(clause) || isOfEarnings(clause, quantity);
}

//! But "That was a drop of $27.34 a share" goes on about the price told before.
bool ClaimGrammar::isOfEarnings(std::size_t clause, const Quantity &quantity) const
{
    return m_rules.isOfEarnings(m_clauses[clause], quantity) && !(m_memory.told && pointsBack(m_clauses[clause]));
}

//! The clause before, without brackets.
std::optional<std::size_t> ClaimGrammar::clauseBefore(std::size_t clause) const
{
    for (std::size_t i = clause; i-- > 0;) {
        if (m_clauses[i].kind != ClauseKind::Bracket)
            return i;
    }
    return std::nullopt;
}

//! The clause states a number that is no price: revenue, vehicles sold, money spent.
bool ClaimGrammar::isFigure(std::size_t clause) const
{
    const Clause &own = m_clauses[clause];
    if (std::ranges::any_of(own.quantities, [&](std::size_t i) { return m_readings[i].isClaim; }))
        return false;
    if (m_rules.speaksOfOther(own) || (m_isEmpty[clause] && !own.quantities.empty()) || goesWithFigure(clause))
        return true;
    return std::ranges::any_of(own.quantities, [&](std::size_t i) {
        const Quantity &quantity = m_quantities[i];
        const bool isLarge = quantity.scale > 1 && (quantity.unit == Unit::Money || quantity.unit == Unit::None);
        return quantity.unit == Unit::Percent || isLarge || quantity.isPerShare
               || (quantity.unit == Unit::Other && quantity.lead != Lead::Of && !isTimeSpan(quantity));
    });
}

//! "in 27 sessions", "in four weeks"
bool ClaimGrammar::isTimeSpan(const Quantity &quantity) const
{
    constexpr Roles kBefore = Role::SpanIn | Role::Since;
    const std::size_t first = quantity.first > 0 ? quantity.first - 1 : 0;
    return m_tokens[quantity.last - 1].isAny(Role::SpanDays | Role::Clock)
           || std::any_of(m_tokens.begin() + std::ptrdiff_t(first), m_tokens.begin() + std::ptrdiff_t(quantity.number),
                          [&](const Token &token) { return token.isAny(kBefore); });
}

//! "..., up 4%", "..., ein Plus von 12 Prozent", "Das war ein Plus von 12 Prozent": without a subject of its own the number
//! is of what the clause before is about, and that is no price.
bool ClaimGrammar::goesWithFigure(std::size_t clause) const
{
    const Clause &own = m_clauses[clause];
    if (own.kind == ClauseKind::Bracket || own.kind == ClauseKind::Relative || own.quantities.empty())
        return false;
    const std::optional<std::size_t> before = clauseBefore(clause);
    const bool isAfterFigure = before ? m_isFigure[*before] : m_memory.endsWithFigure;
    if (!isAfterFigure)
        return false;
    const bool isBack = pointsBack(own);
    if (isBack || !before)
        return isBack;
    constexpr Roles kOwn = Role::Share | Role::Company | Role::IndexNoun | Role::CurrencyNoun | Role::Group
                           | Role::Pronoun | Role::Possessive;
    const bool hasOwn = std::ranges::any_of(own.tokens, [&](std::size_t i) {
        const Token &token = m_tokens[i];
        return token.kind == TokenKind::Mention || token.isAny(kOwn) || (token.isAny(kVerbs) && !token.is(Role::Noun));
    });
    const Quantity &first = m_quantities[own.quantities.front()];
    const bool hasWay = first.sign != Direction::None || wayBeside(first); // else it is short for a whole clause
    return hasWay && !hasOwn && !m_subjects.unknownName(own, first.first);
}

//! "Das war ...", "Gegenüber Freitag entspricht das einem ...": speaks of what was told before.
bool ClaimGrammar::pointsBack(const Clause &clause) const
{
    const auto is = [&](std::size_t place, Roles roles) {
        return place < clause.tokens.size() && m_tokens[clause.tokens[place]].isAny(roles);
    };
    if (is(0, Role::Article) && is(1, Role::OtherVerb))
        return true;
    for (std::size_t place = 0; place + 2 < clause.tokens.size(); ++place) {
        if (is(place, Role::OtherVerb) && is(place + 1, Role::Article) && is(place + 2, Role::Article))
            return true;
    }
    return false;
}

std::optional<TextMemory::Told> ClaimGrammar::told() const
{
    for (std::size_t i = m_quantities.size(); i-- > 0;) {
        const Reading &reading = m_readings[i];
        if (!reading.isClaim || reading.kind == ClaimKind::Level)
            continue;
        const Quantity &quantity = m_quantities[i];
        return TextMemory::Told{reading.kind, reading.way.direction,       reading.subjects, unitOf(quantity),
                                m_sentence,   i + 1 == m_quantities.size()};
    }
    return std::nullopt;
}

ClaimGrammar::Reading ClaimGrammar::readingToldBefore() const
{
    Reading reading;
    reading.isClaim = true;
    reading.kind = m_memory.told->kind;
    reading.way.direction = m_memory.told->direction;
    reading.subjects = m_memory.told->subjects;
    reading.subjectSentence = m_memory.told->sentence;
    return reading;
}

void ClaimGrammar::readQuantity(std::size_t clause, std::size_t index)
{
    const Quantity &quantity = m_quantities[index];
    Reading &reading = m_readings[index];
    if (isLeftOut(clause, quantity))
        return;
    reading.way = wayOf(clause, quantity);
    const bool isToldBefore = index == 0 && m_memory.told && m_memory.told->isAtEnd
                              && m_memory.told->unit != unitOf(quantity) && !reading.way.token;
    if (m_clauses[clause].isRestated && (index > 0 || isToldBefore)) {
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
        if (isValue && isOfSeveral(m_clauses[clause], reading.subjects))
            reading.subjects.clear();
        const std::optional<ClaimKind> kind = kindOf(clause, quantity, reading.way, reading.subjects);
        reading.isClaim = kind.has_value() && !isOfOtherPair(m_clauses[clause], reading.subjects)
                          && !isChangeOfMove(m_clauses[clause], reading.way)
                          && !m_rules.isRequired(m_clauses[clause], reading.way.direction);
        reading.kind = kind.value_or(ClaimKind::Percent);
    }
    if (reading.isClaim && m_claims.size() < kMostClaims)
        emitClaims(clause, index, reading);
}

//! "Nvidia lost 17% and Broadcom 17.4%, erasing a combined $800 billion": of all of them, so of nobody.
bool ClaimGrammar::isOfSeveral(const Clause &clause, const std::vector<Subject> &subjects) const
{
    if (std::ranges::none_of(clause.tokens, [&](std::size_t i) { return m_tokens[i].is(Role::Together); }))
        return false;
    const bool isInherited = m_subjects.named(clause).empty();
    return subjects.size() > 1 || (isInherited && std::ranges::any_of(m_claims, [&](const Claim &claim) {
                                       return !subjects.empty() && claim.subject != subjects.front();
                                   }));
}

//! "54 Punkte (0,1 %)": everything but number and unit is that of the number before.
void ClaimGrammar::restate(std::size_t clause, std::size_t index, Reading &reading) const
{
    const Reading before = index > 0 ? m_readings[index - 1] : readingToldBefore();
    if (!before.isClaim && (!m_quantities[index - 1].isTicker || before.subjects.empty()))
        return;
    const Quantity &quantity = m_quantities[index];
    const QString unitBefore = index > 0 ? unitOf(m_quantities[index - 1]) : m_memory.told->unit;
    const Direction own = reading.way.direction;
    reading = before;
    reading.way.token.reset();
    reading.way.direction = own != Direction::None ? own : before.way.direction;
    // "17%, or $24.20 a share", but "17 % (118,42 Dollar)" states a price
    const bool isInWords = quantity.lead == Lead::None && m_clauses[clause].kind != ClauseKind::Bracket;
    const bool isMovedMoney = quantity.unit == Unit::Money && quantity.scale == 1
                              && (quantity.sign != Direction::None || quantity.lead == Lead::By || isInWords);
    const bool isMove = (quantity.unit == Unit::Percent || quantity.unit == Unit::Points || isMovedMoney)
                        && quantity.lead != Lead::To && quantity.lead != Lead::At && quantity.lead != Lead::Threshold;
    reading.isClaim = isMove && reading.way.direction != Direction::None
                      && (before.kind != ClaimKind::Level || own != Direction::None || quantity.lead == Lead::By);
    reading.kind = quantity.unit == Unit::Percent ? ClaimKind::Percent : ClaimKind::Points;
    // "600 Milliarden Dollar (570 Milliarden Euro)"
    const bool isOfValue = before.kind == ClaimKind::Value || (m_hasValueNoun && before.kind == ClaimKind::Percent);
    if (isOfValue && quantity.unit == Unit::Money && quantity.scale > 1 && quantity.currency != unitBefore) {
        reading.isClaim = true;
        reading.kind = ClaimKind::Value;
        return;
    }
    const bool isPrice = quantity.isTicker ? isTickerLevel(quantity, before.subjects)
                                           : !isMove && isLevel(clause, quantity, before.subjects);
    if (isPrice) { // "um 716 Punkte oder 1,8 Prozent auf 38.474 Punkte"
        reading.isClaim = true;
        reading.kind = ClaimKind::Level;
    }
}

TextSpan ClaimGrammar::spanOf(const Quantity &quantity, const Way &way) const
{
    // "an der Börse 28 Prozent", "nur noch bei 118 Dollar": what may stand anywhere is none of the number's words
    std::size_t first = quantity.first;
    while (first < quantity.number && m_tokens[first].is(Role::Filler) && !m_tokens[first].is(Role::Hedge)
           && m_tokens[first].kind == TokenKind::Word)
        ++first;
    TextSpan span{m_tokens[first].span.start, m_tokens[quantity.last - 1].span.end};
    if (way.token) {
        const Token &word = m_tokens[*way.token];
        if (*way.token == quantity.last)
            span.end = word.span.end;
        else if (*way.token + 1 == first)
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
        if (!m_days.isOwnDay(quantity))
            time->shift -= 1;
    }
    Claim claim;
    claim.kind = reading.kind;
    claim.direction = reading.kind == ClaimKind::Level ? Direction::None : reading.way.direction;
    claim.low = quantity.low;
    claim.high = quantity.high;
    claim.lowHalfUnit = quantity.lowHalfUnit;
    claim.highHalfUnit = quantity.highHalfUnit;
    claim.unit = unitOf(quantity);
    claim.hedge = quantity.hedge;
    claim.intradayStated = m_bases[index].isIntraday;
    claim.openStated = m_bases[index].isOpening;
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
