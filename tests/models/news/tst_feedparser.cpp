// SPDX-License-Identifier: GPL-3.0-or-later
#include <news/FeedParser.h>

#include <QStringEncoder>
#include <QTest>

using namespace tickmark;
using namespace Qt::StringLiterals;

//! Whatever a publisher calls a feed, its items arrive with title, link, text and time, and nothing else does.
class FeedParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rss2();
    void rss1();
    void atom1();
    void atom03();
    void jsonFeed();
    void gdelt();
    void encodings_data();
    void encodings();
    void hiddenXhtml_data();
    void hiddenXhtml();
    void titles_data();
    void titles();
    void links_data();
    void links();
    void guids();
    void times();
    void languages();
};

namespace {

news::Feed parsed(const QByteArray &bytes, const QString &contentType = {}, const QString &base = {})
{
    auto feed = news::parseFeed(bytes, {contentType, base});
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

news::FeedItem onlyItem(const QByteArray &bytes, const QString &base = {})
{
    const news::Feed feed = parsed(bytes, {}, base);
    return feed.items.size() == 1 ? feed.items.front() : news::FeedItem();
}

QString iso(const std::optional<core::Time> &time)
{
    return time ? QString::fromStdString(core::isoTime(*time)) : QString();
}

} // namespace

void FeedParserTest::rss2()
{
    const news::Feed feed = parsed(R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>Börse am Mittag</title>
    <link>https://boerse.example/</link>
    <atom:link rel="self" href="https://boerse.example/feed.xml"/>
    <language>de-de</language>
    <image><title>Bild</title><link>https://bild.example/</link></image>
    <item>
      <title>Nvidia f&#228;llt um 17&amp;nbsp;Prozent</title>
      <link>https://boerse.example/nvidia</link>
      <guid isPermaLink="false">boerse-4711</guid>
      <description>Der Kurs &lt;b&gt;brach&lt;/b&gt; ein.</description>
      <content:encoded><![CDATA[<p>Der Kurs <b>brach</b> ein.</p><p>Anleger sind verunsichert.</p><img src="http://x/y.gif">]]></content:encoded>
      <dc:creator>Erika Muster</dc:creator>
      <pubDate>Mon, 27 Jan 2025 16:40:00 +0100</pubDate>
      <source url="https://agentur.example/">Agentur</source>
    </item>
    <item><title>Der Dax gibt nach</title></item>
  </channel>
</rss>)");
    QCOMPARE(feed.title, u"Börse am Mittag"_s);
    QCOMPARE(feed.link, u"https://boerse.example/"_s);
    QCOMPARE(feed.language, u"de"_s);
    QVERIFY(feed.problems.empty());
    QCOMPARE(feed.items.size(), size_t(2));
    const news::FeedItem &item = feed.items.front();
    QCOMPARE(item.guid, u"boerse-4711"_s);
    QCOMPARE(item.title, u"Nvidia fällt um 17 Prozent"_s);
    QCOMPARE(item.link, u"https://boerse.example/nvidia"_s);
    QCOMPARE(item.summary, u"Der Kurs brach ein."_s);
    QCOMPARE(item.content, u"Der Kurs brach ein.\nAnleger sind verunsichert."_s);
    QCOMPARE(item.author, u"Erika Muster"_s);
    QCOMPARE(item.source, u"Agentur"_s);
    QCOMPARE(item.language, u"de"_s);
    QCOMPARE(iso(item.published), u"2025-01-27T15:40:00Z"_s);
    QVERIFY(!item.updated);
    QCOMPARE(feed.items[1].link, QString());
}

void FeedParserTest::rss1()
{
    const news::Feed feed = parsed(R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
         xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel rdf:about="https://nord.example/">
    <title>Nord</title><link>https://nord.example/</link><dc:language>de</dc:language>
    <items><rdf:Seq><rdf:li rdf:resource="https://nord.example/a"/></rdf:Seq></items>
  </channel>
  <item rdf:about="https://nord.example/a"><title>Hafen meldet Rekord</title><dc:date>2025-01-27T11:45:00+01:00</dc:date></item>
  <item rdf:about="https://nord.example/b"><title>Werft</title><link>https://nord.example/werft</link></item>
  <textinput rdf:about="https://nord.example/t"><title>Suche</title></textinput>
</rdf:RDF>)");
    QCOMPARE(feed.title, u"Nord"_s);
    QCOMPARE(feed.items.size(), size_t(2));
    QCOMPARE(feed.items[0].guid, u"https://nord.example/a"_s);
    QCOMPARE(feed.items[0].link, u"https://nord.example/a"_s);
    QCOMPARE(iso(feed.items[0].published), u"2025-01-27T10:45:00Z"_s);
    QCOMPARE(feed.items[1].link, u"https://nord.example/werft"_s);
}

void FeedParserTest::atom1()
{
    const news::Feed feed = parsed(
        R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://news.example/">
  <title type="html">Markets &amp;amp; more</title>
  <link rel="self" href="feed.atom"/><link href="/"/>
  <entry>
    <id>tag:news.example,2025:1</id>
    <title>Use of the &lt;b> tag</title>
    <link rel="enclosure" type="audio/mpeg" href="a.mp3"/>
    <link rel="alternate" type="application/json" href="a.json"/>
    <link rel="alternate" type="text/html" href="2025/a.html"/>
    <summary>Shares fell.</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Shares fell &amp; <b>fell</b> &lt;1 %.</p>
      <script>alert(1)</script></div></content>
    <published>2025-01-27T16:40:00Z</published><updated>2025-01-27T18:00:00Z</updated>
    <author><name>Jane Doe</name><email>jane@news.example</email></author>
    <source><id>x</id><title>The Wire</title><updated>2020-01-01T00:00:00Z</updated></source>
  </entry>
</feed>)");
    QCOMPARE(feed.title, u"Markets & more"_s);
    QCOMPARE(feed.link, u"https://news.example/"_s);
    QCOMPARE(feed.items.size(), size_t(1));
    const news::FeedItem &item = feed.items.front();
    QCOMPARE(item.guid, u"tag:news.example,2025:1"_s);
    QCOMPARE(item.title, u"Use of the <b> tag"_s);
    QCOMPARE(item.link, u"https://news.example/2025/a.html"_s);
    QCOMPARE(item.summary, u"Shares fell."_s);
    QCOMPARE(item.content, u"Shares fell & fell <1 %."_s);
    QCOMPARE(iso(item.published), u"2025-01-27T16:40:00Z"_s);
    QCOMPARE(iso(item.updated), u"2025-01-27T18:00:00Z"_s);
    QCOMPARE(item.author, u"Jane Doe"_s);
    QCOMPARE(item.source, u"The Wire"_s);
    QCOMPARE(item.language, u"en"_s);
}

void FeedParserTest::atom03()
{
    const news::FeedItem item = onlyItem(R"(<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>
  <title type="text/html" mode="escaped">A &lt;i&gt;title&lt;/i&gt;</title>
  <link rel="alternate" type="text/html" href="https://old.example/1"/>
  <issued>2004-01-27T16:40:00+01:00</issued><modified>2004-01-28T00:00:00Z</modified>
  <summary type="application/octet-stream" mode="base64">U2hhcmVzIGZlbGwuPHNjcmlwdD54PC9zY3JpcHQ+</summary>
</entry></feed>)");
    QCOMPARE(item.title, u"A title"_s);
    QCOMPARE(item.link, u"https://old.example/1"_s);
    QCOMPARE(iso(item.published), u"2004-01-27T15:40:00Z"_s);
    QCOMPARE(iso(item.updated), u"2004-01-28T00:00:00Z"_s);
    QCOMPARE(item.summary, u"Shares fell."_s);
}

void FeedParserTest::jsonFeed()
{
    const news::Feed feed = parsed(
        R"({"version": "https://jsonfeed.org/version/1.1", "title": "Märkte", "language": "de",
  "home_page_url": "https://json.example/", "items": [
  {"id": 7, "url": "/a", "title": "Der Dax <fällt>", "content_html": "<p>Minus <b>1&nbsp;%</b></p><script>x</script>",
   "summary": "Kurz.", "date_published": "2025-01-27T16:40:00+01:00", "authors": [{"name": "Erika"}]},
  {"id": "8", "external_url": "https://other.example/b", "content_text": "Eins\nZwei", "author": {"name": "Max"}}, 9]})",
        {}, u"https://json.example/feed.json"_s);
    QCOMPARE(feed.title, u"Märkte"_s);
    QCOMPARE(feed.link, u"https://json.example/"_s);
    QCOMPARE(feed.items.size(), size_t(2));
    QCOMPARE(feed.items[0].guid, u"7"_s);
    QCOMPARE(feed.items[0].title, u"Der Dax <fällt>"_s);
    QCOMPARE(feed.items[0].link, u"https://json.example/a"_s);
    QCOMPARE(feed.items[0].summary, u"Kurz."_s);
    QCOMPARE(feed.items[0].content, u"Minus 1\u00a0%"_s);
    QCOMPARE(feed.items[0].author, u"Erika"_s);
    QCOMPARE(iso(feed.items[0].published), u"2025-01-27T15:40:00Z"_s);
    QCOMPARE(feed.items[1].link, u"https://other.example/b"_s);
    QCOMPARE(feed.items[1].summary, u"Eins\nZwei"_s);
    QCOMPARE(feed.items[1].author, u"Max"_s);
}

