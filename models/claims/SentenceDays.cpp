// SPDX-License-Identifier: GPL-3.0-or-later
#include "TimeWords.h"

#include <algorithm>

namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;
using Kind = DayMark::Kind;

constexpr int kMostSessions = 10;
constexpr Roles kVerbs = Role::Verb | Role::VerbBase | Role::ValueVerb | Role::LevelVerb | Role::OtherVerb;

} // namespace

SentenceDays::SentenceDays(std::span<const Token> tokens, const std::vector<Clause> &clauses,
                           const std::vector<Quantity> &quantities, std::vector<DayMark> marks, TextSpan sentence,
                           const NamedDay &carried, core::Time published)
    : m_tokens(tokens),
      m_clauses(clauses),
      m_quantities(quantities),
      m_marks(std::move(marks)),
      m_marksOf(clauses.size()),
      m_inherited(clauses.size()),
      m_openSpans(clauses.size()),
      m_sentence(sentence),
      m_carried(carried),
      m_published(core::SessionDate::utcDateOf(published))
{
    std::vector<std::size_t> clauseOf(tokens.size(), clauses.size());
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        for (const std::size_t token : clauses[i].tokens)
            clauseOf[token] = i;
    }
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        const std::size_t owner = clauseOf[m_marks[i].first];
        if (owner < clauses.size() && m_marks[i].kind != Kind::Aside)
            m_marksOf[owner].push_back(i);
    }
    spread();
}

//! Hands days on from clause to clause.
void SentenceDays::spread()
{
    NamedDay main = m_carried;
    NamedDay previous = m_carried;
    std::vector<std::size_t> openSpans;
    for (std::size_t i = 0; i < m_clauses.size(); ++i) {
        const Clause &clause = m_clauses[i];
        const bool goesOn = clause.followsColon || clause.kind == Clause::Kind::Coordinated
                            || clause.kind == Clause::Kind::Bracket || isElliptic(i);
        m_inherited[i] = goesOn ? previous : main;
        NamedDay own = m_inherited[i];
        bool isDay = false;
        for (const std::size_t index : m_marksOf[i]) {
            const DayMark &mark = m_marks[index];
            if (mark.kind == Kind::Date || mark.kind == Kind::Today) {
                own = {mark.kind == Kind::Date ? std::optional(mark.date) : std::nullopt, 0, m_sentence};
                isDay = true;
            } else if (mark.kind == Kind::Shift) {
                own.shift = mark.count;
                isDay = false;
            }
        }
        const bool isMain = clause.kind == Clause::Kind::Main || clause.kind == Clause::Kind::Coordinated;
        // "Year to date, A is up 17.7%, while B is down 5.8%"
        if (m_marksOf[i].empty())
            m_openSpans[i] = openSpans;
        else if (isMain)
            openSpans.clear();
        for (const std::size_t index : m_marksOf[i]) {
            const Kind kind = m_marks[index].kind;
            const bool isRecord = kind == Kind::Unknown && isOfRecord(m_marks[index], clause.tokens.front());
            if (isMain && !isRecord && (kind == Kind::Span || kind == Kind::Days || kind == Kind::Unknown))
                openSpans.push_back(index);
        }
        if (isDay && isMain)
            main = own;
        // "A fell 3% and B 5% on Monday"
        if (isDay && isMain && i > 0 && isElliptic(i) && m_marksOf[i - 1].empty() && m_inherited[i - 1] == m_carried)
            m_inherited[i - 1] = own;
        previous = own;
    }
    m_carried = main;
}

bool SentenceDays::isElliptic(std::size_t clause) const
{
    return !m_clauses[clause].quantities.empty()
           && std::ranges::none_of(m_clauses[clause].tokens, [&](std::size_t i) { return m_tokens[i].isAny(kVerbs); });
}

//! "nach einem Minus von 3 Prozent am Freitag": a number that tells what was before.
bool SentenceDays::isGoverned(const Quantity &quantity, std::size_t clause) const
{
    const std::vector<std::size_t> &tokens = m_clauses[clause].tokens;
    for (std::size_t place = m_clauses[clause].placeOf(quantity.first); place-- > 0;) {
        const Token &token = m_tokens[tokens[place]];
        if (token.is(Role::ReasonPreposition))
            return true;
        if (token.isAny(kVerbs) || token.kind != TokenKind::Word)
            return false;
    }
    return false;
}

//! The mark follows the number at once.
bool SentenceDays::isBoundTo(const DayMark &mark, const Quantity &quantity) const
{
    return mark.first >= quantity.last && mark.first <= quantity.last + 2
           && std::none_of(m_tokens.begin() + std::ptrdiff_t(quantity.last),
                           m_tokens.begin() + std::ptrdiff_t(mark.first),
                           [](const Token &token) { return token.kind != TokenKind::Word || token.isAny(kVerbs); });
}

