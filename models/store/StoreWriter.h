// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarImportRequest.h"
#include "StoreTypes.h"
#include <core/Instrument.h>
#include <core/NewsItem.h>
#include <core/Result.h>

#include <QFuture>

#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace tickmark::store {

class WriterThread;
struct Migration;

//! The one way to change a store. Owns the lock of the store, the one writing connection and the thread it lives on; its
//! methods may be called from any thread, queue a task each and never wait.
//!
//! Answers are QFutures, because a view binds one to itself with `then(guard, ...)` and a command waits with `result()`.
//! Every task is one transaction: an answer without an error means that it is on the disk, an error that nothing of it is.
//! Destruction cancels imports and undos (queued and running), runs the short tasks that are still queued, then closes.
class StoreWriter
{
public:
    //! Opens `path` for writing; migrates an older store after a backup beside it. NotFound, ForeignFile, Damaged,
    //! NewerVersion (the file is not touched), ReadOnly, InUse (another writer, also in this process).
    [[nodiscard]] static core::Result<std::unique_ptr<StoreWriter>> open(const QString &path);
    ~StoreWriter();
    StoreWriter(const StoreWriter &) = delete;
    StoreWriter &operator=(const StoreWriter &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }

    //! The new id. AlreadyExists when the symbol is taken, InvalidInput when it is empty. `instrument.id` is ignored.
    QFuture<core::Result<qint64>> addInstrument(core::Instrument instrument);
    //! Makes instrument `instrument.id` exactly this (names and aliases included). NotFound, AlreadyExists.
    QFuture<core::Result<>> editInstrument(core::Instrument instrument);
    //! Removes the instrument with its series, bars, share counts and corporate actions, for good: an undo of their
    //! imports does not bring them back. NotFound.
    QFuture<core::Result<RemovedCounts>> removeInstrument(qint64 instrumentId);

    //! Adds the source, or gives the one of that name this kind and priority; its id.
    QFuture<core::Result<qint64>> ensureSource(SourceInfo source);
    //! Which series stands for an instrument in `use`; nothing: chosen by source priority again.
    QFuture<core::Result<>> setPreferredSeries(qint64 instrumentId, SeriesUse use, std::optional<qint64> seriesId);

    //! See BarImportRequest. Cancelled through `stop`: nothing is kept.
    QFuture<core::Result<ImportResult>> importBars(BarImportRequest request, std::stop_token stop = {});
    //! Items are one per (publisher, guid). An item with another text replaces the stored one and keeps its id and first
    //! time. `id` is ignored.
    QFuture<core::Result<ImportResult>> importNews(ImportOrigin origin, std::vector<core::NewsItem> items,
                                                   ImportEnd end = {}, std::stop_token stop = {});
    //! NotFound when an instrument is not there.
    QFuture<core::Result<ImportResult>> importShares(ImportOrigin origin, std::vector<ShareCount> counts,
                                                     ImportEnd end = {}, std::stop_token stop = {});
    //! Takes one import back, exactly: rows that it inserted go, rows that it replaced have their former value and import
    //! again, and where a later import replaced its rows it is cut out of their history. The import stays listed as
    //! undone. NotFound; AlreadyExists when it was undone before.
    QFuture<core::Result<UndoTotals>> undoImport(qint64 importId, std::stop_token stop = {});

    QFuture<core::Result<>> setSetting(QString key, QString value);

private:
    friend class StoreBuilder;
    friend struct StoreWriterTestAccess; // tests open with migrations of their own

    static core::Result<std::unique_ptr<StoreWriter>> openWith(const QString &path,
                                                               std::span<const Migration> migrations);
    StoreWriter(QString path, std::unique_ptr<WriterThread> thread);

    QString m_path;
    std::unique_ptr<WriterThread> m_thread;
};

} // namespace tickmark::store
