// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TickTypes.h"

//! Changes to stored ticks other than imports, inside a transaction of the writer. What a TickWriter has of these series in
//! memory is stale afterwards. Throw SQLite::Exception and StoreFailure.
namespace tickmark::store {

class Connection;

//! See StoreWriter::correctTick().
ImportResult correctTick(Connection &connection, const TickCorrection &correction);
//! Takes the ticks of an import out of one series, and brings back what it had taken out if it was a correction.
void undoTicks(Connection &connection, qint64 importId, qint64 seriesId, core::TimeRange range, UndoTotals &totals);
//! What undoTicks() would do now; `range` is of the first and the last tick.
void forecastTicks(Connection &connection, qint64 importId, qint64 seriesId, core::TimeRange range,
                   UndoForecast &forecast);
//! Adds the ticks of one series to another, both as often as one of them has it; how many were added. The decimals of
//! `into` are at least those of `from`.
qint64 mergeTicks(Connection &connection, qint64 from, qint64 into);
//! InvalidInput when a stored tick would not fit.
void widenTicks(Connection &connection, qint64 seriesId, int priceDecimals, int sizeDecimals);
//! All of one series, with its gaps and what corrections took out; how many ticks.
qint64 removeTicks(Connection &connection, qint64 seriesId);
//! Joined with the recorded gaps that it touches. NotFound for no series of ticks, InvalidInput for an empty range.
void addTickGap(Connection &connection, qint64 seriesId, core::TimeRange range);

} // namespace tickmark::store
