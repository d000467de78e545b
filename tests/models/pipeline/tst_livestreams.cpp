// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveBench.h"

#include <QDateTime>
#include <QTest>

using namespace tickmark;
using namespace tickmark::store;
using core::Time;
using pipeline::LivePhase;
using pipeline::LiveStatus;
using test::LiveBench;
using test::LiveExchange;

namespace {

constexpr int kPatience = 60'000;
constexpr int kAtOnce = 20'000; // on a loaded machine

Time now()
{
    return Time{QDateTime::currentMSecsSinceEpoch() * 1'000'000};
}

Time anHourAgo()
{
    return Time{now().ns - core::kNsPerHour};
}

//! Empty when these are the trades of the exchange, each once, in their order.
QString differenceOf(const Ticks &stored, const Ticks &expected)
{
    if (stored.size() != expected.size())
        return QStringLiteral("%1 ticks in place of %2").arg(stored.size()).arg(expected.size());
    for (std::size_t i = 0; i < stored.size(); ++i) {
        if (stored[i].time != expected[i].time || stored[i].price != expected[i].price
            || stored[i].size != stored[0].size)
            return QStringLiteral("tick %1").arg(i);
    }
    return {};
}

} // namespace

//! Streams of exchanges on loopback, through real sockets into a real store: each trade is there once, and what was missed
//! is asked for.
class TestLiveStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tradesAreDrawnAndStored();
    void whatComesTwiceIsStoredOnce();
    void missingTradesComeByRequests();
    void idsThatTheExchangeLeftOutCloseTheGap();
    void afterABreakTheSnapshotAndRequestsFillIn();
    void aProgramThatWasClosedCatchesUp();
    void theFirstStartBeginsWithTheSnapshot();
    void theClockOfTheExchangeIsItsOwn_data();
    void theClockOfTheExchangeIsItsOwn();
    void oneInstrumentStopsAndStartsAgain();
    void twoSourcesSideBySide();
    void aBackfillThatFailsIsSaidAndComesAgain();
    void whatCannotBeStreamedIsSaid();
    void aFetchGoesOnAfterAStream();
};

void TestLiveStreams::tradesAreDrawnAndStored()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    std::atomic<qint64> drawn = 0;
    bench.writer->setTickListener([&](qint64, const ticks::SnapshotPtr &snapshot) { drawn = snapshot->ticks(); });
    const SourceSetup setup = bench.add("Kraken", exchange.server().base());
    bench.start(setup);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Live, kPatience);
    exchange.stream(1, 100);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 100, kPatience);
    QCOMPARE(drawn.load(), 100);
    const LiveStatus status = bench.status();
    QCOMPARE(status.source, QStringLiteral("Kraken"));
    QCOMPARE(status.symbol, QStringLiteral("BTC-USD"));
    QCOMPARE(status.received, 100);
    QCOMPARE(status.waiting, 0);
    QCOMPARE(status.seriesId, bench.progress().seriesId);
    QCOMPARE(status.lastTrade, std::optional(exchange.timeOf(100)));
    QVERIFY(status.perSecond > 0);
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().latency.has_value(), kPatience);
    QVERIFY(status.gaps.empty());
    QVERIFY(!status.error);
    QVERIFY(!status.isStoreBehind);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 100)), QString());
    QCOMPARE(bench.reader->fetchStates(setup.sourceId)->front().cursor, tradeCursor({100, exchange.timeOf(100)}));
    // the import stands under the source, with its address and without a query
    QCOMPARE(bench.reader->imports()->front().source, QStringLiteral("Kraken"));
    QVERIFY(bench.reader->imports()->front().origin.startsWith(QLatin1String("ws://127.0.0.1")));

    bench.streams->stopAll();
    QTRY_VERIFY_WITH_TIMEOUT(bench.all().empty(), kAtOnce);
    QTRY_COMPARE_WITH_TIMEOUT(exchange.server().open(), 0, kPatience);
    bench.close();
    QCOMPARE(findingIn(bench.path()), QString());
}

void TestLiveStreams::whatComesTwiceIsStoredOnce()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    bench.start(bench.add("Kraken", exchange.server().base()));
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Live, kPatience);
    exchange.stream(1, 50);
    exchange.stream(20, 60);
    exchange.stream(1, 60);
    exchange.stream(61, 61);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 61, kPatience);
    QCOMPARE(bench.status().received, 61);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 61)), QString());
}

void TestLiveStreams::missingTradesComeByRequests()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    bench.start(bench.add("Kraken", exchange.server().base()));
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Live, kPatience);
    exchange.stream(1, 100);
    exchange.stream(3501, 3510);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().gaps.size(), std::size_t(1), kPatience);
    QCOMPARE(bench.status().gaps[0], (core::TimeRange{exchange.timeOf(100), exchange.timeOf(3501)}));
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().backfilled, 3400, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().gaps.empty(), kPatience);
    QVERIFY(!bench.status().isBackfilling);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 3510)), QString());
    QVERIFY(bench.reader->tickGaps(bench.progress().seriesId)->empty());
    QVERIFY(exchange.server().httpTargets().size() >= 4); // in pieces
    bench.close();
    QCOMPARE(findingIn(bench.path()), QString());
}

