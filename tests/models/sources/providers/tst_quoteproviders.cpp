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

BarsQuery query(const QString &symbol, qint64 intervalNs)
{
    return {symbol, intervalNs, day("2025-01-20"), day("2025-01-31")};
}

//! "2025-01-27 124.80 128.40 116.70 118.42 818830900", one line a bar.
QString linesOf(const FetchedBars &fetched, bool daily)
{
    QStringList lines;
    for (const FetchedBar &one : fetched.bars) {
        QStringList words{QString::fromStdString(daily ? one.bar.session.iso() : isoTime(one.bar.start))};
        for (const qint64 units : {one.bar.open, one.bar.high, one.bar.low, one.bar.close})
            words << QString::fromStdString(toPlainText({units, one.priceDecimals}));
        words << (one.bar.volume ? QString::fromStdString(toPlainText({*one.bar.volume, one.sizeDecimals}))
                                 : QStringLiteral("-"));
        lines << words.join(QLatin1Char(' '));
    }
    return lines.join(QLatin1Char('\n'));
}

const QByteArray kStooq = "Date,Open,High,Low,Close,Volume\r\n"
                          "2025-01-24,148.37,148.97,141.88,142.62,234657600\r\n"
                          "2025-01-27,124.8,128.4,116.7,118.42,818830900\r\n";
const QByteArray kAlphaDaily =
    R"json({"Meta Data":{"1. Information":"Daily Prices","2. Symbol":"NVDA","5. Time Zone":"US/Eastern"},
"Time Series (Daily)":{"2025-01-27":{"1. open":"124.8000","2. high":"128.4000","3. low":"116.7000",
"4. close":"118.4200","5. volume":"818830900"},"2025-01-24":{"1. open":"148.3700","2. high":"148.9700",
"3. low":"141.8800","4. close":"142.6200","5. volume":"234657600"}}})json";
const QByteArray kAlphaMinutes =
    R"json({"Meta Data":{"1. Information":"Intraday (5min)","2. Symbol":"NVDA","6. Time Zone":"US/Eastern"},
"Time Series (5min)":{"2025-01-27 09:30:00":{"1. open":"124.80","2. high":"125.00","3. low":"123.67",
"4. close":"124.10","5. volume":"100"}}})json";
const QByteArray kTwelve =
    R"({"meta":{"symbol":"NVDA","interval":"1day","currency":"USD","exchange_timezone":"America/New_York"},)"
    R"("values":[{"datetime":"2025-01-27","open":"124.80","high":"128.40","low":"116.70","close":"118.42",)"
    R"("volume":"818830900"},{"datetime":"2025-01-24","open":"148.37","high":"148.97","low":"141.88",)"
    R"("close":"142.62","volume":"234657600"}],"status":"ok"})";
const QByteArray kTwelveFloats =
    R"({"meta":{"symbol":"TSLA","interval":"1day","currency":"USD","exchange_timezone":"America/New_York"},)"
    R"("values":[{"datetime":"2025-01-28","open":"155.00001","high":"68900.50123","low":"1.04951",)"
    R"("close":"155.12345","volume":"231261"},{"datetime":"2025-01-27","open":"306.91501","high":"313.32999",)"
    R"("low":"305.57999","close":"308.73001","volume":"231261"}],"status":"ok"})";
const QByteArray kTwelveMinutes =
    R"({"meta":{"symbol":"NVDA","interval":"5min","currency":"USD","exchange_timezone":"America/New_York"},)"
    R"("values":[{"datetime":"2025-01-27 09:30:00","open":"124.80","high":"125.00","low":"123.67","close":"124.10",)"
    R"("volume":"100"}],"status":"ok"})";
const QByteArray kFinnhub = R"({"c":[142.62,118.42],"h":[148.97,128.4],"l":[141.88,116.7],"o":[148.37,124.8],)"
                            R"("s":"ok","t":[1737676800,1737936000],"v":[234657600,818830900]})";
