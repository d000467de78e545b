// SPDX-License-Identifier: GPL-3.0-or-later
#include "WatchlistBench.h"
#include <store/StoreReader.h>
#include <store/StoreWriter.h>
#include <ticks/TickHistory.h>

#include <utility>
#include <vector>

using namespace tickmark;
using namespace tickmark::tables;

//! Trades in the watchlist, streaming or stored: which price a row shows, of when, and since which close it counts.
class TestWatchlistTrades : public QObject, private WatchlistBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void liveRowsFollowTheNewestTrade();
    void aDateThatWasAskedForKeepsItsClose();
    void aLiveRowShowsWhatTheChartDrawsInTheSameMoment();
    void theLastStoredTradeIsShownWithItsTime();
    void aCloseIsTheLastWordOnItsSession();
    void noChangeSinceACloseThatNobodyKnows_data();
    void noChangeSinceACloseThatNobodyKnows();

private:
    //! NVDA streams, and has just traded at this price (cents).
    void stream(core::Time time, qint64 price);
    void addTrades(const char *symbol, const std::vector<std::pair<const char *, qint64>> &trades);

    QStringList m_cellsSeen;
};

void TestWatchlistTrades::stream(core::Time time, qint64 price)
{
    constexpr qint64 kSeries = 4711;
    pipeline::LiveStatus status;
    status.symbol = QStringLiteral("NVDA");
    status.instrumentId = entry("NVDA").instrument.id;
    status.seriesId = kSeries;
    status.phase = pipeline::LivePhase::Live;
    m_model->setLive({status});
    ticks::TickHistory history(2, 0);
    const core::Tick trades[] = {{core::Time{time.ns - 1}, price - 5, 10}, {time, price, 1}};
    history.append(trades);
    m_session->get()->publishTicks(kSeries, history.snapshot());
}

