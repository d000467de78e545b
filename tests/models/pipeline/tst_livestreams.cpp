// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveRuns.h"

#include <atomic>

using namespace tickmark;
using namespace tickmark::store;
using namespace tickmark::test;
using core::Time;
using pipeline::LivePhase;
using pipeline::LiveStatus;

//! Streams of exchanges on loopback, through real sockets into a real store: each trade is drawn and there once.
class TestLiveStreams : public QObject, private LiveFaultRows
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { QVERIFY(m_table.write()); }
    void tradesAreDrawnAndStored();
    void whatComesTwiceIsStoredOnce();
    void anExchangeThatCountsAnewLosesNothing();
    void whatIsLeftOutIsCounted();
    void aStreamIsARunOfItsSource();
    void theLastCountsAreTold();
    void theFirstStartBeginsWithTheSnapshot();
    void theClockOfTheExchangeIsItsOwn_data();
    void theClockOfTheExchangeIsItsOwn();
    void oneInstrumentStopsAndStartsAgain();
    void twoSourcesSideBySide();
    void whatCannotBeStreamedIsSaid();
};

void TestLiveStreams::tradesAreDrawnAndStored()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    std::atomic<qint64> drawn = 0;
    bench.writer->setTickListener([&](qint64, const ticks::SnapshotPtr &snapshot) { drawn = snapshot->ticks(); });
    const SourceSetup setup = bench.add("Kraken", exchange.server().base());
    QVERIFY(goesLive(bench, setup, exchange));
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
    QVERIFY(goesLive(bench, bench.add("Kraken", exchange.server().base()), exchange));
    exchange.stream(1, 50);
    exchange.stream(20, 60);
    exchange.stream(1, 60);
    exchange.stream(61, 61);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 61, kPatience);
    QCOMPARE(bench.status().received, 61);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 61)), QString());
    addRow(bench, text("none"), exchange.ticks(1, 61), text("yes, by itself"));
}

void TestLiveStreams::anExchangeThatCountsAnewLosesNothing()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    SourceSetup setup = bench.add("Kraken", exchange.server().base());
    QVERIFY(goesLive(bench, setup, exchange));
    exchange.stream(1, 100);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 100, kPatience);
    exchange.countAnewAfter(200); // 101 to 200 are missed
    exchange.setLast(210);
    exchange.server().setSnapshot(exchange.trades(91, 100) + exchange.trades(211, 220));
    exchange.setLast(220);
    exchange.server().reset();
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().errorCode, text("counts_anew"), kPatience);
    QCOMPARE(bench.status().phase, LivePhase::Live);
    QVERIFY(liveSentence(bench.status()).contains(text("BTC-USD")));
    QCOMPARE(bench.status().discarded, 10); // of the former counting, which are there
    exchange.stream(221, 230);
    // 201 to 210 are asked for by their numbers; whether there were others before nobody can say
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), 130, kPatience);
    const std::vector<core::TimeRange> unsure{{exchange.timeOf(100), exchange.timeOf(211)}};
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().gaps == unsure, kPatience);
    QVERIFY(bench.reader->tickGaps(bench.progress().seriesId).value() == unsure);
    const Ticks before = bench.storedTicks();
    QVERIFY(std::ranges::adjacent_find(before, {}, &core::Tick::time) == before.end()); // ids are milliseconds
    // and after a restart
    bench.close();
    bench.open();
    setup = bench.stored(setup.sourceId);
    QVERIFY(goesLive(bench, setup, exchange));
    exchange.stream(225, 240);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 10, kPatience);
    const Ticks after = bench.storedTicks();
    QVERIFY(std::ranges::adjacent_find(after, {}, &core::Tick::time) == after.end());
    for (const core::Tick &tick : exchange.ticks(201, 240))
        QVERIFY(std::ranges::find(after, tick.time, &core::Tick::time) != after.end());
    addRow(bench, text("`counts_anew`, and a gap"), exchange.ticks(201, 240), text("yes, by itself"));
    bench.close();
    QCOMPARE(findingIn(bench.path()), QString());
}

void TestLiveStreams::whatIsLeftOutIsCounted()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    QVERIFY(goesLive(bench, bench.add("Kraken", exchange.server().base()), exchange));
    exchange.stream(50, 60);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 11, kPatience);
    exchange.stream(41, 45); // of before the history
    exchange.stream(61, 61);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 12, kPatience);
    QCOMPARE(bench.status().discarded, 5);
    QVERIFY(!bench.status().error);
    QCOMPARE(bench.ticks(), 12);
}

void TestLiveStreams::aStreamIsARunOfItsSource()
{
    const Time begun = now();
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    const SourceSetup setup = bench.add("Kraken", exchange.server().base());
    QVERIFY(bench.reader->fetchStates(setup.sourceId)->empty());
    QVERIFY(goesLive(bench, setup, exchange));
    exchange.stream(1, 10);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 10, kPatience);
    const auto states = bench.reader->fetchStates(setup.sourceId).value();
    QCOMPARE(states.size(), std::size_t(1));
    QVERIFY(states[0].lastRun && states[0].lastRun->ns >= begun.ns - 1'000'000);
    QCOMPARE(states[0].lastSuccess, states[0].lastRun);
    QVERIFY(states[0].coveredFrom && states[0].coveredUntil);
    exchange.stream(11, 20);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 20, kPatience);
    QVERIFY(*bench.reader->fetchStates(setup.sourceId)->front().lastRun >= *states[0].lastRun);
}

//! Whoever stops hears of everything that came before it goes.
void TestLiveStreams::theLastCountsAreTold()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    const SourceSetup setup = bench.add("Kraken", exchange.server().base());
    for (qint64 round = 0; round < 10; ++round) {
        QVERIFY(goesLive(bench, bench.stored(setup.sourceId), exchange));
        exchange.stream(round * 20 + 1, round * 20 + 10);
        QTRY_VERIFY_WITH_TIMEOUT(bench.status().received > 0, kPatience);
        exchange.stream(round * 20 + 11, round * 20 + 20);
        bench.streams->stopAll();
        QTRY_VERIFY_WITH_TIMEOUT(bench.all().empty(), kAtOnce);
        const LiveStatus last = bench.last(1);
        QCOMPARE(last.waiting, 0);
        QCOMPARE(last.stored, last.received);
        QTRY_COMPARE_WITH_TIMEOUT(exchange.server().open(), 0, kPatience);
    }
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
    QVERIFY(goesLive(bench, bench.add("Kraken", exchange.server().base()), exchange));
    exchange.stream(1, 20);
    exchange.stream(31, 40);
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), 40, kPatience);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 40)), QString());
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().gaps.empty(), kPatience);
    addRow(bench, text("none: clock %1").arg(text(QTest::currentDataTag())), exchange.ticks(1, 40),
           text("yes, by itself"));
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

QTEST_GUILESS_MAIN(TestLiveStreams)
#include "tst_livestreams.moc"
