// SPDX-License-Identifier: GPL-3.0-or-later
#include <news/NewsMatch.h>

#include <QElapsedTimer>
#include <QTest>

using namespace tickmark;
using namespace Qt::StringLiterals;

//! A story that a feed brings twice is one item; two stories never are.
class NewsMatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titles_data();
    void titles();
    void links_data();
    void links();
    void updates_data();
    void updates();
    void stories();
    void manyStories();
};

namespace {

core::NewsItem item(const QString &guid, const QString &title, const QString &link, const char *time,
                    const QString &publisher = u"Blatt"_s)
{
    core::NewsItem made;
    made.guid = guid;
    made.title = title;
    made.link = link;
    made.published = core::parseIsoTime(time).value();
    made.publisher = publisher;
    return made;
}

} // namespace

void NewsMatchTest::titles_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, const QString &a, const QString &b, bool same) {
        QTest::newRow(name) << a << b << same;
    };
    const QString title = u"Nvidia verliert an einem Tag 589 Milliarden Dollar an Wert"_s;
    row("the same", title, title, true);
    row("capitals and signs", title, u"NVIDIA verliert an einem Tag 589 Milliarden Dollar an Wert!"_s, true);
    row("umlauts", u"Börse Frankfurt öffnet am Abend später"_s, u"Boerse Frankfurt oeffnet am Abend spaeter"_s, true);
    row("one more word", title, u"Nvidia verliert an einem einzigen Tag 589 Milliarden Dollar an Wert"_s, true);
    row("up and down", u"Nvidia-Aktie steigt am Montag deutlich um 3 Prozent"_s,
        u"Nvidia-Aktie fällt am Montag deutlich um 3 Prozent"_s, false);
    row("plus and minus", u"Dax schließt am Abend in Frankfurt im Plus"_s,
        u"Dax schließt am Abend in Frankfurt im Minus"_s, false);
    row("opening and close", u"Aktien Frankfurt Eröffnung: Dax hält sich über 21.000"_s,
        u"Aktien Frankfurt Schluss: Dax hält sich über 21.000"_s, false);
    row("signs of numbers", u"Dax +1,2 Prozent"_s, u"Dax -1,2 Prozent"_s, false);
    row("decimals", u"Dax gewinnt 1,2 Prozent"_s, u"Dax gewinnt 12 Prozent"_s, false);
    row("arrows", u"Nvidia ↑ 3"_s, u"Nvidia ↓ 3"_s, false);
    row("who does it to whom", u"Intel kauft AMD"_s, u"AMD kauft Intel"_s, false);
    row("numbers behind marks", u"Update: 3 Aktien steigen"_s, u"Update: 5 Aktien steigen"_s, false);
    row("mark with plus signs", u"+++ LIVE: "_s + title, title, true);
    row("update", u"UPDATE 2-"_s + title, title, true);
    row("numbered update", u"Update 2: "_s + title, title, true);
    row("update in brackets before it", u"(Update 3) "_s + title, title, true);
    row("update in brackets", title + u" (Update)"_s, title, true);
    row("numbered update in brackets", title + u" (Update 2)"_s, u"UPDATE 1-"_s + title, true);
    row("number before update in brackets", title + u" [2. Update]"_s, title, true);
    row("update behind a dash", title + u" – Update"_s, title, true);
    row("update behind a number", u"Nvidia +3% (Update)"_s, u"Nvidia +3%"_s, true);
    row("another number before an update", u"Nvidia +3% (Update)"_s, u"Nvidia +4% (Update)"_s, false);
    row("brackets that are no mark", title + u" (Nasdaq)"_s, title, false);
    row("update of another thing", u"Nvidia bringt Treiber-Update"_s, u"Nvidia bringt Treiber"_s, false);
    row("update that the title speaks of", u"Apple verteilt Update"_s, u"Apple verteilt"_s, false);
    row("number at the end", title + u" (2)"_s, title, false);
    row("breaking", title, u"Eilmeldung: "_s + title, true);
    row("another number", title, u"Nvidia verliert an einem Tag 450 Milliarden Dollar an Wert"_s, false);
    row("another day", u"Was am Montag an der Börse wichtig wird"_s, u"Was am Dienstag an der Börse wichtig wird"_s,
        false);
    row("another story", title, u"Der Dax schließt am Abend deutlich im Minus, Chipwerte fallen"_s, false);
    row("short", u"Dax im Plus"_s, u"Dax im Minus"_s, false);
    row("short and the same", u"Dax im Plus"_s, u"DAX im Plus"_s, true);
    row("empty", QString(), QString(), false);
}

void NewsMatchTest::titles()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, same);
    QCOMPARE(news::isNearlySameTitle(a, b), same);
    QCOMPARE(news::isNearlySameTitle(b, a), same);
}

