// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreReader.h"

#include "ActionRows.h"
#include "BarQueries.h"
#include "ClaimQueries.h"
#include "Connection.h"
#include "ImportUndo.h"
#include "InstrumentQueries.h"
#include "NewsRead.h"
#include "SeriesQueries.h"
#include "SourceRows.h"
#include "StoreError.h"
#include "StoreQueries.h"
#include "StoredChunks.h"
#include "TickQueries.h"
#include "TickStream.h"
#include "TradeRuns.h"

#include <QCoreApplication>
#include <QDir>

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

namespace tickmark::store {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

constexpr int kBarsPerRead = 16384; // some 10 ms, and 1 MB
constexpr std::size_t kTicksPerCall = 16384;

KeyRange keysOf(SessionRange range)
{
    return {range.first.days(), range.last.days()};
}

// The time range is half-open, the keys are not.
KeyRange keysOf(core::TimeRange range)
{
    return range.isEmpty() ? KeyRange{1, 0} : KeyRange{range.begin.ns, range.end.ns - 1};
}

qint64 keyOf(BarTable table, const core::Bar &bar)
{
    return table == BarTable::Daily ? bar.session.days() : bar.start.ns;
}

core::Error changedMeanwhile(const QString &path)
{
    return {ErrorCode::InUse,
            QCoreApplication::translate("Store",
                                        "The store “%1” was changed by another program while it was read. Try again.")
                .arg(QDir::toNativeSeparators(path)),
            {}};
}

} // namespace

Result<std::unique_ptr<StoreReader>> StoreReader::open(const QString &path)
{
    auto connection = Connection::openForReading(path);
    if (!connection)
        return tl::unexpected(connection.error());
    const auto version = guarded(path, (*connection)->handle(), [&] { return (*connection)->schemaVersion(); });
    if (!version)
        return tl::unexpected(version.error());
    if (*version < kSchemaVersion)
        return failure(ErrorCode::Unsupported,
                       QCoreApplication::translate("Store",
                                                   "The store “%1” was written by an earlier version of Tickmark. Open "
                                                   "it once in the window or import something: it is then brought "
                                                   "up to date, and a copy of the old one is kept.")
                           .arg(QDir::toNativeSeparators(path)));
    return std::unique_ptr<StoreReader>(new StoreReader(path, std::move(*connection)));
}

StoreReader::StoreReader(QString path, std::unique_ptr<Connection> connection)
    : m_path(std::move(path)),
      m_connection(std::move(connection)),
      m_chunks(std::make_unique<StoredChunks>(*m_connection))
{}

StoreReader::~StoreReader() = default;

template <typename Query>
auto StoreReader::read(Query &&query, std::stop_token stop)
{
    auto answer = guarded(m_path, m_connection->handle(), [&] {
        const CancelScope cancel(*m_connection, stop);
        // ends with a rollback, which for a reader is the cheaper way out
        const SQLite::Transaction transaction(m_connection->database());
        return query(*m_connection);
    });
    if (!m_connection->isUnchanged())
        return decltype(answer)(tl::unexpected(changedMeanwhile(m_path)));
    return answer;
}

Result<std::vector<core::Instrument>> StoreReader::instruments()
{
    return read(readInstruments);
}

Result<core::Instrument> StoreReader::instrument(const QString &symbol)
{
    return read([&](Connection &connection) {
        auto found = findInstrument(connection, symbol);
        if (!found)
            fail(ErrorCode::NotFound,
                 QCoreApplication::translate("Store", "There is no instrument with the symbol %1 in “%2”.")
                     .arg(symbol, QDir::toNativeSeparators(m_path)));
        return *std::move(found);
    });
}

Result<core::Instrument> StoreReader::instrument(qint64 id)
{
    return read([&](Connection &connection) {
        auto found = findInstrument(connection, id);
        if (!found)
            fail(ErrorCode::NotFound,
                 QCoreApplication::translate("Store", "This instrument is not in the store any more."));
        return *std::move(found);
    });
}

Result<std::vector<SourceInfo>> StoreReader::sources()
{
    return read(readSources);
}

Result<std::vector<core::Series>> StoreReader::seriesOf(qint64 instrumentId)
{
    return read([&](Connection &connection) { return readSeries(connection, instrumentId); });
}

Result<std::optional<core::Series>> StoreReader::preferredSeries(qint64 instrumentId, SeriesUse use,
                                                                 core::SeriesKind kind)
{
    return read([&](Connection &connection) { return findPreferredSeries(connection, instrumentId, use, kind); });
}

Result<std::vector<core::Series>> StoreReader::rankedSeries(qint64 instrumentId, SeriesUse use)
{
    return read([&](Connection &connection) { return readRankedSeries(connection, instrumentId, use); });
}

Result<std::optional<qint64>> StoreReader::chosenSeries(qint64 instrumentId, SeriesUse use)
{
    return read([&](Connection &connection) { return findChosenSeries(connection, instrumentId, use); });
}

