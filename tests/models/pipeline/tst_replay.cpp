// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/CalendarSet.h>
#include <pipeline/LiveFeed.h>
#include <pipeline/Replay.h>
#include <pipeline/ReplayTape.h>
#include <pipeline/SampleCase.h>
#include <store/StoreWriter.h>
#include <ticks/ColumnQuery.h>

#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace tickmark;
using core::kNsPerMinute;
using core::kNsPerSecond;
using core::Tick;
using core::Time;

namespace {

constexpr int kDecimals = 2;
constexpr qint64 kFirst = 1'738'000'000 * kNsPerSecond;

//! 40,000 ticks a second apart, but for a night of 16 hours after 25,000 of them: two sealed chunks and a tail.
std::vector<Tick> storedTicks()
{
    std::vector<Tick> ticks;
    qint64 time = kFirst;
    for (qint64 i = 0; i < 40'000; ++i) {
        ticks.push_back({Time{time}, 10'000 + i % 977, 1 + i % 5});
        time += i == 25'000 ? 16 * core::kNsPerHour : i % 3 == 0 ? 0 : kNsPerSecond;
    }
    return ticks;
}

//! All ticks of a snapshot, read back the way a chart would: by asking for the last one before each time.
std::pair<qint64, qint64> priceRange(const ticks::TickSnapshot &snapshot, ticks::ChunkReader &reader)
{
    ticks::PageCache pages;
    const qint64 edges[] = {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()};
    ticks::Column column;
    do
        ticks::queryColumns(snapshot, pages, {.edges = edges}, {&column, 1});
    while (ticks::loadMissing(pages, reader).value_or(false));
    return {column.low, column.high};
}

} // namespace

//! Playing stored ticks as if they came in now.
class ReplayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_path = m_folder.filePath(QStringLiteral("replay.tickmark"));
        const core::CalendarSet calendars(QStringLiteral(":/calendars"));
        QVERIFY(pipeline::writeSampleStore(m_path, false, calendars, Time{kFirst}));
        auto writer = store::StoreWriter::open(m_path);
        QVERIFY(writer);
        m_reader = std::move(*store::StoreReader::open(m_path));
        const auto instrument = m_reader->instrument(QStringLiteral("NVDA"));
        QVERIFY(instrument);
        m_ticks = storedTicks();
        store::ImportOrigin origin{QStringLiteral("file"), store::ImportKind::Ticks, QStringLiteral("ticks.csv"), {}};
        const auto id = (*writer)->beginTickImport(origin).result();
        QVERIFY(id);
        store::TickSlice slice;
        slice.series = {
            instrument->id, QStringLiteral("file"), core::QuoteField::Trade, 0, core::SeriesKind::Traded, {}};
        slice.priceDecimals = kDecimals;
        slice.ticks = m_ticks;
        const auto added = (*writer)->addTicks(*id, slice).result();
        QVERIFY2(added, added ? "" : qPrintable(added.error().message));
        QCOMPARE(added->inserted, qint64(m_ticks.size()));
        m_series = added->seriesId;
        QVERIFY((*writer)->endTickImport(*id, {}).result());
    }

