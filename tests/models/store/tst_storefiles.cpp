// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreDump.h"
#include "StoreTestSupport.h"
#include <store/Schema.h>

#include <QDir>
#include <QFileInfo>

using namespace tickmark;
using namespace tickmark::store;
using core::ErrorCode;

//! Making, checking, copying and restoring whole stores.
class StoreFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void creatingMakesASoundStore();
    void creatingNeverTouchesAnExistingFile();
    void creatingOverwritesOnDemand();
    void creatingThroughALinkKeepsTheLink();
    void aFailedFillLeavesNothing();
    void aFailedFillLeavesTheOldFile();
    void aMissingFolderIsAnError();
    void theLogOfTheOldStoreDoesNotReachTheNewOne();
    void backupIsTheSameStore();
    void backupWorksBesideAWriter();
    void backupDoesNotOverwrite();
    void aStoreIsNotCopiedToItself();
    void restoreBringsEverythingBack();
    void restoreReplacesADamagedStore();
    void restoreRespectsTheLock();
    void aDamagedBackupIsNotRestored();
    void verifyFindsADamagedPage();
    void verifyFindsBrokenRules_data();
    void verifyFindsBrokenRules();
    void looksLikeStoreKnowsAStore();

private:
    static core::Result<> fill(StoreWriter &writer);
};

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QStringList filesIn(const TestFolder &folder)
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

core::Result<> StoreFilesTest::fill(StoreWriter &writer)
{
    std::vector<BarRow> rows;
    for (int day = 0; day < 2000; ++day)
        rows.push_back(dailyRow(day, 10000 + day));
    const auto id = writer.addInstrument(makeInstrument(text("NVDA"))).result();
    const auto imported = writer.importBars(importOf({dailySeries(id.value_or(0))}, rows)).result();
    const auto replaced = writer.importBars(importOf({dailySeries(id.value_or(0))}, {dailyRow(3, 1)})).result();
    const auto shares = writer.importShares({}, {{1, core::SessionDate::fromDays(1), 24'490'000'000}}).result();
    core::NewsItem item{0, text("1"), core::Time{1}, text("Abendblatt"), text("de"), text("Kurssturz"), {}, {}};
    const auto news = writer.importNews({}, {item}).result();
    if (!id || !imported || !replaced || !shares || !news)
        return core::failure(ErrorCode::Io, text("fill failed"));
    return {};
}

void StoreFilesTest::creatingMakesASoundStore()
{
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    QCOMPARE(filesIn(folder), QStringList{text("test.tickmark")});
    const auto findings = verifyStore(folder.store());
    VERIFY_RESULT(findings);
    QVERIFY(findings->empty());
    QCOMPARE(queryText(folder.store(), "PRAGMA journal_mode"), text("wal"));
    QCOMPARE(queryText(folder.store(), "PRAGMA application_id"), QString::number(0x544B4D4B));
    QCOMPARE(queryText(folder.store(), "PRAGMA user_version").toInt(), kSchemaVersion);
    QCOMPARE(storeInfo(folder.store())->dailyBars, 2000);
}

void StoreFilesTest::creatingNeverTouchesAnExistingFile()
{
    const TestFolder folder;
    overwrite(folder.store(), "letters to keep");
    bool filled = false;
    const auto made = createStore(folder.store(), false, [&](StoreWriter &) {
        filled = true;
        return core::Result<>();
    });
    QCOMPARE(made.error().code, ErrorCode::AlreadyExists);
    QVERIFY(!filled);
    QCOMPARE(contents(folder.store()), QByteArray("letters to keep"));
}

void StoreFilesTest::creatingOverwritesOnDemand()
{
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store(), {text("OLD")}));
    VERIFY_RESULT(createStore(folder.store(), true, fill));
    QCOMPARE(queryText(folder.store(), "SELECT symbol FROM instruments"), text("NVDA"));
}

void StoreFilesTest::creatingThroughALinkKeepsTheLink()
{
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store(), {text("OLD")}));
    const QString link = folder.store("link.tickmark");
    QVERIFY(QFile::link(folder.store(), link));
    VERIFY_RESULT(createStore(link, true, fill));
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(queryText(folder.store(), "SELECT symbol FROM instruments"), text("NVDA"));
}

void StoreFilesTest::aFailedFillLeavesNothing()
{
    const TestFolder folder;
    const auto made = createStore(folder.store(), false, [](StoreWriter &writer) -> core::Result<> {
        static_cast<void>(fill(writer));
        return core::failure(ErrorCode::Cancelled, text("stopped"));
    });
    QCOMPARE(made.error().code, ErrorCode::Cancelled);
    QVERIFY(filesIn(folder).isEmpty());
}

