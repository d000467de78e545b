// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportUndo.h"

#include "BarCorrection.h"
#include "ClaimChanges.h"
#include "ClaimRows.h"
#include "Connection.h"
#include "NewsIndex.h"
#include "SeriesRows.h"
#include "SourceRows.h"
#include "StoreError.h"
#include "TableSql.h"
#include "TickEdits.h"
#include "TradeRuns.h"
#include "TurnedCorrections.h"
#include "VersionedTable.h"

#include <QCoreApplication>

#include <SQLiteCpp/Statement.h>

#include <functional>
#include <optional>

namespace tickmark::store {

namespace {

struct TouchedSeries
{
    qint64 id;
    bool isDaily;
    bool isTicks;
    bool saysSplits; //!< up to when they are in the prices
    qint64 firstKey;
    qint64 lastKey;
};

// Which rows to look at: all with the import's index, or for bars those of one series between two keys.
struct Scope
{
    const TouchedSeries *series = nullptr;

    [[nodiscard]] std::string condition(const TableShape &shape, const std::string &table) const
    {
        if (!series)
            return {};
        return " AND " + table + ".series_id = :series AND " + table + '.' + shape.keys[1]
               + " BETWEEN :first AND :last";
    }
};

void bindScope(SQLite::Statement &statement, qint64 importId, const Scope &scope)
{
    statement.bind(":import", int64_t(importId));
    if (scope.series) {
        statement.bind(":series", int64_t(scope.series->id));
        statement.bind(":first", int64_t(scope.series->firstKey));
        statement.bind(":last", int64_t(scope.series->lastKey));
    }
}

qint64 runScoped(Connection &connection, const std::string &sql, qint64 importId, const Scope &scope)
{
    SQLite::Statement statement(connection.database(), sql);
    bindScope(statement, importId, scope);
    return statement.exec();
}

void undoIn(Connection &connection, const TableShape &shape, qint64 importId, const Scope &scope, UndoTotals &totals)
{
    const std::string inHistory = scope.condition(shape, "h");
    const std::string inCurrent = scope.condition(shape, "c");
    const std::string history = "FROM " + shape.history + " AS h WHERE ";
    const std::string sameKey = keyJoin(shape.keys, "h", "c");

    // where a later import stands on top, the import's value is only cut out
    totals.dropped += runScoped(connection, "DELETE " + history + "h.import_id = :import" + inHistory, importId, scope);
    // where it is the top itself, the value below comes up
    const std::string isTop = "c.import_id = :import" + inCurrent;
    // values that came up still lie in the history, as the only ones whose import is that of the current row
    const std::string cameUp = "EXISTS (SELECT 1 FROM " + shape.current + " AS c WHERE " + sameKey
                               + " AND c.import_id = h.import_id)";
    totals.restored += runScoped(
        connection, restoreTopSql(shape, isTop + " AND EXISTS (SELECT 1 " + history + sameKey + ")"), importId, scope);
    SQLite::Statement clean(connection.database(),
                            "DELETE " + history + (scope.series ? "1" + inHistory + " AND " : std::string()) + cameUp);
    if (scope.series) {
        clean.bind(":series", int64_t(scope.series->id));
        clean.bind(":first", int64_t(scope.series->firstKey));
        clean.bind(":last", int64_t(scope.series->lastKey));
    }
    clean.exec();
    // what is left of it had nothing below
    totals.removed += runScoped(connection, "DELETE FROM " + shape.current + " AS c WHERE " + isTop, importId, scope);
}

// The same conditions as undoIn, counted.
void forecastIn(Connection &connection, const TableShape &shape, qint64 importId, const Scope &scope,
                UndoForecast &forecast)
{
    const std::string sameKey = keyJoin(shape.keys, "h", "c");
    const std::string below = "EXISTS (SELECT 1 FROM " + shape.history + " AS h WHERE " + sameKey + ")";
    SQLite::Statement tops(connection.database(), "SELECT count(*), ifnull(sum(" + below + "), 0) FROM " + shape.current
                                                      + " AS c WHERE c.import_id = :import"
                                                      + scope.condition(shape, "c"));
    bindScope(tops, importId, scope);
    tops.executeStep();
    forecast.totals.restored += tops.getColumn(1).getInt64();
    forecast.totals.removed += tops.getColumn(0).getInt64() - tops.getColumn(1).getInt64();

    SQLite::Statement covered(connection.database(),
                              "SELECT i.origin, count(*) FROM " + shape.history + " AS h JOIN " + shape.current
                                  + " AS c ON " + sameKey + " JOIN imports AS i ON i.id = c.import_id "
                                  + "WHERE h.import_id = :import" + scope.condition(shape, "h") + " GROUP BY i.origin");
    bindScope(covered, importId, scope);
    while (covered.executeStep()) {
        const QString origin = QString::fromStdString(covered.getColumn(0).getString());
        if (!forecast.later.contains(origin))
            forecast.later += origin;
        forecast.totals.dropped += covered.getColumn(1).getInt64();
    }
}

std::vector<TouchedSeries> touchedSeries(Connection &connection, qint64 importId)
{
    SQLite::Statement find(
        connection.database(),
        "SELECT t.series_id, s.interval_ns = 0, s.field <> 'bar', t.first_key, t.last_key, "
        "t.splits_until IS NOT NULL FROM import_series AS t JOIN series AS s ON s.id = t.series_id WHERE t.import_id = ?");
    find.bind(1, int64_t(importId));
    std::vector<TouchedSeries> series;
    while (find.executeStep())
        series.push_back({find.getColumn(0).getInt64(), find.getColumn(1).getInt() != 0,
                          find.getColumn(2).getInt() != 0, find.getColumn(5).getInt() != 0,
                          find.getColumn(3).getInt64(), find.getColumn(4).getInt64()});
    return series;
}

// From the first tick to the last.
core::TimeRange rangeOf(const TouchedSeries &series)
{
    return {core::Time{series.firstKey}, core::Time{series.lastKey}};
}

void removeIfEmpty(Connection &connection, qint64 seriesId)
{
    SQLite::Statement used(connection.database(), "SELECT EXISTS (SELECT 1 FROM daily_bars WHERE series_id = ?1) "
                                                  "OR EXISTS (SELECT 1 FROM intraday_bars WHERE series_id = ?1) "
                                                  "OR EXISTS (SELECT 1 FROM tick_chunks WHERE series_id = ?1) "
                                                  "OR EXISTS (SELECT 1 FROM tick_tail WHERE series_id = ?1) "
                                                  "OR EXISTS (SELECT 1 FROM removed_ticks WHERE series_id = ?1) "
                                                  "OR EXISTS (SELECT 1 FROM preferred_series WHERE series_id = ?1)");
    used.bind(1, int64_t(seriesId));
    used.executeStep();
    if (used.getColumn(0).getInt() != 0)
        return;
    for (const char *sql : {"DELETE FROM tick_gaps WHERE series_id = ?", "DELETE FROM trade_runs WHERE series_id = ?",
                            "DELETE FROM import_series WHERE series_id = ?", "DELETE FROM series WHERE id = ?"}) {
        SQLite::Statement remove(connection.database(), sql);
        remove.bind(1, int64_t(seriesId));
        remove.exec();
    }
}

void markUndone(Connection &connection, qint64 importId, core::Time now)
{
    SQLite::Statement find(connection.database(), "SELECT undone_ns IS NOT NULL FROM imports WHERE id = ?");
    find.bind(1, int64_t(importId));
    if (!find.executeStep())
        fail(core::ErrorCode::NotFound,
             QCoreApplication::translate("Store", "There is no import %1 in this store.").arg(importId));
    if (find.getColumn(0).getInt() != 0)
        fail(core::ErrorCode::AlreadyExists,
             QCoreApplication::translate("Store", "Import %1 was undone before.").arg(importId));
    SQLite::Statement mark(connection.database(), "UPDATE imports SET undone_ns = ? WHERE id = ?");
    mark.bind(1, int64_t(now.ns));
    mark.bind(2, int64_t(importId));
    mark.exec();
}

//! A row that was there already is not recorded by the import that has it again: what the two have in common are series,
//! or the table where there are none.
std::vector<UndoForecast::Sharing> importsSharing(Connection &connection, qint64 importId)
{
    SQLite::Statement find(connection.database(),
                           "SELECT i.id, i.origin FROM imports AS i JOIN imports AS this ON this.id = ?1 "
                           "WHERE i.id > ?1 AND i.undone_ns IS NULL AND i.rows_unchanged > 0 AND CASE "
                           "WHEN EXISTS (SELECT 1 FROM import_series WHERE import_id = ?1) "
                           "THEN EXISTS (SELECT 1 FROM import_series AS theirs JOIN import_series AS own "
                           "ON own.series_id = theirs.series_id WHERE theirs.import_id = i.id AND own.import_id = ?1) "
                           "ELSE i.kind = this.kind END ORDER BY i.id");
    find.bind(1, int64_t(importId));
    std::vector<UndoForecast::Sharing> sharing;
    while (find.executeStep())
        sharing.push_back({find.getColumn(0).getInt64(), QString::fromStdString(find.getColumn(1).getString())});
    return sharing;
}

} // namespace

bool isCorrection(Connection &connection, qint64 importId)
{
    SQLite::Statement find(connection.database(), "SELECT 1 FROM imports AS m JOIN sources AS o ON o.id = m.source_id "
                                                  "WHERE m.id = ? AND o.name = ?");
    find.bind(1, int64_t(importId));
    find.bind(2, kCorrectionSource);
    return find.executeStep();
}

UndoForecast forecastUndo(Connection &connection, qint64 importId)
{
    UndoForecast forecast;
    for (const TouchedSeries &series : touchedSeries(connection, importId)) {
        if (series.isTicks) {
            forecastTicks(connection, importId, series.id, rangeOf(series), forecast);
            continue;
        }
        forecastIn(connection, series.isDaily ? dailyBarsShape() : intradayBarsShape(), importId, {&series}, forecast);
        if (isCorrection(connection, importId)) {
            const qint64 turned = countTurned(connection, importId, series.id, series.isDaily);
            forecast.totals.dropped -= turned;
            forecast.totals.restored += turned;
        }
    }
    for (const TableShape *shape : {&shareCountsShape(), &corporateActionsShape(), &newsShape()})
        forecastIn(connection, *shape, importId, {}, forecast);
    forecast.later.sort();
    forecast.sharing = importsSharing(connection, importId);
    return forecast;
}

// A source would not bring again what it takes for covered.
void forgetCoverageOf(Connection &connection, qint64 importId)
{
    SQLite::Statement find(connection.database(), "SELECT source_id FROM imports WHERE id = ?");
    find.bind(1, int64_t(importId));
    if (!find.executeStep())
        return;
    const qint64 source = find.getColumn(0).getInt64();
    forgetCoverage(connection, source);
    moveCursors(connection, source); // of trades it is known which are there
}

//! Up to when splits are in the bars that are there now, by the imports that brought them: ?1 series, ?2 the source of
//! corrections, ?3 an import that stands though it is marked as undone. A correction counts in the shares that stood when
//! it was typed.
std::string ownersSql(const TableShape &shape)
{
    return "WITH owners AS (SELECT DISTINCT import_id AS id FROM " + shape.current
           + " WHERE series_id = ?1), said AS (SELECT owners.id AS id, ifnull(t.splits_until, CASE WHEN o.name = ?2 THEN "
             "(SELECT p.splits_until FROM import_series AS p JOIN imports AS i ON i.id = p.import_id "
             "WHERE p.series_id = ?1 AND p.import_id < owners.id AND p.splits_until IS NOT NULL "
             "AND (i.undone_ns IS NULL OR i.id = ?3) ORDER BY p.import_id DESC LIMIT 1) END) AS splits_until "
             "FROM owners JOIN import_series AS t ON t.import_id = owners.id AND t.series_id = ?1 "
             "JOIN imports AS m ON m.id = owners.id JOIN sources AS o ON o.id = m.source_id) ";
}

void bindOwners(SQLite::Statement &statement, qint64 importId, const TouchedSeries &series)
{
    statement.bind(1, int64_t(series.id));
    statement.bind(2, kCorrectionSource);
    statement.bind(3, int64_t(importId));
}

std::optional<qint64> leastSplitsUntil(Connection &connection, const TableShape &shape, qint64 importId,
                                       const TouchedSeries &series)
{
    SQLite::Statement find(connection.database(), ownersSql(shape) + "SELECT min(splits_until) FROM said");
    bindOwners(find, importId, series);
    find.executeStep();
    return find.getColumn(0).isNull() ? std::nullopt : std::optional<qint64>(find.getColumn(0).getInt64());
}

//! Bars of before and after a split must not stand in one series: what came after the import may have some.
void requireSameShares(Connection &connection, const TableShape &shape, qint64 importId, const TouchedSeries &series,
                       qint64 least, qint64 before)
{
    const std::string session = series.isDaily ? "b.session_date" : "b.start_ns / ?6";
    SQLite::Statement find(connection.database(),
                           ownersSql(shape) + "SELECT DISTINCT said.id FROM said JOIN " + shape.current
                               + " AS b ON b.series_id = ?1 AND b.import_id = said.id JOIN series AS s ON s.id = ?1 "
                                 "JOIN corporate_actions AS a ON a.instrument_id = s.instrument_id "
                                 "AND a.kind = 'split' AND a.ex_date > ?4 AND a.ex_date <= ?5 "
                                 "AND a.ex_date <= said.splits_until AND a.ex_date > "
                               + session + " ORDER BY 1 DESC");
    bindOwners(find, importId, series);
    find.bind(4, int64_t(least));
    find.bind(5, int64_t(before));
    if (!series.isDaily)
        find.bind(6, int64_t(core::kNsPerDay));
    QStringList others;
    while (find.executeStep())
        others += QString::number(find.getColumn(0).getInt64());
    if (!others.isEmpty())
        fail(core::ErrorCode::InvalidInput,
             QCoreApplication::translate("Store", "Import %1 turned quotes into the shares after a split, and later "
                                                  "imports have others of these shares. Take those back first: %2.")
                 .arg(QString::number(importId), others.join(QLatin1String(", "))));
}

//! What a source has to be asked for again, where nobody else can tell it.
void forgetCoverageOfSeries(Connection &connection, qint64 seriesId)
{
    SQLite::Statement find(connection.database(), "SELECT source_id FROM series WHERE id = ?");
    find.bind(1, int64_t(seriesId));
    if (find.executeStep())
        forgetCoverage(connection, find.getColumn(0).getInt64());
}

void undoCorrections(Connection &connection, qint64 importId, const TouchedSeries &series, UndoTotals &totals)
{
    const TurnedBack turned = turnBackBelow(connection, importId, series.id, series.isDaily);
    undoIn(connection, series.isDaily ? dailyBarsShape() : intradayBarsShape(), importId, {&series}, totals);
    totals.dropped -= turned.bars;
    totals.restored += turned.bars;
    if (!turned.isAll)
        forgetCoverageOfSeries(connection, series.id);
}

//! The import is marked as undone already.
void undoBars(Connection &connection, qint64 importId, const TouchedSeries &series, UndoTotals &totals)
{
    const TableShape &shape = series.isDaily ? dailyBarsShape() : intradayBarsShape();
    const auto before = series.saysSplits ? leastSplitsUntil(connection, shape, importId, series) : std::nullopt;
    undoIn(connection, shape, importId, {&series}, totals);
    if (!series.saysSplits)
        return;
    const auto least = leastSplitsUntil(connection, shape, importId, series);
    if (least && before && *least < *before)
        requireSameShares(connection, shape, importId, series, *least, *before);
    SQLite::Statement take(connection.database(), "UPDATE series SET splits_until = ? WHERE id = ?");
    if (least)
        take.bind(1, int64_t(*least));
    take.bind(2, int64_t(series.id));
    take.exec();
}

UndoTotals undoImport(Connection &connection, qint64 importId, core::Time now)
{
    markUndone(connection, importId, now);
    forgetCoverageOf(connection, importId);
    noteImportChanged(connection, importId); // while it is known what that was
    removeClaimsOfImport(connection, importId);
    UndoTotals totals;
    const bool isTyped = isCorrection(connection, importId);
    for (const TouchedSeries &series : touchedSeries(connection, importId)) {
        if (series.isTicks) {
            undoTicks(connection, importId, series.id, rangeOf(series), totals);
            forgetRunsOfImport(connection, series.id, importId);
        } else {
            if (isTyped)
                undoCorrections(connection, importId, series, totals);
            else
                undoBars(connection, importId, series, totals);
            narrowSeries(connection, series.id, series.isDaily);
        }
        removeIfEmpty(connection, series.id);
    }
    undoIn(connection, shareCountsShape(), importId, {}, totals);
    undoIn(connection, corporateActionsShape(), importId, {}, totals);

    // the search index is told what it has to forget while the old text is still there
    const std::vector<qint64> news = newsOfImport(connection, importId);
    for (const qint64 id : news)
        removeFromIndex(connection, readIndexedText(connection, id));
    parkCorrections(connection, importId);
    undoIn(connection, newsShape(), importId, {}, totals);
    unparkCorrections(connection);
    NewsIndexer index(connection);
    for (const qint64 id : news)
        index.add(id);
    return totals;
}

} // namespace tickmark::store
