// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TickPages.h"
#include <core/Instrument.h>
#include <core/Series.h>
#include <core/SessionCalendar.h>
#include <ticks/TickSnapshot.h>

#include <QStringList>

#include <memory>
#include <vector>

namespace tickmark::charts {

//! The ticks of one series over its whole length, with all that is needed to draw and cite them. A value; a series that
//! grows is another one with the same pages.
struct TickCurve
{
    core::Instrument instrument;
    core::Series series;                   //!< with the decimals of the snapshot
    core::CalendarPtr calendar;            //!< never null
    ticks::SnapshotPtr snapshot;           //!< never null, not empty
    std::vector<core::TimeRange> gaps;     //!< ascending: nothing is known of the time inside
    std::vector<core::TimeRange> extended; //!< pre- and after-market that is quoted, ascending
    QStringList origins;
    std::shared_ptr<TickPages> pages; //!< never null

    [[nodiscard]] core::SessionDate sessionOf(core::Time time) const { return calendar->sessionDateOf(time); }
};

//! A gap may be told from the trade before it on; a curve is torn after that one.
[[nodiscard]] std::vector<core::TimeRange> tornAfter(std::vector<core::TimeRange> gaps);

} // namespace tickmark::charts
