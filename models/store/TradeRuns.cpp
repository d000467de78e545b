// SPDX-License-Identifier: GPL-3.0-or-later
#include "TradeRuns.h"

#include "Connection.h"
#include "RawStatement.h"
#include "SourceTypes.h"

#include <algorithm>
#include <initializer_list>

namespace tickmark::store {

namespace {

//! A row of trade_runs.
struct StoredRun
{
    TradeRun run;
    qint64 importId = 0; //!< 0: none
};

void bindAll(RawStatement &statement, std::initializer_list<qint64> values)
{
    int parameter = 0;
    for (const qint64 value : values)
        statement.bind(++parameter, value);
}

qint64 run(Connection &connection, const char *sql, std::initializer_list<qint64> values)
{
    RawStatement statement(connection.handle(), sql);
    bindAll(statement, values);
    return statement.run();
}

//! Those that hold an id from `first` to `last`, ascending.
std::vector<StoredRun> runsBetween(Connection &connection, qint64 seriesId, qint64 first, qint64 last)
{
    RawStatement rows(connection.handle(),
                      "SELECT first_id, last_id, first_ns, last_ns, ifnull(import_id, 0) FROM trade_runs "
                      "WHERE series_id = ?1 AND first_id <= ?3 AND first_id >= ifnull((SELECT max(first_id) "
                      "FROM trade_runs WHERE series_id = ?1 AND first_id <= ?2), 0) ORDER BY first_id");
    bindAll(rows, {seriesId, first, last});
    std::vector<StoredRun> runs;
    while (rows.step()) {
        if (rows.integer(1) >= first)
            runs.push_back(
                {{rows.integer(0), rows.integer(1), core::Time{rows.integer(2)}, core::Time{rows.integer(3)}},
                 rows.integer(4)});
    }
    return runs;
}

void insert(Connection &connection, qint64 seriesId, const StoredRun &stored)
{
    RawStatement add(connection.handle(), "INSERT INTO trade_runs (series_id, first_id, last_id, first_ns, last_ns, "
                                          "import_id) VALUES (?1, ?2, ?3, ?4, ?5, nullif(?6, 0))");
    bindAll(add, {seriesId, stored.run.firstId, stored.run.lastId, stored.run.first.ns, stored.run.last.ns,
                  stored.importId});
    add.run();
}

//! What `run` adds to the known ones. Where a part of it is known the times of its ends are nearly right, as those of the
//! neighbours are.
std::vector<TradeRun> unknownPartsOf(const TradeRun &wanted, const std::vector<StoredRun> &known)
{
    std::vector<TradeRun> parts;
    TradeRun rest = wanted;
    for (const StoredRun &one : known) {
        if (one.run.firstId > rest.firstId)
            parts.push_back({rest.firstId, one.run.firstId - 1, rest.first, std::min(rest.last, one.run.first)});
        rest.firstId = std::max(rest.firstId, one.run.lastId + 1);
        rest.first = std::max(rest.first, one.run.last);
    }
    if (rest.firstId <= rest.lastId)
        parts.push_back({rest.firstId, rest.lastId, rest.first, std::max(rest.first, rest.last)});
    return parts;
}

//! Grows together with those of the same import beside it, so that a stream that runs for days has one row.
void insertJoined(Connection &connection, qint64 seriesId, const TradeRun &part, qint64 importId)
{
    StoredRun joined{part, importId};
    const auto neighbours = runsBetween(connection, seriesId, part.firstId - 1, part.lastId + 1);
    for (const StoredRun &one : neighbours) {
        if (one.importId != importId)
            continue;
        run(connection, "DELETE FROM trade_runs WHERE series_id = ?1 AND first_id = ?2", {seriesId, one.run.firstId});
        if (one.run.firstId < part.firstId) {
            joined.run.firstId = one.run.firstId;
            joined.run.first = one.run.first;
        } else {
            joined.run.lastId = one.run.lastId;
            joined.run.last = one.run.last;
        }
    }
    insert(connection, seriesId, joined);
}

//! The gaps that have ids are those between the runs.
void rewriteGaps(Connection &connection, qint64 seriesId)
{
    run(connection, "DELETE FROM tick_gaps WHERE series_id = ?1 AND after_id IS NOT NULL", {seriesId});
    // trades of one moment leave no time between them
    run(connection,
        "INSERT INTO tick_gaps (series_id, from_ns, to_ns, after_id, before_id) "
        "SELECT ?1, last_ns, max(next_ns, last_ns + 1), last_id, next_id FROM (SELECT last_id, last_ns, "
        "lead(first_id) OVER (ORDER BY first_id) AS next_id, lead(first_ns) OVER (ORDER BY first_id) AS next_ns "
        "FROM trade_runs WHERE series_id = ?1) WHERE next_id > last_id + 1",
        {seriesId});
}

//! Most runs lengthen the last one.
bool changesGaps(Connection &connection, qint64 seriesId, const TradeRun &part)
{
    const auto beside = runsBetween(connection, seriesId, part.firstId - 1, part.firstId - 1);
    if (beside.empty())
        return true;
    RawStatement later(connection.handle(), "SELECT 1 FROM trade_runs WHERE series_id = ?1 AND first_id > ?2");
    bindAll(later, {seriesId, part.lastId});
    return later.step();
}

std::optional<TradeRun> lastRun(Connection &connection, qint64 seriesId)
{
    RawStatement rows(connection.handle(), "SELECT first_id, last_id, first_ns, last_ns FROM trade_runs "
                                           "WHERE series_id = ?1 ORDER BY first_id DESC LIMIT 1");
    bindAll(rows, {seriesId});
    if (!rows.step())
        return std::nullopt;
    return TradeRun{rows.integer(0), rows.integer(1), core::Time{rows.integer(2)}, core::Time{rows.integer(3)}};
}

std::vector<qint64> seriesWithRuns(Connection &connection, qint64 sourceId, const QString &symbol)
{
    RawStatement rows(connection.handle(),
                      "SELECT s.id FROM series AS s JOIN instruments AS i ON i.id = s.instrument_id "
                      "WHERE s.source_id = ?1 AND (?2 = '' OR i.symbol = ?2) "
                      "AND EXISTS (SELECT 1 FROM trade_runs WHERE series_id = s.id)");
    const Value name = symbol.toUtf8();
    rows.bind(1, sourceId);
    rows.bind(2, name);
    std::vector<qint64> series;
    while (rows.step())
        series.push_back(rows.integer(0));
    return series;
}

void forgetAll(Connection &connection, const std::vector<qint64> &series)
{
    for (const qint64 id : series)
        forgetTradeRuns(connection, id);
}

} // namespace

bool isTradeKnown(Connection &connection, qint64 seriesId, const TradeRun &wanted)
{
    return !runsBetween(connection, seriesId, wanted.firstId, wanted.lastId).empty();
}

bool beginsAnew(Connection &connection, qint64 seriesId, const TradeRun &wanted)
{
    const auto last = lastRun(connection, seriesId);
    return wanted.lastId == 0 && last && last->lastId > 0 && last->last <= wanted.last;
}

void addTradeRun(Connection &connection, qint64 seriesId, const TradeRun &wanted, qint64 importId)
{
    const auto known = runsBetween(connection, seriesId, wanted.firstId, wanted.lastId);
    bool hasOtherGaps = false;
    for (const TradeRun &part : unknownPartsOf(wanted, known)) {
        hasOtherGaps = hasOtherGaps || changesGaps(connection, seriesId, part);
        insertJoined(connection, seriesId, part, importId);
    }
    if (hasOtherGaps)
        rewriteGaps(connection, seriesId);
}

void moveCursor(Connection &connection, qint64 seriesId)
{
    const auto last = lastRun(connection, seriesId);
    if (!last || last->lastId == 0) {
        run(connection,
            "UPDATE fetch_states SET cursor = '' WHERE (source_id, item) IN (SELECT s.source_id, i.symbol "
            "FROM series AS s JOIN instruments AS i ON i.id = s.instrument_id WHERE s.id = ?1)",
            {seriesId});
        return;
    }
    RawStatement put(connection.handle(),
                     "INSERT INTO fetch_states (source_id, item, cursor) SELECT p.source_id, i.symbol, ?2 "
                     "FROM series AS s JOIN source_setups AS p ON p.source_id = s.source_id "
                     "JOIN instruments AS i ON i.id = s.instrument_id WHERE s.id = ?1 "
                     "ON CONFLICT DO UPDATE SET cursor = excluded.cursor");
    const Value cursor = tradeCursor({last->lastId, last->last}).toUtf8();
    put.bind(1, seriesId);
    put.bind(2, cursor);
    put.run();
}

void noteFollowed(Connection &connection, qint64 seriesId, core::TimeRange times, core::Time now)
{
    run(connection,
        "INSERT INTO fetch_states (source_id, item, last_run_ns, last_success_ns, covered_from, covered_until) "
        "SELECT p.source_id, i.symbol, ?2, ?2, ?3, ?4 FROM series AS s "
        "JOIN source_setups AS p ON p.source_id = s.source_id "
        "JOIN instruments AS i ON i.id = s.instrument_id WHERE s.id = ?1 "
        "ON CONFLICT DO UPDATE SET last_run_ns = excluded.last_run_ns, last_success_ns = excluded.last_success_ns, "
        "failures = 0, error_code = '', error_text = '', retry_ns = NULL, "
        "covered_from = min(ifnull(covered_from, excluded.covered_from), excluded.covered_from), "
        "covered_until = max(ifnull(covered_until, excluded.covered_until), excluded.covered_until)",
        {seriesId, now.ns, core::SessionDate::utcDateOf(times.begin).days(),
         core::SessionDate::utcDateOf(times.end).days()});
}

void moveCursors(Connection &connection, qint64 sourceId)
{
    for (const qint64 series : seriesWithRuns(connection, sourceId, {}))
        moveCursor(connection, series);
}

void forgetRunsOfImport(Connection &connection, qint64 seriesId, qint64 importId)
{
    if (run(connection, "DELETE FROM trade_runs WHERE series_id = ?1 AND import_id = ?2", {seriesId, importId}) == 0)
        return;
    rewriteGaps(connection, seriesId);
    moveCursor(connection, seriesId);
}

void forgetTradeRuns(Connection &connection, qint64 seriesId)
{
    run(connection, "DELETE FROM trade_runs WHERE series_id = ?1", {seriesId});
    run(connection, "UPDATE tick_gaps SET after_id = NULL, before_id = NULL WHERE series_id = ?1", {seriesId});
}

void forgetTradeRunsOfSource(Connection &connection, qint64 sourceId)
{
    forgetAll(connection, seriesWithRuns(connection, sourceId, {}));
}

void forgetTradeRunsOfSource(Connection &connection, qint64 sourceId, const QString &symbol)
{
    forgetAll(connection, seriesWithRuns(connection, sourceId, symbol));
}

TradeProgress readTradeProgress(Connection &connection, qint64 instrumentId, const QString &source)
{
    RawStatement find(connection.handle(),
                      "SELECT s.id, ifnull((SELECT max(time_ns) FROM tick_tail WHERE series_id = s.id), "
                      "(SELECT max(last_ns) FROM tick_chunks WHERE series_id = s.id)) "
                      "FROM series AS s JOIN sources AS o ON o.id = s.source_id WHERE s.instrument_id = ?1 "
                      "AND o.name = ?2 AND s.field = 'trade' AND s.interval_ns = 0 AND s.kind = 'traded'");
    const Value name = source.toUtf8();
    find.bind(1, instrumentId);
    find.bind(2, name);
    TradeProgress progress;
    if (!find.step())
        return progress;
    progress.seriesId = find.integer(0);
    if (!find.isNull(1))
        progress.last = core::Time{find.integer(1)};
    RawStatement runs(connection.handle(), "SELECT first_id, last_id, first_ns, last_ns FROM trade_runs "
                                           "WHERE series_id = ?1 ORDER BY first_id");
    runs.bind(1, progress.seriesId);
    while (runs.step()) {
        const TradeRun next{runs.integer(0), runs.integer(1), core::Time{runs.integer(2)}, core::Time{runs.integer(3)}};
        if (!progress.runs.empty() && progress.runs.back().lastId + 1 == next.firstId) {
            progress.runs.back().lastId = next.lastId;
            progress.runs.back().last = next.last;
        } else {
            progress.runs.push_back(next);
        }
    }
    RawStatement gaps(connection.handle(), "SELECT from_ns, to_ns FROM tick_gaps WHERE series_id = ?1 "
                                           "AND after_id IS NULL ORDER BY from_ns");
    gaps.bind(1, progress.seriesId);
    while (gaps.step())
        progress.gaps.push_back({core::Time{gaps.integer(0)}, core::Time{gaps.integer(1)}});
    return progress;
}

} // namespace tickmark::store
