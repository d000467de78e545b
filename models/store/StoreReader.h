// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimTypes.h"
#include "QuoteOrigins.h"
#include "SourceTypes.h"
#include "StoreTypes.h"
#include "TickTypes.h"
#include <core/Bar.h>
#include <core/Instrument.h>
#include <core/NewsItem.h>
#include <core/Result.h>
#include <core/Series.h>
#include <core/SplitScale.h>
#include <ticks/ChunkReader.h>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace tickmark::store {

class Connection;
class StoredChunks;
enum class BarTable;
struct KeyRange;

//! Reads one store over a connection of its own that cannot write. One thread at a time (see ReaderPool). Runs beside a
//! writer in this or another process: each method sees one committed state. Values returned are snapshots.
//!
//! Where a `stop` is taken, cancelling it interrupts SQLite; the answer is then Cancelled.
class StoreReader
{
public:
    //! NotFound, ForeignFile, Damaged, NewerVersion, InUse; Unsupported for a store of an older version, which a writer
    //! has to migrate first. A store in a folder that cannot be written is read as it is.
    [[nodiscard]] static core::Result<std::unique_ptr<StoreReader>> open(const QString &path);
    ~StoreReader();
    StoreReader(const StoreReader &) = delete;
    StoreReader &operator=(const StoreReader &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }

    //! With names and aliases, by symbol.
    [[nodiscard]] core::Result<std::vector<core::Instrument>> instruments();
    //! By symbol, exactly but for case. NotFound with a sentence that names the symbol.
    [[nodiscard]] core::Result<core::Instrument> instrument(const QString &symbol);
    [[nodiscard]] core::Result<core::Instrument> instrument(qint64 id);

    //! By name.
    [[nodiscard]] core::Result<std::vector<SourceInfo>> sources();
    //! Sources that are fed from the network, by name.
    [[nodiscard]] core::Result<std::vector<SourceSetup>> sourceSetups();
    //! By source and item; of all sources for id 0.
    [[nodiscard]] core::Result<std::vector<FetchState>> fetchStates(qint64 sourceId = 0);
    //! All series of an instrument, or of all instruments for id 0.
    [[nodiscard]] core::Result<std::vector<core::Series>> seriesOf(qint64 instrumentId);
    //! The series to show: the user's choice, else the one with bars whose source has the highest priority (intraday: then
    //! the shortest interval). Without a choice, simulated and dividend-adjusted series count only when `kind` asks for
    //! them. Nothing when there is none.
    [[nodiscard]] core::Result<std::optional<core::Series>> preferredSeries(
        qint64 instrumentId, SeriesUse use, core::SeriesKind kind = core::SeriesKind::Traded);
    //! All series with quotes for `use`, the best first: the user's choice, whatever its kind, then the traded ones, those
    //! whose source has the higher priority before the others (intraday: then the shorter interval).
    [[nodiscard]] core::Result<std::vector<core::Series>> rankedSeries(qint64 instrumentId, SeriesUse use);
    //! The series that the user chose; nothing when source priority decides.
    [[nodiscard]] core::Result<std::optional<qint64>> chosenSeries(qint64 instrumentId, SeriesUse use);
    //! Series of an instrument, or of all instruments for id 0, with their first and last bar.
    [[nodiscard]] core::Result<std::vector<SeriesSpan>> seriesSpans(qint64 instrumentId = 0, std::stop_token stop = {});
    //! Of the daily bars of a series; nothing when it has none.
    [[nodiscard]] core::Result<std::optional<core::SessionDate>> lastSession(qint64 seriesId,
                                                                             std::stop_token stop = {});
    //! What would go with the instrument if it were removed.
    [[nodiscard]] core::Result<RemovedCounts> ownedCounts(qint64 instrumentId, std::stop_token stop = {});

    //! Ascending, in units of the series' decimals.
    [[nodiscard]] core::Result<std::vector<core::Bar>> dailyBars(qint64 seriesId, SessionRange range = {},
                                                                 std::stop_token stop = {});
    //! Bars that start inside `range`, ascending.
    [[nodiscard]] core::Result<std::vector<core::Bar>> intradayBars(qint64 seriesId, core::TimeRange range = kAllTimes,
                                                                    std::stop_token stop = {});

    //! Those bars of a series that stand as the user corrected them by hand, ascending.
    [[nodiscard]] core::Result<std::vector<core::Bar>> correctedBars(const core::Series &series);

    //! Receives some thousand bars at a time, ascending; false ends the scan. No transaction is open meanwhile, so it may
    //! take its time; an import that commits between two calls is seen by the second.
    using BarSink = std::function<bool(std::span<const core::Bar> bars)>;
    //! As dailyBars, in bounded memory.
    [[nodiscard]] core::Result<> streamDailyBars(qint64 seriesId, SessionRange range, const BarSink &sink,
                                                 std::stop_token stop = {});
    //! As intradayBars, in bounded memory.
    [[nodiscard]] core::Result<> streamIntradayBars(qint64 seriesId, core::TimeRange range, const BarSink &sink,
                                                    std::stop_token stop = {});

