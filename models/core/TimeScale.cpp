// SPDX-License-Identifier: GPL-3.0-or-later
#include "TimeScale.h"

#include <algorithm>

namespace tickmark::core {

namespace {

void appendOpenHours(std::vector<TimeRange> &open, const SessionCalendar &calendar, SessionDate first, SessionDate last)
{
    for (const Session &session : calendar.sessions(first, last)) {
        if (session.lunch) {
            open.push_back({session.hours.begin, session.lunch->begin});
            open.push_back({session.lunch->end, session.hours.end});
        } else {
            open.push_back(session.hours);
        }
    }
}

//! Sorted, without empty ranges, touching and overlapping ones joined.
std::vector<TimeRange> merged(std::vector<TimeRange> ranges)
{
    std::erase_if(ranges, [](const TimeRange &range) { return range.isEmpty(); });
    std::sort(ranges.begin(), ranges.end(), [](const TimeRange &a, const TimeRange &b) { return a.begin < b.begin; });
    std::vector<TimeRange> result;
    result.reserve(ranges.size());
    for (const TimeRange &range : ranges) {
        if (!result.empty() && range.begin <= result.back().end)
            result.back().end = std::max(result.back().end, range.end);
        else
            result.push_back(range);
    }
    return result;
}

} // namespace

TimeScale TimeScale::calendarTime()
{
    return {};
}

TimeScale TimeScale::tradingTime(std::vector<TimeRange> open)
{
    TimeScale scale;
    scale.m_trading = true;
    scale.m_open = merged(std::move(open));
    scale.m_x.resize(scale.m_open.size());
    // Open time before the origin counts backwards, so that adding older sessions moves nothing.
    qint64 x = 0;
    for (const TimeRange &range : scale.m_open) {
        if (range.begin < kOrigin)
            x -= std::min(range.end, kOrigin).ns - range.begin.ns;
    }
    for (std::size_t i = 0; i < scale.m_open.size(); ++i) {
        scale.m_x[i] = x;
        x += scale.m_open[i].end.ns - scale.m_open[i].begin.ns;
    }
    return scale;
}

TimeScale TimeScale::tradingTime(std::span<const CalendarPtr> calendars, TimeRange range,
                                 std::span<const TimeRange> extra)
{
    constexpr int kMarginDays = 14; // the next opening after the range must exist, over any holidays
    const SessionDate first = SessionDate::utcDateOf(std::min(range.begin, kOrigin)).plusDays(-kMarginDays);
    const SessionDate last = SessionDate::utcDateOf(std::max(range.end, kOrigin)).plusDays(kMarginDays);
    const bool onlyRoundTheClock = std::all_of(calendars.begin(), calendars.end(),
                                               [](const CalendarPtr &calendar) { return calendar->isRoundTheClock(); });
    std::vector<TimeRange> open(extra.begin(), extra.end());
    std::vector<const SessionCalendar *> done;
    for (const CalendarPtr &calendar : calendars) {
        if ((calendar->isRoundTheClock() && !onlyRoundTheClock)
            || std::ranges::find(done, calendar.get()) != done.end())
            continue;
        appendOpenHours(open, *calendar, first, last);
        done.push_back(calendar.get());
    }
    return tradingTime(std::move(open));
}

qint64 TimeScale::toAxis(Time time) const
{
    if (!m_trading)
        return time.ns;
    const auto after = std::upper_bound(m_open.begin(), m_open.end(), time,
                                        [](Time t, const TimeRange &range) { return t < range.begin; });
    if (after == m_open.begin())
        return m_x.empty() ? 0 : m_x.front();
    const auto index = std::size_t(after - m_open.begin()) - 1;
    const TimeRange &range = m_open[index];
    // Past the close: the position of the close is that of the next opening.
    return m_x[index] + (std::min(time, range.end).ns - range.begin.ns);
}

Time TimeScale::toTime(qint64 x) const
{
    if (!m_trading)
        return Time{x};
    if (m_x.empty())
        return kOrigin;
    const auto after = std::upper_bound(m_x.begin(), m_x.end(), x);
    if (after == m_x.begin())
        return m_open.front().begin;
    const auto index = std::size_t(after - m_x.begin()) - 1;
    const TimeRange &range = m_open[index];
    return std::min(Time{range.begin.ns + (x - m_x[index])}, range.end);
}

bool TimeScale::isOpen(Time time) const
{
    if (!m_trading)
        return true;
    const auto after = std::upper_bound(m_open.begin(), m_open.end(), time,
                                        [](Time t, const TimeRange &range) { return t < range.begin; });
    return after != m_open.begin() && std::prev(after)->contains(time);
}

} // namespace tickmark::core
