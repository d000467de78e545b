// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewsImportBench.h"

#include <algorithm>

using namespace tickmark;
using namespace tickmark::store;
using namespace tickmark::test;

//! Stories that are imported again, or told once more in other words: one headline each, and sums that add up.
class TestNewsRetold : public QObject, private NewsImportBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }

    void sameFeedAgainChangesNothing();
    void storyToldAgain_data();
    void storyToldAgain();
    void retellingInOneFeed_data();
    void retellingInOneFeed();
    void olderRetellingChangesNothing();
    void anOriginalDoesNotReplaceItsUpdate_data();
    void anOriginalDoesNotReplaceItsUpdate();
    void sumsOfAFeed();
    void sumsOfTheSameFeedAgain();
    void dryRunStoresNothing();
};

void TestNewsRetold::sameFeedAgainChangesNothing()
{
    const QByteArray bytes = feed(item("1", "Nvidia-Aktie bricht ein", "Nvidia verlor am Montag 17 Prozent."));
    VERIFY_RESULT(import(bytes));
    const QString before = dumpStore(m_folder->store());
    const auto again = import(bytes);
    VERIFY_RESULT(again);
    QCOMPARE(again->result.importId, 0);
    QCOMPARE(again->result.totals.unchanged, 1);
    QCOMPARE(dumpStore(m_folder->store()), before);
}

void TestNewsRetold::storyToldAgain_data()
{
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<int>("items");
    const QByteArray date = "Mon, 27 Jan 2025 20:00:00 GMT";
    QTest::newRow("same guid, text corrected")
        << item("1", "Nvidia-Aktie bricht deutlich ein", "Jetzt 18 %.", date) << 1;
    QTest::newRow("another guid, same link")
        << item("9", "Ganz anders", "Jetzt 18 %.", date, "https://example.org/a") << 1;
    QTest::newRow("another guid, same title")
        << item("9", "Nvidia-Aktie bricht deutlich ein", "Jetzt 18 %.", date, "https://example.org/b") << 1;
    QTest::newRow("same title a week later")
        << item("9", "Nvidia-Aktie bricht deutlich ein", "Jetzt 18 %.", "Sun, 19 Jan 2025 20:00:00 GMT") << 2;
    QTest::newRow("another story") << item("9", "Dax kaum bewegt", "Der Dax schloss behauptet.", date) << 2;
}

void TestNewsRetold::storyToldAgain()
{
    QFETCH(QByteArray, second);
    QFETCH(int, items);
    VERIFY_RESULT(import(feed(item("1", "Nvidia-Aktie bricht deutlich ein", "Nvidia verlor am Montag 17 Prozent.",
                                   "Mon, 27 Jan 2025 18:00:00 GMT", "https://example.org/a"))));
    VERIFY_RESULT(import(feed(second)));
    QCOMPARE(int(news().size()), items);
    if (items == 1) { // the newer text, the first time
        QVERIFY(news()[0].excerpt.contains(text("18 %")));
        QCOMPARE(core::isoTime(news()[0].published), std::string("2025-01-27T18:00:00Z"));
    }
}

void TestNewsRetold::retellingInOneFeed_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    const QByteArray early = "Mon, 27 Jan 2025 16:00:00 GMT";
    const QByteArray late = "Mon, 27 Jan 2025 20:00:00 GMT";
    const QByteArray title = "Nvidia-Aktie bricht deutlich ein";
    const QByteArray now = "Jetzt 18 %.";
    const QByteArray then = "Nvidia verlor 17 %.";
    QTest::newRow("newest first, mark behind")
        << item("2", title + " (Update)", now, late) << item("1", title, then, early);
    QTest::newRow("newest last, numbered mark behind")
        << item("1", title, then, early) << item("2", title + " (Update 2)", now, late);
    QTest::newRow("mark before") << item("1", title, then, early) << item("2", "UPDATE 1-" + title, now, late);
    QTest::newRow("two updates") << item("2", title + " (Update 2)", now, late)
                                 << item("1", "UPDATE 1-" + title, then, early);
    QTest::newRow("the same link") << item("1", title, then, early, "https://example.org/a")
                                   << item("2", "Anders", now, late, "https://example.org/a");
    QTest::newRow("without a date") << item("2", title, now, late) << item("1", title, then, QByteArray());
}

//! A story and its update: one headline, with the newest text at the first time, however often the feed is read.
void TestNewsRetold::retellingInOneFeed()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    const bool isDated = second.contains("pubDate");
    const auto report = import(feed(first + second));
    VERIFY_RESULT(report);
    QCOMPARE(report->items, 2);
    QCOMPARE(report->retold, 1);
    QCOMPARE(report->result.totals, (ImportTotals{1, 0, 0, 1, 0}));
    const auto check = [&] {
        QCOMPARE(news().size(), 1U);
        QVERIFY(news()[0].excerpt.contains(text("18 %")));
        QCOMPARE(core::isoTime(news()[0].published),
                 std::string(isDated ? "2025-01-27T16:00:00Z" : "2025-01-27T20:00:00Z"));
    };
    check();
    const QString before = dumpStore(m_folder->store());
    const auto again = import(feed(first + second));
    VERIFY_RESULT(again);
    QCOMPARE(again->result.totals, (ImportTotals{0, 0, 1, 1, 0}));
    QCOMPARE(dumpStore(m_folder->store()), before);
    check();
}

