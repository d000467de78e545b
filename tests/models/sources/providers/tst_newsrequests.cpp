// SPDX-License-Identifier: GPL-3.0-or-later
#include <sources/providers/NewsProvider.h>
#include <sources/providers/ProviderList.h>
#include <sources/providers/QuoteProvider.h>
#include <sources/providers/TradeProvider.h>

#include <QSet>
#include <QTest>
#include <QUrlQuery>

using namespace tickmark::sources;
using namespace tickmark::core;

namespace {

NewsQuery query()
{
    return {QStringLiteral("NVDA"), *parseIsoTime("2025-01-27T00:00:00Z"), *parseIsoTime("2025-01-28T12:30:00Z")};
}

const NewsProvider &provider(const char *code)
{
    return *newsProvider(QString::fromLatin1(code));
}

} // namespace

//! What services of news are asked, and what a user is asked about each.
class TestNewsRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void symbols_data();
    void symbols();
    void requests_data();
    void requests();
    void aShortSearchIsMadeLongEnough();
    void keysAreSecrets();
    void mirrorsKeepTheirPath();
    void everyProviderIsInTheList();
};

void TestNewsRequests::symbols_data()
{
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QStringList>("spelled"); // by feeds, GDELT, Finnhub and Alpha Vantage; empty: no news of it
    const auto row = [](const char *symbol, InstrumentKind kind, const QStringList &spelled) {
        QTest::newRow(symbol) << QString::fromLatin1(symbol) << static_cast<int>(kind) << spelled;
    };
    const QString name = QStringLiteral("\"The Name\"");
    const auto word = [](const char *text) { return QString::fromLatin1(text); };
    row("NVDA", InstrumentKind::Stock, {{}, name, word("NVDA"), word("NVDA")});
    row("BRK-B", InstrumentKind::Stock, {{}, name, word("BRK.B"), word("BRK-B")});
    row("SAP.DE", InstrumentKind::Stock, {{}, name, {}, {}});
    row("^GSPC", InstrumentKind::Index, {{}, name, {}, {}});
    row("EURUSD", InstrumentKind::Fx, {{}, name, {}, word("FOREX:EUR")});
    row("BTC-USD", InstrumentKind::Crypto, {{}, name, {}, word("CRYPTO:BTC")});
}

void TestNewsRequests::symbols()
{
    QFETCH(const QString, symbol);
    QFETCH(const int, kind);
    QFETCH(const QStringList, spelled);
    Instrument instrument;
    instrument.symbol = symbol;
    instrument.kind = static_cast<InstrumentKind>(kind);
    instrument.names = {{QStringLiteral("en"), QStringLiteral("The \"Name\""), QStringLiteral("N"), {}}};
    QStringList got;
    for (const NewsProvider *one : newsProviders()) {
        got << one->symbolOf(instrument);
        QVERIFY(one->perInstrument() || got.last().isEmpty());
    }
    QCOMPARE(got, spelled);
    instrument.names.clear();
    QCOMPARE(provider("gdelt").symbolOf(instrument), QString()); // a symbol is no word of a text
}

void TestNewsRequests::requests_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("GDELT")
        << "gdelt" << QStringLiteral("\"Procter & Gamble\"") << "https://api.gdeltproject.org/api/v2/doc/doc"
        << QStringList{QStringLiteral("query=\"Procter & Gamble\" (sourcelang:english OR sourcelang:german)"),
                       QStringLiteral("format=json"), QStringLiteral("mode=artlist"),
                       QStringLiteral("startdatetime=20250127000000"), QStringLiteral("enddatetime=20250128123000")};
    QTest::newRow("Finnhub") << "finnhub-news" << QStringLiteral("BRK.B") << "https://finnhub.io/api/v1/company-news"
                             << QStringList{QStringLiteral("symbol=BRK.B"), QStringLiteral("from=2025-01-27"),
                                            QStringLiteral("to=2025-01-28")};
    QTest::newRow("Alpha Vantage") << "alphavantage-news" << QStringLiteral("CRYPTO:BTC")
                                   << "https://www.alphavantage.co/query"
                                   << QStringList{QStringLiteral("function=NEWS_SENTIMENT"),
                                                  QStringLiteral("tickers=CRYPTO:BTC"),
                                                  QStringLiteral("time_from=20250127T0000"),
                                                  QStringLiteral("time_to=20250128T1230")};
}

