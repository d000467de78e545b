// SPDX-License-Identifier: GPL-3.0-or-later
#include <sources/providers/NewsProvider.h>

#include <QTest>

using namespace tickmark::sources;
using namespace tickmark::core;
using tickmark::news::Feed;
using tickmark::news::FeedItem;

namespace {

constexpr int kFine = -1;

//! An answer as the client hands it on.
HttpResponse answer(const QByteArray &body, const QByteArray &contentType = {})
{
    HttpResponse response;
    response.status = 200;
    response.url = QUrl(QStringLiteral("https://news.example/a/feed"));
    response.body = body;
    response.contentType = contentType;
    return response;
}

NewsQuery query()
{
    return {QStringLiteral("NVDA"), *parseIsoTime("2025-01-27T00:00:00Z"), *parseIsoTime("2025-01-28T12:30:00Z")};
}

const NewsProvider &provider(const char *code)
{
    return *newsProvider(QString::fromLatin1(code));
}

//! "2025-01-27T18:00:00Z | publisher | title | summary | link", one line an item.
QString linesOf(const Feed &feed)
{
    QStringList lines;
    for (const FeedItem &item : feed.items) {
        const QString time = item.published ? QString::fromStdString(isoTime(*item.published)) : QStringLiteral("-");
        lines << QStringList{time, item.source, item.title, item.summary, item.link}.join(QLatin1String(" | "));
    }
    return lines.join(QLatin1Char('\n'));
}

const QByteArray kRss =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>Kontorblatt</title>"
    "<item><guid>1</guid><title>Nvidia f\xc3\xa4llt</title><description>&lt;b&gt;17 %&lt;/b&gt; weniger</description>"
    "<link>/1.html</link><pubDate>Mon, 27 Jan 2025 18:00:00 GMT</pubDate></item>\n"
    "<item><guid>2</guid><title>Dax steigt</title><description>Um 1 %</description>"
    "<link>https://news.example/2</link><pubDate>Mon, 27 Jan 2025 19:00:00 GMT</pubDate></item></channel></rss>\n";
const QByteArray kRdf =
    "\xef\xbb\xbf<?xml version='1.0'?><!-- made by hand -->\n<?xml-stylesheet href='a.xsl'?>"
    "<!DOCTYPE rdf:RDF PUBLIC '-//x//y' 'http://x.example/z.dtd' [<!ELEMENT rdf ANY>]>"
    "<rdf:RDF xmlns='http://purl.org/rss/1.0/' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
    "<channel rdf:about='https://news.example/'><title>Wire</title></channel>"
    "<item rdf:about='https://news.example/1'><title>S&amp;P &ldquo;500&#8221;</title><!-- ; -->"
    "<link>https://news.example/?a=1&b=2</link><description><![CDATA[Fell &amp; rose &lt;1&gt;]]></description>"
    "<content:encoded><![CDATA[<p>Fell]]></content:encoded><dc:date>2025-01-27T19:00:00+01:00</dc:date></item>"
    "</rdf:RDF>";
const QByteArray kAtom =
    "<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Ticker</title>"
    "<entry><id>a</id><title>Dow gains</title><link href='https://news.example/dow'/><summary>0.65%</summary>"
    "<published>2025-01-27T21:05:00Z</published><source><title>Wire</title></source></entry></feed>";
const QByteArray kJsonFeed =
    R"({"version":"https://jsonfeed.org/version/1.1","title":"Blog","items":[{"id":"1","title":"Chips slide",)"
    R"("content_text":"Down 17%","url":"https://news.example/c","date_published":"2025-01-27T16:00:00Z"},)"
    R"({"id":"2","title":"More","content_text":"Later"}]})";
const QByteArray kJsonValues =
    R"({"version":"https://jsonfeed.org/version/1.1","title":"Blog","items":[{"id":17,"rank":-1.25e3,"seen":true,)"
    R"("gone":false,"next":null,"title":"\u00d6lpreis \u201ef)"
    "\xc3\xa4"
    R"(llt\u201c","content_text":"1 & 2","date_published":"2025-01-27T16:00:00Z"},{"id":18,"title":"Later"}],)"
    R"("expired":false,"hubs":[{"type":"rss"}],"n":12})";
const QByteArray kGdelt =
    R"({"articles":[{"url":"https://www.paper.example/chips","url_mobile":"","title":"Chip stocks slump",)"
    R"("seendate":"20250127T153000Z","domain":"paper.example","language":"English","sourcecountry":"United States"},)"
    R"({"url":"https://blatt.example/b","title":"Nvidia bricht ein","seendate":"20250127T160000Z",)"
    R"("domain":"blatt.example","language":"German"}]})";