void StoreFilesTest::aFailedFillLeavesTheOldFile()
{
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store(), {text("OLD")}));
    const QByteArray before = contents(folder.store());
    QVERIFY(!createStore(folder.store(), true,
                         [](StoreWriter &) -> core::Result<> { return core::failure(ErrorCode::Io, text("no")); }));
    QCOMPARE(contents(folder.store()), before);
    QCOMPARE(filesIn(folder), QStringList{text("test.tickmark")});
}

void StoreFilesTest::aMissingFolderIsAnError()
{
    const TestFolder folder;
    QCOMPARE(makeStore(folder.path() + text("/no/such/x.tickmark")).error().code, ErrorCode::NotFound);
}

void StoreFilesTest::theLogOfTheOldStoreDoesNotReachTheNewOne()
{
    const TestFolder folder;
    VERIFY_RESULT(makeStore(folder.store(), {text("OLD")}));
    const auto reader = StoreReader::open(folder.store());
    VERIFY_RESULT((*reader)->instruments());
    {
        // a program that died with its log full
        SQLite::Database other(folder.store().toStdString(), SQLite::OPEN_READWRITE);
        other.exec("INSERT INTO settings VALUES ('old', 'old')");
        QVERIFY(QFileInfo(folder.store() + text("-wal")).size() > 0);
        VERIFY_RESULT(createStore(folder.store(), true, fill));
        QVERIFY(!QFile::exists(folder.store() + text("-wal")));
    }
    QVERIFY(verifyStore(folder.store())->empty());
    QCOMPARE(queryText(folder.store(), "SELECT count(*) FROM settings"), text("0"));
    // who had the old one open still reads the old one
    QCOMPARE((*reader)->instruments()->front().symbol, text("OLD"));
}

void StoreFilesTest::backupIsTheSameStore()
{
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    const QString copy = folder.store("copy.tickmark");
    VERIFY_RESULT(backupStore(folder.store(), copy, false));
    QCOMPARE(dumpStore(copy), dumpStore(folder.store()));
    QVERIFY(verifyStore(copy)->empty());
    const auto writer = StoreWriter::open(copy);
    VERIFY_RESULT(writer);
}

void StoreFilesTest::backupWorksBesideAWriter()
{
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    const auto writer = StoreWriter::open(folder.store());
    VERIFY_RESULT((*writer)->setSetting(text("a"), text("b")).result());
    const QString copy = folder.store("copy.tickmark");
    VERIFY_RESULT(backupStore(folder.store(), copy, false));
    QCOMPARE(queryText(copy, "SELECT value FROM settings"), text("b"));
}

void StoreFilesTest::backupDoesNotOverwrite()
{
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    const QString copy = folder.store("copy.tickmark");
    overwrite(copy, "keep");
    QCOMPARE(backupStore(folder.store(), copy, false).error().code, ErrorCode::AlreadyExists);
    QCOMPARE(contents(copy), QByteArray("keep"));
    VERIFY_RESULT(backupStore(folder.store(), copy, true));
    QCOMPARE(dumpStore(copy), dumpStore(folder.store()));
}

void StoreFilesTest::aStoreIsNotCopiedToItself()
{
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    QCOMPARE(backupStore(folder.store(), folder.store(), true).error().code, ErrorCode::InvalidInput);
}

void StoreFilesTest::restoreBringsEverythingBack()
{
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    const QString copy = folder.store("copy.tickmark");
    VERIFY_RESULT(backupStore(folder.store(), copy, false));
    const QString before = dumpStore(folder.store());
    VERIFY_RESULT((*StoreWriter::open(folder.store()))->removeInstrument(1).result());
    QCOMPARE(restoreStore(copy, folder.store(), false).error().code, ErrorCode::AlreadyExists);
    VERIFY_RESULT(restoreStore(copy, folder.store(), true));
    QCOMPARE(dumpStore(folder.store()), before);
}

void StoreFilesTest::restoreReplacesADamagedStore()
{
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    const QString copy = folder.store("copy.tickmark");
    VERIFY_RESULT(backupStore(folder.store(), copy, false));
    const QString before = dumpStore(folder.store());
    overwrite(folder.store(), contents(folder.store()).first(5000));
    VERIFY_RESULT(restoreStore(copy, folder.store(), true));
    QCOMPARE(dumpStore(folder.store()), before);
}

