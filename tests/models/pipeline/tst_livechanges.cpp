// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveRuns.h"

using namespace tickmark;
using namespace tickmark::store;
using namespace tickmark::test;
using pipeline::LivePhase;
using pipeline::LiveStatus;

//! What becomes of a stream when imports, instruments and sources are changed meanwhile: no trade twice, none lost, and it
//! goes on as far as there is something to go on with.
class TestLiveChanges : public QObject, private LiveFaultRows
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { QVERIFY(m_table.write()); }
    void takingBackTheRunningImport();
    void takingBackAnEarlierImport();
    void aRemovedInstrumentEndsAlone();
    void aMergedInstrumentGoesOn();
    void aRenamedSourceGoesOn();
    void aSourceAtAnotherAddressBeginsThere();
    void aRemovedSourceEnds();
    void aFetchThatWasFasterStoresOnce();
};

void TestLiveChanges::takingBackTheRunningImport()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    SourceSetup setup = bench.add("Kraken", exchange.server().base());
    QVERIFY(goesLive(bench, setup, exchange));
    exchange.stream(1, 100);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 100, kPatience);
    bench.close();
    bench.open();
    setup = bench.stored(setup.sourceId);
    QVERIFY(goesLive(bench, setup, exchange));
    exchange.stream(101, 200);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 100, kPatience);
    const auto imports = bench.reader->imports().value();
    QCOMPARE(imports.size(), std::size_t(2));

    VERIFY_RESULT(bench.writer->undoImport(imports.front().id).result());
    QCOMPARE(bench.ticks(), 100);
    exchange.stream(201, 210);
    // the stream goes on, and asks again for what was taken back
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), 210, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().gaps.empty(), kPatience);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 210)), QString());
    addRow(bench, text("none"), exchange.ticks(1, 210), text("yes, by itself: asked for again"));
    bench.close();
    QCOMPARE(findingIn(bench.path()), QString());
}

void TestLiveChanges::takingBackAnEarlierImport()
{
    LiveExchange exchange(anHourAgo());
    exchange.setBroken(true);
    LiveBench bench;
    const SourceSetup setup = bench.add("Kraken", exchange.server().base());
    for (int day = 0; day < 3; ++day) {
        QVERIFY(goesLive(bench, bench.stored(setup.sourceId), exchange));
        exchange.stream(day * 100 + 1, day * 100 + 100);
        QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), (day + 1) * 100, kPatience);
        if (day < 2) {
            bench.streams.reset();
            QTRY_COMPARE_WITH_TIMEOUT(exchange.server().open(), 0, kPatience);
        }
    }
    const auto imports = bench.reader->imports().value();
    QCOMPARE(imports.size(), std::size_t(3));
    VERIFY_RESULT(bench.writer->undoImport(imports[1].id).result());
    exchange.stream(301, 310);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().gaps.size(), std::size_t(1), kPatience);
    QCOMPARE(bench.status().gaps[0], (core::TimeRange{exchange.timeOf(100), exchange.timeOf(201)}));
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), 210, kPatience);
    exchange.setBroken(false);
    bench.streams->retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), 310, kPatience);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 310)), QString());
    addRow(bench, text("a gap"), exchange.ticks(1, 310), text("yes, by itself: asked for again"));
}

void TestLiveChanges::aRemovedInstrumentEndsAlone()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    bench.start(bench.add("Kraken", exchange.server().base(), {}));
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(2).phase, LivePhase::Live, kPatience);
    exchange.stream(1, 10);
    exchange.stream(1, 10, "ETH/USD");
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), 20, kPatience);
    VERIFY_RESULT(bench.writer->removeInstrument(2).result());
    exchange.stream(11, 20, "ETH/USD");
    exchange.stream(11, 20);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(2).phase, LivePhase::Ended, kPatience);
    QCOMPARE(bench.status(2).errorCode, text("instrument_gone"));
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), 20, kPatience);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 20)), QString());
    addRow(bench, errorText(bench.status(2)), exchange.ticks(1, 20), text("the others go on"));
    QTRY_VERIFY_WITH_TIMEOUT(exchange.server().orders().contains(text("unsubscribe ETH/USD")), kPatience);
}

