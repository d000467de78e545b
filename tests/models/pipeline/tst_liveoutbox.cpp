// SPDX-License-Identifier: GPL-3.0-or-later
#include "SeriesTrades.h"
#include <pipeline/LiveMeter.h>
#include <pipeline/LiveOutbox.h>

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace tickmark;
using namespace tickmark::pipeline;
using namespace tickmark::test;
using sources::FetchedTrade;
using sources::StreamBatch;
using namespace std::chrono_literals;

//! What is new waits for the store, goes there together and comes again when that failed; and how much it is in a second.
class TestLiveOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewCountingIsATransactionOfItsOwn();
    void whatWaitsGoesTogether();
    void whatFailedGoesAgain();
    void theMeterForgets();
};

void TestLiveOutbox::aNewCountingIsATransactionOfItsOwn()
{
    LiveSeries series({}, std::nullopt);
    LiveOutbox outbox(store::SeriesKey{});
    outbox.add(series.take(batch(span(1001, 1010))), LiveOutbox::Moment{1s});
    StreamBatch anew = batch({1, 2});
    for (FetchedTrade &one : anew.trades)
        one.tick.time = timeOf(2000 + one.id);
    outbox.add(series.take(anew), LiveOutbox::Moment{2s});
    StreamBatch more = batch({3});
    more.trades[0].tick.time = timeOf(2003);
    outbox.add(series.take(more), LiveOutbox::Moment{3s});
    QVERIFY(outbox.countsAnew());
    QCOMPARE(outbox.runs().front().lastId, 0); // ids of before say nothing any more
    QCOMPARE(outbox.send(false)->ticks.ticks.size(), std::size_t(10));
    outbox.sent();
    QCOMPARE(outbox.send(false)->ticks.ticks.size(), std::size_t(3));
    outbox.sent();
    QVERIFY(!outbox.countsAnew());
}

void TestLiveOutbox::whatWaitsGoesTogether()
{
    LiveSeries series({}, std::nullopt);
    LiveOutbox outbox(store::SeriesKey{});
    const LiveOutbox::Moment first{1s};
    outbox.add(series.take(batch(span(1, 10))), first);
    outbox.add(series.take(batch(span(11, 20))), LiveOutbox::Moment{2s});
    StreamBatch late = batch(span(21, 25));
    late.trades[0].tick.time = timeOf(5);
    outbox.add(series.take(late), LiveOutbox::Moment{3s});
    StreamBatch finer = batch(span(26, 30));
    finer.priceDecimals = 4;
    outbox.add(series.take(finer), LiveOutbox::Moment{4s});
    QCOMPARE(outbox.ticks(), 30);
    const auto slice = outbox.send(false);
    QCOMPARE(slice->ticks.ticks.size(), std::size_t(25)); // other decimals go apart
    QVERIFY(std::ranges::is_sorted(slice->ticks.ticks, {}, &core::Tick::time));
    QVERIFY(slice->waiting.empty());
    QVERIFY(slice->staysShown);
    QVERIFY(outbox.isSending());
    const auto sent = outbox.sent();
    QCOMPARE(sent.ticks, 25);
    QCOMPARE(sent.received, std::optional(first));
    QCOMPARE(outbox.ticks(), 5);
    QCOMPARE(outbox.send(false)->ticks.priceDecimals, 4);
}

void TestLiveOutbox::whatFailedGoesAgain()
{
    LiveSeries series({}, std::nullopt);
    LiveOutbox outbox(store::SeriesKey{});
    outbox.add(series.take(batch(span(1, 40'000))), LiveOutbox::Moment{1s});
    outbox.add(series.take(batch(span(40'001, 80'000))), LiveOutbox::Moment{2s});
    LiveSlice backfill;
    backfill.ticks = {{timeOf(3), 1, 1}};
    outbox.add(backfill, std::nullopt);
    outbox.add(series.take(batch(span(80'001, 80'005))), LiveOutbox::Moment{2s});
    auto slice = outbox.send(true);
    QCOMPARE(slice->ticks.ticks.size(), std::size_t(40'000)); // one transaction is bounded
    QCOMPARE(slice->waiting.size(), std::size_t(2));          // all that is live is drawn
    outbox.failed();
    QCOMPARE(outbox.ticks(), 80'006);
    slice = outbox.send(false);
    QCOMPARE(slice->ticks.ticks.size(), std::size_t(40'000));
    outbox.sent();
    (void)outbox.send(false);
    outbox.sent();
    QCOMPARE(outbox.backfillTicks(), 1);
    QCOMPARE(outbox.send(false)->ticks.ticks.size(), std::size_t(1));
    QVERIFY(outbox.sent().isBackfill);
    QCOMPARE(outbox.backfillTicks(), 0);
    QCOMPARE(outbox.runs().size(), std::size_t(1));
}

void TestLiveOutbox::theMeterForgets()
{
    LiveMeter meter;
    LiveMeter::Clock::time_point now{10min};
    QCOMPARE(meter.perSecond(now), 0.0);
    QVERIFY(!meter.latency(now));
    for (int i = 0; i < 100; ++i, now += 100ms)
        meter.addTrades(50, now);
    QVERIFY(std::abs(meter.perSecond(now) - 500) < 30);
    meter.addLatency(3ms, now);
    meter.addLatency(1ms, now);
    QCOMPARE(meter.latency(now), std::optional<std::chrono::nanoseconds>(3ms));
    now += 6s;
    QCOMPARE(meter.perSecond(now), 0.0);
    QVERIFY(!meter.latency(now));
}

QTEST_GUILESS_MAIN(TestLiveOutbox)
#include "tst_liveoutbox.moc"
