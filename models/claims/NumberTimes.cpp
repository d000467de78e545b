// SPDX-License-Identifier: GPL-3.0-or-later
#include "SentenceDays.h"

#include <algorithm>

//! The part of SentenceDays that gives each number its time.
namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;
using Kind = DayMark::Kind;

constexpr int kMostSessions = 10;

} // namespace

//! The mark follows the number at once.
bool SentenceDays::isBoundTo(const DayMark &mark, const Quantity &quantity) const
{
    if (mark.first < quantity.last || mark.first > quantity.last + 2)
        return false;
    for (std::size_t i = quantity.last; i < mark.first; ++i) {
        if (m_tokens[i].kind != TokenKind::Word || isVerbAt(m_tokens, i))
            return false;
    }
    return true;
}

//! "slumped 9% in its deepest drop since March": the span is of a noun between `from` and it.
bool SentenceDays::isOfRecord(const DayMark &mark, std::size_t from) const
{
    bool isInPhrase = false;
    bool hasNoun = false;
    std::size_t end = mark.first;
    while (end > from && m_tokens[end - 1].isAny(Role::Since | Role::Article)) // "seit dem 16. März"
        --end;
    for (std::size_t i = from; i < end; ++i) {
        if (m_tokens[i].kind != TokenKind::Word)
            return false;
        const bool isBehindWord = i > from && !m_tokens[i - 1].is(Role::Article); // not "in the week since"
        isInPhrase = isInPhrase || m_tokens[i].isAny(Role::Article | Role::Possessive);
        hasNoun = isInPhrase
                  && (m_tokens[i].isAny(Role::Noun | Role::SpanDays | Role::SpanWeek | Role::SpanMonth)
                      || (isBehindWord && m_tokens[i].is(Role::RecordNoun)));
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
        if (mark.kind == Kind::Shift) {
            isOthers = std::ranges::any_of(m_clauses[clause].quantities, [&](std::size_t other) {
                return m_quantities[other].number != quantity.number && isBoundTo(mark, m_quantities[other]);
            });
        }
        if (isOthers)
            continue;
        const bool isDay = mark.kind == Kind::Date || mark.kind == Kind::Today || mark.kind == Kind::Shift;
        (isDay ? days : result).push_back(index);
    }
    const bool isTogether = std::ranges::any_of(m_clauses[clause].tokens,
                                                [&](std::size_t i) { return m_tokens[i].is(Role::Together); });
    if (!days.empty()) // "die 2022 ... am Montag", "the week's star ... on Monday": the day says more
        std::erase_if(result, [&](std::size_t i) { return m_marks[i].isDated || m_marks[i].isGenitive; });
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
    case Kind::After: // of a number that it belongs to
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
    case Kind::DayAfter: // of the number behind it
        --time.shift;
        return;
    case Kind::Span:
        time.span = mark.span;
        time.date.reset();
        time.shift = 0;
        if (mark.isDated)
            time.date = mark.date;
        else if (mark.weeksBack > 0) // the Friday of that week
            time.date = m_published.plusDays(-(m_published.weekday() - 5) - 7 * mark.weeksBack);
        return;
    case Kind::Days:
        time.sessions = mark.count;
        time.endStated = mark.isDated;
        if (mark.isDated) {
            time.date = mark.date;
            time.shift = 0;
        }
        return;
    case Kind::Unknown:
    case Kind::Aside:
    case Kind::Now:
    case Kind::Same:
    case Kind::SameSpan:
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

//! A month or a year is no time of a level, and only of what is traded.
bool SentenceDays::holds(const DayMark &mark, const Quantity &quantity) const
{
    if (mark.kind != Kind::Span || !mark.isDated)
        return true;
    const bool isMove = quantity.unit == Quantity::Unit::Percent
                        && (quantity.lead == Quantity::Lead::None || quantity.lead == Quantity::Lead::By
                            || quantity.lead == Quantity::Lead::Of);
    return isMove && m_market.speaksOfTraded();
}

bool SentenceDays::isOwnDay(const Quantity &quantity) const
{
    const auto place = std::ranges::lower_bound(m_quantities, quantity.number, {}, &Quantity::number);
    const std::optional<std::size_t> own = m_boundTo[std::size_t(place - m_quantities.begin())];
    return own && (m_marks[*own].kind == Kind::Date || m_marks[*own].kind == Kind::After);
}

std::optional<ClaimTime> SentenceDays::timeOf(std::size_t clause, const Quantity &quantity, TextSpan &where) const
{
    if (m_isUnheld[clause])
        return std::nullopt;
    const NamedDay &inherited = m_inherited[clause];
    ClaimTime time;
    time.date = inherited.date;
    time.shift = inherited.shift;
    where = inherited.sentence;
    std::vector<std::size_t> marks = m_marksOf[clause].empty() ? m_openSpans[clause] : marksFor(clause, quantity);
    const auto place = std::ranges::lower_bound(m_quantities, quantity.number, {}, &Quantity::number);
    const std::optional<std::size_t> own = m_boundTo[std::size_t(place - m_quantities.begin())];
    if (own)
        marks = {*own};
    for (const std::size_t index : marks) {
        if (m_marks[index].kind == Kind::Unknown && !isOfRecord(m_marks[index], quantity.last))
            return std::nullopt;
        if (!holds(m_marks[index], quantity))
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
