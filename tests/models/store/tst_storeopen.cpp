// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreDump.h"
#include "StoreTestSupport.h"
#include <store/StoreFileState.h>
#include <store/StoreLock.h>

#include <QCoreApplication>
#include <QDir>
#include <QProcess>

#include <sys/resource.h>

#include <csignal>

using namespace tickmark;
using namespace tickmark::store;
using core::ErrorCode;

//! Which files are opened, which are refused, in which words, and that a refused file is not touched.
class StoreOpenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsNoStore_data();
    void refusesWhatIsNoStore();
    void aTruncatedStoreIsDamaged_data();
    void aTruncatedStoreIsDamaged();
    void aNewerStoreIsNotTouched();
    void aNewerVersionInTheLogIsSeen();
    void aSecondWriterIsRefused();
    void aWriterInAnotherProcessIsNamed();
    void theLockIsOneForAllNamesOfAStore();
    void aStoreWithTwoHardLinksIsReadOnly();
    void anotherProgramThatWritesIsReported();
    void readingLeavesNothingBehind();
    void openingAgainKeepsTheLocksOfThisProcess();
    void aReadOnlyFileCanBeRead();
    void aReadOnlyFolderCanBeRead();
    void aReadOnlyFolderWithALogIsRefused();
    void aStoreOnAFullDiskCanBeRead();
    void aChangeUnderAnUnlockedReaderIsNoticed();
    void networkFileSystemsAreKnown();
    void namesWithSpecialCharactersWork();
};

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! No file of this process can grow beyond a kilobyte while it lives: what SQLite meets on a full disk.
class SmallFilesOnly
{
public:
    SmallFilesOnly() : m_handler(std::signal(SIGXFSZ, SIG_IGN)), m_active(::getrlimit(RLIMIT_FSIZE, &m_before) == 0)
    {
        const rlimit small{1024, m_before.rlim_max};
        m_active = m_active && ::setrlimit(RLIMIT_FSIZE, &small) == 0;
    }
    ~SmallFilesOnly()
    {
        static_cast<void>(::setrlimit(RLIMIT_FSIZE, &m_before));
        static_cast<void>(std::signal(SIGXFSZ, m_handler));
    }
    SmallFilesOnly(const SmallFilesOnly &) = delete;
    SmallFilesOnly &operator=(const SmallFilesOnly &) = delete;
    [[nodiscard]] bool isActive() const { return m_active; }

private:
    void (*m_handler)(int);
    rlimit m_before{};
    bool m_active;
};

QStringList filesIn(const TestFolder &folder)
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

void StoreOpenTest::refusesWhatIsNoStore_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QByteArray random(20000, '\0');
    for (qsizetype i = 0; i < random.size(); ++i)
        random[i] = char((i * 7919 + 13) % 251);
    QTest::newRow("missing") << QByteArray() << ErrorCode::NotFound;
    QTest::newRow("empty") << QByteArray("") << ErrorCode::ForeignFile;
    QTest::newRow("one byte") << QByteArray("x") << ErrorCode::ForeignFile;
    QTest::newRow("random bytes") << random << ErrorCode::ForeignFile;
    QTest::newRow("a CSV") << QByteArray("date;close\n2025-01-27;118,42\n").repeated(99) << ErrorCode::ForeignFile;
    QTest::newRow("only the magic") << QByteArray("SQLite format 3\0", 16) << ErrorCode::Damaged;
    QTest::newRow("magic and garbage") << QByteArray("SQLite format 3\0", 16) + random << ErrorCode::ForeignFile;
}

void StoreOpenTest::refusesWhatIsNoStore()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    const TestFolder folder;
    if (!bytes.isNull())
        write(folder.store(), bytes);
    const QStringList before = filesIn(folder);
    const auto reader = StoreReader::open(folder.store());
    const auto writer = StoreWriter::open(folder.store());
    QVERIFY(!reader && !writer);
    QCOMPARE(reader.error().code, code);
    QCOMPARE(writer.error().code, code);
    QVERIFY(reader.error().message.contains(folder.store()));
    QCOMPARE(verifyStore(folder.store()).error().code, code);
    QCOMPARE(storeInfo(folder.store()).error().code, code);
    QCOMPARE(contents(folder.store()), bytes);
    QCOMPARE(filesIn(folder), before);
}

