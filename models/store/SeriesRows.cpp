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

bool widenSeries(Connection &connection, qint64 seriesId, bool isDaily, Scale scale, int from, int to)
{
    const qint64 factor = core::powerOfTen(to - from);
    const auto tables = tablesOf(isDaily);
    for (const std::string &table : tables) {
        if (!fitsAfter(connection, table, seriesId, scale, factor))
            return false;
    }
    const std::string columns = scale == Scale::Price
                                    ? "open = open * ?1, high = high * ?1, low = low * ?1, close = close * ?1"
                                    : "volume = volume * ?1";
    for (const std::string &table : tables) {
        SQLite::Statement widen(connection.database(), "UPDATE " + table + " SET " + columns + " WHERE series_id = ?2");
        widen.bind(1, int64_t(factor));
        widen.bind(2, int64_t(seriesId));
        widen.exec();
    }
    SQLite::Statement update(connection.database(), std::string("UPDATE series SET ")
                                                        + (scale == Scale::Price ? "price_decimals" : "size_decimals")
                                                        + " = ? WHERE id = ?");
    update.bind(1, to);
    update.bind(2, int64_t(seriesId));
    update.exec();
    return true;
}

} // namespace tickmark::store