void FeedParserTest::gdelt()
{
    const news::Feed feed = parsed(R"({"articles": [
  {"url": "https://paper.example/svb", "url_mobile": "", "title": "Bank shares plunge &amp; more", "seendate": "20230309T140000Z",
   "domain": "paper.example", "language": "English", "sourcecountry": "United States"},
  {"url": "ftp://paper.example/b", "title": "Die Bank", "seendate": "20230309T150000Z", "language": "German"}]})");
    QCOMPARE(feed.items.size(), size_t(2));
    QCOMPARE(feed.items[0].guid, u"https://paper.example/svb"_s);
    QCOMPARE(feed.items[0].title, u"Bank shares plunge & more"_s);
    QCOMPARE(feed.items[0].link, u"https://paper.example/svb"_s);
    QCOMPARE(iso(feed.items[0].published), u"2023-03-09T14:00:00Z"_s);
    QCOMPARE(feed.items[0].source, u"paper.example"_s);
    QCOMPARE(feed.items[0].language, u"en"_s);
    QCOMPARE(feed.items[1].link, QString());
    QCOMPARE(feed.items[1].language, u"de"_s);
    QVERIFY(!feed.items[1].guid.isEmpty());
}

void FeedParserTest::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("contentType");
    QTest::addColumn<bool>("isProblem");
    const QByteArray start = "<rss><channel><item><title>";
    const QByteArray end = "</title></item></channel></rss>";
    const QByteArray utf8 = start + "Kursst\xC3\xBCrze \xE2\x82\xAC" + end;
    const QByteArray windows = start + "Kursst\xFCrze \x80" + end;
    const QString text = QString::fromUtf8(utf8);
    const auto encoded = [&](QStringConverter::Encoding encoding, QStringConverter::Flag flag) {
        return QByteArray(QStringEncoder(encoding, flag).encode(text));
    };
    const auto row = [](const char *name, const QByteArray &bytes, const QString &contentType = {},
                        bool isProblem = false) { QTest::newRow(name) << bytes << contentType << isProblem; };
    row("nothing said, UTF-8", utf8);
    row("nothing said, windows-1252", windows);
    row("byte order mark", "\xEF\xBB\xBF" + utf8);
    row("declared UTF-8", "<?xml version='1.0' encoding='utf-8'?>" + utf8);
    row("declared latin-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + windows);
    row("declared windows-1252", "<?xml version=\"1.0\" encoding = \"windows-1252\" standalone='no' ?>" + windows);
    row("HTTP goes before the declaration", "<?xml version='1.0' encoding='utf-8'?>" + windows,
        u"text/xml; charset=iso-8859-1"_s);
    row("HTTP in quotes", windows, u"application/rss+xml;charset = \"Windows-1252\""_s);
    row("HTTP's default that nobody chose", utf8, u"text/xml; charset=us-ascii"_s);
    row("another content type", utf8, u"text/plain"_s);
    row("UTF-16 with a mark", encoded(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom));
    row("UTF-16 without", encoded(QStringConverter::Utf16BE, QStringConverter::Flag::Default));
    row("UTF-32", encoded(QStringConverter::Utf32LE, QStringConverter::Flag::WriteBom));
    row("UTF-8 that is none", "<?xml version='1.0' encoding='utf-8'?>" + windows, {}, true);
    row("nobody knows it", "<?xml version='1.0' encoding='x-bogus'?>" + utf8, {}, true);
    row("declared UTF-16 in bytes", "<?xml version='1.0' encoding='utf-16'?>" + utf8, {}, true);
}

