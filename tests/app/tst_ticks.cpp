// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

//! Ticks on their way from a file into a store and out again, as somebody at a terminal sees them.
class TestTicks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void tradesAreRecognisedAndComeOutAsTheyWentIn_data();
    void tradesAreRecognisedAndComeOutAsTheyWentIn();
    void aSecondImportAddsNothing();
    void bidAndAskWithoutAHead();
    void aBrokenRowIsListed();
    void limitsCutBetweenTicks();
    void chunksSumUpTheirTicks();
    void timesOfAnotherUnitAreRefused_data();
    void timesOfAnotherUnitAreRefused();
    void aPackedFileCutShortKeepsWhatCameBefore();
    void unknownInstrumentsAreNamed();
    void undoTakesOneImportBack();
    void oneSeedGivesTheSameTicks();
    void replayNeedsAnInstrument();
    void replayHasHelp();
    void missingOffsetIsNamed_data();
    void missingOffsetIsNamed();
    void tablesSayThatTheyAreSimulated();

private:
    Outcome run(QStringList words, const QByteArray &input = {}) const { return runOn(m_store, words, input); }
    static Outcome runOn(const QString &store, QStringList words, const QByteArray &input = {})
    {
        return tickmark(words << u"--store"_s << store, input);
    }
    Outcome importOf(const QByteArray &content, const QStringList &options = {}) const
    {
        const QString file = writeFile(m_folder, u"ticks.csv"_s, content);
        return run(QStringList{u"import"_s, file, u"--symbol"_s, u"NVDA"_s, u"--json"_s} + options);
    }
    //! The rows of `list ticks --csv`, without the head.
    QByteArray listed(const QStringList &options = {}) const { return listedOn(m_store, options); }
    static QByteArray listedOn(const QString &store, const QStringList &options = {})
    {
        const QByteArray out =
            runOn(store, QStringList{u"list"_s, u"ticks"_s, u"--csv"_s, u"--symbol"_s, u"NVDA"_s} + options).out;
        constexpr QByteArrayView kHead = "time,price,size,field,kind,source\n";
        return out.startsWith(kHead) ? out.mid(kHead.size()) : "no head: " + out;
    }
    static QJsonObject onlyImport(const Outcome &outcome)
    {
        return QJsonDocument::fromJson(outcome.out)[u"imports"_s].toArray().at(0).toObject();
    }

    QTemporaryDir m_folder;
    QString m_empty; //!< of ticks; what each test begins with
    QString m_store;
};

namespace {

// Rows of one time stand in the order in which they were traded, not in that of their prices.
constexpr char kTrades[] = "timestamp,price,size\n"
                           "2025-01-27T14:30:00.000000125Z,124.80,100\n"
                           "2025-01-27T14:30:00.000000125Z,124.75,20\n"
                           "2025-01-27T14:30:00.000000125Z,124.80,100\n"
                           "2025-01-27T14:30:01.5Z,124.90,7\n"
                           "2025-01-28T14:30:00Z,126.10,50\n";
constexpr char kTradesListed[] = "2025-01-27T14:30:00.000000125Z,124.80,100,trade,traded,file\n"
                                 "2025-01-27T14:30:00.000000125Z,124.75,20,trade,traded,file\n"
                                 "2025-01-27T14:30:00.000000125Z,124.80,100,trade,traded,file\n"
                                 "2025-01-27T14:30:01.500Z,124.90,7,trade,traded,file\n"
                                 "2025-01-28T14:30:00Z,126.10,50,trade,traded,file\n";

} // namespace

void TestTicks::initTestCase()
{
    m_empty = m_folder.filePath(u"empty.tickmark"_s);
    m_store = m_folder.filePath(u"store.tickmark"_s);
    VERIFY_EXIT(runOn(m_empty, {u"store"_s, u"create"_s}), 0);
    VERIFY_EXIT(
        runOn(m_empty, {u"instrument"_s, u"add"_s, u"NVDA"_s, u"--exchange"_s, u"XNAS"_s, u"--currency"_s, u"USD"_s}),
        0);
}

void TestTicks::init()
{
    QVERIFY(!QFile::exists(m_store) || QFile::remove(m_store));
    QVERIFY(QFile::copy(m_empty, m_store));
}

