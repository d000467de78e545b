// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreDump.h"
#include "TickTestSupport.h"

#include <algorithm>

using namespace tickmark;
using namespace tickmark::store;
using core::ErrorCode;
using core::Tick;
using core::Time;

//! Ticks in the store: what goes in comes out, in its order, once, whatever came between.
class TickStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatGoesInComesOut_data();
    void whatGoesInComesOut();
    void aSecondImportAddsNothing_data();
    void aSecondImportAddsNothing();
    void equalTicksCountWithTheirMultiplicity();
    void slicesOfOneImportDoNotSwallowEachOther();
    void anInterruptedImportIsCompletedByTheNext();
    void lateTicksGoIntoTheirPlace();
    void moreDecimalsWidenTheSeries();
    void valuesThatDoNotFitAreRefused();
    void impossibleSlicesAreRefused_data();
    void impossibleSlicesAreRefused();
    void aCorrectionSurvivesAnImportAndCanBeUndone();
    void correctionsOfCorrectionsAreUndoneInAnyOrder();
    void anUndoTakesExactlyItsTicks();
    void theListenerSeesTicksBeforeTheDiskDoes();
    void aStreamGoesOnWhileChunksAreWrittenAgain();
    void chunksAreReadByVersion();
    void mergedInstrumentsShareTheirTicks();
    void aRemovedInstrumentTakesItsTicksAlong();
    void gapsAreJoined();
    void seriesAndStoreTellOfTicks();

private:
    [[nodiscard]] QString path() const { return m_folder->store(); }
    [[nodiscard]] TickTotals add(const Ticks &ticks, qint64 import = 0, int decimals = 2);
    [[nodiscard]] Ticks stored(qint64 series = 1) const { return storedTicks(*m_reader, series).value_or(Ticks{}); }

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<StoreReader> m_reader;
};

void TickStoreTest::init()
{
    m_folder = std::make_unique<TestFolder>();
    VERIFY_RESULT(makeStore(path(), {text("NVDA"), text("AMD")}));
    auto writer = StoreWriter::open(path());
    VERIFY_RESULT(writer);
    m_writer = std::move(*writer);
    auto reader = StoreReader::open(path());
    VERIFY_RESULT(reader);
    m_reader = std::move(*reader);
}

void TickStoreTest::cleanup()
{
    m_reader.reset();
    m_writer.reset();
    QCOMPARE(findingIn(path()), QString());
    m_folder.reset();
}

// One slice, as an import of its own unless one is given.
TickTotals TickStoreTest::add(const Ticks &ticks, qint64 import, int decimals)
{
    if (import == 0)
        import = m_writer->beginTickImport(tickOrigin()).result().value_or(0);
    return m_writer->addTicks(import, sliceOf(ticks, decimals)).result().value_or(TickTotals{});
}

void TickStoreTest::whatGoesInComesOut_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("slice");
    QTest::addColumn<bool>("ties");
    QTest::newRow("one") << 1 << 10 << false;
    QTest::newRow("tail only") << 16383 << 1000 << false;
    QTest::newRow("exactly a chunk") << 16384 << 4000 << false;
    QTest::newRow("live slices, sealing") << 40000 << 700 << true;
    QTest::newRow("bulk slices") << 120000 << 50000 << true;
    QTest::newRow("a slice of exactly chunks") << 65536 << 32768 << false;
}

