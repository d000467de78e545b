// SPDX-License-Identifier: GPL-3.0-or-later
#include "StreamFrames.h"

#include <QTest>

using namespace tickmark::sources;
using namespace tickmark::core;
using namespace tickmark::test;

namespace {

QList<int> refusedOf(const StreamMessage &message)
{
    QList<int> places;
    for (const StreamMessage::Refusal &one : message.refused)
        places << one.symbol;
    return places;
}

} // namespace

//! What is agreed with each provider besides trades: where it is, how symbols and orders are written, and what it answers.
class TestStreamProtocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSaidBesides_data();
    void whatIsSaidBesides();
    void orders_data();
    void orders();
    void addresses_data();
    void addresses();
    void symbols_data();
    void symbols();
    void everyProviderIsFoundByItsCode();
};

void TestStreamProtocol::whatIsSaidBesides_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QList<int>>("accepted");
    QTest::addColumn<QList<int>>("refused");
    const auto row = [](const char *name, const char *provider, const QByteArray &frame, const char *fault,
                        const QList<int> &accepted = {}, const QList<int> &refused = {}) {
        QTest::newRow(name) << QString::fromLatin1(provider) << frame << QString::fromLatin1(fault) << accepted
                            << refused;
    };
    row("Kraken: heartbeat", "kraken", R"({"channel":"heartbeat"})", "");
    row("Kraken: online", "kraken", R"({"channel":"status","type":"update","data":[{"system":"online"}]})", "");
    row("Kraken: maintenance", "kraken", R"({"channel":"status","data":[{"system":"maintenance"}]})", "unavailable");
    row("Kraken: pong", "kraken", R"({"method":"pong","req_id":1,"time_out":"2024-01-27T14:23:54Z"})", "");
    row("Kraken: subscribed", "kraken",
        R"({"method":"subscribe","result":{"channel":"trade","symbol":"ETH/EUR"},"success":true})", "", {1});
    row("Kraken: unsubscribed", "kraken",
        R"({"method":"unsubscribe","result":{"channel":"trade","symbol":"ETH/EUR"},"success":true})", "");
    row("Kraken: unknown pair", "kraken",
        R"({"error":"Currency pair not supported ETH/EUR","method":"subscribe","success":false,"symbol":"ETH/EUR"})",
        "", {}, {1});
    row("Kraken: twice", "kraken",
        R"({"error":"Already subscribed","method":"subscribe","success":false,"symbol":"ETH/EUR"})", "", {1});
    row("Kraken: another error of one pair", "kraken",
        R"({"error":"Not permitted","method":"subscribe","success":false,"symbol":"BTC/USD"})", "", {}, {0});
    row("Kraken: unsubscribing what is gone", "kraken",
        R"({"error":"Subscription Not Found","method":"unsubscribe","success":false,"symbol":"BTC/USD"})", "");
    row("Kraken: too much", "kraken", R"({"error":"Exceeded msg rate","success":false})", "rate_limited");
    row("Kraken: out of service", "kraken", R"({"error":"EService:Unavailable","success":false})", "unavailable");
    row("Kraken: another error", "kraken", R"({"error":"Malformed request","success":false})", "not_what_was_asked");
    row("Kraken: trades that are no list", "kraken", R"({"channel":"trade","data":{}})", "not_what_was_asked");
    row("Coinbase: heartbeat", "coinbase",
        R"({"channel":"heartbeats","timestamp":"2024-01-27T14:23:54Z","sequence_num":3,"events":[{}]})", "");
    row("Coinbase: subscribed", "coinbase",
        R"({"channel":"subscriptions","events":[{"subscriptions":{"market_trades":["ETH-EUR","BTC-USD"]}}]})", "",
        {1, 0});
    row("Coinbase: one is not in the list", "coinbase",
        R"({"channel":"subscriptions","events":[{"subscriptions":{"market_trades":["BTC-USD"],"heartbeats":["heartbeats"]}}]})",
        "", {0}, {1});
    row("Coinbase: of heartbeats", "coinbase",
        R"({"channel":"subscriptions","events":[{"subscriptions":{"heartbeats":["heartbeats"]}}]})", "");
    row("Coinbase: unknown product", "coinbase",
        R"({"type":"error","message":"failed to subscribe","reason":"ETH-EUR is not a valid product"})", "", {}, {1});
    row("Coinbase: unknown product like another", "coinbase",
        R"({"type":"error","message":"WBTC-USD is not a valid product"})", "");
    row("Coinbase: too much", "coinbase", R"({"type":"error","message":"rate limit exceeded"})", "rate_limited");
    row("Coinbase: another error", "coinbase", R"({"type":"error","message":"unknown"})", "not_what_was_asked");
    row("Coinbase: events that are no list", "coinbase", R"({"channel":"market_trades","events":7})",
        "not_what_was_asked");
    row("Binance: subscribed", "binance", R"({"result":null,"id":1})", "", {0, 1});
    row("Binance: too much", "binance", R"({"code":429,"msg":"Too many requests"})", "rate_limited");
    row("Binance: error within", "binance", R"({"error":{"code":2,"msg":"Invalid request: bad"},"id":1})",
        "not_what_was_asked");
    row("Binance: invalid symbol", "binance", R"({"code":-1121,"msg":"Invalid symbol ETHEUR."})", "", {}, {1});
    row("Binance: going down", "binance", R"({"e":"serverShutdown","E":1706365434002})", "unavailable");
    row("Binance: another event", "binance", R"({"e":"kline","E":1706365434002,"s":"BTCUSDT"})", "");
    row("Finnhub: ping", "finnhub", R"({"type":"ping"})", "");
    row("Finnhub: wrong key", "finnhub", R"({"type":"error","msg":"Invalid API key"})", "bad_key");
    row("Finnhub: too many symbols", "finnhub", R"({"type":"error","msg":"Subscribing to too many symbols"})",
        "rate_limited");
    row("Finnhub: unknown symbol", "finnhub", R"({"type":"error","msg":"Invalid symbol BRK.B"})", "", {}, {1});
    row("Finnhub: symbol of nobody knows whom", "finnhub", R"({"type":"error","msg":"Invalid symbol"})", "");
    for (const char *provider : {"kraken", "coinbase", "binance", "finnhub"}) {
        const auto odd = [&row, provider](const char *name, const QByteArray &frame, const char *fault) {
            row(qPrintable(QString::fromLatin1(provider) % QLatin1String(": ") % QString::fromLatin1(name)), provider,
                frame, fault);
        };
        odd("news of a kind that comes later", R"({"channel":"new","type":"thing","data":[1,{"a":[]}]})", "");
        odd("log-in page", "<html><body>Please log in</body></html>", "web_page");
        odd("list", "[]", "not_what_was_asked");
        odd("empty", "", "not_what_was_asked");
        odd("bytes", QByteArray("\x00\xFF\xFE{", 4), "not_what_was_asked");
        odd("deep", QByteArray(100'000, '['), "not_what_was_asked");
        odd("deep within", R"({"a":)" + QByteArray(100'000, '{'), "not_what_was_asked");
    }
}

void TestStreamProtocol::whatIsSaidBesides()
{
    QFETCH(const QString, provider);
    QFETCH(const QByteArray, frame);
    QFETCH(const QString, fault);
    QFETCH(const QList<int>, accepted);
    QFETCH(const QList<int>, refused);
    const StreamMessage message = parsed(provider, frame);
    QCOMPARE(faultOf(message), fault);
    QCOMPARE(QList<int>(message.accepted.begin(), message.accepted.end()), accepted);
    QCOMPARE(refusedOf(message), refused);
    QVERIFY(message.trades.empty());
    if (message.fault)
        QVERIFY(message.fault->detail.size() <= 200);
}

void TestStreamProtocol::orders_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArrayList>("subscribe");
    QTest::addColumn<QByteArrayList>("unsubscribe");
    QTest::newRow("Kraken")
        << QStringLiteral("kraken")
        << QByteArrayList{R"({"method":"subscribe","params":{"channel":"trade","snapshot":true,"symbol":["BTC/USD","ETH/EUR"]}})"}
        << QByteArrayList{R"({"method":"unsubscribe","params":{"channel":"trade","symbol":["BTC/USD","ETH/EUR"]}})"};
    QTest::newRow("Coinbase")
        << QStringLiteral("coinbase")
        << QByteArrayList{R"({"channel":"market_trades","product_ids":["BTC-USD","ETH-EUR"],"type":"subscribe"})"}
        << QByteArrayList{R"({"channel":"market_trades","product_ids":["BTC-USD","ETH-EUR"],"type":"unsubscribe"})"};
    QTest::newRow("Binance, in small letters")
        << QStringLiteral("binance")
        << QByteArrayList{R"({"id":1,"method":"SUBSCRIBE","params":["btcusdt@trade","etheur@trade"]})"}
        << QByteArrayList{R"({"id":2,"method":"UNSUBSCRIBE","params":["btcusdt@trade","etheur@trade"]})"};
    QTest::newRow("Finnhub, one by one") << QStringLiteral("finnhub")
                                         << QByteArrayList{R"({"symbol":"NVDA","type":"subscribe"})",
                                                           R"({"symbol":"BRK.B","type":"subscribe"})"}
                                         << QByteArrayList{R"({"symbol":"NVDA","type":"unsubscribe"})",
                                                           R"({"symbol":"BRK.B","type":"unsubscribe"})"};
}

void TestStreamProtocol::orders()
{
    QFETCH(const QString, provider);
    QFETCH(const QByteArrayList, subscribe);
    QFETCH(const QByteArrayList, unsubscribe);
    QCOMPARE(streamProvider(provider)->subscribe(kSymbols[provider]), subscribe);
    QCOMPARE(streamProvider(provider)->unsubscribe(kSymbols[provider]), unsubscribe);
    const QByteArrayList heartbeats{R"({"channel":"heartbeats","type":"subscribe"})"};
    const bool isCoinbase = provider == QLatin1String("coinbase");
    QCOMPARE(streamProvider(provider)->greeting(), isCoinbase ? heartbeats : QByteArrayList());
}

void TestStreamProtocol::addresses_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("address");
    const auto row = [](const char *name, const char *provider, const char *base, const char *address) {
        QTest::newRow(name) << QString::fromLatin1(provider) << QString::fromLatin1(base)
                            << QString::fromLatin1(address);
    };
    row("Kraken", "kraken", "", "wss://ws.kraken.com/v2");
    row("Coinbase", "coinbase", "", "wss://advanced-trade-ws.coinbase.com/");
    row("Binance", "binance", "", "wss://stream.binance.com:9443/ws");
    row("Finnhub, with its key", "finnhub", "", "wss://ws.finnhub.io/?token=a%2Bb%26c");
    row("a test on loopback", "kraken", "http://127.0.0.1:4711", "ws://127.0.0.1:4711/v2");
    row("a mirror in a folder", "binance", "https://mirror.example/binance/", "wss://mirror.example/binance/ws");
    row("a mirror by its own scheme", "coinbase", "wss://mirror.example", "wss://mirror.example/");
    row("a mirror with a key", "finnhub", "https://mirror.example", "wss://mirror.example/?token=a%2Bb%26c");
}

void TestStreamProtocol::addresses()
{
    QFETCH(const QString, provider);
    QFETCH(const QString, base);
    QFETCH(const QString, address);
    ProviderSettings settings;
    settings.base = QUrl(base);
    settings.key = "a+b&c";
    QCOMPARE(QString::fromLatin1(streamProvider(provider)->address(settings).toEncoded()), address);
}

void TestStreamProtocol::symbols_data()
{
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<InstrumentKind>("kind");
    QTest::addColumn<QStringList>("spelled"); // Kraken, Coinbase, Binance, Finnhub
    const auto row = [](const char *symbol, InstrumentKind kind, const QStringList &spelled) {
        QTest::newRow(symbol) << QString::fromLatin1(symbol) << kind << spelled;
    };
    const QString none;
    row("BTC-USD", InstrumentKind::Crypto,
        {QStringLiteral("BTC/USD"), QStringLiteral("BTC-USD"), QStringLiteral("BTCUSDT"), none});
    row("DOGE-EUR", InstrumentKind::Crypto,
        {QStringLiteral("DOGE/EUR"), QStringLiteral("DOGE-EUR"), QStringLiteral("DOGEEUR"), none});
    row("NVDA", InstrumentKind::Stock, {none, none, none, QStringLiteral("NVDA")});
    row("BRK-B", InstrumentKind::Stock, {none, none, none, QStringLiteral("BRK.B")});
    row("SPY", InstrumentKind::Etf, {none, none, none, QStringLiteral("SPY")});
    row("^GSPC", InstrumentKind::Index, {none, none, none, none});
    row("EURUSD", InstrumentKind::Fx, {none, none, none, none});
}

void TestStreamProtocol::symbols()
{
    QFETCH(const QString, symbol);
    QFETCH(const InstrumentKind, kind);
    QFETCH(const QStringList, spelled);
    Instrument instrument;
    instrument.symbol = symbol;
    instrument.kind = kind;
    QStringList all;
    for (const StreamProvider *provider : streamProviders())
        all << provider->symbolOf(instrument);
    QCOMPARE(all, spelled);
}

void TestStreamProtocol::everyProviderIsFoundByItsCode()
{
    for (const StreamProvider *provider : streamProviders())
        QCOMPARE(streamProvider(provider->code()), provider);
    QCOMPARE(streamProvider(QStringLiteral("stooq")), nullptr);
    QVERIFY(streamProvider(QStringLiteral("finnhub"))->needsKey());
    QVERIFY(!streamProvider(QStringLiteral("kraken"))->needsKey());
}

QTEST_GUILESS_MAIN(TestStreamProtocol)
#include "tst_streamprotocol.moc"