void StoreOpenTest::aTruncatedStoreIsDamaged_data()
{
    QTest::addColumn<int>("kept");
    for (const int kept : {17, 99, 100, 511, 512, 4095, 4096, 4097, 40000})
        QTest::addRow("%d bytes", kept) << kept;
}

void StoreOpenTest::aTruncatedStoreIsDamaged()
{
    QFETCH(int, kept);
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store()));
    write(folder.store(), contents(folder.store()).first(kept));
    QCOMPARE(StoreReader::open(folder.store()).error().code, ErrorCode::Damaged);
    QCOMPARE(StoreWriter::open(folder.store()).error().code, ErrorCode::Damaged);
    QCOMPARE(contents(folder.store()).size(), kept);
}

void StoreOpenTest::aNewerStoreIsNotTouched()
{
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store()));
    runForeignSql(folder.store(), "PRAGMA journal_mode = DELETE; PRAGMA user_version = 99");
    const QByteArray before = contents(folder.store());
    QCOMPARE(StoreReader::open(folder.store()).error().code, ErrorCode::NewerVersion);
    const auto writer = StoreWriter::open(folder.store());
    QCOMPARE(writer.error().code, ErrorCode::NewerVersion);
    QVERIFY(writer.error().message.contains(text("99")));
    QCOMPARE(contents(folder.store()), before);
    QCOMPARE(filesIn(folder), QStringList{text("test.tickmark")});
}

void StoreOpenTest::aNewerVersionInTheLogIsSeen()
{
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store()));
    // a later program that died before it wrote its log back
    SQLite::Database later(folder.store().toStdString(), SQLite::OPEN_READWRITE);
    later.exec("PRAGMA user_version = 99");
    const QString copy = folder.store("copy.tickmark");
    write(copy, contents(folder.store()));
    write(copy + text("-wal"), contents(folder.store() + text("-wal")));
    const QByteArray before = contents(copy);
    const QByteArray log = contents(copy + text("-wal"));
    QVERIFY(!log.isEmpty());
    QCOMPARE(StoreReader::open(copy).error().code, ErrorCode::NewerVersion);
    QCOMPARE(StoreWriter::open(copy).error().code, ErrorCode::NewerVersion);
    QCOMPARE(contents(copy), before);
    QCOMPARE(contents(copy + text("-wal")), log);
}

void StoreOpenTest::aSecondWriterIsRefused()
{
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store()));
    {
        const auto first = StoreWriter::open(folder.store());
        VERIFY_RESULT(first);
        QCOMPARE(StoreWriter::open(folder.store()).error().code, ErrorCode::InUse);
        VERIFY_RESULT(StoreReader::open(folder.store()));
    }
    VERIFY_RESULT(StoreWriter::open(folder.store()));
}

void StoreOpenTest::aWriterInAnotherProcessIsNamed()
{
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store()));
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {text("--hold"), folder.store()});
    QVERIFY(other.waitForReadyRead());
    const auto writer = StoreWriter::open(folder.store());
    QVERIFY(!writer);
    QCOMPARE(writer.error().code, ErrorCode::InUse);
    QVERIFY2(writer.error().message.contains(QString::number(other.processId())), qPrintable(writer.error().message));
    VERIFY_RESULT(StoreReader::open(folder.store()));
    QCOMPARE(createStore(folder.store(), true, [](StoreWriter &) { return core::Result<>(); }).error().code,
             ErrorCode::InUse);
    // a dead owner is none
    other.kill();
    QVERIFY(other.waitForFinished());
    VERIFY_RESULT(StoreWriter::open(folder.store()));
}

void StoreOpenTest::theLockIsOneForAllNamesOfAStore()
{
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store()));
    const QString link = folder.store("link.tickmark");
    QVERIFY(QFile::link(folder.store(), link));
    QVERIFY(QDir(folder.path()).mkdir(text("sub")));
    const auto first = StoreWriter::open(folder.path() + text("/sub/../test.tickmark"));
    VERIFY_RESULT(first);
    QCOMPARE(StoreWriter::open(link).error().code, ErrorCode::InUse);
    QVERIFY(!QFile::exists(link + text(".lock")));
}

