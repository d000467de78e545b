// SPDX-License-Identifier: GPL-3.0-or-later
#include "QuoteOrigins.h"

#include "BarQueries.h"
#include "Connection.h"
#include "InstrumentQueries.h"
#include "RawStatement.h"

#include <string>

namespace tickmark::store {

namespace {

std::optional<BarOrigin> readOrigin(Connection &connection, BarTable table, core::Series series, qint64 key)
{
    std::vector<core::Bar> bars;
    readBars(connection, table, series.id, {key, key}, 1, bars);
    if (bars.empty())
        return {};
    const auto correction = correctionOf(connection, table, series.id, key);
    const std::string import = table == BarTable::Daily
                                   ? "SELECT import_id FROM daily_bars WHERE series_id = ?1 AND session_date = ?2"
                                   : "SELECT import_id FROM intraday_bars WHERE series_id = ?1 AND start_ns = ?2";
    RawStatement row(connection.handle(),
                     "SELECT origin, fetched_ns FROM imports WHERE id = ifnull(?3, (" + import + "))");
    row.bind(1, series.id);
    row.bind(2, key);
    const Value typed = correction ? Value(*correction) : Value();
    row.bind(3, typed);
    BarOrigin found{std::move(series), bars.front(), {}, {}, correction.has_value()};
    if (row.step()) {
        found.origin = row.text(0);
        found.fetched = core::Time{row.integer(1)};
    }
    return found;
}

} // namespace

std::vector<BarOrigin> readDailyOrigins(Connection &connection, qint64 instrumentId, core::SessionDate session)
{
    std::vector<BarOrigin> origins;
    for (core::Series &series : readSeries(connection, instrumentId)) {
        if (series.field != core::QuoteField::Bar || !series.isDaily())
            continue;
        if (auto origin = readOrigin(connection, BarTable::Daily, std::move(series), session.days()))
            origins.push_back(*std::move(origin));
    }
    return origins;
}

std::optional<BarOrigin> readIntradayOrigin(Connection &connection, qint64 instrumentId, qint64 seriesId,
                                            core::Time start)
{
    for (core::Series &series : readSeries(connection, instrumentId)) {
        if (series.id == seriesId)
            return readOrigin(connection, BarTable::Intraday, std::move(series), start.ns);
    }
    return {};
}

} // namespace tickmark::store
