// SPDX-License-Identifier: GPL-3.0-or-later
#include "TradeAnswers.h"
#include <core/Price.h>
#include <sources/providers/TradeProvider.h>

#include <QTest>

using namespace tickmark::sources;
using namespace tickmark::core;
using namespace tradeanswers;

namespace {

constexpr int kFine = -1;

//! "10218208 2025-11-10T17:23:53.971745Z 105433.60000 0.00027625 buy", one line a trade.
QString linesOf(const FetchedTrades &fetched)
{
    const QHash<TradeSide, QString> sides{
        {TradeSide::Buy, QStringLiteral("buy")}, {TradeSide::Sell, QStringLiteral("sell")}, {TradeSide::Unknown, {}}};
    QStringList lines;
    for (const FetchedTrade &one : fetched.trades) {
        lines << QStringList{QString::number(one.id), QString::fromStdString(isoTime(one.tick.time)),
                             QString::fromStdString(toPlainText({one.tick.price, fetched.priceDecimals})),
                             QString::fromStdString(toPlainText({one.tick.size, fetched.sizeDecimals})),
                             sides[one.side]}
                     .join(QLatin1Char(' '));
    }
    return lines.join(QLatin1Char('\n'));
}

const QByteArray kKraken = R"({"error":[],"result":{"XXBTZUSD":[
["42100.10000","0.00027625",1706365433.9717445,"b","l","",501],
["42100.20000","0.50000000",1706365434.0000001,"s","m","",502]],"last":"1706365434000000123"}})";
const QByteArray kCoinbase = R"([
{"trade_id":502,"side":"buy","size":"0.50000000","price":"42100.20000000","time":"2024-01-27T14:23:54.000001Z"},
{"trade_id":501,"side":"sell","size":"0.00027625","price":"42100.10000000","time":"2024-01-27T14:23:53.971744Z"}])";
const QByteArray kBinance = R"([
{"id":501,"price":"42100.10000000","qty":"0.00027625","quoteQty":"11.63","time":1706365433971,"isBuyerMaker":false,
"isBestMatch":true},
{"id":502,"price":"42100.20000000","qty":"0.50000000","quoteQty":"21050.1","time":1706365434000,"isBuyerMaker":true,
"isBestMatch":true}])";

} // namespace

class TestTradeProviders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trades_data();
    void trades();
    void noCutAnswerIsTakenForAWholeOne_data() { trades_data(); }
    void noCutAnswerIsTakenForAWholeOne();
    void whatIsSaidInstead_data();
    void whatIsSaidInstead();
    void anEmptyAnswerIsTheEnd_data() { providers(); }
    void anEmptyAnswerIsTheEnd();
    void numbersThatAreNone_data();
    void numbersThatAreNone();
    void pricesOfDifferentDigitsAgree_data() { providers(); }
    void pricesOfDifferentDigitsAgree();
    void tradesComeInOrderAndOnce_data() { providers(); }
    void tradesComeInOrderAndOnce();
    void tradesThatAreThereAreNotGivenAgain_data() { providers(); }
    void tradesThatAreThereAreNotGivenAgain();
    void timesAreReadByTheirDigits_data();
    void timesAreReadByTheirDigits();
    void tradesOfOneMomentStandByTheirIds();
    void symbols();
    void everyProviderIsFoundByItsCode();

private:
    void providers();
};

void TestTradeProviders::providers()
{
    QTest::addColumn<QString>("provider");
    for (const TradeProvider *provider : tradeProviders())
        QTest::newRow(qPrintable(provider->title())) << provider->code();
}

void TestTradeProviders::trades_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("lines");
    QTest::newRow("Kraken") << QStringLiteral("kraken") << kKraken
                            << QStringLiteral("501 2024-01-27T14:23:53.971744Z 42100.10000 0.00027625 buy\n"
                                              "502 2024-01-27T14:23:54Z 42100.20000 0.50000000 sell");
    QTest::newRow("Coinbase, newest first, by the side that waited")
        << QStringLiteral("coinbase") << kCoinbase
        << QStringLiteral("501 2024-01-27T14:23:53.971744Z 42100.10000000 0.00027625 buy\n"
                          "502 2024-01-27T14:23:54.000001Z 42100.20000000 0.50000000 sell");
    QTest::newRow("Binance") << QStringLiteral("binance") << kBinance
                             << QStringLiteral("501 2024-01-27T14:23:53.971Z 42100.10000000 0.00027625 buy\n"
                                               "502 2024-01-27T14:23:54Z 42100.20000000 0.50000000 sell");
}

