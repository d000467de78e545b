// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreWriter.h"

#include "ActionRows.h"
#include "BarImport.h"
#include "ClaimChanges.h"
#include "ClaimRows.h"
#include "ImportLog.h"
#include "ImportUndo.h"
#include "InstrumentEdit.h"
#include "InstrumentMerge.h"
#include "NewsImport.h"
#include "NewsImportRequest.h"
#include "NewsRead.h"
#include "Schema.h"
#include "SourceRows.h"
#include "TickEdits.h"
#include "TickWriter.h"
#include "WriterThread.h"
#include <core/WallClock.h>

#include <QCoreApplication>

#include <SQLiteCpp/Statement.h>

namespace tickmark::store {

using core::Result;

namespace {

// The result, once the claims know of it.
ImportResult noted(Connection &connection, ImportResult result)
{
    if (result.importId != 0)
        noteImportChanged(connection, result.importId);
    return result;
}

ImportResult imported(Connection &connection, const NewsImportRequest &request, const CancelScope &cancel)
{
    return recordImport(connection, request.origin, request.dryRun, [&](qint64 importId, ImportTotals &totals) {
        writeNews(connection, request.items, importId, totals, cancel);
        return request.end;
    });
}

void writeSetting(Connection &connection, const QString &key, const QString &value)
{
    SQLite::Statement set(connection.database(), "INSERT INTO settings (key, value) VALUES (?, ?) "
                                                 "ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    set.bind(1, key.toStdString());
    set.bind(2, value.toStdString());
    set.exec();
}

} // namespace

Result<std::unique_ptr<StoreWriter>> StoreWriter::open(const QString &path)
{
    const auto migrations = loadMigrations();
    if (!migrations)
        return tl::unexpected(migrations.error());
    return openWith(path, *migrations);
}

Result<std::unique_ptr<StoreWriter>> StoreWriter::openWith(const QString &path, std::span<const Migration> migrations)
{
    const int supported = migrations.empty() ? kSchemaVersion : migrations.back().version;
    // what is not a store gets no lock file beside it
    if (const auto header = inspectStoreFile(path, supported); !header)
        return tl::unexpected(header.error());
    if (const auto place = checkIsWritableStore(path); !place)
        return tl::unexpected(place.error());
    auto lock = StoreLock::acquire(path);
    if (!lock)
        return tl::unexpected(lock.error());
    auto connection = Connection::openForWriting(path, supported);
    if (!connection)
        return tl::unexpected(connection.error());
    if (const auto migrated = migrateWithBackup(**connection, migrations); !migrated)
        return tl::unexpected(migrated.error());
    return std::unique_ptr<StoreWriter>(
        new StoreWriter(path, std::make_unique<WriterThread>(std::move(*connection), std::move(*lock))));
}

StoreWriter::StoreWriter(QString path, std::unique_ptr<WriterThread> thread)
    : m_path(std::move(path)), m_thread(std::move(thread))
{}

StoreWriter::~StoreWriter() = default;

QFuture<Result<qint64>> StoreWriter::addInstrument(core::Instrument instrument)
{
    return m_thread->run([instrument = std::move(instrument)](Connection &connection) {
        return store::addInstrument(connection, instrument);
    });
}

QFuture<Result<>> StoreWriter::editInstrument(core::Instrument instrument)
{
    return m_thread->run([instrument = std::move(instrument)](Connection &connection) {
        store::editInstrument(connection, instrument);
    });
}

QFuture<Result<RemovedCounts>> StoreWriter::removeInstrument(qint64 instrumentId)
{
    return m_thread->run([=](Connection &connection) { return store::removeInstrument(connection, instrumentId); },
                         reloadTicks());
}

QFuture<Result<MergeTotals>> StoreWriter::mergeInstruments(qint64 from, qint64 into)
{
    return m_thread->run([=](Connection &connection) { return store::mergeInstruments(connection, from, into); },
                         reloadTicks());
}

QFuture<Result<qint64>> StoreWriter::ensureSource(SourceInfo source)
{
    return m_thread->run(
        [source = std::move(source)](Connection &connection) { return store::ensureSource(connection, source); });
}

QFuture<Result<qint64>> StoreWriter::saveSource(SourceSetup setup)
{
    return m_thread->run(
        [setup = std::move(setup)](Connection &connection) { return store::saveSource(connection, setup); });
}

QFuture<Result<>> StoreWriter::removeSource(qint64 sourceId)
{
    return m_thread->run([=](Connection &connection) { store::removeSource(connection, sourceId); });
}

QFuture<Result<>> StoreWriter::saveFetchStates(std::vector<FetchState> states)
{
    return m_thread->run(
        [states = std::move(states)](Connection &connection) { store::saveFetchStates(connection, states); });
}

QFuture<Result<>> StoreWriter::setPreferredSeries(qint64 instrumentId, SeriesUse use, std::optional<qint64> seriesId)
{
    return m_thread->run(
        [=](Connection &connection) { store::setPreferredSeries(connection, instrumentId, use, seriesId); });
}

QFuture<Result<ImportResult>> StoreWriter::importBars(BarImportRequest request, std::stop_token stop)
{
    return m_thread->runLong(
        [request = std::move(request)](Connection &connection, const CancelScope &cancel) {
            const auto import = [&](qint64 importId, ImportTotals &totals) {
                BarImport(connection, request, importId).writeAll(totals, cancel);
                const auto end = request.finish ? request.finish() : Result<ImportEnd>(ImportEnd{});
                if (!end)
                    throw StoreFailure{end.error()};
                return *end;
            };
            return noted(connection, recordImport(connection, request.origin, request.dryRun, import));
        },
        std::move(stop));
}

QFuture<Result<ImportResult>> StoreWriter::importNews(ImportOrigin origin, std::vector<core::NewsItem> items,
                                                      ImportEnd end, std::stop_token stop)
{
    return m_thread->runLong(
        [origin = std::move(origin), items = std::move(items), end = std::move(end)](Connection &connection,
                                                                                     const CancelScope &cancel) {
            return recordImport(connection, origin, false, [&](qint64 importId, ImportTotals &totals) {
                writeNews(connection, items, importId, totals, cancel);
                return end;
            });
        },
        std::move(stop));
}

QFuture<Result<ImportResult>> StoreWriter::importNewsWithClaims(ImportOrigin origin, std::vector<NewsWithClaims> items,
                                                                ImportEnd end, bool dryRun, std::stop_token stop)
{
    return m_thread->runLong(
        [request = NewsImportRequest{std::move(origin), std::move(items), std::move(end), dryRun}](
            Connection &connection, const CancelScope &cancel) { return imported(connection, request, cancel); },
        std::move(stop));
}

QFuture<Result<std::vector<ImportResult>>> StoreWriter::importNewsBatch(std::vector<NewsImportRequest> requests,
                                                                        std::stop_token stop)
{
    return m_thread->runLong(
        [requests = std::move(requests)](Connection &connection, const CancelScope &cancel) {
            std::vector<ImportResult> results;
            for (const NewsImportRequest &request : requests)
                results.push_back(imported(connection, request, cancel));
            return results;
        },
        std::move(stop));
}

QFuture<Result<ImportResult>> StoreWriter::importShares(ImportOrigin origin, std::vector<ShareCount> counts,
                                                        ImportEnd end, std::stop_token stop)
{
    return m_thread->runLong(
        [origin = std::move(origin), counts = std::move(counts), end = std::move(end)](Connection &connection,
                                                                                       const CancelScope &cancel) {
            const auto import = [&](qint64 importId, ImportTotals &totals) {
                writeShares(connection, counts, importId, totals, cancel);
                return end;
            };
            return noted(connection, recordImport(connection, origin, false, import));
        },
        std::move(stop));
}

QFuture<Result<ImportResult>> StoreWriter::importActions(ImportOrigin origin, std::vector<CorporateAction> actions,
                                                         ImportEnd end, std::stop_token stop)
{
    return m_thread->runLong(
        [origin = std::move(origin), actions = std::move(actions), end = std::move(end)](Connection &connection,
                                                                                         const CancelScope &cancel) {
            const auto import = [&](qint64 importId, ImportTotals &totals) {
                writeActions(connection, actions, importId, totals, cancel);
                return end;
            };
            return noted(connection, recordImport(connection, origin, false, import));
        },
        std::move(stop));
}

QFuture<Result<ImportResult>> StoreWriter::correctBar(BarCorrection correction)
{
    return m_thread->runLong(
        [correction = std::move(correction)](Connection &connection, const CancelScope &cancel) {
            return noted(connection, store::correctBar(connection, correction, cancel));
        },
        {});
}

QFuture<Result<UndoTotals>> StoreWriter::undoImport(qint64 importId, std::stop_token stop)
{
    return m_thread->runLong(
        [=](Connection &connection, const CancelScope &) {
            return store::undoImport(connection, importId, core::wallClock());
        },
        std::move(stop), reloadTicks());
}

QFuture<Result<qint64>> StoreWriter::beginTickImport(ImportOrigin origin)
{
    return m_thread->run(
        [ticks = &m_thread->ticks(), origin = std::move(origin)](Connection &) { return ticks->beginImport(origin); });
}

QFuture<Result<TickTotals>> StoreWriter::addTicks(qint64 importId, TickSlice slice, std::stop_token stop)
{
    return addTicks(importId, std::make_shared<const TickSlice>(std::move(slice)), std::move(stop));
}

QFuture<Result<TickTotals>> StoreWriter::addTicks(qint64 importId, std::shared_ptr<const TickSlice> slice,
                                                  std::stop_token stop)
{
    TickWriter *const ticks = &m_thread->ticks();
    return m_thread->runLong(
        [=, slice = std::move(slice)](Connection &, const CancelScope &cancel) {
            return ticks->add(importId, *slice, cancel);
        },
        std::move(stop), [=](bool isOnDisk) { isOnDisk ? ticks->committed() : ticks->failed(); });
}

QFuture<Result<TickTotals>> StoreWriter::addTrades(qint64 importId, std::shared_ptr<const TradeSlice> trades)
{
    TickWriter *const ticks = &m_thread->ticks();
    return m_thread->run([=, trades = std::move(trades)](Connection &) { return ticks->addTrades(importId, trades); },
                         [=](bool isOnDisk) { isOnDisk ? ticks->committed() : ticks->failed(); });
}

QFuture<Result<ImportResult>> StoreWriter::endTickImport(qint64 importId, ImportEnd end)
{
    return m_thread->run([ticks = &m_thread->ticks(), importId, end = std::move(end)](Connection &connection) {
        return noted(connection, ticks->endImport(importId, end));
    });
}

QFuture<Result<ImportResult>> StoreWriter::correctTick(TickCorrection correction)
{
    return m_thread->run(
        [correction](Connection &connection) { return noted(connection, store::correctTick(connection, correction)); },
        reloadTicks());
}

QFuture<Result<>> StoreWriter::addTickGap(qint64 seriesId, core::TimeRange range)
{
    return m_thread->run([=](Connection &connection) { store::addTickGap(connection, seriesId, range); });
}

void StoreWriter::setTickListener(TickListener listener)
{
    m_thread->ticks().setListener(std::move(listener));
}

// For tasks that change ticks past the TickWriter.
std::function<void(bool)> StoreWriter::reloadTicks()
{
    return [ticks = &m_thread->ticks()](bool isOnDisk) {
        if (isOnDisk)
            ticks->reload();
    };
}

QFuture<Result<>> StoreWriter::markRead(std::vector<qint64> newsIds, bool read)
{
    return m_thread->run(
        [newsIds = std::move(newsIds), read](Connection &connection) { store::markRead(connection, newsIds, read); });
}

QFuture<Result<qint64>> StoreWriter::replaceClaims(std::vector<ClaimReplacement> replacements, std::stop_token stop)
{
    return m_thread->runLong(
        [replacements = std::move(replacements)](Connection &connection, const CancelScope &cancel) {
            return store::replaceClaims(connection, replacements, cancel);
        },
        std::move(stop));
}

QFuture<Result<qint64>> StoreWriter::saveVerdicts(std::vector<JudgedClaim> judged, std::stop_token stop)
{
    return m_thread->runLong(
        [judged = std::move(judged)](Connection &connection, const CancelScope &cancel) {
            return writeVerdicts(connection, judged, cancel);
        },
        std::move(stop));
}

QFuture<Result<>> StoreWriter::judgeAllAgain(QString key, QString value)
{
    return m_thread->run([key = std::move(key), value = std::move(value)](Connection &connection) {
        noteAllChanged(connection);
        writeSetting(connection, key, value);
    });
}

QFuture<Result<>> StoreWriter::correctClaim(ClaimKey key, std::optional<ClaimCorrection> correction)
{
    return m_thread->run([key, correction = std::move(correction)](Connection &connection) {
        store::correctClaim(connection, key, correction, core::wallClock());
    });
}

QFuture<Result<>> StoreWriter::setSetting(QString key, QString value)
{
    return m_thread->run([key = std::move(key), value = std::move(value)](Connection &connection) {
        writeSetting(connection, key, value);
    });
}

} // namespace tickmark::store