//! Whatever was done to it, the store is sound.
void TestTicks::cleanup()
{
    VERIFY_EXIT(run({u"store"_s, u"verify"_s}), 0);
}

void TestTicks::tradesAreRecognisedAndComeOutAsTheyWentIn_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("said to be ticks") << QByteArray(kTrades) << QStringList{u"--as"_s, u"ticks"_s};
    QTest::newRow("recognised") << QByteArray(kTrades) << QStringList();
    QTest::newRow("newest first") << QByteArray("timestamp,price,size\n2025-01-28T14:30:00Z,126.10,50\n"
                                                "2025-01-27T14:30:01.5Z,124.90,7\n"
                                                "2025-01-27T14:30:00.000000125Z,124.80,100\n"
                                                "2025-01-27T14:30:00.000000125Z,124.75,20\n"
                                                "2025-01-27T14:30:00.000000125Z,124.80,100\n")
                                  << QStringList();
    QTest::newRow("German, with decimal commas and local times")
        << QByteArray("Zeit;Kurs;St\xC3\xBC"
                      "ck\r\n27.01.2025 15:30:00,000000125;124,80;100\r\n27.01.2025 15:30:00,000000125;124,75;20\r\n"
                      "27.01.2025 15:30:00,000000125;124,80;100\r\n27.01.2025 15:30:01,5;124,90;7\r\n"
                      "28.01.2025 15:30:00;126,10;50\r\n")
        << QStringList{u"--as"_s, u"ticks"_s, u"--zone"_s, u"Europe/Berlin"_s};
}

void TestTicks::tradesAreRecognisedAndComeOutAsTheyWentIn()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, options);
    const Outcome outcome = importOf(content, options);
    VERIFY_EXIT(outcome, 0);
    const QJsonObject import = onlyImport(outcome);
    QCOMPARE(import[u"as"_s].toString(), u"ticks"_s);
    QCOMPARE(import[u"inserted"_s].toInt(), 5);
    QVERIFY(import[u"complete"_s].toBool());
    QVERIFY2(outcome.err.contains("price of the trade"), "the guesses are printed");
    QCOMPARE(listed(), QByteArray(kTradesListed));
}

void TestTicks::aSecondImportAddsNothing()
{
    VERIFY_EXIT(importOf(kTrades), 0);
    const Outcome again = importOf(kTrades);
    VERIFY_EXIT(again, 0);
    QCOMPARE(onlyImport(again)[u"inserted"_s].toInt(-1), 0);
    QCOMPARE(onlyImport(again)[u"unchanged"_s].toInt(), 5);
    QCOMPARE(listed(), QByteArray(kTradesListed));
    QCOMPARE(run({u"list"_s, u"imports"_s, u"--csv"_s}).out.count('\n'), 2);
}

void TestTicks::bidAndAskWithoutAHead()
{
    constexpr char kQuotes[] = "34200125,103.50,103.52,300,200\n34200250,103.51,103.53,100,900\n"
                               "34200375,103.51,103.54,100,50\n";
    const Outcome undated = importOf(kQuotes, {u"--as"_s, u"ticks"_s});
    VERIFY_EXIT(undated, 1);
    QVERIFY2(undated.err.contains("--date"), undated.err.constData());
    QCOMPARE(listed(), QByteArray());
    VERIFY_EXIT(
        importOf(kQuotes, {u"--as"_s, u"ticks"_s, u"--date"_s, u"2025-04-03"_s, u"--zone"_s, u"America/New_York"_s}),
        0);
    QCOMPARE(listed({u"--field"_s, u"bid"_s}), QByteArray("2025-04-03T13:30:00.125Z,103.50,300,bid,traded,file\n"
                                                          "2025-04-03T13:30:00.250Z,103.51,100,bid,traded,file\n"
                                                          "2025-04-03T13:30:00.375Z,103.51,100,bid,traded,file\n"));
    QCOMPARE(listed({u"--field"_s, u"ask"_s}), QByteArray("2025-04-03T13:30:00.125Z,103.52,200,ask,traded,file\n"
                                                          "2025-04-03T13:30:00.250Z,103.53,900,ask,traded,file\n"
                                                          "2025-04-03T13:30:00.375Z,103.54,50,ask,traded,file\n"));
}