void TestTradeProviders::trades()
{
    QFETCH(const QString, provider);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, lines);
    const auto fetched = tradeProvider(provider)->parse(body, everything(provider));
    QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().detail));
    QCOMPARE(linesOf(*fetched), lines);
    QCOMPARE(fetched->rowsLeftOut, 0);
    QCOMPARE(fetched->next, QByteArray()); // fewer than an answer can hold: these are the newest
}

void TestTradeProviders::timesAreReadByTheirDigits_data()
{
    QTest::addColumn<QByteArray>("digits");
    QTest::addColumn<QString>("time"); // empty: none
    const auto row = [](const char *name, const char *digits, const char *time) {
        QTest::newRow(name) << QByteArray(digits) << QString::fromLatin1(time);
    };
    // 1706365433.971744999 and 1706365433.971745 are one double
    row("just below a microsecond", "1706365433.971744999", "2024-01-27T14:23:53.971744Z");
    row("a whole one", "1706365433.971745", "2024-01-27T14:23:53.971745Z");
    row("few digits", "1706365433.5", "2024-01-27T14:23:53.500Z");
    row("whole seconds", "1706365433", "2024-01-27T14:23:53Z");
    row("as a stream cuts it", "1706365433.9717449", "2024-01-27T14:23:53.971744Z");
    row("the last of a second", "1706365433.99999999", "2024-01-27T14:23:53.999999Z");
    row("below 1970", "-1.5", "");
    row("an exponent", "1.7e9", "");
    row("no digits after the point", "1706365433.", "");
    row("two points", "1706365433.1.2", "");
    row("too far", "99999999999", "");
    row("a word", "true", "");
    row("a list", "[]", "");
}

void TestTradeProviders::timesAreReadByTheirDigits()
{
    QFETCH(const QByteArray, digits);
    QFETCH(const QString, time);
    const QByteArray good = R"(["1","1",1706365400.25,"b","l","",500])";
    const QByteArray body = R"({"error":[],"result":{"XXBTZUSD":[)" + good + R"(,["42100.1","1",)" + digits
                            + R"(,"b","l","",501]],"last":"1706365434000000123"}})";
    const auto fetched = tradeProvider(QStringLiteral("kraken"))->parse(body, everything(QStringLiteral("kraken")));
    if (!fetched) { // what follows the point makes no JSON of it
        QCOMPARE(time, QString());
        return;
    }
    QCOMPARE(fetched->trades.size(), time.isEmpty() ? 1U : 2U);
    QCOMPARE(fetched->rowsLeftOut, time.isEmpty() ? 1 : 0);
    QCOMPARE(QString::fromStdString(isoTime(fetched->trades.front().tick.time)),
             QStringLiteral("2024-01-27T14:23:20.250Z"));
    if (!time.isEmpty())
        QCOMPARE(QString::fromStdString(isoTime(fetched->trades.back().tick.time)), time);
}

void TestTradeProviders::tradesOfOneMomentStandByTheirIds()
{
    QByteArrayList rows;
    for (const char *id : {"503", "501", "502"})
        rows << R"(["42100.1","1",1706365433.9717449,"b","l","",)" + QByteArray(id) + ']';
    const QByteArray body = R"({"error":[],"result":{"XXBTZUSD":[)" + rows.join(',')
                            + R"(],"last":"1706365434000000123"}})";
    const auto fetched = tradeProvider(QStringLiteral("kraken"))->parse(body, everything(QStringLiteral("kraken")));
    QVERIFY(fetched);
    QList<qint64> ids;
    for (const FetchedTrade &one : fetched->trades)
        ids << one.id;
    QCOMPARE(ids, (QList<qint64>{501, 502, 503}));
}

void TestTradeProviders::noCutAnswerIsTakenForAWholeOne()
{
    QFETCH(const QString, provider);
    QFETCH(const QByteArray, body);
    for (qsizetype size = 0; size < body.size(); ++size)
        QVERIFY2(!tradeProvider(provider)->parse(body.first(size), everything(provider)),
                 qPrintable(QString::number(size)));
}

