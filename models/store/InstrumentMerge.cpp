// SPDX-License-Identifier: GPL-3.0-or-later
#include "InstrumentMerge.h"

#include "Connection.h"
#include "InstrumentEdit.h"
#include "InstrumentQueries.h"
#include "RawStatement.h"
#include "SeriesRows.h"
#include "SourceSymbols.h"
#include "StoreError.h"
#include "TableSql.h"
#include "TickEdits.h"
#include "TickQueries.h"
#include "VersionedTable.h"

#include <QCoreApplication>

#include <algorithm>
#include <initializer_list>

namespace tickmark::store {

namespace {

// How many rows it changed.
qint64 run(Connection &connection, const std::string &sql, std::initializer_list<qint64> values)
{
    RawStatement statement(connection.handle(), sql);
    int parameter = 0;
    for (const qint64 value : values)
        statement.bind(++parameter, value);
    return statement.run();
}

struct Moved
{
    qint64 rows = 0; //!< of the current table
    qint64 kept = 0; //!< keys where both had a value
};

// Moves the stacks of values of one owner (series or instrument, the first column of the key) to another. Where both have
// a stack, that of `into` keeps its top, and the values of `from` that are older than it go below: a stack is ordered by
// import. Newer ones, and a second value of one import, have no place there and go.
Moved moveStacks(Connection &connection, const TableShape &shape, qint64 from, qint64 into)
{
    const std::string owner = shape.keys.front();
    const std::vector<std::string> others(shape.keys.begin() + 1, shape.keys.end());
    const std::string columns = columnList(others) + ", " + columnList(shape.values) + ", import_id";
    const std::string fromColumns = columnList(others, "f") + ", " + columnList(shape.values, "f") + ", f.import_id";
    const auto isShared = [&](const std::string &table) {
        return " EXISTS (SELECT 1 FROM " + shape.current + " AS c WHERE c." + owner + " = ?2 AND "
               + keyJoin(others, "c", table);
    };
    for (const std::string &table : {shape.history, shape.current}) {
        run(connection,
            "INSERT OR IGNORE INTO " + shape.history + " (" + owner + ", " + columns + ") SELECT ?2, " + fromColumns
                + " FROM " + table + " AS f WHERE f." + owner + " = ?1 AND" + isShared("f")
                + " AND c.import_id > f.import_id)",
            {from, into});
        const qint64 dropped = run(
            connection, "DELETE FROM " + table + " AS f WHERE f." + owner + " = ?1 AND" + isShared("f") + ')',
            {from, into});
        if (table == shape.current) {
            const qint64 rows = run(connection, "UPDATE " + table + " SET " + owner + " = ?2 WHERE " + owner + " = ?1",
                                    {from, into});
            return {rows, dropped};
        }
        run(connection, "UPDATE " + table + " SET " + owner + " = ?2 WHERE " + owner + " = ?1", {from, into});
    }
    return {};
}

// Two states of splits may be one only when no split lies between them.
void unifySplits(Connection &connection, const core::Series &from, const core::Series &into)
{
    if (!from.splitsUntil || from.splitsUntil == into.splitsUntil)
        return;
    if (!into.splitsUntil) {
        run(connection,
            "UPDATE series SET splits_until = (SELECT splits_until FROM series WHERE id = ?1) WHERE id = ?2",
            {from.id, into.id});
        return;
    }
    const auto [first, last] = std::minmax(*from.splitsUntil, *into.splitsUntil);
    RawStatement splits(connection.handle(), "SELECT 1 FROM corporate_actions WHERE kind = 'split' "
                                             "AND instrument_id IN (?1, ?2) AND ex_date > ?3 AND ex_date <= ?4");
    splits.bind(1, from.instrumentId);
    splits.bind(2, into.instrumentId);
    splits.bind(3, qint64(first.days()));
    splits.bind(4, qint64(last.days()));
    if (splits.step())
        fail(core::ErrorCode::InvalidInput,
             QCoreApplication::translate("Store", "The quotes of the two instruments have different splits in them. "
                                                  "Import one of them again before they are merged."));
    run(connection,
        "UPDATE series SET splits_until = min(splits_until, (SELECT splits_until FROM series WHERE id = ?1)) WHERE id = ?2",
        {from.id, into.id});
}

void unifyScale(Connection &connection, const core::Series &series, Scale scale, int current, int wanted)
{
    if (current < wanted && !widenSeries(connection, series.id, series.isDaily(), scale, current, wanted))
        fail(core::ErrorCode::InvalidInput,
             QCoreApplication::translate("Store", "The quotes of the two instruments are too large to be kept with the "
                                                  "same number of decimals."));
}

bool holdsTicks(const core::Series &series)
{
    return series.field != core::QuoteField::Bar;
}

void mergeBars(Connection &connection, const core::Series &from, const core::Series &into, MergeTotals &totals)
{
    const int priceDecimals = std::max(from.priceDecimals, into.priceDecimals);
    const int sizeDecimals = std::max(from.sizeDecimals, into.sizeDecimals);
    for (const core::Series &series : {from, into}) {
        unifyScale(connection, series, Scale::Price, series.priceDecimals, priceDecimals);
        unifyScale(connection, series, Scale::Size, series.sizeDecimals, sizeDecimals);
    }
    const Moved moved = moveStacks(connection, from.isDaily() ? dailyBarsShape() : intradayBarsShape(), from.id,
                                   into.id);
    (from.isDaily() ? totals.dailyBars : totals.intradayBars) += moved.rows;
    (from.isDaily() ? totals.keptDailyBars : totals.keptIntradayBars) += moved.kept;
}

// Everything of series `from` becomes part of series `into`; both have the same source, field, interval and kind.
void mergeSeries(Connection &connection, const core::Series &from, const core::Series &into, MergeTotals &totals)
{
    unifySplits(connection, from, into);
    if (holdsTicks(from)) {
        widenTicks(connection, into.id, from.priceDecimals, from.sizeDecimals);
        totals.ticks += mergeTicks(connection, from.id, into.id);
    } else {
        mergeBars(connection, from, into, totals);
    }
    run(connection,
        "INSERT INTO import_series (import_id, series_id, first_key, last_key, splits_until) "
        "SELECT import_id, ?2, first_key, last_key, splits_until FROM import_series WHERE series_id = ?1 "
        "ON CONFLICT DO UPDATE SET first_key = min(first_key, excluded.first_key), "
        "last_key = max(last_key, excluded.last_key), "
        "splits_until = ifnull(min(splits_until, excluded.splits_until), ifnull(splits_until, excluded.splits_until))",
        {from.id, into.id});
    run(connection, "UPDATE preferred_series SET series_id = ?2 WHERE series_id = ?1", {from.id, into.id});
    run(connection, "DELETE FROM import_series WHERE series_id = ?1", {from.id});
    run(connection, "DELETE FROM series WHERE id = ?1", {from.id});
}

qint64 countBars(Connection &connection, const core::Series &series)
{
    RawStatement rows(connection.handle(), series.isDaily()
                                               ? "SELECT count(*) FROM daily_bars WHERE series_id = ?1"
                                               : "SELECT count(*) FROM intraday_bars WHERE series_id = ?1");
    rows.bind(1, series.id);
    rows.step();
    return rows.integer(0);
}

void moveAllSeries(Connection &connection, qint64 from, qint64 into, MergeTotals &totals)
{
    const std::vector<core::Series> kept = readSeries(connection, into);
    for (const core::Series &series : readSeries(connection, from)) {
        ++totals.series;
        const auto same = std::ranges::find_if(kept, [&](const core::Series &other) {
            return other.source == series.source && other.field == series.field && other.kind == series.kind
                   && other.intervalNs == series.intervalNs;
        });
        if (same != kept.end()) {
            mergeSeries(connection, series, *same, totals);
            continue;
        }
        if (holdsTicks(series))
            totals.ticks += countTicks(connection, series.id);
        else
            (series.isDaily() ? totals.dailyBars : totals.intradayBars) += countBars(connection, series);
        run(connection, "UPDATE series SET instrument_id = ?2 WHERE id = ?1", {series.id, into});
    }
    // the choice of the instrument that stays is the choice
    run(connection, "UPDATE OR IGNORE preferred_series SET instrument_id = ?2 WHERE instrument_id = ?1", {from, into});
    run(connection, "DELETE FROM preferred_series WHERE instrument_id = ?1", {from});
}

void addWords(core::InstrumentNames &names, const QStringList &words, const QString &symbol)
{
    for (const QString &word : words) {
        const bool known = word.isEmpty() || word == names.name || word == names.shortName || word == symbol
                           || names.aliases.contains(word);
        if (!known)
            names.aliases += word;
    }
}

// The instrument that stays, found by all words of both.
core::Instrument united(const core::Instrument &from, core::Instrument into)
{
    for (const core::InstrumentNames &names : from.names) {
        const bool isThere = std::ranges::any_of(
            into.names, [&](const core::InstrumentNames &own) { return own.language == names.language; });
        if (!isThere)
            into.names.push_back(
                {names.language, into.displayName(names.language), into.shortName(names.language), {}});
    }
    if (into.names.empty())
        into.names.push_back({QStringLiteral("en"), into.symbol, {}, {}});
    for (core::InstrumentNames &own : into.names) {
        for (const core::InstrumentNames &names : from.names) {
            if (names.language == own.language)
                addWords(own, QStringList{names.name, names.shortName} + names.aliases, into.symbol);
        }
        addWords(own, {from.symbol}, into.symbol);
    }
    return into;
}

core::Instrument require(Connection &connection, qint64 id)
{
    auto found = findInstrument(connection, id);
    if (!found)
        fail(core::ErrorCode::NotFound,
             QCoreApplication::translate("Store", "This instrument is not in the store any more."));
    return *std::move(found);
}

} // namespace

MergeTotals mergeInstruments(Connection &connection, qint64 from, qint64 into)
{
    const core::Instrument merged = require(connection, from);
    const core::Instrument kept = require(connection, into);
    if (from == into)
        fail(core::ErrorCode::InvalidInput,
             QCoreApplication::translate("Store", "An instrument cannot be merged into itself."));
    MergeTotals totals;
    moveAllSeries(connection, from, into, totals);
    const Moved shares = moveStacks(connection, shareCountsShape(), from, into);
    const Moved actions = moveStacks(connection, corporateActionsShape(), from, into);
    totals.shareCounts = shares.rows;
    totals.keptShareCounts = shares.kept;
    totals.actions = actions.rows;
    totals.keptActions = actions.kept;
    run(connection, "UPDATE claim_corrections SET instrument_id = ?2 WHERE instrument_id = ?1", {from, into});
    run(connection, "UPDATE parked_corrections SET instrument_id = ?2 WHERE instrument_id = ?1", {from, into});
    mergeInSources(connection, merged.symbol, kept.symbol);
    removeInstrument(connection, from);
    editInstrument(connection, united(merged, kept));
    return totals;
}

} // namespace tickmark::store
