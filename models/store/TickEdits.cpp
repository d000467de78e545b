// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickEdits.h"

#include "BarCorrection.h"
#include "Connection.h"
#include "ImportLog.h"
#include "StoreError.h"
#include "TickQueries.h"
#include "TickSeries.h"

#include <QCoreApplication>

#include <algorithm>
#include <initializer_list>
#include <limits>

namespace tickmark::store {

using core::ErrorCode;

namespace {

qint64 run(Connection &connection, const char *sql, std::initializer_list<qint64> values)
{
    RawStatement statement(connection.handle(), sql);
    int parameter = 0;
    for (const qint64 value : values)
        statement.bind(++parameter, value);
    return statement.run();
}

TickScale requireTicks(Connection &connection, qint64 seriesId)
{
    const auto scale = findTickScale(connection, seriesId);
    if (!scale)
        fail(ErrorCode::NotFound,
             QCoreApplication::translate("Store", "This series of ticks is not in the store any more."));
    return *scale;
}

void requirePossible(const core::Tick &tick)
{
    if (tick.size < 0 || tick.time.ns == std::numeric_limits<qint64>::max())
        fail(ErrorCode::InvalidInput,
             QCoreApplication::translate("Store", "These values are too large for the store."));
}

// A tick that a correction took out.
struct Removed
{
    qint64 correctionId = 0;
    core::Tick tick;
    qint64 position = 0;
    qint64 importId = 0;
};

std::vector<Removed> removedBy(Connection &connection, qint64 correctionId, qint64 seriesId)
{
    RawStatement rows(connection.handle(), "SELECT correction_id, time_ns, price, size, position, import_id "
                                           "FROM removed_ticks WHERE correction_id = ?1 AND series_id = ?2");
    rows.bind(1, correctionId);
    rows.bind(2, seriesId);
    std::vector<Removed> removed;
    while (rows.step())
        removed.push_back({rows.integer(0),
                           {core::Time{rows.integer(1)}, rows.integer(2), rows.integer(3)},
                           rows.integer(4),
                           rows.integer(5)});
    return removed;
}

// The corrections that took out ticks of an import.
std::vector<qint64> correctionsOf(Connection &connection, qint64 importId, qint64 seriesId)
{
    RawStatement rows(connection.handle(),
                      "SELECT correction_id FROM removed_ticks WHERE import_id = ?1 AND series_id = ?2");
    rows.bind(1, importId);
    rows.bind(2, seriesId);
    std::vector<qint64> corrections;
    while (rows.step())
        corrections.push_back(rows.integer(0));
    return corrections;
}

} // namespace

ImportResult correctTick(Connection &connection, const TickCorrection &correction)
{
    const TickScale scale = requireTicks(connection, correction.seriesId);
    requirePossible(correction.is.value_or(core::Tick{}));
    ImportOrigin origin;
    origin.source = QString::fromLatin1(kCorrectionSource);
    origin.kind = ImportKind::Ticks;
    origin.origin = correctionOrigin({});
    origin.fetched = correction.corrected;
    return recordImport(connection, origin, false, [&](qint64 importId, ImportTotals &totals) {
        ensureSource(connection, {0, origin.source, origin.source, 0}); // its kind says that it is no file
        TickStatements statements(connection);
        TickSeries series(connection, statements, correction.seriesId, scale);
        const core::Tick &was = correction.was;
        const auto found = series.find(was);
        if (!found)
            fail(ErrorCode::NotFound,
                 QCoreApplication::translate("Store", "The store has no such tick to correct at this time."));
        if (correction.is == was) {
            totals.unchanged = 1;
            return ImportEnd{};
        }
        series.removeAt(was.time, found->position);
        run(connection,
            "INSERT INTO removed_ticks (correction_id, series_id, time_ns, position, price, size, import_id) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            {importId, correction.seriesId, was.time.ns, found->position, was.price, was.size, found->importId});
        const core::Tick &is = correction.is.value_or(was);
        if (correction.is) {
            const bool inPlace = is.time == was.time;
            series.insertAt(is, inPlace ? found->position : std::numeric_limits<qint64>::max(), importId);
        }
        statements.noteImport(importId, correction.seriesId, std::min(was.time, is.time).ns,
                              std::max(was.time, is.time).ns);
        totals.replaced = 1;
        return ImportEnd{};
    });
}

void undoTicks(Connection &connection, qint64 importId, qint64 seriesId, core::TimeRange range, UndoTotals &totals)
{
    TickStatements statements(connection);
    TickSeries series(connection, statements, seriesId, requireTicks(connection, seriesId));
    const qint64 removed = series.removeImport(importId, range.begin, range.end);
    const std::vector<Removed> former = removedBy(connection, importId, seriesId);
    const std::vector<qint64> later = correctionsOf(connection, importId, seriesId);
    run(connection, "DELETE FROM removed_ticks WHERE correction_id = ?1 AND series_id = ?2", {importId, seriesId});
    totals.dropped += run(connection, "DELETE FROM removed_ticks WHERE import_id = ?1 AND series_id = ?2",
                          {importId, seriesId});
    for (const Removed &tick : former) {
        if (later.empty()) {
            series.insertAt(tick.tick, tick.position, tick.importId);
            ++totals.restored;
            continue;
        }
        // a later correction stands on top of this one: the former tick comes back when that one is undone
        run(connection,
            "INSERT INTO removed_ticks (correction_id, series_id, time_ns, position, price, size, import_id) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            {later.front(), seriesId, tick.tick.time.ns, tick.position, tick.tick.price, tick.tick.size,
             tick.importId});
    }
    totals.removed += former.empty() || !later.empty() ? removed : removed - std::min<qint64>(removed, 1);
}

void forecastTicks(Connection &connection, qint64 importId, qint64 seriesId, core::TimeRange range,
                   UndoForecast &forecast)
{
    qint64 removed = 0;
    for (const ChunkProvenance &chunk : readProvenance(connection, seriesId, range))
        removed += chunk.provenance.countOf(importId);
    const std::vector<qint64> later = correctionsOf(connection, importId, seriesId);
    const bool restores = later.empty() && !removedBy(connection, importId, seriesId).empty();
    forecast.totals.removed += restores ? removed - std::min<qint64>(removed, 1) : removed;
    forecast.totals.restored += restores ? 1 : 0;
    forecast.totals.dropped += qint64(later.size());
    RawStatement origin(connection.handle(), "SELECT origin FROM imports WHERE id = ?1");
    for (const qint64 correction : later) {
        origin.bind(1, correction);
        while (origin.step()) {
            if (!forecast.later.contains(origin.text(0)))
                forecast.later += origin.text(0);
        }
    }
}

qint64 mergeTicks(Connection &connection, qint64 from, qint64 into)
{
    TickStatements statements(connection);
    const TickScale scale = requireTicks(connection, into);
    widenTicks(connection, from, scale.priceDecimals, scale.sizeDecimals);
    TickSeries source(connection, statements, from, scale);
    TickSeries target(connection, statements, into, scale);
    qint64 added = 0;
    OwnedTicks waiting;
    const auto add = [&](std::size_t count) {
        const std::span<const core::Tick> slice = std::span(waiting.ticks).first(count);
        const auto end = target.lateUntil();
        const auto late = end ? std::ranges::upper_bound(slice, *end, {}, &core::Tick::time) - slice.begin() : 0;
        added += target.merge(slice.first(std::size_t(late)), waiting.provenance.part(0, late), 0);
        const auto later = slice.subspan(std::size_t(late));
        target.append(later, waiting.provenance.part(late, std::ssize(later)), [] {});
        added += std::ssize(later);
        const qint64 rest = std::ssize(waiting.ticks) - qint64(count);
        waiting.provenance = waiting.provenance.part(qint64(count), rest);
        waiting.ticks.erase(waiting.ticks.begin(), waiting.ticks.begin() + std::ptrdiff_t(count));
    };
    source.forEachRun([&](const OwnedTicks &run) {
        waiting.ticks.insert(waiting.ticks.end(), run.ticks.begin(), run.ticks.end());
        waiting.provenance.add(run.provenance);
        if (waiting.ticks.empty())
            return;
        // cut between two times: the next run may go on with the last one
        const auto last = std::ranges::lower_bound(waiting.ticks, waiting.ticks.back().time, {}, &core::Tick::time);
        add(std::size_t(last - waiting.ticks.begin()));
    });
    add(waiting.ticks.size());
    run(connection, "UPDATE removed_ticks SET series_id = ?2 WHERE series_id = ?1", {from, into});
    for (const core::TimeRange &gap : readTickGaps(connection, from))
        addTickGap(connection, into, gap);
    removeTicks(connection, from);
    return added;
}

void widenTicks(Connection &connection, qint64 seriesId, int priceDecimals, int sizeDecimals)
{
    TickStatements statements(connection);
    TickSeries(connection, statements, seriesId, requireTicks(connection, seriesId))
        .widen({priceDecimals, sizeDecimals});
}

qint64 removeTicks(Connection &connection, qint64 seriesId)
{
    const qint64 count = countTicks(connection, seriesId);
    for (const char *sql :
         {"DELETE FROM tick_chunks WHERE series_id = ?1", "DELETE FROM tick_tail WHERE series_id = ?1",
          "DELETE FROM tick_gaps WHERE series_id = ?1", "DELETE FROM trade_runs WHERE series_id = ?1",
          "DELETE FROM removed_ticks WHERE series_id = ?1"})
        run(connection, sql, {seriesId});
    return count;
}

void addTickGap(Connection &connection, qint64 seriesId, core::TimeRange range)
{
    requireTicks(connection, seriesId);
    if (range.isEmpty())
        fail(ErrorCode::InvalidInput, QCoreApplication::translate("Store", "The gap is empty."));
    RawStatement touched(connection.handle(), "SELECT min(from_ns), max(to_ns) FROM tick_gaps WHERE series_id = ?1 "
                                              "AND from_ns <= ?3 AND to_ns >= ?2 AND after_id IS NULL");
    touched.bind(1, seriesId);
    touched.bind(2, range.begin.ns);
    touched.bind(3, range.end.ns);
    if (touched.step() && !touched.isNull(0))
        range = {std::min(range.begin, core::Time{touched.integer(0)}),
                 std::max(range.end, core::Time{touched.integer(1)})};
    touched.reset();
    run(connection, "DELETE FROM tick_gaps WHERE series_id = ?1 AND from_ns BETWEEN ?2 AND ?3 AND after_id IS NULL",
        {seriesId, range.begin.ns, range.end.ns});
    run(connection, "INSERT INTO tick_gaps (series_id, from_ns, to_ns) VALUES (?1, ?2, ?3)",
        {seriesId, range.begin.ns, range.end.ns});
}

} // namespace tickmark::store