const QByteArray kFinnhubMinutes =
    R"({"c":[124.1],"h":[125],"l":[123.67],"o":[124.8],"s":"ok","t":[1737988200],"v":[100]})";
const QByteArray kEcbService = "KEY,FREQ,CURRENCY,CURRENCY_DENOM,TIME_PERIOD,OBS_VALUE\r\n"
                               "EXR.D.USD.EUR.SP00.A,D,USD,EUR,2025-01-24,1.0495\r\n"
                               "EXR.D.USD.EUR.SP00.A,D,USD,EUR,2025-01-27,1.0515\r\n";
const QByteArray kEcbFile = "Date, USD, JPY, \n27 January 2025, 1.0515, 161.64, \n";

const QString kTwoDays = QStringLiteral("2025-01-24 148.37 148.97 141.88 142.62 234657600\n"
                                        "2025-01-27 124.80 128.40 116.70 118.42 818830900");

} // namespace

//! The providers whose answers are simple tables: what they give, and what they say instead.
class TestQuoteProviders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bars_data();
    void bars();
    void noCutAnswerLosesItsEnd_data() { bars_data(); }
    void noCutAnswerLosesItsEnd();
    void whatIsSaidInstead_data();
    void whatIsSaidInstead();
    void symbols_data();
    void symbols();
    void sharesOfOtherExchangesAreAskedForByExchange();
    void freeKeysGetTheNewestDays();
    void requestsKeepTheirWordsOnAMirror();
    void keysAreSecrets();
    void keysThatAServiceRepeatsAreNotShown_data();
    void keysThatAServiceRepeatsAreNotShown();
    void everyProviderIsFoundByItsCode();
};

void TestQuoteProviders::bars_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<qint64>("interval");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *name, const char *provider, const char *symbol, qint64 interval,
                        const QByteArray &body, const QString &lines) {
        QTest::newRow(name) << QString::fromLatin1(provider) << QString::fromLatin1(symbol) << interval << body
                            << lines;
    };
    constexpr qint64 kFive = 5 * kNsPerMinute;
    row("Stooq", "stooq", "nvda.us", Series::kDaily, kStooq, kTwoDays);
    row("Alpha Vantage, daily", "alphavantage", "NVDA", Series::kDaily, kAlphaDaily,
        QStringLiteral("2025-01-24 148.3700 148.9700 141.8800 142.6200 234657600\n"
                       "2025-01-27 124.8000 128.4000 116.7000 118.4200 818830900"));
    row("Alpha Vantage, five minutes", "alphavantage", "NVDA", kFive, kAlphaMinutes,
        QStringLiteral("2025-01-27T14:30:00Z 124.80 125.00 123.67 124.10 100"));
    row("Twelve Data, daily, newest first", "twelvedata", "NVDA", Series::kDaily, kTwelve, kTwoDays);
    row("Twelve Data, printed floats", "twelvedata", "TSLA", Series::kDaily, kTwelveFloats,
        QStringLiteral("2025-01-27 306.915 313.330 305.580 308.730 231261\n"
                       "2025-01-28 155.00001 68900.50123 1.04951 155.12345 231261"));
    row("Twelve Data, five minutes", "twelvedata", "NVDA", kFive, kTwelveMinutes,
        QStringLiteral("2025-01-27T14:30:00Z 124.80 125.00 123.67 124.10 100"));
    row("Finnhub, daily", "finnhub", "NVDA", Series::kDaily, kFinnhub,
        QStringLiteral("2025-01-24 148.37 148.97 141.88 142.62 234657600\n"
                       "2025-01-27 124.80 128.40 116.70 118.42 818830900"));
    row("Finnhub, five minutes", "finnhub", "NVDA", kFive, kFinnhubMinutes,
        QStringLiteral("2025-01-27T14:30:00Z 124.80 125.00 123.67 124.10 100"));
    row("ECB, data service", "ecb", "USD", Series::kDaily, kEcbService,
        QStringLiteral("2025-01-24 1.0495 1.0495 1.0495 1.0495 -\n2025-01-27 1.0515 1.0515 1.0515 1.0515 -"));
    row("ECB, file of the day", "ecb", "JPY", Series::kDaily, kEcbFile,
        QStringLiteral("2025-01-27 161.64 161.64 161.64 161.64 -"));
}

