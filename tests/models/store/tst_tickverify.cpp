// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreDump.h"
#include "TickTestSupport.h"

#include <algorithm>

using namespace tickmark;
using namespace tickmark::store;
using core::ErrorCode;
using core::Tick;

//! Damage to stored ticks is found and named, and the other ticks can still be read.
class TickVerifyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void aSoundStoreHasNothingToSay();
    void aFlippedBitIsFound_data();
    void aFlippedBitIsFound();
    void contradictionsAreFound_data();
    void contradictionsAreFound();
    void aDamagedBlockIsPassedOver();
    void lateTicksDoNotCoverDamage();

private:
    [[nodiscard]] QString path() const { return m_folder.store("copy.tickmark"); }
    //! Changes one byte of a BLOB of the middle chunk.
    void flip(const char *table, const char *column, int at, int bit) const;

    TestFolder m_folder;
    Ticks m_ticks;
};

namespace {

//! Ticks in the order of `all`, none that is not in it.
bool isPartOf(const Ticks &some, const Ticks &all)
{
    auto next = all.begin();
    for (const Tick &tick : some) {
        next = std::find(next, all.end(), tick);
        if (next == all.end())
            return false;
        ++next;
    }
    return true;
}

constexpr int kChunk = 2; // of three, and a tail

} // namespace

void TickVerifyTest::initTestCase()
{
    m_ticks = walk(3 * 16384 + 500, 1'000'000'000, 1'000'000'000, 1, true);
    VERIFY_RESULT(makeStore(m_folder.store()));
    const auto writer = StoreWriter::open(m_folder.store());
    VERIFY_RESULT(writer);
    VERIFY_RESULT(importTicks(**writer, m_ticks));
}

void TickVerifyTest::init()
{
    QFile::remove(path());
    QVERIFY(QFile::copy(m_folder.store(), path()));
}

void TickVerifyTest::flip(const char *table, const char *column, int at, int bit) const
{
    const std::string key = std::string(table) == "tick_chunks" ? "id" : "chunk_id";
    SQLite::Database database(path().toStdString(), SQLite::OPEN_READWRITE);
    SQLite::Statement read(database, std::string("SELECT ") + column + " FROM " + table + " WHERE " + key + " = 2");
    QVERIFY(read.executeStep());
    std::string bytes = read.getColumn(0).getString();
    read.reset();
    auto &byte = bytes[std::size_t(at) % bytes.size()];
    byte = char(byte ^ (1 << bit));
    SQLite::Statement write(database, std::string("UPDATE ") + table + " SET " + column + " = ? WHERE " + key + " = 2");
    write.bind(1, bytes.data(), int(bytes.size()));
    QCOMPARE(write.exec(), 1);
}

void TickVerifyTest::aSoundStoreHasNothingToSay()
{
    QCOMPARE(findingIn(path()), QString());
    QVERIFY(storedTicks(path()).value_or(Ticks{}) == m_ticks);
}

void TickVerifyTest::aFlippedBitIsFound_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<int>("at");
    std::mt19937 random(1);
    for (int i = 0; i < 14; ++i)
        QTest::addRow("data %d", i) << QByteArray("tick_data") << QByteArray("data")
                                    << (i < 4 ? i * 9 : int(random() >> 2));
    for (int i = 0; i < 6; ++i)
        QTest::addRow("nodes %d", i) << QByteArray("tick_nodes") << QByteArray("nodes") << int(random() >> 2);
}

void TickVerifyTest::aFlippedBitIsFound()
{
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, column);
    QFETCH(int, at);
    flip(table.constData(), column.constData(), at, at % 8);
    const auto findings = verifyStore(path());
    VERIFY_RESULT(findings);
    QCOMPARE(findings->size(), std::size_t(1));
    QCOMPARE(findings->front().table, QString::fromLatin1(table));
    QVERIFY2(findings->front().what.startsWith(text("NVDA, file: ")), qPrintable(findings->front().what));
    QVERIFY2(findings->front().detail.contains(text("chunk 2")), qPrintable(findings->front().detail));
    // the other chunks are there, and nothing that is wrong
    Ticks read;
    const auto reader = StoreReader::open(path());
    const auto streamed = (*reader)->streamTicks(1, kAllTimes, [&](std::span<const Tick> ticks) {
        read.insert(read.end(), ticks.begin(), ticks.end());
        return true;
    });
    QCOMPARE(streamed.has_value(), table == "tick_nodes");
    QVERIFY(read.size() >= m_ticks.size() - 16384);
    QVERIFY(isPartOf(read, m_ticks));
}