void StoreOpenTest::aStoreWithTwoHardLinksIsReadOnly()
{
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store()));
    QCOMPARE(::link(QFile::encodeName(folder.store()), QFile::encodeName(folder.store("second.tickmark"))), 0);
    QCOMPARE(StoreWriter::open(folder.store()).error().code, ErrorCode::ReadOnly);
    VERIFY_RESULT(StoreReader::open(folder.store()));
}

void StoreOpenTest::anotherProgramThatWritesIsReported()
{
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store()));
    const auto writer = StoreWriter::open(folder.store());
    VERIFY_RESULT(writer);
    SQLite::Database other(folder.store().toStdString(), SQLite::OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    QCOMPARE((*writer)->setSetting(text("a"), text("b")).result().error().code, ErrorCode::InUse);
    other.exec("ROLLBACK");
    VERIFY_RESULT((*writer)->setSetting(text("a"), text("b")).result());
}

void StoreOpenTest::readingLeavesNothingBehind()
{
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store()));
    const QByteArray before = contents(folder.store());
    {
        const auto first = StoreReader::open(folder.store());
        const auto second = StoreReader::open(folder.store());
        VERIFY_RESULT((*first)->instruments());
        VERIFY_RESULT((*second)->instruments());
    }
    QVERIFY(verifyStore(folder.store())->empty());
    QCOMPARE(filesIn(folder), QStringList{text("test.tickmark")});
    QCOMPARE(contents(folder.store()), before);
}

void StoreOpenTest::openingAgainKeepsTheLocksOfThisProcess()
{
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store()));
    const auto writer = StoreWriter::open(folder.store());
    VERIFY_RESULT((*writer)->setSetting(text("a"), text("1")).result());
    // looking at the file's first bytes must not drop the writer's locks ...
    VERIFY_RESULT(StoreReader::open(folder.store()));
    QVERIFY(looksLikeStore(folder.store()));
    // ... or the last program to leave, which another process believes to be, would remove the log in use
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {text("--visit"), folder.store()});
    QVERIFY(other.waitForFinished());
    QCOMPARE(other.exitCode(), 0);
    QVERIFY(QFile::exists(folder.store() + text("-wal")));
    VERIFY_RESULT((*writer)->setSetting(text("b"), text("2")).result());
    QCOMPARE(queryText(folder.store(), "SELECT count(*) FROM settings"), text("2"));
}

void StoreOpenTest::aReadOnlyFileCanBeRead()
{
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store()));
    QVERIFY(QFile::setPermissions(folder.store(), QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7777)));
    const Unprivileged nobody;
    QVERIFY(nobody.isActive());
    QCOMPARE(StoreWriter::open(folder.store()).error().code, ErrorCode::ReadOnly);
    const auto reader = StoreReader::open(folder.store());
    VERIFY_RESULT(reader);
    QCOMPARE((*reader)->instruments()->size(), size_t(1));
}

void StoreOpenTest::aReadOnlyFolderCanBeRead()
{
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store()));
    QVERIFY(QFile::setPermissions(folder.store(), QFile::Permissions(0x6666)));
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x5555)));
    {
        const Unprivileged nobody;
        QVERIFY(nobody.isActive());
        const auto writer = StoreWriter::open(folder.store());
        QCOMPARE(writer.error().code, ErrorCode::ReadOnly);
        QVERIFY(writer.error().message.contains(folder.store()));
        const auto reader = StoreReader::open(folder.store());
        VERIFY_RESULT(reader);
        QCOMPARE((*reader)->instruments()->size(), size_t(1));
        QVERIFY(verifyStore(folder.store())->empty());
        const auto created = createStore(folder.store("new.tickmark"), false,
                                         [](StoreWriter &) { return core::Result<>(); });
        QCOMPARE(created.error().code, ErrorCode::ReadOnly);
        QCOMPARE(filesIn(folder), QStringList{text("test.tickmark")});
    }
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7777)));
}

