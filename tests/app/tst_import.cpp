// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

//! Files as people have them, imported as people do it.
class TestImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsTheUsualForms_data();
    void readsTheUsualForms();
    void readsFromAPipe();
    void asksForWhatTheFileLeavesOpen();
    void aSavedProfileDecides();
    void listsWhatItRejects();
    void secondImportChangesNothing();
    void undoGivesTheFormerValuesBack();
    void undoTakesNothingElse();
    void barsOutsideTheCalendarsYearsAreUnverified();
    void dryRunStoresNothing();
    void unknownInstrumentsAreNamed();
    void refusesOtherFiles_data();
    void refusesOtherFiles();
    void importsShareCounts();
    void importsSplitsAndDividends();
    void actionsOfOneInstrumentNeedNoColumnForIt();
    void splitsUntilIsAboutBarsOnly_data();
    void splitsUntilIsAboutBarsOnly();
    void adjustedHistoryIsNotAdjustedTwice();
    void pricesAfterASplitHaveTheirOwnDecimals();
    void sourcesThatDisagreeAreMarked();
    void flagsSuspiciousBars();
    void oneBadFileDoesNotStopTheOthers();

private:
    Outcome run(QStringList words, const QByteArray &input = {}) const
    {
        return tickmark(words << u"--store"_s << m_store, input);
    }
    QByteArray bars(const QString &symbol, bool intraday = false) const
    {
        QStringList words{u"list"_s, u"bars"_s, u"--csv"_s, u"--symbol"_s, symbol};
        if (intraday)
            words << u"--intraday"_s;
        QByteArray out = run(words).out;
        return out.mid(out.indexOf('\n') + 1);
    }

    QTemporaryDir m_folder;
    QString m_store;
};

void TestImport::init()
{
    m_store = m_folder.filePath(u"store.tickmark"_s);
    VERIFY_EXIT(run({u"store"_s, u"create"_s, u"--force"_s}), 0);
    VERIFY_EXIT(run({u"instrument"_s, u"add"_s, u"NVDA"_s, u"--exchange"_s, u"XNAS"_s, u"--currency"_s, u"USD"_s}), 0);
    VERIFY_EXIT(run({u"instrument"_s, u"add"_s, u"SAP.DE"_s, u"--exchange"_s, u"XETR"_s, u"--currency"_s, u"EUR"_s}),
                0);
}

void TestImport::readsTheUsualForms_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<bool>("intraday");
    QTest::addColumn<QByteArray>("stored");
    const QByteArray expected = "SAP.DE,2025-01-27,258.00,263.50,257.10,261.40,2100000,1d,file,,\n";
    const QStringList sap{u"--symbol"_s, u"SAP.DE"_s};
    QTest::newRow("English") << QByteArray(
        "Date,Open,High,Low,Close,Volume\n2025-01-27,258.00,263.50,257.10,261.40,2100000\n"
        "2025-01-28,261.40,262.00,260.00,261.00,1900000\n")
                             << sap << false << expected;
    QTest::newRow("German portal") << QByteArray("Datum;Erster;Hoch;Tief;Schlusskurs;St\xC3\xBC"
                                                 "cke;Volumen\r\n"
                                                 "28.01.2025;261,40;262,00;260,00;261,00;1.900.000;495.900.000\r\n"
                                                 "27.01.2025;258,00;263,50;257,10;261,40;2.100.000;548.940.000\r\n")
                                   << sap << false << expected;
    QTest::newRow("German portal in latin-1")
        << QByteArray("Datum;Erster;Hoch;Tief;Schlusskurs;St\xFC"
                      "cke;Volumen\r\n"
                      "28.01.25;261,40;262,00;260,00;261,00;1.900.000;495.900.000\r\n"
                      "27.01.25;258,00;263,50;257,10;261,40;2.100.000;548.940.000\r\n")
        << sap << false << expected;
    QTest::newRow("American dates") << QByteArray(
        "Date\tOpen\tHigh\tLow\tClose\tVolume\n01/27/2025\t258.00\t263.50\t257.10\t261.40\t2100000\n"
        "01/28/2025\t261.40\t262.00\t260.00\t261.00\t1900000\n")
                                    << sap << false << expected;
    QTest::newRow("yfinance head") << QByteArray(
        "Price,Close,High,Low,Open,Volume\nTicker,SAP.DE,SAP.DE,SAP.DE,SAP.DE,SAP.DE\nDate,,,,,\n"
        "2025-01-27,261.40,263.50,257.10,258.00,2100000\n2025-01-28,261.00,262.00,260.00,261.40,1900000\n")
                                   << QStringList() << false << expected;
    QTest::newRow("symbol column, several instruments")
        << QByteArray("symbol,date,open,high,low,close,volume\nSAP.DE,2025-01-27,258.00,263.50,257.10,261.40,2100000\n"
                      "NVDA,2025-01-27,124.80,128.40,116.70,118.42,818830895\n")
        << QStringList() << false << expected;
    QTest::newRow("five-minute bars in New York time")
        << QByteArray(
               "timestamp,open,high,low,close,volume\n2025-01-27 09:30:00,124.80,125.00,124.00,124.50,1000\n"
               "2025-01-27 09:35:00,124.50,124.60,123.00,123.20,1200\n2025-01-27 09:40:00,123.20,123.40,123.00,123.10,900\n")
        << QStringList{u"--symbol"_s, u"NVDA"_s, u"--zone"_s, u"America/New_York"_s} << true
        << QByteArray("NVDA,2025-01-27T14:30:00Z,124.80,125.00,124.00,124.50,1000,5min,file,,\n");
}