void TestTicks::aBrokenRowIsListed()
{
    constexpr char kBroken[] = "timestamp,price,size\n2025-01-27T14:30:00Z,124.80,100\n"
                               "2025-01-27T14:30:01Z,nan,100\n2025-01-27T14:30:02Z,124.90,100\n";
    const Outcome outcome = importOf(kBroken);
    VERIFY_EXIT(outcome, 3);
    const QJsonObject import = onlyImport(outcome);
    QCOMPARE(import[u"inserted"_s].toInt(), 2);
    QCOMPARE(import[u"rejected"_s].toInt(), 1);
    const QJsonObject reject = import[u"rejects"_s].toArray().at(0).toObject();
    QCOMPARE(reject[u"line"_s].toInt(), 3);
    QVERIFY(reject[u"row"_s].toString().contains(u"nan"_s));
    const Outcome german = importOf(kBroken, {u"--lang"_s, u"de"_s});
    QVERIFY2(german.err.contains("Zeile 3"), german.err.constData());
    QCOMPARE(listed().count('\n'), 2);
}

void TestTicks::limitsCutBetweenTicks()
{
    VERIFY_EXIT(importOf(kTrades), 0);
    const QByteArray all(kTradesListed);
    const auto rows = [&all](int first, int count) {
        QByteArray some;
        for (const QByteArray &row : all.split('\n').mid(first, count))
            some += row + '\n';
        return some;
    };
    QCOMPARE(listed({u"--from"_s, u"2025-01-28"_s}), rows(4, 1));
    QCOMPARE(listed({u"--to"_s, u"2025-01-27"_s}), rows(0, 4));
    QCOMPARE(listed({u"--from"_s, u"2025-01-27T14:30:00.000000125Z"_s, u"--to"_s, u"2025-01-27T14:30:01.5Z"_s}),
             rows(0, 3));
    QCOMPARE(listed({u"--from"_s, u"2025-01-27T14:30:00.000000126Z"_s}), rows(3, 2));
    QCOMPARE(listed({u"--from"_s, u"2025-01-29"_s}), QByteArray());
}

void TestTicks::chunksSumUpTheirTicks()
{
    VERIFY_EXIT(importOf(kTrades), 0);
    const Outcome chunks = run({u"list"_s, u"chunks"_s, u"--json"_s});
    VERIFY_EXIT(chunks, 0);
    const QJsonArray all = QJsonDocument::fromJson(chunks.out)[u"chunks"_s].toArray();
    QCOMPARE(all.size(), 1);
    const QJsonObject chunk = all.at(0).toObject();
    QCOMPARE(chunk[u"symbol"_s].toString(), u"NVDA"_s);
    QCOMPARE(chunk[u"first"_s].toString(), u"2025-01-27T14:30:00.000000125Z"_s);
    QCOMPARE(chunk[u"last"_s].toString(), u"2025-01-28T14:30:00Z"_s);
    QCOMPARE(chunk[u"ticks"_s].toInt(), 5);
    QCOMPARE(chunk[u"open"_s].toString(), u"124.80"_s);
    QCOMPARE(chunk[u"high"_s].toString(), u"126.10"_s);
    QCOMPARE(chunk[u"low"_s].toString(), u"124.75"_s);
    QCOMPARE(chunk[u"close"_s].toString(), u"126.10"_s);
    QCOMPARE(chunk[u"volume"_s].toString(), u"277"_s);
}

void TestTicks::timesOfAnotherUnitAreRefused_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("time");
    QTest::newRow("microseconds read as milliseconds") << QByteArray("epoch_ms") << QByteArray("1737988200465000");
    QTest::newRow("milliseconds read as seconds") << QByteArray("epoch_s") << QByteArray("1737988200465");
    QTest::newRow("before 1970") << QByteArray("epoch_s") << QByteArray("-1737988200");
    QTest::newRow("after 2100") << QByteArray("epoch_s") << QByteArray("5000000000");
}

