// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Bar.h>
#include <core/SessionCalendar.h>

#include <optional>
#include <vector>

namespace tickmark::pipeline {

//! Watches the bars of one series as they come in, in the file's order, and flags what is suspicious only in context:
//! jumps, days without a session, the same day twice. Also counts the sessions without a bar. One thread.
class BarChecks
{
public:
    //! `intervalNs` is core::Series::kDaily or the length of an intraday bar.
    BarChecks(core::CalendarPtr calendar, qint64 intervalNs);

    //! Adds to bar.flags. `priceDecimals` are the bar's own.
    void check(core::Bar &bar, int priceDecimals);

    [[nodiscard]] qint64 bars() const { return m_bars; }
    [[nodiscard]] std::optional<core::SessionDate> firstSession() const { return m_first; }
    [[nodiscard]] std::optional<core::SessionDate> lastSession() const { return m_last; }
    //! Bars outside the calendar's coverage, where nobody knows whether the day was a session.
    [[nodiscard]] qint64 unverifiedBars() const { return m_unverified; }
    //! Sessions of the calendar between the first and the last bar that have none, within its coverage. Daily bars only,
    //! else empty.
    [[nodiscard]] std::vector<core::SessionDate> missingSessions() const;

private:
    [[nodiscard]] core::SessionDate sessionOf(const core::Bar &bar) const;
    //! True when the day was there before.
    bool remember(core::SessionDate session);

    core::CalendarPtr m_calendar;
    bool m_daily;
    qint64 m_bars = 0;
    qint64 m_unverified = 0;
    double m_previousClose = 0;
    std::optional<core::SessionDate> m_first;
    std::optional<core::SessionDate> m_last;
    std::vector<bool> m_seen; //!< daily: one per day from m_seenFrom on
    core::SessionDate m_seenFrom;
};

} // namespace tickmark::pipeline