void TestImport::readsTheUsualForms()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, options);
    QFETCH(bool, intraday);
    QFETCH(QByteArray, stored);
    const QString file = writeFile(m_folder, u"form.csv"_s, content);
    const Outcome outcome = run(QStringList{u"import"_s, file} + options);
    VERIFY_EXIT(outcome, 0);
    QVERIFY2(!outcome.err.isEmpty(), "the guesses are printed");
    const QByteArray found = bars(QString::fromLatin1(stored.left(stored.indexOf(','))), intraday);
    QVERIFY2(found.contains(stored), found.constData());
}

void TestImport::readsFromAPipe()
{
    VERIFY_EXIT(run({u"import"_s, u"-"_s, u"--symbol"_s, u"SAP.DE"_s},
                    "Date,Close\n2025-01-27,261.40\n2025-01-28,261.00\n2025-01-29,262.5\n"),
                0);
    QVERIFY(bars(u"SAP.DE"_s).contains("SAP.DE,2025-01-28,261.00,261.00,261.00,261.00,,1d,file,,\n"));
}

void TestImport::asksForWhatTheFileLeavesOpen()
{
    const QString dayOrMonth = writeFile(m_folder, u"open.csv"_s, "Date,Close\n01/02/2025,261.40\n02/02/2025,261.00\n");
    const Outcome date = run({u"import"_s, dayOrMonth, u"--symbol"_s, u"SAP.DE"_s});
    VERIFY_EXIT(date, 1);
    QVERIFY(date.err.contains("profile"));
    const QString noZone = writeFile(
        m_folder, u"zone.csv"_s,
        "time,close\n2025-01-27 09:30:00,124.80\n2025-01-27 09:35:00,124.50\n2025-01-27 09:40:00,124.1\n");
    const Outcome zone = run({u"import"_s, noZone, u"--symbol"_s, u"NVDA"_s});
    VERIFY_EXIT(zone, 1);
    QVERIFY2(zone.err.contains("zone"), zone.err.constData());
    QVERIFY(bars(u"SAP.DE"_s).isEmpty());
}

void TestImport::aSavedProfileDecides()
{
    const QString file = writeFile(m_folder, u"open.csv"_s, "Date,Close\n01/02/2025,261.40\n03/02/2025,261.00\n");
    const Outcome dry = run({u"import"_s, file, u"--symbol"_s, u"SAP.DE"_s, u"--dry-run"_s, u"--json"_s});
    VERIFY_EXIT(dry, 3);
    // The whole output serves as the profile, with the open question answered.
    QByteArray edited = dry.out;
    edited.replace("\"date_form\":\"ask\"", "\"date_form\":\"dmy\"");
    QVERIFY2(edited != dry.out, dry.out.constData());
    const QString saved = writeFile(m_folder, u"profile.json"_s, edited);
    VERIFY_EXIT(run({u"import"_s, file, u"--symbol"_s, u"SAP.DE"_s, u"--profile"_s, saved}), 0);
    QVERIFY(bars(u"SAP.DE"_s).contains("SAP.DE,2025-02-03,261.00"));
}

