// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/Series.h>
#include <sources/providers/QuoteProvider.h>

#include <QTest>
#include <QUrlQuery>

using namespace tickmark::sources;
using namespace tickmark::core;

namespace {

constexpr int kFine = -1;

SessionDate day(const char *iso)
{
    return *SessionDate::fromIso(iso);
}

BarsQuery query(qint64 intervalNs = Series::kDaily)
{
    return {QStringLiteral("NVDA"), intervalNs, day("2025-01-20"), day("2025-01-31")};
}

//! An answer as the service shapes it; times are openings in New York: 24 and 27 January 2025.
QByteArray answer(const QByteArray &times, const QByteArray &open, const QByteArray &high, const QByteArray &low,
                  const QByteArray &close, const QByteArray &volume, const QByteArray &meta = {},
                  const QByteArray &events = {})
{
    return R"({"chart":{"result":[{"meta":{"currency":"USD","symbol":"NVDA","exchangeTimezoneName":"America/New_York",)"
           R"("regularMarketTime":1738011600,"currentTradingPeriod":{"regular":{"start":1737988200,"end":1738011600}})"
           + meta + R"(},"timestamp":[)" + times + R"(],)" + events + R"("indicators":{"quote":[{"open":[)" + open
           + R"(],"high":[)" + high + R"(],"low":[)" + low + R"(],"close":[)" + close + R"(],"volume":[)" + volume
           + R"(]}]}}],"error":null}})";
}

QByteArray twoDays(const QByteArray &meta = {}, const QByteArray &events = {})
{
    return answer("1737729000,1737988200", "148.3699951171875,124.80000305175781",
                  "148.97000122070312,128.39999389648438", "141.8800048828125,116.69999694824219",
                  "142.6199951171875,118.41999816894531", "234657600,818830900", meta, events);
}

QString pricesOf(const FetchedBar &bar)
{
    QStringList texts;
    for (const qint64 units : {bar.bar.open, bar.bar.high, bar.bar.low, bar.bar.close})
        texts << QString::fromStdString(toPlainText({units, bar.priceDecimals}));
    return texts.join(QLatin1Char(' '));
}

const QuoteProvider &yahoo()
{
    return *quoteProvider(QStringLiteral("yahoo"));
}

} // namespace

class TestYahooProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pricesAreTheDecimalsThatWereMeant();
    void aSessionStillOpenIsLeftOut();
    void theBarOfThePresentMinutesIsLeftOut();
    void theLiveRowStandsForItsSession();
    void volumesAreExact();
    void rowsWithoutPricesAreLeftOut();
    void pencesBecomePounds();
    void splitsAndDividendsComeAlong();
    void eventsOfOneDayAreJoined();
    void anotherAnswerIsRefused_data();
    void anotherAnswerIsRefused();
    void intradayBarsKeepTheirTimes();
    void answersThatAreNone_data();
    void answersThatAreNone();
    void noCutAnswerIsTakenForAWholeOne();
    void requestsAskForTheRange();
};

void TestYahooProvider::pricesAreTheDecimalsThatWereMeant()
{
    const auto fetched = yahoo().parse(twoDays(), query());
    QVERIFY(fetched);
    QCOMPARE(fetched->currency, QStringLiteral("USD"));
    QVERIFY(fetched->splitAdjusted);
    QCOMPARE(fetched->bars.size(), std::size_t(2));
    QCOMPARE(fetched->bars[0].bar.session, day("2025-01-24"));
    QCOMPARE(fetched->bars[1].bar.session, day("2025-01-27"));
    QCOMPARE(pricesOf(fetched->bars[0]), QStringLiteral("148.37 148.97 141.88 142.62"));
    QCOMPARE(pricesOf(fetched->bars[1]), QStringLiteral("124.80 128.40 116.70 118.42"));
    QCOMPARE(fetched->bars[1].bar.volume.value(), 818'830'900);
    QCOMPARE(fetched->bars[1].sizeDecimals, 0);
}

