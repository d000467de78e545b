// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreDump.h"
#include "StoreTestSupport.h"
#include <store/Connection.h>
#include <store/Schema.h>

#include <QDir>

using namespace tickmark;
using namespace tickmark::store;
using core::ErrorCode;

namespace tickmark::store {

//! Opens a store with migrations that this program does not have yet.
struct StoreWriterTestAccess
{
    static auto open(const QString &path, const std::vector<Migration> &migrations)
    {
        return StoreWriter::openWith(path, migrations);
    }
};

} // namespace tickmark::store

//! An older store is brought up to date after a copy, whole or not at all.
class StoreMigrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedFilesAreComplete();
    void anOlderStoreIsCopiedAndMigrated();
    void everyFormerVersionIsReadAfterwards_data();
    void everyFormerVersionIsReadAfterwards();
    void anUndoGoesBackToTheSplitsOfAFormerVersion();
    void gapsOfAFormerVersionStay();
    void aStoreOfThisVersionIsNotCopied();
    void aFailingMigrationChangesNothing_data();
    void aFailingMigrationChangesNothing();
    void whatWasReachedStays();
    void aTableCanBeRebuilt();
    void thisProgramRefusesTheResult();
};

namespace {

std::vector<Migration> with(const std::vector<QByteArray> &later)
{
    std::vector<Migration> migrations = loadMigrations().value_or(std::vector<Migration>{});
    for (const QByteArray &sql : later)
        migrations.push_back({int(migrations.size()) + 1, text("later"), sql});
    return migrations;
}

int storedVersion(const QString &path)
{
    return queryText(path, "PRAGMA user_version").toInt();
}

core::Result<> fill(StoreWriter &writer)
{
    const auto id = writer.addInstrument(makeInstrument(text("NVDA"))).result();
    const auto imported = writer.importBars(importOf({dailySeries(id.value_or(0))}, {dailyRow(1, 100)})).result();
    return imported ? core::Result<>() : tl::unexpected(imported.error());
}

const char *const kAddTable = "CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;"
                              "INSERT INTO notes SELECT id, symbol FROM instruments;";

} // namespace

void StoreMigrationTest::theShippedFilesAreComplete()
{
    const auto migrations = loadMigrations();
    VERIFY_RESULT(migrations);
    QCOMPARE(migrations->back().version, kSchemaVersion);
    QCOMPARE(migrations->front().name, text("0001_foundation"));
    QVERIFY(!loadMigrations(text(":/nothing")));
}

void StoreMigrationTest::anOlderStoreIsCopiedAndMigrated()
{
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    const QString before = dumpStore(folder.store());
    const auto writer = StoreWriterTestAccess::open(folder.store(),
                                                    with({kAddTable, "ALTER TABLE notes ADD COLUMN at INTEGER"}));
    VERIFY_RESULT(writer);
    QCOMPARE(storedVersion(folder.store()), kSchemaVersion + 2);
    QCOMPARE(queryText(folder.store(), "SELECT body, at FROM notes"), text("NVDA|"));
    const QString backup = migrationBackupPath(folder.store(), kSchemaVersion);
    QCOMPARE(storedVersion(backup), kSchemaVersion);
    QCOMPARE(dumpStore(backup), before);
    VERIFY_RESULT((*writer)->setSetting(text("a"), text("b")).result());
}

void StoreMigrationTest::everyFormerVersionIsReadAfterwards_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version < kSchemaVersion; ++version)
        QTest::addRow("version %d", version) << version;
}

