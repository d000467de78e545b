// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServedTrades.h"
#include <core/Price.h>
#include <sources/streams/StreamProvider.h>

#include <QTest>

using namespace tickmark::sources;
using namespace tickmark::core;
using tickmark::test::messagesOf;
using tickmark::test::ServedTrade;

namespace {

const QHash<QString, QStringList> kSymbols{
    {QStringLiteral("kraken"), {QStringLiteral("BTC/USD"), QStringLiteral("ETH/EUR")}},
    {QStringLiteral("coinbase"), {QStringLiteral("BTC-USD"), QStringLiteral("ETH-EUR")}},
    {QStringLiteral("binance"), {QStringLiteral("BTCUSDT"), QStringLiteral("ETHEUR")}},
    {QStringLiteral("finnhub"), {QStringLiteral("NVDA"), QStringLiteral("BRK.B")}}};

StreamSymbols symbolsOf(const QString &provider)
{
    std::vector<StreamSymbol> symbols;
    for (const QString &symbol : kSymbols[provider])
        symbols.push_back({qint64(symbols.size()) + 1, symbol});
    return StreamSymbols(symbols);
}

StreamMessage parsed(const QString &provider, const QByteArray &frame)
{
    StreamMessage message;
    streamProvider(provider)->parse({frame.constData(), std::size_t(frame.size())}, symbolsOf(provider), message);
    return message;
}

//! "0 10218208 2025-11-10T17:23:53.971745Z 105433.60 0.00027625 buy", one line a trade.
QString linesOf(const StreamMessage &message)
{
    const QHash<TradeSide, QString> sides{{TradeSide::Buy, QStringLiteral("buy")},
                                          {TradeSide::Sell, QStringLiteral("sell")},
                                          {TradeSide::Unknown, QStringLiteral("-")}};
    QStringList lines;
    for (const StreamTrade &one : message.trades) {
        lines << QStringList{QString::number(one.symbol),
                             QString::number(one.id),
                             QString::fromStdString(isoTime(one.time)),
                             QString::fromStdString(toPlainText(one.price)),
                             QString::fromStdString(toPlainText(one.size)),
                             sides[one.side]}
                     .join(QLatin1Char(' '));
    }
    return lines.join(QLatin1Char('\n'));
}

QString faultOf(const StreamMessage &message)
{
    return message.fault ? codeOf(message.fault->fault) : QString();
}

QList<int> refusedOf(const StreamMessage &message)
{
    QList<int> places;
    for (const StreamMessage::Refusal &one : message.refused)
        places << one.symbol;
    return places;
}

const QByteArray kKraken = R"({"channel":"trade","type":"update","data":[
{"symbol":"BTC/USD","side":"buy","price":42100.20,"qty":0.00027625,"ord_type":"limit","trade_id":501,
"timestamp":"2024-01-27T14:23:53.971745Z"},
{"symbol":"ETH\/EUR","side":"sell","price":2105,"qty":12e-3,"ord_type":"market","trade_id":77,
"timestamp":"2024-01-27T14:23:54Z"}]})";
const QByteArray kCoinbase =
    R"({"channel":"market_trades","client_id":"","timestamp":"2024-01-27T14:23:54.6Z","sequence_num":7,"events":[
{"type":"update","trades":[
{"trade_id":"502","product_id":"BTC-USD","price":"42100.3","size":"0.50000000","side":"SELL","time":"2024-01-27T14:23:54.1Z"},
{"trade_id":"501","product_id":"BTC-USD","price":"42100.20","size":"0.00027625","side":"BUY","time":"2024-01-27T14:23:54Z"}
]}]})";
const QByteArray kBinance = R"({"e":"trade","E":1706365434002,"s":"BTCUSDT","t":501,"p":"42100.20000000",
"q":"0.00027625","T":1706365434000,"m":true,"M":true})";
const QByteArray kFinnhub = R"({"data":[{"c":["1","12"],"p":128.7,"s":"NVDA","t":1706365434001,"v":100},
{"c":null,"p":371.125,"s":"BRK.B","t":1706365434000,"v":0.25}],"type":"trade"})";

} // namespace

