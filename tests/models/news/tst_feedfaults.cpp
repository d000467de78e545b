// SPDX-License-Identifier: GPL-3.0-or-later
#include <news/FeedParser.h>

#include <QElapsedTimer>
#include <QTest>

using namespace tickmark;
using namespace Qt::StringLiterals;
using Kind = news::FeedProblem::Kind;

//! A broken feed gives what is whole in it and says where it broke; a hostile one does no harm.
class FeedFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faults_data();
    void faults();
    void mended_data();
    void mended();
    void refused_data();
    void refused();
    void itemsWithoutText();
    void limits();
    void bombs_data();
    void bombs();
};

namespace {

news::Feed parsed(const QByteArray &bytes)
{
    auto feed = news::parseFeed(bytes, {});
    if (!feed) {
        QTest::qFail(qPrintable(feed.error().message), __FILE__, __LINE__);
        return {};
    }
    return std::move(*feed);
}

QByteArray rss(const QByteArray &items)
{
    return "<rss version=\"2.0\"><channel><title>Kurse</title>" + items + "</channel></rss>";
}

} // namespace

void FeedFaultsTest::faults_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<int>("kept");
    const auto row = [](const char *name, const QByteArray &bytes, Kind kind, qint64 line, int kept) {
        QTest::newRow(name) << bytes << int(kind) << line << kept;
    };
    const QByteArray two = "<rss><channel>\n<item><title>A</title></item>\n<item><title>B</title></item>\n";
    row("cut between items", two, Kind::Cut, 4, 2);
    row("cut in an item", two + "<item><title>C</title><desc", Kind::Cut, 4, 2);
    row("cut in a section", two + "<item><title><![CDATA[C", Kind::Cut, 4, 2);
    row("cut at the very end", two + "</channel></rss", Kind::Cut, 4, 2);
    row("tags that cross", two + "<item><title>C</item></title>", Kind::IllFormed, 4, 2);
    row("attribute without quotes", two + "<item><guid isPermaLink=false>C</guid></item>", Kind::IllFormed, 4, 2);
    row("document type in the middle", two + "<!DOCTYPE x []><item><title>C</title></item></channel></rss>",
        Kind::Forbidden, 4, 2);
    row("too deep", two + QByteArray("<b>").repeated(10'000), Kind::TooDeep, 4, 2);
    const QByteArray json =
        "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [\n{\"id\": \"1\", \"title\": "
        "\"A }]\"},\n{\"id\": \"2\", \"title\": \"B\"}";
    row("JSON cut in an item", json + ",\n{\"id\": \"3\", \"titl", Kind::Cut, 4, 2);
    row("JSON cut between items", json, Kind::Cut, 3, 2);
    row("JSON ill-formed in an item", json + ",\n{\"id\" 3}, {\"id\": \"4\"}]}", Kind::IllFormed, 4, 2);
    row("too many attributes", two + "<item" + QByteArray(" a=''").repeated(10'000) + "/>", Kind::TooDeep, 4, 2);
}

void FeedFaultsTest::faults()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    QFETCH(qint64, line);
    QFETCH(int, kept);
    const news::Feed feed = parsed(bytes);
    QCOMPARE(feed.items.size(), size_t(kept));
    QCOMPARE(feed.items.back().title, u"B"_s);
    QCOMPARE(feed.problems.size(), size_t(1));
    QCOMPARE(int(feed.problems.front().kind), kind);
    QCOMPARE(feed.problems.front().line, line);
    QVERIFY(feed.problems.front().message.contains(QString::number(line)));
}

//! What many feeds get wrong costs nothing.
void FeedFaultsTest::mended_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray feed = rss("<item><title>S&amp;P 500</title></item>");
    QTest::newRow("blank lines before the declaration") << "\r\n \n<?xml version='1.0'?>\n" + feed;
    QTest::newRow("comment before the declaration") << "<!-- x -->\n<?xml version='1.0'?>\n" + feed;
    QTest::newRow("version of XML") << "<?xml version='1.1' encoding='UTF-8'?>" + feed;
    QTest::newRow("document type") << "<!DOCTYPE rss PUBLIC \"-//x//DTD RSS 0.91//EN\" \"http://x/rss-0.91.dtd\">"
                                          + feed;
    QTest::newRow("inner document type") << "<!DOCTYPE rss [<!ELEMENT rss ANY>]>" + feed;
    QTest::newRow("ampersand") << rss("<item><title>S&P 500</title><link>https://a.example/?b&c=1</link></item>");
    QTest::newRow("ampersand in an attribute") << rss("<item><title a='b&c'>S&P 500</title></item>");
    QTest::newRow("prefix that stands for nothing") << rss("<item><dc:title>S&amp;P 500</dc:title></item>");
    QTest::newRow("text behind the end") << feed + "<br>";
}

void FeedFaultsTest::mended()
{
    QFETCH(QByteArray, bytes);
    const news::Feed feed = parsed(bytes);
    QVERIFY(feed.problems.empty());
    QCOMPARE(feed.items.size(), size_t(1));
    QCOMPARE(feed.items.front().title, u"S&P 500"_s);
}

void FeedFaultsTest::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("isDamaged");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &word, bool isDamaged = false) {
        QTest::newRow(name) << bytes << word << isDamaged;
    };
    row("nothing", "", u"empty"_s);
    row("blanks", " \n\t\n", u"empty"_s);
    row("binary",
        QByteArray("\x7f"
                   "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0",
                   20),
        u"binary"_s);
    row("PDF", "%PDF-1.7\n", u"binary"_s);
    row("web page", "<!DOCTYPE html><html><head><title>x</title></head></html>", u"web page"_s);
    row("web page of XML", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", u"web page"_s);
    row("other XML", "<gesmes:Envelope xmlns:gesmes='http://x/'><Cube/></gesmes:Envelope>", u"Envelope"_s);
    row("other JSON", "{\"chart\": {\"result\": []}}", u"JSON"_s);
    row("JSON list", "[1, 2]", u"JSON"_s);
    row("JSON that is cut", "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"id\"", u"JSON"_s, true);
    row("text", "Please limit requests to one every 5 seconds", u"Please limit requests"_s);
    row("cut before anything", "<?xml version='1.0'?>\n<rss><chan", u"line 2"_s, true);
    row("ill-formed from the beginning", "<rss><<", u"line 1"_s, true);
    row("entities of its own", "<!DOCTYPE x [<!ENTITY a 'b'>]><rss><channel><title>&a;</title></channel></rss>",
        u"entities"_s);
    row("too deep", QByteArray("<rss>") + QByteArray("<a>").repeated(200) + QByteArray("</a>").repeated(200) + "</rss>",
        u"nested too deeply"_s, true);
    row("too big", QByteArray(news::kMostFeedBytes + 1, ' '), u"MB"_s);
}