void TestImport::listsWhatItRejects()
{
    const QString file = writeFile(
        m_folder, u"rejects.csv"_s,
        "symbol,date,open,high,low,close,volume\nSAP.DE,2025-01-27,258,263.5,257.1,261.4,1\n"
        "SAP.DE,2025-02-30,1,1,1,1,1\nSAP.DE,2025-01-28,NaN,1,1,1,1\nSAP.DE,2025-01-29,262,263,261,262.5,2\n");
    const Outcome outcome = run({u"import"_s, file, u"--json"_s});
    VERIFY_EXIT(outcome, 3);
    const QJsonObject import = QJsonDocument::fromJson(outcome.out)[u"imports"_s].toArray().at(0).toObject();
    QCOMPARE(import[u"inserted"_s].toInt(), 2);
    QCOMPARE(import[u"rejected"_s].toInt(), 2);
    const QJsonArray rejects = import[u"rejects"_s].toArray();
    QCOMPARE(rejects.at(0).toObject()[u"line"_s].toInt(), 3);
    QCOMPARE(rejects.at(1).toObject()[u"line"_s].toInt(), 4);
    QVERIFY(rejects.at(1).toObject()[u"row"_s].toString().contains(u"NaN"_s));
    const Outcome german = run({u"import"_s, file, u"--lang"_s, u"de"_s});
    QVERIFY2(german.err.contains("Zeile 3"), german.err.constData());
}

void TestImport::secondImportChangesNothing()
{
    const QString file = writeFile(m_folder, u"twice.csv"_s,
                                   "symbol,date,close\nSAP.DE,2025-01-27,261.40\nSAP.DE,2025-01-28,261.00\n");
    VERIFY_EXIT(run({u"import"_s, file}), 0);
    const QByteArray before = bars(u"SAP.DE"_s);
    const Outcome again = run({u"import"_s, file, u"--json"_s});
    VERIFY_EXIT(again, 0);
    const QJsonObject import = QJsonDocument::fromJson(again.out)[u"imports"_s].toArray().at(0).toObject();
    QCOMPARE(import[u"unchanged"_s].toInt(), 2);
    QCOMPARE(import[u"inserted"_s].toInt() + import[u"replaced"_s].toInt(), 0);
    QCOMPARE(bars(u"SAP.DE"_s), before);
}

void TestImport::undoGivesTheFormerValuesBack()
{
    const QString first = writeFile(m_folder, u"first.csv"_s, "symbol,date,close\nSAP.DE,2025-01-27,261.40\n");
    const QString second = writeFile(m_folder, u"second.csv"_s,
                                     "symbol,date,close\nSAP.DE,2025-01-27,999.125\nSAP.DE,2025-01-28,261.00\n");
    VERIFY_EXIT(run({u"import"_s, first}), 0);
    VERIFY_EXIT(run({u"import"_s, second}), 0);
    QVERIFY(bars(u"SAP.DE"_s).contains("999.125"));
    const QJsonArray imports =
        QJsonDocument::fromJson(run({u"list"_s, u"imports"_s, u"--json"_s}).out)[u"imports"_s].toArray();
    const QString id = QString::number(imports.at(0).toObject()[u"id"_s].toInt());
    VERIFY_EXIT(run({u"import"_s, u"--undo"_s, id}), 0);
    const QByteArray now = bars(u"SAP.DE"_s);
    QVERIFY2(now.startsWith("SAP.DE,2025-01-27,261.40"), now.constData());
    QCOMPARE(now.count('\n'), 1);
    VERIFY_EXIT(run({u"import"_s, u"--undo"_s, id}), 1);
    VERIFY_EXIT(run({u"import"_s, u"--undo"_s, u"4711"_s}), 1);
}

