// SPDX-License-Identifier: GPL-3.0-or-later
#include "../models/pipeline/FeedText.h"
#include "ClaimRuns.h"

using namespace Qt::Literals::StringLiterals;

//! News imported from feeds on the command line: what is said of their items, and that bad ones leave nothing.
class TestNewsFeeds : public QObject, private ClaimRuns
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeStore(); }
    void feedIsRecognisedAndChecked();
    void itemsWithoutATrueDateAreNamed();
    void dryRunOfAFeed();
    void sameFeedTwice();
    void tableIsNoNews();
    void badFeedLeavesNothing_data();
    void badFeedLeavesNothing();
};

void TestNewsFeeds::feedIsRecognisedAndChecked()
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
void TestNewsFeeds::itemsWithoutATrueDateAreNamed()
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

void TestNewsFeeds::dryRunOfAFeed()
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

void TestNewsFeeds::sameFeedTwice()
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

void TestNewsFeeds::tableIsNoNews()
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

void TestNewsFeeds::badFeedLeavesNothing_data()
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

void TestNewsFeeds::badFeedLeavesNothing()
{
    QFETCH(QByteArray, bytes);
    const QString file = writeFile(m_folder, u"bad.xml"_s, bytes);
    const QByteArray before = run({u"list"_s, u"news"_s, u"--json"_s}).out;
    const Outcome outcome = run({u"import"_s, file});
    VERIFY_EXIT(outcome, 1);
    QVERIFY2(outcome.err.contains("bad.xml"), outcome.err.constData());
    QCOMPARE(run({u"list"_s, u"news"_s, u"--json"_s}).out, before);
}

QTEST_GUILESS_MAIN(TestNewsFeeds)
#include "tst_newsfeeds.moc"