void TestWatchlistTrades::liveRowsFollowTheNewestTrade()
{
    load({std::nullopt, sampleView()});
    const std::optional<core::Price> close = entry("NVDA").quote.close(); // of 14 February
    QVERIFY(close);
    const QString other = cell("AVGO", WatchlistModel::PriceColumn);
    // The first session after it: Monday is a holiday.
    stream(*core::parseIsoTime("2025-02-18T15:00:00Z"), 14'123);
    QTRY_COMPARE(cell("NVDA", WatchlistModel::PriceColumn), QStringLiteral("141,23"));
    const double change = (141.23 / core::toDouble(*close) - 1) * 100;
    QCOMPARE(cell("NVDA", WatchlistModel::ChangeColumn), core::Formats(QStringLiteral("de")).signedNumber(change, 2));
    QCOMPARE(cell("AVGO", WatchlistModel::PriceColumn), other);
    // Days later the close of the session before is not known: no change is stated.
    stream(*core::parseIsoTime("2025-02-20T15:00:00Z"), 14'200);
    QTRY_COMPARE(cell("NVDA", WatchlistModel::PriceColumn), QStringLiteral("142,00"));
    QCOMPARE(cell("NVDA", WatchlistModel::ChangeColumn), QString(QChar(0x2013)));
    // Stopped: the last trade stays, and is not followed by an older close.
    m_model->setLive({});
    QCOMPARE(cell("NVDA", WatchlistModel::PriceColumn), QStringLiteral("142,00"));
    QCOMPARE(m_model->stampOf(entry("NVDA")), QStringLiteral("20.02.2025"));
    // What was never stored is not there once the store has been read.
    reload();
    QCOMPARE(cell("NVDA", WatchlistModel::PriceColumn), core::Formats(QStringLiteral("de")).price(*close));
}

//! Trades that are stored, of a source of their own. Times ascend; prices in cents.
void TestWatchlistTrades::addTrades(const char *symbol, const std::vector<std::pair<const char *, qint64>> &trades)
{
    store::StoreWriter &writer = *m_session->get()->writer();
    const auto import = writer
                            .beginTickImport({QStringLiteral("Kraken"), store::ImportKind::Ticks, QStringLiteral("s"),
                                              core::Time{1}})
                            .result();
    QVERIFY(import.has_value());
    store::SeriesKey key;
    key.instrumentId = entry(symbol).instrument.id;
    key.source = QStringLiteral("Kraken");
    key.field = core::QuoteField::Trade;
    std::vector<core::Tick> ticks;
    for (const auto &[time, price] : trades)
        ticks.push_back({*core::parseIsoTime(time), price, 1});
    QVERIFY(writer.addTicks(*import, {key, 2, 0, std::move(ticks)}).result().has_value());
    reload();
}

void TestWatchlistTrades::theLastStoredTradeIsShownWithItsTime()
{
    load({});
    const QString closeOfNvidia = cell("NVDA", WatchlistModel::PriceColumn);
    addTrades("BTC-USD", {{"2025-03-10T23:59:59Z", 8'000'000}, {"2025-03-11T12:00:00Z", 8'200'000}});
    QCOMPARE(cell("BTC-USD", WatchlistModel::PriceColumn), QStringLiteral("82.000,00"));
    // Since the last trade of the day before: no bar tells its close.
    QCOMPARE(cell("BTC-USD", WatchlistModel::ChangeColumn), QStringLiteral("+2,50"));
    QCOMPARE(m_model->stampOf(entry("BTC-USD")), QStringLiteral("11.03.2025"));
    const QString tip = m_model->describe(entry("BTC-USD"));
    QVERIFY2(tip.contains(QStringLiteral("11.03.2025")) && tip.contains(QStringLiteral("82.000,00")), qPrintable(tip));
    QCOMPARE(cell("NVDA", WatchlistModel::PriceColumn), closeOfNvidia);
    QVERIFY(m_model->stampOf(entry("NVDA")).isEmpty());
    load({kDay, sampleView()}); // the close of a day is what it is
    QCOMPARE(cell("BTC-USD", WatchlistModel::PriceColumn), QStringLiteral("102.087,69"));
    QVERIFY(m_model->stampOf(entry("BTC-USD")).isEmpty());
    m_session.reset();
}

void TestWatchlistTrades::aCloseIsTheLastWordOnItsSession()
{
    load({});
    const QString close = cell("NVDA", WatchlistModel::PriceColumn); // of 14 February
    addTrades("NVDA", {{"2025-02-14T15:00:00Z", 11'111}, {"2025-02-14T22:30:00Z", 11'112}});
    QCOMPARE(cell("NVDA", WatchlistModel::PriceColumn), close);
    m_session.reset();
}

void TestWatchlistTrades::noChangeSinceACloseThatNobodyKnows_data()
{
    QTest::addColumn<QByteArray>("before"); // last trade of the day before
    QTest::addColumn<bool>("isGap");        // trades are missing around its end
    QTest::addColumn<QString>("change");
    QTest::newRow("traded until the end") << QByteArray("2025-03-10T23:59:59Z") << false << QStringLiteral("+2,50");
    QTest::newRow("not traded that day") << QByteArray("2025-03-09T23:59:59Z") << false << QStringLiteral("–");
    QTest::newRow("trades are missing around its end")
        << QByteArray("2025-03-10T20:00:00Z") << true << QStringLiteral("–");
}

void TestWatchlistTrades::noChangeSinceACloseThatNobodyKnows()
{
    QFETCH(QByteArray, before);
    QFETCH(bool, isGap);
    load({});
    addTrades("BTC-USD", {{before.constData(), 8'000'000}, {"2025-03-11T12:00:00Z", 8'200'000}});
    if (isGap) {
        auto reader = store::StoreReader::open(m_session->path());
        const auto series = (*reader)->preferredSeries(entry("BTC-USD").instrument.id, store::SeriesUse::Ticks);
        QVERIFY(series.has_value() && *series);
        const core::TimeRange gap{*core::parseIsoTime(before.constData()), *core::parseIsoTime("2025-03-11T02:00:00Z")};
        QVERIFY(m_session->get()->writer()->addTickGap((*series)->id, gap).result().has_value());
        reload();
    }
    QTEST(cell("BTC-USD", WatchlistModel::ChangeColumn), "change");
    m_session.reset();
}

void TestWatchlistTrades::aLiveRowShowsWhatTheChartDrawsInTheSameMoment()
{
    load({});
    stream(*core::parseIsoTime("2025-02-18T15:00:00Z"), 14'123);
    QTRY_COMPARE(cell("NVDA", WatchlistModel::PriceColumn), QStringLiteral("141,23"));
    // What a chart is told is in the list when the signal has gone round.
    connect(m_session->get(), &pipeline::StoreSession::ticksAdvanced, m_model.get(),
            [this] { m_cellsSeen += cell("NVDA", WatchlistModel::PriceColumn); });
    stream(*core::parseIsoTime("2025-02-18T15:00:01Z"), 14'124);
    QTRY_COMPARE(m_cellsSeen.size(), 1);
    QCOMPARE(m_cellsSeen.front(), QStringLiteral("141,24"));
    QCOMPARE(m_model->liveRows(), 1);
}

void TestWatchlistTrades::aDateThatWasAskedForKeepsItsClose()
{
    const QString close = cell("NVDA", WatchlistModel::PriceColumn);
    stream(*core::parseIsoTime("2025-02-18T15:00:00Z"), 14'123);
    QTRY_VERIFY(entry("NVDA").live && entry("NVDA").live->trade);
    QCOMPARE(m_model->liveRows(), 0);
    QCOMPARE(cell("NVDA", WatchlistModel::PriceColumn), close);
    load({std::nullopt, sampleView()});
    QCOMPARE(cell("NVDA", WatchlistModel::PriceColumn), QStringLiteral("141,23"));
}

QTEST_GUILESS_MAIN(TestWatchlistTrades)
#include "tst_watchlisttrades.moc"