void TestImport::undoTakesNothingElse()
{
    const QString file = writeFile(m_folder, u"undo.csv"_s, "symbol,date,close\nSAP.DE,2025-01-27,261.40\n");
    const QString more = writeFile(m_folder, u"more.csv"_s,
                                   "symbol,date,close\nSAP.DE,2025-01-27,261.40\nSAP.DE,2025-01-28,261.00\n");
    const QString other = writeFile(m_folder, u"other.csv"_s, "symbol,date,close\nNVDA,2025-01-27,118.42\n");
    const QString otherMore = writeFile(m_folder, u"unrelated.csv"_s,
                                        "symbol,date,close\nNVDA,2025-01-27,118.42\nNVDA,2025-01-28,128.99\n");
    for (const QString &name : {file, more, other, otherMore})
        VERIFY_EXIT(run({u"import"_s, name}), 0);
    const QByteArray before = bars(u"SAP.DE"_s);
    for (const QString &option : {u"--dry-run"_s, u"--json"_s})
        VERIFY_EXIT(run({u"import"_s, u"--undo"_s, u"1"_s, option}), 2);
    QCOMPARE(bars(u"SAP.DE"_s), before);
    const Outcome undone = run({u"import"_s, u"--undo"_s, u"1"_s});
    VERIFY_EXIT(undone, 0);
    QVERIFY2(undone.err.contains("more.csv"), "the later file that has the row too is named");
    QVERIFY2(!undone.err.contains("unrelated.csv"), "a later file of another instrument is not");
}

void TestImport::barsOutsideTheCalendarsYearsAreUnverified()
{
    const QString file = writeFile(m_folder, u"old.csv"_s,
                                   "symbol,date,close\nSAP.DE,1996-12-23,10.5\nSAP.DE,1996-12-27,10.6\n");
    const Outcome outcome = run({u"import"_s, file});
    VERIFY_EXIT(outcome, 0);
    QVERIFY2(outcome.err.contains("unverified") && !outcome.err.contains("without a bar"), outcome.err.constData());
}

void TestImport::dryRunStoresNothing()
{
    const QString file = writeFile(m_folder, u"dry.csv"_s, "symbol,date,close\nSAP.DE,2025-01-27,261.40\n");
    const QByteArray before = readFile(m_store);
    const Outcome outcome = run({u"import"_s, file, u"--dry-run"_s, u"--json"_s});
    VERIFY_EXIT(outcome, 0);
    QCOMPARE(QJsonDocument::fromJson(outcome.out)[u"imports"_s].toArray().at(0).toObject()[u"inserted"_s].toInt(), 1);
    QVERIFY(bars(u"SAP.DE"_s).isEmpty());
    QCOMPARE(QJsonDocument::fromJson(run({u"list"_s, u"imports"_s, u"--json"_s}).out)[u"imports"_s].toArray().size(),
             0);
}

void TestImport::unknownInstrumentsAreNamed()
{
    const QString mixed = writeFile(m_folder, u"mixed.csv"_s,
                                    "symbol,date,close\nSAP.DE,2025-01-27,261.40\nZZZ,2025-01-27,1.00\n");
    const Outcome some = run({u"import"_s, mixed});
    VERIFY_EXIT(some, 3);
    QVERIFY(some.err.contains("ZZZ"));
    const QString none = writeFile(m_folder, u"none.csv"_s,
                                   "symbol,date,close\nYYY,2025-01-27,261.40\nZZZ,2025-01-27,1.00\n");
    const Outcome all = run({u"import"_s, none});
    VERIFY_EXIT(all, 1);
    QVERIFY(all.err.contains("YYY") && all.err.contains("instrument add"));
    VERIFY_EXIT(run({u"import"_s, mixed, u"--symbol"_s, u"NOPE"_s}), 1);
}

void TestImport::refusesOtherFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("only a head") << QByteArray("date,close\n");
    QTest::newRow("a web page") << QByteArray("<!DOCTYPE html><html><body>Please log in</body></html>");
    QTest::newRow("JSON") << QByteArray("{\"Note\": \"Thank you for using our API\"}");
    QTest::newRow("no dates") << QByteArray("name,value\na,1\nb,2\n");
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\x02\x01\x01\0\0\0\0\0\0",
                                          13)
                                   .repeated(50);
    QTest::newRow("mixed decimals") << QByteArray(
        "symbol;date;close\nSAP.DE;2025-01-27;261,40\nSAP.DE;2025-01-28;261.00\n");
    QTest::newRow("a packed file cut short") << QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03\x4b\x4c", 12);
}