class TestStreamProviders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trades_data();
    void trades();
    void noCutFrameIsTakenForAWholeOne_data() { trades_data(); }
    void noCutFrameIsTakenForAWholeOne();
    void whatTheServerOfTheTestsSends_data();
    void whatTheServerOfTheTestsSends();
    void snapshotsAreTold_data();
    void snapshotsAreTold();
    void rowsThatCannotBeRead_data();
    void rowsThatCannotBeRead();
    void tradesOfOthersAreLeftAlone_data();
    void tradesOfOthersAreLeftAlone();
    void whatIsSaidBesides_data();
    void whatIsSaidBesides();
    void sequenceAndClock();
    void orders_data();
    void orders();
    void addresses_data();
    void addresses();
    void symbols_data();
    void symbols();
    void everyProviderIsFoundByItsCode();

private:
    void providers();
};

void TestStreamProviders::providers()
{
    QTest::addColumn<QString>("provider");
    for (const StreamProvider *provider : streamProviders())
        QTest::newRow(qPrintable(provider->title())) << provider->code();
}

void TestStreamProviders::trades_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QString>("lines");
    QTest::newRow("Kraken, numbers by their digits")
        << QStringLiteral("kraken") << kKraken
        << QStringLiteral("0 501 2024-01-27T14:23:53.971745Z 42100.20 0.00027625 buy\n"
                          "1 77 2024-01-27T14:23:54Z 2105 0.012 sell");
    QTest::newRow("Coinbase, newest first, by the side that waited")
        << QStringLiteral("coinbase") << kCoinbase
        << QStringLiteral("0 501 2024-01-27T14:23:54Z 42100.20 0.00027625 sell\n"
                          "0 502 2024-01-27T14:23:54.100Z 42100.3 0.50000000 buy");
    QTest::newRow("Binance") << QStringLiteral("binance") << kBinance
                             << QStringLiteral("0 501 2024-01-27T14:23:54Z 42100.20000000 0.00027625 sell");
    QTest::newRow("Binance, combined streams")
        << QStringLiteral("binance") << QByteArray(R"({"stream":"btcusdt@trade","data":)" + kBinance + '}')
        << QStringLiteral("0 501 2024-01-27T14:23:54Z 42100.20000000 0.00027625 sell");
    QTest::newRow("Finnhub, neither ids nor sides")
        << QStringLiteral("finnhub") << kFinnhub
        << QStringLiteral("0 0 2024-01-27T14:23:54.001Z 128.7 100 -\n1 0 2024-01-27T14:23:54Z 371.125 0.25 -");
}

void TestStreamProviders::trades()
{
    QFETCH(const QString, provider);
    QFETCH(const QByteArray, frame);
    QFETCH(const QString, lines);
    const StreamMessage message = parsed(provider, frame);
    QCOMPARE(faultOf(message), QString());
    QCOMPARE(linesOf(message), lines);
    QCOMPARE(message.rowsLeftOut, 0);
    QVERIFY(!message.isSnapshot);
}

void TestStreamProviders::noCutFrameIsTakenForAWholeOne()
{
    QFETCH(const QString, provider);
    QFETCH(const QByteArray, frame);
    for (qsizetype size = 0; size < frame.size(); ++size) {
        const StreamMessage message = parsed(provider, frame.first(size));
        QVERIFY2(message.trades.empty(), qPrintable(QString::number(size)));
        QCOMPARE(faultOf(message), QStringLiteral("not_what_was_asked"));
    }
    const StreamMessage message = parsed(provider, frame + '}');
    QVERIFY(message.trades.empty());
    QCOMPARE(faultOf(message), QStringLiteral("not_what_was_asked"));
}

void TestStreamProviders::whatTheServerOfTheTestsSends_data()
{
    providers();
}

