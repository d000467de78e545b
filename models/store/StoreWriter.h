// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarCorrection.h"
#include "BarImportRequest.h"
#include "ClaimTypes.h"
#include "SourceTypes.h"
#include "StoreTypes.h"
#include "TickTypes.h"
#include <core/Instrument.h>
#include <core/NewsItem.h>
#include <core/Result.h>

#include <QFuture>

#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace tickmark::store {

class WriterThread;
struct Migration;
struct NewsImportRequest;

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

    //! Gives everything of `from` (series, bars, share counts, actions, names as aliases) to `into` and removes `from`.
    //! Where both have a value for one key of one source, that of `into` stays; older values of `from` go below it, so that
    //! undoing imports goes on working on what they wrote. NotFound; InvalidInput for one and the same instrument, or where
    //! the two cannot be one (prices too large for common decimals, another state of splits).
    QFuture<core::Result<MergeTotals>> mergeInstruments(qint64 from, qint64 into);

    //! Adds the source, or gives the one of that name this kind and priority; its id.
    QFuture<core::Result<qint64>> ensureSource(SourceInfo source);
    //! Adds the source (`sourceId` 0), or makes it exactly this; its id. AlreadyExists when the name is taken, NotFound,
    //! InvalidInput (also for another provider than the one its quotes are of). With another address or spelling all of it
    //! is asked for again.
    QFuture<core::Result<qint64>> saveSource(SourceSetup setup);
    //! Removes the set-up and how far it had come; what the source has brought stays under its name, and comes after all
    //! other sources. NotFound.
    QFuture<core::Result<>> removeSource(qint64 sourceId);
    //! In place of the former state of each item; those of sources that have gone are passed over.
    QFuture<core::Result<>> saveFetchStates(std::vector<FetchState> states);
    //! Which series stands for an instrument in `use`; nothing: chosen by source priority again.
    QFuture<core::Result<>> setPreferredSeries(qint64 instrumentId, SeriesUse use, std::optional<qint64> seriesId);

    //! See BarImportRequest. Cancelled through `stop`: nothing is kept.
    QFuture<core::Result<ImportResult>> importBars(BarImportRequest request, std::stop_token stop = {});
    //! Items are one per (publisher, guid). An item with another text replaces the stored one and keeps its id and first
    //! time. `id` is ignored.
    QFuture<core::Result<ImportResult>> importNews(ImportOrigin origin, std::vector<core::NewsItem> items,
                                                   ImportEnd end = {}, std::stop_token stop = {});
    //! The same with the claims of each text, in one transaction; texts that are there already keep theirs. A dry run only
    //! counts.
    QFuture<core::Result<ImportResult>> importNewsWithClaims(ImportOrigin origin, std::vector<NewsWithClaims> items,
                                                             ImportEnd end = {}, bool dryRun = false,
                                                             std::stop_token stop = {});
    //! The same of several origins, each an import of its own, all in one transaction; results in their order.
    QFuture<core::Result<std::vector<ImportResult>>> importNewsBatch(std::vector<NewsImportRequest> requests,
                                                                     std::stop_token stop = {});
    //! NotFound when an instrument is not there.
    QFuture<core::Result<ImportResult>> importShares(ImportOrigin origin, std::vector<ShareCount> counts,
                                                     ImportEnd end = {}, std::stop_token stop = {});
    //! Splits and dividends. NotFound when an instrument is not there, InvalidInput for a ratio that is none.
    QFuture<core::Result<ImportResult>> importActions(ImportOrigin origin, std::vector<CorporateAction> actions,
                                                      ImportEnd end = {}, std::stop_token stop = {});
    //! Replaces one stored bar by hand. Recorded as an import of the source kCorrectionSource: the former value goes to the
    //! history, and undoing that import brings it back. NotFound when there is no such bar; InvalidInput when the prices
    //! contradict each other (isConsistent) or do not fit the series. importId is 0 when the values are the stored ones.
    QFuture<core::Result<ImportResult>> correctBar(BarCorrection correction);
    //! Takes one import back, exactly: rows that it inserted go, rows that it replaced have their former value and import
    //! again, and where a later import replaced its rows it is cut out of their history. The import stays listed as
    //! undone. NotFound; AlreadyExists when it was undone before.
    QFuture<core::Result<UndoTotals>> undoImport(qint64 importId, std::stop_token stop = {});

    //! Ticks come in slices, each a transaction of its own: its answer means that it is on the disk and stays there
    //! whatever happens to the next. An import that is never ended (cancelled, killed) keeps its slices; importing the same
    //! file again adds what is missing. `origin.kind` is Ticks. The import's id.
    QFuture<core::Result<qint64>> beginTickImport(ImportOrigin origin);
    //! Adds what the series does not have yet: each tick (time, price, size) is to be there as often as the slice, or what
    //! other imports brought, has it. Ticks after the last one are appended; late ones are merged into the chunks that
    //! they fall into, extras of a time after those that are there. A tick that a correction took out counts as there.
    //! InvalidInput when a value does not fit the decimals of the series, a size is negative, or the ticks are not
    //! ascending; NotFound when the import, or the instrument, is not there.
    QFuture<core::Result<TickTotals>> addTicks(qint64 importId, TickSlice slice, std::stop_token stop = {});
    //! The same for a slice whose memory is to be used again: it is nobody else's once the answer is there.
    QFuture<core::Result<TickTotals>> addTicks(qint64 importId, std::shared_ptr<const TickSlice> slice,
                                               std::stop_token stop = {});
    //! Trades with all that is to be remembered of them: the ticks, which ids are known now, the gaps between these and the
    //! cursor of the source are one transaction. For import 0 one of TradeSlice::origin begins in it. Cancelled when the source is set up otherwise since; AlreadyExists when ids
    //! of what is said to be new are known; else as addTicks().
    QFuture<core::Result<TickTotals>> addTrades(qint64 importId, std::shared_ptr<const TradeSlice> trades);
    //! Writes the totals into the record. An import that added nothing is not recorded (importId 0).
    QFuture<core::Result<ImportResult>> endTickImport(qint64 importId, ImportEnd end);
    //! Recorded as an import of kCorrectionSource; undoing it brings the former tick back. NotFound when there is no such
    //! tick.
    QFuture<core::Result<ImportResult>> correctTick(TickCorrection correction);
    //! Records that nothing is known of `range`: no curve is drawn across it.
    QFuture<core::Result<>> addTickGap(qint64 seriesId, core::TimeRange range);
    //! Small slices are told before they are on the disk, and told again without when that fails (but for
    //! TradeSlice::staysShown). One listener; empty: none.
    void setTickListener(TickListener listener);

    //! Ids that are not in the store are passed over.
    QFuture<core::Result<>> markRead(std::vector<qint64> newsIds, bool read);

    //! Claims found again. Texts that were replaced or taken back meanwhile are passed over; how many were not.
    QFuture<core::Result<qint64>> replaceClaims(std::vector<ClaimReplacement> replacements, std::stop_token stop = {});
    //! Claims that have gone meanwhile are passed over; how many had not. A claim whose quotes changed after they were read
    //! stays one to be judged.
    QFuture<core::Result<qint64>> saveVerdicts(std::vector<JudgedClaim> judged, std::stop_token stop = {});
    //! Has every claim judged again, because of something outside the store, and keeps `value` under the setting `key`.
    QFuture<core::Result<>> judgeAllAgain(QString key, QString value);
    //! What the user says of a claim, in place of what was said before; nothing: takes that back. NotFound.
    QFuture<core::Result<>> correctClaim(ClaimKey key, std::optional<ClaimCorrection> correction);

    QFuture<core::Result<>> setSetting(QString key, QString value);

private:
    friend class StoreBuilder;
    friend struct StoreWriterTestAccess; // tests open with migrations of their own

    static core::Result<std::unique_ptr<StoreWriter>> openWith(const QString &path,
                                                               std::span<const Migration> migrations);
    StoreWriter(QString path, std::unique_ptr<WriterThread> thread);

    std::function<void(bool)> reloadTicks();

    QString m_path;
    std::unique_ptr<WriterThread> m_thread;
};

} // namespace tickmark::store
