// SPDX-License-Identifier: GPL-3.0-or-later
#include "../models/pipeline/FeedText.h"
#include "ClaimRuns.h"

#include <QElapsedTimer>

using namespace Qt::Literals::StringLiterals;

//! The numbers in a text, checked from the command line.
class TestClaims : public QObject, private ClaimRuns
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeStore(); }
    void textFromAFileAndAPipe();
    void claimsAsCsv();
    void tableSaysHowNumbersAreQualified_data();
    void tableSaysHowNumbersAreQualified();
    void tableSaysWhyThereAreNoData();
    void placesAreCodePoints();
    void dateOfThePublicationDecides();
    void readsWhateverEncoding_data();
    void readsWhateverEncoding();
    void endsInBoundedTime_data();
    void endsInBoundedTime();
    void refusesWhatIsNoText_data();
    void refusesWhatIsNoText();
    void refusesATextBeyondAllMeasure();
    void saysWhenItReadsNoSuchLanguage_data();
    void saysWhenItReadsNoSuchLanguage();
    void wrongUsageIsExplained_data();
    void wrongUsageIsExplained();
};

void TestClaims::claimsAsCsv()
{
    const Outcome csv = run({u"claims"_s, u"-"_s, u"--published"_s, kPublished, u"--csv"_s, u"--lang"_s, u"de"_s},
                            kText);
    VERIFY_EXIT(csv, 0);
    const QList<QByteArray> lines = csv.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[0].startsWith("subject,subject_text,kind,direction,low,high,unit,"), lines[0].constData());
    QVERIFY2(lines[1].startsWith("NVDA,Nvidia,percent,down,14.4,14.4,%,exact,2025-01-27,1,"), lines[1].constData());
    QVERIFY2(lines[1].contains("intraday") && lines[1].contains("\"um 14,4 Prozent"), lines[1].constData());
    QVERIFY2(lines[2].startsWith("BTC-USD,"), lines[2].constData());
    const Outcome empty = run({u"claims"_s, u"-"_s, u"--csv"_s}, "Kein Wort von Zahlen.");
    VERIFY_EXIT(empty, 0);
    QCOMPARE(empty.out.count('\n'), 1);
}

void TestClaims::textFromAFileAndAPipe()
{
    const QString file = writeFile(m_folder, u"text.txt"_s, kText);
    const QStringList words{u"claims"_s, u"--published"_s, kPublished, u"--json"_s};
    const Outcome fromFile = run(words + QStringList{file});
    VERIFY_EXIT(fromFile, 0);
    const QJsonObject json = jsonOf(fromFile);
    QCOMPARE(json[u"schema"_s].toInt(), 1);
    QCOMPARE(json[u"language"_s].toString(), u"de"_s);
    QCOMPARE(json[u"published"_s].toString(), kPublished);
    QCOMPARE(claimsOf(fromFile).size(), 2);
    QCOMPARE(claimsOf(fromFile)[0][u"verdict"_s].toString(), u"intraday"_s);
    QCOMPARE(claimsOf(fromFile)[1][u"verdict"_s].toString(), u"contradicted"_s);
    const Outcome fromPipe = run(words + QStringList{u"-"_s}, kText);
    VERIFY_EXIT(fromPipe, 0);
    QCOMPARE(fromPipe.out, fromFile.out);
    const Outcome table = run({u"claims"_s, file, u"--published"_s, kPublished});
    VERIFY_EXIT(table, 0);
    QVERIFY2(table.out.contains("only during the session"), table.out.constData());
}

void TestClaims::tableSaysHowNumbersAreQualified_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("stated");
    QTest::newRow("exact") << u"um 17 Prozent"_s << u" −17%"_s;
    QTest::newRow("almost") << u"um fast 17 Prozent"_s << u"almost −17%"_s;
    QTest::newRow("about") << u"um rund 17 Prozent"_s << u"about −17%"_s;
    QTest::newRow("over") << u"um mehr als 17 Prozent"_s << u"over −17%"_s;
    QTest::newRow("at least") << u"um mindestens 17 Prozent"_s << u"at least −17%"_s;
    QTest::newRow("at most") << u"um höchstens 17 Prozent"_s << u"at most −17%"_s;
    QTest::newRow("up to") << u"um bis zu 17 Prozent"_s << u"up to −17%"_s;
}

void TestClaims::tableSaysHowNumbersAreQualified()
{
    QFETCH(QString, words);
    QFETCH(QString, stated);
    const QString text = u"Nvidia fiel am Montag "_s + words + u"."_s;
    const Outcome outcome = run({u"claims"_s, u"-"_s, u"--published"_s, kPublished}, text.toUtf8());
    VERIFY_EXIT(outcome, 0);
    QVERIFY2(QString::fromUtf8(outcome.out).contains(stated), outcome.out.constData());
}

