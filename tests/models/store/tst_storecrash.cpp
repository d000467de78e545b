// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreTestSupport.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <csignal>
#include <cstdio>

using namespace tickmark;
using namespace tickmark::store;
using core::ErrorCode;

//! What is left when the process is killed, or the disk is full, in the middle of an import: everything that was
//! acknowledged, and nothing else.
class StoreCrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKilledImportLeavesNothing_data();
    void aKilledImportLeavesNothing();
    void closingTheWriterCancelsAnImport();
    void aFullDiskLosesNothingAcknowledged_data();
    void aFullDiskLosesNothingAcknowledged();
};

namespace {

constexpr int kAcknowledged = 300;

BarImportRequest endlessImport(const std::function<void(int slice)> &afterSlice)
{
    BarImportRequest request;
    request.series = {dailySeries(1), dailySeries(1, "another")};
    request.nextSlice = [=, slice = 0](std::vector<BarRow> &rows) mutable -> core::Result<bool> {
        afterSlice(slice);
        for (int i = 0; i < 8192; ++i) {
            rows.push_back(dailyRow(slice * 8192 + i, 424242, 4)); // replaces, inserts and widens
            rows.back().seriesIndex = i % 2;
        }
        ++slice;
        return true;
    };
    return request;
}

core::Result<> fill(StoreWriter &writer)
{
    const auto id = writer.addInstrument(makeInstrument(text("NVDA"))).result();
    std::vector<BarRow> rows;
    for (int day = 0; day < kAcknowledged; ++day)
        rows.push_back(dailyRow(day, 100 + day));
    const auto imported = writer.importBars(importOf({dailySeries(id.value_or(0))}, rows)).result();
    return imported ? core::Result<>() : tl::unexpected(imported.error());
}

// Empty when the store is sound and holds exactly what fill() wrote.
QString complaintAbout(const QString &path)
{
    const auto findings = verifyStore(path);
    if (!findings)
        return findings.error().message + findings.error().detail;
    if (!findings->empty())
        return findings->front().table + text(": ") + findings->front().what + findings->front().detail;
    const auto reader = StoreReader::open(path);
    const auto bars = reader ? (*reader)->dailyBars(1) : core::Result<std::vector<core::Bar>>();
    if (!bars || bars->size() != size_t(kAcknowledged))
        return text("bars are missing");
    for (int day = 0; day < kAcknowledged; ++day) {
        if (bars->at(size_t(day)).close != 100 + day)
            return text("a bar is wrong");
    }
    return (*reader)->imports()->size() == 1 ? QString() : text("the import is listed");
}

void say(const QByteArray &line)
{
    std::fputs(QByteArray(line + '\n').constData(), stdout);
    std::fflush(stdout);
}

} // namespace

void StoreCrashTest::aKilledImportLeavesNothing_data()
{
    QTest::addColumn<int>("slices");
    QTest::newRow("at once") << 1;
    QTest::newRow("in memory") << 12;
    QTest::newRow("when the cache has gone to the log") << 200;
}

void StoreCrashTest::aKilledImportLeavesNothing()
{
    QFETCH(int, slices);
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {text("--import"), folder.store(), QString::number(slices)});
    QVERIFY2(child.waitForReadyRead(120'000), child.readAllStandardError().constData());
    child.kill();
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    QCOMPARE(complaintAbout(folder.store()), QString());
    {
        // and the next writer takes over where it was
        const auto writer = StoreWriter::open(folder.store());
        VERIFY_RESULT(writer);
        const auto imported = (*writer)->importBars(importOf({dailySeries(1)}, {dailyRow(0, 100)})).result();
        VERIFY_RESULT(imported);
        QCOMPARE(imported->totals, (ImportTotals{.unchanged = 1}));
    }
    QCOMPARE(complaintAbout(folder.store()), QString());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{text("test.tickmark")});
}

void StoreCrashTest::closingTheWriterCancelsAnImport()
{
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    auto writer = StoreWriter::open(folder.store());
    VERIFY_RESULT(writer);
    std::atomic<bool> started = false;
    const auto import = (*writer)->importBars(endlessImport([&](int slice) {
        started = started || slice > 2;
        started.notify_one();
    }));
    const auto setting = (*writer)->setSetting(text("last"), text("words"));
    started.wait(false);
    writer->reset();
    QCOMPARE(import.result().error().code, ErrorCode::Cancelled);
    VERIFY_RESULT(setting.result());
    QCOMPARE(complaintAbout(folder.store()), QString());
}

