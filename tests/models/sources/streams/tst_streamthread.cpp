// SPDX-License-Identifier: GPL-3.0-or-later
#include "StreamRecord.h"
#include "StreamRequests.h"
#include "StreamServer.h"
#include <core/Price.h>
#include <sources/streams/StreamProvider.h>

#include <QTest>

#include <numeric>

using namespace tickmark::sources;
using namespace std::chrono_literals;
using tickmark::core::kNsPerSecond;
using tickmark::core::parseIsoTime;
using tickmark::core::Time;
using tickmark::core::toPlainText;
using tickmark::test::frameOf;
using tickmark::test::messagesOf;
using tickmark::test::quickPatience;
using tickmark::test::requestTo;
using tickmark::test::ServedTrade;
using tickmark::test::SleepyClock;
using tickmark::test::StreamRecord;
using tickmark::test::StreamServer;
using tickmark::test::StreamWelcome;
using tickmark::test::twoSymbols;

namespace {

const Time kTime = *parseIsoTime("2026-01-05T14:30:00Z");
constexpr int kPatient = 30'000; // ms that a loaded machine may take

QList<ServedTrade> tradesOf(const QString &symbol, qint64 first, int count)
{
    QList<ServedTrade> trades;
    for (int i = 0; i < count; ++i)
        trades << ServedTrade{symbol, first + i, Time{kTime.ns + (first + i) * kNsPerSecond}};
    return trades;
}

QList<qint64> numbers(qint64 first, int count)
{
    QList<qint64> all(count);
    std::iota(all.begin(), all.end(), first);
    return all;
}

} // namespace

//! A stream from its socket to its sink, against a server on loopback.
class TestStreamThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tradesArrive_data();
    void tradesArrive();
    void snapshotsComeApart_data();
    void snapshotsComeApart();
    void fullBatchesDoNotWait();
    void tradesOfAMessageStayTogether();
    void numbersOfOneBatchHaveTheSameDecimals();
    void instrumentsAreExchangedWithoutABreak_data();
    void instrumentsAreExchangedWithoutABreak();
    void anotherAddressIsAnotherConnection();
    void whatWasParsedIsHandedOnBeforeABreak();
    void nothingIsToldAfterStopping();
    void pausesGrow();
    void pausesBeginAnewAfterAWhile();
    void retriedAtOnce();
    void aBreakTellsWhenItBegan();
    void sourcesAreOnTheirOwn();
    void aBurstComesWhole();
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
    QCOMPARE(first.trades[0].tick.time, Time{kTime.ns + kNsPerSecond});
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

void TestStreamThread::snapshotsComeApart_data()
{
    QTest::addColumn<QString>("provider");
    QTest::newRow("Kraken") << QStringLiteral("kraken");
    QTest::newRow("Coinbase") << QStringLiteral("coinbase");
}

void TestStreamThread::snapshotsComeApart()
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

void TestStreamThread::fullBatchesDoNotWait()
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

void TestStreamThread::tradesOfAMessageStayTogether()
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