void TestClaims::tableSaysWhyThereAreNoData()
{
    // Without --published a text is of now, and the sample's quotes end in February 2025.
    const Outcome late = run({u"claims"_s, u"-"_s}, "Nvidia fell 17%.");
    QVERIFY2(late.out.contains("no data (quotes end on 14 Feb 2025)"), late.out.constData());
    const Outcome hole = run({u"claims"_s, u"-"_s, u"--published"_s, kPublished}, "Siemens Energy fell 18%.");
    QVERIFY2(hole.out.contains("no data (no quote on 24 Jan 2025)"), hole.out.constData());
}

void TestClaims::placesAreCodePoints()
{
    const QString text = u"🙂🙂 Ausverkauf. Nvidia brach am Montag um 14,4 Prozent ein."_s;
    const Outcome outcome = run({u"claims"_s, u"-"_s, u"--published"_s, kPublished, u"--json"_s}, text.toUtf8());
    VERIFY_EXIT(outcome, 0);
    QCOMPARE(claimsOf(outcome).size(), 1);
    const QJsonValue claim = claimsOf(outcome)[0];
    const QList<uint> points = text.toUcs4();
    const auto cut = [&](const QString &key) {
        const qsizetype start = claim[key][0].toInt();
        const QList<uint> part = points.mid(start, claim[key][1].toInt() - start);
        return QString::fromUcs4(reinterpret_cast<const char32_t *>(part.constData()), part.size());
    };
    QCOMPARE(cut(u"span"_s), claim[u"text"_s].toString());
    QVERIFY(cut(u"sentence"_s).startsWith(u"Nvidia brach"_s));
}

void TestClaims::dateOfThePublicationDecides()
{
    const auto session = [&](const QString &published) {
        const Outcome outcome = run({u"claims"_s, u"-"_s, u"--published"_s, published, u"--json"_s},
                                    "Nvidia fiel um 17 Prozent.");
        return claimsOf(outcome).isEmpty() ? QString() : claimsOf(outcome)[0][u"session"_s].toString();
    };
    QCOMPARE(session(u"2025-01-27T21:30:00Z"_s), u"2025-01-27"_s);
    QCOMPARE(session(u"2025-01-27"_s), u"2025-01-27"_s);           // by the end of the day
    QCOMPARE(session(u"2025-01-27T08:00:00Z"_s), u"2025-01-24"_s); // before New York opened
}

void TestClaims::readsWhateverEncoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = u"Die Börse bebte: Nvidia brach am Montag um 14,4 Prozent ein, büßte also kräftig ein."_s;
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + text.toUtf8();
    QTest::newRow("latin-1") << text.toLatin1();
    QByteArray utf16("\xff\xfe", 2);
    for (const QChar c : text) {
        utf16.append(char(c.unicode() & 0xff));
        utf16.append(char(c.unicode() >> 8));
    }
    QTest::newRow("UTF-16") << utf16;
    QTest::newRow("broken UTF-8") << text.toUtf8() + "\xc3\x28 \xff\xfe";
}

void TestClaims::readsWhateverEncoding()
{
    QFETCH(QByteArray, bytes);
    const Outcome outcome = run({u"claims"_s, u"-"_s, u"--published"_s, kPublished, u"--json"_s}, bytes);
    VERIFY_EXIT(outcome, 0);
    QCOMPARE(claimsOf(outcome).size(), 1);
    QCOMPARE(claimsOf(outcome)[0][u"low"_s].toDouble(), 14.4);
}

