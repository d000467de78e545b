// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickBars.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace tickmark::charts {

namespace {

constexpr double kLeastWidth = 7; // px
constexpr std::array kIntervals = {core::kNsPerSecond,      5 * core::kNsPerSecond, 15 * core::kNsPerSecond,
                                   core::kNsPerMinute,      5 * core::kNsPerMinute, 15 * core::kNsPerMinute,
                                   30 * core::kNsPerMinute, core::kNsPerHour,       2 * core::kNsPerHour};

//! One bar before it has values.
struct Slot
{
    core::TimeRange span;
    core::SessionDate session;
};

//! The time of a session's day that the scale shows: with pre- and after-market where it has them.
core::TimeRange shownHours(const core::Session &session, const core::SessionCalendar &calendar,
                           const core::TimeScale &scale)
{
    if (calendar.isRoundTheClock())
        return session.hours;
    const auto midnight = [&](core::SessionDate date) {
        return calendar.zone().fromLocalNs(qint64(date.days()) * core::kNsPerDay);
    };
    const core::Time first = scale.toTime(scale.toAxis(midnight(session.date)));
    const qint64 end = scale.toAxis(midnight(session.date.plusDays(1)));
    const core::Time last = scale.isTradingTime() ? core::Time{scale.toTime(end - 1).ns + 1} : core::Time{end};
    return {std::min(first, session.hours.begin), std::max(last, session.hours.end)};
}

//! The bars of one session that touch `times`.
void appendSlots(std::vector<Slot> &slots, const core::Session &session, const core::TimeRange shown, qint64 interval,
                 core::TimeRange times)
{
    const core::TimeRange hours = session.hours;
    const core::Time begin = std::max(shown.begin, times.begin);
    const core::Time end = std::min(shown.end, times.end);
    if (end <= begin)
        return;
    const qint64 fromOpening = begin.ns - hours.begin.ns;
    const qint64 steps = fromOpening >= 0 ? fromOpening / interval : -((-fromOpening + interval - 1) / interval);
    const auto append = [&](core::Time from, core::Time to) {
        if (from < end && begin < to)
            slots.push_back({{from, to}, session.date});
    };
    for (core::Time at{hours.begin.ns + steps * interval}; at < end; at.ns += interval) {
        const core::Time next{at.ns + interval};
        // The close ends a bar wherever it falls: what is traded after hours is not the session's.
        if (at < hours.end && hours.end < next) {
            append(at, hours.end);
            append(hours.end, std::min(next, shown.end));
        } else {
            append(at, std::min(next, std::max(shown.end, at)));
        }
    }
}

std::vector<Slot> slotsOf(const TickCurve &curve, const core::TimeScale &scale, qint64 interval, core::TimeRange times)
{
    const core::SessionCalendar &calendar = *curve.calendar;
    std::vector<Slot> slots;
    const core::SessionDate first = calendar.sessionDateOf(times.begin).plusDays(-1);
    const core::SessionDate last = calendar.sessionDateOf(times.end).plusDays(1);
    for (const core::Session &session : calendar.sessions(first, last)) {
        const core::TimeRange shown = shownHours(session, calendar, scale);
        if (interval != core::Series::kDaily) {
            appendSlots(slots, session, shown, interval, times);
        } else if (session.hours.begin < times.end && times.begin < session.hours.end) {
            slots.push_back({officialHours(session, calendar), session.date});
        }
    }
    std::erase_if(slots, [](const Slot &slot) { return slot.span.isEmpty(); });
    return slots;
}

//! The part of the history that there are bars of: the first one begins before its first tick.
core::TimeRange quotedPart(const TickCurve &curve, qint64 interval, core::TimeRange times)
{
    const qint64 longest = interval == core::Series::kDaily ? core::kNsPerDay : interval;
    const qint64 first = std::max(curve.snapshot->firstTime().ns, std::numeric_limits<qint64>::min() + longest);
    return {std::max(times.begin, core::Time{first - longest}),
            std::min(times.end, core::Time{curve.snapshot->lastTime().ns + 1})};
}

} // namespace

qint64 tickBarInterval(const XMap &x)
{
    const double columns = std::ceil(kLeastWidth / x.columnWidth());
    // A column is never so long that a dozen of them would not fit.
    return leastTickBarInterval(x.nsPerColumn() > core::kNsPerDay ? core::kNsPerDay
                                                                  : qint64(columns) * x.nsPerColumn());
}

qint64 leastTickBarInterval(qint64 leastNs)
{
    const auto *found = std::ranges::find_if(kIntervals, [&](qint64 interval) { return interval >= leastNs; });
    return found == kIntervals.end() ? core::Series::kDaily : *found;
}

core::TimeRange officialHours(const core::Session &session, const core::SessionCalendar &calendar)
{
    // Round the clock the close is the next opening.
    return {session.hours.begin, core::Time{session.hours.end.ns + (calendar.isRoundTheClock() ? 0 : 1)}};
}

core::Bar barOf(const ticks::Column &column)
{
    core::Bar bar;
    bar.open = column.first;
    bar.high = column.high;
    bar.low = column.low;
    bar.close = column.last;
    if (column.volume > 0)
        bar.volume = column.volume;
    return bar;
}

TickBars tickBars(const TickCurve &curve, const core::TimeScale &scale, qint64 interval, core::TimeRange times)
{
    TickBars result;
    result.history = {curve.instrument, curve.series, curve.calendar, {}, curve.origins};
    result.history.series.intervalNs = interval;
    const core::TimeRange part = quotedPart(curve, interval, times);
    if (part.isEmpty())
        return result;
    const std::vector<Slot> slots = slotsOf(curve, scale, interval, part);
    std::vector<qint64> edges;
    for (const Slot &slot : slots) {
        if (edges.empty() || edges.back() != slot.span.begin.ns)
            edges.push_back(slot.span.begin.ns);
        edges.push_back(slot.span.end.ns);
    }
    if (slots.empty())
        return result;
    std::vector<ticks::Column> columns(edges.size() - 1);
    ticks::queryColumns(*curve.snapshot, curve.pages->cache(), {edges, nullptr, true}, columns);
    std::size_t at = 0;
    for (const Slot &slot : slots) {
        while (edges[at] != slot.span.begin.ns)
            ++at;
        const ticks::Column &column = columns[at];
        result.isFinal = result.isFinal && column.isFinal;
        if (!column.hasTicks)
            continue;
        core::Bar bar = barOf(column);
        bar.start = slot.span.begin;
        bar.session = slot.session;
        result.history.bars.push_back(bar);
    }
    return result;
}

} // namespace tickmark::charts