void TestTicks::timesOfAnotherUnitAreRefused()
{
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, time);
    const QByteArray content = "time,price,size\n" + time + ",1.5,1\n" + time + ",1.6,2\n";
    const Outcome dry = importOf("time,price,size\n1737988200,1.5,1\n1737988201,1.6,2\n",
                                 {u"--as"_s, u"ticks"_s, u"--dry-run"_s});
    VERIFY_EXIT(dry, 0);
    QByteArray profile = dry.out;
    profile.replace("epoch_s", form);
    const QString saved = writeFile(m_folder, u"profile.json"_s, profile);
    const Outcome outcome = importOf(content, {u"--profile"_s, saved});
    QVERIFY2(outcome.code == 1 || outcome.code == 3, outcome.err.constData());
    QCOMPARE(listed(), QByteArray());
}

void TestTicks::aPackedFileCutShortKeepsWhatCameBefore()
{
    constexpr int kRows = 50'000;
    QByteArray content = "timestamp,price,size\n";
    for (int i = 0; i < kRows; ++i)
        content += QByteArray::number(1'737'988'200'000 + i) + ",124." + QByteArray::number(10 + i * 7 % 89) + ",5\n";
    const QString plain = writeFile(m_folder, u"cut.csv"_s, content);
    QProcess gzip;
    gzip.start(u"gzip"_s, {u"-k"_s, u"-f"_s, plain});
    QVERIFY(gzip.waitForFinished() && gzip.exitCode() == 0);
    const QString packed = plain + u".gz"_s;
    QVERIFY(QFile::resize(packed, QFile(packed).size() / 2));

    const Outcome outcome = run({u"import"_s, packed, u"--symbol"_s, u"NVDA"_s, u"--json"_s});
    VERIFY_EXIT(outcome, 3);
    QVERIFY2(outcome.err.contains("cut.csv.gz"), outcome.err.constData());
    const QJsonObject import = onlyImport(outcome);
    QCOMPARE(import[u"complete"_s].toBool(true), false);
    const int kept = import[u"inserted"_s].toInt();
    QVERIFY(kept > 0 && kept < kRows);
    const QByteArray before = listed();
    QCOMPARE(before.count('\n'), kept);

    const Outcome whole = run({u"import"_s, plain, u"--symbol"_s, u"NVDA"_s, u"--json"_s});
    VERIFY_EXIT(whole, 0);
    QCOMPARE(onlyImport(whole)[u"inserted"_s].toInt(), kRows - kept);
    const QByteArray after = listed();
    QCOMPARE(after.count('\n'), kRows);
    QVERIFY(after.startsWith(before));
}

void TestTicks::unknownInstrumentsAreNamed()
{
    const Outcome simulated = run({u"simulate"_s, u"NOPE"_s, u"--ticks"_s, u"10"_s});
    VERIFY_EXIT(simulated, 1);
    QVERIFY2(simulated.err.contains("NOPE"), simulated.err.constData());
    const Outcome listedOfNone = run({u"list"_s, u"ticks"_s, u"--symbol"_s, u"NOPE"_s});
    VERIFY_EXIT(listedOfNone, 1);
    QVERIFY2(listedOfNone.err.contains("NOPE"), listedOfNone.err.constData());
    const QString mixed = writeFile(m_folder, u"mixed.csv"_s,
                                    "symbol,time,price,size\nNVDA,2025-01-27T14:30:00.5Z,124.80,100\n"
                                    "ZZZ,2025-01-27T14:30:00.5Z,1.00,100\n");
    const Outcome imported = run({u"import"_s, mixed});
    VERIFY_EXIT(imported, 3);
    QVERIFY2(imported.err.contains("ZZZ"), imported.err.constData());
    QCOMPARE(listed(), QByteArray("2025-01-27T14:30:00.500Z,124.80,100,trade,traded,file\n"));
}

void TestTicks::undoTakesOneImportBack()
{
    VERIFY_EXIT(importOf(kTrades), 0);
    const Outcome late = importOf(
        "timestamp,price,size\n2025-01-27T14:30:01Z,125.00,1\n2025-01-29T14:30:00Z,127.00,2\n");
    VERIFY_EXIT(late, 0);
    QCOMPARE(onlyImport(late)[u"late"_s].toInt(), 1);
    QCOMPARE(listed().count('\n'), 7);
    const QString id = QString::number(onlyImport(late)[u"import_id"_s].toInt());
    VERIFY_EXIT(run({u"import"_s, u"--undo"_s, id}), 0);
    QCOMPARE(listed(), QByteArray(kTradesListed));
    VERIFY_EXIT(run({u"import"_s, u"--undo"_s, id}), 1);
}