void StoreCrashTest::aFullDiskLosesNothingAcknowledged_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("small file system") << text("filesystem");
    QTest::newRow("file size limit") << text("limit");
}

void StoreCrashTest::aFullDiskLosesNothingAcknowledged()
{
    QFETCH(QString, how);
    const TestFolder folder;
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {text("--fill-disk"), folder.path(), how});
    QVERIFY(child.waitForFinished(120'000));
    const QString said = QString::fromUtf8(child.readAllStandardOutput()).trimmed();
    if (said == text("no mount"))
        QSKIP("This system allows no mount, not even in a user namespace; the size limit is tested instead.");
    QCOMPARE(said, text("ok"));
    QCOMPARE(child.exitCode(), 0);
}

namespace {

// The process that aKilledImportLeavesNothing kills.
int importUntilKilled(const QString &path, int slices)
{
    const auto writer = StoreWriter::open(path);
    if (!writer)
        return 1;
    const auto result = (*writer)->importBars(endlessImport([=](int slice) {
        if (slice < slices)
            return;
        say("now");
        ::pause();
    }));
    result.result();
    return 1;
}

bool writeLine(const char *file, const QByteArray &line)
{
    QFile out(text(file));
    return out.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && out.write(line) == line.size();
}

// A user who is not root may mount only inside a namespace where that user is.
bool enterNamespace()
{
    const uid_t user = ::geteuid();
    const gid_t group = ::getegid();
    if (user == 0)
        return ::unshare(CLONE_NEWNS) == 0;
    return ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && writeLine("/proc/self/setgroups", "deny")
           && writeLine("/proc/self/uid_map", "0 " + QByteArray::number(user) + " 1")
           && writeLine("/proc/self/gid_map", "0 " + QByteArray::number(group) + " 1");
}

// A file system of 3 MB that goes with this process.
bool mountSmall(const QString &folder)
{
    // what is mounted here must not appear outside
    return enterNamespace() && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
           && ::mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", 0, "size=3m") == 0;
}

bool limitFileSize()
{
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{3 << 20, 3 << 20};
    return ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
}

QByteArray fillDisk(const QString &path)
{
    if (const auto made = createStore(path, false, fill); !made)
        return made.error().message.toUtf8();
    {
        const auto writer = StoreWriter::open(path);
        if (!writer)
            return writer.error().message.toUtf8();
        const auto tooLarge = (*writer)->importBars(endlessImport([](int) {})).result();
        if (tooLarge || tooLarge.error().code != ErrorCode::DiskFull)
            return "not DiskFull: "
                   + (tooLarge ? QByteArray() : (tooLarge.error().message + tooLarge.error().detail).toUtf8());
        // acknowledged means kept, also now
        const auto small = (*writer)->setSetting(text("a"), text("b")).result();
        if (!small && small.error().code != ErrorCode::DiskFull)
            return small.error().message.toUtf8();
        if (small && *(*StoreReader::open(path))->setting(text("a")) != text("b"))
            return "an acknowledged setting is lost";
    }
    if (const auto copy = backupStore(path, path + text(".copy"), false);
        !copy && copy.error().code != ErrorCode::DiskFull)
        return copy.error().message.toUtf8();
    return complaintAbout(path).toUtf8();
}

int fillDisk(const QString &folder, const QString &how)
{
    if (how == text("filesystem") ? !mountSmall(folder) : !limitFileSize()) {
        say("no mount");
        return 0;
    }
    const QByteArray complaint = fillDisk(folder + text("/x.tickmark"));
    say(complaint.isEmpty() ? "ok" : complaint);
    return complaint.isEmpty() ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--import"))
        return importUntilKilled(arguments.value(2), arguments.value(3).toInt());
    if (arguments.value(1) == QLatin1String("--fill-disk"))
        return fillDisk(arguments.value(2), arguments.value(3));
    StoreCrashTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_storecrash.moc"