void TestYahooProvider::aSessionStillOpenIsLeftOut()
{
    QByteArray body = twoDays();
    body.replace(R"("regularMarketTime":1738011600)", R"("regularMarketTime":1738000000)");
    const auto fetched = yahoo().parse(body, query());
    QVERIFY(fetched);
    QCOMPARE(fetched->bars.size(), std::size_t(1));
    QCOMPARE(fetched->bars[0].bar.session, day("2025-01-24"));
    QCOMPARE(fetched->rowsLeftOut, 1);
}

void TestYahooProvider::theBarOfThePresentMinutesIsLeftOut()
{
    const auto at = [](const QByteArray &lastTrade) {
        QByteArray body = answer("1737988200,1737988500,1737988661", "1,1,1", "1,1,1", "1,1,1", "1,1,1", "1,1,1");
        return body.replace(R"("regularMarketTime":1738011600)", QByteArray(R"("regularMarketTime":)" + lastTrade));
    };
    const BarsQuery minutes = query(5 * kNsPerMinute);
    const auto during = yahoo().parse(at("1737988661"), minutes); // in the third minute of the second bar
    QVERIFY(during);
    QCOMPARE(during->bars.size(), std::size_t(1));
    QCOMPARE(during->rowsLeftOut, 2);
    const auto after = yahoo().parse(at("1738011600"), minutes);
    QVERIFY(after);
    QCOMPARE(after->bars.size(), std::size_t(3));
}

//! The service adds the last price as a row of its own, stamped with its time, beside the session's.
void TestYahooProvider::theLiveRowStandsForItsSession()
{
    const auto fetched = yahoo().parse(answer("1737729000,1737988200,1738011600", "148.37,124.80,124.80",
                                              "148.97,128.40,128.40", "141.88,116.70,116.70", "142.62,118.40,118.42",
                                              "234657600,818000000,818830900"),
                                       query());
    QVERIFY(fetched);
    QCOMPARE(fetched->bars.size(), std::size_t(2));
    QCOMPARE(pricesOf(fetched->bars[1]), QStringLiteral("124.80 128.40 116.70 118.42"));
    QCOMPARE(fetched->rowsLeftOut, 1);
}

