// SPDX-License-Identifier: GPL-3.0-or-later
#include "ManyTrades.h"
#include "StreamRecord.h"
#include "StreamRequests.h"
#include "StreamServer.h"
#include <core/Price.h>
#include <sources/streams/StreamProvider.h>

#include <QTest>

using namespace tickmark::sources;
using namespace tickmark::test;
using namespace std::chrono_literals;
using tickmark::core::kNsPerSecond;
using tickmark::core::Time;
using tickmark::core::toPlainText;

//! A stream from its socket to its sink, against a server on loopback.
class TestStreamThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tradesArrive_data();
    void tradesArrive();
    void instrumentsAreExchangedWithoutABreak_data();
    void instrumentsAreExchangedWithoutABreak();
    void anotherAddressIsAnotherConnection();
    void nothingIsToldAfterStopping();
    void sourcesAreOnTheirOwn();
    void clocksThatDiffer();
    void theKeyIsShownNowhere();
    void missingSequenceNumbers();
};

void TestStreamThread::tradesArrive_data()
{
    QTest::addColumn<QString>("provider");
    for (const StreamProvider *provider : streamProviders())
        QTest::newRow(qPrintable(provider->title())) << provider->code();
}

void TestStreamThread::tradesArrive()
{
    QFETCH(const QString, provider);
    const QStringList symbols = twoSymbols(provider);
    StreamServer server(provider);
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    thread.start(requestTo(server.base(), provider, symbols));
    QTRY_VERIFY_WITH_TIMEOUT(record.isLive() && server.open() == 1, kPatient);
    QTRY_COMPARE_WITH_TIMEOUT(server.orders().size(), 2, kPatient);
    QVERIFY(record.last().error == std::nullopt);

    server.sendHeartbeat();
    server.sendTrades(tradesOf(symbols[0], 1, 3) + tradesOf(symbols[1], 70, 2));
    server.sendTrades(tradesOf(symbols[0], 4, 1));
    const auto count = [&record](qint64 instrument) { return record.ids(instrument).size(); };
    QTRY_VERIFY_WITH_TIMEOUT(count(100) == 4 && count(101) == 2, kPatient);

    const auto batches = record.batches();
    const StreamBatch &first = batches.front();
    QCOMPARE(first.sourceId, 7);
    QCOMPARE(first.trades[0].tick.time, Time{kTradesBegin.ns + kNsPerSecond});
    QCOMPARE(toPlainText({first.trades[0].tick.price, first.priceDecimals}), std::string("42100.10"));
    QCOMPARE(toPlainText({first.trades[0].tick.size, first.sizeDecimals}), std::string("0.50000000"));
    QVERIFY(!first.isSnapshot);
    if (provider != QLatin1String("finnhub")) {
        QCOMPARE(record.ids(100), numbers(1, 4));
        QCOMPARE(first.trades[0].side, TradeSide::Buy);
    }
    QCOMPARE(record.events().first(4), (QStringList{QStringLiteral("connecting"), QStringLiteral("resumed"),
                                                    QStringLiteral("live"), QStringLiteral("trades")}));
    QCOMPARE(record.resumptions().size(), 1U);
    QVERIFY(!record.resumptions()[0]);
    QVERIFY(!record.events().contains(QStringLiteral("missed")));
}

void TestStreamThread::instrumentsAreExchangedWithoutABreak_data()
{
    tradesArrive_data();
}

