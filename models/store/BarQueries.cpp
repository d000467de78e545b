// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarQueries.h"

#include "BarCorrection.h"
#include "Connection.h"
#include "RawStatement.h"
#include "TableSql.h"
#include "VersionedTable.h"

#include <algorithm>

namespace tickmark::store {

namespace {

std::string fromTable(BarTable table)
{
    return table == BarTable::Daily ? " FROM daily_bars WHERE series_id = ?1 AND session_date BETWEEN ?2 AND ?3"
                                    : " FROM intraday_bars WHERE series_id = ?1 AND start_ns BETWEEN ?2 AND ?3";
}

std::string keyOf(BarTable table)
{
    return table == BarTable::Daily ? "session_date" : "start_ns";
}

//! Bars (b) of the series ?1 that stand as the user typed them, and the imports (t) of that; ?2: their source.
std::string fromCorrections(BarTable table)
{
    const TableShape &shape = table == BarTable::Daily ? dailyBarsShape() : intradayBarsShape();
    const std::string inHistory = "EXISTS (SELECT 1 FROM " + shape.history + " AS h WHERE "
                                  + keyJoin(shape.keys, "h", "b") + " AND h.import_id = ";
    // what says something of splits has turned the correction with the rest; all else has taken its place
    const std::string replacedSince = "EXISTS (SELECT 1 FROM import_series AS a WHERE a.series_id = ?1 "
                                      "AND a.import_id > t.import_id AND a.splits_until IS NULL "
                                      "AND (a.import_id = b.import_id OR "
                                      + inHistory + "a.import_id)))";
    return " FROM import_series AS t JOIN imports AS m ON m.id = t.import_id JOIN sources AS o ON o.id = m.source_id JOIN "
           + shape.current + " AS b ON b.series_id = t.series_id AND b." + keyOf(table)
           + " BETWEEN t.first_key AND t.last_key WHERE t.series_id = ?1 AND o.name = ?2 AND (b.import_id = t.import_id OR ("
           + inHistory + "t.import_id) AND NOT " + replacedSince + "))";
}

} // namespace

void readBars(Connection &connection, BarTable table, qint64 seriesId, KeyRange keys, int limit,
              std::vector<core::Bar> &bars)
{
    bars.clear();
    RawStatement rows(connection.handle(), "SELECT " + keyOf(table) + ", open, high, low, close, volume, flags"
                                               + fromTable(table) + " ORDER BY " + keyOf(table) + " LIMIT ?4");
    rows.bind(1, seriesId);
    rows.bind(2, keys.first);
    rows.bind(3, keys.last);
    rows.bind(4, qint64(limit));
    while (rows.step()) {
        core::Bar bar;
        if (table == BarTable::Daily)
            bar.session = core::SessionDate::fromDays(qint32(rows.integer(0)));
        else
            bar.start = core::Time{rows.integer(0)};
        bar.open = rows.integer(1);
        bar.high = rows.integer(2);
        bar.low = rows.integer(3);
        bar.close = rows.integer(4);
        if (!rows.isNull(5))
            bar.volume = rows.integer(5);
        bar.flags = quint32(rows.integer(6));
        bars.push_back(bar);
    }
}

std::vector<core::Bar> readCorrectedBars(Connection &connection, BarTable table, qint64 seriesId)
{
    RawStatement rows(connection.handle(),
                      "SELECT DISTINCT b." + keyOf(table) + fromCorrections(table) + " ORDER BY 1");
    const Value source = QByteArray(kCorrectionSource);
    rows.bind(1, seriesId);
    rows.bind(2, source);
    std::vector<core::Bar> corrected;
    std::vector<core::Bar> one;
    while (rows.step()) {
        readBars(connection, table, seriesId, {rows.integer(0), rows.integer(0)}, 1, one);
        corrected.insert(corrected.end(), one.begin(), one.end());
    }
    return corrected;
}

std::optional<qint64> correctionOf(Connection &connection, BarTable table, qint64 seriesId, qint64 key)
{
    RawStatement find(connection.handle(),
                      "SELECT max(t.import_id)" + fromCorrections(table) + " AND b." + keyOf(table) + " = ?3");
    const Value source = QByteArray(kCorrectionSource);
    find.bind(1, seriesId);
    find.bind(2, source);
    find.bind(3, key);
    return find.step() && !find.isNull(0) ? std::optional(find.integer(0)) : std::nullopt;
}

QStringList readOrigins(Connection &connection, BarTable table, qint64 seriesId, KeyRange keys)
{
    RawStatement rows(connection.handle(), "SELECT DISTINCT origin FROM imports WHERE id IN (SELECT DISTINCT import_id"
                                               + fromTable(table) + ")");
    rows.bind(1, seriesId);
    rows.bind(2, keys.first);
    rows.bind(3, keys.last);
    QStringList origins;
    while (rows.step())
        origins += rows.text(0);
    std::sort(origins.begin(), origins.end());
    return origins;
}

} // namespace tickmark::store