void TestTradeProviders::whatIsSaidInstead_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *name, const char *provider, const QByteArray &body, ProviderFault fault) {
        QTest::newRow(name) << QString::fromLatin1(provider) << body << static_cast<int>(fault);
    };
    row("Kraken: too many", "kraken", R"({"error":["EGeneral:Too many requests"]})", ProviderFault::RateLimited);
    row("Kraken: too many, of the account", "kraken", R"({"error":["EAPI:Rate limit exceeded"]})",
        ProviderFault::RateLimited);
    row("Kraken: symbol", "kraken", R"({"error":["EQuery:Unknown asset pair"]})", ProviderFault::UnknownSymbol);
    row("Kraken: down", "kraken", R"({"error":["EService:Unavailable"]})", ProviderFault::Unavailable);
    row("Kraken: arguments", "kraken", R"({"error":["EGeneral:Invalid arguments"]})", ProviderFault::NotWhatWasAsked);
    row("Kraken: without a cursor", "kraken", R"({"error":[],"result":{"XXBTZUSD":[]}})",
        ProviderFault::NotWhatWasAsked);
    row("Kraken: another pair", "kraken", R"({"error":[],"result":{"XETHZUSD":[],"last":"1"}})",
        ProviderFault::NotWhatWasAsked);
    row("Kraken: two pairs", "kraken", R"({"error":[],"result":{"XXBTZUSD":[],"XETHZUSD":[],"last":"1"}})",
        ProviderFault::NotWhatWasAsked);
    row("Coinbase: symbol", "coinbase", R"({"message":"NotFound"})", ProviderFault::UnknownSymbol);
    row("Coinbase: too many", "coinbase", R"({"message":"Public rate limit exceeded"})", ProviderFault::RateLimited);
    row("Coinbase: down", "coinbase", R"({"message":"Internal server error"})", ProviderFault::Unavailable);
    row("Coinbase: other words", "coinbase", R"({"trades":[]})", ProviderFault::NotWhatWasAsked);
    row("Binance: symbol", "binance", R"({"code":-1121,"msg":"Invalid symbol."})", ProviderFault::UnknownSymbol);
    row("Binance: too many", "binance", R"({"code":-1003,"msg":"Too much request weight used."})",
        ProviderFault::RateLimited);
    row("Binance: overloaded", "binance", R"({"code":-1008,"msg":"Server is currently overloaded."})",
        ProviderFault::Unavailable);
    row("Binance: key", "binance", R"({"code":-2014,"msg":"API-key format invalid."})", ProviderFault::BadKey);
    row("Binance: not from here", "binance", R"({"code":0,"msg":"Service unavailable from a restricted location"})",
        ProviderFault::NotWhatWasAsked);
    for (const TradeProvider *provider : tradeProviders()) {
        const QByteArray code = provider->code().toLatin1();
        row(qPrintable(provider->title() % QStringLiteral(": log-in page")), code.constData(),
            "<!DOCTYPE html>\n<html><body>Log in</body></html>\n", ProviderFault::WebPage);
        row(qPrintable(provider->title() % QStringLiteral(": nothing")), code.constData(), {},
            ProviderFault::NotWhatWasAsked);
        row(qPrintable(provider->title() % QStringLiteral(": rows of another kind")), code.constData(),
            code == "kraken" ? QByteArray(R"({"error":[],"result":{"XXBTZUSD":[1,"a",{}],"last":"1"}})")
                             : QByteArray(R"([1,"a",{}])"),
            ProviderFault::Malformed);
    }
}

void TestTradeProviders::whatIsSaidInstead()
{
    QFETCH(const QString, provider);
    QFETCH(const QByteArray, body);
    QFETCH(const int, fault);
    const auto fetched = tradeProvider(provider)->parse(body, everything(provider));
    QCOMPARE(fetched ? kFine : static_cast<int>(fetched.error().fault), fault);
}

void TestTradeProviders::anEmptyAnswerIsTheEnd()
{
    QFETCH(const QString, provider);
    TradesQuery first = everything(provider);
    first.cursor.clear();
    for (const TradesQuery &query : {first, everything(provider)}) {
        const auto fetched = tradeProvider(provider)->parse(body(provider, {}), query);
        QVERIFY(fetched);
        QVERIFY(fetched->trades.empty());
        QCOMPARE(fetched->next, QByteArray());
    }
}

void TestTradeProviders::numbersThatAreNone_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("price");
    QTest::addColumn<QByteArray>("size");
    const QByteArray fine = "1.5";
    const QList<std::pair<QByteArray, QByteArray>> pairs{
        {"NaN", fine},  {"1e400", fine}, {"-5", fine},  {"0", fine},           {"99999999999999999999", fine},
        {"1,5", fine},  {"", fine},      {fine, "NaN"}, {fine, "-1"},          {fine, "1e400"},
        {fine, "12 0"}, {"0x10", fine},  {fine, ""},    {"Infinity", "1e-400"}};
    for (const TradeProvider *provider : tradeProviders()) {
        for (const auto &[price, size] : pairs)
            QTest::addRow("%s: %s x %s", qPrintable(provider->title()), size.constData(), price.constData())
                << provider->code() << price << size;
    }
}

