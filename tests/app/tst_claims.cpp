// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject jsonOf(const Outcome &outcome)
{
    return QJsonDocument::fromJson(outcome.out).object();
}

QJsonArray claimsOf(const Outcome &outcome)
{
    return jsonOf(outcome)[u"claims"_s].toArray();
}

//! The fields of tests/app/data/sample_verdicts.csv, which is written by hand after claims.md and the quotes.
QStringList fieldsOf(const QJsonValue &claim)
{
    const auto number = [&](const QString &key) {
        return QString::number(claim[key].toDouble(), 'f', QLocale::FloatingPointShortest);
    };
    return {claim[u"published"_s].toString(),
            claim[u"place"_s].toString(),
            claim[u"subject"_s].toString(),
            claim[u"kind"_s].toString(),
            number(u"low"_s),
            number(u"high"_s),
            claim[u"unit"_s].toString(),
            claim[u"hedge"_s].toString(),
            claim[u"verdict"_s].toString(),
            claim[u"session"_s].toString()};
}

QByteArray feed(const QByteArray &items)
{
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Kontorblatt</title><language>de</language>"
           + items + "</channel></rss>";
}

QByteArray item(const QByteArray &guid, const QByteArray &title, const QByteArray &text, const QByteArray &date)
{
    return "<item><guid>" + guid + "</guid><title>" + title + "</title><description>" + text + "</description><pubDate>"
           + date + "</pubDate></item>";
}

const QByteArray kText = "Nvidia brach am Montag um 14,4 Prozent ein. Bitcoin verlor 12 Prozent.";
const QString kPublished = u"2025-01-27T21:30:00Z"_s;

} // namespace

//! The numbers in the news, checked from the command line.
class TestClaims : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sampleVerdicts_data();
    void sampleVerdicts();
    void sampleHasNoOtherClaims();
    void checkSaysTheSameInGerman();
    void checkListsWhatIsAskedFor_data();
    void checkListsWhatIsAskedFor();
    void checkAsTableAndCsv();
    void summaryCountsStatementsOnce();
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
    void feedIsRecognisedAndChecked();
    void itemsWithoutATrueDateAreNamed();
    void dryRunOfAFeed();
    void sameFeedTwice();
    void tableIsNoNews();
    void verdictFollowsTheQuotes();
    void tableSaysThatSourcesDisagree();
    void badFeedLeavesNothing_data();
    void badFeedLeavesNothing();

private:
    Outcome run(QStringList words, const QByteArray &input = {}) const
    {
        return tickmark(words << u"--store"_s << m_store, input);
    }

    QTemporaryDir m_folder;
    QString m_store;
    QList<QStringList> m_sample;
};

void TestClaims::initTestCase()
{
    m_store = m_folder.filePath(u"case.tickmark"_s);
    VERIFY_EXIT(tickmark({u"sample"_s, m_store}), 0);
    const Outcome check = run({u"check"_s, u"--json"_s});
    VERIFY_EXIT(check, 0);
    QCOMPARE(jsonOf(check)[u"schema"_s].toInt(), 1);
    for (const QJsonValue &claim : claimsOf(check))
        m_sample.append(fieldsOf(claim));
}

void TestClaims::sampleVerdicts_data()
{
    QTest::addColumn<QStringList>("expected");
    QList<QByteArray> lines = readFile(QStringLiteral(TICKMARK_TEST_DATA "/sample_verdicts.csv")).trimmed().split('\n');
    lines.removeFirst();
    QVERIFY(lines.size() > 80);
    for (const QByteArray &line : std::as_const(lines))
        QTest::newRow(line.constData()) << QString::fromUtf8(line).split(u',');
}

void TestClaims::sampleVerdicts()
{
    QFETCH(QStringList, expected);
    QVERIFY2(m_sample.contains(expected), "no such claim with that verdict");
}

void TestClaims::sampleHasNoOtherClaims()
{
    const qsizetype lines = readFile(QStringLiteral(TICKMARK_TEST_DATA "/sample_verdicts.csv")).trimmed().count('\n');
    QCOMPARE(m_sample.size(), lines);
}

