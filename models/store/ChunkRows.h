// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RawStatement.h"
#include "TickTypes.h"
#include <ticks/ChunkSummary.h>
#include <ticks/TickHistory.h>

#include <functional>
#include <optional>
#include <vector>

//! The index over ticks as it lies in the store: rows of chunks, and the tail. Inside a transaction of a reader or of the
//! writer. Throw SQLite::Exception and StoreFailure.
namespace tickmark::store {

class Connection;

//! A row of tick_chunks. `all` is in the chunk's own decimals.
struct ChunkHead
{
    qint64 id = 0;
    qint64 seriesId = 0;
    qint64 seq = 0;
    qint64 ticks = 0;
    int priceDecimals = 0;
    int sizeDecimals = 0;
    qint32 version = 0;
    ticks::BlockNode all;
};

//! Decimals of a series of ticks; nothing when there is no such series.
struct TickScale
{
    int priceDecimals = 0;
    int sizeDecimals = 0;
};
[[nodiscard]] std::optional<TickScale> findTickScale(Connection &connection, qint64 seriesId);

//! The columns of a ChunkHead, in the order in which headFrom() expects them.
extern const char *const kHeadColumns;
[[nodiscard]] ChunkHead headFrom(const RawStatement &row);
//! By time. O(chunks), about a microsecond each: neither data nor nodes are read.
[[nodiscard]] std::vector<ChunkHead> readChunkHeads(Connection &connection, qint64 seriesId);

//! In the decimals of the series. Nothing when no chunk can have such values: the row is damaged.
[[nodiscard]] std::optional<ticks::ChunkSummary> summaryOf(const ChunkHead &head, TickScale scale);
//! Over all blocks of a page.
[[nodiscard]] ticks::BlockNode nodeOfPage(const ticks::NodePage &page);

struct TailTick
{
    core::Tick tick;
    qint64 importId = 0;
};
//! Ascending.
[[nodiscard]] std::vector<TailTick> readTail(Connection &connection, qint64 seriesId);

//! All chunks and the tail of a series. Chunks whose row is damaged are left out, with a warning in the log: the rest can
//! still be shown, and `store verify` names them.
void loadHistory(Connection &connection, qint64 seriesId, TickScale scale, std::span<const TailTick> tail,
                 ticks::TickHistory &history);

//! Multiplied, or the nearest number that fits.
[[nodiscard]] qint64 scaledOrNearest(qint64 value, qint64 factor);

//! How messages call a series: "NVDA, file", with the field where it is no trade.
[[nodiscard]] QString seriesTitle(Connection &connection, qint64 seriesId);
//! "NVDA, file: ticks from ... to ... are damaged."
[[nodiscard]] QString damagedTicks(const QString &title, core::Time first, core::Time last);

} // namespace tickmark::store