void TestImport::refusesOtherFiles()
{
    QFETCH(QByteArray, content);
    const QString file = writeFile(m_folder, u"other.csv"_s, content);
    const QByteArray before = run({u"list"_s, u"imports"_s, u"--json"_s}).out;
    const Outcome english = run({u"import"_s, file});
    VERIFY_EXIT(english, 1);
    QVERIFY2(english.err.contains("other.csv"), english.err.constData());
    const Outcome german = run({u"import"_s, file, u"--lang"_s, u"de"_s});
    VERIFY_EXIT(german, 1);
    QVERIFY2(german.err != english.err, "not translated");
    QCOMPARE(run({u"list"_s, u"imports"_s, u"--json"_s}).out, before);
}

void TestImport::importsShareCounts()
{
    const QString file = writeFile(m_folder, u"shares.csv"_s, "symbol,date,shares\nNVDA,2024-11-15,24490000000\n");
    VERIFY_EXIT(run({u"import"_s, file}), 0);
    const Outcome info = run({u"store"_s, u"info"_s, u"--json"_s});
    QVERIFY(info.out.contains("\"share_counts\":1"));
}

void TestImport::importsSplitsAndDividends()
{
    const QString quotes = writeFile(m_folder, u"quotes.csv"_s,
                                     "symbol,date,open,high,low,close,volume\n"
                                     "NVDA,2024-06-07,1197.70,1216.92,1180.22,1208.88,41238580\n"
                                     "NVDA,2024-06-10,120.37,123.10,117.01,121.79,314162700\n");
    VERIFY_EXIT(run({u"import"_s, quotes}), 0);
    const auto chart = [this] {
        const QString file = m_folder.filePath(u"chart.csv"_s);
        const Outcome drawn = run({u"chart"_s, u"--symbols"_s, u"NVDA"_s, u"-o"_s, file, u"--force"_s});
        return drawn.code == 0 ? readFile(file) : drawn.err;
    };
    const QByteArray asTraded = chart();
    QVERIFY2(asTraded.contains("1208.88"), asTraded.constData());
    const QString actions = writeFile(m_folder, u"actions.csv"_s,
                                      "Symbol;Datum;Art;Verhältnis;Betrag;Währung\nNVDA;10.06.2024;Split;10:1;;\n"
                                      "NVDA;11.06.2024;Dividende;;0,01;USD\nNVDA;12.06.2024;Split;1:10;;\n"
                                      "AMD;12.06.2024;Split;2:1;;\nNVDA;10.06.2024;Split;10:1;;\n");
    const Outcome outcome = run({u"import"_s, actions, u"--as"_s, u"actions"_s, u"--json"_s});
    VERIFY_EXIT(outcome, 3);
    // what a file says twice is told once
    QCOMPARE(outcome.err.count("NVDA, split on 10 Jun 2024: 10 new for 1 old shares."), 1);
    const QJsonObject import = QJsonDocument::fromJson(outcome.out).object()[u"imports"_s].toArray()[0].toObject();
    QCOMPARE(import[u"as"_s].toString(), u"actions"_s);
    QCOMPARE(import[u"inserted"_s].toInt(), 2);
    QCOMPARE(import[u"duplicate"_s].toInt(), 1);
    QCOMPARE(import[u"rejected"_s].toInt(), 2); // AMD is not in the store
    const QJsonObject reject = import[u"rejects"_s].toArray()[0].toObject();
    QCOMPARE(reject[u"line"_s].toInt(), 4);
    QCOMPARE(reject[u"reason"_s].toString(), u"ambiguous_ratio"_s);
    const QByteArray adjusted = chart();
    QVERIFY2(adjusted.contains("120.89") && !adjusted.contains("1208") && !adjusted.contains("120.888"),
             adjusted.constData());
    // what is stored stays as it was delivered
    QVERIFY(bars(u"NVDA"_s).contains("1208.88"));
    VERIFY_EXIT(run({u"import"_s, u"--undo"_s, QString::number(import[u"import_id"_s].toInt())}), 0);
    QCOMPARE(chart(), asTraded);
}

