// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickBreaks.h"

#include "TickCells.h"

#include <algorithm>

namespace tickmark::charts {

namespace {

qint64 widthOf(const core::Session &session, const core::TimeScale &scale)
{
    return scale.toAxis(session.hours.end) - scale.toAxis(session.hours.begin);
}

//! True when a chunk begins or ends in `times`: ticks are there, and no page is needed to know it.
bool hasChunkEnd(const ticks::TickSnapshot &snapshot, core::TimeRange times)
{
    const std::size_t index = snapshot.chunkAt(times.begin);
    if (index == snapshot.chunkCount())
        return false;
    const ticks::BlockNode &all = snapshot.chunk(index).all;
    return times.contains(core::Time{all.lastTime}) || times.contains(core::Time{all.firstTime});
}

} // namespace

core::TimeRange wholeDay(const core::Session &session, const core::SessionCalendar &calendar)
{
    if (calendar.isRoundTheClock())
        return session.hours;
    const auto midnight = [&](core::SessionDate date) {
        return calendar.zone().fromLocalNs(qint64(date.days()) * core::kNsPerDay);
    };
    return {std::min(midnight(session.date), session.hours.begin),
            std::max(midnight(session.date.plusDays(1)), session.hours.end)};
}

void TickBreaks::update(const TickCurve &curve, const XMap &x)
{
    if (m_snapshot && m_snapshot != curve.snapshot) {
        forgetFrom(curve, firstDifference(*m_snapshot, *curve.snapshot));
    }
    m_snapshot = curve.snapshot;
    const core::SessionDate first = curve.sessionOf(curve.snapshot->firstTime());
    const core::SessionDate last = curve.sessionOf(curve.snapshot->lastTime());
    if (m_scale == x.sharedScale() && m_first == first && m_last == last)
        return;
    m_scale = x.sharedScale();
    m_first = first;
    m_last = last;
    m_widest = 0;
    m_sessions.clear();
    for (const core::Session &session : curve.calendar->sessions(first, last)) {
        m_sessions.push_back({session, widthOf(session, x.scale())});
        m_widest = std::max(m_widest, m_sessions.back().width);
    }
}

//! Ticks may have been taken back.
void TickBreaks::forgetFrom(const TickCurve &curve, core::Time time)
{
    if (time <= m_snapshot->firstTime())
        m_quoted.clear();
    else if (time <= m_snapshot->lastTime())
        m_quoted.erase(m_quoted.lower_bound(curve.sessionOf(time)), m_quoted.end());
    std::erase_if(m_found, [time](const auto &found) { return found.second.after.time >= time; });
}

std::optional<TickBreak> TickBreaks::breakAt(const TickCurve &curve, core::Time time)
{
    if (const auto found = m_found.find(time.ns); found != m_found.end())
        return found->second;
    const auto before = ticks::lastTickBefore(*curve.snapshot, curve.pages->cache(), time);
    const auto after = ticks::firstTickFrom(*curve.snapshot, curve.pages->cache(), time);
    if (!before.tick || !after.tick)
        return std::nullopt;
    const TickBreak one{time, *before.tick, *after.tick};
    if (before.isFinal && after.isFinal)
        m_found.emplace(time.ns, one);
    return one;
}

std::span<const TickBreaks::PlacedSession> TickBreaks::sessionsFrom(core::SessionDate first) const
{
    const auto from = std::ranges::lower_bound(m_sessions, first, {}, &PlacedSession::date);
    return std::span(m_sessions).subspan(std::size_t(from - m_sessions.begin()));
}

std::optional<core::Session> TickBreaks::missingBetween(core::SessionDate before, core::SessionDate after,
                                                        const XMap &x) const
{
    if (after <= before.plusDays(1))
        return std::nullopt;
    for (const PlacedSession &placed : sessionsFrom(before.plusDays(1))) {
        if (placed.date() >= after)
            break;
        if (placed.session.verified && placed.width >= x.nsPerColumn())
            return placed.session;
    }
    return std::nullopt;
}

bool TickBreaks::isQuoted(const TickCurve &curve, const core::Session &session)
{
    if (m_quoted.contains(session.date))
        return true;
    const core::TimeRange day = wholeDay(session, *curve.calendar);
    if (hasChunkEnd(*curve.snapshot, day)) {
        m_quoted.insert(session.date);
        return true;
    }
    const auto lastBefore = [&](core::Time time) {
        return ticks::lastTickBefore(*curve.snapshot, curve.pages->cache(), time);
    };
    auto last = lastBefore(day.end);
    bool quoted = last.tick && last.tick->time >= day.begin;
    if (!quoted && last.isFinal && curve.calendar->isRoundTheClock()) {
        // After the last close of a week, the rest of the day still belongs to it.
        last = lastBefore(curve.calendar->zone().fromLocalNs(qint64(session.date.days() + 1) * core::kNsPerDay));
        quoted = last.tick && curve.sessionOf(last.tick->time) == session.date;
    }
    if (quoted && last.isFinal)
        m_quoted.insert(session.date);
    return quoted || !last.isFinal;
}

std::vector<core::SessionDate> TickBreaks::quotedSessions(const TickCurve &curve, const XMap &x, AxisRange view,
                                                          const TickNeighbours &neighbours)
{
    const core::TimeScale &scale = x.scale();
    const core::SessionDate first = std::max(curve.sessionOf(scale.toTime(view.begin)), m_first);
    const core::SessionDate last = std::min(curve.sessionOf(scale.toTime(view.end - 1)), m_last);
    // The ends have ticks, on whatever day that is.
    std::vector<core::SessionDate> quoted{neighbours.before ? curve.sessionOf(neighbours.before->time) : m_first};
    for (const PlacedSession &placed : sessionsFrom(first)) {
        if (placed.date() > last)
            break;
        if (placed.width < x.nsPerColumn() || isQuoted(curve, placed.session))
            quoted.push_back(placed.date());
    }
    quoted.push_back(neighbours.after ? curve.sessionOf(neighbours.after->time) : m_last);
    return quoted;
}

std::vector<TickBreak> TickBreaks::in(const TickCurve &curve, const XMap &x, AxisRange view,
                                      const TickNeighbours &neighbours)
{
    update(curve, x);
    std::vector<TickBreak> breaks;
    std::vector<core::SessionDate> quoted;
    if (m_widest >= x.nsPerColumn())
        quoted = quotedSessions(curve, x, view, neighbours);
    for (std::size_t i = 1; i < quoted.size(); ++i) {
        auto missing = missingBetween(quoted[i - 1], quoted[i], x);
        while (missing) {
            const auto one = breakAt(curve, missing->hours.begin);
            if (one)
                breaks.push_back(*one);
            // Behind it, ticks may stand on days without a session.
            missing = one ? missingBetween(std::max(missing->date, curve.sessionOf(one->after.time)), quoted[i], x)
                          : std::nullopt;
        }
    }
    const core::Time begin = neighbours.before ? neighbours.before->time : x.scale().toTime(view.begin);
    const core::Time end = neighbours.after ? neighbours.after->time : x.scale().toTime(view.end);
    auto gap = std::ranges::partition_point(curve.gaps, [&](const core::TimeRange &one) { return one.begin <= begin; });
    for (; gap != curve.gaps.end() && gap->begin <= end; ++gap) {
        if (const auto one = breakAt(curve, gap->begin))
            breaks.push_back(*one);
    }
    std::ranges::sort(breaks, {}, &TickBreak::time);
    return breaks;
}

} // namespace tickmark::charts