//! Whole numbers that a 32-bit float happens to hold have no shorter digits that were meant.
void TestYahooProvider::volumesAreExact()
{
    const auto fetched = yahoo().parse(
        answer("1737729000,1737988200", "1,1", "1,1", "1,1", "1,1", "1000000064,818830912"), query());
    QVERIFY(fetched);
    QCOMPARE(fetched->bars[0].bar.volume.value(), 1'000'000'064);
    QCOMPARE(fetched->bars[1].bar.volume.value(), 818'830'912);
}

void TestYahooProvider::rowsWithoutPricesAreLeftOut()
{
    const auto fetched = yahoo().parse(
        answer("1737729000,1737988200", "null,1.5", "null,1.75", "null,1.25", "null,1.5", "null,null"), query());
    QVERIFY(fetched);
    QCOMPARE(fetched->bars.size(), std::size_t(1));
    QCOMPARE(fetched->rowsLeftOut, 1);
    QVERIFY(!fetched->bars[0].bar.volume);
}

void TestYahooProvider::pencesBecomePounds()
{
    QByteArray body = twoDays();
    body.replace(R"("currency":"USD")", R"("currency":"GBp")");
    const auto fetched = yahoo().parse(body, query());
    QVERIFY(fetched);
    QCOMPARE(fetched->currency, QStringLiteral("GBP"));
    QCOMPARE(pricesOf(fetched->bars[1]), QStringLiteral("1.2480 1.2840 1.1670 1.1842"));

    // Seven decimals of a penny share are nine of a pound.
    QByteArray small = answer("1737988200", "1.2345679", "1.2345679", "1.2345679", "1.2345679", "1");
    small.replace(R"("currency":"USD")", R"("currency":"GBp")");
    const auto rounded = yahoo().parse(small, query());
    QVERIFY(rounded);
    QCOMPARE(pricesOf(rounded->bars[0]).section(QLatin1Char(' '), 3), QStringLiteral("0.01234568"));
}

void TestYahooProvider::splitsAndDividendsComeAlong()
{
    const auto fetched = yahoo().parse(
        twoDays({}, R"("events":{"splits":{"1737729000":{"date":1737729000,"numerator":10,"denominator":1}},)"
                    R"("dividends":{"1737988200":{"date":1737988200,"amount":0.01}}},)"),
        query());
    QVERIFY(fetched);
    QCOMPARE(fetched->splits.size(), std::size_t(1));
    QCOMPARE(fetched->splits[0].exDate, day("2025-01-24"));
    QCOMPARE(fetched->splits[0].newShares, 10);
    QCOMPARE(fetched->splits[0].oldShares, 1);
    QCOMPARE(fetched->dividends.size(), std::size_t(1));
    QCOMPARE(QString::fromStdString(toPlainText(fetched->dividends[0].amount)), QStringLiteral("0.01"));
}

//! A reverse split and its return come on one day, and so do a usual and a special dividend.
void TestYahooProvider::eventsOfOneDayAreJoined()
{
    const QByteArray events = R"("events":{"splits":{
"1":{"date":1737729000,"numerator":1,"denominator":100},"2":{"date":1737729060,"numerator":50,"denominator":1},
"3":{"date":1737729120,"numerator":1,"denominator":100}},"dividends":{"1":{"amount":0.25,"date":1737729000},
"2":{"amount":1,"date":1737729060},"3":{"amount":0.25,"date":1737729120},"4":{"amount":0.01,"date":1737988200}}},)";
    const auto fetched = yahoo().parse(twoDays({}, events), query());
    QVERIFY(fetched);
    QCOMPARE(fetched->splits.size(), std::size_t(1));
    QCOMPARE(fetched->splits[0].newShares, 1);
    QCOMPARE(fetched->splits[0].oldShares, 2);
    QCOMPARE(fetched->dividends.size(), std::size_t(2));
    QCOMPARE(toPlainText(fetched->dividends[0].amount), std::string("1.25"));
}

void TestYahooProvider::anotherAnswerIsRefused_data()
{
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<QByteArray>("meta");
    QTest::addColumn<int>("fault");
    const int other = int(ProviderFault::NotWhatWasAsked);
    QTest::newRow("as asked") << QStringLiteral("nvda") << QByteArray(R"(,"dataGranularity":"1d")") << kFine;
    QTest::newRow("another symbol") << QStringLiteral("AMD") << QByteArray() << other;
    QTest::newRow("weeks") << QStringLiteral("NVDA") << QByteArray(R"(,"dataGranularity":"1wk")") << other;
}

void TestYahooProvider::anotherAnswerIsRefused()
{
    QFETCH(QString, symbol);
    QFETCH(QByteArray, meta);
    BarsQuery asked = query();
    asked.symbol = symbol;
    const auto fetched = yahoo().parse(twoDays(meta), asked);
    QTEST(fetched ? kFine : int(fetched.error().fault), "fault");
}

void TestYahooProvider::intradayBarsKeepTheirTimes()
{
    const auto fetched = yahoo().parse(twoDays(), query(5 * kNsPerMinute));
    QVERIFY(fetched);
    QCOMPARE(QString::fromStdString(isoTime(fetched->bars[1].bar.start)), QStringLiteral("2025-01-27T14:30:00Z"));
}