void TestTradeProviders::numbersThatAreNone()
{
    QFETCH(const QString, provider);
    QFETCH(const QByteArray, price);
    QFETCH(const QByteArray, size);
    const auto fetched = tradeProvider(provider)->parse(
        body(provider, {{501, 100, price, size}, {502, 101, "42100.2", "3"}}), everything(provider));
    QVERIFY(fetched);
    QCOMPARE(fetched->trades.size(), std::size_t(1));
    QCOMPARE(fetched->trades[0].id, 502);
    QCOMPARE(fetched->trades[0].tick.price, 421'002);
    QCOMPARE(fetched->rowsLeftOut, 1);
}

void TestTradeProviders::pricesOfDifferentDigitsAgree()
{
    QFETCH(const QString, provider);
    const auto fetched = tradeProvider(provider)->parse(
        body(provider,
             {{501, 100, "42100", "0.5"}, {502, 101, "42100.25", "2"}, {503, 102, "9000000000000000000", "1"}}),
        everything(provider));
    QVERIFY(fetched);
    QCOMPARE(fetched->priceDecimals, 2);
    QCOMPARE(fetched->trades.size(), std::size_t(2)); // the third does not fit beside two decimals
    QCOMPARE(fetched->trades[0].tick.price, 4'210'000);
    QCOMPARE(fetched->trades[1].tick.price, 4'210'025);
    QCOMPARE(fetched->trades[0].tick.size, 5);
    QCOMPARE(fetched->rowsLeftOut, 1);
}

void TestTradeProviders::tradesComeInOrderAndOnce()
{
    QFETCH(const QString, provider);
    const auto fetched = tradeProvider(provider)->parse(
        body(provider, {{503, 102}, {501, 100}, {502, 100}, {503, 102}, {504, 101}}), everything(provider));
    QVERIFY(fetched);
    QList<qint64> ids;
    for (const FetchedTrade &one : fetched->trades)
        ids << one.id;
    QCOMPARE(ids, QList<qint64>({501, 502, 504, 503}));
}

void TestTradeProviders::tradesThatAreThereAreNotGivenAgain()
{
    QFETCH(const QString, provider);
    TradesQuery query;
    query.symbol = everything(provider).symbol;
    query.since = {100 * kNsPerSecond};
    query.lastTradeId = 502;
    const auto fetched = tradeProvider(provider)->parse(body(provider, {{501, 99}, {502, 100}, {503, 100}}), query);
    QVERIFY(fetched);
    QCOMPARE(fetched->trades.size(), std::size_t(1));
    QCOMPARE(fetched->trades[0].id, 503);
    QCOMPARE(fetched->rowsLeftOut, 0);
}

void TestTradeProviders::symbols()
{
    const auto spelled = [](const char *symbol, InstrumentKind kind) {
        Instrument instrument;
        instrument.symbol = QString::fromLatin1(symbol);
        instrument.kind = kind;
        QStringList words;
        for (const TradeProvider *provider : tradeProviders())
            words << provider->symbolOf(instrument);
        return words.join(QLatin1Char(' '));
    };
    QCOMPARE(spelled("BTC-USD", InstrumentKind::Crypto), QStringLiteral("XBTUSD BTC-USD BTCUSDT"));
    QCOMPARE(spelled("DOGE-EUR", InstrumentKind::Crypto), QStringLiteral("XDGEUR DOGE-EUR DOGEEUR"));
    QCOMPARE(spelled("ETH-BTC", InstrumentKind::Crypto), QStringLiteral("ETHXBT ETH-BTC ETHBTC"));
    QCOMPARE(spelled("BRK-B", InstrumentKind::Stock), QStringLiteral("  "));
    QCOMPARE(spelled("BTC", InstrumentKind::Crypto), QStringLiteral("  "));
}

void TestTradeProviders::everyProviderIsFoundByItsCode()
{
    QCOMPARE(tradeProviders().size(), std::size_t(3));
    for (const TradeProvider *provider : tradeProviders())
        QCOMPARE(tradeProvider(provider->code()), provider);
    QVERIFY(!tradeProvider(QStringLiteral("nobody")));
}

QTEST_GUILESS_MAIN(TestTradeProviders)

#include "tst_tradeproviders.moc"