void TestNewsRetold::olderRetellingChangesNothing()
{
    const QByteArray title = "Nvidia-Aktie bricht deutlich ein";
    VERIFY_RESULT(import(feed(item("2", title + " (Update)", "Jetzt 18 %.", "Mon, 27 Jan 2025 20:00:00 GMT"))));
    const auto report = import(feed(item("1", title, "Nvidia verlor 17 %.", "Mon, 27 Jan 2025 16:00:00 GMT")));
    VERIFY_RESULT(report);
    QCOMPARE(report->result.totals, (ImportTotals{0, 0, 0, 1, 0}));
    QVERIFY(news()[0].excerpt.contains(text("18 %")));
}

void TestNewsRetold::anOriginalDoesNotReplaceItsUpdate_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("original");
    QTest::addColumn<bool>("isReplaced");
    const QByteArray title = "Nvidia-Aktie bricht deutlich ein";
    QTest::newRow("mark behind") << title + " (Update)" << title << false;
    QTest::newRow("mark before") << "UPDATE 1-" + title << title << false;
    QTest::newRow("an earlier update") << title + " (Update 2)"
                                       << "UPDATE 1-" + title << false;
    QTest::newRow("a later update") << "UPDATE 1-" + title << title + " (Update 2)" << true;
    QTest::newRow("no update") << title << title << true; // the publisher has mended the text
    QTest::newRow("once a flash") << "Eilmeldung: " + title << title << true;
}

//! A story in the words of its update, and then a feed that has only the original yet, under the id of the story.
void TestNewsRetold::anOriginalDoesNotReplaceItsUpdate()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, original);
    QFETCH(bool, isReplaced);
    const QByteArray date = "Mon, 27 Jan 2025 16:00:00 GMT";
    VERIFY_RESULT(import(feed(item("1", stored, "Jetzt 18 %.", date))));
    const auto report = import(feed(item("1", original, "Nvidia verlor 17 %.", date)));
    VERIFY_RESULT(report);
    QCOMPARE(report->result.totals, isReplaced ? (ImportTotals{0, 1, 0, 0, 0}) : (ImportTotals{0, 0, 0, 1, 0}));
    QCOMPARE(news().size(), 1U);
    QVERIFY(news()[0].excerpt.contains(text(isReplaced ? "17 %" : "18 %")));
}

//! What an import says of its items adds up to what the feed has.
void TestNewsRetold::sumsOfAFeed()
{
    const QByteArray date = "Mon, 27 Jan 2025 18:00:00 GMT";
    const auto report = import(
        feed(item("1", "Nvidia-Aktie steigt am Montag deutlich um 3 Prozent", "Eins.", date,
                  "https://example.org/a?id=1&amp;utm_source=rss&amp;fbclid=x")
             + item("2", "Nvidia-Aktie faellt am Montag deutlich um 3 Prozent", "Zwei.", date)
             + item("3", "Update: Nvidia-Aktie steigt am Montag deutlich um 3 Prozent", "Drei.", date)
             + "<item><guid>4</guid></item>"));
    VERIFY_RESULT(report);
    QCOMPARE(report->items, 3);
    QCOMPARE(report->retold, 1);
    QCOMPARE(report->result.totals.inserted, 2);
    QCOMPARE(report->result.totals.duplicate, 1);
    QCOMPARE(report->result.totals.rejected, 1);
    QCOMPARE(int(report->problems.size()), 1);
    const std::vector<core::NewsItem> stored = news();
    QVERIFY(std::ranges::any_of(
        stored, [](const core::NewsItem &story) { return story.link == text("https://example.org/a?id=1"); }));
}

void TestNewsRetold::sumsOfTheSameFeedAgain()
{
    const QByteArray date = "Mon, 27 Jan 2025 18:00:00 GMT";
    const QByteArray bytes = feed(
        item("1", "Nvidia-Aktie steigt am Montag", "Eins.", date) + item("2", "Dax kaum bewegt", "Zwei.", date)
        + item("3", "Update: Nvidia-Aktie steigt am Montag", "Drei.", date) + "<item><guid>4</guid></item>");
    const auto first = import(bytes);
    VERIFY_RESULT(first);
    QCOMPARE(first->result.totals, (ImportTotals{2, 0, 0, 1, 1}));
    QCOMPARE(m_reader->imports()->front().totals, first->result.totals); // the list says what the import said
    for (int i = 0; i < 2; ++i) {
        const auto again = import(bytes);
        VERIFY_RESULT(again);
        QCOMPARE(again->result.totals, (ImportTotals{0, 0, 2, 1, 1}));
        QCOMPARE(again->items, 3);
        QCOMPARE(again->retold, 1);
    }
}

void TestNewsRetold::dryRunStoresNothing()
{
    const QByteArray date = "Mon, 27 Jan 2025 18:00:00 GMT";
    VERIFY_RESULT(import(feed(item("1", "Dax kaum bewegt", "Der Dax gewann 0,1 Prozent.", date))));
    const QString before = dumpStore(m_folder->store());
    const QByteArray bytes = feed(item("1", "Dax kaum bewegt", "Der Dax gewann 0,2 Prozent.", date)
                                  + item("2", "Nvidia-Aktie bricht ein", "Nvidia verlor am Montag 17 Prozent.", date)
                                  + item("3", "Nvidia-Aktie bricht ein (Update)", "Mehr.", date));
    const auto report = import(bytes, "feed.xml", {}, true);
    VERIFY_RESULT(report);
    QCOMPARE(report->result.importId, 0);
    QCOMPARE(report->result.totals, (ImportTotals{1, 1, 0, 1, 0}));
    QCOMPARE(report->items, 3);
    QVERIFY(report->claims >= 1);
    QCOMPARE(dumpStore(m_folder->store()), before);
    const auto then = import(bytes);
    VERIFY_RESULT(then);
    QCOMPARE(then->result.totals, report->result.totals);
}

QTEST_GUILESS_MAIN(TestNewsRetold)
#include "tst_newsretold.moc"
