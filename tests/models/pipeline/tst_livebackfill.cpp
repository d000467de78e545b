// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveRuns.h"

using namespace tickmark;
using namespace tickmark::store;
using namespace tickmark::test;
using pipeline::LivePhase;
using pipeline::LiveStatus;

//! What a stream has missed is asked for, by the stream itself and by the next fetch, and what is not given is a gap.
class TestLiveBackfill : public QObject, private LiveFaultRows
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { QVERIFY(m_table.write()); }
    void missingTradesComeByRequests();
    void idsThatTheExchangeLeftOutCloseTheGap();
    void whatTheExchangeNoLongerGivesStaysAGap();
    void afterABreakTheSnapshotAndRequestsFillIn();
    void aProgramThatWasClosedCatchesUp();
    void aBackfillThatFailsIsSaidAndComesAgain();
    void aFetchGoesOnAfterAStream();
    void aFetchFillsTheGapsOfAStream();
};

void TestLiveBackfill::missingTradesComeByRequests()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    QVERIFY(goesLive(bench, bench.add("Kraken", exchange.server().base()), exchange));
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
    addRow(bench, text("a gap until it is filled"), exchange.ticks(1, 3510), text("yes, by itself: 3,400 by requests"));
    bench.close();
    QCOMPARE(findingIn(bench.path()), QString());
}

void TestLiveBackfill::idsThatTheExchangeLeftOutCloseTheGap()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    QVERIFY(goesLive(bench, bench.add("Kraken", exchange.server().base()), exchange));
    exchange.setLeftOut(11, 20);
    exchange.stream(1, 10);
    exchange.stream(21, 30);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().gaps.size(), std::size_t(1), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().gaps.empty(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(bench.progress().runs.size(), std::size_t(1), kPatience);
    QCOMPARE(bench.ticks(), 20);
    QVERIFY(!bench.status().backfillError);
}

void TestLiveBackfill::whatTheExchangeNoLongerGivesStaysAGap()
{
    LiveExchange exchange(anHourAgo());
    exchange.setOldest(501);
    LiveBench bench;
    const SourceSetup setup = bench.add("Kraken", exchange.server().base());
    QVERIFY(goesLive(bench, setup, exchange));
    exchange.stream(1, 10);
    exchange.stream(1001, 1010);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().backfilled, 500, kPatience);
    const std::vector<core::TimeRange> front{{exchange.timeOf(10), exchange.timeOf(501)}};
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().gaps == front, kPatience);
    QVERIFY(bench.reader->tickGaps(bench.progress().seriesId).value() == front);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().backfillErrorCode, text("not_given"), kPatience);
    QVERIFY(backfillSentence(bench.status()).contains(text("BTC-USD")));
    QCOMPARE(bench.ticks(), 520);
    addRow(bench, text("`not_given` %1").arg(backfillSentence(bench.status())), exchange.ticks(501, 1010),
           text("what is given again; the front stays a gap"));
    bench.close();
    bench.open();
    QVERIFY(bench.reader->tickGaps(bench.progress().seriesId).value() == front);
    bench.reader.reset();
    bench.writer.reset();
    QCOMPARE(findingIn(bench.path()), QString());
}

void TestLiveBackfill::afterABreakTheSnapshotAndRequestsFillIn()
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
    addRow(bench, text("a gap until it is filled"), exchange.ticks(1, 1500), text("yes, by itself"));
}

void TestLiveBackfill::aProgramThatWasClosedCatchesUp()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    SourceSetup setup = bench.add("Kraken", exchange.server().base());
    QVERIFY(goesLive(bench, setup, exchange));
    exchange.stream(1, 100);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 100, kPatience);
    bench.close();
    exchange.setLast(2000);
    bench.open();
    setup = bench.stored(setup.sourceId);
    QVERIFY(goesLive(bench, setup, exchange));
    exchange.stream(2001, 2010);
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), 2010, kPatience);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 2010)), QString());
    bench.close();
    QCOMPARE(findingIn(bench.path()), QString());
}

void TestLiveBackfill::aBackfillThatFailsIsSaidAndComesAgain()
{
    LiveExchange exchange(anHourAgo());
    exchange.setBroken(true);
    LiveBench bench;
    QVERIFY(goesLive(bench, bench.add("Kraken", exchange.server().base()), exchange));
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

void TestLiveBackfill::aFetchGoesOnAfterAStream()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    const SourceSetup setup = bench.add("Kraken", exchange.server().base());
    QVERIFY(goesLive(bench, setup, exchange));
    exchange.stream(1, 100);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 100, kPatience);
    bench.streams.reset();
    exchange.setLast(1500);
    VERIFY_RESULT(fetchOnce(bench, setup.sourceId));
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 1500)), QString());
    // and a stream after the fetch
    QVERIFY(goesLive(bench, bench.stored(setup.sourceId), exchange));
    exchange.stream(1490, 1600);
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), 1600, kPatience);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 1600)), QString());
}

void TestLiveBackfill::aFetchFillsTheGapsOfAStream()
{
    LiveExchange exchange(anHourAgo());
    exchange.setBroken(true);
    LiveBench bench;
    const SourceSetup setup = bench.add("Kraken", exchange.server().base());
    QVERIFY(goesLive(bench, setup, exchange));
    exchange.stream(1, 100);
    exchange.stream(2501, 2600);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 200, kPatience);
    bench.streams.reset();
    QCOMPARE(bench.reader->tickGaps(bench.progress().seriesId)->size(), std::size_t(1));
    exchange.setBroken(false);
    exchange.setLast(2700);
    exchange.setOldest(301); // and the front is not to be had any more
    const auto reports = fetchOnce(bench, setup.sourceId);
    VERIFY_RESULT(reports);
    QVERIFY(reports->front().isComplete());
    QCOMPARE(reports->front().items.at(0).totals.inserted, 2300);
    QCOMPARE(bench.ticks(), 2500);
    const std::vector<core::TimeRange> front{{exchange.timeOf(100), exchange.timeOf(301)}};
    QVERIFY(bench.reader->tickGaps(bench.progress().seriesId).value() == front);
    const qsizetype asked = exchange.server().httpTargets().size();
    VERIFY_RESULT(fetchOnce(bench, setup.sourceId));
    QVERIFY(exchange.server().httpTargets().size() - asked <= 2); // once for the newest, once for the gap
    exchange.setOldest(1);
    VERIFY_RESULT(fetchOnce(bench, setup.sourceId));
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 2700)), QString());
    QVERIFY(bench.reader->tickGaps(bench.progress().seriesId)->empty());
    bench.close();
    QCOMPARE(findingIn(bench.path()), QString());
}

QTEST_GUILESS_MAIN(TestLiveBackfill)
#include "tst_livebackfill.moc"
