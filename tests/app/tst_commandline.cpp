// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <array>

namespace {

QJsonArray jsonRows(const QByteArray &json, const char *plural)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError || root.value(QLatin1String("schema")).toInt() != 1)
        return {};
    return root.value(QLatin1String(plural)).toArray();
}

} // namespace

//! The commands around the store, as a script would use them.
class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sampleHoldsTheFoundingCase();
    void sqliteReadsTheSameNumbers();
    void sampleKeepsAnExistingFile();
    void listsSpeakCsvAndJson();
    void firstUseMakesTheUsersStore();
    void instrumentsAreAddedEditedAndRemoved();
    void backupAndRestoreKeepEverything();
    void badStores_data();
    void badStores();
    void lockedStoreSaysInUse();
    void wrongUsage_data();
    void wrongUsage();
    void unknownWordsAreNamed();
    void windowNeedsADisplay_data();
    void windowNeedsADisplay();
    void helpIsThereInBothLanguages();
    void helpIsReadable_data();
    void helpIsReadable();

private:
    QTemporaryDir m_folder;
    QString m_store;
};

void TestCommandLine::initTestCase()
{
    m_store = m_folder.filePath(QStringLiteral("x.tickmark"));
    VERIFY_EXIT(tickmark({QStringLiteral("sample"), m_store}), 0);
}

void TestCommandLine::sampleHoldsTheFoundingCase()
{
    const Outcome bars = tickmark({QStringLiteral("list"), QStringLiteral("bars"), QStringLiteral("--store"), m_store,
                                   QStringLiteral("--symbol"), QStringLiteral("NVDA"), QStringLiteral("--csv")});
    VERIFY_EXIT(bars, 0);
    QVERIFY(bars.out.startsWith("symbol,session,open,high,low,close,volume,interval,source,splits_until,flags\n"));
    QVERIFY(bars.out.contains("\nNVDA,2025-01-27,124.80,128.40,116.70,118.42,818830895,1d,file,,\n"));
    QCOMPARE(bars.out.count('\n'), 52);

    const Outcome all = tickmark({QStringLiteral("store"), QStringLiteral("info"), QStringLiteral("--store"), m_store,
                                  QStringLiteral("--json")});
    const QJsonObject info = jsonRows(all.out, "stores").at(0).toObject();
    QCOMPARE(info.value(QLatin1String("daily_bars")).toInt(), 1348);
    QCOMPARE(info.value(QLatin1String("intraday_bars")).toInt(), 101);
    QCOMPARE(info.value(QLatin1String("instruments")).toInt(), 28);
    QVERIFY(info.value(QLatin1String("news")).toInt() >= 14);
    QCOMPARE(info.value(QLatin1String("share_counts")).toInt(), 1);
    VERIFY_EXIT(tickmark({QStringLiteral("store"), QStringLiteral("verify"), QStringLiteral("--store"), m_store}), 0);
}

void TestCommandLine::sqliteReadsTheSameNumbers()
{
    QProcess sqlite;
    sqlite.start(QStringLiteral("sqlite3"),
                 {QStringLiteral("-readonly"), m_store,
                  QStringLiteral("select open, high, low, close, volume from daily where symbol = 'NVDA' and session = "
                                 "'2025-01-27'")});
    QVERIFY(sqlite.waitForFinished());
    QCOMPARE(sqlite.readAllStandardOutput(), QByteArray("124.80|128.40|116.70|118.42|818830895\n"));
}

void TestCommandLine::sampleKeepsAnExistingFile()
{
    const QString path = writeFile(m_folder, QStringLiteral("mine.tickmark"), "my notes");
    const Outcome refused = tickmark({QStringLiteral("sample"), path});
    VERIFY_EXIT(refused, 1);
    QVERIFY(refused.err.contains("mine.tickmark"));
    QCOMPARE(readFile(path), QByteArray("my notes"));
    VERIFY_EXIT(tickmark({QStringLiteral("sample"), path, QStringLiteral("--force")}), 0);
    QVERIFY(readFile(path).startsWith("SQLite format 3"));
}