void TestClaims::endsInBoundedTime_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray claim = "Nvidia fiel um 17 Prozent. ";
    QTest::newRow("brackets") << claim + QByteArray(300'000, '(') + claim;
    QTest::newRow("quotation marks") << claim + QByteArray("„").repeated(100'000) + claim;
    QTest::newRow("a number of 10,000 digits") << claim + "Nvidia fiel um " + QByteArray(10'000, '9') + " Prozent.";
    QTest::newRow("numbers without end") << claim + QByteArray("17 Prozent, ").repeated(20'000);
    QTest::newRow("names without end") << claim + QByteArray("Nvidia, Broadcom und ").repeated(12'000)
                                              + " fielen um 3 %.";
    QTest::newRow("one word") << claim + QByteArray(300'000, 'a');
    QTest::newRow("one line") << claim.repeated(10'000);
    QTest::newRow("right to left") << claim + QByteArray("\xe2\x80\xae\xd7\x90\xd7\x91 17 % ").repeated(12'000);
    QTest::newRow("control characters") << claim.repeated(1'000) + QByteArray("\x01\x02\x1b[2J 17 % ").repeated(10'000);
    QTest::newRow("combining marks") << claim + "a" + QByteArray("\xcc\x88").repeated(100'000);
}

void TestClaims::endsInBoundedTime()
{
    QFETCH(QByteArray, text);
    QElapsedTimer timer;
    timer.start();
    const Outcome outcome = run({u"claims"_s, u"-"_s, u"--published"_s, kPublished, u"--json"_s}, text);
    VERIFY_EXIT(outcome, 0);
    QVERIFY(!claimsOf(outcome).isEmpty());
    QVERIFY2(timer.elapsed() < 30'000, "more than linear");
    const Outcome table = run({u"claims"_s, u"-"_s, u"--published"_s, kPublished}, text);
    QVERIFY(!table.out.contains('\x1b')); // no text moves the terminal's cursor
}

void TestClaims::refusesWhatIsNoText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\0\0\1\2\3",
                                          10)
                                   + QByteArray(2000, '\0');
    QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html><body>Nvidia fiel um 17 %.</body></html>");
    QTest::newRow("feed") << feed(item("1", "Nvidia", "fiel um 17 %", "Mon, 27 Jan 2025 18:00:00 GMT"));
    QTest::newRow("JSON bracket bomb") << QByteArray(500'000, '[');
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
}

void TestClaims::refusesWhatIsNoText()
{
    QFETCH(QByteArray, bytes);
    const QString file = writeFile(m_folder, u"other.txt"_s, bytes);
    const Outcome outcome = run({u"claims"_s, file, u"--json"_s});
    VERIFY_EXIT(outcome, 1);
    QVERIFY2(outcome.err.contains("other.txt"), outcome.err.constData());
    QCOMPARE(outcome.err.trimmed().count('\n'), 0);
    QVERIFY(outcome.out.isEmpty());
}

void TestClaims::refusesATextBeyondAllMeasure()
{
    const QByteArray text = QByteArray("Nvidia fiel um 17 Prozent. ").repeated(4'000'000 / 27 + 1);
    const QString file = writeFile(m_folder, u"long.txt"_s, text);
    const Outcome ofClaims = run({u"claims"_s, file});
    VERIFY_EXIT(ofClaims, 1);
    QVERIFY2(ofClaims.err.contains("longer than 4 MB"), ofClaims.err.constData());
    QVERIFY(ofClaims.out.isEmpty());
    const Outcome ofImport = run({u"import"_s, u"--as"_s, u"news"_s, file});
    VERIFY_EXIT(ofImport, 1);
    QCOMPARE(ofImport.err, ofClaims.err);
    const Outcome piped = run({u"claims"_s, u"-"_s}, text);
    VERIFY_EXIT(piped, 1);
    QVERIFY2(piped.err.contains("longer than 4 MB"), piped.err.constData());
}

void TestClaims::saysWhenItReadsNoSuchLanguage_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<bool>("isSaid");
    const QByteArray french = "L'action Nvidia a perdu 17 % lundi, une chute historique pour le fabricant de puces.";
    QTest::newRow("French") << french << QStringList() << true;
    QTest::newRow("French as JSON") << french << QStringList{u"--json"_s} << true;
    QTest::newRow("Russian") << QByteArray("Акции Nvidia упали на 17 процентов.") << QStringList() << true;
    QTest::newRow("French, read as English all the same") << french << QStringList{u"--language"_s, u"en"_s} << false;
    QTest::newRow("German without a claim")
        << QByteArray("Die Börse in Frankfurt war am Montag geschlossen.") << QStringList() << false;
    QTest::newRow("English") << QByteArray("Shares of Nvidia fell by 17% on Monday.") << QStringList() << false;
}

void TestClaims::saysWhenItReadsNoSuchLanguage()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, options);
    QFETCH(bool, isSaid);
    const Outcome outcome = run(QStringList{u"claims"_s, u"-"_s, u"--published"_s, kPublished} + options, text);
    VERIFY_EXIT(outcome, 0);
    QCOMPARE(outcome.err.contains("neither German nor English"), isSaid);
}

void TestClaims::wrongUsageIsExplained_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("claims of no file") << QStringList{u"claims"_s};
    QTest::newRow("a language that is none") << QStringList{u"claims"_s, u"-"_s, u"--language"_s, u"fr"_s};
    QTest::newRow("a time without an offset")
        << QStringList{u"claims"_s, u"-"_s, u"--published"_s, u"2025-01-27T12:00:00"_s};
    QTest::newRow("check of a file") << QStringList{u"check"_s, u"a.txt"_s};
    QTest::newRow("a day that is none") << QStringList{u"check"_s, u"--from"_s, u"2025-02-30"_s};
    QTest::newRow("an end on the day before the beginning")
        << QStringList{u"check"_s, u"--from"_s, u"2025-02-02"_s, u"--to"_s, u"2025-02-01"_s};
    QTest::newRow("an end before the beginning")
        << QStringList{u"check"_s, u"--from"_s, u"2025-02-03"_s, u"--to"_s, u"2025-02-01"_s};
}

void TestClaims::wrongUsageIsExplained()
{
    QFETCH(QStringList, words);
    const Outcome outcome = run(words);
    VERIFY_EXIT(outcome, 2);
    QVERIFY(outcome.err.contains("--help"));
}

QTEST_GUILESS_MAIN(TestClaims)
#include "tst_claims.moc"