void TestQuoteProviders::bars()
{
    QFETCH(const QString, provider);
    QFETCH(const QString, symbol);
    QFETCH(const qint64, interval);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, lines);
    const auto fetched = quoteProvider(provider)->parse(body, query(symbol, interval));
    QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().detail));
    QCOMPARE(linesOf(*fetched, interval == Series::kDaily), lines);
    QCOMPARE(fetched->rowsLeftOut, 0);
}

//! A connection that ends with the answer may have been cut. A cut table is refused or lacks whole rows only: no number
//! is ever a shorter one.
void TestQuoteProviders::noCutAnswerLosesItsEnd()
{
    QFETCH(const QString, provider);
    QFETCH(const QString, symbol);
    QFETCH(const qint64, interval);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, lines);
    for (qsizetype size = 0; size < body.trimmed().size(); ++size) {
        const auto fetched = quoteProvider(provider)->parse(body.first(size), query(symbol, interval));
        QVERIFY2(!fetched || lines.startsWith(linesOf(*fetched, interval == Series::kDaily) % QLatin1Char('\n')),
                 qPrintable(QString::number(size)));
    }
}

void TestQuoteProviders::whatIsSaidInstead_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *name, const char *provider, const QByteArray &body, ProviderFault fault) {
        QTest::newRow(name) << QString::fromLatin1(provider) << body << static_cast<int>(fault);
    };
    row("Stooq's quota", "stooq", "Exceeded the daily hits limit", ProviderFault::QuotaUsed);
    row("Stooq has nothing", "stooq", "No data", ProviderFault::NoData);
    row("Stooq with other columns", "stooq", "Date,Price\n2025-01-27,1\n", ProviderFault::NotWhatWasAsked);
    row("Alpha Vantage's note", "alphavantage", R"({"Note":"Thank you. Our call frequency is 5 a minute."})",
        ProviderFault::RateLimited);
    row("Alpha Vantage's quota", "alphavantage", R"({"Information":"Our rate limit is 25 requests per day."})",
        ProviderFault::QuotaUsed);
    row("Alpha Vantage's plan", "alphavantage", R"({"Information":"This is a premium endpoint."})",
        ProviderFault::NotInPlan);
    row("Alpha Vantage's second", "alphavantage",
        R"({"Information":"Please spread your requests (1 request per second). Premium plans lift the rate limit."})",
        ProviderFault::RateLimited);
    row("Alpha Vantage's quota, with the key in it", "alphavantage",
        R"({"Information":"We have detected your API key as s3cret and our rate limit is 25 requests per day."})",
        ProviderFault::QuotaUsed);
    row("Alpha Vantage's sample key", "alphavantage",
        R"({"Information":"The demo API key is for demo purposes only."})", ProviderFault::BadKey);
    row("Alpha Vantage's quote of the moment", "alphavantage",
        R"({"Global Quote":{"01. symbol":"MSFT","05. price":"112.1300"}})", ProviderFault::NotWhatWasAsked);
    row("Alpha Vantage's key", "alphavantage", R"({"Error Message":"the parameter apikey is invalid or missing."})",
        ProviderFault::BadKey);
    row("Alpha Vantage's symbol", "alphavantage", R"({"Error Message":"Invalid API call."})",
        ProviderFault::UnknownSymbol);
    row("Twelve Data's key", "twelvedata", R"({"code":401,"message":"apikey is incorrect","status":"error"})",
        ProviderFault::BadKey);
    row("Twelve Data's minute", "twelvedata",
        R"({"code":429,"message":"out of credits for the current minute","status":"error"})",
        ProviderFault::RateLimited);
    row("Twelve Data's day", "twelvedata", R"({"code":429,"message":"out of credits for the day","status":"error"})",
        ProviderFault::QuotaUsed);
    row("Twelve Data's symbol", "twelvedata", R"({"code":404,"message":"symbol not found","status":"error"})",
        ProviderFault::UnknownSymbol);
    row("Twelve Data has nothing", "twelvedata",
        R"({"code":400,"message":"No data is available on the specified dates","status":"error"})",
        ProviderFault::NoData);
    row("Twelve Data's plan", "twelvedata",
        R"({"code":403,"message":"/time_series is available with a higher plan","status":"error"})",
        ProviderFault::NotInPlan);
    row("Twelve Data is down", "twelvedata", R"({"code":500,"message":"internal server error","status":"error"})",
        ProviderFault::Unavailable);
    row("Finnhub has nothing", "finnhub", R"({"s":"no_data"})", ProviderFault::NoData);
    row("Finnhub's plan", "finnhub", R"({"error":"You don't have access to this resource."})",
        ProviderFault::NotInPlan);
    row("Finnhub's key", "finnhub", R"({"error":"Invalid API key"})", ProviderFault::BadKey);
    row("Finnhub without a key", "finnhub", R"({"error":"Please use an API key."})", ProviderFault::BadKey);
    row("Finnhub's minute", "finnhub", R"({"error":"API limit reached. Please try again later. Remaining Limit: 0"})",
        ProviderFault::RateLimited);
    row("Finnhub's symbol", "finnhub", R"({"error":"Symbol not supported"})", ProviderFault::UnknownSymbol);
    row("Finnhub with columns of different lengths", "finnhub",
        R"({"c":[1,2],"h":[1,2],"l":[1,2],"o":[1],"s":"ok","t":[1737676800,1737936000],"v":[1,2]})",
        ProviderFault::Malformed);
    row("Finnhub with other words", "finnhub", R"({"quotes":[]})", ProviderFault::NotWhatWasAsked);
    row("Alpha Vantage with another symbol", "alphavantage", kAlphaDaily, ProviderFault::NotWhatWasAsked);
    row("Twelve Data with another symbol", "twelvedata", kTwelve, ProviderFault::NotWhatWasAsked);
    row("Twelve Data with another length", "twelvedata", QByteArray(kTwelveMinutes).replace("NVDA", "USD"),
        ProviderFault::NotWhatWasAsked);
    row("ECB with another currency", "ecb", QByteArray(kEcbService).replace("D,USD", "D,JPY"),
        ProviderFault::NotWhatWasAsked);
    row("ECB has nothing", "ecb", "", ProviderFault::NoData);
    row("ECB without the currency", "ecb", "Date, JPY, \n27 January 2025, 161.64, \n", ProviderFault::UnknownSymbol);
    for (const QuoteProvider *provider : quoteProviders()) {
        const QByteArray code = provider->code().toLatin1();
        row(qPrintable(provider->title()), code.constData(), "<!DOCTYPE html>\n<html><body>Log in</body></html>\n",
            ProviderFault::WebPage);
    }
}