void TickStoreTest::whatGoesInComesOut()
{
    QFETCH(int, count);
    QFETCH(int, slice);
    QFETCH(bool, ties);
    const Ticks ticks = walk(count, 1000, 7, 1, ties);
    const auto imported = importTicks(*m_writer, ticks, std::size_t(slice));
    VERIFY_RESULT(imported);
    QCOMPARE(imported->totals, ImportTotals{.inserted = count});
    QCOMPARE(stored(), ticks);
    const auto snapshot = m_reader->tickSnapshot(1);
    VERIFY_RESULT(snapshot);
    QCOMPARE(contradictionIn(**snapshot, ticks), QString());
    const auto rows = m_reader->chunkRows(1);
    VERIFY_RESULT(rows);
    QCOMPARE(std::ranges::count_if(*rows, [](const ChunkRow &row) { return row.id != 0; }), count / 16384);
    const Time middle{1000 + 7 * qint64(count) / 6};
    const Ticks part = storedTicks(*m_reader, 1, {middle, Time{middle.ns + 700}}).value_or(Ticks{});
    const auto begin = std::ranges::lower_bound(ticks, middle, {}, &Tick::time);
    const auto end = std::ranges::lower_bound(ticks, Time{middle.ns + 700}, {}, &Tick::time);
    QCOMPARE(part, Ticks(begin, end));
}

void TickStoreTest::aSecondImportAddsNothing_data()
{
    QTest::addColumn<int>("slice");
    QTest::newRow("as before") << 30000;
    QTest::newRow("cut elsewhere") << 4111;
    QTest::newRow("all at once") << 1'000'000;
}