void TestTicks::oneSeedGivesTheSameTicks()
{
    const auto simulated = [this](const QString &name, const QString &seed) {
        const QString store = m_folder.filePath(name);
        const QStringList words{u"simulate"_s, u"NVDA"_s, u"--ticks"_s, u"20000"_s, u"--seed"_s, seed};
        return QFile::copy(m_empty, store) && runOn(store, words).code == 0 ? listedOn(store) : QByteArray();
    };
    const QByteArray first = simulated(u"first.tickmark"_s, u"3"_s);
    QCOMPARE(first.count('\n'), 20'000);
    QCOMPARE(first.count(",trade,simulated,simulation\n"), 20'000);
    QVERIFY(simulated(u"second.tickmark"_s, u"3"_s) == first);
    QVERIFY(simulated(u"third.tickmark"_s, u"4"_s) != first);
    const QString store = m_folder.filePath(u"first.tickmark"_s);
    VERIFY_EXIT(runOn(store, {u"store"_s, u"verify"_s}), 0);
    const Outcome chunks = runOn(store, {u"list"_s, u"chunks"_s, u"--csv"_s});
    QVERIFY2(chunks.out.contains("NVDA,trade,simulated,simulation,"), chunks.out.constData());
}

void TestTicks::replayNeedsAnInstrument()
{
    const Outcome english = run({u"replay"_s});
    VERIFY_EXIT(english, 2);
    QVERIFY2(english.err.contains("tickmark replay SYMBOL [--speed 60]"), english.err.constData());
    const Outcome german = run({u"replay"_s, u"--lang"_s, u"de"_s});
    VERIFY_EXIT(german, 2);
    QVERIFY2(german.err != english.err, "not translated");
}

//! It is a window's command: its help must not ask for a display, nor open one.
void TestTicks::replayHasHelp()
{
    for (const QString &option : {u"--help"_s, u"-h"_s}) {
        const Outcome help = run({u"replay"_s, option});
        VERIFY_EXIT(help, 0);
        QVERIFY2(help.out.startsWith("Usage: tickmark replay [options] SYMBOL"), help.out.constData());
        for (const char *word : {"--speed <N>", "--from <TIME>", "--store <FILE>"})
            QVERIFY2(help.out.contains(word), word);
    }
}

void TestTicks::missingOffsetIsNamed_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("list") << QStringList{u"list"_s, u"ticks"_s, u"--symbol"_s, u"NVDA"_s};
    QTest::newRow("chart") << QStringList{u"chart"_s, u"--symbols"_s, u"NVDA"_s, u"-o"_s, u"a.png"_s};
    QTest::newRow("replay") << QStringList{u"replay"_s, u"NVDA"_s};
}

void TestTicks::missingOffsetIsNamed()
{
    QFETCH(QStringList, words);
    const Outcome outcome = run(words + QStringList{u"--from"_s, u"2025-01-27T14:30:00"_s});
    VERIFY_EXIT(outcome, 2);
    QVERIFY2(outcome.err.contains("2025-01-27T14:30:00Z"), outcome.err.constData());
    QVERIFY2(outcome.err.contains("2025-01-27T14:30:00+01:00"), outcome.err.constData());
}

void TestTicks::tablesSayThatTheyAreSimulated()
{
    VERIFY_EXIT(run({u"simulate"_s, u"NVDA"_s, u"--ticks"_s, u"5000"_s}), 0);
    const QString table = m_folder.filePath(u"table.csv"_s);
    VERIFY_EXIT(run({u"chart"_s, u"--symbols"_s, u"NVDA"_s, u"-o"_s, table, u"--force"_s}), 0);
    QVERIFY2(readFile(table).startsWith("time (UTC+00:00),NVDA (simulated) close\r\n"),
             readFile(table).left(80).constData());
}

QTEST_GUILESS_MAIN(TestTicks)
#include "tst_ticks.moc"