void FeedFaultsTest::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, word);
    QFETCH(bool, isDamaged);
    const auto feed = news::parseFeed(bytes, {});
    QVERIFY(!feed);
    QCOMPARE(feed.error().code, isDamaged ? core::ErrorCode::Damaged : core::ErrorCode::InvalidInput);
    QVERIFY2(feed.error().message.contains(word), qPrintable(feed.error().message));
    if (word == u"entities"_s) // it is not that the feed ends too early
        QCOMPARE(feed.error().detail, QString());
}

//! The parser tells of an item whatever the feed says of it; of which there is nothing to read, that is left out, and said.
void FeedFaultsTest::itemsWithoutText()
{
    const news::Feed bare = parsed(rss("<item><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate></item>"
                                       "<item><link>https://a.example/b</link></item><item/>"));
    QCOMPARE(bare.items.size(), size_t(2));
    QVERIFY(bare.items[0].published.has_value());
    QCOMPARE(bare.items[1].link, u"https://a.example/b"_s);
    news::Feed feed = parsed(R"({"version": "https://jsonfeed.org/version/1", "items": [{"id": null}, 5, "x",
        {"id": "3", "title": ["a"]}, {"id": "4", "title": "B"}]})");
    QCOMPARE(feed.items.size(), size_t(2));
    QCOMPARE(feed.problems.size(), size_t(0));
    news::leaveOutUnreadable(feed);
    QCOMPARE(feed.items.size(), size_t(1));
    QCOMPARE(feed.items.front().title, u"B"_s);
    QCOMPARE(feed.rejected, size_t(4));
    QCOMPARE(feed.problems.size(), size_t(1));
    QCOMPARE(feed.problems.front().kind, Kind::Rejected);
}

void FeedFaultsTest::limits()
{
    const news::Feed many = parsed(
        rss(QByteArray("<item><title>A</title></item>").repeated(int(news::kMostFeedItems) + 5)));
    QCOMPARE(many.items.size(), news::kMostFeedItems);
    QCOMPARE(many.problems.size(), size_t(1));
    QCOMPARE(many.problems.front().kind, Kind::TooManyItems);

    const QByteArray text(news::kLongestFeedText + 10, 'x');
    const news::Feed longOne = parsed(rss("<item><title>A</title><description>" + text + "</description></item>"));
    QCOMPARE(longOne.items.front().summary.size(), news::kLongestFeedText);
    QCOMPARE(longOne.problems.size(), size_t(1));
    QCOMPARE(longOne.problems.front().kind, Kind::TextCut);
}

//! Feeds made to take time or memory are done with in no time at all, one way or another.
void FeedFaultsTest::bombs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    row("brackets", QByteArray("[").repeated(1'000'000));
    row("braces", QByteArray("{\"a\":").repeated(300'000));
    row("elements", QByteArray("<a>").repeated(300'000));
    row("open tags", rss(QByteArray("<a ").repeated(300'000)));
    row("attributes", rss("<item" + QByteArray(" a=''").repeated(200'000) + "/>"));
    QByteArray names = "<item";
    for (int i = 0; i < 50'000; ++i)
        names += " xmlns:n" + QByteArray::number(i) + "='u'";
    row("namespaces", rss(names + "/>"));
    row("entities",
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><rss><title>&b;</title></rss>");
    row("ampersands", rss("<item><title>" + QByteArray("&").repeated(500'000) + "</title></item>"));
    row("sections", rss("<item><title>" + QByteArray("<![CDATA[").repeated(100'000) + "</title></item>"));
    row("comments", rss(QByteArray("<!--").repeated(200'000)));
    row("document types", QByteArray("<!DOCTYPE a [").repeated(100'000));
    row("declarations", QByteArray("<?xml ?>").repeated(100'000));
    row("markup in a text",
        rss("<item><description>" + QByteArray("&lt;object>&lt;!--").repeated(50'000) + "</description></item>"));
    row("number", rss("<item><pubDate>" + QByteArray("1").repeated(500'000) + "</pubDate></item>"));
}

void FeedFaultsTest::bombs()
{
    QFETCH(QByteArray, bytes);
    QElapsedTimer timer;
    timer.start();
    const auto feed = news::parseFeed(bytes, {});
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!feed || feed->items.size() <= 1);
}

QTEST_APPLESS_MAIN(FeedFaultsTest)
#include "tst_feedfaults.moc"
