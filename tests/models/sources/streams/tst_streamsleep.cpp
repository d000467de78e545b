// SPDX-License-Identifier: GPL-3.0-or-later
#include "FaultTable.h"
#include "StreamRecord.h"
#include "StreamRequests.h"
#include "StreamServer.h"

#include <QTest>

using namespace tickmark::sources;
using namespace tickmark::test;
using namespace std::chrono_literals;
using tickmark::core::kNsPerSecond;
using tickmark::core::Time;

namespace {

constexpr qint64 kBitcoin = 100;

//! Of two instruments.
StreamRequest requestTo(const QUrl &base)
{
    const QString kraken = QStringLiteral("kraken");
    return tickmark::test::requestTo(base, kraken, tickmark::test::twoSymbols(kraken));
}

QList<ServedTrade> oneTrade(qint64 id, const QString &symbol = QStringLiteral("BTC/USD"))
{
    return {{symbol, id, Time{id * kNsPerSecond}}};
}

//! The first error that was told; nothing: none yet.
std::optional<StreamError> firstError(const StreamRecord &record)
{
    for (const StreamStatus &status : record.statuses()) {
        if (status.error)
            return status.error;
    }
    return std::nullopt;
}

} // namespace

//! Machines that sleep while they stream, and instruments that do.
class TestStreamSleep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { QVERIFY(m_table.write()); }
    void sleepWhileLive();
    void sleepWhileWaiting();
    void tradesThatWaitedWhileItSlept();
    void silenceIsBrokenByAPong();

private:
    void comesBack(StreamServer &server, StreamRecord &record, qint64 id);
    void addRow(const StreamRecord &record)
    {
        const auto error = firstError(record);
        const QList<qint64> ids = record.ids(kBitcoin);
        m_table.add(error ? codeOf(error->fault) : QString(),
                    error ? toError(*error, QStringLiteral("My source")).message : QString(),
                    ids.size() - QSet<qint64>(ids.begin(), ids.end()).size(), 0, QStringLiteral("yes, by itself"));
    }

    FaultTable m_table;
};

//! By itself, and the trades of the new connection arrive.
void TestStreamSleep::comesBack(StreamServer &server, StreamRecord &record, qint64 id)
{
    QTRY_VERIFY_WITH_TIMEOUT(record.isLive() && server.open() == 1, kPatient);
    QVERIFY(!record.last().error);
    server.sendTrades(oneTrade(id));
    QTRY_VERIFY_WITH_TIMEOUT(record.ids(kBitcoin).contains(id), kPatient);
}

void TestStreamSleep::sleepWhileLive()
{
    StreamServer server(QStringLiteral("kraken"));
    StreamRecord record;
    SleepyClock clock;
    StreamThread thread(record, quickPatience(), clock.clock());
    thread.start(requestTo(server.base()));
    comesBack(server, record, 1);
    const Time asleep = clock.clock().wall();
    server.goSilent(); // what is on the other side has given us up
    clock.sleep(8h);
    QTRY_VERIFY_WITH_TIMEOUT(firstError(record), 10'000); // silence is thirty seconds
    QCOMPARE(codeOf(firstError(record)->fault), QStringLiteral("silent"));
    QTRY_VERIFY_WITH_TIMEOUT(record.resumptions().size() == 2, kPatient);
    QVERIFY(*record.resumptions()[1] <= asleep);
    comesBack(server, record, 2);
    addRow(record);
}

void TestStreamSleep::sleepWhileWaiting()
{
    StreamServer server(QStringLiteral("kraken"));
    server.setWelcome([](int nth) {
        return nth == 1 ? StreamWelcome{StreamWelcome::How::Refuse, 500} : StreamWelcome{};
    });
    StreamRecord record;
    SleepyClock clock;
    StreamPatience patience;
    patience.firstPause = patience.longestPause = 1h;
    StreamThread thread(record, patience, clock.clock());
    thread.start(requestTo(server.base()));
    QTRY_COMPARE_WITH_TIMEOUT(record.last().phase, StreamPhase::Waiting, kPatient);
    clock.sleep(61min);
    comesBack(server, record, 1);
    addRow(record);
}

//! They are of before it slept: true, and no sign that the connection still lives.
void TestStreamSleep::tradesThatWaitedWhileItSlept()
{
    StreamServer server(QStringLiteral("kraken"));
    StreamRecord record;
    SleepyClock clock;
    StreamThread thread(record, quickPatience(), clock.clock());
    thread.start(requestTo(server.base()));
    comesBack(server, record, 1);
    clock.sleep(8h);
    server.sendTrades(oneTrade(2));
    QTRY_VERIFY_WITH_TIMEOUT(record.resumptions().size() == 2, kPatient);
    QCOMPARE(codeOf(firstError(record)->fault), QStringLiteral("silent"));
    comesBack(server, record, 3);
    addRow(record);
}

//! An instrument that nobody trades is no broken connection.
void TestStreamSleep::silenceIsBrokenByAPong()
{
    StreamServer server(QStringLiteral("kraken"));
    StreamRecord record;
    SleepyClock clock;
    StreamPatience patience = quickPatience();
    patience.silence = 10min;
    StreamThread thread(record, patience, clock.clock());
    thread.start(requestTo(server.base()));
    comesBack(server, record, 1);
    for (int i = 0; i < 3; ++i) { // more than a quarter of an hour without a message
        const qint64 written = server.written();
        clock.sleep(5min); // more than half of what is borne: a ping goes out
        QTRY_VERIFY_WITH_TIMEOUT(server.written() > written, kPatient);
        const int reads = clock.reads();
        clock.sleep(2min);
        QTRY_VERIFY_WITH_TIMEOUT(clock.reads() > reads + 4, kPatient); // it has looked around twice since
    }
    server.sendTrades(oneTrade(2));
    QTRY_VERIFY_WITH_TIMEOUT(record.ids(kBitcoin).contains(2), kPatient);
    QVERIFY(!firstError(record));
    QCOMPARE(server.connections(), 1);
    addRow(record);
}

QTEST_GUILESS_MAIN(TestStreamSleep)
#include "tst_streamsleep.moc"
