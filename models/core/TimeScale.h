// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SessionCalendar.h"
#include "Time.h"

#include <span>
#include <vector>

namespace tickmark::core {

//! Maps time to the x coordinate of a chart and back, in integer nanoseconds, so that no pixel ever depends on a
//! floating-point epoch. Immutable value.
//!
//! Calendar time: x is the time itself. Trading time: x counts the open time since kOrigin; closed time (nights,
//! weekends, holidays, lunch) maps to the next opening. The map is monotone: toAxis(toTime(x)) == x for every x inside,
//! toTime(toAxis(t)) == t for every open t and the next opening for every closed one. Before the first opening of the
//! table and after its last close the map is constant.
class TimeScale
{
public:
    //! Where trading time counts from, whatever is in view: positions of two scales over the same calendars agree.
    static constexpr Time kOrigin{946'684'800 * kNsPerSecond}; // 2000-01-01T00:00Z

    [[nodiscard]] static TimeScale calendarTime();
    //! `open` in any order, overlaps allowed (the union counts); empty ranges are ignored.
    [[nodiscard]] static TimeScale tradingTime(std::vector<TimeRange> open);
    //! The union of the sessions of `calendars` from kOrigin to the end of `range` (further back when `range` starts
    //! before). Markets that trade round the clock join only when no other is given. `extra` adds extended hours.
    [[nodiscard]] static TimeScale tradingTime(std::span<const CalendarPtr> calendars, TimeRange range,
                                               std::span<const TimeRange> extra = {});

    [[nodiscard]] bool isTradingTime() const { return m_trading; }
    [[nodiscard]] qint64 toAxis(Time time) const;
    [[nodiscard]] Time toTime(qint64 x) const;
    //! Always true in calendar time.
    [[nodiscard]] bool isOpen(Time time) const;
    //! The merged open ranges, ascending; empty in calendar time.
    [[nodiscard]] std::span<const TimeRange> openRanges() const { return m_open; }

private:
    bool m_trading = false;
    std::vector<TimeRange> m_open;
    std::vector<qint64> m_x; //!< axis position of m_open[i].begin
};

} // namespace tickmark::core