void TestClaims::checkSaysTheSameInGerman()
{
    const Outcome german = run({u"check"_s, u"--json"_s, u"--lang"_s, u"de"_s});
    VERIFY_EXIT(german, 0);
    QList<QStringList> sample;
    for (const QJsonValue &claim : claimsOf(german))
        sample.append(fieldsOf(claim));
    QCOMPARE(sample, m_sample);
}

void TestClaims::checkListsWhatIsAskedFor_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("claims");
    QTest::newRow("one instrument") << QStringList{u"--symbol"_s, u"btc-usd"_s} << 1;
    QTest::newRow("one day") << QStringList{u"--from"_s, u"2025-01-23"_s, u"--to"_s, u"2025-01-23"_s} << 2;
    QTest::newRow("from a time") << QStringList{u"--from"_s, u"2025-02-05T21:20:00Z"_s} << 6;
    QTest::newRow("up to a time, not included") << QStringList{u"--to"_s, u"2025-01-21T22:50:00Z"_s} << 2;
    QTest::newRow("nothing there") << QStringList{u"--from"_s, u"2030-01-01"_s} << 0;
}

void TestClaims::checkListsWhatIsAskedFor()
{
    QFETCH(QStringList, options);
    QFETCH(int, claims);
    const Outcome outcome = run(QStringList{u"check"_s, u"--json"_s} + options);
    VERIFY_EXIT(outcome, 0);
    QCOMPARE(int(claimsOf(outcome).size()), claims);
}

void TestClaims::checkAsTableAndCsv()
{
    const Outcome table = run({u"check"_s, u"--symbol"_s, u"BTC-USD"_s});
    VERIFY_EXIT(table, 0);
    QVERIFY2(table.out.contains("off by 7.2 pp"), table.out.constData());
    QVERIFY2(table.out.contains("Kettenblatt"), table.out.constData());
    const Outcome csv = run({u"check"_s, u"--symbol"_s, u"BTC-USD"_s, u"--csv"_s});
    VERIFY_EXIT(csv, 0);
    QVERIFY2(csv.out.startsWith("news_id,published,publisher,subject,"), csv.out.constData());
    QVERIFY2(csv.out.contains(",percent,down,12,12,%,exact,2025-01-27,1,"), csv.out.constData());
    QVERIFY2(csv.out.contains(",contradicted,"), csv.out.constData());
    QVERIFY2(csv.out.contains("Source: daily.csv."), csv.out.constData());
    QVERIFY2(csv.out.contains(",-"), csv.out.constData()); // a fall, which is no formula
    QVERIFY2(!csv.out.contains(",'"), csv.out.constData());
}

void TestClaims::summaryCountsStatementsOnce()
{
    const QString store = m_folder.filePath(u"summary.tickmark"_s);
    VERIFY_EXIT(tickmark({u"sample"_s, store}), 0);
    const QByteArray date = "Mon, 27 Jan 2025 23:00:00 GMT";
    const QString file = writeFile(
        m_folder, u"summary.xml"_s,
        feed(item("1", "Nvidia verlor am Montag 17 Prozent",
                  "Nvidia verlor am Montag 17 Prozent. Die Aktie von Nvidia fiel am Montag um 17 Prozent. "
                  "Bitcoin brach am Montag um 30 Prozent ein.",
                  date)
             + item("2", "Nvidia fiel am Montag um 17 Prozent", "Dazu hat Nvidia am Montag fast 17 Prozent verloren.",
                    date)));
    VERIFY_EXIT(tickmark({u"import"_s, file, u"--store"_s, store}), 0);
    const QStringList check{u"check"_s,   u"--from"_s, u"2025-01-27T23:00:00Z"_s, u"--to"_s, u"2025-01-27"_s,
                            u"--store"_s, store};
    const Outcome plain = tickmark(check);
    VERIFY_EXIT(plain, 0);
    QCOMPARE(plain.out.count('\n'), 1 + 6); // every claim is listed
    const auto says = [](const Outcome &outcome, const QString &sentence) {
        return QRegularExpression(sentence).match(QString::fromUtf8(outcome.err)).hasMatch();
    };
    QVERIFY2(says(plain, u"6 claim.* in 2 headline.*: 3 confirmed, 1 contradicted\\. 2 claim"_s),
             plain.err.constData());
    const Outcome one = tickmark(check + QStringList{u"--symbol"_s, u"BTC-USD"_s});
    QVERIFY2(says(one, u"1 claim.* in 1 headline.*: 1 contradicted\\.\n$"_s), one.err.constData());
    const Outcome none = run({u"check"_s, u"--from"_s, u"2030-01-01"_s});
    QVERIFY2(none.err.contains("No claims."), none.err.constData());
    QCOMPARE(tickmark(check + QStringList{u"--csv"_s}).err, QByteArray());
}

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

