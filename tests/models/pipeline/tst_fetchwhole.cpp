// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartFetch.h"

#include <atomic>

using namespace tickmark;
using namespace tickmark::store;
using namespace tickmark::test;
using pipeline::FetchTask;

namespace {

constexpr std::size_t kSessions = 35; //!< from 20 January on

std::vector<core::Bar> storedMinutes(FetchBench &bench)
{
    return bench.reader->intradayBars(bench.reader->seriesOf(1).value().front().id).value();
}

//! How many of the stored closes are those that are paid at `cents`.
qint64 closesAt(FetchBench &bench, qint64 (*cents)(core::SessionDate))
{
    const int decimals = bench.reader->seriesOf(1).value().front().priceDecimals;
    return std::ranges::count_if(storedMinutes(bench), [&](const core::Bar &bar) {
        return core::compare({bar.close, decimals}, {cents(core::SessionDate::utcDateOf(bar.start)), 2})
               == std::strong_ordering::equal;
    });
}

World anotherShare()
{
    World world = weekdays("2025-01-02");
    world.isAnother = true;
    return world;
}

} // namespace

//! A source is turned to another symbol or address, where all prices are others: what it has is asked for as a whole.
class TestFetchWhole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void minutesOfACorrectedSourceComeAgain_data();
    void minutesOfACorrectedSourceComeAgain();
    void minutesThatAreKeptNoMoreLeaveTheOldOnes();
    void anErrorInTheMiddleLeavesTheOldOnes();
};

void TestFetchWhole::minutesOfACorrectedSourceComeAgain_data()
{
    QTest::addColumn<bool>("isSpelling");
    QTest::addColumn<bool>("knowsNothingOlder"); // than what is stored
    QTest::newRow("another spelling") << true << false;
    QTest::newRow("another address") << false << false;
    QTest::newRow("whose service keeps no more than was stored") << false << true;
}

void TestFetchWhole::minutesOfACorrectedSourceComeAgain()
{
    QFETCH(bool, isSpelling);
    QFETCH(bool, knowsNothingOlder);
    ChartServer server(weekdays("2025-01-02"));
    ChartServer rightServer(anotherShare());
    if (knowsNothingOlder)
        rightServer.setFault([](const SeenRequest &request, int) -> std::optional<FaultAnswer> {
            const QByteArray from = request.target.split('=').at(1).split('&').front();
            if (from.toLongLong() >= day("2025-01-15").utcMidnight().ns / core::kNsPerSecond)
                return std::nullopt;
            return keptNoMore();
        });
    FetchBench bench;
    FetchTask task = minutesFrom(bench, server, "2025-01-20");
    VERIFY_RESULT(bench.run({task}, kFridayNight));
    QCOMPARE(storedMinutes(bench).size(), kSessions);
    QCOMPARE(closesAt(bench, centsAt), qint64(kSessions));

    if (isSpelling) {
        server.setWorld(anotherShare());
        task.setup.spellings.insert(text("NVDA"), text("NVD.DE"));
    } else {
        task.setup.address = rightServer.base();
    }
    if (knowsNothingOlder)
        task.setup.since = day("2025-01-01");
    bench.save(task);
    const auto reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    const auto &item = reports->front().items.at(0);
    QVERIFY2(!item.error, qPrintable(item.errorCode));
    QVERIFY(item.rebased);
    QCOMPARE(item.totals.replaced, qint64(kSessions));
    QCOMPARE(closesAt(bench, centsOfAnotherAt), qint64(kSessions));
    // in one import, which can be taken back as one; and nothing is left to ask for
    const auto imports = bench.reader->imports().value();
    QCOMPARE(
        std::ranges::count(imports, qint64(kSessions), [](const ImportRecord &one) { return one.totals.replaced; }), 1);
    const auto again = bench.run({task}, kFridayNight);
    VERIFY_RESULT(again);
    QCOMPARE(again->front().items.at(0).requests, 0);
}

//! The wrong prices of before cannot be told from right ones: one series never has both.
void TestFetchWhole::minutesThatAreKeptNoMoreLeaveTheOldOnes()
{
    ChartServer server(weekdays("2025-01-02"));
    FetchBench bench;
    FetchTask task = minutesFrom(bench, server, "2025-01-20");
    VERIFY_RESULT(bench.run({task}, kFridayNight));
    ChartServer rightServer(anotherShare());
    rightServer.setFault([](const SeenRequest &, int nth) -> std::optional<FaultAnswer> {
        if (nth < 4)
            return std::nullopt;
        return keptNoMore();
    });
    task.setup.address = rightServer.base();
    bench.save(task);
    const auto reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    QCOMPARE(reports->front().items.at(0).errorCode, text("other_shares"));
    QCOMPARE(closesAt(bench, centsAt), qint64(kSessions));
    QCOMPARE(rightServer.seen().size(), 4); // older ones were not asked for after that
}

void TestFetchWhole::anErrorInTheMiddleLeavesTheOldOnes()
{
    ChartServer server(weekdays("2025-01-02"));
    FetchBench bench;
    FetchTask task = minutesFrom(bench, server, "2025-01-20");
    VERIFY_RESULT(bench.run({task}, kFridayNight));
    ChartServer rightServer(anotherShare());
    std::atomic_bool healed = false;
    rightServer.setFault([&](const SeenRequest &request, int nth) -> std::optional<FaultAnswer> {
        if (nth < 4 || healed)
            return std::nullopt;
        return FaultAnswer{FaultServer::whole(rightServer.bodyFor(request)).chopped(100), FaultAnswer::End::Close, {}};
    });
    task.setup.address = rightServer.base();
    bench.save(task);
    const auto cut = bench.run({task}, kFridayNight);
    VERIFY_RESULT(cut);
    QCOMPARE(cut->front().items.at(0).errorCode, text("truncated"));
    QCOMPARE(closesAt(bench, centsAt), qint64(kSessions));
    healed = true;
    const auto whole = bench.run({task}, kFridayNight);
    VERIFY_RESULT(whole);
    QVERIFY(whole->front().isComplete());
    QCOMPARE(closesAt(bench, centsOfAnotherAt), qint64(kSessions));
}

QTEST_GUILESS_MAIN(TestFetchWhole)
#include "tst_fetchwhole.moc"
