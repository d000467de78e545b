// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TickPages.h"
#include <core/Instrument.h>
#include <core/Series.h>
#include <core/SessionCalendar.h>
#include <ticks/TickSnapshot.h>

#include <QStringList>

#include <algorithm>
#include <memory>
#include <optional>
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
    //! The stream of it is interrupted: nothing is known from the last tick up to here. Nothing: it is not.
    std::optional<core::Time> outage{};
    //! A session that is not over, and so has no close to count from yet; nothing: there is none.
    std::optional<core::SessionDate> running{};

    [[nodiscard]] core::SessionDate sessionOf(core::Time time) const { return calendar->sessionDateOf(time); }
    //! Of the last tick, or the end of an outage after it.
    [[nodiscard]] core::Time newest() const
    {
        return outage ? std::max(*outage, snapshot->lastTime()) : snapshot->lastTime();
    }
};

//! A gap may be told from the trade before it on; a curve is torn after that one.
[[nodiscard]] std::vector<core::TimeRange> tornAfter(std::vector<core::TimeRange> gaps);

} // namespace tickmark::charts