    //! The index over the ticks of a series as of now: all chunks (without their data) and the tail, of one committed state.
    //! 10^8 ticks: 6,100 rows. Empty without ticks. NotFound for no such series.
    [[nodiscard]] core::Result<ticks::SnapshotPtr> tickSnapshot(qint64 seriesId, std::stop_token stop = {});
    //! Reads chunks over this reader's connection: under the same rules, one thread at a time, not longer than the reader.
    [[nodiscard]] ticks::ChunkReader &chunks();
    //! The ticks in `range`, in bounded memory. No transaction is open while `sink` runs; what is committed meanwhile may or
    //! may not be seen, but no tick twice. A damaged block is passed over and told at the end as Damaged, with its range.
    [[nodiscard]] core::Result<> streamTicks(qint64 seriesId, core::TimeRange range, const TickSink &sink,
                                             std::stop_token stop = {});
    //! Recorded gaps of a stream, ascending: nothing is known of the time inside.
    [[nodiscard]] core::Result<std::vector<core::TimeRange>> tickGaps(qint64 seriesId);
    //! How far the trades of an instrument from one source, by its name, have come.
    [[nodiscard]] core::Result<TradeProgress> tradeProgress(qint64 instrumentId, const QString &source);
    //! By time, the tail last; of all series for id 0.
    [[nodiscard]] core::Result<std::vector<ChunkRow>> chunkRows(qint64 seriesId = 0, std::stop_token stop = {});

    //! Provenance of a series' bars in a range: file names and addresses, sorted, each once.
    [[nodiscard]] core::Result<QStringList> origins(qint64 seriesId, SessionRange range = {},
                                                    std::stop_token stop = {});
    [[nodiscard]] core::Result<QStringList> origins(qint64 seriesId, core::TimeRange range, std::stop_token stop = {});

    //! The daily bars that the series of an instrument have for a session, with where each came from; by series.
    [[nodiscard]] core::Result<std::vector<BarOrigin>> dailyOrigins(qint64 instrumentId, core::SessionDate session);
    //! The intraday bar of a series that starts at `start`; nothing when there is none.
    [[nodiscard]] core::Result<std::optional<BarOrigin>> intradayOrigin(qint64 instrumentId, qint64 seriesId,
                                                                        core::Time start);

    //! Newest first, undone ones included.
    [[nodiscard]] core::Result<std::vector<ImportRecord>> imports();
    //! What undoing an import would take back now.
    [[nodiscard]] core::Result<UndoForecast> undoForecast(qint64 importId, std::stop_token stop = {});

    //! Items published inside `range`, oldest first.
    [[nodiscard]] core::Result<std::vector<core::NewsItem>> news(core::TimeRange range = kAllTimes,
                                                                 std::stop_token stop = {});
    //! Items that hold every word of `text` in any German or English form, whatever its case and umlauts; newest first, at
    //! most `limit`. Nothing when `text` has no word.
    [[nodiscard]] core::Result<std::vector<core::NewsItem>> searchNews(const QString &text, int limit = 1000,
                                                                       std::stop_token stop = {});

    //! Ids of the items that searchNews() finds, without a limit; for a list that has the items already. With `asYouType` the
    //! last word may be the beginning of one.
    [[nodiscard]] core::Result<std::vector<qint64>> newsMatching(const QString &text, bool asYouType = false,
                                                                 std::stop_token stop = {});
    //! Ids of the items that the user has read, ascending.
    [[nodiscard]] core::Result<std::vector<qint64>> readNews();

    //! Claims of news published inside `range`, with verdicts and corrections; by time, news and place in the text.
    [[nodiscard]] core::Result<std::vector<StoredClaim>> claims(core::TimeRange range = kAllTimes,
                                                                std::stop_token stop = {});
    //! Claims with ids above `after` whose verdict is missing, older than its quotes, or provisional; by id, at most `limit`.
    [[nodiscard]] core::Result<std::vector<StoredClaim>> claimsToJudge(qint64 after, int limit,
                                                                       std::stop_token stop = {});
    //! By which rules the claims of each news item were found, by id.
    [[nodiscard]] core::Result<std::vector<TextRules>> textRules(std::stop_token stop = {});
    //! Texts of those of the items that are there.
    [[nodiscard]] core::Result<std::vector<NewsText>> newsTexts(std::span<const qint64> newsIds,
                                                                std::stop_token stop = {});
    //! All news items without their excerpts, by time: to tell whether a story is there already.
    [[nodiscard]] core::Result<std::vector<core::NewsItem>> stories(std::stop_token stop = {});
    //! Ascending by date.
    [[nodiscard]] core::Result<std::vector<DatedShares>> datedShares(qint64 instrumentId);
    //! Ascending by date.
    [[nodiscard]] core::Result<std::vector<core::Split>> splits(qint64 instrumentId);
    //! Splits and dividends by instrument, date and kind; of all instruments for id 0.
    [[nodiscard]] core::Result<std::vector<CorporateAction>> actions(qint64 instrumentId = 0);

    //! Ascending by date; of all instruments (then by id first) for id 0.
    [[nodiscard]] core::Result<std::vector<ShareCount>> shareCounts(qint64 instrumentId = 0);
    //! Nothing when the key is not set.
    [[nodiscard]] core::Result<std::optional<QString>> setting(const QString &key);

    //! Counts all bars: as long as reading an index of the whole store.
    [[nodiscard]] core::Result<StoreInfo> info(std::stop_token stop = {});

private:
    StoreReader(QString path, std::unique_ptr<Connection> connection);

    //! `query(Connection &)` in one read transaction, its exceptions as an Error.
    template <typename Query>
    auto read(Query &&query, std::stop_token stop = {});
    core::Result<std::vector<core::Bar>> allBars(BarTable table, qint64 seriesId, KeyRange keys, std::stop_token stop);
    core::Result<> streamBars(BarTable table, qint64 seriesId, KeyRange keys, const BarSink &sink,
                              std::stop_token stop);

    QString m_path;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<StoredChunks> m_chunks; // after the connection: goes before it
};

} // namespace tickmark::store