//! A store that holds what its version could hold: made by the files up to that version alone.
void StoreMigrationTest::everyFormerVersionIsReadAfterwards()
{
    QFETCH(int, version);
    const TestFolder folder;
    std::vector<Migration> migrations = with({});
    {
        auto connection = Connection::openForBuilding(folder.store());
        VERIFY_RESULT(connection);
        VERIFY_RESULT(applyMigrations(**connection, std::span(migrations).first(size_t(version))));
    }
    runForeignSql(folder.store(),
                  "PRAGMA journal_mode = WAL;"
                  "INSERT INTO instruments (symbol, kind) VALUES ('NVDA', 'stock');"
                  "INSERT INTO sources (name, kind) VALUES ('file', 'file');"
                  "INSERT INTO imports (source_id, kind, origin, fetched_ns) VALUES (1, 'news', 'a.xml', 1);"
                  "INSERT INTO imports (source_id, kind, origin, fetched_ns) VALUES (1, 'bars', 'undone.csv', 1);"
                  "DELETE FROM imports WHERE id = 2;"
                  "INSERT INTO news (publisher, guid, published_ns, title, stems, import_id) "
                  "VALUES ('Abendblatt', '1', 5, 'Kurssturz', 'kurssturz', 1);"
                  "INSERT INTO news_search (rowid, title, excerpt, stems) SELECT id, title, excerpt, stems FROM news");
    QCOMPARE(storedVersion(folder.store()), version);
    QCOMPARE(StoreReader::open(folder.store()).error().code, ErrorCode::Unsupported);
    const auto writer = StoreWriter::open(folder.store());
    VERIFY_RESULT(writer);
    QCOMPARE(storedVersion(folder.store()), kSchemaVersion);
    QCOMPARE(storedVersion(migrationBackupPath(folder.store(), version)), version);
    const auto reader = StoreReader::open(folder.store());
    VERIFY_RESULT(reader);
    QCOMPARE((*reader)->instrument(text("NVDA"))->symbol, text("NVDA"));
    QCOMPARE((*reader)->searchNews(text("Kursstürze"))->size(), size_t(1));
    QCOMPARE((*reader)->readNews().value(), std::vector<qint64>());
    VERIFY_RESULT((*writer)->markRead({1}, true).result());
    QCOMPARE((*reader)->readNews().value(), std::vector<qint64>{1});
    // what was recorded of imports is there, and no number is given twice
    QCOMPARE((*reader)->imports()->front().origin, text("a.xml"));
    const auto import = (*writer)->beginTickImport({text("file"), ImportKind::Ticks, text("t.csv"), core::Time{1}});
    QCOMPARE(import.result().value_or(0), 3);
    SeriesKey key = dailySeries(1);
    key.field = core::QuoteField::Trade;
    VERIFY_RESULT((*writer)->addTicks(3, {key, 2, 0, {{core::Time{5}, 12345, 7}}}).result());
    QCOMPARE((*reader)->info()->ticks, 1);
    QCOMPARE(queryText(folder.store(), "SELECT count(*) FROM daily, chunks_plain"), text("0"));
    QVERIFY(verifyStore(folder.store())->empty());
}

//! Version 6 wrote down for the series what its newest import said, and nothing for the imports before.
void StoreMigrationTest::anUndoGoesBackToTheSplitsOfAFormerVersion()
{
    const TestFolder folder;
    {
        auto connection = Connection::openForBuilding(folder.store());
        VERIFY_RESULT(connection);
        const std::vector<Migration> migrations = with({});
        VERIFY_RESULT(applyMigrations(**connection, std::span(migrations).first(6)));
    }
    // 20151 is 2025-03-04; fetched on that day, and two days later when all prices had changed by a split
    runForeignSql(
        folder.store(),
        "PRAGMA journal_mode = WAL;"
        "INSERT INTO instruments (symbol, kind) VALUES ('NVDA', 'stock');"
        "INSERT INTO sources (name, kind) VALUES ('Quotes', 'yahoo'), ('file, splits until 2025-01-02', 'file');"
        "INSERT INTO series (instrument_id, source_id, field, interval_ns, kind, price_decimals, size_decimals, "
        "splits_until) VALUES (1, 1, 'bar', 0, 'traded', 2, 0, 20153), (1, 2, 'bar', 0, 'traded', 2, 0, 20090);"
        "INSERT INTO imports (source_id, kind, origin, fetched_ns, rows_inserted) VALUES "
        "(1, 'bars', 'first', 20151 * 86400000000000 + 5, 2), (1, 'bars', 'second', 20153 * 86400000000000 + 5, 2), "
        "(2, 'bars', 'a.csv', 20153 * 86400000000000, 1), (2, 'bars', 'b.csv', 20153 * 86400000000000, 1);"
        "INSERT INTO import_series VALUES (1, 1, 20150, 20151), (2, 1, 20150, 20152), (3, 2, 20050, 20050), "
        "(4, 2, 20051, 20051);"
        "INSERT INTO daily_bars VALUES (1, 20150, 10, 10, 10, 10, NULL, 0, 2), (1, 20152, 11, 11, 11, 11, NULL, 0, 2), "
        "(2, 20050, 9, 9, 9, 9, NULL, 0, 3), (2, 20051, 9, 9, 9, 9, NULL, 0, 4);"
        "INSERT INTO replaced_daily_bars VALUES (1, 20150, 1, 100, 100, 100, 100, NULL, 0)");
    const auto writer = StoreWriter::open(folder.store());
    VERIFY_RESULT(writer);
    QCOMPARE(queryText(folder.store(), "SELECT splits_until FROM series WHERE id = 1"), text("20153"));
    VERIFY_RESULT((*writer)->undoImport(2).result());
    QCOMPARE(queryText(folder.store(), "SELECT close FROM daily_bars WHERE series_id = 1"), text("100"));
    QCOMPARE(queryText(folder.store(), "SELECT splits_until FROM series WHERE id = 1"), text("20151"));
    VERIFY_RESULT((*writer)->undoImport(4).result());
    QCOMPARE(queryText(folder.store(), "SELECT splits_until FROM series WHERE id = 2"), text("20090"));
}