void TestImport::actionsOfOneInstrumentNeedNoColumnForIt()
{
    const QString actions = writeFile(m_folder, u"actions.csv"_s,
                                      "Datum;Art;Verhältnis;Betrag\n10.06.2024;Split;10:1;\n");
    VERIFY_EXIT(run({u"import"_s, actions, u"--as"_s, u"actions"_s}), 1);
    const Outcome outcome = run({u"import"_s, actions, u"--as"_s, u"actions"_s, u"--symbol"_s, u"NVDA"_s, u"--json"_s});
    VERIFY_EXIT(outcome, 0);
    QVERIFY2(outcome.err.contains("NVDA, split on 10 Jun 2024: 10 new for 1 old shares."), outcome.err.constData());
}

void TestImport::splitsUntilIsAboutBarsOnly_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("code");
    const QByteArray actions = "symbol,date,kind,ratio\nNVDA,2024-06-10,split,10:1\n";
    const QByteArray ticks = "time,price,size\n2025-03-07T15:00:00Z,1.5,100\n2025-03-07T15:00:01Z,1.25,50\n";
    QTest::newRow("actions") << actions << QStringList{u"--as"_s, u"actions"_s} << 2;
    QTest::newRow("actions, found by itself") << actions << QStringList() << 1;
    QTest::newRow("ticks") << ticks << QStringList{u"--as"_s, u"ticks"_s, u"--symbol"_s, u"NVDA"_s} << 2;
    QTest::newRow("ticks, found by itself") << ticks << QStringList{u"--symbol"_s, u"NVDA"_s} << 1;
}

void TestImport::splitsUntilIsAboutBarsOnly()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, options);
    QFETCH(int, code);
    const QString file = writeFile(m_folder, u"other.csv"_s, content);
    const Outcome outcome = run(QStringList{u"import"_s, file, u"--splits-until"_s, u"2025-01-31"_s} + options);
    VERIFY_EXIT(outcome, code);
    QVERIFY2(outcome.err.contains("--splits-until"), outcome.err.constData());
    QVERIFY(!run({u"list"_s, u"sources"_s}).out.contains("splits until"));
}

void TestImport::adjustedHistoryIsNotAdjustedTwice()
{
    const QString quotes = writeFile(m_folder, u"adjusted.csv"_s,
                                     "symbol,date,open,high,low,close,volume\n"
                                     "NVDA,2024-06-07,119.77,121.692,118.022,120.888,412385800\n"
                                     "NVDA,2024-06-10,120.37,123.10,117.01,121.79,314162700\n");
    VERIFY_EXIT(run({u"import"_s, quotes, u"--splits-until"_s, u"2024-13-01"_s}), 2);
    VERIFY_EXIT(run({u"import"_s, quotes, u"--splits-until"_s, u"2025-02-14"_s}), 0);
    const QString actions = writeFile(m_folder, u"actions.csv"_s,
                                      "symbol,date,kind,ratio\nNVDA,2024-06-10,split,10:1\n");
    VERIFY_EXIT(run({u"import"_s, actions, u"--as"_s, u"actions"_s}), 0);
    const QString file = m_folder.filePath(u"adjusted-chart.csv"_s);
    VERIFY_EXIT(run({u"chart"_s, u"--symbols"_s, u"NVDA"_s, u"-o"_s, file}), 0);
    const QByteArray chart = readFile(file);
    QVERIFY2(chart.contains("120.888") && !chart.contains("12.0888"), chart.constData());
}

void TestImport::pricesAfterASplitHaveTheirOwnDecimals()
{
    const QString quotes = writeFile(m_folder, u"three.csv"_s,
                                     "symbol,date,open,high,low,close,volume\n"
                                     "NVDA,2024-06-07,304.49,305.00,304.00,304.49,1000\n"
                                     "NVDA,2024-06-10,101.40,102.00,101.00,101.60,3000\n");
    VERIFY_EXIT(run({u"import"_s, quotes}), 0);
    const QString actions = writeFile(m_folder, u"three-actions.csv"_s,
                                      "symbol,date,kind,ratio\nNVDA,2024-06-10,split,3:1\n");
    VERIFY_EXIT(run({u"import"_s, actions, u"--as"_s, u"actions"_s}), 0);
    const QString file = m_folder.filePath(u"three-chart.csv"_s);
    VERIFY_EXIT(run({u"chart"_s, u"--symbols"_s, u"NVDA"_s, u"-o"_s, file}), 0);
    const QByteArray chart = readFile(file);
    QVERIFY2(chart.contains("2024-06-07,101.50\r\n") && chart.contains("2024-06-10,101.60\r\n"), chart.constData());
}