void TestLiveChanges::aMergedInstrumentGoesOn()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    bench.start(bench.add("Kraken", exchange.server().base(), {}));
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(2).phase, LivePhase::Live, kPatience);
    exchange.stream(1, 10);
    exchange.stream(101, 110, "ETH/USD");
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), 20, kPatience);
    VERIFY_RESULT(bench.writer->mergeInstruments(2, 1).result());
    QCOMPARE(bench.ticks(), 20);
    exchange.stream(111, 120, "ETH/USD");
    exchange.stream(11, 20);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(2).phase, LivePhase::Ended, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), 30, kPatience);
    QCOMPARE(bench.status(1).phase, LivePhase::Live);
    bench.close();
    QCOMPARE(findingIn(bench.path()), QString());
}

void TestLiveChanges::aRenamedSourceGoesOn()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    SourceSetup setup = bench.add("Kraken", exchange.server().base());
    QVERIFY(goesLive(bench, setup, exchange));
    exchange.stream(1, 10);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 10, kPatience);
    setup.name = text("Kraken Europe");
    VERIFY_RESULT(bench.writer->saveSource(setup).result());
    exchange.stream(11, 20);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 20, kPatience);
    QCOMPARE(bench.status().source, text("Kraken Europe"));
    QCOMPARE(differenceOf(bench.storedTicks(1, "Kraken Europe"), exchange.ticks(1, 20)), QString());
    addRow(bench, text("none"), exchange.ticks(1, 20), text("yes, by itself"), "Kraken Europe");
    QCOMPARE(bench.reader->seriesOf(1)->size(), std::size_t(1));
}

void TestLiveChanges::aSourceAtAnotherAddressBeginsThere()
{
    LiveExchange exchange(anHourAgo());
    LiveExchange other(anHourAgo());
    LiveBench bench;
    SourceSetup setup = bench.add("Kraken", exchange.server().base());
    QVERIFY(goesLive(bench, setup, exchange));
    exchange.stream(1, 10);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 10, kPatience);
    setup.address = other.server().base().toString();
    VERIFY_RESULT(bench.writer->saveSource(setup).result());
    exchange.stream(11, 20); // of the former address: not kept
    QTRY_COMPARE_WITH_TIMEOUT(other.server().open(), 1, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(exchange.server().open(), 0, kPatience);
    QCOMPARE(bench.ticks(), 10);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Live, kPatience);
    other.stream(9001, 9005);
    QTRY_VERIFY_WITH_TIMEOUT(bench.ticks() >= 15, kPatience);
}

void TestLiveChanges::aRemovedSourceEnds()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    const SourceSetup setup = bench.add("Kraken", exchange.server().base());
    QVERIFY(goesLive(bench, setup, exchange));
    exchange.stream(1, 10);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 10, kPatience);
    VERIFY_RESULT(bench.writer->removeSource(setup.sourceId).result());
    exchange.stream(11, 20);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, LivePhase::Ended, kPatience);
    QCOMPARE(bench.status().errorCode, text("source_gone"));
    QVERIFY(liveSentence(bench.status()).contains(text("Kraken")));
    QCOMPARE(bench.ticks(), 10);
    m_table.add(errorText(bench.status()), 0, 10 - bench.ticks(), text("ended, as the user wanted"));
    QTRY_COMPARE_WITH_TIMEOUT(exchange.server().open(), 0, kPatience);
    bench.streams->stopAll();
    QTRY_VERIFY_WITH_TIMEOUT(bench.all().empty(), kPatience);
}

//! Somebody stores trades past the streams, between what they read and what they write.
void TestLiveChanges::aFetchThatWasFasterStoresOnce()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    const SourceSetup setup = bench.add("Kraken", exchange.server().base());
    QVERIFY(goesLive(bench, setup, exchange));
    exchange.stream(1, 10);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 10, kPatience);
    exchange.setLast(20);
    VERIFY_RESULT(fetchOnce(bench, setup.sourceId));
    QCOMPARE(bench.ticks(), 20);
    qint64 last = 10;
    const auto goesOn = [&] {
        exchange.stream(last + 1, last + 10);
        last += 10;
        return bench.progress().runs.back().lastId > 20;
    };
    QTRY_VERIFY_WITH_TIMEOUT(goesOn(), kPatience);
    exchange.stream(last + 1, last + 10);
    last += 10;
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), last, kPatience);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, last)), QString());
    addRow(bench, text("none"), exchange.ticks(1, last), text("yes, by itself"));
}

QTEST_GUILESS_MAIN(TestLiveChanges)
#include "tst_livechanges.moc"
