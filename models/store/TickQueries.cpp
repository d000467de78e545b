// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickQueries.h"

#include "Connection.h"
#include "StoreError.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <set>

namespace tickmark::store {

namespace {

ChunkRow rowOf(const ChunkHead &head)
{
    ChunkRow row;
    row.id = head.id;
    row.seriesId = head.seriesId;
    row.first = core::Time{head.all.firstTime};
    row.last = core::Time{head.all.lastTime};
    row.ticks = head.ticks;
    row.priceDecimals = head.priceDecimals;
    row.sizeDecimals = head.sizeDecimals;
    row.open = head.all.first;
    row.high = head.all.high;
    row.low = head.all.low;
    row.close = head.all.last;
    row.volume = head.all.volume;
    row.version = head.version;
    return row;
}

ChunkRow rowOfTail(qint64 seriesId, TickScale scale, const std::vector<TailTick> &tail)
{
    ChunkRow row;
    row.seriesId = seriesId;
    row.first = tail.front().tick.time;
    row.last = tail.back().tick.time;
    row.ticks = qint64(tail.size());
    row.priceDecimals = scale.priceDecimals;
    row.sizeDecimals = scale.sizeDecimals;
    row.open = tail.front().tick.price;
    row.close = tail.back().tick.price;
    const auto [low, high] = std::ranges::minmax_element(tail, {},
                                                         [](const TailTick &newest) { return newest.tick.price; });
    row.low = low->tick.price;
    row.high = high->tick.price;
    for (const TailTick &tick : tail) {
        if (__builtin_add_overflow(row.volume, tick.tick.size, &row.volume))
            row.volume = std::numeric_limits<qint64>::max();
    }
    return row;
}

std::vector<qint64> tickSeries(Connection &connection, qint64 seriesId)
{
    RawStatement rows(connection.handle(),
                      "SELECT id FROM series WHERE field <> 'bar' AND (?1 = 0 OR id = ?1) ORDER BY id");
    rows.bind(1, seriesId);
    std::vector<qint64> ids;
    while (rows.step())
        ids.push_back(rows.integer(0));
    return ids;
}

qint64 single(Connection &connection, const char *sql, qint64 seriesId)
{
    RawStatement row(connection.handle(), sql);
    row.bind(1, seriesId);
    row.step();
    return row.integer(0);
}

} // namespace

ticks::SnapshotPtr readTickSnapshot(Connection &connection, qint64 seriesId)
{
    const auto scale = findTickScale(connection, seriesId);
    if (!scale)
        fail(core::ErrorCode::NotFound,
             QCoreApplication::translate("Store", "This series of ticks is not in the store any more."));
    ticks::TickHistory history(scale->priceDecimals, scale->sizeDecimals);
    loadHistory(connection, seriesId, *scale, readTail(connection, seriesId), history);
    return history.snapshot();
}

std::vector<ChunkRow> readChunkRows(Connection &connection, qint64 seriesId)
{
    RawStatement chunks(connection.handle(),
                        std::string("SELECT ") + kHeadColumns
                            + ", ifnull(length(d.data), 0) + ifnull(length(n.nodes), 0) FROM tick_chunks AS c "
                              "LEFT JOIN tick_data AS d ON d.chunk_id = c.id "
                              "LEFT JOIN tick_nodes AS n ON n.chunk_id = c.id "
                              "WHERE c.series_id = ?1 ORDER BY c.first_ns, c.seq");
    std::vector<ChunkRow> rows;
    for (const qint64 id : tickSeries(connection, seriesId)) {
        chunks.bind(1, id);
        while (chunks.step()) {
            rows.push_back(rowOf(headFrom(chunks)));
            rows.back().bytes = chunks.integer(14);
        }
        const std::vector<TailTick> tail = readTail(connection, id);
        if (!tail.empty())
            rows.push_back(rowOfTail(id, findTickScale(connection, id).value_or(TickScale{}), tail));
    }
    return rows;
}

std::vector<core::TimeRange> readTickGaps(Connection &connection, qint64 seriesId)
{
    RawStatement rows(connection.handle(),
                      "SELECT from_ns, to_ns FROM tick_gaps WHERE series_id = ?1 ORDER BY from_ns");
    rows.bind(1, seriesId);
    std::vector<core::TimeRange> gaps;
    while (rows.step()) {
        const core::TimeRange gap{core::Time{rows.integer(0)}, core::Time{rows.integer(1)}};
        if (!gaps.empty() && gap.begin < gaps.back().end)
            gaps.back().end = std::max(gaps.back().end, gap.end);
        else
            gaps.push_back(gap);
    }
    return gaps;
}

qint64 countTicks(Connection &connection, qint64 seriesId)
{
    return single(connection,
                  "SELECT (SELECT ifnull(sum(ticks), 0) FROM tick_chunks WHERE series_id = ?1) "
                  "+ (SELECT count(*) FROM tick_tail WHERE series_id = ?1)",
                  seriesId);
}

qint64 countAllTicks(Connection &connection)
{
    RawStatement row(connection.handle(), "SELECT (SELECT ifnull(sum(ticks), 0) FROM tick_chunks) "
                                          "+ (SELECT count(*) FROM tick_tail)");
    row.step();
    return row.integer(0);
}

std::vector<ChunkProvenance> readProvenance(Connection &connection, qint64 seriesId, core::TimeRange range)
{
    RawStatement chunks(connection.handle(),
                        "SELECT id, provenance FROM tick_chunks WHERE series_id = ?1 AND last_ns >= ?2 AND "
                        "first_ns <= ?3 ORDER BY first_ns, seq");
    RawStatement tail(connection.handle(), "SELECT import_id FROM tick_tail WHERE series_id = ?1 AND "
                                           "time_ns BETWEEN ?2 AND ?3 ORDER BY time_ns, seq");
    for (RawStatement *rows : {&chunks, &tail}) {
        rows->bind(1, seriesId);
        rows->bind(2, range.begin.ns);
        rows->bind(3, range.end.ns);
    }
    std::vector<ChunkProvenance> all;
    while (chunks.step()) {
        if (auto provenance = Provenance::decoded(chunks.blob(1)))
            all.push_back({chunks.integer(0), std::move(*provenance)});
    }
    ChunkProvenance newest;
    while (tail.step())
        newest.provenance.add(tail.integer(0));
    all.push_back(std::move(newest));
    return all;
}

QStringList readTickOrigins(Connection &connection, qint64 seriesId, core::TimeRange range)
{
    if (range.isEmpty())
        return {};
    std::set<qint64> imports;
    for (const ChunkProvenance &chunk :
         readProvenance(connection, seriesId, {range.begin, core::Time{range.end.ns - 1}})) {
        for (const Provenance::Run &run : chunk.provenance.runs())
            imports.insert(run.importId);
    }
    RawStatement origin(connection.handle(), "SELECT origin FROM imports WHERE id = ?1");
    QStringList origins;
    for (const qint64 id : imports) {
        origin.bind(1, id);
        while (origin.step())
            origins += origin.text(0);
    }
    origins.sort();
    origins.removeDuplicates();
    return origins;
}

} // namespace tickmark::store