void TestQuoteProviders::whatIsSaidInstead()
{
    QFETCH(const QString, provider);
    QFETCH(const QByteArray, body);
    QFETCH(const int, fault);
    const auto fetched = quoteProvider(provider)->parse(body, query(QStringLiteral("USD"), Series::kDaily));
    QCOMPARE(fetched ? kFine : static_cast<int>(fetched.error().fault), fault);
}

void TestQuoteProviders::symbols_data()
{
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<QString>("mic");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QStringList>("spelled"); // as the providers are listed; empty: has it not
    const auto row = [](const char *symbol, const char *mic, InstrumentKind kind, const char *spelled) {
        QTest::newRow(symbol) << QString::fromLatin1(symbol) << QString::fromLatin1(mic) << static_cast<int>(kind)
                              << QString::fromLatin1(spelled).split(QLatin1Char(' '));
    };
    // Yahoo, Stooq, Alpha Vantage, Twelve Data, Finnhub, ECB
    row("NVDA", "XNAS", InstrumentKind::Stock, "NVDA nvda.us NVDA NVDA NVDA ");
    row("BRK-B", "XNYS", InstrumentKind::Stock, "BRK-B brk-b.us BRK-B BRK.B BRK.B ");
    row("SAP.DE", "XETR", InstrumentKind::Stock, "SAP.DE sap.de SAP.DEX SAP:XETR SAP.DE ");
    row("9984.T", "XTKS", InstrumentKind::Stock, "9984.T 9984.jp 9984.T 9984:XTKS 9984.T ");
    row("7203.T", "", InstrumentKind::Stock, "7203.T 7203.jp 7203.T  7203.T ");
    row("^GSPC", "XNYS", InstrumentKind::Index, "^GSPC ^spx   ^GSPC ");
    row("^SOX", "XNAS", InstrumentKind::Index, "^SOX    ^SOX ");
    row("EURUSD", "", InstrumentKind::Fx, "EURUSD=X eurusd  EUR/USD  USD");
    row("USDJPY", "", InstrumentKind::Fx, "USDJPY=X usdjpy  USD/JPY  ");
    row("BTC-USD", "", InstrumentKind::Crypto, "BTC-USD btc.v  BTC/USD  ");
}