void TickVerifyTest::contradictionsAreFound_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("table");
    const auto row = [](const char *name, const char *sql, const char *table) {
        QTest::newRow(name) << QByteArray(sql) << text(table);
    };
    row("high", "UPDATE tick_chunks SET high = high + 1 WHERE id = 2", "tick_chunks");
    row("volume", "UPDATE tick_chunks SET volume = 0 WHERE id = 2", "tick_chunks");
    row("count", "UPDATE tick_chunks SET ticks = 16383 WHERE id = 2", "tick_chunks");
    row("last time", "UPDATE tick_chunks SET last_ns = last_ns + 1 WHERE id = 2", "tick_chunks");
    row("order", "UPDATE tick_chunks SET first_ns = 5 WHERE id = 2", "tick_chunks");
    row("decimals", "UPDATE tick_chunks SET price_decimals = 3 WHERE id = 2", "tick_chunks");
    row("provenance", "UPDATE tick_chunks SET provenance = x'0101' WHERE id = 2", "tick_chunks");
    row("unknown import", "UPDATE tick_chunks SET provenance = x'63808001' WHERE id = 2", "tick_chunks");
    row("data of another version", "UPDATE tick_data SET version = 7 WHERE chunk_id = 2", "tick_data");
    row("nodes missing", "DELETE FROM tick_nodes WHERE chunk_id = 2", "tick_nodes");
    row("nodes of another chunk",
        "UPDATE tick_nodes SET nodes = (SELECT nodes FROM tick_nodes WHERE chunk_id = 1) WHERE chunk_id = 2",
        "tick_nodes");
    row("data of another chunk",
        "UPDATE tick_data SET data = (SELECT data FROM tick_data WHERE chunk_id = 1) WHERE chunk_id = 2", "tick_nodes");
    row("a tail inside the chunks",
        "UPDATE tick_tail SET time_ns = 7 WHERE time_ns = (SELECT max(time_ns) FROM tick_tail) AND seq = 0",
        "tick_tail");
    row("a tail of nobody", "UPDATE tick_tail SET import_id = 99", "tick_tail");
    row("ticks in a series of bars", "UPDATE series SET field = 'bar'", "tick_chunks");
}

void TickVerifyTest::contradictionsAreFound()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, table);
    runForeignSql(path(), sql.constData());
    const auto findings = verifyStore(path());
    VERIFY_RESULT(findings);
    QVERIFY(!findings->empty());
    QVERIFY2(std::ranges::any_of(*findings, [&](const Finding &finding) { return finding.table == table; }),
             qPrintable(findings->front().table + findings->front().what));
    const auto reader = StoreReader::open(path());
    VERIFY_RESULT(reader);
    static_cast<void>((*reader)->tickSnapshot(1)); // and nothing falls over
    static_cast<void>(storedTicks(**reader));
}

void TickVerifyTest::aDamagedBlockIsPassedOver()
{
    // far behind the directory: one of the last blocks
    const int size = queryText(path(), "SELECT length(data) FROM tick_data WHERE chunk_id = 2").toInt();
    flip("tick_data", "data", size - 400, 3);
    const auto reader = StoreReader::open(path());
    Ticks read;
    const auto streamed = (*reader)->streamTicks(1, kAllTimes, [&](std::span<const Tick> ticks) {
        read.insert(read.end(), ticks.begin(), ticks.end());
        return true;
    });
    QVERIFY(!streamed);
    QCOMPARE(streamed.error().code, ErrorCode::Damaged);
    QCOMPARE(read.size(), m_ticks.size() - 256);
    QVERIFY(isPartOf(read, m_ticks));
    // the message has the times of that block
    const auto gap = std::size_t(std::ranges::mismatch(read, m_ticks).in2 - m_ticks.begin());
    const QString first = QString::fromStdString(core::isoTime(m_ticks[gap].time));
    const QString last = QString::fromStdString(core::isoTime(m_ticks[gap + 255].time));
    QVERIFY2(streamed.error().message.contains(first) && streamed.error().message.contains(last),
             qPrintable(streamed.error().message));
    QCOMPARE(verifyStore(path())->front().what, streamed.error().message);
}

void TickVerifyTest::lateTicksDoNotCoverDamage()
{
    const int size = queryText(path(), "SELECT length(data) FROM tick_data WHERE chunk_id = 2").toInt();
    flip("tick_data", "data", size - 400, 3);
    const auto writer = StoreWriter::open(path());
    VERIFY_RESULT(writer);
    const auto import = (*writer)->beginTickImport(tickOrigin()).result();
    const auto slice = [&](std::size_t at) { return sliceOf({{m_ticks[at].time, 1, 1}}); };
    QCOMPARE((*writer)->addTicks(*import, slice(kChunk * 16384 - 9000)).result().error().code, ErrorCode::Damaged);
    VERIFY_RESULT((*writer)->addTicks(*import, slice(100)).result());
    VERIFY_RESULT((*writer)->addTicks(*import, slice(m_ticks.size() - 1)).result());
}

QTEST_GUILESS_MAIN(TickVerifyTest)
#include "tst_tickverify.moc"