void StoreFilesTest::restoreRespectsTheLock()
{
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    const QString copy = folder.store("copy.tickmark");
    VERIFY_RESULT(backupStore(folder.store(), copy, false));
    const auto writer = StoreWriter::open(folder.store());
    VERIFY_RESULT(writer);
    QCOMPARE(restoreStore(copy, folder.store(), true).error().code, ErrorCode::InUse);
    VERIFY_RESULT((*writer)->setSetting(text("still"), text("alive")).result());
}

void StoreFilesTest::aDamagedBackupIsNotRestored()
{
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    const QString copy = folder.store("copy.tickmark");
    VERIFY_RESULT(backupStore(folder.store(), copy, false));
    QByteArray bytes = contents(copy);
    for (qsizetype i = bytes.size() / 2; i < bytes.size() / 2 + 4096; ++i)
        bytes[i] = '\x5a';
    overwrite(copy, bytes);
    const QString before = dumpStore(folder.store());
    QCOMPARE(restoreStore(copy, folder.store(), true).error().code, ErrorCode::Damaged);
    QCOMPARE(dumpStore(folder.store()), before);
}

void StoreFilesTest::verifyFindsADamagedPage()
{
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    QByteArray bytes = contents(folder.store());
    // a leaf of the daily bars: found by the page's number, the header of the page gone
    const int page = queryText(folder.store(), "SELECT max(pageno) FROM dbstat WHERE name = 'daily_bars' "
                                               "AND pagetype = 'leaf'")
                         .toInt();
    QVERIFY(page > 1);
    for (int i = 0; i < 64; ++i)
        bytes[(page - 1) * 4096 + i] = '\x5a';
    overwrite(folder.store(), bytes);
    const auto findings = verifyStore(folder.store());
    VERIFY_RESULT(findings);
    QVERIFY(!findings->empty());
    QCOMPARE(findings->front().table, text("daily_bars"));
    QVERIFY(!findings->front().what.isEmpty());

    const auto reader = StoreReader::open(folder.store());
    VERIFY_RESULT(reader);
    QCOMPARE((*reader)->dailyBars(1).error().code, ErrorCode::Damaged);
    QCOMPARE(backupStore(folder.store(), folder.store("copy.tickmark"), false).error().code, ErrorCode::Damaged);
    QVERIFY(!QFile::exists(folder.store("copy.tickmark")));
}

void StoreFilesTest::verifyFindsBrokenRules_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("table");
    QTest::newRow("low above high") << QByteArray("UPDATE daily_bars SET low = 99999999 WHERE session_date = 7")
                                    << text("daily_bars");
    QTest::newRow("bars of an undone import")
        << QByteArray("UPDATE imports SET undone_ns = 1 WHERE id = 1") << text("imports");
    QTest::newRow("bars that an undo would miss") << QByteArray("DELETE FROM import_series") << text("daily_bars");
    QTest::newRow("a former value without a later one")
        << QByteArray("DELETE FROM daily_bars WHERE session_date = 3") << text("replaced_daily_bars");
    QTest::newRow("bars of nobody") << QByteArray("PRAGMA foreign_keys = OFF; DELETE FROM series")
                                    << text("daily_bars");
    QTest::newRow("a text that the search does not know")
        << QByteArray("UPDATE news SET stems = 'anders' WHERE id = 1") << text("news_search");
    QTest::newRow("a search entry without a text") << QByteArray("DELETE FROM news") << text("news_search");
    QTest::newRow("daily bars in an intraday series")
        << QByteArray("UPDATE series SET interval_ns = 60000000000") << text("daily_bars");
}

void StoreFilesTest::verifyFindsBrokenRules()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, table);
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    runForeignSql(folder.store(), sql.constData());
    const auto findings = verifyStore(folder.store());
    VERIFY_RESULT(findings);
    QStringList tables;
    for (const Finding &finding : *findings)
        tables += finding.table;
    QVERIFY2(tables.contains(table), qPrintable(tables.join(QLatin1Char(','))));
}

void StoreFilesTest::looksLikeStoreKnowsAStore()
{
    const TestFolder folder;
    QVERIFY(!looksLikeStore(folder.store()));
    VERIFY_RESULT(makeStore(folder.store()));
    QVERIFY(looksLikeStore(folder.store()));
    overwrite(folder.store("text"), "date;close");
    QVERIFY(!looksLikeStore(folder.store("text")));
}

QTEST_GUILESS_MAIN(StoreFilesTest)
#include "tst_storefiles.moc"
