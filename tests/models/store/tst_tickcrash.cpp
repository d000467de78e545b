// SPDX-License-Identifier: GPL-3.0-or-later
#include "FaultyDisk.h"
#include "TickTestSupport.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QProcess>

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <map>
#include <thread>

using namespace tickmark;
using namespace tickmark::store;
using core::ErrorCode;
using core::Tick;
using core::Time;

//! What is left of an import of ticks when the process is killed, the power fails or the disk is full at any moment: every
//! acknowledged tick, none twice, in a store that verifies.
class TickCrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAtARandomMoment();
    void powerCut();
    void aFullDisk_data();
    void aFullDisk();
};

namespace {

constexpr qint64 kSliceSpan = 1'000'000'000;
constexpr int kSlices = 24; // of the power cut: some 2,000 pages of log, so that it is written back in the middle

// Live ticks, many at once, and late ones. Noise, so that chunks are large.
Ticks sliceAt(int index)
{
    std::mt19937_64 random(std::mt19937_64::result_type(index) + 1);
    const bool isLate = index % 4 == 2;
    const qint64 begin = isLate ? 0 : index * kSliceSpan;
    const qint64 span = isLate ? index * kSliceSpan : kSliceSpan;
    constexpr std::array kCounts{700, 20'000, 40, 3'000};
    Ticks ticks;
    for (int i = 0; i < kCounts[std::size_t(index % 4)]; ++i)
        ticks.push_back(
            {Time{begin + qint64(random() % quint64(span))}, qint64(random() >> 20), qint64(random() >> 24)});
    std::ranges::stable_sort(ticks, {}, &Tick::time);
    return ticks;
}

// What the store holds after so many slices. Kept, because every point asks again.
const Ticks &expectedAfter(int slices)
{
    static std::map<int, Ticks> known;
    if (const auto found = known.find(slices); found != known.end())
        return found->second;
    Ticks all = slices > 0 ? expectedAfter(slices - 1) : Ticks{};
    if (slices > 0) {
        const auto before = std::ptrdiff_t(all.size());
        const Ticks slice = sliceAt(slices - 1);
        all.insert(all.end(), slice.begin(), slice.end());
        std::inplace_merge(all.begin(), all.begin() + before, all.end(),
                           [](const Tick &a, const Tick &b) { return a.time < b.time; });
    }
    return known.emplace(slices, std::move(all)).first->second;
}

// Slices from the first on, until one fails; how many were acknowledged.
int importSlices(StoreWriter &writer, int count, const std::function<void(int)> &acknowledged)
{
    const auto import = writer.beginTickImport(tickOrigin()).result();
    if (!import)
        return 0;
    for (int index = 0; index < count; ++index) {
        if (!writer.addTicks(*import, sliceOf(sliceAt(index))).result())
            return index;
        acknowledged(index);
    }
    return count;
}

// Empty when the store is sound, holds what was acknowledged, and an import of everything completes it.
QString complaintAbout(const QString &path, int acknowledged, int all)
{
    if (const QString finding = findingIn(path); !finding.isEmpty())
        return finding;
    const Ticks stored = storedTicks(path).value_or(Ticks{});
    // what was under way may be whole, but not in part
    if (stored != expectedAfter(acknowledged) && stored != expectedAfter(acknowledged + 1))
        return text("%1 ticks after %2 slices").arg(stored.size()).arg(acknowledged);
    {
        const auto writer = StoreWriter::open(path);
        if (!writer || importSlices(**writer, all, [](int) {}) != all)
            return text("the next import fails");
    }
    if (storedTicks(path).value_or(Ticks{}) != expectedAfter(all))
        return text("the next import does not complete the first");
    return findingIn(path);
}

int fromEnvironment(const char *name, int otherwise)
{
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? value : otherwise;
}

} // namespace