    void everyTickBeforeThePositionIsThereAndNoneAfter_data()
    {
        QTest::addColumn<qint64>("index"); // of the stored tick to seek to
        QTest::newRow("inside the first block") << qint64(100);
        QTest::newRow("a tick of a time that comes twice") << qint64(3001);
        QTest::newRow("at the end of a chunk") << qint64(16'383);
        QTest::newRow("at the beginning of the next") << qint64(16'384);
        QTest::newRow("after the night") << qint64(25'001);
        QTest::newRow("in the tail") << qint64(39'000);
    }
    void everyTickBeforeThePositionIsThereAndNoneAfter()
    {
        QFETCH(qint64, index);
        const Time time = m_ticks[std::size_t(index)].time;
        auto tape = pipeline::ReplayTape::open(*m_reader, m_series);
        QVERIFY(tape);
        QVERIFY((*tape)->seek(time));
        const auto before = std::ranges::partition_point(m_ticks, [&](const Tick &tick) { return tick.time < time; });
        QCOMPARE((*tape)->snapshot()->ticks(), qint64(before - m_ticks.begin()));
        QCOMPARE((*tape)->position(), time);
    }

    void theFirstTickIsAlwaysThere()
    {
        auto tape = pipeline::ReplayTape::open(*m_reader, m_series);
        QVERIFY(tape);
        const qint64 first = 1 + qint64(m_ticks[1].time == m_ticks[0].time);
        QCOMPARE((*tape)->snapshot()->ticks(), first);
        QVERIFY((*tape)->seek(Time{0}));
        QCOMPARE((*tape)->snapshot()->ticks(), first);
    }

    void playingToTheEndGivesTheStoredHistory()
    {
        auto tape = pipeline::ReplayTape::open(*m_reader, m_series);
        QVERIFY(tape);
        qint64 played = (*tape)->snapshot()->ticks();
        int steps = 0;
        for (; !(*tape)->isAtEnd() && steps < 100'000; ++steps) {
            const auto some = (*tape)->advance(97 * kNsPerSecond + 13);
            QVERIFY(some);
            played += *some;
            const auto snapshot = (*tape)->snapshot();
            QCOMPARE(snapshot->ticks(), played);
            if (played > 0)
                QCOMPARE(snapshot->lastTime(), m_ticks[std::size_t(played - 1)].time);
        }
        QCOMPARE(played, qint64(m_ticks.size()));
        QCOMPARE((*tape)->position(), (*tape)->extent().end);
        const auto whole = m_reader->tickSnapshot(m_series);
        QVERIFY(whole);
        QCOMPARE(priceRange(*(*tape)->snapshot(), m_reader->chunks()), priceRange(**whole, m_reader->chunks()));
    }

    void aNightIsNotWaitedFor()
    {
        auto tape = pipeline::ReplayTape::open(*m_reader, m_series);
        QVERIFY(tape);
        QVERIFY((*tape)->seek(m_ticks[25'000].time));
        QVERIFY((*tape)->advance(kNsPerMinute));
        QVERIFY2((*tape)->position() >= m_ticks[25'001].time, "the replay stands in the night");
        QVERIFY((*tape)->snapshot()->ticks() > 25'001);
    }

    void seekingBackForgetsWhatComesLater()
    {
        auto tape = pipeline::ReplayTape::open(*m_reader, m_series);
        QVERIFY(tape);
        QVERIFY((*tape)->seek((*tape)->extent().end));
        QVERIFY((*tape)->isAtEnd());
        const auto all = (*tape)->snapshot();
        QVERIFY((*tape)->seek(m_ticks[500].time));
        QVERIFY((*tape)->snapshot()->ticks() <= 500);
        QCOMPARE(all->ticks(), qint64(m_ticks.size())); // who has the older snapshot keeps it
    }

    void aReplayGrowsWhilePlayedAndStandsStillWhenPaused()
    {
        pipeline::LiveFeed feed;
        qint64 told = 0;
        connect(&feed, &pipeline::LiveFeed::advanced, this, [&](qint64 series, const ticks::SnapshotPtr &snapshot) {
            QCOMPARE(series, m_series);
            told = snapshot->ticks();
        });
        pipeline::Replay replay(m_path, m_series, [&feed](qint64 series, ticks::SnapshotPtr snapshot) {
            feed.publish(series, std::move(snapshot));
        });
        pipeline::ReplayState state;
        connect(&replay, &pipeline::Replay::stateChanged, this, [&](const pipeline::ReplayState &now) { state = now; });
        replay.setSpeed(3600);
        replay.play();
        QTRY_VERIFY(told > 200);
        replay.pause();
        QTRY_VERIFY(!state.isPlaying);
        replay.seek(m_ticks[10'000].time);
        QTRY_COMPARE(state.position, m_ticks[10'000].time);
        QVERIFY(!state.isPlaying);
        replay.setSpeed(1e6);
        replay.play();
        QTRY_VERIFY(state.isAtEnd && !state.isPlaying);
        QTRY_COMPARE(told, qint64(m_ticks.size()));
    }

    void aSeriesWithoutTicksSaysSo()
    {
        const auto instrument = m_reader->instrument(QStringLiteral("NVDA"));
        const auto daily = m_reader->preferredSeries(instrument->id, store::SeriesUse::Daily);
        QVERIFY(daily && *daily);
        const auto tape = pipeline::ReplayTape::open(*m_reader, (*daily)->id);
        QVERIFY(!tape);
        QCOMPARE(tape.error().code, core::ErrorCode::NotFound);
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<store::StoreReader> m_reader;
    std::vector<Tick> m_ticks;
    qint64 m_series = 0;
};

QTEST_GUILESS_MAIN(ReplayTest)

#include "tst_replay.moc"
