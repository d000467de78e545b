// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Bar.h"
#include "Instrument.h"
#include "Series.h"
#include "SessionCalendar.h"
#include "SplitScale.h"

#include <QStringList>

#include <span>
#include <vector>

namespace tickmark::core {

//! From the bar `first` on, up to the next run, bars are of the source with that index.
struct BarRun
{
    std::size_t first = 0;
    std::size_t source = 0;

    friend bool operator==(const BarRun &, const BarRun &) = default;
};

//! The index of the source of bar `index`; 0 without runs. `runs` ascend, the first begins with bar 0.
[[nodiscard]] std::size_t sourceAt(std::span<const BarRun> runs, std::size_t index);

//! The bars of one instrument over a range, with all that is needed to draw, tabulate and cite them. A snapshot: it does
//! not follow the store.
struct BarHistory
{
    Instrument instrument;
    //! What the bars are: of its source are those for which `runs` say nothing else; prices are in units of its decimals
    //! and in the shares of its splitsUntil, whatever the store has them in.
    Series series;
    CalendarPtr calendar;          //!< never null
    std::vector<Bar> bars;         //!< ascending by session date (daily) or start (intraday), no duplicates
    QStringList origins;           //!< provenance: file names or addresses the bars came from, sorted
    std::vector<Series> sources{}; //!< that had something to give, as they are stored, the best first; empty: `series`
    std::vector<BarRun> runs{};    //!< in `sources`
    std::vector<Split> splits{};   //!< all that are known of the instrument, ascending

    //! Decimals that its sources give prices in; those of `series` are more where splits need them.
    [[nodiscard]] int ownDecimals() const;
    //! The stored series that a bar is of.
    [[nodiscard]] const Series &sourceOf(std::size_t index) const;
    //! By which of `splits` the prices of a bar differ from the stored ones.
    [[nodiscard]] std::vector<Split> splitsBetween(std::size_t index) const;
};

//! When `bar` was traded: its session from opening to close (daily), or [start, start + interval) (intraday).
[[nodiscard]] TimeRange barSpan(const Bar &bar, const Series &series, const SessionCalendar &calendar);

} // namespace tickmark::core
