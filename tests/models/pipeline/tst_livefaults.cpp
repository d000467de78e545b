// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/FaultyDisk.h"
#include "LiveRuns.h"
#include <pipeline/LiveEngine.h>

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QProcess>

#include <atomic>
#include <random>

using namespace tickmark;
using namespace tickmark::store;
using namespace tickmark::test;
using core::Time;
using pipeline::LivePhase;
using pipeline::LiveStatus;
using namespace std::chrono_literals;

namespace {

//! What the charts were told last.
class Drawn
{
public:
    explicit Drawn(StoreWriter &writer) : m_writer(writer)
    {
        writer.setTickListener([this](qint64, const ticks::SnapshotPtr &snapshot) { m_ticks = snapshot->ticks(); });
    }
    ~Drawn() { m_writer.setTickListener({}); }
    [[nodiscard]] qint64 ticks() const { return m_ticks; }

private:
    StoreWriter &m_writer;
    std::atomic<qint64> m_ticks = 0;
};

} // namespace

//! What becomes of a stream when the disk is full, the program is killed or the store is taken away: no trade twice, none
//! lost that was acknowledged, and it goes on by itself.
class TestLiveFaults : public QObject, private LiveFaultRows
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { QVERIFY(m_table.write()); }
    void aFullDiskDrawsOnAndRecovers();
    void closingWithAFullDiskGivesUpSoon();
    void killedAtRandomMoments();
    void aStoreThatIsTakenAwayIsSaid_data();
    void aStoreThatIsTakenAwayIsSaid();
    void whatExceedsTheBoundIsAGap();
};

void TestLiveFaults::aFullDiskDrawsOnAndRecovers()
{
    FaultyDisk disk;
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    const Drawn drawn(*bench.writer);
    QVERIFY(goesLive(bench, bench.add("Kraken", exchange.server().base()), exchange));
    exchange.stream(1, 100);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 100, kPatience);

    disk.failAt(1, FaultyDisk::Fault::DiskFull);
    exchange.stream(101, 200);
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().isStoreBehind, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(drawn.ticks(), 200, kPatience);
    exchange.stream(201, 6000);
    QTRY_COMPARE_WITH_TIMEOUT(drawn.ticks(), 6000, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().waiting, 5900, kPatience);
    const LiveStatus behind = bench.status();
    QCOMPARE(behind.phase, LivePhase::Live);
    QCOMPARE(behind.errorCode, text("not_stored"));
    QVERIFY(behind.error);
    QCOMPARE(behind.error->code, core::ErrorCode::DiskFull);
    QCOMPARE(behind.stored, 100);
    QCOMPARE(bench.ticks(), 100);

    disk.repair();
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 6000, kPatience);
    QVERIFY(!bench.status().isStoreBehind);
    QVERIFY(!bench.status().error);
    QCOMPARE(drawn.ticks(), 6000);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 6000)), QString());
    exchange.stream(6001, 6010);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 6010, kPatience);
    addRow(bench, errorText(behind), exchange.ticks(1, 6010), text("yes, by itself: 5,900 trades that waited"));
    bench.streams.reset();
    QCOMPARE(findingIn(bench.path()), QString());
}

void TestLiveFaults::closingWithAFullDiskGivesUpSoon()
{
    FaultyDisk disk;
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    const SourceSetup setup = bench.add("Kraken", exchange.server().base());
    QVERIFY(goesLive(bench, setup, exchange));
    exchange.stream(1, 100);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 100, kPatience);
    disk.failAt(1, FaultyDisk::Fault::DiskFull);
    exchange.stream(101, 200);
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().isStoreBehind, kPatience);
    QElapsedTimer time;
    time.start();
    bench.streams.reset();
    QVERIFY2(time.elapsed() < 10'000, qPrintable(QString::number(time.elapsed()))); // a second, on a free machine
    disk.repair();
    // what was given up comes with the next start
    QVERIFY(goesLive(bench, bench.stored(setup.sourceId), exchange));
    exchange.stream(201, 210);
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), 210, kPatience);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 210)), QString());
    addRow(bench, text("`not_stored`, and the program is closed"), exchange.ticks(1, 210),
           text("by the backfill of the next start"));
}

