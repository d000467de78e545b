// SPDX-License-Identifier: GPL-3.0-or-later
#include "FaultyDisk.h"
#include "StoreDump.h"
#include "TickTestSupport.h"

#include <QDateTime>
#include <QLoggingCategory>

using namespace tickmark;
using namespace tickmark::store;
using core::ErrorCode;
using core::Time;
using core::TimeRange;

//! What the store remembers of an exchange's trades by their ids: which are known, where some are missing, and where the
//! source goes on. All of it in the transaction of the trades.
class TradeRunsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tradesAndProgressAreOneTransaction();
    void anImportBeginsWithItsFirstTrades();
    void aHoleBetweenIdsIsAGapUntilItIsFilled();
    void idsThatTheExchangeLeftOutAreNoGap();
    void equalTradesWithNewIdsAreAllKept();
    void knownIdsAreRefusedBeforeTheyAreDrawn();
    void lateTradesGoWhereTheirTimeIs();
    void undoingMakesAGapOrGoesBack();
    void anotherSetUpKeepsNothingOfTheFormerOne();
    void anotherMarketForgetsTheIds();
    void aNewCountingForgetsTheIdsAndKeepsTheTrades();
    void aStreamIsARunOfItsSource();
    void aMergedInstrumentKeepsGapsAsTimes();
    void aRemovedInstrumentLeavesNothing();
    void gapsThatAreKnownByTimeStandBesideThoseWithIds();
    void whatTheDiskDoesNotTakeStaysDrawn();

private:
    using Names = std::vector<qint64>;

    qint64 begin();
    TradeSlice slice(qint64 firstId, qint64 lastId, qint64 instrument = 1) const;
    core::Result<TickTotals> add(qint64 import, TradeSlice trades);
    TradeProgress progress(qint64 instrument = 1);
    QString cursor(const char *item = "BTC-USD");
    QString gaps() { return queryText(m_folder->store(), "SELECT from_ns, to_ns, after_id, before_id FROM tick_gaps"); }

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<StoreReader> m_reader;
    SourceSetup m_setup;
};

namespace {

//! Trade `id` came at id * 100.
core::Tick trade(qint64 id)
{
    return {Time{id * 100}, 1000 + id, 1};
}

Ticks trades(qint64 firstId, qint64 lastId)
{
    Ticks ticks;
    for (qint64 id = firstId; id <= lastId; ++id)
        ticks.push_back(trade(id));
    return ticks;
}

TradeRun runOf(qint64 firstId, qint64 lastId)
{
    return {firstId, lastId, trade(firstId).time, trade(lastId).time};
}

} // namespace

void TradeRunsTest::init()
{
    m_folder = std::make_unique<TestFolder>();
    VERIFY_RESULT(makeStore(m_folder->store(), {text("BTC-USD"), text("ETH-USD")}));
    m_writer = std::move(StoreWriter::open(m_folder->store()).value());
    m_reader = std::move(StoreReader::open(m_folder->store()).value());
    m_setup = {};
    m_setup.name = text("Kraken");
    m_setup.provider = text("kraken");
    m_setup.sourceId = m_writer->saveSource(m_setup).result().value();
    m_setup = m_reader->sourceSetups()->front();
}

void TradeRunsTest::cleanup()
{
    m_reader.reset();
    m_writer.reset();
    QCOMPARE(findingIn(m_folder->store()), QString());
}

qint64 TradeRunsTest::begin()
{
    return m_writer
        ->beginTickImport(
            {m_setup.name, ImportKind::Ticks, text("wss://example"), Time{1}, {m_setup.sourceId, m_setup.revision}})
        .result()
        .value_or(0);
}

TradeSlice TradeRunsTest::slice(qint64 firstId, qint64 lastId, qint64 instrument) const
{
    TradeSlice made;
    made.asked = {m_setup.sourceId, m_setup.revision};
    SeriesKey key = tickSeries(instrument);
    key.source = m_setup.name;
    made.ticks = sliceOf(trades(firstId, lastId), 2, 0, key);
    made.runs = {runOf(firstId, lastId)};
    return made;
}

core::Result<TickTotals> TradeRunsTest::add(qint64 import, TradeSlice trades)
{
    return m_writer->addTrades(import, std::make_shared<const TradeSlice>(std::move(trades))).result();
}

TradeProgress TradeRunsTest::progress(qint64 instrument)
{
    return m_reader->tradeProgress(instrument, m_setup.name).value_or(TradeProgress{});
}