void TestClaims::feedIsRecognisedAndChecked()
{
    const QString store = m_folder.filePath(u"feeds.tickmark"_s);
    VERIFY_EXIT(tickmark({u"sample"_s, store}), 0);
    const QString file = writeFile(
        m_folder, u"feed.xml"_s,
        feed(
            item("1", "Nvidia-Aktie bricht ein", "Nvidia verlor am Montag 17 Prozent.", "Mon, 27 Jan 2025 23:00:00 GMT")
            + item("2", "Bitcoin", "Bitcoin brach am Montag um 30 Prozent ein.", "Mon, 27 Jan 2025 23:30:00 GMT")));
    const auto check = [&] {
        const Outcome outcome = tickmark({u"check"_s, u"--json"_s, u"--from"_s, u"2025-01-27T23:00:00Z"_s, u"--to"_s,
                                          u"2025-01-27"_s, u"--store"_s, store});
        QStringList verdicts;
        for (const QJsonValue &claim : claimsOf(outcome))
            verdicts.append(claim[u"subject"_s].toString() + u' ' + claim[u"verdict"_s].toString());
        return verdicts;
    };
    const Outcome imported = tickmark({u"import"_s, file, u"--json"_s, u"--store"_s, store});
    VERIFY_EXIT(imported, 0);
    const QJsonValue row = jsonOf(imported)[u"imports"_s][0];
    QCOMPARE(row[u"as"_s].toString(), u"news"_s);
    QCOMPARE(row[u"claims"_s].toInt(), 2);
    QCOMPARE(check(), (QStringList{u"NVDA close"_s, u"BTC-USD contradicted"_s}));
    const Outcome again = tickmark({u"import"_s, file, u"--as"_s, u"news"_s, u"--json"_s, u"--store"_s, store});
    QCOMPARE(jsonOf(again)[u"imports"_s][0][u"unchanged"_s].toInt(), 2);
    const QString id = QString::number(row[u"import_id"_s].toInt());
    VERIFY_EXIT(tickmark({u"import"_s, u"--undo"_s, id, u"--store"_s, store}), 0);
    QCOMPARE(check(), QStringList());
}

//! Which date was wrong is said, and that the time of the news is that of the import stays to be seen.
void TestClaims::itemsWithoutATrueDateAreNamed()
{
    const QString store = m_folder.filePath(u"dates.tickmark"_s);
    VERIFY_EXIT(tickmark({u"sample"_s, store}), 0);
    const QString file = writeFile(m_folder, u"dates.xml"_s,
                                   feed(item("1", "Eins", "Nvidia fiel.", "Mon, 27 Jan 2087 22:30:00 +0100")
                                        + item("2", "Zwei", "Dow fiel.", "31.02.2025 25:61")
                                        + item("3", "Drei", "x", "")
                                        + item("4", "Vier", "y", "Mon, 27 Jan 2025 22:30:00 +0100")));
    const Outcome imported = tickmark({u"import"_s, file, u"--store"_s, store});
    VERIFY_EXIT(imported, 0);
    QVERIFY2(imported.err.contains("Mon, 27 Jan 2087 22:30:00 +0100; 31.02.2025 25:61"), imported.err.constData());
    QVERIFY2(imported.err.contains("time of the import stands for it"), imported.err.constData());
    const Outcome listed = tickmark({u"list"_s, u"news"_s, u"--json"_s, u"--store"_s, store});
    VERIFY_EXIT(listed, 0);
    QStringList byImport;
    for (const QJsonValue &news : jsonOf(listed)[u"news"_s].toArray()) {
        if (news[u"dated_by"_s].toString() == u"import"_s)
            byImport.append(news[u"title"_s].toString());
    }
    byImport.sort();
    QCOMPARE(byImport, (QStringList{u"Drei"_s, u"Eins"_s, u"Zwei"_s}));
}

