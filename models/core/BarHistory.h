// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Bar.h"
#include "Instrument.h"
#include "Series.h"
#include "SessionCalendar.h"

#include <QStringList>

#include <vector>

namespace tickmark::core {

//! The bars of one series over a range, with all that is needed to draw, tabulate and cite them. A snapshot: it does not
//! follow the store.
struct BarHistory
{
    Instrument instrument;
    Series series;         //!< prices of `bars` are in units of series.priceDecimals
    CalendarPtr calendar;  //!< never null
    std::vector<Bar> bars; //!< ascending by session date (daily) or start (intraday), no duplicates
    QStringList origins;   //!< provenance: file names or addresses the bars came from, sorted
};

//! When `bar` was traded: its session from opening to close (daily), or [start, start + interval) (intraday).
[[nodiscard]] TimeRange barSpan(const Bar &bar, const Series &series, const SessionCalendar &calendar);

} // namespace tickmark::core
