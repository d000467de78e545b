// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CloseComparison.h"
#include <core/Bar.h>
#include <core/SessionCalendar.h>

#include <optional>
#include <vector>

namespace tickmark::analysis {

//! The last close of each session among intraday bars of one series: of the last bar that starts before the exchange closes.
//! A session whose bars end more than half an hour (or a bar) before has none: it is not complete. One thread.
class LastCloses
{
public:
    //! `calendar` is not null.
    LastCloses(core::CalendarPtr calendar, qint64 intervalNs);

    //! Ascending by start; bars outside the hours are passed over.
    void add(const core::Bar &bar);
    //! After the last bar; ascending. Low and high are those of the bars inside the hours.
    [[nodiscard]] std::vector<SessionClose> take();

private:
    void endSession();

    core::CalendarPtr m_calendar;
    qint64 m_intervalNs;
    std::optional<core::Session> m_session; //!< of m_close
    SessionClose m_close;
    core::Time m_lastStart;
    std::vector<SessionClose> m_closes;
};

} // namespace tickmark::analysis