void FeedParserTest::encodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, contentType);
    QFETCH(bool, isProblem);
    const news::Feed feed = parsed(bytes, contentType);
    QCOMPARE(feed.items.size(), size_t(1));
    QCOMPARE(feed.items.front().title, u"Kursstürze €"_s);
    QCOMPARE(feed.problems.size(), size_t(isProblem ? 1 : 0));
}

void FeedParserTest::hiddenXhtml_data()
{
    QTest::addColumn<QByteArray>("element");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &element, const QString &expected) {
        QTest::newRow(name) << element << expected;
    };
    row("style", "<p style='Display : none'>Nvidia +20 %</p>", u"A\nB"_s);
    row("invisible", "<p style='visibility:hidden'>Nvidia +20 %</p>", u"A\nB"_s);
    row("attribute", "<p hidden='hidden'>Nvidia +20 %</p>", u"A\nB"_s);
    row("empty attribute, nested", "<div hidden=''><div>Nvidia</div> +20 %</div>", u"A\nB"_s);
    row("not for who listens", "<span aria-hidden='true'>Nvidia +20 %</span>", u"AB"_s);
    row("for who listens", "<span aria-hidden='false'> Nvidia </span>", u"A Nvidia B"_s);
    row("template", "<template><p>Nvidia +20 %</p></template>", u"AB"_s);
    row("script", "<script>document.write('Nvidia +20 %')</script>", u"AB"_s);
    row("script with markup in it", "<script><![CDATA[document.write('<b>Nvidia</b>')]]></script>", u"AB"_s);
    row("style sheet", "<style>p::before { content: 'Nvidia +20 %' }</style>", u"AB"_s);
    row("prefixed", "<h:p xmlns:h='http://www.w3.org/1999/xhtml' style='display:none'>Nvidia +20 %</h:p>", u"A\nB"_s);
    row("shown", "<p style='color:red'>Nvidia +20 %</p>", u"A\nNvidia +20 %\nB"_s);
}