void TestYahooProvider::answersThatAreNone_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *name, const QByteArray &body, ProviderFault fault) {
        QTest::newRow(name) << body << static_cast<int>(fault);
    };
    row("unknown symbol", R"({"chart":{"result":null,"error":{"code":"Not Found","description":"No data found"}}})",
        ProviderFault::UnknownSymbol);
    row("too many requests", R"({"chart":{"result":null,"error":{"code":"Too Many Requests","description":"Later"}}})",
        ProviderFault::RateLimited);
    row("no data in the range",
        R"({"chart":{"result":null,"error":{"code":"Bad Request","description":"Data doesn't exist for startDate = 1"}}})",
        ProviderFault::NoData);
    row("an answer without rows", answer({}, {}, {}, {}, {}, {}), ProviderFault::NoData);
    row("prices without times", answer({}, "1", "1", "1", "1", "1"), ProviderFault::NoData);
    row("columns of different lengths", answer("1737729000,1737988200", "1", "1,2", "1,2", "1,2", "1,2"),
        ProviderFault::Malformed);
    row("no columns", answer("1737729000,1737988200", {}, {}, {}, {}, {}), ProviderFault::Malformed);
    row("times beyond the calendar", answer("1e300,-1e300", "1,1", "1,1", "1,1", "1,1", "1,1"), ProviderFault::NoData);
    row("no data, as an error of not found",
        R"({"chart":{"result":null,"error":{"code":"Not Found","description":"Data doesn't exist for startDate"}}})",
        ProviderFault::NoData);
    row("out of service", R"({"chart":{"result":null,"error":{"code":"Internal Server Error","description":"Sorry"}}})",
        ProviderFault::Unavailable);
    row("log-in page of a network", "<!DOCTYPE html><html><body>Welcome</body></html>", ProviderFault::WebPage);
    row("nothing, and no reason", R"({"chart":{"result":null,"error":null}})", ProviderFault::NoData);
    row("an empty list of charts", R"({"chart":{"result":[],"error":null}})", ProviderFault::NoData);
    row("what stands before the charts has nothing", R"({"finance":{"result":null,"error":null}})",
        ProviderFault::NoData);
    row("what stands before the charts refuses",
        R"({"finance":{"result":null,"error":{"code":"Too Many Requests","description":"Later"}}})",
        ProviderFault::RateLimited);
    row("words", "Too Many Requests\n", ProviderFault::NotWhatWasAsked);
    row("empty", {}, ProviderFault::NotWhatWasAsked);
    row("another JSON", R"({"bars":[]})", ProviderFault::NotWhatWasAsked);
    row("an unknown zone", twoDays().replace("America/New_York", "Mars/Olympus"), ProviderFault::NotWhatWasAsked);
}

void TestYahooProvider::answersThatAreNone()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, fault);
    const auto fetched = yahoo().parse(body, query());
    QCOMPARE(fetched ? kFine : static_cast<int>(fetched.error().fault), fault);
}

void TestYahooProvider::noCutAnswerIsTakenForAWholeOne()
{
    const QByteArray body = twoDays();
    for (qsizetype size = 0; size < body.size(); ++size)
        QVERIFY2(!yahoo().parse(body.first(size), query()), qPrintable(QString::number(size)));
}

void TestYahooProvider::requestsAskForTheRange()
{
    const HttpRequest request = yahoo().request(query(), {});
    QCOMPARE(request.url.host(), QStringLiteral("query2.finance.yahoo.com"));
    QCOMPARE(request.url.path(), QStringLiteral("/v8/finance/chart/NVDA"));
    const QUrlQuery words(request.url);
    QCOMPARE(words.queryItemValue(QStringLiteral("interval")), QStringLiteral("1d"));
    QVERIFY(words.queryItemValue(QStringLiteral("period1")).toLongLong()
            <= day("2025-01-20").utcMidnight().ns / kNsPerSecond);
    QVERIFY(words.queryItemValue(QStringLiteral("period2")).toLongLong()
            > day("2025-01-31").utcMidnight().ns / kNsPerSecond);

    ProviderSettings mirror;
    mirror.base = QUrl(QStringLiteral("http://127.0.0.1:8080/yahoo"));
    QCOMPARE(yahoo().request(query(), mirror).url.path(), QStringLiteral("/yahoo/v8/finance/chart/NVDA"));

    Instrument euro;
    euro.symbol = QStringLiteral("EURUSD");
    euro.kind = InstrumentKind::Fx;
    QCOMPARE(yahoo().symbolOf(euro), QStringLiteral("EURUSD=X"));
}

QTEST_GUILESS_MAIN(TestYahooProvider)

#include "tst_yahooprovider.moc"
