// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/BarHistory.h>
#include <core/PriceDoubt.h>
#include <core/Result.h>
#include <core/SessionCalendar.h>
#include <core/SplitScale.h>
#include <store/StoreReader.h>

#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

//! What several sources have of one instrument as one row of bars, and prices of one instrument in the shares of one day:
//! the one place for both, so that a chart, the watchlist and a verdict rest on the same quotes.
namespace tickmark::pipeline {

//! Daily bars of one instrument, per session that of the best source that has one. A bar that shows no trade (flat without
//! volume) or contradicts itself gives way to a good one of another source, and stays where there is none. A value.
//!
//! So two sessions may be of two sources that do not agree. What is reckoned across them (the move of a claim) is to be read
//! with readFor() instead: from the sources that have both closes first.
struct DailyBars
{
    std::vector<core::Series> sources; //!< the best first, as they are stored
    std::vector<core::BarRun> runs;    //!< in `sources`; empty without bars
    std::vector<core::Bar> bars;       //!< ascending, each as stored: decimals and splits are those of its source

    //! Those of `range`.
    [[nodiscard]] DailyBars within(const store::SessionRange &range) const;
    [[nodiscard]] const core::Series &sourceOf(std::size_t index) const { return sources[core::sourceAt(runs, index)]; }
    //! The index of the bar of that session; nothing when there is none.
    [[nodiscard]] std::optional<std::size_t> indexOf(core::SessionDate session) const;
};

enum class DailyChoice {
    Shown,  //!< what the user chose for the charts, with traded sources filling in where that is traded too
    Traded, //!< never simulated or dividend-adjusted
};
//! The daily series of an instrument, the best first; empty: it has no quotes.
[[nodiscard]] core::Result<std::vector<core::Series>> dailySources(store::StoreReader &reader, qint64 instrumentId,
                                                                   DailyChoice choice);
[[nodiscard]] core::Result<DailyBars> readDailyBars(store::StoreReader &reader, std::vector<core::Series> sources,
                                                    const store::SessionRange &range, const std::stop_token &stop);
//! `sources`, but first of all, where the closes of `daily` on these two sessions are of two of them, the best one that has
//! both: a move is not reckoned from one source to another as long as one alone can tell it.
[[nodiscard]] core::Result<std::vector<core::Series>> inOrderFor(store::StoreReader &reader, const DailyBars &daily,
                                                                 core::SessionDate from, core::SessionDate to,
                                                                 const std::stop_token &stop);
//! `daily` (of `range`) as the sources of inOrderFor() have it: read again where the order is another.
[[nodiscard]] core::Result<DailyBars> readFor(store::StoreReader &reader, DailyBars daily,
                                              const store::SessionRange &range, core::SessionDate from,
                                              core::SessionDate to, const std::stop_token &stop);
//! The latest session that one of the sources has a bar of.
[[nodiscard]] core::Result<std::optional<core::SessionDate>> lastDailySession(store::StoreReader &reader,
                                                                              std::span<const core::Series> sources,
                                                                              const std::stop_token &stop);

//! What bars came to that were brought to the shares of one day.
struct BarScale
{
    int priceDecimals = 0; //!< of all of them
    int sizeDecimals = 0;
    int ownDecimals = 0; //!< that their sources give prices in (see core::shownPrice)
    //! How exactly the prices are known, ascending; none: all as their sources give them.
    std::vector<core::PriceDoubt> doubts{};
};
//! Of which day the shares are that are traded at `time`: the latest session that had opened.
[[nodiscard]] core::SessionDate sharesAt(const core::SessionCalendar &calendar, core::Time time);
//! The same for this moment.
[[nodiscard]] core::SessionDate sharesToday(const core::SessionCalendar &calendar);
//! Brings bars (of `sources` by `runs`) to common decimals and to the shares of `reference`; `sessionOf` is asked of few of
//! them and must ascend. Nothing when a price does not fit: `bars` are then of no use.
[[nodiscard]] std::optional<BarScale> bringToShares(
    std::vector<core::Bar> &bars, std::span<const core::BarRun> runs, std::span<const core::Series> sources,
    std::span<const core::Split> splits, core::SessionDate reference,
    const std::function<core::SessionDate(const core::Bar &)> &sessionOf);
[[nodiscard]] std::optional<BarScale> bringToShares(DailyBars &daily, std::span<const core::Split> splits,
                                                    core::SessionDate reference);

} // namespace tickmark::pipeline
