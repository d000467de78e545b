// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <core/SplitScale.h>
#include <sources/providers/QuoteProvider.h>
#include <store/StoreReader.h>

#include <functional>
#include <optional>
#include <span>
#include <vector>

// Stored bars and fetched ones count in the same shares, or they must not stand in one series.
namespace tickmark::pipeline {

//! By which the bars of one series are told apart: the session, or the start.
[[nodiscard]] qint64 timeKey(const core::Bar &bar, const core::Series &series);
//! The fetched bar of the same time as `bar`; null when there is none.
[[nodiscard]] const sources::FetchedBar *sameTime(const core::Bar &bar, const core::Series &series,
                                                  std::span<const sources::FetchedBar> fetched);

//! What is known of splits that the stored prices of `series` do not have in them yet: those that are stored, up to
//! `until`, and those that came with an answer. Ascending; empty where its prices are as traded.
[[nodiscard]] core::Result<std::vector<core::Split>> splitsSince(store::StoreReader &reader, const core::Series &series,
                                                                 std::optional<core::SessionDate> until,
                                                                 std::span<const sources::FetchedSplit> told = {});

//! Whether `fetched` (ascending) does not have the first of `splits` in its prices yet, though it came: before that day
//! they are those that are stored. `sessionOf` says of which session a bar is.
[[nodiscard]] core::Result<bool> lagsBehind(std::span<const core::Split> splits, store::StoreReader &reader,
                                            const core::Series &series, std::span<const sources::FetchedBar> fetched,
                                            const std::function<core::SessionDate(const core::Bar &)> &sessionOf);

//! How the closes of the times that both have fit together.
struct Overlap
{
    qint64 bars = 0;
    qint64 apart = 0;       //!< by more than a correction would be
    bool isShifted = false; //!< all of them (two at least) by one ratio that rounding does not explain

    [[nodiscard]] bool isAllApart() const { return isShifted || (bars > 0 && apart == bars); }
};
//! Of the stored bars of `series` with `fetched` (ascending).
[[nodiscard]] core::Result<Overlap> overlapWithStored(store::StoreReader &reader, const core::Series &series,
                                                      std::span<const sources::FetchedBar> fetched);

[[nodiscard]] core::Result<std::vector<core::Bar>> allStored(store::StoreReader &reader, const core::Series &series);

//! In which shares the stored bars of `series` count, as the prices of the days show that `fetched` (ascending) has too:
//! the ratio of small numbers that they have in common. Nothing where there is none.
[[nodiscard]] std::optional<core::ShareRatio> ratioBetween(std::span<const core::Bar> stored,
                                                           const core::Series &series,
                                                           std::span<const sources::FetchedBar> fetched);

//! How many shares one of a stored bar is by now; nothing where that is not known.
using RatioAt = std::function<std::optional<core::ShareRatio>(const core::Bar &)>;

//! Whether most of the closes of the times that both have are the same after `ratioAt`: no other split came as well.
[[nodiscard]] bool isExplained(std::span<const core::Bar> stored, const core::Series &series,
                               std::span<const sources::FetchedBar> fetched, const RatioAt &ratioAt);

//! Those of `stored` that are not among `fetched` (ascending).
[[nodiscard]] std::vector<core::Bar> besides(std::span<const core::Bar> stored, const core::Series &series,
                                             std::span<const sources::FetchedBar> fetched);

//! `bar` of `series` in new shares; rounded (and flagged so) where its decimals end. Nothing where it does not fit.
[[nodiscard]] std::optional<sources::FetchedBar> inNewShares(const core::Bar &bar, const core::Series &series,
                                                             core::ShareRatio ratio);

} // namespace tickmark::pipeline
