// SPDX-License-Identifier: GPL-3.0-or-later
#include "Judging.h"

#include <algorithm>
#include <cmath>

namespace tickmark::claims {

namespace {

std::optional<double> closeMove(const ClaimMoves &moves, SessionSpan span)
{
    return moves.between(span.base, span.last);
}

} // namespace

Judging::Judging(const Claim &claim, core::Time published, const ClaimQuotes &quotes, core::Time now)
    : m_claim(claim), m_published(published), m_quotes(quotes), m_now(now)
{
    m_verdict.interval = intervalOf(claim);
    nameInstrument(quotes.own.instrument);
}

void Judging::nameInstrument(const core::Instrument &instrument)
{
    m_verdict.symbol = instrument.symbol;
    m_verdict.names = instrument.names;
}

Verdict Judging::verdict()
{
    if (gather() && !tryStatedOpen() && !tryClose() && !tryRange() && !tryOthers())
        contradict();
    return m_verdict;
}

double Judging::extremeOf(ClaimMoves::Range range) const
{
    return along(range.low) > along(range.high) ? range.low : range.high;
}

bool Judging::fits(const Found &found) const
{
    const double slack = found.member->moves.slackOf(found.move, found.span.last, found.span.base);
    return fitsInterval(m_claim, m_verdict.interval, found.move, slack);
}

bool Judging::fits(ClaimMoves::Range range, double slack) const
{
    const Interval &interval = m_verdict.interval;
    range = {range.low - slack, range.high + slack};
    switch (m_claim.direction) {
    case Direction::Up:
        return interval.meets(range.low, range.high);
    case Direction::Down:
        return interval.meets(-range.high, -range.low);
    case Direction::None:
        break;
    }
    return interval.meets(range.low, range.high) || interval.meets(-range.high, -range.low);
}

double Judging::distanceTo(double move) const
{
    const double reached = along(move);
    return std::max({0.0, m_claim.low - reached, reached - m_claim.high});
}

std::optional<Judging::Found> Judging::furthest(const SpanRule &rule, const Measure &measure) const
{
    std::optional<Found> result;
    double own = 0;
    for (const Member &member : m_members) {
        const auto span = rule(member);
        const auto move = span ? measure(member, *span) : std::nullopt;
        if (!move)
            return std::nullopt;
        if (&member == &m_members.front())
            own = *move;
        if (!result || along(*move) > along(result->move))
            result = Found{*move, &member, *span, {}};
    }
    if (result && m_members.size() > 1)
        result->own = own;
    return result;
}

void Judging::decide(VerdictCode code, Basis basis, const Found &found)
{
    m_verdict.code = code;
    m_verdict.basis = basis;
    m_verdict.measured = found.own.value_or(found.move);
    if (found.own)
        m_verdict.measuredOther = found.move;
    m_verdict.sessions = found.member->span;
    m_verdict.basisSessions = found.span.count;
    nameInstrument(found.member->moves.quotes().instrument);
    m_verdict.closeMove = closeMove(found.member->moves, found.member->span);
    const double closed = m_verdict.closeMove.value_or(0);
    m_verdict.oppositeAtClose = (m_claim.direction == Direction::Up && closed < 0)
                                || (m_claim.direction == Direction::Down && closed > 0);
}

bool Judging::tryCloses(const SpanRule &rule, const Measure &measure, VerdictCode code, Basis basis)
{
    const auto found = furthest(rule, measure);
    if (!found || !fits(*found))
        return false;
    decide(code, basis, *found);
    addClose(*found->member, found->span.base);
    addClose(*found->member, found->span.last);
    addValueParts(*found->member, found->span.last);
    return true;
}

bool Judging::tryStatedOpen()
{
    return m_claim.openStated && isSingleSession() && !isValue() && tryOpen(VerdictCode::Intraday);
}

bool Judging::tryClose()
{
    const Measure closes = [](const Member &member, const SessionSpan &span) { return closeMove(member.moves, span); };
    // what opened at a price and did not, but closed there, fits another basis than the text states
    const bool isOther = m_claim.openStated && isSingleSession() && !isValue();
    if (tryCloses([](const Member &member) { return std::optional(member.span); }, closes,
                  isOther ? VerdictCode::OtherBasis : VerdictCode::Close, Basis::Close))
        return true;
    const auto other = sessionsFrom(m_claim.time, m_published, *m_quotes.own.calendar);
    if (!other || m_members.front().beginsThere)
        return false;
    const bool isClose = tryCloses(
        [this](const Member &member) {
            return sessionsFrom(m_claim.time, m_published, *member.moves.quotes().calendar);
        },
        closes, VerdictCode::Close, Basis::Close);
    if (isClose) {
        m_verdict.sessions = *other;
        m_verdict.closeMove = m_verdict.measuredOther ? m_verdict.measuredOther : m_verdict.measured;
        m_verdict.oppositeAtClose = false;
    }
    return isClose;
}

bool Judging::tryRange()
{
    if (isValue()) // a market value is stated of closes, never of a moment
        return false;
    return isSingleSession() && !isUpTo() ? trySessionRange() : isIntradayStated() && tryExtreme();
}

bool Judging::trySessionRange()
{
    const Member &member = m_members.front();
    const auto range = member.moves.range(member.span.base, member.span.last);
    if (!range || !fits(*range, member.moves.slackOf(extremeOf(*range), member.span.last, member.span.base)))
        return false;
    decide(VerdictCode::Intraday, Basis::Range, {extremeOf(*range), &member, member.span, {}});
    m_verdict.measuredOther = m_verdict.measured;
    if (!isIntradayStated())
        m_verdict.measured = m_verdict.closeMove;
    addClose(member, member.span.base);
    addDay(member, member.span.last);
    noteTouch(member, member.span.base);
    return true;
}

std::optional<Judging::Found> Judging::furthestExtreme() const
{
    return furthest([](const Member &member) { return std::optional(member.span); },
                    [this](const Member &member, const SessionSpan &span) {
                        const auto range = member.moves.range(span.base, span.last);
                        return range ? std::optional(extremeOf(*range)) : std::nullopt;
                    });
}

core::SessionDate Judging::dayOf(const Found &extreme) const
{
    const ClaimMoves &moves = extreme.member->moves;
    for (const core::Bar &bar : moves.quotes().bars) {
        if (bar.session <= extreme.span.base || bar.session > extreme.span.last)
            continue;
        if (moves.to(bar.low, bar.session, extreme.span.base) == extreme.move
            || moves.to(bar.high, bar.session, extreme.span.base) == extreme.move)
            return bar.session;
    }
    return extreme.span.last;
}

bool Judging::tryExtreme()
{
    const auto found = furthestExtreme();
    if (!found || !fits(*found))
        return false;
    decide(VerdictCode::Intraday, Basis::Range, *found);
    m_verdict.measuredOther = found->move;
    addClose(*found->member, found->span.base);
    const core::SessionDate extremeDay = dayOf(*found);
    addDay(*found->member, extremeDay);
    if (extremeDay != found->span.last)
        addClose(*found->member, found->span.last);
    noteTouch(*found->member, found->span.base);
    return true;
}

void Judging::contradict()
{
    const bool hasRange = isSingleSession() && !isValue();
    const auto reached = hasRange && isUpTo()
                             ? furthestExtreme()
                             : furthest([](const Member &member) { return std::optional(member.span); },
                                        [](const Member &member, const SessionSpan &span) {
                                            return closeMove(member.moves, span);
                                        });
    if (!reached)
        return;
    const Member &member = *reached->member;
    decide(VerdictCode::Contradicted, Basis::None, *reached);
    const Member &own = m_members.front();
    m_verdict.measured = closeMove(own.moves, own.span);
    m_verdict.measuredOther.reset();
    addClose(member, member.span.base);
    double nearest = reached->move;
    if (hasRange) {
        const auto range = member.moves.range(member.span.base, member.span.last);
        if (range && !isUpTo())
            nearest = distanceTo(range->low) <= distanceTo(range->high) ? range->low : range->high;
        m_verdict.measuredOther = nearest;
        addDay(member, member.span.last);
    } else {
        addClose(member, member.span.last);
        addValueParts(member, member.span.last);
        const auto extreme = isIntradayStated() && !isValue() ? furthestExtreme() : std::nullopt;
        if (extreme && extreme->member == &member && distanceTo(extreme->move) < distanceTo(nearest)) {
            nearest = extreme->move;
            m_verdict.measuredOther = nearest;
            addDay(member, dayOf(*extreme));
        }
    }
    m_verdict.off = distanceTo(nearest);
}

} // namespace tickmark::claims