void TestLiveStreams::idsThatTheExchangeLeftOutCloseTheGap()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    bench.start(bench.add("Kraken", exchange.server().base()));
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Live, kPatience);
    exchange.setLeftOut(11, 20);
    exchange.stream(1, 10);
    exchange.stream(21, 30);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().gaps.size(), std::size_t(1), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().gaps.empty(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(bench.progress().runs.size(), std::size_t(1), kPatience);
    QCOMPARE(bench.ticks(), 20);
    QVERIFY(!bench.status().backfillError);
}

void TestLiveStreams::afterABreakTheSnapshotAndRequestsFillIn()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    exchange.server().setSnapshot(exchange.trades(1, 5));
    bench.start(bench.add("Kraken", exchange.server().base()));
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 5, kPatience);
    exchange.stream(6, 100);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 100, kPatience);
    // a short break: the snapshot overlaps what is stored
    exchange.server().setSnapshot(exchange.trades(80, 130));
    exchange.setLast(130);
    exchange.server().reset();
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 130, kPatience);
    QVERIFY(bench.status().gaps.empty());
    // a long one: it does not reach back
    exchange.server().setSnapshot(exchange.trades(1451, 1500));
    exchange.setLast(1500);
    exchange.server().reset();
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), 1500, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().gaps.empty(), kPatience);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 1500)), QString());
    QCOMPARE(bench.status().stored, 180);
    QCOMPARE(bench.status().backfilled, 1320);
    QVERIFY(exchange.server().connections() >= 3);
}

void TestLiveStreams::aProgramThatWasClosedCatchesUp()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    SourceSetup setup = bench.add("Kraken", exchange.server().base());
    bench.start(setup);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Live, kPatience);
    exchange.stream(1, 100);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 100, kPatience);
    bench.close();
    exchange.setLast(2000);
    bench.open();
    setup = bench.stored(setup.sourceId);
    bench.start(setup);
    QTRY_COMPARE_WITH_TIMEOUT(exchange.server().open(), 1, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Live, kPatience);
    exchange.stream(2001, 2010);
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), 2010, kPatience);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 2010)), QString());
    bench.close();
    QCOMPARE(findingIn(bench.path()), QString());
}

void TestLiveStreams::theFirstStartBeginsWithTheSnapshot()
{
    LiveExchange exchange(anHourAgo());
    exchange.server().setSnapshot(exchange.trades(951, 1000));
    exchange.setLast(1000);
    LiveBench bench;
    bench.start(bench.add("Kraken", exchange.server().base()));
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 50, kPatience);
    exchange.stream(1001, 1010);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 60, kPatience);
    QVERIFY(bench.status().gaps.empty());
    QVERIFY(exchange.server().httpTargets().isEmpty()); // what was before is not missing
}

void TestLiveStreams::theClockOfTheExchangeIsItsOwn_data()
{
    QTest::addColumn<qint64>("off");
    QTest::newRow("ten minutes behind") << -600 * core::kNsPerSecond;
    QTest::newRow("ten minutes ahead") << 600 * core::kNsPerSecond;
}

void TestLiveStreams::theClockOfTheExchangeIsItsOwn()
{
    QFETCH(qint64, off);
    LiveExchange exchange(Time{now().ns + off});
    LiveBench bench;
    bench.start(bench.add("Kraken", exchange.server().base()));
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Live, kPatience);
    exchange.stream(1, 20);
    exchange.stream(31, 40);
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), 40, kPatience);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 40)), QString());
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().gaps.empty(), kPatience);
}

void TestLiveStreams::oneInstrumentStopsAndStartsAgain()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    const SourceSetup setup = bench.add("Kraken", exchange.server().base(), {text("BTC-USD"), text("ETH-USD")});
    bench.start(setup);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(2).phase, LivePhase::Live, kPatience);
    exchange.stream(1, 10);
    exchange.stream(1, 10, "ETH/USD");
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), 20, kPatience);
    bench.streams->stop(setup.sourceId, 2);
    QTRY_COMPARE_WITH_TIMEOUT(bench.all().size(), std::size_t(1), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(exchange.server().orders().contains(text("unsubscribe ETH/USD")), kPatience);
    exchange.stream(11, 20);
    exchange.stream(11, 20, "ETH/USD");
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 20, kPatience);
    QCOMPARE(bench.storedTicks(2).size(), std::size_t(10));
    QCOMPARE(exchange.server().connections(), 1); // the other one went on without a break

    bench.start(setup);
    QTRY_COMPARE_WITH_TIMEOUT(bench.all().size(), std::size_t(2), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(exchange.server().orders().count(text("subscribe ETH/USD")), 2, kPatience);
    exchange.stream(21, 30);
    exchange.stream(21, 30, "ETH/USD");
    QTRY_COMPARE_WITH_TIMEOUT(bench.storedTicks(2).size(), std::size_t(30), kPatience);
    QCOMPARE(bench.storedTicks(1).size(), std::size_t(30));
}