const QByteArray kFinnhub =
    R"([{"category":"company","datetime":1738000800,"headline":"Nvidia &amp; peers slide","id":1200,"image":"",)"
    R"("related":"NVDA","source":"Wire","summary":"Shares fell 17%.","url":"https://finnhub.io/api/news?id=ab"},)"
    R"({"category":"company","datetime":1738004400,"headline":"AMD follows","id":1201,"image":"","related":"NVDA",)"
    R"("source":"https://www.star.example","summary":"","url":"https://www.star.example/amd"}])";
const QByteArray kAlpha =
    R"({"items":"1","sentiment_score_definition":"x","feed":[{"title":"Why Nvidia fell",)"
    R"("url":"https://www.fool.example/nvda","time_published":"20250127T153000","authors":["A. Writer"],)"
    R"("summary":"The stock lost 17%.","source":"Motley","source_domain":"www.fool.example",)"
    R"("overall_sentiment_score":0.1,"ticker_sentiment":[{"ticker":"NVDA","relevance_score":"0.9"}]},)"
    R"({"title":"Without a time","url":"https://cn.example/b","time_published":"","authors":[],"summary":"",)"
    R"("source":"","source_domain":"cn.example","ticker_sentiment":[]}]})";

} // namespace

//! What services of news give, and what they say instead of it.
class TestNewsProviders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void items_data();
    void items();
    void noCutAnswerIsTakenForAWholeOne_data() { items_data(); }
    void noCutAnswerIsTakenForAWholeOne();
    void whatIsSaidInstead_data();
    void whatIsSaidInstead();
    void nothingNewIsNoFault_data();
    void nothingNewIsNoFault();
    void umlautsOfAWrongCharset_data();
    void umlautsOfAWrongCharset();
    void anIllFormedFeedGivesWhatStandsBeforeItsFault();
    void theKeyIsNotRepeated();
    void idsOfAServiceAreNotThoseOfAPublisher();
};

void TestNewsProviders::items_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *name, const char *code, const QByteArray &body, const QString &lines) {
        QTest::newRow(name) << QString::fromLatin1(code) << body << lines;
    };
    row("RSS", "feed", kRss,
        QStringLiteral("2025-01-27T18:00:00Z |  | Nvidia fällt | 17 % weniger | https://news.example/1.html\n"
                       "2025-01-27T19:00:00Z |  | Dax steigt | Um 1 % | https://news.example/2"));
    row("RDF with all that XML has", "feed", kRdf,
        QStringLiteral("2025-01-27T18:00:00Z |  | S&P “500” | Fell & rose <1> | https://news.example/?a=1&b=2"));
    row("Atom", "feed", kAtom,
        QStringLiteral("2025-01-27T21:05:00Z | Wire | Dow gains | 0.65% | https://news.example/dow"));
    row("JSON Feed", "feed", kJsonFeed,
        QStringLiteral("2025-01-27T16:00:00Z |  | Chips slide | Down 17% | https://news.example/c\n"
                       "- |  | More | Later | "));
    row("JSON Feed of many kinds of values", "feed", kJsonValues,
        QStringLiteral("2025-01-27T16:00:00Z |  | Ölpreis „fällt“ | 1 & 2 | \n- |  | Later |  | "));
    row("GDELT", "gdelt", kGdelt,
        QStringLiteral("2025-01-27T15:30:00Z | paper.example | Chip stocks slump |  | https://www.paper.example/chips\n"
                       "2025-01-27T16:00:00Z | blatt.example | Nvidia bricht ein |  | https://blatt.example/b"));
    row("Finnhub", "finnhub-news", kFinnhub,
        QStringLiteral(
            "2025-01-27T18:00:00Z | Wire | Nvidia & peers slide | Shares fell 17%. | https://finnhub.io/api/news?id=ab\n"
            "2025-01-27T19:00:00Z | star.example | AMD follows |  | https://www.star.example/amd"));
    row("Alpha Vantage", "alphavantage-news", kAlpha,
        QStringLiteral(
            "2025-01-27T15:30:00Z | Motley | Why Nvidia fell | The stock lost 17%. | https://www.fool.example/nvda\n"
            "- | cn.example | Without a time |  | https://cn.example/b"));
}

void TestNewsProviders::items()
{
    QFETCH(const QString, code);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, lines);
    const auto feed = newsProvider(code)->parse(answer(body), query());
    QVERIFY2(feed, feed ? "" : qPrintable(feed.error().detail));
    QCOMPARE(linesOf(*feed), lines);
    QVERIFY(feed->problems.empty());
}