QString TradeRunsTest::cursor(const char *item)
{
    const auto states = m_reader->fetchStates(m_setup.sourceId).value();
    for (const FetchState &state : states) {
        if (state.item == text(item))
            return state.cursor;
    }
    return text("none");
}

void TradeRunsTest::tradesAndProgressAreOneTransaction()
{
    const qint64 import = begin();
    QCOMPARE(progress().seriesId, 0);
    VERIFY_RESULT(add(import, slice(11, 20)));
    VERIFY_RESULT(add(import, slice(21, 25)));
    QCOMPARE(progress().runs, std::vector<TradeRun>{runOf(11, 25)});
    QCOMPARE(progress().last, std::optional(Time{2500}));
    QCOMPARE(cursor(), text("25@2500"));
    QCOMPARE(tradeMark(cursor()), std::optional(TradeMark{25, Time{2500}}));
    QCOMPARE(queryText(m_folder->store(), "SELECT count(*) FROM trade_runs"), text("1"));
    TradeSlice bad = slice(26, 27);
    std::swap(bad.ticks.ticks[0], bad.ticks.ticks[1]);
    QCOMPARE(add(import, bad).error().code, ErrorCode::InvalidInput);
    QCOMPARE(cursor(), text("25@2500"));
    QCOMPARE(progress().runs, std::vector<TradeRun>{runOf(11, 25)});
}

void TradeRunsTest::anImportBeginsWithItsFirstTrades()
{
    TradeSlice first = slice(1, 10);
    first.origin = ImportOrigin{m_setup.name, ImportKind::Ticks, text("wss://example"), Time{1}, first.asked};
    std::swap(first.ticks.ticks[0], first.ticks.ticks[1]);
    QVERIFY(!add(0, first));
    QVERIFY(m_reader->imports()->empty());
    std::swap(first.ticks.ticks[0], first.ticks.ticks[1]);
    const auto added = add(0, first);
    VERIFY_RESULT(added);
    QVERIFY(added->importId != 0);
    VERIFY_RESULT(add(added->importId, slice(11, 20)));
    const auto imports = m_reader->imports().value();
    QCOMPARE(imports.size(), std::size_t(1));
    QCOMPARE(imports[0].id, added->importId);
    QCOMPARE(imports[0].totals.inserted, 20);
    QCOMPARE(imports[0].origin, text("wss://example"));
    QCOMPARE(add(0, slice(21, 22)).error().code, ErrorCode::NotFound); // of no import
}

void TradeRunsTest::aHoleBetweenIdsIsAGapUntilItIsFilled()
{
    const qint64 import = begin();
    VERIFY_RESULT(add(import, slice(1, 10)));
    VERIFY_RESULT(add(import, slice(31, 40)));
    VERIFY_RESULT(add(import, slice(61, 70)));
    QCOMPARE(gaps(), text("1000|3100|10|31\n4000|6100|40|61"));
    QCOMPARE(m_reader->tickGaps(1).value(),
             (std::vector<TimeRange>{{Time{1000}, Time{3100}}, {Time{4000}, Time{6100}}}));
    VERIFY_RESULT(add(import, slice(11, 20)));
    QCOMPARE(gaps(), text("2000|3100|20|31\n4000|6100|40|61"));
    VERIFY_RESULT(add(import, slice(21, 30)));
    QCOMPARE(gaps(), text("4000|6100|40|61"));
    QCOMPARE(cursor(), text("70@7000"));
    VERIFY_RESULT(add(import, slice(41, 60)));
    QCOMPARE(gaps(), QString());
    QCOMPARE(progress().runs, std::vector<TradeRun>{runOf(1, 70)});
    QVERIFY(storedTicks(*m_reader, 1).value() == trades(1, 70));
}

void TradeRunsTest::idsThatTheExchangeLeftOutAreNoGap()
{
    const qint64 import = begin();
    VERIFY_RESULT(add(import, slice(1, 10)));
    VERIFY_RESULT(add(import, slice(13, 20)));
    QCOMPARE(gaps(), text("1000|1300|10|13"));
    TradeSlice nothing = slice(11, 12);
    nothing.ticks.ticks.clear();
    VERIFY_RESULT(add(import, nothing));
    QCOMPARE(gaps(), QString());
    QCOMPARE(progress().runs, std::vector<TradeRun>{runOf(1, 20)});
    QCOMPARE(m_reader->info()->ticks, 18);
}