void TestLiveStreams::twoSourcesSideBySide()
{
    LiveExchange one(anHourAgo());
    LiveExchange other(anHourAgo());
    LiveBench bench;
    const SourceSetup first = bench.add("Kraken", one.server().base());
    const SourceSetup second = bench.add("Kraken 2", other.server().base());
    bench.start(first);
    bench.start(second);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(1, first.sourceId).phase, LivePhase::Live, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(1, second.sourceId).phase, LivePhase::Live, kPatience);
    one.stream(1, 30);
    other.stream(5, 14);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(1, first.sourceId).stored, 30, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(1, second.sourceId).stored, 10, kPatience);
    QCOMPARE(bench.storedTicks(1, "Kraken").size(), std::size_t(30));
    QCOMPARE(bench.storedTicks(1, "Kraken 2").size(), std::size_t(10));
    bench.streams->stop(first.sourceId);
    QTRY_COMPARE_WITH_TIMEOUT(bench.all().size(), std::size_t(1), kPatience);
    other.stream(15, 20);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(1, second.sourceId).stored, 16, kPatience);
}

void TestLiveStreams::aBackfillThatFailsIsSaidAndComesAgain()
{
    LiveExchange exchange(anHourAgo());
    exchange.setBroken(true);
    LiveBench bench;
    bench.start(bench.add("Kraken", exchange.server().base()));
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Live, kPatience);
    exchange.stream(1, 10);
    exchange.stream(21, 30);
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().backfillError.has_value(), kPatience);
    QVERIFY(!backfillSentence(bench.status()).isEmpty());
    QCOMPARE(bench.status().phase, LivePhase::Live); // the stream itself goes on
    QVERIFY(!bench.status().error);
    exchange.setBroken(false);
    bench.streams->retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), 30, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!bench.status().backfillError, kPatience);
}

void TestLiveStreams::whatCannotBeStreamedIsSaid()
{
    LiveExchange exchange(anHourAgo());
    exchange.server().setUnknown({text("ETH/USD")});
    LiveBench bench;
    bench.start(bench.add("Kraken", exchange.server().base(), {text("BTC-USD"), text("ETH-USD"), text("XYZ")}));
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(1).phase, LivePhase::Live, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(2).phase, LivePhase::Ended, kPatience);
    QCOMPARE(bench.status(2).errorCode, text("unknown_symbol"));
    QVERIFY(!liveSentence(bench.status(2)).isEmpty());
    QCOMPARE(bench.status(0).symbol, text("XYZ"));
    QCOMPARE(bench.status(0).errorCode, text("unknown_instrument"));
    bench.streams->stopAll();
    QTRY_VERIFY_WITH_TIMEOUT(bench.all().empty(), kAtOnce);

    bench.start(bench.add("ECB", {}, {}, "ecb"));
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(0).errorCode, text("cannot_stream"), kPatience);
    QCOMPARE(bench.status(0).phase, LivePhase::Ended);
    QVERIFY(liveSentence(bench.status(0)).contains(text("ECB")));
    bench.streams->stopAll();
    QTRY_VERIFY_WITH_TIMEOUT(bench.all().empty(), kAtOnce);
    QVERIFY(pipeline::LiveStreams::canStream(text("kraken")));
    QVERIFY(!pipeline::LiveStreams::canStream(text("ecb")));
}

void TestLiveStreams::aFetchGoesOnAfterAStream()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    const SourceSetup setup = bench.add("Kraken", exchange.server().base());
    bench.start(setup);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Live, kPatience);
    exchange.stream(1, 100);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 100, kPatience);
    bench.streams.reset();
    exchange.setLast(1500);
    const core::CalendarSet calendars(text(":/calendars"));
    pipeline::FetchOptions options;
    options.now = now();
    const std::vector<pipeline::FetchTask> tasks{{bench.stored(setup.sourceId), {}}};
    VERIFY_RESULT(pipeline::fetchSources(tasks, {*bench.http, *bench.reader, *bench.writer, calendars}, options));
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 1500)), QString());
    // and a stream after the fetch
    bench.start(bench.stored(setup.sourceId));
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Live, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(exchange.server().open(), 1, kPatience);
    exchange.stream(1490, 1600);
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), 1600, kPatience);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 1600)), QString());
}

QTEST_GUILESS_MAIN(TestLiveStreams)
#include "tst_livestreams.moc"