//! What a page does not show is no text of the item, and no claim.
void FeedParserTest::hiddenXhtml()
{
    QFETCH(QByteArray, element);
    QFETCH(QString, expected);
    const QByteArray div = "<div xmlns='http://www.w3.org/1999/xhtml'>A" + element + "B</div>";
    const news::FeedItem item = onlyItem("<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id>"
                                         "<title>x</title><summary type='xhtml'>"
                                         + div + "</summary><content type='xhtml'>" + div
                                         + "</content></entry></feed>");
    QCOMPARE(item.content, expected);
    QCOMPARE(item.summary, expected);
}

void FeedParserTest::titles_data()
{
    QTest::addColumn<QByteArray>("element");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &element, const QString &expected) {
        QTest::newRow(name) << element << expected;
    };
    row("escaped markup", "<title>A &lt;b&gt;B&lt;/b&gt;</title>", u"A B"_s);
    row("markup that is not escaped", "<title>A <b>B</b></title>", u"A B"_s);
    row("section", "<title><![CDATA[A &amp; <b>B</b>]]></title>", u"A & B"_s);
    row("names of HTML", "<title>&Uuml;ber 5&nbsp;&euro;</title>", u"Über 5 €"_s);
    row("names that could be markup", "<title>&LT;b&GT; &AMP;</title>", u"&"_s);
    row("name that nobody knows", "<title>&nosuch; x</title>", u"&nosuch; x"_s);
    row("twice escaped", "<title>&amp;lt;script&amp;gt;</title>", u"<script>"_s);
    row("lines and blanks", "<title>\n  A\n  B </title>", u"A B"_s);
    row("direction", "<title>A &#x202E;B</title>", u"A B"_s);
    row("the item's own", "<image><title>no</title></image><title>yes</title><media:title>no</media:title>", u"yes"_s);
    row("Dublin Core", "<dc:title>A</dc:title>", u"A"_s);
    row("media group", "<media:group><media:title>A</media:title></media:group>", u"A"_s);
    row("Atom in RSS", "<atom:title type='text'>A</atom:title>", u"A"_s);
    row("first of two", "<title>A</title><title>B</title>", u"A"_s);
    row("empty before", "<title/><title>B</title>", u"B"_s);
}

void FeedParserTest::titles()
{
    QFETCH(QByteArray, element);
    QFETCH(QString, expected);
    QCOMPARE(onlyItem(rss("<item>" + element + "</item>")).title, expected);
}