void TestCommandLine::listsSpeakCsvAndJson()
{
    const auto list = [this](const char *what, const char *format) {
        return tickmark(
            {QStringLiteral("list"), QLatin1String(what), QStringLiteral("--store"), m_store, QLatin1String(format)});
    };
    QCOMPARE(jsonRows(list("instruments", "--json").out, "instruments").size(), 28);
    QCOMPARE(jsonRows(list("bars", "--json").out, "bars").size(), 1348);
    const QJsonArray imports = jsonRows(list("imports", "--json").out, "imports");
    QVERIFY(imports.size() >= 4);
    const QJsonArray news = jsonRows(list("news", "--json").out, "news");
    QVERIFY(news.size() >= 14);
    QVERIFY(!news.at(0).toObject().value(QLatin1String("excerpt")).toString().isEmpty());
    const Outcome day = tickmark({QStringLiteral("list"), QStringLiteral("news"), QStringLiteral("--store"), m_store,
                                  QStringLiteral("--from"), QStringLiteral("2025-01-27"), QStringLiteral("--to"),
                                  QStringLiteral("2025-01-27"), QStringLiteral("--json")});
    for (const QJsonValue &item : jsonRows(day.out, "news"))
        QVERIFY(item.toObject().value(QLatin1String("published")).toString().startsWith(QLatin1String("2025-01-27T")));
    const Outcome intraday = tickmark({QStringLiteral("list"), QStringLiteral("bars"), QStringLiteral("--store"),
                                       m_store, QStringLiteral("--intraday"), QStringLiteral("--csv")});
    QVERIFY(intraday.out.contains("\nNVDA,2025-01-27T13:00:00Z,126.07"));
}

void TestCommandLine::firstUseMakesTheUsersStore()
{
    QTemporaryDir home;
    const Outcome first = tickmark({QStringLiteral("list"), QStringLiteral("instruments"), QStringLiteral("--csv")}, {},
                                   home.path());
    VERIFY_EXIT(first, 0);
    QVERIFY(first.out.contains("\nNVDA,"));
    QVERIFY(QFile::exists(home.filePath(QStringLiteral(".local/share/tickmark/tickmark.tickmark"))));
    const Outcome second = tickmark({QStringLiteral("list"), QStringLiteral("instruments"), QStringLiteral("--csv")},
                                    {}, home.path());
    QCOMPARE(second.out, first.out);
    QVERIFY(second.err.isEmpty());
}

void TestCommandLine::instrumentsAreAddedEditedAndRemoved()
{
    const QString path = m_folder.filePath(QStringLiteral("instruments.tickmark"));
    const auto run = [&](QStringList words) { return tickmark(words << QStringLiteral("--store") << path); };
    VERIFY_EXIT(run({QStringLiteral("store"), QStringLiteral("create")}), 0);
    VERIFY_EXIT(run({QStringLiteral("instrument"), QStringLiteral("add"), QStringLiteral("DBK.DE"),
                     QStringLiteral("--name"), QStringLiteral("Deutsche Bank"), QStringLiteral("--alias"),
                     QStringLiteral("de:Deutschbanker"), QStringLiteral("--exchange"), QStringLiteral("XETR"),
                     QStringLiteral("--currency"), QStringLiteral("EUR")}),
                0);
    const Outcome twice = run({QStringLiteral("instrument"), QStringLiteral("add"), QStringLiteral("dbk.de"),
                               QStringLiteral("--currency"), QStringLiteral("EUR")});
    VERIFY_EXIT(twice, 1);
    VERIFY_EXIT(run({QStringLiteral("instrument"), QStringLiteral("edit"), QStringLiteral("DBK.DE"),
                     QStringLiteral("--remove-alias"), QStringLiteral("Deutschbanker"), QStringLiteral("--alias"),
                     QStringLiteral("DB")}),
                0);
    const Outcome listed = run({QStringLiteral("instrument"), QStringLiteral("list"), QStringLiteral("--csv")});
    QCOMPARE(listed.out,
             QByteArray("symbol,name,kind,exchange,currency,aliases\nDBK.DE,Deutsche Bank,stock,XETR,EUR,DB\n"));
    const Outcome unknownExchange = run({QStringLiteral("instrument"), QStringLiteral("edit"), QStringLiteral("DBK.DE"),
                                         QStringLiteral("--exchange"), QStringLiteral("XXXX")});
    VERIFY_EXIT(unknownExchange, 2);
    QVERIFY(unknownExchange.err.contains("XETR"));
    VERIFY_EXIT(run({QStringLiteral("instrument"), QStringLiteral("remove"), QStringLiteral("DBK.DE")}), 0);
    VERIFY_EXIT(run({QStringLiteral("instrument"), QStringLiteral("remove"), QStringLiteral("DBK.DE")}), 1);
}

