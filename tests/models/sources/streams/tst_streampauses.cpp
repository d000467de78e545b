// SPDX-License-Identifier: GPL-3.0-or-later
#include "ManyTrades.h"
#include "StreamRecord.h"
#include "StreamRequests.h"
#include "StreamServer.h"

#include <QTest>

using namespace tickmark::sources;
using namespace tickmark::test;
using namespace std::chrono_literals;
using tickmark::core::Time;

//! A stream that breaks off comes again, after pauses that grow, and tells since when it has heard nothing.
class TestStreamPauses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pausesGrow();
    void pausesBeginAnewAfterAWhile();
    void retriedAtOnce();
    void aBreakTellsWhenItBegan();
};

void TestStreamPauses::pausesGrow()
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

void TestStreamPauses::pausesBeginAnewAfterAWhile()
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

void TestStreamPauses::retriedAtOnce()
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

void TestStreamPauses::aBreakTellsWhenItBegan()
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

QTEST_GUILESS_MAIN(TestStreamPauses)
#include "tst_streampauses.moc"
