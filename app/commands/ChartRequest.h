// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartContent.h>
#include <charts/ChartSpec.h>
#include <core/CalendarSet.h>
#include <core/Result.h>
#include <store/StoreReader.h>

#include <optional>
#include <stop_token>

namespace tickmark::app {

//! A chart as asked for, before the store was read.
struct ChartWish
{
    charts::ChartSpec spec; //!< from and to are set here when `from`, `to` are nothing
    std::optional<core::SessionDate> from;
    std::optional<core::SessionDate> to;
    bool intraday = false; //!< intraday bars where the store has them; always tried for a single session
};

//! A chart ready to be drawn.
struct ChartValues
{
    charts::ChartSpec spec;
    charts::ChartContent content;
};

//! Reads what a chart needs from the store: bars from before the view on (curves enter from them, the base may lie
//! there), headlines, the union of the instruments' sessions. Without from or to: all that the store has. NotFound for
//! an unknown symbol or one without quotes.
[[nodiscard]] core::Result<ChartValues> loadChart(store::StoreReader &reader, const core::CalendarSet &calendars,
                                                  const ChartWish &wish, std::stop_token stop = {});

} // namespace tickmark::app