void TestStreamThread::numbersOfOneBatchHaveTheSameDecimals()
{
    const QString provider = QStringLiteral("coinbase");
    const QString symbol = twoSymbols(provider)[0];
    StreamServer server(provider);
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    thread.start(requestTo(server.base(), provider, {symbol}));
    QTRY_VERIFY_WITH_TIMEOUT(record.isLive(), kPatient);
    server.sendTrades({{symbol, 1, kTime, "42100", "1"},
                       {symbol, 2, kTime, "42100.5", "0.25"},
                       {symbol, 3, kTime, "0.00000001", "3"},
                       {symbol, 4, kTime, "9000000000000000000", "1"}, // not with any decimals
                       {symbol, 5, kTime, "1.5", "1"}});
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

void TestStreamThread::whatWasParsedIsHandedOnBeforeABreak()
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

void TestStreamThread::pausesGrow()
{
    const QString provider = QStringLiteral("kraken");
    StreamServer server(provider);
    server.setWelcome([](int) { return StreamWelcome{StreamWelcome::How::Refuse, 500}; });
    StreamRecord record;
    StreamPatience patience;
    patience.firstPause = 64ms;
    patience.longestPause = 200ms;
    StreamThread thread(record, patience);
    thread.start(requestTo(server.base(), provider, twoSymbols(provider)));
    QTRY_VERIFY_WITH_TIMEOUT(record.events().count(QStringLiteral("waiting")) >= 4, kPatient);
    const auto statuses = record.statuses();
    const auto toldAt = record.toldAt();
    QList<std::chrono::nanoseconds> pauses;
    for (std::size_t i = 0; i < statuses.size(); ++i) {
        if (statuses[i].next)
            pauses << *statuses[i].next - toldAt[i];
    }
    // A pause ends at most as late as it was meant, and was told a little after it was made up.
    const QList<std::chrono::milliseconds> longest{64ms, 128ms, 200ms, 200ms};
    for (int i = 0; i < 4; ++i)
        QVERIFY2(pauses[i] <= longest[i] + 1ms, qPrintable(QString::number(i)));
    QVERIFY(*std::max_element(pauses.begin() + 1, pauses.end()) > 64ms);
    QCOMPARE(record.fault(), QStringLiteral("upgrade_refused"));
    QCOMPARE(record.last().error->code, 500);
}

void TestStreamThread::pausesBeginAnewAfterAWhile()
{
    const QString provider = QStringLiteral("kraken");
    StreamServer server(provider);
    StreamRecord record;
    SleepyClock clock;
    StreamPatience patience = quickPatience();
    patience.firstPause = 40ms;
    patience.longestPause = 10min;
    patience.settled = 10s;
    patience.silence = 1h;
    StreamThread thread(record, patience, clock.clock());
    thread.start(requestTo(server.base(), provider, twoSymbols(provider)));
    const auto breakOff = [&](int times) {
        QTRY_COMPARE_WITH_TIMEOUT(record.events().count(QStringLiteral("live")), times, kPatient);
        QTRY_COMPARE_WITH_TIMEOUT(server.open(), 1, kPatient);
        server.reset();
        QTRY_COMPARE_WITH_TIMEOUT(record.events().count(QStringLiteral("waiting")), times, kPatient);
    };
    const auto pause = [&record] {
        const auto statuses = record.statuses();
        const auto toldAt = record.toldAt();
        for (std::size_t i = statuses.size(); i-- > 0;) {
            if (statuses[i].next)
                return std::chrono::nanoseconds(*statuses[i].next - toldAt[i]);
        }
        return std::chrono::nanoseconds::zero();
    };
    breakOff(1);
    breakOff(2);
    breakOff(3);
    breakOff(4);
    QVERIFY(pause() > 100ms); // 160 to 320
    QTRY_COMPARE_WITH_TIMEOUT(record.events().count(QStringLiteral("live")), 5, kPatient);
    clock.sleep(11s);
    breakOff(5);
    QVERIFY(pause() <= 41ms);
}

void TestStreamThread::retriedAtOnce()
{
    const QString provider = QStringLiteral("kraken");
    auto server = std::make_unique<StreamServer>(provider);
    const StreamRequest request = requestTo(server->base(), provider, twoSymbols(provider));
    const quint16 port = server->port();
    server.reset(); // nobody there
    StreamRecord record;
    StreamPatience patience;
    patience.firstPause = patience.longestPause = 10min;
    StreamThread thread(record, patience);
    thread.start(request);
    QTRY_COMPARE_WITH_TIMEOUT(record.fault(), QStringLiteral("unreachable"), kPatient);
    QCOMPARE(record.last().phase, StreamPhase::Waiting);
    server = std::make_unique<StreamServer>(provider, std::nullopt, port);
    thread.retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(record.isLive(), kPatient);
    QVERIFY(!record.last().error);
}

void TestStreamThread::aBreakTellsWhenItBegan()
{
    const QString provider = QStringLiteral("kraken");
    const QString symbol = twoSymbols(provider)[0];
    StreamServer server(provider);
    server.setSnapshot(tradesOf(symbol, 1, 3));
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    const Time before = StreamClock::ofSystem().wall();
    thread.start(requestTo(server.base(), provider, {symbol}));
    QTRY_COMPARE_WITH_TIMEOUT(record.ids(100), numbers(1, 3), kPatient);
    server.reset();
    QTRY_COMPARE_WITH_TIMEOUT(record.ids(100), numbers(1, 3) + numbers(1, 3), kPatient); // what it sends of before
    const Time after = StreamClock::ofSystem().wall();
    const auto resumed = record.resumptions();
    QCOMPARE(resumed.size(), 2U);
    QVERIFY(resumed[1] && *resumed[1] >= before && *resumed[1] <= after);
    const QStringList events = record.events();
    const qsizetype waiting = events.indexOf(QStringLiteral("waiting"));
    QVERIFY(waiting > 0);
    QCOMPARE(events.sliced(waiting, 5),
             (QStringList{QStringLiteral("waiting"), QStringLiteral("connecting"), QStringLiteral("resumed"),
                          QStringLiteral("live"), QStringLiteral("trades")}));
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

void TestStreamThread::aBurstComesWhole()
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
