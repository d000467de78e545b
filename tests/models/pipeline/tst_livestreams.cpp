// SPDX-License-Identifier: GPL-3.0-or-later
#include "FaultTable.h"
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
    void cleanupTestCase() { QVERIFY(m_table.write()); }
    void tradesAreDrawnAndStored();
    void whatComesTwiceIsStoredOnce();
    void missingTradesComeByRequests();
    void idsThatTheExchangeLeftOutCloseTheGap();
    void whatTheExchangeNoLongerGivesStaysAGap();
    void anExchangeThatCountsAnewLosesNothing();
    void whatIsLeftOutIsCounted();
    void aStreamIsARunOfItsSource();
    void theLastCountsAreTold();
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
    void aFetchFillsTheGapsOfAStream();

private:
    void addRow(const LiveBench &bench, const QString &error, const Ticks &acknowledged, const QString &recovered)
    {
        const Ticks stored = bench.storedTicks();
        qsizetype twice = 0;
        for (std::size_t i = 1; i < stored.size(); ++i)
            twice += stored[i].time == stored[i - 1].time ? 1 : 0;
        const auto lost = std::ranges::count_if(acknowledged, [&](const core::Tick &one) {
            return std::ranges::find(stored, one.time, &core::Tick::time) == stored.end();
        });
        m_table.add(error, twice, lost, recovered);
    }

    test::FaultTable m_table;
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
    addRow(bench, text("none"), exchange.ticks(1, 61), text("yes, by itself"));
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
    addRow(bench, text("a gap until it is filled"), exchange.ticks(1, 3510), text("yes, by itself: 3,400 by requests"));
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

void TestLiveStreams::whatTheExchangeNoLongerGivesStaysAGap()
{
    LiveExchange exchange(anHourAgo());
    exchange.setOldest(501);
    LiveBench bench;
    const SourceSetup setup = bench.add("Kraken", exchange.server().base());
    bench.start(setup);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Live, kPatience);
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

void TestLiveStreams::anExchangeThatCountsAnewLosesNothing()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    SourceSetup setup = bench.add("Kraken", exchange.server().base());
    bench.start(setup);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Live, kPatience);
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
    bench.start(setup);
    QTRY_COMPARE_WITH_TIMEOUT(exchange.server().open(), 1, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Live, kPatience);
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
    bench.start(bench.add("Kraken", exchange.server().base()));
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Live, kPatience);
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
    bench.start(setup);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Live, kPatience);
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
        bench.start(bench.stored(setup.sourceId));
        QTRY_COMPARE_WITH_TIMEOUT(exchange.server().open(), 1, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Live, kPatience);
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
    addRow(bench, text("a gap until it is filled"), exchange.ticks(1, 1500), text("yes, by itself"));
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

void TestLiveStreams::aFetchFillsTheGapsOfAStream()
{
    LiveExchange exchange(anHourAgo());
    exchange.setBroken(true);
    LiveBench bench;
    const SourceSetup setup = bench.add("Kraken", exchange.server().base());
    bench.start(setup);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Live, kPatience);
    exchange.stream(1, 100);
    exchange.stream(2501, 2600);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 200, kPatience);
    bench.streams.reset();
    QCOMPARE(bench.reader->tickGaps(bench.progress().seriesId)->size(), std::size_t(1));
    exchange.setBroken(false);
    exchange.setLast(2700);
    exchange.setOldest(301); // and the front is not to be had any more
    const core::CalendarSet calendars(text(":/calendars"));
    pipeline::FetchOptions options;
    options.now = now();
    const std::vector<pipeline::FetchTask> tasks{{bench.stored(setup.sourceId), {}}};
    const auto run = [&] {
        return pipeline::fetchSources(tasks, {*bench.http, *bench.reader, *bench.writer, calendars}, options);
    };
    const auto reports = run();
    VERIFY_RESULT(reports);
    QVERIFY(reports->front().isComplete());
    QCOMPARE(reports->front().items.at(0).totals.inserted, 2300);
    QCOMPARE(bench.ticks(), 2500);
    const std::vector<core::TimeRange> front{{exchange.timeOf(100), exchange.timeOf(301)}};
    QVERIFY(bench.reader->tickGaps(bench.progress().seriesId).value() == front);
    const qsizetype asked = exchange.server().httpTargets().size();
    VERIFY_RESULT(run());
    QVERIFY(exchange.server().httpTargets().size() - asked <= 2); // once for the newest, once for the gap
    exchange.setOldest(1);
    VERIFY_RESULT(run());
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 2700)), QString());
    QVERIFY(bench.reader->tickGaps(bench.progress().seriesId)->empty());
    bench.close();
    QCOMPARE(findingIn(bench.path()), QString());
}

QTEST_GUILESS_MAIN(TestLiveStreams)
#include "tst_livestreams.moc"