Result<std::vector<SeriesSpan>> StoreReader::seriesSpans(qint64 instrumentId, std::stop_token stop)
{
    return read([&](Connection &connection) { return readSeriesSpans(connection, instrumentId); }, std::move(stop));
}

Result<std::optional<core::SessionDate>> StoreReader::lastSession(qint64 seriesId, std::stop_token stop)
{
    return read([&](Connection &connection) { return findLastSession(connection, seriesId); }, std::move(stop));
}

Result<UndoForecast> StoreReader::undoForecast(qint64 importId, std::stop_token stop)
{
    return read([&](Connection &connection) { return forecastUndo(connection, importId); }, std::move(stop));
}

Result<RemovedCounts> StoreReader::ownedCounts(qint64 instrumentId, std::stop_token stop)
{
    return read([&](Connection &connection) { return countOwned(connection, instrumentId); }, std::move(stop));
}

Result<std::vector<core::Bar>> StoreReader::dailyBars(qint64 seriesId, SessionRange range, std::stop_token stop)
{
    return allBars(BarTable::Daily, seriesId, keysOf(range), std::move(stop));
}

Result<std::vector<core::Bar>> StoreReader::intradayBars(qint64 seriesId, core::TimeRange range, std::stop_token stop)
{
    return allBars(BarTable::Intraday, seriesId, keysOf(range), std::move(stop));
}

Result<> StoreReader::streamDailyBars(qint64 seriesId, SessionRange range, const BarSink &sink, std::stop_token stop)
{
    return streamBars(BarTable::Daily, seriesId, keysOf(range), sink, std::move(stop));
}

Result<> StoreReader::streamIntradayBars(qint64 seriesId, core::TimeRange range, const BarSink &sink,
                                         std::stop_token stop)
{
    return streamBars(BarTable::Intraday, seriesId, keysOf(range), sink, std::move(stop));
}

Result<std::vector<core::Bar>> StoreReader::allBars(BarTable table, qint64 seriesId, KeyRange keys,
                                                    std::stop_token stop)
{
    return read(
        [&](Connection &connection) {
            std::vector<core::Bar> bars;
            readBars(connection, table, seriesId, keys, -1, bars);
            return bars;
        },
        std::move(stop));
}

Result<> StoreReader::streamBars(BarTable table, qint64 seriesId, KeyRange keys, const BarSink &sink,
                                 std::stop_token stop)
{
    std::vector<core::Bar> bars;
    do {
        const auto filled = read(
            [&](Connection &connection) {
                readBars(connection, table, seriesId, keys, kBarsPerRead, bars);
                return true;
            },
            stop);
        if (!filled)
            return tl::unexpected(filled.error());
        if (bars.empty() || !sink(bars))
            break;
        const qint64 last = keyOf(table, bars.back());
        if (last == keys.last)
            break;
        keys.first = last + 1;
    } while (bars.size() == size_t(kBarsPerRead));
    return {};
}

Result<ticks::SnapshotPtr> StoreReader::tickSnapshot(qint64 seriesId, std::stop_token stop)
{
    return read([&](Connection &connection) { return readTickSnapshot(connection, seriesId); }, std::move(stop));
}

ticks::ChunkReader &StoreReader::chunks()
{
    return *m_chunks;
}

Result<> StoreReader::streamTicks(qint64 seriesId, core::TimeRange range, const TickSink &sink, std::stop_token stop)
{
    TickStream stream(seriesId, range);
    std::vector<core::Tick> ticks;
    for (;;) {
        const auto filled = read(
            [&](Connection &connection) {
                stream.readNext(connection, ticks);
                return true;
            },
            stop);
        if (!filled)
            return tl::unexpected(filled.error());
        if (ticks.empty())
            break;
        for (std::span<const core::Tick> rest = ticks; !rest.empty();) {
            const auto next = rest.first(std::min(rest.size(), kTicksPerCall));
            if (!sink(next))
                return {};
            rest = rest.subspan(next.size());
        }
    }
    if (!stream.damaged())
        return {};
    return tl::unexpected(core::Error{ErrorCode::Damaged,
                                      read([&](Connection &connection) {
                                          return damagedTicks(seriesTitle(connection, seriesId),
                                                              stream.damaged()->begin, stream.damaged()->end);
                                      }).value_or(QString()),
                                      {}});
}

Result<std::vector<core::TimeRange>> StoreReader::tickGaps(qint64 seriesId)
{
    return read([&](Connection &connection) { return readTickGaps(connection, seriesId); });
}

Result<TradeProgress> StoreReader::tradeProgress(qint64 instrumentId, const QString &source)
{
    return read([&](Connection &connection) { return readTradeProgress(connection, instrumentId, source); });
}

Result<std::vector<ChunkRow>> StoreReader::chunkRows(qint64 seriesId, std::stop_token stop)
{
    return read([&](Connection &connection) { return readChunkRows(connection, seriesId); }, std::move(stop));
}