void TickCrashTest::killedAtARandomMoment()
{
    const int rounds = fromEnvironment("TICKMARK_CRASH_ROUNDS", 10);
    int inTheMiddle = 0;
    for (int round = 0; round < rounds; ++round) {
        const TestFolder folder;
        VERIFY_RESULT(makeStore(folder.store()));
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {text("--import"), folder.store(), QString::number(round)});
        QVERIFY(child.waitForFinished(120'000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        const int acknowledged = int(child.readAllStandardOutput().count('\n'));
        inTheMiddle += acknowledged > 0 && acknowledged < kSlices ? 1 : 0;
        QCOMPARE(complaintAbout(folder.store(), acknowledged, std::min(acknowledged + 3, kSlices)), QString());
    }
    QVERIFY(inTheMiddle > rounds / 4);
}

void TickCrashTest::powerCut()
{
    const int points = fromEnvironment("TICKMARK_POWER_CUTS", 20);
    const TestFolder folder;
    const QString fresh = folder.store("fresh.tickmark");
    VERIFY_RESULT(makeStore(fresh));
    const auto run = [&](const QString &path) {
        const auto writer = StoreWriter::open(path);
        return writer ? importSlices(**writer, kSlices, [](int) {}) : 0;
    };
    long operations = 0;
    {
        FaultyDisk disk;
        QVERIFY(QFile::copy(fresh, folder.store()));
        QCOMPARE(run(folder.store()), kSlices);
        operations = disk.operations();
    }
    QVERIFY(operations > points);
    int inTheMiddle = 0;
    for (int point = 0; point < points; ++point) {
        const QString path = folder.store("cut.tickmark");
        QVERIFY(QFile::copy(fresh, path));
        int acknowledged = 0;
        {
            FaultyDisk disk;
            disk.failAt(1 + operations * point / points, FaultyDisk::Fault::PowerCut);
            acknowledged = run(path);
            disk.takeBackUnsynced(point % 2 == 0 ? FaultyDisk::Unsynced::AllLost : FaultyDisk::Unsynced::SomeLost,
                                  unsigned(point));
        }
        QFile::remove(path + text("-shm")); // memory
        inTheMiddle += acknowledged > 0 && acknowledged < kSlices ? 1 : 0;
        const QString complaint = complaintAbout(path, acknowledged, std::min(acknowledged + 2, kSlices));
        QVERIFY2(complaint.isEmpty(), qPrintable(text("point %1: ").arg(point) + complaint));
        QVERIFY(QFile::remove(path));
    }
    QVERIFY(inTheMiddle > points / 2);
}

void TickCrashTest::aFullDisk_data()
{
    QTest::addColumn<int>("slice");
    QTest::newRow("live ticks") << 3;
    QTest::newRow("many ticks") << 1;
    QTest::newRow("late ticks") << 2;
    QTest::newRow("live ticks that fill a chunk") << 4;
}

void TickCrashTest::aFullDisk()
{
    QFETCH(int, slice);
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store()));
    for (const long operation : {1, 2, 5, 9}) {
        FaultyDisk disk;
        const QString path = folder.store(("full" + std::to_string(operation)).c_str());
        QVERIFY(QFile::copy(folder.store(), path));
        {
            const auto writer = StoreWriter::open(path);
            VERIFY_RESULT(writer);
            ticks::SnapshotPtr shown;
            (*writer)->setTickListener([&](qint64, const ticks::SnapshotPtr &snapshot) { shown = snapshot; });
            const auto import = (*writer)->beginTickImport(tickOrigin()).result();
            VERIFY_RESULT(import);
            for (int index = 0; index < slice; ++index)
                VERIFY_RESULT((*writer)->addTicks(*import, sliceOf(sliceAt(index))).result());
            const Ticks &before = expectedAfter(slice);
            disk.failAt(operation, FaultyDisk::Fault::DiskFull);
            for (int attempt = 0; attempt < 2; ++attempt) {
                const auto added = (*writer)->addTicks(*import, sliceOf(sliceAt(slice))).result();
                QVERIFY(!added);
                QCOMPARE(added.error().code, ErrorCode::DiskFull);
                QCOMPARE(contradictionIn(*shown, before), QString());
            }
            QVERIFY(storedTicks(path).value_or(Ticks{}) == before);
            disk.repair();
            VERIFY_RESULT((*writer)->addTicks(*import, sliceOf(sliceAt(slice))).result());
            QCOMPARE(contradictionIn(*shown, expectedAfter(slice + 1)), QString());
            VERIFY_RESULT((*writer)->endTickImport(*import, {}).result());
        }
        QVERIFY(storedTicks(path).value_or(Ticks{}) == expectedAfter(slice + 1));
        QCOMPARE(findingIn(path), QString());
    }
}

namespace {

// The process that killedAtARandomMoment starts; it kills itself, from a thread that knows nothing of the import.
int importUntilKilled(const QString &path, unsigned seed)
{
    const auto writer = StoreWriter::open(path);
    if (!writer)
        return 1;
    std::mt19937 random(seed);
    const std::chrono::microseconds moment(500 + random() % 400'000);
    const std::thread killer([=] {
        std::this_thread::sleep_for(moment);
        ::kill(::getpid(), SIGKILL);
    });
    importSlices(**writer, kSlices, [](int index) {
        std::printf("%d\n", index);
        std::fflush(stdout);
    });
    ::pause();
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--import"))
        return importUntilKilled(arguments.value(2), arguments.value(3).toUInt());
    QLoggingCategory::setFilterRules(text("tickmark.store=false")); // a disk that fails is what is tested
    qputenv("QTEST_FUNCTION_TIMEOUT", "7200000"); // many rounds take longer than a test may by default
    TickCrashTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_tickcrash.moc"