//! An answer that ends with its connection may have been cut: no item of it is kept.
void TestNewsProviders::noCutAnswerIsTakenForAWholeOne()
{
    QFETCH(const QString, code);
    QFETCH(const QByteArray, body);
    for (qsizetype size = 0; size < body.trimmed().size(); ++size) {
        const QByteArray part = body.first(size);
        const auto feed = newsProvider(code)->parse(answer(part), query());
        QVERIFY2(!feed, part.constData());
        const bool isEarly = !part.contains("title") && !part.contains("headline"); // it might have become anything
        QVERIFY2(isEarly || feed.error().fault == ProviderFault::Malformed, qPrintable(QString::number(size)));
    }
}

void TestNewsProviders::whatIsSaidInstead_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *name, const char *code, const QByteArray &body, ProviderFault fault) {
        QTest::newRow(name) << QString::fromLatin1(code) << body << static_cast<int>(fault);
    };
    row("a feed that is other XML", "feed", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>",
        ProviderFault::NotWhatWasAsked);
    row("a feed that is XHTML", "feed", "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"></html>",
        ProviderFault::NotWhatWasAsked);
    row("a feed that declares entities", "feed",
        "<!DOCTYPE rss [<!ENTITY a 'aa'>]><rss><channel><item><title>&a;</title></item></channel></rss>",
        ProviderFault::NotWhatWasAsked);
    row("a feed that is broken at once", "feed", "<rss><channel><<", ProviderFault::Malformed);
    row("a feed that is a picture", "feed", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16),
        ProviderFault::NotWhatWasAsked);
    row("GDELT's pause", "gdelt", "Please limit requests to one every 5 seconds or contact us.\n",
        ProviderFault::RateLimited);
    row("GDELT on a short phrase", "gdelt", "The specified phrase is too short.", ProviderFault::BadQuery);
    row("GDELT on a query", "gdelt", "Your query was too short or too long.", ProviderFault::BadQuery);
    row("GDELT on a span", "gdelt", "Timespan is too short.", ProviderFault::BadQuery);
    row("GDELT out of order", "gdelt", "Unknown error", ProviderFault::NotWhatWasAsked);
    row("GDELT with other JSON", "gdelt", R"({"timeline":[]})", ProviderFault::NotWhatWasAsked);
    row("Finnhub's key", "finnhub-news", R"({"error":"Invalid API key"})", ProviderFault::BadKey);
    row("Finnhub's plan", "finnhub-news", R"({"error":"You don't have access to this resource."})",
        ProviderFault::NotInPlan);
    row("Finnhub's limit", "finnhub-news", R"({"error":"API limit reached. Please try again later."})",
        ProviderFault::RateLimited);
    row("Finnhub's symbol", "finnhub-news", R"({"error":"Invalid symbol"})", ProviderFault::UnknownSymbol);
    row("Finnhub in words", "finnhub-news", "Please use an API key.", ProviderFault::NotWhatWasAsked);
    row("Finnhub with numbers", "finnhub-news", "[1,2,3]", ProviderFault::NotWhatWasAsked);
    row("Finnhub with other JSON", "finnhub-news", R"({"c":1.5,"h":2})", ProviderFault::NotWhatWasAsked);
    const char *alpha = "alphavantage-news";
    row("Alpha Vantage's note", alpha, R"({"Note":"Thank you. Our call frequency is 5 a minute."})",
        ProviderFault::RateLimited);
    row("Alpha Vantage's quota", alpha, R"({"Information":"Our rate limit is 25 requests per day."})",
        ProviderFault::QuotaUsed);
    row("Alpha Vantage's symbol", alpha, R"({"Information":"Invalid inputs. Please refer to the documentation"})",
        ProviderFault::UnknownSymbol);
    row("Alpha Vantage's key", alpha, R"({"Error Message":"the parameter apikey is invalid or missing."})",
        ProviderFault::BadKey);
    row("Alpha Vantage with other JSON", alpha, R"({"feed":"none"})", ProviderFault::NotWhatWasAsked);
    for (const NewsProvider *one : newsProviders()) {
        const QByteArray code = one->code().toLatin1();
        const auto forAll = [&](const char *what, const QByteArray &body,
                                ProviderFault fault = ProviderFault::NotWhatWasAsked) {
            row(qPrintable(QStringLiteral("%1: %2").arg(one->code(), QString::fromLatin1(what))), code.constData(),
                body, fault);
        };
        forAll("log-in page", "\n<!DOCTYPE html>\n<html><body>Log in</body></html>\n", ProviderFault::WebPage);
        forAll("page without a head", "<html><body>feed</body></html>", ProviderFault::WebPage);
        forAll("empty", {});
        forAll("blanks", " \r\n \n");
    }
}