//! Version 7 knew them by their times, and how far a source had come by its cursor alone.
void StoreMigrationTest::gapsOfAFormerVersionStay()
{
    const TestFolder folder;
    {
        auto connection = Connection::openForBuilding(folder.store());
        VERIFY_RESULT(connection);
        const std::vector<Migration> migrations = with({});
        VERIFY_RESULT(applyMigrations(**connection, std::span(migrations).first(7)));
    }
    runForeignSql(folder.store(),
                  "PRAGMA journal_mode = WAL;"
                  "INSERT INTO instruments (symbol, kind) VALUES ('BTC-USD', 'crypto');"
                  "INSERT INTO sources (name, kind) VALUES ('Kraken', 'kraken');"
                  "INSERT INTO source_setups (source_id, uuid, provider, settings) VALUES (1, 'u', 'kraken', '{}');"
                  "INSERT INTO fetch_states (source_id, item, cursor) VALUES (1, 'BTC-USD', '7@700');"
                  "INSERT INTO series (instrument_id, source_id, field, interval_ns, kind, price_decimals, "
                  "size_decimals) VALUES (1, 1, 'trade', 0, 'traded', 2, 0);"
                  "INSERT INTO imports (source_id, kind, origin, fetched_ns, rows_inserted) VALUES "
                  "(1, 'ticks', 'https://example', 1, 1);"
                  "INSERT INTO import_series (import_id, series_id, first_key, last_key) VALUES (1, 1, 700, 700);"
                  "INSERT INTO tick_tail VALUES (1, 700, 0, 100, 1, 1);"
                  "INSERT INTO tick_gaps VALUES (1, 100, 200), (1, 300, 400)");
    const auto writer = StoreWriter::open(folder.store());
    VERIFY_RESULT(writer);
    const auto reader = StoreReader::open(folder.store());
    VERIFY_RESULT(reader);
    const auto progress = (*reader)->tradeProgress(1, text("Kraken"));
    VERIFY_RESULT(progress);
    QCOMPARE(progress->gaps.size(), size_t(2));
    QVERIFY(progress->runs.empty());
    QCOMPARE(progress->last, std::optional(core::Time{700}));
    QCOMPARE((*reader)->tickGaps(1)->back(), (core::TimeRange{core::Time{300}, core::Time{400}}));
    QCOMPARE((*reader)->fetchStates(1)->front().cursor, text("7@700"));
    QVERIFY(verifyStore(folder.store())->empty());
}

void StoreMigrationTest::aStoreOfThisVersionIsNotCopied()
{
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    VERIFY_RESULT(StoreWriterTestAccess::open(folder.store(), with({})));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{text("test.tickmark")});
}

void StoreMigrationTest::aFailingMigrationChangesNothing_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("syntax") << QByteArray(kAddTable) + "CREATE NONSENSE";
    QTest::newRow("a row that breaks a rule") << QByteArray(kAddTable) + "INSERT INTO notes VALUES (9, NULL)";
    QTest::newRow("a reference to nothing") << QByteArray("UPDATE series SET instrument_id = 4711");
}

void StoreMigrationTest::aFailingMigrationChangesNothing()
{
    QFETCH(QByteArray, sql);
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    const QString before = dumpStore(folder.store());
    const auto writer = StoreWriterTestAccess::open(folder.store(), with({sql}));
    QVERIFY(!writer);
    QVERIFY(writer.error().message.contains(folder.store()));
    QCOMPARE(dumpStore(folder.store()), before);
    QCOMPARE(storedVersion(folder.store()), kSchemaVersion);
    VERIFY_RESULT(StoreWriter::open(folder.store()));
}

void StoreMigrationTest::whatWasReachedStays()
{
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    QVERIFY(!StoreWriterTestAccess::open(folder.store(), with({kAddTable, "CREATE NONSENSE"})));
    QCOMPARE(storedVersion(folder.store()), kSchemaVersion + 1);
    QCOMPARE(queryText(folder.store(), "SELECT count(*) FROM notes"), text("1"));
}

void StoreMigrationTest::aTableCanBeRebuilt()
{
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    VERIFY_RESULT(StoreWriterTestAccess::open(
        folder.store(),
        with({"CREATE TABLE settings_new (key TEXT PRIMARY KEY, value TEXT NOT NULL, at INTEGER) STRICT;"
              "INSERT INTO settings_new SELECT key, value, 0 FROM settings; DROP TABLE settings;"
              "ALTER TABLE settings_new RENAME TO settings;"})));
    QCOMPARE(queryText(folder.store(), "SELECT count(*) FROM daily"), text("1"));
}

void StoreMigrationTest::thisProgramRefusesTheResult()
{
    const TestFolder folder;
    VERIFY_RESULT(createStore(folder.store(), false, fill));
    VERIFY_RESULT(StoreWriterTestAccess::open(folder.store(), with({kAddTable})));
    QCOMPARE(StoreReader::open(folder.store()).error().code, ErrorCode::NewerVersion);
    QCOMPARE(StoreWriter::open(folder.store()).error().code, ErrorCode::NewerVersion);
}

QTEST_GUILESS_MAIN(StoreMigrationTest)
#include "tst_storemigration.moc"