void FeedParserTest::links_data()
{
    QTest::addColumn<QByteArray>("element");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &element, const QString &expected) {
        QTest::newRow(name) << element << expected;
    };
    row("absolute", "<link>https://a.example/b?c=1&amp;d=2#e</link>", u"https://a.example/b?c=1&d=2#e"_s);
    row("relative", "<link>/b</link>", u"https://feed.example/b"_s);
    row("to the base", "<link xml:base='https://base.example/x/'>b</link>", u"https://base.example/x/b"_s);
    row("blanks", "<link>\n https://a.example/b\n</link>", u"https://a.example/b"_s);
    row("letters beyond ASCII", "<link>https://a.example/ü</link>", u"https://a.example/%C3%BC"_s);
    row("permanent", "<guid>https://a.example/g</guid>", u"https://a.example/g"_s);
    row("not permanent", "<guid isPermaLink='false'>https://a.example/g</guid>", QString());
    row("link before guid", "<guid>https://a.example/g</guid><link>https://a.example/l</link>",
        u"https://a.example/l"_s);
    row("attribute", "<link href='https://a.example/l'/>", u"https://a.example/l"_s);
    row("Atom's own", "<atom:link rel='self' href='https://a.example/s'/>", QString());
    row("script", "<link>javascript:alert(1)</link>", QString());
    row("script in pieces", "<link>java\nscript:alert(1)</link>", QString());
    row("file", "<link>file:///etc/passwd</link>", QString());
    row("data", "<link>data:text/html,x</link>", QString());
    row("no host", "<link>http:///b</link>", QString());
}

void FeedParserTest::links()
{
    QFETCH(QByteArray, element);
    QFETCH(QString, expected);
    const QByteArray bytes = rss("<item><title>x</title>" + element + "</item>");
    QCOMPARE(onlyItem(bytes, u"https://feed.example/rss.xml"_s).link, expected);
}

//! An item without an id is the same item in the next fetch, and not another one.
void FeedParserTest::guids()
{
    const auto guid = [](const QByteArray &item) { return onlyItem(rss("<item>" + item + "</item>")).guid; };
    const QString first = guid("<title>A</title><link>https://a.example/</link>");
    QVERIFY(first.size() >= 32);
    QCOMPARE(guid("<link>https://a.example/</link><title>A</title><description>new</description>"), first);
    QVERIFY(guid("<title>B</title><link>https://a.example/</link>") != first);
    QVERIFY(guid("<title>A</title><link>https://b.example/</link>") != first);
    QCOMPARE(guid("<guid> x </guid><title>A</title>"), u"x"_s);
    QVERIFY(guid("<guid>" + QByteArray(5'000, 'x') + "</guid>").size() < 100);
}

void FeedParserTest::times()
{
    const auto item = [](const QByteArray &elements) {
        return onlyItem(rss("<item><title>A</title>" + elements + "</item>"));
    };
    QVERIFY(!item("").published);
    QVERIFY(!item("<pubDate>soon</pubDate>").published);
    const news::FeedItem both = item("<dc:date>2025-01-01T00:00:00Z</dc:date><pubDate>27 Jan 2025 16:40 GMT</pubDate>");
    QCOMPARE(iso(both.published), u"2025-01-27T16:40:00Z"_s);
    QCOMPARE(iso(both.updated), u"2025-01-01T00:00:00Z"_s);
    QCOMPARE(iso(item("<pubDate>soon</pubDate><dcterms:issued>2025-01-27</dcterms:issued>").published),
             u"2025-01-27T00:00:00Z"_s);
}

void FeedParserTest::languages()
{
    const auto language = [](const QByteArray &channel, const QByteArray &title) {
        return onlyItem(rss(channel + "<item><title>" + title + "</title></item>")).language;
    };
    QCOMPARE(language("", "Der Dax gibt am Mittag nach"), u"de"_s);
    QCOMPARE(language("<language>en-US</language>", "Der Dax gibt am Mittag nach"), u"de"_s);
    QCOMPARE(language("<language>en-US</language>", "Nvidia"), u"en"_s);
    QCOMPARE(language("<language>fr</language>", "Nvidia on the day"), u"fr"_s);
    QCOMPARE(language("", "Nvidia"), QString());
    const news::Feed feed = parsed(rss("<item><title>Nvidia</title></item>"
                                       "<item><title>Der Dax gibt am Mittag nach</title></item>"));
    QCOMPARE(feed.language, u"de"_s);
    QCOMPARE(feed.items.front().language, u"de"_s); // like the others
}

QTEST_APPLESS_MAIN(FeedParserTest)
#include "tst_feedparser.moc"