void TickStoreTest::aSecondImportAddsNothing()
{
    QFETCH(int, slice);
    const Ticks ticks = walk(100'000, 1000, 7, 3, true);
    VERIFY_RESULT(importTicks(*m_writer, ticks, 30000));
    const QString before = dumpStore(path());
    const auto again = importTicks(*m_writer, ticks, std::size_t(slice));
    VERIFY_RESULT(again);
    QCOMPARE(again->importId, 0);
    QCOMPARE(again->totals, ImportTotals{.unchanged = 100'000});
    QCOMPARE(dumpStore(path()), before);
}

void TickStoreTest::equalTicksCountWithTheirMultiplicity()
{
    const Tick a{Time{10}, 100, 1};
    const Tick b{Time{10}, 200, 1};
    QCOMPARE(add({a, b, a}).inserted, 3);
    QCOMPARE(add({a, a, a, b}).inserted, 1); // the third a
    QCOMPARE(add({b, a}).inserted, 0);
    QCOMPARE(stored(), (Ticks{a, b, a, a}));
}

void TickStoreTest::slicesOfOneImportDoNotSwallowEachOther()
{
    const Tick a{Time{10}, 100, 1};
    const auto import = m_writer->beginTickImport(tickOrigin()).result();
    VERIFY_RESULT(import);
    QCOMPARE(add({a}, *import).inserted, 1);
    QCOMPARE(add({a, a}, *import), (TickTotals{.seriesId = 1, .inserted = 2, .unchanged = 0, .late = 2}));
    QCOMPARE(stored(), (Ticks{a, a, a}));
}

void TickStoreTest::anInterruptedImportIsCompletedByTheNext()
{
    const Ticks ticks = walk(50'000, 1000, 7, 5, true);
    const Ticks half(ticks.begin(), ticks.begin() + 24'000);
    const auto first = m_writer->beginTickImport(tickOrigin()).result();
    VERIFY_RESULT(first);
    QCOMPARE(add(half, *first).inserted, 24'000);
    m_writer.reset(); // never ended
    m_writer = std::move(*StoreWriter::open(path()));
    const auto whole = importTicks(*m_writer, ticks, 9'000);
    VERIFY_RESULT(whole);
    QCOMPARE(whole->totals, (ImportTotals{.inserted = 26'000, .unchanged = 24'000}));
    QCOMPARE(stored(), ticks);
    QCOMPARE(m_reader->imports()->size(), std::size_t(2));
}

void TickStoreTest::lateTicksGoIntoTheirPlace()
{
    const Ticks ticks = walk(60'000, 1000, 10, 7);
    VERIFY_RESULT(importTicks(*m_writer, ticks));
    const auto rows = m_reader->chunkRows(1);
    Ticks late{{Time{1}, 5, 1},
               {ticks[20'000].time, -7, 2},
               {Time{ticks[20'000].time.ns + 1}, 0, 3},
               {ticks.back().time, 9, 4}};
    const TickTotals totals = add(late);
    QCOMPARE(totals, (TickTotals{.seriesId = 1, .inserted = 4, .unchanged = 0, .late = 4}));
    Ticks expected = ticks;
    for (const Tick &tick : late)
        expected.insert(std::ranges::upper_bound(expected, tick.time, {}, &Tick::time), tick);
    QCOMPARE(stored(), expected);
    // only what they touch was written again; a full chunk has fallen in two
    const auto after = m_reader->chunkRows(1);
    QCOMPARE(after->size(), rows->size() + 2);
    QCOMPARE(std::ranges::count_if(*after, [](const ChunkRow &row) { return row.version > 1; }), 2);
}

void TickStoreTest::moreDecimalsWidenTheSeries()
{
    const Ticks ticks = walk(20'000);
    VERIFY_RESULT(importTicks(*m_writer, ticks));
    QCOMPARE(add({{Time{1'000'000'000}, 1234567, 5}}, 0, 4).inserted, 1);
    Ticks expected = ticks;
    for (Tick &tick : expected)
        tick.price *= 100;
    expected.push_back({Time{1'000'000'000}, 1234567, 5});
    QCOMPARE(stored(), expected);
    QCOMPARE(contradictionIn(**m_reader->tickSnapshot(1), expected), QString());
    // the same ticks with fewer decimals are the same ticks
    const auto again = importTicks(*m_writer, ticks);
    QCOMPARE(again->totals, ImportTotals{.unchanged = 20'000});
}

void TickStoreTest::valuesThatDoNotFitAreRefused()
{
    const Tick large{Time{5}, std::numeric_limits<qint64>::max() / 10, 1};
    QCOMPARE(add({large}).inserted, 1);
    const auto import = m_writer->beginTickImport(tickOrigin()).result();
    VERIFY_RESULT(import);
    QCOMPARE(m_writer->addTicks(*import, sliceOf({{Time{6}, 1, 1}}, 4)).result().error().code, ErrorCode::InvalidInput);
    QCOMPARE(m_writer->addTicks(*import, sliceOf({{Time{6}, large.price * 5, 1}}, 1)).result().error().code,
             ErrorCode::InvalidInput);
    QCOMPARE(stored(), Ticks{large});
    // and the writer goes on with what the store has
    QCOMPARE(add({{Time{7}, 2, 1}}, *import).inserted, 1);
    QCOMPARE(stored(), (Ticks{large, {Time{7}, 2, 1}}));
}

void TickStoreTest::impossibleSlicesAreRefused_data()
{
    QTest::addColumn<TickSlice>("slice");
    const Tick tick{Time{5}, 1, 1};
    QTest::newRow("not in order") << sliceOf({tick, {Time{4}, 1, 1}});
    QTest::newRow("negative size") << sliceOf({{Time{5}, 1, -1}});
    QTest::newRow("nine decimals") << sliceOf({tick}, 9);
    QTest::newRow("a series of bars") << sliceOf({tick}, 2, 0, tickSeries(1, core::QuoteField::Bar));
    QTest::newRow("the end of time") << sliceOf({{kAllTimes.end, 1, 1}});
}

void TickStoreTest::impossibleSlicesAreRefused()
{
    QFETCH(TickSlice, slice);
    const auto import = m_writer->beginTickImport(tickOrigin()).result();
    VERIFY_RESULT(import);
    QCOMPARE(m_writer->addTicks(*import, slice).result().error().code, ErrorCode::InvalidInput);
    QCOMPARE(m_writer->addTicks(4711, sliceOf({{Time{5}, 1, 1}})).result().error().code, ErrorCode::NotFound);
    QCOMPARE(m_writer->endTickImport(*import, {}).result()->importId, 0);
    QVERIFY(m_reader->imports()->empty());
}

void TickStoreTest::aCorrectionSurvivesAnImportAndCanBeUndone()
{
    const Ticks ticks = walk(40'000, 1000, 7, 11, true);
    VERIFY_RESULT(importTicks(*m_writer, ticks));
    const QString before = dumpStore(path());
    const Tick was = ticks[20'001];
    const Tick is{was.time, 1, 2};
    const auto corrected = m_writer->correctTick({1, was, is, Time{9}}).result();
    VERIFY_RESULT(corrected);
    Ticks expected = ticks;
    expected[20'001] = is;
    QCOMPARE(stored(), expected);
    QCOMPARE(m_writer->correctTick({1, was, is, Time{9}}).result().error().code, ErrorCode::NotFound);
    QCOMPARE(importTicks(*m_writer, ticks)->totals, ImportTotals{.unchanged = 40'000});
    QCOMPARE(stored(), expected);
    const auto forecast = m_reader->undoForecast(corrected->importId);
    const auto undone = m_writer->undoImport(corrected->importId).result();
    VERIFY_RESULT(undone);
    QCOMPARE(undone->restored, 1);
    QCOMPARE(forecast->totals.restored, undone->restored);
    QCOMPARE(forecast->totals.removed, undone->removed);
    QCOMPARE(stored(), ticks);
    // the last tick taken out: an import does not bring it back either
    VERIFY_RESULT(m_writer->correctTick({1, ticks.back(), std::nullopt, Time{9}}).result());
    QCOMPARE(importTicks(*m_writer, ticks)->totals, ImportTotals{.unchanged = 40'000});
    QCOMPARE(stored(), Ticks(ticks.begin(), ticks.end() - 1));
}

void TickStoreTest::correctionsOfCorrectionsAreUndoneInAnyOrder()
{
    const Ticks ticks = walk(10);
    VERIFY_RESULT(importTicks(*m_writer, ticks));
    const auto correct = [&](qint64 from, qint64 to) {
        const Tick was{ticks[4].time, from, ticks[4].size};
        return m_writer->correctTick({1, was, Tick{was.time, to, was.size}, Time{9}}).result()->importId;
    };
    const qint64 first = correct(ticks[4].price, 1);
    const qint64 second = correct(1, 2);
    VERIFY_RESULT(m_writer->undoImport(first).result());
    QCOMPARE(stored()[4].price, 2);
    VERIFY_RESULT(m_writer->undoImport(second).result());
    QCOMPARE(stored(), ticks);
}

void TickStoreTest::anUndoTakesExactlyItsTicks()
{
    const Ticks first = walk(40'000, 1000, 10, 1);
    const Ticks second = walk(50'000, 1005, 10, 2);
    const auto one = importTicks(*m_writer, first);
    const auto two = importTicks(*m_writer, second);
    VERIFY_RESULT(two);
    QCOMPARE(m_reader->origins(1, kAllTimes).value(), QStringList{text("ticks.csv")});
    const auto forecast = m_reader->undoForecast(one->importId);
    const auto undone = m_writer->undoImport(one->importId).result();
    VERIFY_RESULT(undone);
    QCOMPARE(undone->removed, 40'000);
    QCOMPARE(forecast->totals.removed, undone->removed);
    QCOMPARE(stored(), second);
    VERIFY_RESULT(m_writer->undoImport(two->importId).result());
    QVERIFY(m_reader->seriesOf(1)->empty());
    QCOMPARE(importTicks(*m_writer, first)->totals, ImportTotals{.inserted = 40'000});
}

void TickStoreTest::theListenerSeesTicksBeforeTheDiskDoes()
{
    std::vector<std::pair<qint64, qint64>> seen; // ticks that it was told, and that a reader had then
    m_writer->setTickListener([&](qint64 series, const ticks::SnapshotPtr &snapshot) {
        const auto reader = StoreReader::open(path());
        const auto ticks = (*reader)->tickSnapshot(series);
        seen.emplace_back(snapshot->ticks(), ticks ? (*ticks)->ticks() : 0);
    });
    const auto import = m_writer->beginTickImport(tickOrigin()).result();
    const Ticks ticks = walk(40'000);
    const auto part = [&](int first, int count) { return Ticks(ticks.begin() + first, ticks.begin() + first + count); };
    QCOMPARE(add(part(0, 1000), *import).inserted, 1000);
    QCOMPARE(add(part(1000, 20'000), *import).inserted, 20'000);
    QCOMPARE(add({{Time{5}, 1, 1}}, *import).late, 1);
    std::stop_source stopped;
    stopped.request_stop();
    QCOMPARE(m_writer->addTicks(*import, sliceOf(part(21'000, 10)), stopped.get_token()).result().error().code,
             ErrorCode::Cancelled);
    m_writer->setTickListener({});
    QCOMPARE(add(part(21'000, 10), *import).inserted, 10);
    const std::vector<std::pair<qint64, qint64>> expected{{1000, 0}, {21'000, 21'000}, {21'001, 21'000}};
    QCOMPARE(seen, expected);
}

void TickStoreTest::aStreamGoesOnWhileChunksAreWrittenAgain()
{
    const Ticks ticks = walk(400'000, 1000, 10, 1, true);
    VERIFY_RESULT(importTicks(*m_writer, ticks));
    Ticks all;
    int calls = 0;
    const auto streamed = m_reader->streamTicks(1, kAllTimes, [&](std::span<const Tick> next) {
        all.insert(all.end(), next.begin(), next.end());
        // late ticks before, at and after what was delivered
        const qint64 at = next.back().time.ns;
        if (++calls % 3 == 0)
            static_cast<void>(
                add({{Time{at - 500'000}, calls, 1}, {Time{at}, calls, 1}, {Time{at + 300'000}, calls, 1}}));
        return true;
    });
    VERIFY_RESULT(streamed);
    QVERIFY(std::ranges::is_sorted(all, {}, &Tick::time));
    std::erase_if(all, [](const Tick &tick) { return tick.price < 100; });
    QCOMPARE(all.size(), ticks.size());
    QVERIFY(all == ticks);
}

void TickStoreTest::chunksAreReadByVersion()
{
    VERIFY_RESULT(importTicks(*m_writer, walk(20'000, 1000, 10)));
    const auto snapshot = m_reader->tickSnapshot(1);
    const ticks::ChunkSummary chunk = (*snapshot)->chunk(0);
    std::vector<std::byte> bytes;
    VERIFY_RESULT(m_reader->chunks().readData(chunk.id, chunk.version, bytes));
    QVERIFY(!bytes.empty());
    VERIFY_RESULT(m_reader->chunks().readNodes(chunk.id, chunk.version, bytes));
    QCOMPARE(add({{Time{1001}, 1, 1}}).late, 1);
    QCOMPARE(m_reader->chunks().readData(chunk.id, chunk.version, bytes).error().code, ErrorCode::NotFound);
    QCOMPARE(m_reader->chunks().readNodes(chunk.id, chunk.version, bytes).error().code, ErrorCode::NotFound);
    QCOMPARE(m_reader->tickSnapshot(99).error().code, ErrorCode::NotFound);
}

void TickStoreTest::mergedInstrumentsShareTheirTicks()
{
    const Ticks own = walk(30'000, 1000, 10, 1, true);
    Ticks other(own.begin() + 9'999, own.end());
    for (const Tick &tick : walk(20'000, own.back().time.ns + 1, 10, 2))
        other.push_back(tick);
    VERIFY_RESULT(importTicks(*m_writer, own));
    VERIFY_RESULT(importTicks(*m_writer, other, 5'000, tickSeries(2)));
    VERIFY_RESULT(importTicks(*m_writer, other, 5'000, tickSeries(2, core::QuoteField::Bid)));
    const auto merged = m_writer->mergeInstruments(2, 1).result();
    VERIFY_RESULT(merged);
    QCOMPARE(merged->ticks, 20'000 + qint64(other.size()));
    Ticks expected = own;
    expected.insert(expected.end(), other.end() - 20'000, other.end());
    QCOMPARE(stored(1), expected);
    QCOMPARE(stored(3), other);
    QCOMPARE(m_reader->seriesOf(1)->size(), std::size_t(2));
    QCOMPARE(importTicks(*m_writer, expected)->totals.inserted, 0);
}

void TickStoreTest::aRemovedInstrumentTakesItsTicksAlong()
{
    const Ticks ticks = walk(20'000);
    VERIFY_RESULT(importTicks(*m_writer, ticks));
    VERIFY_RESULT(m_writer->addTickGap(1, {Time{5}, Time{9}}).result());
    VERIFY_RESULT(m_writer->correctTick({1, ticks[3], std::nullopt, Time{9}}).result());
    QCOMPARE(m_reader->ownedCounts(1)->ticks, 19'999);
    QCOMPARE(m_writer->removeInstrument(1).result()->ticks, 19'999);
    for (const char *table : {"tick_chunks", "tick_nodes", "tick_data", "tick_tail", "tick_gaps", "removed_ticks"})
        QCOMPARE(queryText(path(), ("SELECT count(*) FROM " + std::string(table)).c_str()), text("0"));
    const auto again = m_writer->beginTickImport(tickOrigin()).result();
    QCOMPARE(m_writer->addTicks(*again, sliceOf(ticks)).result().error().code, ErrorCode::NotFound);
}

void TickStoreTest::gapsAreJoined()
{
    QCOMPARE(add({{Time{1}, 1, 1}}).inserted, 1);
    for (const auto &[from, to] : {std::pair{10, 20}, {30, 40}, {50, 60}, {19, 30}})
        VERIFY_RESULT(m_writer->addTickGap(1, {Time{from}, Time{to}}).result());
    const std::vector<core::TimeRange> expected{{Time{10}, Time{40}}, {Time{50}, Time{60}}};
    QCOMPARE(m_reader->tickGaps(1).value(), expected);
    QCOMPARE(m_writer->addTickGap(1, {Time{5}, Time{5}}).result().error().code, ErrorCode::InvalidInput);
    QCOMPARE(m_writer->addTickGap(7, {Time{5}, Time{6}}).result().error().code, ErrorCode::NotFound);
}

void TickStoreTest::seriesAndStoreTellOfTicks()
{
    QVERIFY(!*m_reader->preferredSeries(1, SeriesUse::Ticks));
    VERIFY_RESULT(importTicks(*m_writer, walk(10), 100, tickSeries(1, core::QuoteField::Bid)));
    QCOMPARE((*m_reader->preferredSeries(1, SeriesUse::Ticks))->field, core::QuoteField::Bid);
    VERIFY_RESULT(importTicks(*m_writer, walk(20'000, 1000, 10)));
    QCOMPARE((*m_reader->preferredSeries(1, SeriesUse::Ticks))->field, core::QuoteField::Trade);
    QVERIFY(!*m_reader->preferredSeries(1, SeriesUse::Daily));
    QCOMPARE(m_reader->info()->ticks, 20'010);
    const auto spans = m_reader->seriesSpans(1);
    QCOMPARE(spans->size(), std::size_t(2));
    QCOMPARE(spans->at(1).ticks, (core::TimeRange{Time{1000}, Time{1000 + 19'999 * 10}}));
    QVERIFY(!spans->at(1).firstSession);
    QCOMPARE(m_reader->imports()->front().kind, ImportKind::Ticks);
    QCOMPARE(queryText(path(), "SELECT symbol, ticks, first, last FROM chunks_plain WHERE field = 'trade'"),
             text("NVDA|16384|1970-01-01T00:00:00.000001000Z|1970-01-01T00:00:00.000164830Z"));
}

QTEST_GUILESS_MAIN(TickStoreTest)
#include "tst_tickstore.moc"