//! The tests of the threads rest on it.
void TestStreamProviders::whatTheServerOfTheTestsSends()
{
    QFETCH(const QString, provider);
    const bool hasIds = provider != QLatin1String("finnhub");
    const Time time = *parseIsoTime("2024-01-27T14:23:54.25Z");
    const QList<ServedTrade> trades{{kSymbols[provider][1], 8, time, "3.25", "2", true},
                                    {kSymbols[provider][1], 9, time, "3.50", "0.125", false}};
    QStringList lines;
    for (const QByteArray &message : messagesOf(provider, trades))
        lines << linesOf(parsed(provider, message));
    const QString ids = hasIds ? QStringLiteral("1 8 %1 buy\n1 9 %2 sell") : QStringLiteral("1 0 %1 -\n1 0 %2 -");
    QCOMPARE(lines.join(QLatin1Char('\n')), ids.arg(QStringLiteral("2024-01-27T14:23:54.250Z 3.25 2"),
                                                    QStringLiteral("2024-01-27T14:23:54.250Z 3.50 0.125")));
}

void TestStreamProviders::snapshotsAreTold_data()
{
    QTest::addColumn<QString>("provider");
    QTest::newRow("Kraken") << QStringLiteral("kraken");
    QTest::newRow("Coinbase") << QStringLiteral("coinbase");
}

void TestStreamProviders::snapshotsAreTold()
{
    QFETCH(const QString, provider);
    const QList<ServedTrade> trades{{kSymbols[provider][0], 9, {kNsPerDay}, "3.50", "1", false},
                                    {kSymbols[provider][0], 8, {kNsPerDay}, "3.25", "2", true}};
    const StreamMessage message = parsed(provider, messagesOf(provider, trades, true).value(0));
    QVERIFY(message.isSnapshot);
    QCOMPARE(message.trades.size(), 2U);
    QCOMPARE(message.trades[0].id, 8); // whatever their order is there
    QVERIFY(!message.sent);            // trades of before tell nothing of the clock
    QVERIFY(!parsed(provider, messagesOf(provider, trades, false).value(0)).isSnapshot);
}

void TestStreamProviders::rowsThatCannotBeRead_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char *name, const char *provider, const char *from, const char *to) {
        QTest::newRow(name) << QString::fromLatin1(provider) << QByteArray(from) << QByteArray(to);
    };
    row("price of words", "kraken", R"("price":42100.20)", R"("price":"high")");
    row("price null", "kraken", R"("price":42100.20)", R"("price":null)");
    row("price zero", "kraken", R"("price":42100.20)", R"("price":0.00)");
    row("price below zero", "kraken", R"("price":42100.20)", R"("price":-1)");
    row("price that no number holds", "kraken", R"("price":42100.20)", R"("price":99999999999999999999999)");
    row("price an object", "kraken", R"("price":42100.20)", R"("price":{"v":1})");
    row("size below zero", "kraken", R"("qty":0.00027625)", R"("qty":-0.1)");
    row("no size", "kraken", R"("qty":0)", R"("amount":0)");
    row("no time", "kraken", R"("timestamp":"2024-01-27T14:23:53)", R"("at":"2024-01-27T14:23:53)");
    row("time that is none", "kraken", "2024-01-27T14:23:53.971745Z", "yesterday");
    row("time beyond all times", "kraken", "2024-01-27T14:23:53.971745Z", "9999-01-27T14:23:53.971745Z");
    row("no id", "kraken", R"("trade_id":501)", R"("trade_id":0)");
    row("id with a fraction", "kraken", R"("trade_id":501)", R"("trade_id":501.5)");
    row("id that no double holds", "kraken", R"("trade_id":501)", R"("trade_id":9007199254740993)");
    row("no symbol", "kraken", R"("symbol":"BTC/USD",)", "");
    row("a number for a row", "kraken", R"("data":[)", R"("data":[17,)");
    row("id of words", "coinbase", R"("trade_id":"502")", R"("trade_id":"x")");
    row("time of milliseconds", "coinbase", R"("time":"2024-01-27T14:23:54.1Z")", R"("time":1706365434000)");
    row("a text for a row", "coinbase", R"("trades":[)", R"("trades":["x",)");
    row("time of words", "finnhub", R"("t":1706365434001)", R"("t":"now")");
    row("time below zero", "finnhub", R"("t":1706365434001)", R"("t":-5)");
    row("price infinite", "finnhub", R"("p":128.7)", R"("p":1e999)");
}

