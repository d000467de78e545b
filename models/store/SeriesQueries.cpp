// SPDX-License-Identifier: GPL-3.0-or-later
#include "SeriesQueries.h"

#include "Connection.h"
#include "InstrumentEdit.h"
#include "InstrumentQueries.h"
#include "RawStatement.h"

namespace tickmark::store {

std::vector<SeriesSpan> readSeriesSpans(Connection &connection, qint64 instrumentId)
{
    // two statements of one bound each: with min and max in one SELECT SQLite reads the whole series
    RawStatement daily(connection.handle(), "SELECT (SELECT min(session_date) FROM daily_bars WHERE series_id = ?1), "
                                            "(SELECT max(session_date) FROM daily_bars WHERE series_id = ?1)");
    RawStatement intraday(connection.handle(), "SELECT (SELECT min(start_ns) FROM intraday_bars WHERE series_id = ?1), "
                                               "(SELECT max(start_ns) FROM intraday_bars WHERE series_id = ?1)");
    RawStatement ticks(
        connection.handle(),
        "SELECT ifnull((SELECT min(first_ns) FROM tick_chunks WHERE series_id = ?1), "
        "(SELECT min(time_ns) FROM tick_tail WHERE series_id = ?1)), "
        "ifnull((SELECT max(time_ns) FROM tick_tail WHERE series_id = ?1), "
        "(SELECT last_ns FROM tick_chunks WHERE series_id = ?1 ORDER BY first_ns DESC, seq DESC LIMIT 1))");
    std::vector<SeriesSpan> spans;
    for (core::Series &series : readSeries(connection, instrumentId)) {
        SeriesSpan span;
        const bool isTicks = series.field != core::QuoteField::Bar;
        RawStatement &ends = isTicks ? ticks : series.isDaily() ? daily : intraday;
        ends.bind(1, series.id);
        if (ends.step() && !ends.isNull(0)) {
            if (isTicks) {
                span.ticks = core::TimeRange{core::Time{ends.integer(0)}, core::Time{ends.integer(1)}};
            } else if (series.isDaily()) {
                span.firstSession = core::SessionDate::fromDays(qint32(ends.integer(0)));
                span.lastSession = core::SessionDate::fromDays(qint32(ends.integer(1)));
            } else {
                span.firstStart = core::Time{ends.integer(0)};
                span.lastStart = core::Time{ends.integer(1)};
            }
        }
        ends.reset();
        span.series = std::move(series);
        spans.push_back(std::move(span));
    }
    return spans;
}

std::optional<qint64> findChosenSeries(Connection &connection, qint64 instrumentId, SeriesUse use)
{
    RawStatement chosen(connection.handle(),
                        "SELECT series_id FROM preferred_series WHERE instrument_id = ?1 AND use = ?2");
    const Value code = QByteArray::fromStdString(useCode(use));
    chosen.bind(1, instrumentId);
    chosen.bind(2, code);
    if (!chosen.step())
        return {};
    return chosen.integer(0);
}

std::optional<core::SessionDate> findLastSession(Connection &connection, qint64 seriesId)
{
    RawStatement last(connection.handle(), "SELECT max(session_date) FROM daily_bars WHERE series_id = ?1");
    last.bind(1, seriesId);
    if (!last.step() || last.isNull(0))
        return {};
    return core::SessionDate::fromDays(qint32(last.integer(0)));
}

RemovedCounts countOwned(Connection &connection, qint64 instrumentId)
{
    RawStatement rows(connection.handle(), "SELECT (SELECT count(*) FROM series WHERE instrument_id = ?1), "
                                           "(SELECT count(*) FROM daily_bars WHERE series_id IN "
                                           "(SELECT id FROM series WHERE instrument_id = ?1)), "
                                           "(SELECT count(*) FROM intraday_bars WHERE series_id IN "
                                           "(SELECT id FROM series WHERE instrument_id = ?1)), "
                                           "(SELECT ifnull(sum(ticks), 0) FROM tick_chunks WHERE series_id IN "
                                           "(SELECT id FROM series WHERE instrument_id = ?1)) "
                                           "+ (SELECT count(*) FROM tick_tail WHERE series_id IN "
                                           "(SELECT id FROM series WHERE instrument_id = ?1)), "
                                           "(SELECT count(*) FROM share_counts WHERE instrument_id = ?1), "
                                           "(SELECT count(*) FROM corporate_actions WHERE instrument_id = ?1)");
    rows.bind(1, instrumentId);
    rows.step();
    return {
        rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5), {}, {}};
}

} // namespace tickmark::store