Result<std::vector<core::Bar>> StoreReader::correctedBars(const core::Series &series)
{
    return read([&](Connection &connection) {
        return readCorrectedBars(connection, series.isDaily() ? BarTable::Daily : BarTable::Intraday, series.id);
    });
}

Result<QStringList> StoreReader::origins(qint64 seriesId, SessionRange range, std::stop_token stop)
{
    return read(
        [&](Connection &connection) { return readOrigins(connection, BarTable::Daily, seriesId, keysOf(range)); },
        std::move(stop));
}

Result<QStringList> StoreReader::origins(qint64 seriesId, core::TimeRange range, std::stop_token stop)
{
    return read(
        [&](Connection &connection) {
            return findTickScale(connection, seriesId)
                       ? readTickOrigins(connection, seriesId, range)
                       : readOrigins(connection, BarTable::Intraday, seriesId, keysOf(range));
        },
        std::move(stop));
}

Result<std::vector<BarOrigin>> StoreReader::dailyOrigins(qint64 instrumentId, core::SessionDate session)
{
    return read([&](Connection &connection) { return readDailyOrigins(connection, instrumentId, session); });
}

Result<std::optional<BarOrigin>> StoreReader::intradayOrigin(qint64 instrumentId, qint64 seriesId, core::Time start)
{
    return read([&](Connection &connection) { return readIntradayOrigin(connection, instrumentId, seriesId, start); });
}

Result<std::vector<ImportRecord>> StoreReader::imports()
{
    return read(readImports);
}

Result<std::vector<core::NewsItem>> StoreReader::news(core::TimeRange range, std::stop_token stop)
{
    return read([&](Connection &connection) { return store::readNews(connection, range); }, std::move(stop));
}

Result<std::vector<core::NewsItem>> StoreReader::searchNews(const QString &text, int limit, std::stop_token stop)
{
    return read([&](Connection &connection) { return findNews(connection, text, limit); }, std::move(stop));
}

Result<std::vector<qint64>> StoreReader::newsMatching(const QString &text, bool asYouType, std::stop_token stop)
{
    return read([&](Connection &connection) { return findNewsIds(connection, text, asYouType); }, std::move(stop));
}

Result<std::vector<qint64>> StoreReader::readNews()
{
    return read(readNewsIds);
}

Result<std::vector<StoredClaim>> StoreReader::claims(core::TimeRange range, std::stop_token stop)
{
    return read([&](Connection &connection) { return readClaims(connection, range); }, std::move(stop));
}

Result<std::vector<StoredClaim>> StoreReader::claimsToJudge(qint64 after, int limit, std::stop_token stop)
{
    return read([&](Connection &connection) { return readClaimsToJudge(connection, after, limit); }, std::move(stop));
}

Result<std::vector<TextRules>> StoreReader::textRules(std::stop_token stop)
{
    return read(readTextRules, std::move(stop));
}

Result<std::vector<NewsText>> StoreReader::newsTexts(std::span<const qint64> newsIds, std::stop_token stop)
{
    return read(
        [&](Connection &connection) {
            std::vector<NewsText> texts;
            for (const qint64 id : newsIds) {
                if (auto text = readNewsText(connection, id))
                    texts.push_back(*std::move(text));
            }
            return texts;
        },
        std::move(stop));
}

Result<std::vector<core::NewsItem>> StoreReader::stories(std::stop_token stop)
{
    return read(readStories, std::move(stop));
}

Result<std::vector<DatedShares>> StoreReader::datedShares(qint64 instrumentId)
{
    return read([&](Connection &connection) { return readDatedShares(connection, instrumentId); });
}

Result<std::vector<core::Split>> StoreReader::splits(qint64 instrumentId)
{
    return read([&](Connection &connection) { return readSplits(connection, instrumentId); });
}

Result<std::vector<CorporateAction>> StoreReader::actions(qint64 instrumentId)
{
    return read([&](Connection &connection) { return readActions(connection, instrumentId); });
}

Result<std::vector<SourceSetup>> StoreReader::sourceSetups()
{
    return read(readSourceSetups);
}

Result<std::vector<FetchState>> StoreReader::fetchStates(qint64 sourceId)
{
    return read([&](Connection &connection) { return readFetchStates(connection, sourceId); });
}

Result<std::vector<ShareCount>> StoreReader::shareCounts(qint64 instrumentId)
{
    return read([&](Connection &connection) { return readShareCounts(connection, instrumentId); });
}

Result<std::optional<QString>> StoreReader::setting(const QString &key)
{
    return read([&](Connection &connection) -> std::optional<QString> {
        SQLite::Statement find(connection.database(), "SELECT value FROM settings WHERE key = ?");
        find.bind(1, key.toStdString());
        if (!find.executeStep())
            return {};
        return QString::fromStdString(find.getColumn(0).getString());
    });
}

Result<StoreInfo> StoreReader::info(std::stop_token stop)
{
    return read(readInfo, std::move(stop));
}

} // namespace tickmark::store