void TestQuoteProviders::symbols()
{
    QFETCH(const QString, symbol);
    QFETCH(const QString, mic);
    QFETCH(const int, kind);
    QFETCH(const QStringList, spelled);
    Instrument instrument;
    instrument.symbol = symbol;
    instrument.mic = mic;
    instrument.kind = static_cast<InstrumentKind>(kind);
    QStringList got;
    for (const QuoteProvider *provider : quoteProviders())
        got << provider->symbolOf(instrument);
    QCOMPARE(got, spelled);
}

//! A share of Xetra by its symbol alone would be answered with the receipt in New York, in dollars.
void TestQuoteProviders::sharesOfOtherExchangesAreAskedForByExchange()
{
    const HttpRequest request =
        quoteProvider(QStringLiteral("twelvedata"))->request(query(QStringLiteral("SAP:XETR"), Series::kDaily), {});
    const QUrlQuery words(request.url);
    QCOMPARE(words.queryItemValue(QStringLiteral("symbol")), QStringLiteral("SAP"));
    QCOMPARE(words.queryItemValue(QStringLiteral("mic_code")), QStringLiteral("XETR"));
}

//! Alpha Vantage gives longer ranges to paying users only. A range that its hundred newest days do not reach back to is
//! not one without quotes.
void TestQuoteProviders::freeKeysGetTheNewestDays()
{
    const QuoteProvider &alpha = *quoteProvider(QStringLiteral("alphavantage"));
    const auto size = [&alpha](const BarsQuery &asked) {
        return QUrlQuery(alpha.request(asked, {}).url).queryItemValue(QStringLiteral("outputsize"));
    };
    const BarsQuery days = query(QStringLiteral("NVDA"), Series::kDaily);
    BarsQuery years = days;
    years.from = day("2020-01-01");
    QCOMPARE(size(days), QStringLiteral("compact"));
    QCOMPARE(size(years), QStringLiteral("full"));

    QByteArrayList rows;
    for (int i = 0; i < 100; ++i) {
        rows << '"' + QByteArray::fromStdString(day("2025-01-22").plusDays(i).iso())
                    + R"j(":{"1. open":"1","2. high":"1","3. low":"1","4. close":"1","5. volume":"1"})j";
    }
    const QByteArray newest = R"j({"Meta Data":{"4. Output Size":"Compact","5. Time Zone":"US/Eastern"},)j"
                              R"j("Time Series (Daily)":{)j"
                              + rows.join(',') + "}}";
    const auto covered = alpha.parse(newest, days);
    QVERIFY(covered);
    QCOMPARE(covered->bars.size(), std::size_t(10));
    BarsQuery before = days;
    before.from = day("2024-12-20");
    const auto missing = alpha.parse(newest, before);
    QVERIFY(!missing);
    QVERIFY(missing.error().fault == ProviderFault::NotInPlan);
}

