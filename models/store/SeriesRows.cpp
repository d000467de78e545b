// SPDX-License-Identifier: GPL-3.0-or-later
#include "SeriesRows.h"

#include "Connection.h"
#include "ImportLog.h"
#include "StoreError.h"
#include <core/Price.h>

#include <QCoreApplication>

#include <SQLiteCpp/Statement.h>

#include <array>
#include <limits>

namespace tickmark::store {

namespace {

std::array<std::string, 2> tablesOf(bool isDaily)
{
    if (isDaily)
        return {"daily_bars", "replaced_daily_bars"};
    return {"intraday_bars", "replaced_intraday_bars"};
}

bool fitsAfter(Connection &connection, const std::string &table, qint64 seriesId, Scale scale, qint64 factor)
{
    const std::string largest = scale == Scale::Price ? "max(max(open), max(high), max(low), max(close)), "
                                                        "min(min(open), min(high), min(low), min(close))"
                                                      : "max(volume), min(volume)";
    SQLite::Statement range(connection.database(), "SELECT " + largest + " FROM " + table + " WHERE series_id = ?");
    range.bind(1, int64_t(seriesId));
    range.executeStep();
    // NULL (no rows) reads as 0
    return range.getColumn(0).getInt64() <= std::numeric_limits<qint64>::max() / factor
           && range.getColumn(1).getInt64() >= std::numeric_limits<qint64>::min() / factor;
}

void requireInstrument(Connection &connection, qint64 instrumentId)
{
    SQLite::Statement find(connection.database(), "SELECT 1 FROM instruments WHERE id = ?");
    find.bind(1, int64_t(instrumentId));
    if (!find.executeStep())
        fail(core::ErrorCode::NotFound,
             QCoreApplication::translate("Store", "The instrument of these quotes is not in the store any more."));
}

} // namespace

StoredSeries findOrCreateSeries(Connection &connection, const SeriesKey &key, int priceDecimals, int sizeDecimals)
{
    requireInstrument(connection, key.instrumentId);
    const qint64 source = sourceId(connection, key.source);
    SQLite::Statement find(
        connection.database(),
        "SELECT id, price_decimals, size_decimals FROM series WHERE instrument_id = ? AND source_id = ? "
        "AND field = ? AND interval_ns = ? AND kind = ?");
    SQLite::Statement add(connection.database(),
                          "INSERT INTO series (instrument_id, source_id, field, interval_ns, kind, price_decimals, "
                          "size_decimals) VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (SQLite::Statement *statement : {&find, &add}) {
        statement->bind(1, int64_t(key.instrumentId));
        statement->bind(2, int64_t(source));
        statement->bind(3, core::fieldCode(key.field).toStdString());
        statement->bind(4, int64_t(key.intervalNs));
        statement->bind(5, core::seriesKindCode(key.kind).toStdString());
    }
    StoredSeries series{0, priceDecimals, sizeDecimals};
    if (find.executeStep()) {
        series = {find.getColumn(0).getInt64(), find.getColumn(1).getInt(), find.getColumn(2).getInt()};
    } else {
        add.bind(6, priceDecimals);
        add.bind(7, sizeDecimals);
        add.exec();
        series.id = connection.database().getLastInsertRowid();
    }
    return series;
}

void takeSplitsFromImports(Connection &connection, qint64 seriesId)
{
    SQLite::Statement take(connection.database(),
                           "UPDATE series SET splits_until = (SELECT t.splits_until FROM import_series AS t "
                           "JOIN imports AS m ON m.id = t.import_id WHERE t.series_id = ?1 AND m.undone_ns IS NULL "
                           "AND t.splits_until IS NOT NULL ORDER BY t.import_id DESC LIMIT 1) WHERE id = ?1");
    take.bind(1, int64_t(seriesId));
    take.exec();
}

namespace {

std::vector<std::string> columnsOf(Scale scale)
{
    if (scale == Scale::Size)
        return {"volume"};
    return {"open", "high", "low", "close"};
}

//! `by`: with which mark the columns go with `factor`.
void scaleColumns(Connection &connection, qint64 seriesId, bool isDaily, Scale scale, const std::string &by,
                  qint64 factor)
{
    std::string changes;
    for (const std::string &column : columnsOf(scale))
        changes += (changes.empty() ? "" : ", ") + column + " = " + column + by + "?1";
    for (const std::string &table : tablesOf(isDaily)) {
        SQLite::Statement change(connection.database(),
                                 "UPDATE " + table + " SET " + changes + " WHERE series_id = ?2");
        change.bind(1, int64_t(factor));
        change.bind(2, int64_t(seriesId));
        change.exec();
    }
}

void setDecimals(Connection &connection, qint64 seriesId, Scale scale, int decimals)
{
    SQLite::Statement update(connection.database(), std::string("UPDATE series SET ")
                                                        + (scale == Scale::Price ? "price_decimals" : "size_decimals")
                                                        + " = ? WHERE id = ?");
    update.bind(1, decimals);
    update.bind(2, int64_t(seriesId));
    update.exec();
}

//! Whether all values of a series are multiples of `factor`.
bool isMultiple(Connection &connection, qint64 seriesId, bool isDaily, Scale scale, qint64 factor)
{
    std::string others;
    for (const std::string &column : columnsOf(scale))
        others += (others.empty() ? "" : " OR ") + column + " % ?1 <> 0";
    for (const std::string &table : tablesOf(isDaily)) {
        SQLite::Statement find(connection.database(),
                               "SELECT EXISTS (SELECT 1 FROM " + table + " WHERE series_id = ?2 AND (" + others + "))");
        find.bind(1, int64_t(factor));
        find.bind(2, int64_t(seriesId));
        find.executeStep();
        if (find.getColumn(0).getInt() != 0)
            return false;
    }
    return true;
}

void narrow(Connection &connection, qint64 seriesId, bool isDaily, Scale scale, int decimals, int least)
{
    int needed = decimals;
    while (needed > least && isMultiple(connection, seriesId, isDaily, scale, core::powerOfTen(decimals - needed + 1)))
        --needed;
    if (needed == decimals)
        return;
    scaleColumns(connection, seriesId, isDaily, scale, " / ", core::powerOfTen(decimals - needed));
    setDecimals(connection, seriesId, scale, needed);
}

} // namespace

bool widenSeries(Connection &connection, qint64 seriesId, bool isDaily, Scale scale, int from, int to)
{
    const qint64 factor = core::powerOfTen(to - from);
    const auto tables = tablesOf(isDaily);
    for (const std::string &table : tables) {
        if (!fitsAfter(connection, table, seriesId, scale, factor))
            return false;
    }
    scaleColumns(connection, seriesId, isDaily, scale, " * ", factor);
    setDecimals(connection, seriesId, scale, to);
    return true;
}

void narrowSeries(Connection &connection, qint64 seriesId, bool isDaily)
{
    constexpr int kLeastPriceDecimals = 2; // how exact a file was is not kept: 100.00 is not told as 100
    SQLite::Statement find(connection.database(), "SELECT price_decimals, size_decimals FROM series WHERE id = ?");
    find.bind(1, int64_t(seriesId));
    if (!find.executeStep())
        return;
    const int prices = find.getColumn(0).getInt();
    const int sizes = find.getColumn(1).getInt();
    find.reset();
    narrow(connection, seriesId, isDaily, Scale::Price, prices, kLeastPriceDecimals);
    narrow(connection, seriesId, isDaily, Scale::Size, sizes, 0);
}

} // namespace tickmark::store
