// SPDX-License-Identifier: GPL-3.0-or-later
#include "Judging.h"
#include "SpanSteps.h"

namespace tickmark::claims {

namespace {

//! The stated sessions, but ended one session earlier: as many of them, or from the same beginning of the week.
std::optional<SessionSpan> sessionEarlier(const ClaimTime &time, SessionSpan span,
                                          const core::SessionCalendar &calendar)
{
    const auto last = calendar.sessionBefore(span.last);
    if (!last)
        return std::nullopt;
    if (time.span == ClaimTime::Span::Sessions)
        return endingAt(last->date, span.count, calendar);
    return span.count > 1 ? std::optional(SessionSpan{span.base, last->date, span.count - 1}) : std::nullopt;
}

} // namespace

// A text cannot mean a session that had not opened when it was published: hasOpenedBy() bars those everywhere.

bool Judging::tryOthers()
{
    if (isValue())
        return tryNeighbours() || trySpans() || tryAdjustment();
    return (isSingleSession() && (tryOpen(VerdictCode::OtherBasis) || tryPreMarket())) || tryNeighbours() || trySpans()
           || trySums() || tryAdjustment();
}

bool Judging::tryOpen(VerdictCode code)
{
    const auto found = furthest([](const Member &member) { return std::optional(member.span); },
                                [](const Member &member, const SessionSpan &span) -> std::optional<double> {
                                    const core::Bar *bar = member.moves.bar(span.last);
                                    return bar ? member.moves.to(bar->open, span.last, span.base) : std::nullopt;
                                });
    if (!found || !fits(*found))
        return false;
    decide(code, Basis::Open, *found);
    addClose(*found->member, found->span.base);
    addDay(*found->member, found->span.last);
    return true;
}

bool Judging::tryPreMarket()
{
    const Member &member = m_members.front();
    if (m_members.size() > 1)
        return false;
    const core::Bar *extreme = nullptr;
    std::optional<ClaimMoves::Range> range;
    for (const core::Bar &bar : member.moves.quotes().early) {
        const auto low = member.moves.to(bar.low, member.span.last, member.span.base);
        const auto high = member.moves.to(bar.high, member.span.last, member.span.base);
        if (!low || !high || (bar.flags & core::kBarRangeBroken))
            continue;
        const ClaimMoves::Range grown = range ? ClaimMoves::Range{std::min(range->low, *low),
                                                                  std::max(range->high, *high)}
                                              : ClaimMoves::Range{*low, *high};
        if (!range || along(extremeOf(grown)) > along(extremeOf(*range)))
            extreme = &bar;
        range = grown;
    }
    if (!range)
        return false;
    const Found found{extremeOf(*range), &member, member.span, {}};
    const double slack = member.moves.slackOf(found.move, member.span.last, member.span.base);
    if (!(isUpTo() ? fits(found) : fits(*range, slack)))
        return false;
    decide(VerdictCode::OtherBasis, Basis::PreMarket, found);
    addClose(member, member.span.base);
    const bool isLow = extremeOf(*range) == range->low;
    addEarly(member, *extreme, isLow ? extreme->low : extreme->high,
             isLow ? QStringLiteral("low") : QStringLiteral("high"));
    addClose(member, member.span.last);
    return true;
}

bool Judging::tryNeighbours()
{
    const Measure closes = [](const Member &member, const SessionSpan &span) {
        return member.moves.between(span.base, span.last);
    };
    const SpanRule before = [this](const Member &member) {
        return sessionEarlier(m_claim.time, member.span, *member.moves.quotes().calendar);
    };
    const SpanRule after = [this](const Member &member) -> std::optional<SessionSpan> {
        const core::SessionCalendar &calendar = *member.moves.quotes().calendar;
        const auto next = calendar.sessionAfter(member.span.last);
        if (!next || !hasOpenedBy(next->date, m_published, calendar))
            return std::nullopt;
        if (m_claim.time.span != ClaimTime::Span::Sessions)
            return SessionSpan{member.span.base, next->date, member.span.count + 1};
        return endingAt(next->date, member.span.count, calendar);
    };
    return tryCloses(before, closes, VerdictCode::OtherBasis, Basis::SessionBefore)
           || tryCloses(after, closes, VerdictCode::OtherBasis, Basis::SessionAfter);
}

bool Judging::trySpans()
{
    const Measure closes = [](const Member &member, const SessionSpan &span) {
        return member.moves.between(span.base, span.last);
    };
    for (int count = 1; count <= kMostSpan; ++count) {
        if (count == m_members.front().span.count)
            continue;
        const SpanRule ending = [count](const Member &member) {
            return endingAt(member.span.last, count, *member.moves.quotes().calendar);
        };
        const SpanRule beginning = [this, count](const Member &member) -> std::optional<SessionSpan> {
            const core::SessionCalendar &calendar = *member.moves.quotes().calendar;
            const auto first = calendar.sessionAfter(member.span.base);
            const auto span = first ? beginningAt(first->date, count, calendar) : std::nullopt;
            return span && hasOpenedBy(span->last, m_published, calendar) ? span : std::nullopt;
        };
        if (tryCloses(ending, closes, VerdictCode::OtherBasis, Basis::OtherSpan)
            || tryCloses(beginning, closes, VerdictCode::OtherBasis, Basis::OtherSpan))
            return true;
    }
    return false;
}

bool Judging::trySums()
{
    const int count = m_members.front().span.count;
    if (m_claim.kind != ClaimKind::Percent || count < 2 || count > kMostSpan)
        return false;
    const Measure sum = [](const Member &member, const SessionSpan &span) { return member.moves.sumOfDailies(span); };
    const SpanRule stated = [](const Member &member) { return std::optional(member.span); };
    const SpanRule begun = [this](const Member &member) {
        return sessionsFrom(m_claim.time, m_published, *member.moves.quotes().calendar);
    };
    const SpanRule before = [this](const Member &member) {
        return sessionEarlier(m_claim.time, member.span, *member.moves.quotes().calendar);
    };
    for (const SpanRule &rule : {stated, begun, before}) {
        const auto found = furthest(rule, sum);
        if (!found || !fits(*found))
            continue;
        decide(VerdictCode::OtherBasis, Basis::SumOfDailies, *found);
        const core::SessionCalendar &calendar = *found->member->moves.quotes().calendar;
        addClose(*found->member, found->span.base);
        for (const core::Session &session : calendar.sessions(found->span.base.plusDays(1), found->span.last))
            addClose(*found->member, session.date);
        if (found->span != found->member->span) {
            m_verdict.sessions = found->span;
            m_verdict.closeMove = found->member->moves.between(found->span.base, found->span.last);
        }
        return true;
    }
    return false;
}

bool Judging::tryAdjustment()
{
    return tryCloses([](const Member &member) { return std::optional(member.span); },
                     [](const Member &member, const SessionSpan &span) {
                         return member.moves.betweenUnadjusted(span.base, span.last);
                     },
                     VerdictCode::OtherBasis, Basis::OtherAdjustment);
}

} // namespace tickmark::claims