void NewsMatchTest::links_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("same");
    const QString link = u"https://a.example/b"_s;
    QTest::newRow("the same") << link << link << true;
    QTest::newRow("scheme, www, slash, fragment") << link << u"http://www.a.example/b/#top"_s << true;
    QTest::newRow("where the reader came from")
        << link << u"https://a.example/b?utm_source=rss&wt_mc=x&fbclid=1"_s << true;
    QTest::newRow("another page") << link << u"https://a.example/c"_s << false;
    QTest::newRow("another number") << u"https://a.example/?id=1"_s << u"https://a.example/?id=2"_s << false;
    QTest::newRow("front page") << u"https://a.example/"_s << u"https://a.example/"_s << false;
    QTest::newRow("none") << QString() << QString() << false;
}

void NewsMatchTest::links()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, same);
    news::StoryIndex index;
    index.add(item(u"1"_s, u"Eins"_s, a, "2025-01-27T10:00:00Z"));
    QCOMPARE(index.find(item(u"2"_s, u"Zwei"_s, b, "2025-06-27T10:00:00Z", u"Post"_s)).has_value(), same);
}

void NewsMatchTest::updates_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("rank");
    QTest::newRow("original") << u"Nvidia bricht ein"_s << 0;
    QTest::newRow("mark before") << u"Update: Nvidia bricht ein"_s << 1;
    QTest::newRow("numbered mark before") << u"UPDATE 3-Nvidia bricht ein"_s << 3;
    QTest::newRow("mark behind") << u"Nvidia bricht ein (Update)"_s << 1;
    QTest::newRow("numbered mark behind") << u"Nvidia bricht ein (Update 2)"_s << 2;
    QTest::newRow("number before the mark behind") << u"Nvidia bricht ein (2. Update)"_s << 2;
    QTest::newRow("behind a dash") << u"Nvidia bricht ein - Update 4"_s << 4;
    QTest::newRow("correction") << u"Korrektur: Nvidia bricht ein"_s << 1;
    QTest::newRow("flash") << u"Eilmeldung: Nvidia bricht ein"_s << 0;
    QTest::newRow("word of the title") << u"Nvidia kündigt Update an"_s << 0;
    QTest::newRow("number of the title") << u"Update: 17 Prozent Minus"_s << 1;
    QTest::newRow("mark alone") << u"Update"_s << 1;
    QTest::newRow("empty") << QString() << 0;
}

void NewsMatchTest::updates()
{
    QFETCH(QString, title);
    QFETCH(int, rank);
    QCOMPARE(news::updateRank(title), rank);
}

void NewsMatchTest::stories()
{
    const QString title = u"Nvidia verliert an einem Tag 589 Milliarden Dollar"_s;
    news::StoryIndex index;
    QVERIFY(!index.find(item(u"1"_s, title, QString(), "2025-01-27T10:00:00Z")));
    index.add(item(u"0"_s, u"Dax im Plus"_s, QString(), "2025-01-20T10:00:00Z"));
    index.add(item(u"1"_s, title, u"https://a.example/1"_s, "2025-01-27T10:00:00Z"));
    const auto found = [&](const core::NewsItem &wanted) { return int(index.find(wanted).value_or(99)); };
    QCOMPARE(found(item(u"1"_s, u"anders"_s, QString(), "2026-01-01T00:00:00Z")), 1); // guid
    QCOMPARE(found(item(u"1"_s, u"anders"_s, QString(), "2025-01-27T10:00:00Z", u"Post"_s)), 99);
    QCOMPARE(found(item(u"2"_s, title, QString(), "2025-01-29T10:00:00Z")), 1); // 48 hours later
    QCOMPARE(found(item(u"2"_s, title, QString(), "2025-01-25T10:00:00Z")), 1); // earlier
    QCOMPARE(found(item(u"2"_s, title, QString(), "2025-01-29T10:00:01Z")), 99);
    QCOMPARE(found(item(u"2"_s, title, QString(), "2025-01-27T10:00:00Z", u"Post"_s)), 99);
    QCOMPARE(found(item(u"2"_s, title, QString(), "1700-01-01T00:00:00Z")), 99); // far apart
    QCOMPARE(found(item(QString(), u"ganz anders"_s, QString(), "2025-01-27T10:00:00Z")), 99);
}

//! A busy publisher's two days are compared in no time.
void NewsMatchTest::manyStories()
{
    news::StoryIndex index;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 5'000; ++i) {
        const core::NewsItem story = item(
            QString::number(i), u"Wort%1 fällt wegen Wort%2 am Abend um Wort%3"_s.arg(i).arg(i * 7).arg(i * 11),
            QString(), "2025-01-27T10:00:00Z");
        QVERIFY(!index.find(story));
        index.add(story);
    }
    for (int i = 0; i < 8'000; ++i) { // titles that differ in a number only
        const core::NewsItem story = item(u"n%1"_s.arg(i), u"Meldung Nr. %1: Nvidia fiel um 17 Prozent"_s.arg(i),
                                          QString(), "2025-01-27T10:00:00Z");
        QVERIFY(!index.find(story));
        index.add(story);
    }
    // far from the minutes that comparing each with each would take
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_APPLESS_MAIN(NewsMatchTest)
#include "tst_newsmatch.moc"