void TestNewsProviders::whatIsSaidInstead()
{
    QFETCH(const QString, code);
    QFETCH(const QByteArray, body);
    QFETCH(const int, fault);
    const auto feed = newsProvider(code)->parse(answer(body), query());
    QCOMPARE(feed ? kFine : static_cast<int>(feed.error().fault), fault);
}

void TestNewsProviders::nothingNewIsNoFault_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("feed without items") << "feed" << QByteArray("<rss><channel><title>a</title></channel></rss>");
    QTest::newRow("GDELT") << "gdelt" << QByteArray("{}\n");
    QTest::newRow("GDELT, empty list") << "gdelt" << QByteArray(R"({"articles": []})");
    QTest::newRow("Finnhub") << "finnhub-news" << QByteArray("[]");
    QTest::newRow("Alpha Vantage") << "alphavantage-news" << QByteArray(R"({"items":"0","feed":[]})");
    QTest::newRow("Alpha Vantage in words")
        << "alphavantage-news" << QByteArray(R"({"Information":"No articles found. Please adjust the time range."})");
}

void TestNewsProviders::nothingNewIsNoFault()
{
    QFETCH(const QString, code);
    QFETCH(const QByteArray, body);
    const auto feed = newsProvider(code)->parse(answer(body), query());
    QVERIFY2(feed, feed ? "" : qPrintable(feed.error().detail));
    QVERIFY(feed->items.empty());
}

void TestNewsProviders::umlautsOfAWrongCharset_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentType");
    const QByteArray latin = QByteArray(kRss).replace("\xc3\xa4", "\xe4");
    const QByteArray json = QByteArray(kFinnhub).replace("Nvidia &amp; peers slide", "Nvidia f\xe4llt");
    const auto row = [](const char *name, const char *code, const QByteArray &body, const char *type) {
        QTest::newRow(name) << QString::fromLatin1(code) << body << QByteArray(type);
    };
    row("UTF-8 that calls itself latin-1 in its head", "feed", QByteArray(kRss).replace("UTF-8", "US-ASCII"), "");
    row("latin-1, said by the server", "feed", latin, "application/rss+xml; charset=iso-8859-1");
    row("latin-1 that calls itself UTF-8", "feed", latin, "application/rss+xml; charset=utf-8");
    row("UTF-8, a charset that nobody knows", "feed", kRss, "text/xml; charset=klingon");
    row("JSON in latin-1, unsaid", "finnhub-news", json, "application/json");
    row("JSON in latin-1 that calls itself UTF-8", "finnhub-news", json, "application/json; charset=utf-8");
}

void TestNewsProviders::umlautsOfAWrongCharset()
{
    QFETCH(const QString, code);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, contentType);
    const auto feed = newsProvider(code)->parse(answer(body, contentType), query());
    QVERIFY2(feed, feed ? "" : qPrintable(feed.error().detail));
    QCOMPARE(feed->items.size(), std::size_t(2));
    QCOMPARE(feed->items.front().title, QStringLiteral("Nvidia fällt"));
}

void TestNewsProviders::anIllFormedFeedGivesWhatStandsBeforeItsFault()
{
    const auto feed = provider("feed").parse(answer(QByteArray(kRss).replace("<title>Dax", "<title><<Dax")), query());
    QVERIFY(feed);
    QCOMPARE(feed->items.size(), std::size_t(1));
    QCOMPARE(feed->problems.size(), std::size_t(1));
}

//! Alpha Vantage writes the key into its complaint.
void TestNewsProviders::theKeyIsNotRepeated()
{
    ProviderSettings settings;
    settings.key = "S3CRET42";
    const NewsProvider &alphaVantage = provider("alphavantage-news");
    const auto feed = alphaVantage.parse(answer(R"({"Information":"We have detected your API key as S3CRET42 and our )"
                                                R"(standard API rate limit is 25 requests per day."})"),
                                         query());
    QVERIFY(!feed);
    const QString detail = withoutSecrets(feed.error(), alphaVantage.request(query(), settings)).detail;
    QVERIFY(!detail.contains(QLatin1String("S3CRET42")));
    QVERIFY(detail.contains(QLatin1String("25 requests per day")));
}

void TestNewsProviders::idsOfAServiceAreNotThoseOfAPublisher()
{
    const auto feed = provider("finnhub-news").parse(answer(kFinnhub), query());
    QVERIFY(feed);
    QCOMPARE(feed->items[0].guid, QStringLiteral("finnhub:1200"));
}

QTEST_GUILESS_MAIN(TestNewsProviders)

#include "tst_newsproviders.moc"
