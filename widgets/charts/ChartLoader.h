// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartContent.h"
#include "ChartSpec.h"
#include <core/CalendarSet.h>
#include <core/Result.h>
#include <store/StoreReader.h>

#include <map>
#include <optional>
#include <stop_token>
#include <vector>

namespace tickmark::charts {

//! A chart as asked for, before the store was read.
struct ChartWish
{
    ChartSpec spec; //!< from and to are set here when `from`, `to` are nothing
    std::optional<core::SessionDate> from;
    std::optional<core::SessionDate> to;
    bool intraday = false; //!< intraday bars where the store has them; always tried for a single session
    //! For a window, which pans and zooms without reading again: all daily bars and all headlines (titles only) whatever
    //! the range, and intraday bars only of instruments that have them for every session of the range. Instruments
    //! without quotes get an empty history, symbols that the store does not know get none: for a tolerant spec.
    bool forWindow = false;
    //! Series of ticks that grow now, by symbol: they are drawn, whichever else the instrument has.
    std::map<QString, qint64> streams{};
};

//! A chart ready to be drawn.
struct ChartValues
{
    ChartSpec spec;
    ChartContent content;
    QStringList unknown; //!< for a window: symbols that the store does not know (any more)
};

//! Reads what a chart needs from the store, for window and command line alike: bars from before the view on (curves
//! enter from them, the base may lie there), headlines, the union of the instruments' sessions. Without from or to: all
//! that the store has. NotFound for an unknown symbol, and for one without quotes unless the spec skips those and another one
//! has some. On the thread of the reader.
[[nodiscard]] core::Result<ChartValues> loadChart(store::StoreReader &reader, const core::CalendarSet &calendars,
                                                  const ChartWish &wish, std::stop_token stop = {});

//! The sentences for the foot of a page, in the spec's language: what is not known of the calendars in its range, and with
//! markers what the store says of its news. On the thread of the reader.
[[nodiscard]] core::Result<QStringList> loadNotes(store::StoreReader &reader, const ChartSpec &spec,
                                                  const ChartContent &content);

} // namespace tickmark::charts