//! "slumped 9% in its deepest drop since March": the span is of a noun between `from` and it.
bool SentenceDays::isOfRecord(const DayMark &mark, std::size_t from) const
{
    bool isInPhrase = false;
    bool hasNoun = false;
    for (std::size_t i = from; i < mark.first; ++i) {
        if (m_tokens[i].kind != TokenKind::Word)
            return false;
        isInPhrase = isInPhrase || m_tokens[i].isAny(Role::Article | Role::Possessive);
        hasNoun = isInPhrase && m_tokens[i].isAny(Role::Noun | Role::SpanDays);
    }
    return hasNoun; // right before the span
}

std::vector<std::size_t> SentenceDays::marksFor(std::size_t clause, const Quantity &quantity) const
{
    const std::vector<std::size_t> &marks = m_marksOf[clause];
    std::vector<std::size_t> result;
    std::vector<std::size_t> days;
    for (const std::size_t index : marks) {
        const DayMark &mark = m_marks[index];
        bool isOthers = false;
        for (const std::size_t other : m_clauses[clause].quantities) {
            const Quantity &candidate = m_quantities[other];
            if (candidate.number != quantity.number && isBoundTo(mark, candidate)
                && (mark.kind == Kind::Shift || isGoverned(candidate, clause)))
                isOthers = true;
        }
        if (isOthers)
            continue;
        const bool isDay = mark.kind == Kind::Date || mark.kind == Kind::Today || mark.kind == Kind::Shift;
        (isDay ? days : result).push_back(index);
    }
    const bool isTogether = std::ranges::any_of(m_clauses[clause].tokens,
                                                [&](std::size_t i) { return m_tokens[i].is(Role::Together); });
    if (days.size() <= 1 || isTogether) {
        result.insert(result.end(), days.begin(), days.end());
        return result;
    }
    const auto bound = std::ranges::find_if(days, [&](std::size_t i) { return isBoundTo(m_marks[i], quantity); });
    const auto before = std::ranges::find_if(days.rbegin(), days.rend(),
                                             [&](std::size_t i) { return m_marks[i].first < quantity.number; });
    result.push_back(bound != days.end() ? *bound : before != days.rend() ? *before : days.front());
    return result;
}

void SentenceDays::apply(const DayMark &mark, ClaimTime &time) const
{
    switch (mark.kind) {
    case Kind::Date:
        time.date = mark.date;
        time.shift = 0;
        return;
    case Kind::Today:
        time.date.reset();
        time.shift = 0;
        return;
    case Kind::Shift:
        time.shift = mark.count;
        return;
    case Kind::Span:
        time.span = mark.span;
        time.date.reset();
        time.shift = 0;
        if (mark.weeksBack > 0) // the Friday of that week
            time.date = m_published.plusDays(-(m_published.weekday() - 5) - 7 * mark.weeksBack);
        return;
    case Kind::Days:
        time.sessions = mark.count;
        time.endStated = false;
        return;
    case Kind::Unknown:
    case Kind::Aside:
        return;
    }
}

//! "am Montag und Dienstag zusammen"
void SentenceDays::addSecondDay(const std::vector<std::size_t> &marks, ClaimTime &time) const
{
    std::optional<core::SessionDate> first;
    for (const std::size_t index : marks) {
        const DayMark &mark = m_marks[index];
        if (mark.kind != Kind::Date)
            continue;
        if (first && mark.date > *first && mark.date.days() - first->days() < kMostSessions) {
            time.date = mark.date;
            time.sessions = mark.date.days() - first->days() + 1;
            time.endStated = true;
        }
        first = first ? first : std::optional(mark.date);
    }
}

std::optional<ClaimTime> SentenceDays::timeOf(std::size_t clause, const Quantity &quantity, TextSpan &where) const
{
    const NamedDay &inherited = m_inherited[clause];
    ClaimTime time;
    time.date = inherited.date;
    time.shift = inherited.shift;
    where = inherited.sentence;
    const std::vector<std::size_t> marks = m_marksOf[clause].empty() ? m_openSpans[clause] : marksFor(clause, quantity);
    for (const std::size_t index : marks) {
        if (m_marks[index].kind == Kind::Unknown && !isOfRecord(m_marks[index], quantity.last))
            return std::nullopt;
    }
    // a span looks back from the publication, whatever day was named before
    std::vector<std::size_t> ordered = marks;
    std::stable_partition(ordered.begin(), ordered.end(), [&](std::size_t i) { return m_marks[i].kind == Kind::Span; });
    for (const std::size_t index : ordered) {
        apply(m_marks[index], time);
        if (m_marks[index].kind == Kind::Date || m_marks[index].kind == Kind::Today)
            where = m_sentence;
    }
    addSecondDay(marks, time);
    return time;
}

} // namespace tickmark::claims
