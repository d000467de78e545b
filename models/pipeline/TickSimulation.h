// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/SessionCalendar.h>
#include <core/Tick.h>

#include <cstddef>
#include <optional>
#include <vector>

namespace tickmark::pipeline {

//! Endless made-up trades of one instrument, the same ones for the same calendar, start, seed and walk, on every machine.
//! Times lie in open hours, ascending, on whole milliseconds, about four a second, every fourth at the time of the one
//! before. A value with a state: one thread at a time. O(1) per tick, about 10 ns.
class TickSimulation
{
public:
    static constexpr int kPriceDecimals = 2;
    static constexpr int kSizeDecimals = 0;
    //! That many fit before the end of the time that nanoseconds can hold, whatever the calendar.
    static constexpr qint64 kMostTicks = 2'000'000'000;

    enum class Walk {
        Random, //!< a random walk from 100.00, never below 1.00
        Noise,  //!< every price on its own, between 90.00 and 110.47: the worst case for a picture
    };

    //! Begins with the first session on `start` or after it. `calendar` must outlive it.
    TickSimulation(const core::SessionCalendar &calendar, core::SessionDate start, quint64 seed, Walk walk);

    //! Replaces `ticks` by the next `count`; fewer only where time ends.
    void next(std::vector<core::Tick> &ticks, std::size_t count);

private:
    [[nodiscard]] quint64 draw();
    [[nodiscard]] bool enterNextHours();

    const core::SessionCalendar &m_calendar;
    quint64 m_state;
    Walk m_walk;
    std::optional<core::Session> m_session;
    bool m_afternoon = false; //!< past the lunch of m_session
    core::TimeRange m_hours;  //!< of m_session, without its lunch
    qint64 m_timeNs = 0;
    qint64 m_price = 100'00;
};

} // namespace tickmark::pipeline
