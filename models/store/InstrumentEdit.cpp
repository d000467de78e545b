// SPDX-License-Identifier: GPL-3.0-or-later
#include "InstrumentEdit.h"

#include "ClaimChanges.h"
#include "Connection.h"
#include "InstrumentQueries.h"
#include "SourceSymbols.h"
#include "StoreError.h"
#include "TickEdits.h"

#include <QCoreApplication>

#include <SQLiteCpp/Statement.h>

namespace tickmark::store {

using core::ErrorCode;

namespace {

qint64 runFor(Connection &connection, const char *sql, qint64 id)
{
    SQLite::Statement statement(connection.database(), sql);
    statement.bind(1, int64_t(id));
    return statement.exec();
}

// Symbols are unique without regard to case.
void requireFreeSymbol(Connection &connection, const QString &symbol, qint64 exceptId)
{
    if (symbol.trimmed().isEmpty())
        fail(ErrorCode::InvalidInput, QCoreApplication::translate("Store", "An instrument needs a symbol."));
    SQLite::Statement find(connection.database(), "SELECT 1 FROM instruments WHERE symbol = ? AND id <> ?");
    find.bind(1, symbol.toStdString());
    find.bind(2, int64_t(exceptId));
    if (find.executeStep())
        fail(ErrorCode::AlreadyExists,
             QCoreApplication::translate("Store", "There is an instrument with the symbol %1 already.").arg(symbol));
}

QString symbolOf(Connection &connection, qint64 id)
{
    SQLite::Statement find(connection.database(), "SELECT symbol FROM instruments WHERE id = ?");
    find.bind(1, int64_t(id));
    if (!find.executeStep())
        fail(ErrorCode::NotFound,
             QCoreApplication::translate("Store", "This instrument is not in the store any more."));
    return QString::fromStdString(find.getColumn(0).getString());
}

void writeAliases(Connection &connection, qint64 id, const core::InstrumentNames &names)
{
    SQLite::Statement add(
        connection.database(),
        "INSERT INTO instrument_aliases (instrument_id, language, position, alias) VALUES (?, ?, ?, ?)");
    int position = 0;
    for (const QString &alias : names.aliases) {
        if (alias.isEmpty())
            continue;
        add.reset();
        add.bind(1, int64_t(id));
        add.bind(2, names.language.toStdString());
        add.bind(3, position++);
        add.bind(4, alias.toStdString());
        add.exec();
    }
}

void writeNames(Connection &connection, qint64 id, const core::Instrument &instrument)
{
    SQLite::Statement add(connection.database(),
                          "INSERT INTO instrument_names (instrument_id, language, position, name, "
                          "short_name) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
    int position = 0;
    for (const core::InstrumentNames &names : instrument.names) {
        add.reset();
        add.bind(1, int64_t(id));
        add.bind(2, names.language.toStdString());
        add.bind(3, position++);
        add.bind(4, names.name.toStdString());
        add.bind(5, names.shortName.toStdString());
        if (add.exec() == 0)
            fail(ErrorCode::InvalidInput,
                 QCoreApplication::translate("Store", "The instrument %1 has two names in one language.")
                     .arg(instrument.symbol));
        writeAliases(connection, id, names);
    }
}

void removeNames(Connection &connection, qint64 id)
{
    runFor(connection, "DELETE FROM instrument_aliases WHERE instrument_id = ?", id);
    runFor(connection, "DELETE FROM instrument_names WHERE instrument_id = ?", id);
}

} // namespace

qint64 addInstrument(Connection &connection, const core::Instrument &instrument)
{
    requireFreeSymbol(connection, instrument.symbol, 0);
    SQLite::Statement add(connection.database(),
                          "INSERT INTO instruments (symbol, kind, mic, currency) VALUES (?, ?, ?, ?)");
    add.bind(1, instrument.symbol.toStdString());
    add.bind(2, core::kindCode(instrument.kind).toStdString());
    add.bind(3, instrument.mic.toStdString());
    add.bind(4, instrument.currency.toStdString());
    add.exec();
    const qint64 id = connection.database().getLastInsertRowid();
    writeNames(connection, id, instrument);
    return id;
}

void editInstrument(Connection &connection, const core::Instrument &instrument)
{
    const QString former = symbolOf(connection, instrument.id);
    requireFreeSymbol(connection, instrument.symbol, instrument.id);
    SQLite::Statement edit(connection.database(),
                           "UPDATE instruments SET symbol = ?, kind = ?, mic = ?, currency = ? WHERE id = ?");
    edit.bind(1, instrument.symbol.toStdString());
    edit.bind(2, core::kindCode(instrument.kind).toStdString());
    edit.bind(3, instrument.mic.toStdString());
    edit.bind(4, instrument.currency.toStdString());
    edit.bind(5, int64_t(instrument.id));
    edit.exec();
    renameInSources(connection, former, instrument.symbol);
    removeNames(connection, instrument.id);
    writeNames(connection, instrument.id, instrument);
    noteInstrumentChanged(connection, instrument.id);
}

RemovedCounts removeInstrument(Connection &connection, qint64 instrumentId)
{
    const SourcesWithout without = removeFromSources(connection, symbolOf(connection, instrumentId));
    noteInstrumentChanged(connection, instrumentId);
    RemovedCounts counts;
    counts.sources = without.all;
    counts.switchedOff = without.switchedOff;
    const auto remove = [&](const char *sql) { return runFor(connection, sql, instrumentId); };
    // from the leaves to the root, so that the foreign keys hold at every step
    remove("DELETE FROM preferred_series WHERE instrument_id = ?");
    for (const auto &[current, history, count] :
         {std::tuple{
              "DELETE FROM daily_bars WHERE series_id IN (SELECT id FROM series WHERE instrument_id = ?)",
              "DELETE FROM replaced_daily_bars WHERE series_id IN (SELECT id FROM series WHERE instrument_id = ?)",
              &counts.dailyBars},
          {"DELETE FROM intraday_bars WHERE series_id IN (SELECT id FROM series WHERE instrument_id = ?)",
           "DELETE FROM replaced_intraday_bars WHERE series_id IN (SELECT id FROM series WHERE instrument_id = ?)",
           &counts.intradayBars},
          {"DELETE FROM share_counts WHERE instrument_id = ?",
           "DELETE FROM replaced_share_counts WHERE instrument_id = ?", &counts.shareCounts},
          {"DELETE FROM corporate_actions WHERE instrument_id = ?",
           "DELETE FROM replaced_corporate_actions WHERE instrument_id = ?", &counts.actions}}) {
        remove(history);
        *count = remove(current);
    }
    for (const core::Series &series : readSeries(connection, instrumentId))
        counts.ticks += removeTicks(connection, series.id);
    remove("DELETE FROM import_series WHERE series_id IN (SELECT id FROM series WHERE instrument_id = ?)");
    counts.series = remove("DELETE FROM series WHERE instrument_id = ?");
    removeNames(connection, instrumentId);
    remove("DELETE FROM instruments WHERE id = ?");
    return counts;
}

std::string useCode(SeriesUse use)
{
    switch (use) {
    case SeriesUse::Daily:
        return "daily";
    case SeriesUse::Intraday:
        return "intraday";
    case SeriesUse::Ticks:
        break;
    }
    return "ticks";
}

void setPreferredSeries(Connection &connection, qint64 instrumentId, SeriesUse use, std::optional<qint64> seriesId)
{
    noteInstrumentChanged(connection, instrumentId);
    SQLite::Statement remove(connection.database(), "DELETE FROM preferred_series WHERE instrument_id = ? AND use = ?");
    remove.bind(1, int64_t(instrumentId));
    remove.bind(2, useCode(use));
    remove.exec();
    if (!seriesId)
        return;
    SQLite::Statement add(connection.database(),
                          "INSERT INTO preferred_series (instrument_id, use, series_id) "
                          "SELECT instrument_id, ?, id FROM series WHERE id = ? AND instrument_id = ?");
    add.bind(1, useCode(use));
    add.bind(2, int64_t(*seriesId));
    add.bind(3, int64_t(instrumentId));
    if (add.exec() == 0)
        fail(ErrorCode::NotFound,
             QCoreApplication::translate("Store", "This instrument has no such series of quotes in the store."));
}

} // namespace tickmark::store