void TestImport::sourcesThatDisagreeAreMarked()
{
    const QString traded = writeFile(m_folder, u"traded.csv"_s,
                                     "symbol,date,open,high,low,close,volume\n"
                                     "NVDA,2025-01-24,148.37,148.97,141.88,142.62,234657500\n"
                                     "NVDA,2025-01-27,124.80,128.40,116.70,118.42,818830900\n");
    const QString adjusted = writeFile(m_folder, u"other.csv"_s,
                                       "symbol,date,open,high,low,close,volume\n"
                                       "NVDA,2025-01-24,148.37,148.97,141.88,142.65,234657500\n"
                                       "NVDA,2025-01-27,124.80,128.40,116.70,119.51,818830900\n");
    VERIFY_EXIT(run({u"import"_s, traded}), 0);
    QVERIFY(!bars(u"NVDA"_s).contains("disagreement"));
    VERIFY_EXIT(run({u"import"_s, adjusted, u"--splits-until"_s, u"2025-02-14"_s}), 0);
    const QByteArray all = bars(u"NVDA"_s);
    QVERIFY2(all.contains(",118.42,818830900,1d,file,,disagreement\n"), all.constData());
    QVERIFY2(all.contains("119.51,818830900,1d,") && all.contains(",2025-02-14,disagreement\n"), all.constData());
    QCOMPARE(all.count("disagreement"), 2); // 0.02 % on the day before is none
}

void TestImport::flagsSuspiciousBars()
{
    const QString file = writeFile(m_folder, u"flags.csv"_s,
                                   "symbol,date,open,high,low,close,volume\nSAP.DE,2025-01-24,260,261,259,260,5\n"
                                   "SAP.DE,2025-01-25,260,261,259,260,5\nSAP.DE,2025-01-27,27000,27100,26900,27050,5\n"
                                   "SAP.DE,2025-01-28,262,261,263,262,5\nSAP.DE,2025-01-30,262,262,262,262,0\n"
                                   "SAP.DE,2025-01-31,262,263,261,262,7\nSAP.DE,2025-01-31,262,263,261,262.5,7\n");
    const Outcome outcome = run({u"import"_s, file});
    VERIFY_EXIT(outcome, 3);
    QVERIFY2(outcome.err.contains("line 8"), "the row that contradicts an earlier one is named");
    QVERIFY2(outcome.err.contains("29 Jan 2025"), "the session without a bar is named");
    const QByteArray stored = bars(u"SAP.DE"_s);
    QVERIFY(stored.contains("2025-01-25,260.0,261.0,259.0,260.0,5,1d,file,,outside_calendar\n"));
    QVERIFY(stored.contains("27050.0,5,1d,file,,jump\n"));
    QVERIFY(stored.contains("2025-01-28,262.0,261.0,263.0,262.0,5,1d,file,,\"range_broken, jump\"\n"));
    QVERIFY(stored.contains("2025-01-30,262.0,262.0,262.0,262.0,0,1d,file,,flat_without_volume\n"));
    QVERIFY(stored.contains("2025-01-31,262.0,263.0,261.0,262.5,7,1d,file,,duplicate\n"));
}

void TestImport::oneBadFileDoesNotStopTheOthers()
{
    const QString good = writeFile(m_folder, u"good.csv"_s, "symbol,date,close\nSAP.DE,2025-01-27,261.40\n");
    const Outcome outcome = run({u"import"_s, m_folder.filePath(u"missing.csv"_s), good});
    VERIFY_EXIT(outcome, 3);
    QVERIFY(outcome.err.contains("missing.csv"));
    QVERIFY(bars(u"SAP.DE"_s).contains("261.40"));
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