void TestLiveFaults::killedAtRandomMoments()
{
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    const SourceSetup setup = bench.add("Kraken", exchange.server().base());
    bench.close();
    qint64 last = 0;
    std::mt19937 random(7);
    int withSome = 0;
    for (int round = 0; round < 6; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {text("--stream"), bench.path()});
        QVERIFY(child.waitForStarted());
        QTRY_COMPARE_WITH_TIMEOUT(exchange.server().open(), 1, kPatience);
        QElapsedTimer time;
        time.start();
        const qint64 moment = 50 + qint64(random() % 600);
        while (time.elapsed() < moment) {
            // now and then some are missing, for the backfill to be under way too
            const qint64 left = random() % 8 == 0 ? 1500 : 0;
            exchange.setLast(last + left);
            exchange.stream(last + left + 1, last + left + 40);
            last += left + 40;
            QTest::qWait(5);
        }
        child.kill();
        QVERIFY(child.waitForFinished(kPatience));
        QTRY_COMPARE_WITH_TIMEOUT(exchange.server().open(), 0, kPatience);
        QCOMPARE(findingIn(bench.path()), QString());
        bench.open();
        const Ticks stored = bench.storedTicks();
        withSome += stored.empty() ? 0 : 1;
        // none twice: ids are milliseconds
        QVERIFY(std::ranges::adjacent_find(stored, {}, &core::Tick::time) == stored.end());
        // and what is said to be known is there
        qint64 known = 0;
        for (const TradeRun &run : bench.progress().runs)
            known += run.lastId - run.firstId + 1;
        QCOMPARE(qint64(stored.size()), known);
        bench.close();
    }
    QVERIFY(withSome > 0);
    bench.open();
    QVERIFY(goesLive(bench, bench.stored(setup.sourceId), exchange));
    exchange.stream(last + 1, last + 10);
    last += 10;
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().stored > 0 && bench.status().gaps.empty(), kPatience);
    const qint64 first = bench.progress().runs.front().firstId;
    QTRY_COMPARE_WITH_TIMEOUT(bench.ticks(), last - first + 1, kPatience);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(first, last)), QString());
    addRow(bench, text("none: killed six times"), exchange.ticks(first, last),
           text("by the backfill of the next start"));
    bench.close();
    QCOMPARE(findingIn(bench.path()), QString());
}

void TestLiveFaults::aStoreThatIsTakenAwayIsSaid_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("renamed") << 0;
    QTest::newRow("renamed, and another one put there") << 1;
    QTest::newRow("deleted") << 2;
}

//! Drawn, and not said to be stored; goes on by itself once the file is back.
void TestLiveFaults::aStoreThatIsTakenAwayIsSaid()
{
    QFETCH(const int, how);
    LiveExchange exchange(anHourAgo());
    LiveBench bench;
    const Drawn drawn(*bench.writer);
    const SourceSetup setup = bench.add("Kraken", exchange.server().base());
    QVERIFY(goesLive(bench, setup, exchange));
    exchange.stream(1, 100);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 100, kPatience);
    const QString away = bench.path() + text(".away");
    QVERIFY(how == 2 ? QFile::remove(bench.path()) : QFile::rename(bench.path(), away));
    if (how == 1) {
        QFile other(bench.path());
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("another") > 0);
    }
    exchange.stream(101, 200);
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().isStoreBehind, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(drawn.ticks(), 200, kPatience);
    const LiveStatus status = bench.status();
    QCOMPARE(status.errorCode, text("not_stored"));
    QCOMPARE(status.error->code, core::ErrorCode::Io);
    QVERIFY2(status.error->message.contains(QFileInfo(bench.path()).fileName()), qPrintable(status.error->message));
    QCOMPARE(status.stored, 100);
    QCOMPARE(status.waiting, 100);
    QCOMPARE(status.phase, LivePhase::Live);
    if (how == 2) {
        bench.streams.reset(); // ends soon, and says nothing else
        QCOMPARE(bench.last(1).stored, 100);
        m_table.add(errorText(status), 0, 0, text("what waits is drawn and never said to be stored"));
        return;
    }
    QVERIFY(how == 0 || QFile::remove(bench.path()));
    QVERIFY(QFile::rename(away, bench.path()));
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 200, kPatience);
    QVERIFY(!bench.status().error);
    QCOMPARE(differenceOf(bench.storedTicks(), exchange.ticks(1, 200)), QString());
    addRow(bench, errorText(status), exchange.ticks(1, 200), text("yes, once the file is back"));
    bench.streams.reset();
    QCOMPARE(findingIn(bench.path()), QString());
}

