// SPDX-License-Identifier: GPL-3.0-or-later
#include "ManyTrades.h"
#include "StreamRecord.h"
#include "StreamRequests.h"
#include "StreamServer.h"
#include <core/Price.h>

#include <QTest>

using namespace tickmark::sources;
using namespace tickmark::test;
using namespace std::chrono_literals;
using tickmark::core::toPlainText;

//! What a stream hands on together, and when.
class TestStreamBatches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void snapshotsComeApart_data();
    void snapshotsComeApart();
    void fullBatchesDoNotWait();
    void tradesOfAMessageStayTogether();
    void numbersOfOneBatchHaveTheSameDecimals();
    void whatWasParsedIsHandedOnBeforeABreak();
    void aBurstComesWhole();
};

void TestStreamBatches::snapshotsComeApart_data()
{
    QTest::addColumn<QString>("provider");
    QTest::newRow("Kraken") << QStringLiteral("kraken");
    QTest::newRow("Coinbase") << QStringLiteral("coinbase");
}

void TestStreamBatches::snapshotsComeApart()
{
    QFETCH(const QString, provider);
    const QString symbol = twoSymbols(provider)[0];
    StreamServer server(provider);
    server.setSnapshot(tradesOf(symbol, 1, 5));
    StreamRecord record;
    StreamPatience patience = quickPatience();
    patience.batch = 10min; // so that only the change parts them
    {
        StreamThread thread(record, patience);
        thread.start(requestTo(server.base(), provider, {symbol}));
        QTRY_VERIFY_WITH_TIMEOUT(server.orders().size() == 1 && record.isLive(), kPatient);
        server.sendTrades(tradesOf(symbol, 5, 3)); // one of them again
        QTRY_COMPARE_WITH_TIMEOUT(record.batches().size(), 1U, kPatient);
    }
    const auto batches = record.batches();
    QCOMPARE(batches.size(), 2U);
    QVERIFY(batches[0].isSnapshot);
    QVERIFY(!batches[1].isSnapshot);
    QCOMPARE(record.ids(100), numbers(1, 5) + numbers(5, 3));
}

void TestStreamBatches::fullBatchesDoNotWait()
{
    const QString provider = QStringLiteral("binance");
    const QString symbol = twoSymbols(provider)[0];
    StreamServer server(provider);
    StreamRecord record;
    StreamPatience patience = quickPatience();
    patience.batch = 10min;
    patience.batchTrades = 100;
    StreamThread thread(record, patience);
    thread.start(requestTo(server.base(), provider, {symbol}));
    QTRY_VERIFY_WITH_TIMEOUT(record.isLive(), kPatient);
    server.sendTrades(tradesOf(symbol, 1, 250)); // a message for each
    QTRY_COMPARE_WITH_TIMEOUT(record.ids(100), numbers(1, 200), kPatient);
    QCOMPARE(record.batches().size(), 2U);
    thread.stop(7);
    QTRY_COMPARE_WITH_TIMEOUT(record.ids(100), numbers(1, 250), kPatient);
}

void TestStreamBatches::tradesOfAMessageStayTogether()
{
    const QString provider = QStringLiteral("kraken");
    const QString symbol = twoSymbols(provider)[0];
    StreamServer server(provider);
    StreamRecord record;
    StreamPatience patience = quickPatience();
    patience.batchTrades = 3;
    StreamThread thread(record, patience);
    thread.start(requestTo(server.base(), provider, {symbol}));
    QTRY_VERIFY_WITH_TIMEOUT(record.isLive(), kPatient);
    server.sendTrades(tradesOf(symbol, 1, 8));
    QTRY_COMPARE_WITH_TIMEOUT(record.batches().size(), 1U, kPatient);
    QCOMPARE(record.ids(100), numbers(1, 8));
}

void TestStreamBatches::numbersOfOneBatchHaveTheSameDecimals()
{
    const QString provider = QStringLiteral("coinbase");
    const QString symbol = twoSymbols(provider)[0];
    StreamServer server(provider);
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    thread.start(requestTo(server.base(), provider, {symbol}));
    QTRY_VERIFY_WITH_TIMEOUT(record.isLive(), kPatient);
    server.sendTrades({{symbol, 1, kTradesBegin, "42100", "1"},
                       {symbol, 2, kTradesBegin, "42100.5", "0.25"},
                       {symbol, 3, kTradesBegin, "0.00000001", "3"},
                       {symbol, 4, kTradesBegin, "9000000000000000000", "1"}, // not with any decimals
                       {symbol, 5, kTradesBegin, "1.5", "1"}});
    QTRY_COMPARE_WITH_TIMEOUT(record.ids(100), numbers(1, 5), kPatient);
    QStringList prices;
    for (const StreamBatch &batch : record.batches()) {
        for (const FetchedTrade &trade : batch.trades) {
            prices << QString::fromStdString(toPlainText({trade.tick.price, batch.priceDecimals})) + QLatin1Char(' ')
                          + QString::fromStdString(toPlainText({trade.tick.size, batch.sizeDecimals}));
        }
    }
    QCOMPARE(prices, (QStringList{QStringLiteral("42100.00000000 1.00"), QStringLiteral("42100.50000000 0.25"),
                                  QStringLiteral("0.00000001 3.00"), QStringLiteral("9000000000000000000 1"),
                                  QStringLiteral("1.5 1")}));
}

void TestStreamBatches::whatWasParsedIsHandedOnBeforeABreak()
{
    const QString provider = QStringLiteral("kraken");
    const QString symbol = twoSymbols(provider)[0];
    StreamServer server(provider);
    StreamRecord record;
    StreamPatience patience = quickPatience();
    patience.batch = 10min;
    StreamThread thread(record, patience);
    thread.start(requestTo(server.base(), provider, {symbol}));
    QTRY_VERIFY_WITH_TIMEOUT(record.isLive(), kPatient);
    server.sendTrades(tradesOf(symbol, 1, 2));
    server.sendText(R"({"error":"x","method":"subscribe","success":false,"symbol":"BTC/USD"})");
    QTRY_COMPARE_WITH_TIMEOUT(record.refusals().size(), 1U, kPatient);
    QCOMPARE(record.ids(100), numbers(1, 2)); // it was the only one: the connection ended and handed on
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 0, kPatient);
}

void TestStreamBatches::aBurstComesWhole()
{
    constexpr int kCount = 100'000;
    const QString provider = QStringLiteral("kraken");
    const QString symbol = twoSymbols(provider)[0];
    StreamServer server(provider);
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    thread.start(requestTo(server.base(), provider, {symbol}));
    QTRY_VERIFY_WITH_TIMEOUT(record.isLive(), kPatient);
    QByteArray frames;
    for (int id = 1; id <= kCount; ++id)
        frames += frameOf(messagesOf(provider, tradesOf(symbol, id, 1)).constFirst());
    server.sendFrames(frames);
    QTRY_COMPARE_WITH_TIMEOUT(record.ids(100).size(), kCount, kPatient);
    QCOMPARE(record.ids(100), numbers(1, kCount));
    for (const StreamBatch &batch : record.batches())
        QVERIFY(batch.trades.size() <= 5000);
}

QTEST_GUILESS_MAIN(TestStreamBatches)
#include "tst_streambatches.moc"