void TestQuoteProviders::requestsKeepTheirWordsOnAMirror()
{
    ProviderSettings mirror;
    mirror.base = QUrl(QStringLiteral("http://127.0.0.1:8080/quotes/"));
    for (const QuoteProvider *provider : quoteProviders()) {
        const HttpRequest request = provider->request(query(QStringLiteral("M&M+A"), Series::kDaily), mirror);
        const QByteArray address = request.url.toEncoded();
        QVERIFY2(address.startsWith("http://127.0.0.1:8080/quotes/"), address.constData());
        QVERIFY2(!request.url.path().contains(QLatin1String("//")), address.constData());
        QVERIFY2(!request.url.query(QUrl::FullyEncoded).contains(QLatin1Char('+')), address.constData());
        QCOMPARE(request.pause.count(), 0);
    }
}

void TestQuoteProviders::keysAreSecrets()
{
    ProviderSettings settings;
    settings.key = "s3cret";
    for (const QuoteProvider *provider : quoteProviders()) {
        const HttpRequest request = provider->request(query(QStringLiteral("NVDA"), Series::kDaily), settings);
        QVERIFY2(!request.url.toEncoded().contains("s3cret"), qPrintable(provider->code()));
        QCOMPARE(!request.secrets.isEmpty(), provider->needsKey());
    }
}

void TestQuoteProviders::keysThatAServiceRepeatsAreNotShown_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("Alpha Vantage") << QStringLiteral("alphavantage")
                                   << QByteArray(R"({"Information":"We have detected your API key as 0123456789 and )"
                                                 R"(our standard API rate limit is 25 requests per day."})");
    QTest::newRow("Alpha Vantage, where the text is cut")
        << QStringLiteral("alphavantage") << "{\"Note\":\"" + QByteArray(193, 'x') + ' ' + "0123456789 is your key\"}";
    QTest::newRow("Twelve Data") << QStringLiteral("twelvedata")
                                 << QByteArray(R"({"code":401,"message":"0123456789 is no key","status":"error"})");
    QTest::newRow("Finnhub") << QStringLiteral("finnhub") << QByteArray(R"({"error":"Invalid API key 0123456789"})");
}

void TestQuoteProviders::keysThatAServiceRepeatsAreNotShown()
{
    QFETCH(const QString, provider);
    QFETCH(const QByteArray, body);
    ProviderSettings settings;
    settings.key = "0123456789";
    const QuoteProvider *source = quoteProvider(provider);
    const BarsQuery asked = query(QStringLiteral("NVDA"), Series::kDaily);
    const auto fetched = source->parse(body, asked);
    QVERIFY(!fetched);
    const ProviderError shown = withoutSecrets(fetched.error(), source->request(asked, settings));
    QVERIFY2(!shown.detail.contains(QLatin1String("0123")), qPrintable(shown.detail));
    QVERIFY(shown.detail.contains(QLatin1String("***")));
    QVERIFY(shown.detail.size() <= 200);
}

void TestQuoteProviders::everyProviderIsFoundByItsCode()
{
    QVERIFY(quoteProviders().size() >= 6);
    for (const QuoteProvider *provider : quoteProviders())
        QCOMPARE(quoteProvider(provider->code()), provider);
    QVERIFY(!quoteProvider(QStringLiteral("nobody")));
}

QTEST_GUILESS_MAIN(TestQuoteProviders)

#include "tst_quoteproviders.moc"