void TestClaims::dryRunOfAFeed()
{
    const QByteArray date = "Mon, 27 Jan 2025 23:00:00 GMT";
    const QString file = writeFile(
        m_folder, u"dry.xml"_s,
        feed(item("1", "Nvidia-Aktie bricht ein", "Nvidia verlor am Montag 17 Prozent.", date)
             + item("2", "Nvidia-Aktie bricht ein (Update)", "Nvidia verlor am Montag 17 Prozent.", date)));
    const auto stored = [this]() -> QByteArray {
        return run({u"list"_s, u"news"_s, u"--json"_s}).out + run({u"list"_s, u"imports"_s, u"--json"_s}).out;
    };
    const QByteArray before = stored();
    const QStringList words{u"import"_s, file, u"--as"_s, u"news"_s, u"--dry-run"_s};
    const Outcome plain = run(words);
    VERIFY_EXIT(plain, 0);
    QVERIFY2(plain.err.contains("nothing was stored"), plain.err.constData());
    QVERIFY2(plain.err.contains("2 item") && plain.err.contains("1 claim"), plain.err.constData());
    const QJsonValue row = jsonOf(run(words + QStringList{u"--json"_s}))[u"imports"_s][0];
    QCOMPARE(row[u"inserted"_s].toInt(), 1);
    QCOMPARE(row[u"duplicate"_s].toInt(), 1);
    QCOMPARE(row[u"claims"_s].toInt(), 1);
    QVERIFY(row[u"import_id"_s].isNull());
    QCOMPARE(stored(), before);
}

void TestClaims::sameFeedTwice()
{
    const QString store = m_folder.filePath(u"twice.tickmark"_s);
    VERIFY_EXIT(tickmark({u"sample"_s, store}), 0);
    const QByteArray date = "Mon, 27 Jan 2025 23:00:00 GMT";
    const QString file = writeFile(
        m_folder, u"twice.xml"_s,
        feed(item("1", "Nvidia-Aktie bricht ein", "Nvidia verlor am Montag 17 Prozent.", date)
             + item("2", "Nvidia-Aktie bricht ein (Update)", "Mehr dazu.", date)
             + item("3", "Bitcoin", "Bitcoin brach am Montag um 30 Prozent ein.", date)));
    const QStringList words{u"import"_s, file, u"--store"_s, store};
    const auto sums = [](const QJsonValue &row) {
        return QList<int>{row[u"inserted"_s].toInt(), row[u"replaced"_s].toInt(), row[u"unchanged"_s].toInt(),
                          row[u"duplicate"_s].toInt()};
    };
    QCOMPARE(sums(jsonOf(tickmark(words + QStringList{u"--json"_s}))[u"imports"_s][0]), (QList<int>{2, 0, 0, 1}));
    const QStringList list{u"list"_s, u"imports"_s, u"--store"_s, store};
    QCOMPARE(sums(jsonOf(tickmark(list + QStringList{u"--json"_s}))[u"imports"_s][0]), (QList<int>{2, 0, 0, 1}));
    QCOMPARE(sums(jsonOf(tickmark(words + QStringList{u"--json"_s}))[u"imports"_s][0]), (QList<int>{0, 0, 2, 1}));
    const Outcome plain = tickmark(words);
    VERIFY_EXIT(plain, 0);
    QVERIFY2(plain.err.contains("1 item"), plain.err.constData());
    const Outcome table = tickmark(list);
    QVERIFY2(table.out.contains("Duplicate"), table.out.constData());
}

void TestClaims::tableIsNoNews()
{
    const QByteArray before = run({u"list"_s, u"news"_s, u"--json"_s}).out;
    const QString file = writeFile(m_folder, u"bars.csv"_s, "Date,Close\n2025-01-27,118.42\n");
    const Outcome outcome = run({u"import"_s, file, u"--as"_s, u"news"_s});
    VERIFY_EXIT(outcome, 1);
    QVERIFY2(outcome.err.contains("bars.csv") && outcome.err.contains("RSS") && outcome.err.contains("plain text"),
             outcome.err.constData());
    QCOMPARE(outcome.err.trimmed().count('\n'), 0);
    QCOMPARE(run({u"list"_s, u"news"_s, u"--json"_s}).out, before);
}