void TradeRunsTest::equalTradesWithNewIdsAreAllKept()
{
    const qint64 import = begin();
    TradeSlice equal = slice(1, 3);
    for (core::Tick &tick : equal.ticks.ticks)
        tick = trade(1);
    VERIFY_RESULT(add(import, equal));
    equal.runs = {runOf(4, 6)};
    const auto added = add(import, equal);
    VERIFY_RESULT(added);
    QCOMPARE(added->inserted, 3);
    QCOMPARE(m_reader->info()->ticks, 6);
}

//! The exchange counts anew: id 5 is another trade now.
void TradeRunsTest::aNewCountingForgetsTheIdsAndKeepsTheTrades()
{
    const qint64 import = begin();
    VERIFY_RESULT(add(import, slice(1, 10)));
    VERIFY_RESULT(add(import, slice(21, 30)));
    TradeSlice anew = slice(5, 7);
    for (core::Tick &tick : anew.ticks.ticks)
        tick.time.ns += 5000;
    const TradeRun before{0, 0, Time{3000}, Time{3000}};
    const TradeRun first{5, 7, Time{5500}, Time{5700}};
    anew.runs = {before, first};
    VERIFY_RESULT(add(import, anew));
    QCOMPARE(m_reader->info()->ticks, 23);
    QCOMPARE(progress().runs, (std::vector<TradeRun>{before, first}));
    QCOMPARE(progress().gaps, (std::vector<TimeRange>{{Time{1000}, Time{2100}}})); // as a time
    QCOMPARE(m_reader->tickGaps(1).value(),
             (std::vector<TimeRange>{{Time{1000}, Time{2100}}, {Time{3000}, Time{5500}}}));
    QCOMPARE(cursor(), text("7@5700"));
    QCOMPARE(add(import, slice(5, 7)).error().code, ErrorCode::AlreadyExists);
    // what says without ids up to when trades are stored begins nothing when later ones are known
    TradeSlice late = slice(5, 7);
    late.runs = {before, first};
    QCOMPARE(add(import, late).error().code, ErrorCode::AlreadyExists);
}