void TestStreamThread::instrumentsAreExchangedWithoutABreak()
{
    QFETCH(const QString, provider);
    const QStringList symbols = twoSymbols(provider);
    const QString third = provider == QLatin1String("finnhub")
                              ? QStringLiteral("AMD")
                              : QString(symbols[0]).replace(QLatin1String("BTC"), QLatin1String("SOL"));
    StreamServer server(provider);
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    thread.start(requestTo(server.base(), provider, symbols));
    QTRY_COMPARE_WITH_TIMEOUT(server.orders().size(), 2, kPatient);
    QTRY_VERIFY_WITH_TIMEOUT(record.isLive(), kPatient);
    server.sendTrades(tradesOf(symbols[0], 1, 1) + tradesOf(symbols[1], 1, 1));
    QTRY_COMPARE_WITH_TIMEOUT(record.ids(101).size(), 1, kPatient);

    StreamRequest next = requestTo(server.base(), provider, {symbols[1], third});
    next.symbols[0].instrumentId = 101;
    next.symbols[1].instrumentId = 102;
    thread.start(next);
    const QStringList orders{QStringLiteral("subscribe ") + symbols[0], QStringLiteral("subscribe ") + symbols[1],
                             QStringLiteral("unsubscribe ") + symbols[0], QStringLiteral("subscribe ") + third};
    QTRY_COMPARE_WITH_TIMEOUT(server.orders(), orders, kPatient);
    server.sendTrades(tradesOf(symbols[0], 2, 1) + tradesOf(symbols[1], 2, 1) + tradesOf(third, 2, 1));
    QTRY_COMPARE_WITH_TIMEOUT(record.ids(102).size(), 1, kPatient);
    QTRY_COMPARE_WITH_TIMEOUT(record.ids(101).size(), 2, kPatient);
    QCOMPARE(record.ids(100).size(), 1);
    QCOMPARE(server.connections(), 1);
    QCOMPARE(record.events().count(QStringLiteral("resumed")), 1);
    QVERIFY(record.refusals().empty());
}

void TestStreamThread::anotherAddressIsAnotherConnection()
{
    const QString provider = QStringLiteral("kraken");
    StreamServer server(provider);
    StreamServer other(provider);
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    thread.start(requestTo(server.base(), provider, twoSymbols(provider)));
    QTRY_VERIFY_WITH_TIMEOUT(record.isLive(), kPatient);
    thread.start(requestTo(other.base(), provider, twoSymbols(provider)));
    QTRY_COMPARE_WITH_TIMEOUT(other.open(), 1, kPatient);
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 0, kPatient);
    QTRY_COMPARE_WITH_TIMEOUT(record.resumptions().size(), 2U, kPatient);
    QVERIFY(record.resumptions()[1]); // what came in between is missing
}

void TestStreamThread::nothingIsToldAfterStopping()
{
    const QString provider = QStringLiteral("kraken");
    StreamServer server(provider);
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    thread.start(requestTo(server.base(), provider, twoSymbols(provider)));
    QTRY_VERIFY_WITH_TIMEOUT(record.isLive(), kPatient);
    thread.stop(7);
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 0, kPatient);
    QCOMPARE(record.events().last(), QStringLiteral("live"));
    thread.stop(7); // twice does no harm, nor does one that never was
    thread.stop(8);
    thread.start(requestTo(server.base(), provider, twoSymbols(provider)));
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 1, kPatient);
    thread.start(requestTo(server.base(), provider, {})); // without instruments there is nothing to stream
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 0, kPatient);
}

void TestStreamThread::sourcesAreOnTheirOwn()
{
    StreamServer kraken(QStringLiteral("kraken"));
    StreamServer binance(QStringLiteral("binance"));
    kraken.setWelcome([](int) { return StreamWelcome{StreamWelcome::How::Refuse, 503}; });
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    StreamRequest other = requestTo(binance.base(), QStringLiteral("binance"), {QStringLiteral("BTCUSDT")});
    other.sourceId = 8;
    other.symbols[0].instrumentId = 200;
    thread.start(requestTo(kraken.base(), QStringLiteral("kraken"), {QStringLiteral("BTC/USD")}));
    thread.start(other);
    QTRY_COMPARE_WITH_TIMEOUT(binance.orders().size(), 1, kPatient);
    binance.sendTrades(tradesOf(QStringLiteral("BTCUSDT"), 1, 3));
    QTRY_COMPARE_WITH_TIMEOUT(record.ids(200), numbers(1, 3), kPatient);
    kraken.setWelcome({});
    QTRY_COMPARE_WITH_TIMEOUT(kraken.orders().size(), 1, kPatient);
    kraken.sendTrades(tradesOf(QStringLiteral("BTC/USD"), 5, 2));
    QTRY_COMPARE_WITH_TIMEOUT(record.ids(100), numbers(5, 2), kPatient);
    QCOMPARE(record.batches().front().sourceId, 8);
}

