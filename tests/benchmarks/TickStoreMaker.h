// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <core/Result.h>
#include <core/Tick.h>

#include <QString>

#include <functional>
#include <vector>

namespace tickmark::bench {

//! What bench_ticks measures on: a store with one instrument of New York, kSymbol, and its ticks.
inline constexpr const char *kSymbol = "BENCH";

//! Replaces `ticks` by the next slice, ascending in time; empty at the end.
using TickSupply = std::function<void(std::vector<core::Tick> &ticks)>;

//! `count` simulated trades.
[[nodiscard]] TickSupply simulated(const core::CalendarSet &calendars, qint64 count, bool noise);
//! The ticks of a file, again and again, each time so many weeks later, until there are `count`; with their decimals.
struct RepeatedFile
{
    TickSupply supply;
    int priceDecimals = 0;
    int sizeDecimals = 0;
};
[[nodiscard]] core::Result<RepeatedFile> repeated(const QString &path, qint64 count);

//! A new store with these ticks; seconds from the first slice to the last commit.
[[nodiscard]] core::Result<double> makeStore(const QString &path, const TickSupply &supply, int priceDecimals,
                                             int sizeDecimals);
//! A new store without ticks.
[[nodiscard]] core::Result<> makeEmptyStore(const QString &path);

//! A new file "epoch milliseconds,price,size" of prices with two decimals.
[[nodiscard]] core::Result<> writeCsv(const QString &path, const TickSupply &supply);
//! Writes `count` simulated trades as "epoch milliseconds,price,size"; imports that file into a new store. Ticks per
//! second from opening the file to the last commit.
[[nodiscard]] core::Result<double> importRate(const QString &folder, const core::CalendarSet &calendars, qint64 count);

} // namespace tickmark::bench