void TestLiveFaults::whatExceedsTheBoundIsAGap()
{
    FaultyDisk disk;
    LiveBench bench;
    const SourceSetup setup = bench.add("Kraken", QUrl(text("http://127.0.0.1:9"))); // nobody gives them again
    std::atomic<qint64> started = 0;
    pipeline::LiveEngine engine(bench.tools(), [&](const std::vector<LiveStatus> &all) { bench.keep(all); },
                                {[&](const sources::StreamRequest &) { ++started; }, [](qint64) {}, [] {}});
    engine.post(pipeline::LiveInbox::Start{{setup, {}, {}}});
    QTRY_COMPARE_WITH_TIMEOUT(started.load(), 1, kPatience);
    const Time begin = anHourAgo();
    qint64 next = 1;
    const auto send = [&](qint64 count) {
        sources::StreamBatch batch;
        batch.sourceId = setup.sourceId;
        batch.instrumentId = 1;
        batch.priceDecimals = 2;
        batch.received = std::chrono::steady_clock::now();
        for (qint64 i = 0; i < count; ++i, ++next)
            batch.trades.push_back({{Time{begin.ns + next}, 100 + next % 7, 1}, next, sources::TradeSide::Buy});
        engine.take(std::move(batch));
    };
    std::atomic<qint64> drawn = 0;
    std::atomic_bool hasShrunk = false;
    bench.writer->setTickListener([&](qint64, const ticks::SnapshotPtr &snapshot) {
        hasShrunk = hasShrunk || snapshot->ticks() < drawn;
        drawn = snapshot->ticks();
    });
    send(10);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().stored, 10, kPatience);
    disk.failAt(1, FaultyDisk::Fault::DiskFull);
    constexpr qint64 kBatch = 20'000;
    constexpr qint64 kBatches = pipeline::LiveStreams::kMostWaiting / kBatch + 5;
    for (qint64 i = 0; i < kBatches; ++i)
        send(kBatch);
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().waiting >= pipeline::LiveStreams::kMostWaiting - kBatch, kPatience);
    QVERIFY(bench.status().waiting <= pipeline::LiveStreams::kMostWaiting);
    QTRY_COMPARE_WITH_TIMEOUT(drawn.load(), bench.status().received, kPatience);
    disk.repair();
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().waiting, 0, kPatience);
    send(10);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().gaps.size(), std::size_t(1), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().waiting, 0, kPatience);
    QCOMPARE(bench.ticks(), bench.status().stored);
    QCOMPARE(bench.status().stored, bench.status().received);
    qint64 known = 0;
    for (const TradeRun &run : bench.progress().runs)
        known += run.lastId - run.firstId + 1;
    QCOMPARE(bench.ticks(), known);
    QCOMPARE(bench.progress().runs.back().lastId, next - 1);
    QVERIFY(!hasShrunk); // what was drawn stayed, also while it was being stored
    m_table.add(text("`not_stored`, then a gap"), bench.ticks() - known, known - bench.ticks(),
                text("yes, by itself: %1 trades that waited; the rest is a gap").arg(bench.status().stored));
    engine.finish();
    bench.writer->setTickListener({});
    QCOMPARE(findingIn(bench.path()), QString());
}

namespace {

//! The process that killedAtRandomMoments() kills: streams every source of the store.
int streamUntilKilled(const QString &path)
{
    auto writer = StoreWriter::open(path);
    const auto reader = StoreReader::open(path);
    if (!writer || !reader)
        return 1;
    sources::StreamPatience patience;
    patience.batch = 5ms;
    pipeline::LiveStreams streams(
        {std::make_shared<sources::HttpClient>(sources::HttpClientOptions{}), **writer,
         [path] { return StoreReader::open(path); }},
        [](const std::vector<LiveStatus> &) {}, patience);
    const auto setups = (*reader)->sourceSetups().value();
    for (const SourceSetup &setup : setups)
        streams.start({setup, {}, {}});
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--stream"))
        return streamUntilKilled(arguments.value(2));
    QLoggingCategory::setFilterRules(text("tickmark.store=false")); // a disk that fails is what is tested
    TestLiveFaults test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_livefaults.moc"