void TestCommandLine::backupAndRestoreKeepEverything()
{
    const QString backup = m_folder.filePath(QStringLiteral("backup.tickmark"));
    const QString restored = m_folder.filePath(QStringLiteral("restored.tickmark"));
    VERIFY_EXIT(
        tickmark({QStringLiteral("store"), QStringLiteral("backup"), backup, QStringLiteral("--store"), m_store}), 0);
    VERIFY_EXIT(
        tickmark({QStringLiteral("store"), QStringLiteral("backup"), backup, QStringLiteral("--store"), m_store}), 1);
    VERIFY_EXIT(
        tickmark({QStringLiteral("store"), QStringLiteral("restore"), backup, QStringLiteral("--store"), restored}), 0);
    const auto bars = [](const QString &path) {
        return tickmark({QStringLiteral("list"), QStringLiteral("bars"), QStringLiteral("--store"), path,
                         QStringLiteral("--csv")})
            .out;
    };
    QCOMPARE(bars(restored), bars(m_store));
    QVERIFY(!bars(restored).isEmpty());
    const QString garbage = writeFile(m_folder, QStringLiteral("garbage.tickmark"), QByteArray(5000, 'x'));
    VERIFY_EXIT(tickmark({QStringLiteral("store"), QStringLiteral("restore"), garbage, QStringLiteral("--store"),
                          restored, QStringLiteral("--force")}),
                1);
    QCOMPARE(bars(restored), bars(m_store));
}

void TestCommandLine::badStores_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("exists");
    const QByteArray whole = readFile(m_store);
    QTest::newRow("missing") << QByteArray() << false;
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("a text") << QByteArray("Dear analyst, this is no store.\n") << true;
    QTest::newRow("cut in the head") << whole.left(60) << true;
    QTest::newRow("cut in the middle") << whole.left(whole.size() / 2) << true;
    QByteArray foreign = whole;
    foreign.replace(68, 4, "ABCD"); // application_id
    QTest::newRow("of another program") << foreign << true;
    QByteArray newer = whole;
    newer.replace(60, 4, QByteArray("\0\0\x27\x10", 4)); // user_version 10000
    QTest::newRow("of a later version") << newer << true;
}

void TestCommandLine::badStores()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, exists);
    const QString path = m_folder.filePath(QStringLiteral("bad.tickmark"));
    QFile::remove(path);
    if (exists)
        writeFile(m_folder, QStringLiteral("bad.tickmark"), content);
    const QString csv = writeFile(m_folder, QStringLiteral("bars.csv"), "symbol,date,close\nNVDA,2025-02-17,120.5\n");
    for (const QStringList &words :
         {QStringList{QStringLiteral("list"), QStringLiteral("bars")}, QStringList{QStringLiteral("import"), csv},
          QStringList{QStringLiteral("store"), QStringLiteral("info")}}) {
        QByteArray english;
        for (const char *language : {"en", "de"}) {
            const Outcome outcome = tickmark(
                words
                + QStringList{QStringLiteral("--store"), path, QStringLiteral("--lang"), QLatin1String(language)});
            VERIFY_EXIT(outcome, 1);
            QVERIFY2(outcome.err.contains("bad.tickmark"), outcome.err.constData());
            QVERIFY(outcome.out.isEmpty());
            if (english.isEmpty())
                english = outcome.err;
            else
                QVERIFY2(english != outcome.err, "not translated");
        }
    }
    // Nothing was written, into the file or beside it.
    QCOMPARE(QFile::exists(path), exists);
    QCOMPARE(readFile(path), content);
    QVERIFY(!QFile::exists(path + QStringLiteral("-journal")));
}