void TestNewsRequests::requests()
{
    QFETCH(const QString, code);
    QFETCH(const QString, symbol);
    QFETCH(const QString, address);
    QFETCH(const QStringList, words);
    NewsQuery asked = query();
    asked.symbol = symbol;
    const HttpRequest request = newsProvider(code)->request(asked, {});
    QCOMPARE(request.url.toString(QUrl::RemoveQuery), address);
    const QUrlQuery sent(QUrl::fromEncoded(request.url.toEncoded()));
    for (const QString &word : words) {
        const QString key = word.section(QLatin1Char('='), 0, 0);
        QCOMPARE(QString(key % QLatin1Char('=') % sent.queryItemValue(key, QUrl::FullyDecoded)), word);
    }
}

void TestNewsRequests::aShortSearchIsMadeLongEnough()
{
    NewsQuery asked = query();
    asked.from = Time{asked.until.ns - kNsPerMinute};
    const QUrlQuery sent(provider("gdelt").request(asked, {}).url);
    QCOMPARE(sent.queryItemValue(QStringLiteral("startdatetime")), QStringLiteral("20250128113000"));
    QVERIFY(provider("gdelt").request(asked, {}).pause >= std::chrono::seconds(5));
}

void TestNewsRequests::keysAreSecrets()
{
    ProviderSettings settings;
    settings.key = "s3cret";
    for (const NewsProvider *one : newsProviders()) {
        const HttpRequest request = one->request(query(), settings);
        QVERIFY2(!request.url.toEncoded().contains("s3cret"), qPrintable(one->code()));
        for (const auto &header : request.headers)
            QVERIFY(!header.second.contains("s3cret"));
        QCOMPARE(!request.secrets.isEmpty(), one->needsKey());
    }
}

void TestNewsRequests::mirrorsKeepTheirPath()
{
    ProviderSettings mirror;
    mirror.base = QUrl(QStringLiteral("http://127.0.0.1:8080/mirror"));
    for (const NewsProvider *one : newsProviders()) {
        const QUrl url = one->request(query(), mirror).url;
        QCOMPARE(url.port(), 8080);
        QVERIFY2(url.path().startsWith(QLatin1String("/mirror")), qPrintable(one->code()));
        if (one->needsAddress())
            QCOMPARE(url, mirror.base);
    }
}

void TestNewsRequests::everyProviderIsInTheList()
{
    QSet<QString> codes;
    for (const ProviderInfo &info : providerList()) {
        QVERIFY2(!codes.contains(info.code), qPrintable(info.code));
        codes.insert(info.code);
        QVERIFY(!info.title.isEmpty());
        QVERIFY(!codeOf(info.kind).isEmpty());
    }
    for (const NewsProvider *one : newsProviders()) {
        const auto info = providerInfo(one->code());
        QVERIFY(info);
        QCOMPARE(newsProvider(info->code), one);
        QCOMPARE(info->kind, ProviderKind::News);
        QCOMPARE(info->needsKey, one->needsKey());
        QCOMPARE(info->needsAddress, one->needsAddress());
    }
    for (const QuoteProvider *one : quoteProviders())
        QCOMPARE(providerInfo(one->code())->kind, ProviderKind::Bars);
    for (const TradeProvider *one : tradeProviders())
        QCOMPARE(providerInfo(one->code())->kind, ProviderKind::Trades);
    QVERIFY(providerInfo(csvProviderCode())->needsAddress);
    QVERIFY(!providerInfo(QStringLiteral("nobody")));
    QVERIFY(!newsProvider(QStringLiteral("nobody")));
}

QTEST_GUILESS_MAIN(TestNewsRequests)

#include "tst_newsrequests.moc"
