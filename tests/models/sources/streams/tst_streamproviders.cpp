// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServedTrades.h"
#include "StreamFrames.h"
#include <core/Price.h>

#include <QTest>

using namespace tickmark::sources;
using namespace tickmark::core;
using namespace tickmark::test;

namespace {

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

//! The trades that are in the frames of each provider, and what is done with those that cannot be read.
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
    void sequenceAndClock();

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

QTEST_GUILESS_MAIN(TestStreamProviders)
#include "tst_streamproviders.moc"