void TestClaims::verdictFollowsTheQuotes()
{
    const QString store = m_folder.filePath(u"quotes.tickmark"_s);
    VERIFY_EXIT(tickmark({u"sample"_s, store}), 0);
    const auto verdict = [&] {
        const QJsonArray claims = claimsOf(
            tickmark({u"check"_s, u"--json"_s, u"--symbol"_s, u"ENR.DE"_s, u"--from"_s, u"2025-01-27"_s, u"--to"_s,
                      u"2025-01-27"_s, u"--store"_s, store}));
        return claims.isEmpty() ? QString() : claims[0][u"verdict"_s].toString();
    };
    QCOMPARE(verdict(), u"no_data"_s); // the bar of the 24th is missing
    const QString bars = writeFile(m_folder, u"enr.csv"_s,
                                   "date,open,high,low,close,volume\n2025-01-24,58.90,59.10,58.50,58.90,1000\n");
    const Outcome imported = tickmark(
        {u"import"_s, bars, u"--symbol"_s, u"ENR.DE"_s, u"--json"_s, u"--store"_s, store});
    VERIFY_EXIT(imported, 0);
    QCOMPARE(verdict(), u"close"_s);
    const QString id = QString::number(jsonOf(imported)[u"imports"_s][0][u"import_id"_s].toInt());
    VERIFY_EXIT(tickmark({u"import"_s, u"--undo"_s, id, u"--store"_s, store}), 0);
    QCOMPARE(verdict(), u"no_data"_s);
}

void TestClaims::tableSaysThatSourcesDisagree()
{
    const QString store = m_folder.filePath(u"disagree.tickmark"_s);
    VERIFY_EXIT(tickmark({u"sample"_s, store}), 0);
    const auto check = [&] {
        return tickmark({u"check"_s, u"--symbol"_s, u"NVDA"_s, u"--from"_s, u"2025-01-27"_s, u"--to"_s, u"2025-01-28"_s,
                         u"--store"_s, store});
    };
    const Outcome before = check();
    VERIFY_EXIT(before, 0);
    QVERIFY2(!before.err.contains("disagree"), before.err.constData());
    const QString other = writeFile(m_folder, u"other.csv"_s,
                                    "symbol,date,open,high,low,close,volume\n"
                                    "NVDA,2025-01-27,124.80,128.40,116.70,119.51,818830900\n");
    VERIFY_EXIT(tickmark({u"import"_s, other, u"--splits-until"_s, u"2025-02-14"_s, u"--store"_s, store}), 0);
    const Outcome after = check();
    VERIFY_EXIT(after, 0);
    QVERIFY2(after.err.contains("on which sources disagree"), after.err.constData());
    const Outcome text = tickmark({u"claims"_s, u"-"_s, u"--published"_s, kPublished, u"--store"_s, store}, kText);
    VERIFY_EXIT(text, 0);
    QVERIFY2(text.err.contains("on which sources disagree"), text.err.constData());
}

void TestClaims::badFeedLeavesNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("XML that is no feed") << QByteArray("<?xml version=\"1.0\"?><invoice><sum>17</sum></invoice>");
    QTest::newRow("JSON that is no feed") << QByteArray("{\"a\": [1, 2, 3]}");
    QTest::newRow("elements without end") << "<?xml version=\"1.0\"?><rss>" + QByteArray("<a>").repeated(300'000);
    QTest::newRow("brackets without end") << QByteArray(1'000'000, '[');
    QTest::newRow("an entity bomb") << QByteArray(
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
        "<rss><channel><item><title>&b;</title></item></channel></rss>");
}

void TestClaims::badFeedLeavesNothing()
{
    QFETCH(QByteArray, bytes);
    const QString file = writeFile(m_folder, u"bad.xml"_s, bytes);
    const QByteArray before = run({u"list"_s, u"news"_s, u"--json"_s}).out;
    const Outcome outcome = run({u"import"_s, file});
    VERIFY_EXIT(outcome, 1);
    QVERIFY2(outcome.err.contains("bad.xml"), outcome.err.constData());
    QCOMPARE(run({u"list"_s, u"news"_s, u"--json"_s}).out, before);
}

QTEST_GUILESS_MAIN(TestClaims)
#include "tst_claims.moc"
