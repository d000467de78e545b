// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreTestSupport.h"
#include <store/ReaderPool.h>
#include <store/Schema.h>

#include <atomic>
#include <thread>

using namespace tickmark;
using namespace tickmark::store;

//! What is read beside a writer: which series is shown, ranges, streams, cancelling, the pool.
class StoreReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theSourceWithTheHighestPriorityIsShown();
    void theUsersChoiceWins();
    void simulatedQuotesAreShownOnlyOnRequest();
    void anInstrumentWithoutQuotesHasNoSeries();
    void rangesIncludeBothEnds();
    void streamsEverythingOnceInOrder();
    void aStreamEndsWhenAsked();
    void cancelEndsAStream();
    void seesWhatWasCommittedBeside();
    void infoCounts();
    void thePoolLendsToManyThreads();

private:
    void import(SeriesKey key, const std::vector<BarRow> &rows);

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<StoreReader> m_reader;
};

void StoreReaderTest::init()
{
    m_reader.reset();
    m_writer.reset();
    m_folder = std::make_unique<TestFolder>();
    VERIFY_RESULT(makeStore(m_folder->store(), {text("NVDA"), text("HSTECH")}));
    auto writer = StoreWriter::open(m_folder->store());
    VERIFY_RESULT(writer);
    m_writer = std::move(*writer);
    auto reader = StoreReader::open(m_folder->store());
    VERIFY_RESULT(reader);
    m_reader = std::move(*reader);
}

void StoreReaderTest::import(SeriesKey key, const std::vector<BarRow> &rows)
{
    VERIFY_RESULT(m_writer->importBars(importOf({std::move(key)}, rows, "test.csv", 10000)).result());
}

void StoreReaderTest::theSourceWithTheHighestPriorityIsShown()
{
    VERIFY_RESULT(m_writer->ensureSource({0, text("yahoo"), text("yahoo"), 5}).result());
    VERIFY_RESULT(m_writer->ensureSource({0, text("Stooq"), text("stooq"), 7}).result());
    import(dailySeries(1, "yahoo"), {dailyRow(1, 1)});
    import(dailySeries(1, "stooq"), {dailyRow(1, 2)});
    import(dailySeries(1, "file"), {dailyRow(1, 3)});
    QCOMPARE((*m_reader->preferredSeries(1, SeriesUse::Daily))->source, text("Stooq"));
    QVERIFY(!*m_reader->preferredSeries(1, SeriesUse::Intraday));
    QCOMPARE(m_reader->seriesOf(1)->size(), size_t(3));
    QCOMPARE(m_reader->sources()->size(), size_t(3));
}

void StoreReaderTest::theUsersChoiceWins()
{
    VERIFY_RESULT(m_writer->ensureSource({0, text("yahoo"), text("yahoo"), 5}).result());
    import(dailySeries(1, "yahoo"), {dailyRow(1, 1)});
    import(dailySeries(1, "file"), {dailyRow(1, 3)});
    const qint64 file = m_reader->seriesOf(1)->at(1).id;
    VERIFY_RESULT(m_writer->setPreferredSeries(1, SeriesUse::Daily, file).result());
    QCOMPARE((*m_reader->preferredSeries(1, SeriesUse::Daily))->source, text("file"));
    VERIFY_RESULT(m_writer->setPreferredSeries(1, SeriesUse::Daily, {}).result());
    QCOMPARE((*m_reader->preferredSeries(1, SeriesUse::Daily))->source, text("yahoo"));
    QCOMPARE(m_writer->setPreferredSeries(2, SeriesUse::Daily, file).result().error().code, core::ErrorCode::NotFound);
}

void StoreReaderTest::simulatedQuotesAreShownOnlyOnRequest()
{
    SeriesKey simulated = dailySeries(1);
    simulated.kind = core::SeriesKind::Simulated;
    import(simulated, {dailyRow(1, 1)});
    QVERIFY(!*m_reader->preferredSeries(1, SeriesUse::Daily));
    QVERIFY(*m_reader->preferredSeries(1, SeriesUse::Daily, core::SeriesKind::Simulated));
}

void StoreReaderTest::anInstrumentWithoutQuotesHasNoSeries()
{
    const auto series = m_reader->preferredSeries(2, SeriesUse::Daily);
    VERIFY_RESULT(series);
    QVERIFY(!*series);
}