//! They are counted, so that somebody can look for them; the others are kept.
void TestStreamProviders::rowsThatCannotBeRead()
{
    QFETCH(const QString, provider);
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    const QHash<QString, QByteArray> frames{{QStringLiteral("kraken"), kKraken},
                                            {QStringLiteral("coinbase"), kCoinbase},
                                            {QStringLiteral("finnhub"), kFinnhub}};
    QByteArray frame = frames[provider];
    QVERIFY(frame.contains(from));
    const std::size_t whole = parsed(provider, frame).trades.size();
    frame.replace(from, to);
    const StreamMessage message = parsed(provider, frame);
    QCOMPARE(message.rowsLeftOut, 1);
    QVERIFY(message.trades.size() + 1 == whole || message.trades.size() == whole);
    QCOMPARE(faultOf(message), QString());
}

void TestStreamProviders::tradesOfOthersAreLeftAlone_data()
{
    providers();
}

//! What is still on its way after it was given up.
void TestStreamProviders::tradesOfOthersAreLeftAlone()
{
    QFETCH(const QString, provider);
    const QList<ServedTrade> trades{{QStringLiteral("DOGE-USD"), 1, {kNsPerDay}},
                                    {kSymbols[provider][0], 2, {kNsPerDay}}};
    std::size_t count = 0;
    for (const QByteArray &frame : messagesOf(provider, trades)) {
        const StreamMessage message = parsed(provider, frame);
        QCOMPARE(faultOf(message), QString());
        QCOMPARE(message.rowsLeftOut, 0);
        count += message.trades.size();
    }
    QCOMPARE(count, 1U);
}

void TestStreamProviders::whatIsSaidBesides_data()
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

void TestStreamProviders::whatIsSaidBesides()
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

void TestStreamProviders::sequenceAndClock()
{
    const StreamMessage coinbase = parsed(QStringLiteral("coinbase"), kCoinbase);
    QCOMPARE(coinbase.sequence.value_or(-1), 7);
    QCOMPARE(coinbase.sent.value_or(Time{}), *parseIsoTime("2024-01-27T14:23:54.6Z"));
    QCOMPARE(parsed(QStringLiteral("binance"), kBinance).sent.value_or(Time{}).ns, 1'706'365'434'002'000'000);
    QCOMPARE(parsed(QStringLiteral("kraken"), kKraken).sent.value_or(Time{}), *parseIsoTime("2024-01-27T14:23:54Z"));
    QCOMPARE(parsed(QStringLiteral("finnhub"), kFinnhub).sent.value_or(Time{}).ns, 1'706'365'434'001'000'000);
    QVERIFY(!parsed(QStringLiteral("coinbase"), R"({"channel":"heartbeats","sequence_num":-4})").sequence);
    QVERIFY(!parsed(QStringLiteral("coinbase"), R"({"channel":"heartbeats","sequence_num":"x"})").sequence);
}

void TestStreamProviders::orders_data()
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

void TestStreamProviders::orders()
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

void TestStreamProviders::addresses_data()
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

void TestStreamProviders::addresses()
{
    QFETCH(const QString, provider);
    QFETCH(const QString, base);
    QFETCH(const QString, address);
    ProviderSettings settings;
    settings.base = QUrl(base);
    settings.key = "a+b&c";
    QCOMPARE(QString::fromLatin1(streamProvider(provider)->address(settings).toEncoded()), address);
}

void TestStreamProviders::symbols_data()
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

void TestStreamProviders::symbols()
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

void TestStreamProviders::everyProviderIsFoundByItsCode()
{
    for (const StreamProvider *provider : streamProviders())
        QCOMPARE(streamProvider(provider->code()), provider);
    QCOMPARE(streamProvider(QStringLiteral("stooq")), nullptr);
    QVERIFY(streamProvider(QStringLiteral("finnhub"))->needsKey());
    QVERIFY(!streamProvider(QStringLiteral("kraken"))->needsKey());
}

QTEST_GUILESS_MAIN(TestStreamProviders)
#include "tst_streamproviders.moc"
