// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/Series.h>
#include <sources/providers/QuoteProvider.h>

#include <QTest>

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
const QByteArray kTwelveMinutes =
    R"({"meta":{"symbol":"NVDA","interval":"5min","currency":"USD","exchange_timezone":"America/New_York"},)"
    R"("values":[{"datetime":"2025-01-27 09:30:00","open":"124.80","high":"125.00","low":"123.67","close":"124.10",)"
    R"("volume":"100"}],"status":"ok"})";
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
    void keysAreSecrets();
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
    row("Twelve Data, five minutes", "twelvedata", "NVDA", kFive, kTwelveMinutes,
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
        ProviderFault::BadKey);
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
    row("ECB has nothing", "ecb", "", ProviderFault::NoData);
    row("ECB without the currency", "ecb", "Date, JPY, \n27 January 2025, 161.64, \n", ProviderFault::UnknownSymbol);
    for (const QuoteProvider *provider : quoteProviders()) {
        const QByteArray code = provider->code().toLatin1();
        row(qPrintable(provider->title()), code.constData(), "<!DOCTYPE html>\n<html><body>Log in</body></html>\n",
            ProviderFault::NotWhatWasAsked);
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
    QTest::addColumn<int>("kind");
    QTest::addColumn<QStringList>(
        "spelled"); // by Yahoo, Stooq, Alpha Vantage, Twelve Data and the ECB; empty: has it not
    const auto row = [](const char *symbol, InstrumentKind kind, const QStringList &spelled) {
        QTest::newRow(symbol) << QString::fromLatin1(symbol) << static_cast<int>(kind) << spelled;
    };
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    row("NVDA", InstrumentKind::Stock, words("NVDA nvda.us NVDA NVDA "));
    row("SAP.DE", InstrumentKind::Stock, words("SAP.DE sap.de SAP.DEX SAP "));
    row("9984.T", InstrumentKind::Stock, words("9984.T 9984.jp 9984.T 9984 "));
    row("^GSPC", InstrumentKind::Index, words("^GSPC ^spx   "));
    row("^SOX", InstrumentKind::Index, words("^SOX    "));
    row("EURUSD", InstrumentKind::Fx, words("EURUSD=X eurusd  EUR/USD USD"));
    row("USDJPY", InstrumentKind::Fx, words("USDJPY=X usdjpy  USD/JPY "));
    row("BTC-USD", InstrumentKind::Crypto, words("BTC-USD btc.v  BTC/USD "));
}

void TestQuoteProviders::symbols()
{
    QFETCH(const QString, symbol);
    QFETCH(const int, kind);
    QFETCH(const QStringList, spelled);
    Instrument instrument;
    instrument.symbol = symbol;
    instrument.kind = static_cast<InstrumentKind>(kind);
    QStringList got;
    for (const QuoteProvider *provider : quoteProviders())
        got << provider->symbolOf(instrument);
    QCOMPARE(got, spelled);
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

void TestQuoteProviders::everyProviderIsFoundByItsCode()
{
    QVERIFY(quoteProviders().size() >= 5);
    for (const QuoteProvider *provider : quoteProviders())
        QCOMPARE(quoteProvider(provider->code()), provider);
    QVERIFY(!quoteProvider(QStringLiteral("nobody")));
}

QTEST_GUILESS_MAIN(TestQuoteProviders)

#include "tst_quoteproviders.moc"
