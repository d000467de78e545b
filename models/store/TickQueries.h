// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChunkRows.h"
#include "Provenance.h"

#include <QStringList>

#include <vector>

//! What the store knows of ticks, without decoding any; inside a transaction. Throw SQLite::Exception and StoreFailure.
namespace tickmark::store {

//! NotFound for no such series.
[[nodiscard]] ticks::SnapshotPtr readTickSnapshot(Connection &connection, qint64 seriesId);
//! By series and time, the tail of each last; of all series for id 0.
[[nodiscard]] std::vector<ChunkRow> readChunkRows(Connection &connection, qint64 seriesId);
//! Ascending; those that overlap as one.
[[nodiscard]] std::vector<core::TimeRange> readTickGaps(Connection &connection, qint64 seriesId);
//! O(chunks).
[[nodiscard]] qint64 countTicks(Connection &connection, qint64 seriesId);
//! Of all series.
[[nodiscard]] qint64 countAllTicks(Connection &connection);

struct ChunkProvenance
{
    qint64 chunkId = 0; //!< 0: the tail
    Provenance provenance;
};
//! Of the chunks with ticks from `range.begin` to `range.end`, both included, and of the tail's ticks between them.
[[nodiscard]] std::vector<ChunkProvenance> readProvenance(Connection &connection, qint64 seriesId,
                                                          core::TimeRange range);
//! Of ticks in a half-open range, as far as chunks tell: file names and addresses, sorted, each once.
[[nodiscard]] QStringList readTickOrigins(Connection &connection, qint64 seriesId, core::TimeRange range);

} // namespace tickmark::store