void TestCommandLine::lockedStoreSaysInUse()
{
    // A pipe that stays open keeps the first import, and with it the lock, alive.
    const QString path = m_folder.filePath(QStringLiteral("locked.tickmark"));
    QVERIFY(QFile::copy(m_store, path));
    QProcess holder;
    holder.start(QStringLiteral(TICKMARK_PROGRAM),
                 {QStringLiteral("import"), QStringLiteral("-"), QStringLiteral("--store"), path,
                  QStringLiteral("--lang"), QStringLiteral("en")});
    QTRY_VERIFY(QFile::exists(path + QStringLiteral(".lock")));
    const QString csv = writeFile(m_folder, QStringLiteral("one.csv"), "symbol,date,close\nNVDA,2025-02-17,120.5\n");
    const Outcome second = tickmark({QStringLiteral("import"), csv, QStringLiteral("--store"), path});
    QVERIFY2(second.err.contains("in use"), second.err.constData());
    VERIFY_EXIT(second, 1);
    VERIFY_EXIT(tickmark({QStringLiteral("list"), QStringLiteral("bars"), QStringLiteral("--store"), path}), 0);
    holder.closeWriteChannel();
    QVERIFY(holder.waitForFinished());
    VERIFY_EXIT(tickmark({QStringLiteral("import"), csv, QStringLiteral("--store"), path}), 0);
}

void TestCommandLine::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const char *words) {
        QTest::newRow(name) << QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
    };
    row("unknown command", "frobnicate");
    row("unknown option", "list bars --frob");
    row("unknown list", "list candles");
    row("list without a word", "list");
    row("a date that is none", "list bars --from 2025-02-30");
    row("times for daily bars", "list bars --from 2025-01-27T10:00:00Z");
    row("sample without a file", "sample");
    row("import without a file", "import");
    row("import of something else", "import a.csv --as candles");
    row("day that is none", "import a.csv --as ticks --date 2025-02-30");
    row("ticks without an instrument", "list ticks");
    row("ticks of an unknown field", "list ticks --symbol NVDA --field last");
    row("simulation without a number of ticks", "simulate NVDA");
    row("simulation of no ticks", "simulate NVDA --ticks 0");
    row("simulation without an instrument", "simulate --ticks 10");
    row("replay without an instrument", "replay");
    row("replay at no speed", "replay NVDA --speed 0");
    row("undo of a word", "import --undo last");
    row("zone that is none", "import a.csv --zone Mars/Olympus");
    row("chart without instruments", "chart -o a.png");
    row("chart without output", "chart --symbols NVDA");
    row("chart in an unknown format", "chart --symbols NVDA -o a.bmp");
    row("chart with an unknown scale", "chart --symbols NVDA --scale cubic -o a.png");
    row("chart with dates reversed", "chart --symbols NVDA --from 2025-02-01 --to 2025-01-01 -o a.png");
    row("chart with an empty pane", "chart --panes NVDA;; -o a.png");
    row("chart with a size that is none", "chart --symbols NVDA --size huge -o a.png");
    row("two formats at once", "list bars --json --csv");
    row("list with dates reversed", "list bars --from 2025-02-01 --to 2025-01-01");
    row("symbol with a comma", "instrument add A,B --currency EUR");
    row("symbol like a pane", "instrument add volume:X --currency EUR");
    row("edit of nothing", "instrument edit NVDA");
    row("store without a verb", "store");
    row("backup without a file", "store backup");
    row("language that is none", "list bars --lang fr");
}

