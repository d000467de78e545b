// SPDX-License-Identifier: GPL-3.0-or-later
#include "InstrumentQueries.h"

#include "Connection.h"
#include "InstrumentEdit.h"
#include "RawStatement.h"

namespace tickmark::store {

namespace {

const std::string kSeriesColumns =
    "SELECT s.id, s.instrument_id, o.name, s.field, s.kind, s.interval_ns, s.price_decimals, "
    "s.size_decimals, s.splits_until FROM series AS s JOIN sources AS o ON o.id = s.source_id ";

QStringList readAliases(RawStatement &aliases, qint64 id, const QByteArray &language)
{
    aliases.bind(1, id);
    aliases.bind(2, language);
    QStringList list;
    while (aliases.step())
        list += aliases.text(0);
    return list;
}

// `rows` selects id, symbol, kind, mic, currency.
std::vector<core::Instrument> readAll(Connection &connection, RawStatement &rows)
{
    RawStatement names(connection.handle(), "SELECT language, name, short_name FROM instrument_names "
                                            "WHERE instrument_id = ? ORDER BY position");
    RawStatement aliases(connection.handle(), "SELECT alias FROM instrument_aliases "
                                              "WHERE instrument_id = ? AND language = ? ORDER BY position");
    std::vector<core::Instrument> instruments;
    while (rows.step()) {
        core::Instrument instrument;
        instrument.id = rows.integer(0);
        instrument.symbol = rows.text(1);
        instrument.kind = core::kindFromCode(rows.text(2)).value_or(core::InstrumentKind::Stock);
        instrument.mic = rows.text(3);
        instrument.currency = rows.text(4);
        names.bind(1, instrument.id);
        while (names.step()) {
            const QString language = names.text(0);
            instrument.names.push_back(
                {language, names.text(1), names.text(2), readAliases(aliases, instrument.id, language.toUtf8())});
        }
        instruments.push_back(std::move(instrument));
    }
    return instruments;
}

template <typename Row>
std::optional<Row> first(std::vector<Row> rows)
{
    if (rows.empty())
        return {};
    return std::move(rows.front());
}

core::Series seriesFrom(const RawStatement &row)
{
    core::Series series;
    series.id = row.integer(0);
    series.instrumentId = row.integer(1);
    series.source = row.text(2);
    series.field = core::fieldFromCode(row.text(3)).value_or(core::QuoteField::Bar);
    series.kind = core::seriesKindFromCode(row.text(4)).value_or(core::SeriesKind::Traded);
    series.intervalNs = row.integer(5);
    series.priceDecimals = int(row.integer(6));
    series.sizeDecimals = int(row.integer(7));
    if (!row.isNull(8))
        series.splitsUntil = core::SessionDate::fromDays(qint32(row.integer(8)));
    return series;
}

// The series with quotes for that use, those whose source has the higher priority first.
std::string byPriority(SeriesUse use)
{
    const std::string start = kSeriesColumns + "WHERE s.instrument_id = ?1 AND s.kind = ?2 AND ";
    const std::string order = " ORDER BY o.priority DESC, s.interval_ns, s.id";
    switch (use) {
    case SeriesUse::Daily:
        return start
               + "s.field = 'bar' AND s.interval_ns = 0 AND EXISTS (SELECT 1 FROM daily_bars WHERE series_id = s.id)"
               + order;
    case SeriesUse::Intraday:
        return start
               + "s.field = 'bar' AND s.interval_ns > 0 AND EXISTS (SELECT 1 FROM intraday_bars WHERE series_id = s.id)"
               + order;
    case SeriesUse::Ticks:
        break;
    }
    // of equal priority trades, not quotes, are what has happened
    return start
           + "s.field <> 'bar' AND (EXISTS (SELECT 1 FROM tick_chunks WHERE series_id = s.id) "
             "OR EXISTS (SELECT 1 FROM tick_tail WHERE series_id = s.id)) "
             "ORDER BY o.priority DESC, s.field <> 'trade', s.id";
}

std::optional<core::Series> chosenSeries(Connection &connection, qint64 instrumentId, SeriesUse use)
{
    RawStatement chosen(connection.handle(), kSeriesColumns
                                                 + "JOIN preferred_series AS p ON p.series_id = s.id "
                                                   "WHERE p.instrument_id = ?1 AND p.use = ?2");
    const Value code = QByteArray::fromStdString(useCode(use));
    chosen.bind(1, instrumentId);
    chosen.bind(2, code);
    if (!chosen.step())
        return {};
    return seriesFrom(chosen);
}

// At most `limit`; all for -1.
std::vector<core::Series> seriesByPriority(Connection &connection, qint64 instrumentId, SeriesUse use,
                                           core::SeriesKind kind, qint64 limit)
{
    RawStatement rows(connection.handle(), byPriority(use) + " LIMIT ?3");
    const Value kindText = core::seriesKindCode(kind).toUtf8();
    rows.bind(1, instrumentId);
    rows.bind(2, kindText);
    rows.bind(3, limit);
    std::vector<core::Series> series;
    while (rows.step())
        series.push_back(seriesFrom(rows));
    return series;
}

} // namespace

std::vector<core::Instrument> readInstruments(Connection &connection)
{
    RawStatement rows(connection.handle(), "SELECT id, symbol, kind, mic, currency FROM instruments ORDER BY symbol");
    return readAll(connection, rows);
}

std::optional<core::Instrument> findInstrument(Connection &connection, const QString &symbol)
{
    RawStatement rows(connection.handle(), "SELECT id, symbol, kind, mic, currency FROM instruments WHERE symbol = ?");
    const Value key = symbol.toUtf8();
    rows.bind(1, key);
    return first(readAll(connection, rows));
}

std::optional<core::Instrument> findInstrument(Connection &connection, qint64 id)
{
    RawStatement rows(connection.handle(), "SELECT id, symbol, kind, mic, currency FROM instruments WHERE id = ?");
    rows.bind(1, id);
    return first(readAll(connection, rows));
}

std::vector<SourceInfo> readSources(Connection &connection)
{
    RawStatement rows(connection.handle(), "SELECT id, name, kind, priority FROM sources ORDER BY name");
    std::vector<SourceInfo> sources;
    while (rows.step())
        sources.push_back({rows.integer(0), rows.text(1), rows.text(2), int(rows.integer(3))});
    return sources;
}

std::vector<core::Series> readSeries(Connection &connection, qint64 instrumentId)
{
    RawStatement rows(connection.handle(), kSeriesColumns
                                               + "WHERE ?1 = 0 OR s.instrument_id = ?1 "
                                                 "ORDER BY s.instrument_id, s.interval_ns, s.id");
    rows.bind(1, instrumentId);
    std::vector<core::Series> series;
    while (rows.step())
        series.push_back(seriesFrom(rows));
    return series;
}

std::optional<core::Series> findPreferredSeries(Connection &connection, qint64 instrumentId, SeriesUse use,
                                                core::SeriesKind kind)
{
    if (auto chosen = chosenSeries(connection, instrumentId, use))
        return chosen;
    return first(seriesByPriority(connection, instrumentId, use, kind, 1));
}

std::vector<core::Series> readRankedSeries(Connection &connection, qint64 instrumentId, SeriesUse use)
{
    constexpr qint64 kAll = -1;
    auto ranked = seriesByPriority(connection, instrumentId, use, core::SeriesKind::Traded, kAll);
    if (auto chosen = chosenSeries(connection, instrumentId, use)) {
        std::erase_if(ranked, [&](const core::Series &series) { return series.id == chosen->id; });
        ranked.insert(ranked.begin(), *std::move(chosen));
    }
    return ranked;
}

} // namespace tickmark::store