void StoreOpenTest::aReadOnlyFolderWithALogIsRefused()
{
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store()));
    {
        // what a crash leaves behind: a log with content, and no shared memory
        SQLite::Database other(folder.store().toStdString(), SQLite::OPEN_READWRITE);
        other.exec("INSERT INTO settings VALUES ('a', 'b')");
        const QByteArray log = contents(folder.store() + text("-wal"));
        QVERIFY(!log.isEmpty());
        QVERIFY(QDir(folder.path()).mkdir(text("copy")));
        write(folder.path() + text("/copy/x.tickmark"), contents(folder.store()));
        write(folder.path() + text("/copy/x.tickmark-wal"), log);
    }
    const QString copy = folder.path() + text("/copy/x.tickmark");
    QVERIFY(QFile::setPermissions(copy, QFile::Permissions(0x4444)));
    QVERIFY(QFile::setPermissions(folder.path() + text("/copy"), QFile::Permissions(0x5555)));
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7777)));
    {
        const Unprivileged nobody;
        QVERIFY(nobody.isActive());
        const auto reader = StoreReader::open(copy);
        QVERIFY(!reader);
        QCOMPARE(reader.error().code, ErrorCode::InUse);
    }
    QVERIFY(QFile::setPermissions(folder.path() + text("/copy"), QFile::Permissions(0x7777)));
}

void StoreOpenTest::aStoreOnAFullDiskCanBeRead()
{
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store()));
    const QByteArray before = contents(folder.store());
    core::Result<std::vector<core::Instrument>> instruments;
    {
        const SmallFilesOnly fullDisk;
        QVERIFY(fullDisk.isActive());
        const auto reader = StoreReader::open(folder.store());
        instruments = reader ? (*reader)->instruments() : tl::unexpected(reader.error());
    }
    VERIFY_RESULT(instruments);
    QCOMPARE(instruments->size(), size_t(1));
    QCOMPARE(filesIn(folder), QStringList{text("test.tickmark")});
    QCOMPARE(contents(folder.store()), before);
}

void StoreOpenTest::aChangeUnderAnUnlockedReaderIsNoticed()
{
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store()));
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7755)));
    std::unique_ptr<StoreReader> reader;
    {
        const Unprivileged nobody;
        if (::geteuid() == ::getuid())
            QSKIP("Needs two users: run as root.");
        auto opened = StoreReader::open(folder.store());
        VERIFY_RESULT(opened);
        reader = std::move(*opened);
        VERIFY_RESULT(reader->instruments());
    }
    // the owner of the folder writes
    {
        const auto writer = StoreWriter::open(folder.store());
        VERIFY_RESULT(writer);
        VERIFY_RESULT((*writer)->setSetting(text("a"), text("b")).result());
    }
    QCOMPARE(reader->instruments().error().code, ErrorCode::InUse);
}

void StoreOpenTest::networkFileSystemsAreKnown()
{
    for (const char *type : {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p"})
        QVERIFY2(isNetworkFileSystem(type), type);
    for (const char *type : {"ext4", "btrfs", "xfs", "tmpfs", "overlay", "vfat", "fuseblk", "zfs"})
        QVERIFY2(!isNetworkFileSystem(type), type);
}

void StoreOpenTest::namesWithSpecialCharactersWork()
{
    const TestFolder folder;
    for (const char *name :
         {"Übersicht 100 %.tickmark", "a?b#c&d.tickmark", "file:x.tickmark", "it's \"x\".tickmark"}) {
        VERIFY_RESULT(makeStore(folder.store(name)));
        VERIFY_RESULT(StoreWriter::open(folder.store(name)));
        VERIFY_RESULT(storeInfo(folder.store(name)));
        VERIFY_RESULT(backupStore(folder.store(name), folder.store(name) + text(".copy"), false));
    }
}

namespace {

// The other process of aWriterInAnotherProcessIsNamed: owns the store until it is killed.
int hold(const QString &path)
{
    const auto writer = StoreWriter::open(path);
    if (!writer)
        return 1;
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly) || out.write("held\n") < 0 || !out.flush())
        return 1;
    QFile in;
    return in.open(stdin, QIODevice::ReadOnly) ? int(in.readAll().size()) : 1;
}

// Another program that writes, closes and, being the last one, would remove the log.
int visit(const QString &path)
{
    runForeignSql(path, "PRAGMA user_version");
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--hold"))
        return hold(arguments.value(2));
    if (arguments.value(1) == QLatin1String("--visit"))
        return visit(arguments.value(2));
    StoreOpenTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_storeopen.moc"