void TradeRunsTest::aStreamIsARunOfItsSource()
{
    const Time earlier{QDateTime::currentMSecsSinceEpoch() * 1'000'000 - core::kNsPerMinute};
    FetchState failed;
    failed.sourceId = m_setup.sourceId;
    failed.revision = m_setup.revision;
    failed.item = text("BTC-USD");
    failed.failures = 3;
    failed.errorCode = text("unreachable");
    failed.lastRun = Time{1};
    VERIFY_RESULT(m_writer->saveFetchStates({failed}).result());
    const qint64 import = begin();
    TradeSlice live = slice(1, 10);
    live.staysShown = true;
    const qint64 day = 20'000 * core::kNsPerDay;
    for (core::Tick &tick : live.ticks.ticks)
        tick.time.ns += day - 500; // across midnight
    live.runs = {{1, 10, live.ticks.ticks.front().time, live.ticks.ticks.back().time}};
    VERIFY_RESULT(add(import, live));
    const auto states = m_reader->fetchStates(m_setup.sourceId).value();
    QCOMPARE(states.size(), std::size_t(1));
    const FetchState &state = states[0];
    QCOMPARE(state.item, text("BTC-USD"));
    QVERIFY(state.lastRun && *state.lastRun > earlier);
    QCOMPARE(state.lastSuccess, state.lastRun);
    QCOMPARE(state.coveredFrom->days(), 19'999);
    QCOMPARE(state.coveredUntil->days(), 20'000);
    QCOMPARE(state.failures, 0);
    QCOMPARE(state.errorCode, QString());
    QCOMPARE(tradeMark(state.cursor)->id, 10);
    // a backfill says nothing of now
    TradeSlice back = slice(12, 12, 2);
    VERIFY_RESULT(add(import, back));
    const auto afterwards = m_reader->fetchStates(m_setup.sourceId).value();
    for (const FetchState &one : afterwards)
        QVERIFY(one.item == text("BTC-USD") || !one.lastRun);
}

void TradeRunsTest::knownIdsAreRefusedBeforeTheyAreDrawn()
{
    ticks::SnapshotPtr shown;
    m_writer->setTickListener([&](qint64, const ticks::SnapshotPtr &snapshot) { shown = snapshot; });
    const qint64 import = begin();
    VERIFY_RESULT(add(import, slice(1, 10)));
    TradeSlice twice = slice(8, 12);
    twice.staysShown = true;
    QCOMPARE(add(import, twice).error().code, ErrorCode::AlreadyExists);
    QCOMPARE(shown->ticks(), 10);
    QCOMPARE(m_reader->info()->ticks, 10);
    QCOMPARE(progress().runs, std::vector<TradeRun>{runOf(1, 10)});
    m_writer->setTickListener({});
}

void TradeRunsTest::lateTradesGoWhereTheirTimeIs()
{
    const qint64 import = begin();
    Ticks expected = trades(1, 40'000); // chunks and a tail
    VERIFY_RESULT(add(import, slice(1, 40'000)));
    TradeSlice late = slice(40'001, 40'004);
    late.ticks.ticks = {trade(500), trade(500), trade(39'000), trade(40'000)};
    const auto added = add(import, late);
    VERIFY_RESULT(added);
    QCOMPARE(added->late, 3); // the last one came after the end that has its time
    expected.insert(expected.end(), late.ticks.ticks.begin(), late.ticks.ticks.end());
    std::ranges::stable_sort(expected, {}, &core::Tick::time);
    QVERIFY(storedTicks(*m_reader, 1).value() == expected);
}

void TradeRunsTest::undoingMakesAGapOrGoesBack()
{
    Names imports;
    for (int i = 0; i < 4; ++i) {
        imports.push_back(begin());
        VERIFY_RESULT(add(imports.back(), slice(i * 10 + 1, i * 10 + 10)));
        VERIFY_RESULT(add(imports.back(), slice(i * 10 + 1, i * 10 + 10, 2)));
    }
    // in the middle: a gap, and the other instrument's too
    VERIFY_RESULT(m_writer->undoImport(imports[1]).result());
    QCOMPARE(m_reader->tickGaps(1).value(), (std::vector<TimeRange>{{Time{1000}, Time{2100}}}));
    QCOMPARE(m_reader->tickGaps(2).value(), (std::vector<TimeRange>{{Time{1000}, Time{2100}}}));
    QCOMPARE(cursor(), text("40@4000"));
    // the end: it comes again
    VERIFY_RESULT(m_writer->undoImport(imports[3]).result());
    QCOMPARE(cursor(), text("30@3000"));
    QCOMPARE(cursor("ETH-USD"), text("30@3000"));
    // the beginning is no gap
    VERIFY_RESULT(m_writer->undoImport(imports[0]).result());
    QCOMPARE(gaps(), QString());
    QCOMPARE(progress().runs, std::vector<TradeRun>{runOf(21, 30)});
    // what went may come again
    m_setup = m_reader->sourceSetups()->front();
    const qint64 again = begin();
    VERIFY_RESULT(add(again, slice(31, 40)));
    QVERIFY(storedTicks(*m_reader, 1).value() == trades(21, 40));
    VERIFY_RESULT(m_writer->undoImport(imports[2]).result());
    VERIFY_RESULT(m_writer->undoImport(again).result());
    QCOMPARE(cursor(), QString());
    QCOMPARE(progress().seriesId, 0);
}

void TradeRunsTest::anotherSetUpKeepsNothingOfTheFormerOne()
{
    const qint64 import = begin();
    VERIFY_RESULT(add(import, slice(1, 10)));
    const TradeSlice former = slice(11, 20);
    m_setup.symbols = QStringList{text("BTC-USD")};
    VERIFY_RESULT(m_writer->saveSource(m_setup).result());
    QCOMPARE(add(import, former).error().code, ErrorCode::Cancelled);
    QCOMPARE(cursor(), text("10@1000"));
    QCOMPARE(progress().runs, std::vector<TradeRun>{runOf(1, 10)});
}

void TradeRunsTest::anotherMarketForgetsTheIds()
{
    const qint64 import = begin();
    VERIFY_RESULT(add(import, slice(1, 10)));
    VERIFY_RESULT(add(import, slice(21, 30)));
    VERIFY_RESULT(add(import, slice(1, 10, 2)));
    auto instrument = m_reader->instrument(text("BTC-USD")).value();
    instrument.symbol = text("XBT-USD"); // asked for otherwise
    VERIFY_RESULT(m_writer->editInstrument(instrument).result());
    QVERIFY(progress().runs.empty());
    QCOMPARE(progress().gaps, (std::vector<TimeRange>{{Time{1000}, Time{2100}}}));
    QCOMPARE(progress(2).runs.size(), std::size_t(1));
    m_setup = m_reader->sourceSetups()->front();
    m_setup.address = text("http://127.0.0.1:1");
    VERIFY_RESULT(m_writer->saveSource(m_setup).result());
    QVERIFY(progress(2).runs.empty());
    QCOMPARE(m_reader->info()->ticks, 30);
}

void TradeRunsTest::aMergedInstrumentKeepsGapsAsTimes()
{
    const qint64 import = begin();
    VERIFY_RESULT(add(import, slice(1, 10)));
    VERIFY_RESULT(add(import, slice(21, 30)));
    VERIFY_RESULT(add(import, slice(101, 110, 2)));
    VERIFY_RESULT(add(import, slice(121, 130, 2)));
    VERIFY_RESULT(m_writer->mergeInstruments(1, 2).result());
    QCOMPARE(progress(2).runs, (std::vector<TradeRun>{runOf(101, 110), runOf(121, 130)}));
    QCOMPARE(progress(2).gaps, (std::vector<TimeRange>{{Time{1000}, Time{2100}}}));
    QCOMPARE(m_reader->info()->ticks, 40);
}

void TradeRunsTest::aRemovedInstrumentLeavesNothing()
{
    const qint64 import = begin();
    VERIFY_RESULT(add(import, slice(1, 10)));
    VERIFY_RESULT(add(import, slice(21, 30)));
    VERIFY_RESULT(m_writer->removeInstrument(1).result());
    QCOMPARE(queryText(m_folder->store(), "SELECT count(*) FROM trade_runs"), text("0"));
    QCOMPARE(add(import, slice(31, 40)).error().code, ErrorCode::NotFound);
}

void TradeRunsTest::gapsThatAreKnownByTimeStandBesideThoseWithIds()
{
    const qint64 import = begin();
    TradeSlice first = slice(1, 10);
    VERIFY_RESULT(add(import, first));
    TradeSlice later = slice(21, 30);
    later.runs.clear(); // an exchange without ids
    later.gaps = {{Time{1000}, Time{2100}}};
    VERIFY_RESULT(add(import, later));
    TradeSlice hole = slice(41, 50);
    VERIFY_RESULT(add(import, hole));
    QCOMPARE(progress().gaps, later.gaps);
    QCOMPARE(m_reader->tickGaps(1).value(),
             (std::vector<TimeRange>{{Time{1000}, Time{4100}}})); // both begin at one trade
    TradeSlice fill = slice(31, 40);
    fill.runs = {runOf(11, 40)};
    VERIFY_RESULT(add(import, fill));
    QCOMPARE(m_reader->tickGaps(1).value(), later.gaps);
}

void TradeRunsTest::whatTheDiskDoesNotTakeStaysDrawn()
{
    FaultyDisk disk;
    const QString path = m_folder->store("full.tickmark");
    m_reader.reset();
    m_writer.reset();
    QVERIFY(QFile::copy(m_folder->store(), path));
    m_writer = std::move(StoreWriter::open(path).value());
    ticks::SnapshotPtr shown;
    m_writer->setTickListener([&](qint64, const ticks::SnapshotPtr &snapshot) { shown = snapshot; });
    const qint64 import = begin();
    VERIFY_RESULT(add(import, slice(1, 100)));
    disk.failAt(1, FaultyDisk::Fault::DiskFull);
    TradeSlice next = slice(101, 200);
    next.staysShown = true;
    int told = 0;
    next.shown = [&told] { ++told; };
    for (qint64 last : {300, 8000}) { // more wait with each attempt
        next.waiting.push_back(std::make_shared<const TickSlice>(slice(last == 300 ? 201 : 301, last).ticks));
        QCOMPARE(add(import, next).error().code, ErrorCode::DiskFull);
        QCOMPARE(contradictionIn(*shown, trades(1, last)), QString());
    }
    QVERIFY(told >= 2);
    disk.repair();
    VERIFY_RESULT(add(import, next));
    QCOMPARE(contradictionIn(*shown, trades(1, 8000)), QString()); // the rest still waits
    TradeSlice rest = slice(201, 8000);
    rest.staysShown = true;
    VERIFY_RESULT(add(import, rest));
    QCOMPARE(shown->ticks(), 8000);
    QVERIFY(storedTicks(path).value() == trades(1, 8000));
    m_writer.reset();
    QCOMPARE(findingIn(path), QString());
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QLoggingCategory::setFilterRules(text("tickmark.store=false")); // a disk that fails is what is tested
    TradeRunsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_traderuns.moc"