void TestCommandLine::wrongUsage()
{
    QFETCH(QStringList, words);
    QTemporaryDir home;
    const Outcome outcome = tickmark(words, {}, home.path());
    VERIFY_EXIT(outcome, 2);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(!outcome.err.isEmpty());
    QVERIFY2(QDir(home.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty(),
             "a wrong call made files");
}

void TestCommandLine::unknownWordsAreNamed()
{
    const Outcome english = tickmark({QStringLiteral("frobnicate")});
    VERIFY_EXIT(english, 2);
    QVERIFY(english.err.startsWith("There is no command “frobnicate”, and no file of that name."));
    const Outcome german = tickmark({QStringLiteral("frobnicate"), QStringLiteral("--lang"), QStringLiteral("de")});
    VERIFY_EXIT(german, 2);
    QVERIFY(german.err.contains("„frobnicate“") && !german.err.contains("There is no"));
}

void TestCommandLine::windowNeedsADisplay_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no words") << QStringList();
    QTest::newRow("a store") << QStringList{m_store};
    QTest::newRow("instruments") << QStringList{QStringLiteral("--symbols"), QStringLiteral("NVDA")};
}

// Whoever calls the program over a plain terminal is told so at once, instead of by Qt's abort.
void TestCommandLine::windowNeedsADisplay()
{
    QFETCH(QStringList, words);
    QTemporaryDir home;
    const std::array<const char *, 3> names{"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};
    std::array<QByteArray, 3> former;
    for (std::size_t i = 0; i < names.size(); ++i) {
        former[i] = qgetenv(names[i]);
        qunsetenv(names[i]);
    }
    const Outcome outcome = tickmark(words, {}, home.path());
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!former[i].isNull())
            qputenv(names[i], former[i]);
    }
    VERIFY_EXIT(outcome, 1);
    QVERIFY2(outcome.err.contains("display") && outcome.err.contains("tickmark --help"), outcome.err.constData());
    QVERIFY(QDir(home.path()).isEmpty());
}

void TestCommandLine::helpIsThereInBothLanguages()
{
    for (const char *command : {"sample", "import", "list", "instrument", "chart", "store"}) {
        const Outcome english = tickmark({QLatin1String(command), QStringLiteral("--help")});
        const Outcome german = tickmark(
            {QLatin1String(command), QStringLiteral("--help"), QStringLiteral("--lang"), QStringLiteral("de")});
        VERIFY_EXIT(english, 0);
        VERIFY_EXIT(german, 0);
        QVERIFY(english.out.contains("--lang"));
        QVERIFY(english.out != german.out);
    }
    VERIFY_EXIT(tickmark({QStringLiteral("--help")}), 0);
    // The language may stand before the command.
    const Outcome before = tickmark(
        {QStringLiteral("--lang"), QStringLiteral("de"), QStringLiteral("sample"), QStringLiteral("--help")});
    VERIFY_EXIT(before, 0);
    QVERIFY(before.out.contains("Beispielfall"));
    QVERIFY(tickmark({QStringLiteral("--version")}).out.startsWith("tickmark "));
}

void TestCommandLine::helpIsReadable_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"sample", "import", "fetch", "source", "list", "instrument", "check", "claims", "chart",
                                "report", "simulate", "store", "replay"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void TestCommandLine::helpIsReadable()
{
    QFETCH(QString, command);
    for (const QString &language : {QStringLiteral("de"), QStringLiteral("en")}) {
        const Outcome help = tickmark({command, QStringLiteral("--help"), QStringLiteral("--lang"), language});
        VERIFY_EXIT(help, 0);
        const QStringList lines = QString::fromUtf8(help.out).split(u'\n');
        QVERIFY2(lines.front().contains(u"tickmark " + command), qPrintable(lines.front()));
        for (const QString &line : lines)
            QVERIFY2(line.size() < 80 || line == lines.front(), qPrintable(line));
        // Alternatives are one word, however long.
        if (command == QLatin1String("source"))
            QCOMPARE(help.out.count("list|providers|add|edit|remove|test"), 2);
        QCOMPARE(help.out.contains("<FILE>"), language == QLatin1String("en") && help.out.contains("--store"));
        QCOMPARE(help.out.contains("<DATEI>"), language == QLatin1String("de") && help.out.contains("--store"));
    }
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