void StoreReaderTest::rangesIncludeBothEnds()
{
    import(dailySeries(1), {dailyRow(1, 1), dailyRow(2, 2), dailyRow(3, 3), dailyRow(4, 4)});
    const auto bars = m_reader->dailyBars(1, {core::SessionDate::fromDays(2), core::SessionDate::fromDays(3)});
    QCOMPARE(bars->size(), size_t(2));
    QCOMPARE(bars->front().close, 2);
    QCOMPARE(bars->back().close, 3);
    QVERIFY(m_reader->dailyBars(1, {core::SessionDate::fromDays(3), core::SessionDate::fromDays(2)})->empty());
}

void StoreReaderTest::streamsEverythingOnceInOrder()
{
    std::vector<BarRow> rows;
    for (int day = 0; day < 40000; ++day)
        rows.push_back(dailyRow(day, day));
    import(dailySeries(1), rows);
    int next = 0;
    int calls = 0;
    VERIFY_RESULT(m_reader->streamDailyBars(1, {}, [&](std::span<const core::Bar> bars) {
        ++calls;
        for (const core::Bar &bar : bars) {
            if (bar.session.days() != next || bar.close != next)
                return false;
            ++next;
        }
        return true;
    }));
    QCOMPARE(next, 40000);
    QVERIFY(calls > 1);
}

void StoreReaderTest::aStreamEndsWhenAsked()
{
    std::vector<BarRow> rows;
    for (int day = 0; day < 40000; ++day)
        rows.push_back(dailyRow(day, day));
    import(dailySeries(1), rows);
    int calls = 0;
    VERIFY_RESULT(m_reader->streamDailyBars(1, {}, [&](std::span<const core::Bar>) { return ++calls < 1; }));
    QCOMPARE(calls, 1);
}

void StoreReaderTest::cancelEndsAStream()
{
    std::vector<BarRow> rows;
    for (int day = 0; day < 40000; ++day)
        rows.push_back(dailyRow(day, day));
    import(dailySeries(1), rows);
    std::stop_source stop;
    const auto result = m_reader->streamDailyBars(
        1, {},
        [&](std::span<const core::Bar>) {
            stop.request_stop();
            return true;
        },
        stop.get_token());
    QVERIFY(!result);
    QCOMPARE(result.error().code, core::ErrorCode::Cancelled);
    // and the connection is good for the next question
    QCOMPARE(m_reader->dailyBars(1)->size(), size_t(40000));
}

void StoreReaderTest::seesWhatWasCommittedBeside()
{
    QVERIFY(m_reader->seriesOf(1)->empty());
    import(dailySeries(1), {dailyRow(1, 1)});
    QCOMPARE(m_reader->seriesOf(1)->size(), size_t(1));
}

void StoreReaderTest::infoCounts()
{
    import(dailySeries(1), {dailyRow(5, 1), dailyRow(9, 1)});
    VERIFY_RESULT(m_writer->importNews({}, {core::NewsItem{}}).result());
    const auto info = storeInfo(m_folder->store());
    VERIFY_RESULT(info);
    QCOMPARE(info->schemaVersion, kSchemaVersion);
    QCOMPARE(info->instruments, 2);
    QCOMPARE(info->dailyBars, 2);
    QCOMPARE(info->news, 1);
    QCOMPARE(info->imports, 2);
    QCOMPARE(info->firstSession->days(), 5);
    QCOMPARE(info->lastSession->days(), 9);
    QVERIFY(!info->intraday);
    QCOMPARE(info->lastImport->id, 2);
    QVERIFY(info->bytes > 0);
}

void StoreReaderTest::thePoolLendsToManyThreads()
{
    import(dailySeries(1), {dailyRow(5, 1), dailyRow(9, 1)});
    ReaderPool pool(m_folder->store(), 2);
    std::atomic<int> right = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i)
        threads.emplace_back([&] {
            for (int round = 0; round < 20; ++round) {
                const auto reader = pool.acquire();
                if (reader && (*reader)->dailyBars(1)->size() == 2)
                    ++right;
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(right.load(), 120);
}

QTEST_GUILESS_MAIN(StoreReaderTest)
#include "tst_storereader.moc"