//! It is told, and changes nothing else.
void TestStreamThread::clocksThatDiffer()
{
    const QString provider = QStringLiteral("binance");
    const QString symbol = twoSymbols(provider)[0];
    StreamServer server(provider);
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    thread.start(requestTo(server.base(), provider, {symbol}));
    QTRY_VERIFY_WITH_TIMEOUT(record.isLive(), kPatient);
    const auto ahead = [](std::chrono::seconds by) {
        return Time{StreamClock::ofSystem().wall().ns + std::chrono::nanoseconds(by).count()};
    };
    QList<ServedTrade> trades;
    for (qint64 id = 1; id <= 5; ++id)
        trades << ServedTrade{symbol, id, ahead(10min)};
    server.sendTrades(trades);
    QTRY_VERIFY_WITH_TIMEOUT(record.last().skew.has_value(), kPatient);
    QVERIFY(*record.last().skew > 9min && *record.last().skew <= 10min);
    QCOMPARE(record.ids(100), numbers(1, 5));
    QCOMPARE(record.batches().front().trades[0].tick.time.ns / 1'000'000, trades[0].time.ns / 1'000'000);
    QCOMPARE(record.events().count(QStringLiteral("waiting")), 0);
}

void TestStreamThread::theKeyIsShownNowhere()
{
    const QString provider = QStringLiteral("finnhub");
    StreamServer server(provider);
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    thread.start(requestTo(server.base(), provider, {QStringLiteral("NVDA")}));
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 1, kPatient);
    QCOMPARE(server.targets().constFirst(), QByteArray("/?token=sesame-of-the-test"));
    server.close(1008, QStringLiteral("bad token sesame-of-the-test"));
    QTRY_VERIFY_WITH_TIMEOUT(record.events().contains(QStringLiteral("waiting")), kPatient);
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 1, kPatient);
    server.sendText(R"({"type":"error","msg":"Invalid API key sesame-of-the-test"})");
    QTRY_COMPARE_WITH_TIMEOUT(record.fault(), QStringLiteral("bad_key"), kPatient);
    QCOMPARE(record.last().phase, StreamPhase::Ended);
    for (const StreamStatus &status : record.statuses()) {
        if (!status.error)
            continue;
        QCOMPARE(status.error->address, QStringLiteral("ws://127.0.0.1:%1/").arg(server.port()));
        QVERIFY2(!status.error->detail.contains(QStringLiteral("sesame")), qPrintable(status.error->detail));
        QVERIFY(status.error->detail.contains(QStringLiteral("***")));
    }
}

void TestStreamThread::missingSequenceNumbers()
{
    const QString provider = QStringLiteral("coinbase");
    const QString symbol = twoSymbols(provider)[0];
    StreamServer server(provider);
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    thread.start(requestTo(server.base(), provider, {symbol}));
    QTRY_VERIFY_WITH_TIMEOUT(record.isLive() && server.open() == 1, kPatient);
    const auto send = [&](qint64 id, int skipped) {
        server.sendTrades(tradesOf(symbol, id, 1), false, skipped);
        QTRY_COMPARE_WITH_TIMEOUT(record.ids(100).last(), id, kPatient);
    };
    const auto missed = [&record] { return record.events().count(QStringLiteral("missed")); };
    QTRY_COMPARE_WITH_TIMEOUT(server.orders().size(), 1, kPatient);
    server.sendTrades(tradesOf(symbol, 1, 1));
    QTRY_COMPARE_WITH_TIMEOUT(record.ids(100).size(), 1, kPatient);
    send(2, 0);
    server.sendHeartbeat();
    send(3, 0);
    QCOMPARE(missed(), 0);
    send(5, 1);
    QCOMPARE(missed(), 1);
    send(6, -1); // a number again
    send(7, 0);
    QCOMPARE(missed(), 1);
    send(9, 3);
    QCOMPARE(missed(), 2);
    server.sendText(R"({"channel":"market_trades","sequence_num":11,"events":[{"type":"update","trades":[)"
                    R"({"trade_id":"10","product_id":"BTC-USD","price":"x","size":"1","side":"BUY","time":"?"},)"
                    R"({"trade_id":"11","product_id":"BTC-USD","price":"7","size":"1","side":"BUY",)"
                    R"("time":"2026-01-05T14:30:00Z"}]}]})");
    QTRY_COMPARE_WITH_TIMEOUT(record.ids(100).last(), 11, kPatient);
    QCOMPARE(missed(), 3); // a trade that cannot be read is missing too
    QVERIFY(record.isLive());
}

QTEST_GUILESS_MAIN(TestStreamThread)
#include "tst_streamthread.moc"
