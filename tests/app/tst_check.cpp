// SPDX-License-Identifier: GPL-3.0-or-later
#include "../models/pipeline/FeedText.h"
#include "ClaimRuns.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

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

} // namespace

//! The verdicts on the numbers in stored news, from the command line.
class TestCheck : public QObject, private ClaimRuns
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
    void verdictFollowsTheQuotes();
    void tableSaysThatSourcesDisagree();

private:
    QList<QStringList> m_sample;
};

void TestCheck::initTestCase()
{
    makeStore();
    const Outcome check = run({u"check"_s, u"--json"_s});
    VERIFY_EXIT(check, 0);
    QCOMPARE(jsonOf(check)[u"schema"_s].toInt(), 1);
    for (const QJsonValue &claim : claimsOf(check))
        m_sample.append(fieldsOf(claim));
}

void TestCheck::sampleVerdicts_data()
{
    QTest::addColumn<QStringList>("expected");
    QList<QByteArray> lines = readFile(QStringLiteral(TICKMARK_TEST_DATA "/sample_verdicts.csv")).trimmed().split('\n');
    lines.removeFirst();
    QVERIFY(lines.size() > 80);
    for (const QByteArray &line : std::as_const(lines))
        QTest::newRow(line.constData()) << QString::fromUtf8(line).split(u',');
}

void TestCheck::sampleVerdicts()
{
    QFETCH(QStringList, expected);
    QVERIFY2(m_sample.contains(expected), "no such claim with that verdict");
}

void TestCheck::sampleHasNoOtherClaims()
{
    const qsizetype lines = readFile(QStringLiteral(TICKMARK_TEST_DATA "/sample_verdicts.csv")).trimmed().count('\n');
    QCOMPARE(m_sample.size(), lines);
}

void TestCheck::checkSaysTheSameInGerman()
{
    const Outcome german = run({u"check"_s, u"--json"_s, u"--lang"_s, u"de"_s});
    VERIFY_EXIT(german, 0);
    QList<QStringList> sample;
    for (const QJsonValue &claim : claimsOf(german))
        sample.append(fieldsOf(claim));
    QCOMPARE(sample, m_sample);
}

void TestCheck::checkListsWhatIsAskedFor_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("claims");
    QTest::newRow("one instrument") << QStringList{u"--symbol"_s, u"btc-usd"_s} << 1;
    QTest::newRow("one day") << QStringList{u"--from"_s, u"2025-01-23"_s, u"--to"_s, u"2025-01-23"_s} << 2;
    QTest::newRow("from a time") << QStringList{u"--from"_s, u"2025-02-05T21:20:00Z"_s} << 6;
    QTest::newRow("up to a time, not included") << QStringList{u"--to"_s, u"2025-01-21T22:50:00Z"_s} << 2;
    QTest::newRow("nothing there") << QStringList{u"--from"_s, u"2030-01-01"_s} << 0;
}

void TestCheck::checkListsWhatIsAskedFor()
{
    QFETCH(QStringList, options);
    QFETCH(int, claims);
    const Outcome outcome = run(QStringList{u"check"_s, u"--json"_s} + options);
    VERIFY_EXIT(outcome, 0);
    QCOMPARE(int(claimsOf(outcome).size()), claims);
}

void TestCheck::checkAsTableAndCsv()
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

void TestCheck::summaryCountsStatementsOnce()
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

void TestCheck::verdictFollowsTheQuotes()
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

void TestCheck::tableSaysThatSourcesDisagree()
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

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
