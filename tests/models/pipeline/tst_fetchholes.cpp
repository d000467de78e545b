// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartFetch.h"
#include <pipeline/FetchFault.h>
#include <pipeline/FetchTrial.h>
#include <pipeline/NextRun.h>

using namespace tickmark;
using namespace tickmark::store;
using namespace tickmark::test;
using pipeline::FetchTask;

namespace {

constexpr const char *kSaturday = "2025-03-08T12:00:00Z";
constexpr const char *kSunday = "2025-03-09T12:00:00Z";

//! Two sessions of the middle have no price, and Presidents' Day, on which nothing trades, is told as well.
World holes()
{
    World world = weekdays("2025-02-10");
    world.unpriced = {day("2025-02-12"), day("2025-02-17"), day("2025-02-26")};
    return world;
}

} // namespace

//! A provider tells sessions without their prices: the user hears of it, and they are asked for once more.
class TestFetchHoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyAreToldAndFilledByTheNextRun();
    void theyRestAfterTheSecondTime();
    void whatIsMissingAtTheEndIsToldAndAskedForAgain();
    void sessionsWithinTheDayAreToldAsWell_data();
    void sessionsWithinTheDayAreToldAsWell();
    void singleBarsAreCountedOnce();
    void nothingBeforeTheBeginningIsAskedForAgain();
    void aTestTellsThem();
    void whatComesAgainInOtherSharesIsNotMixed();
    void aServiceThatHasNothingOfThemEndsIt();
};

void TestFetchHoles::theyAreToldAndFilledByTheNextRun()
{
    ChartServer server(holes());
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    const auto first = bench.run({task}, kFridayNight);
    VERIFY_RESULT(first);
    const pipeline::FetchedItem &item = first->front().items.at(0);
    QVERIFY(!item.error);
    QVERIFY(item.remark);
    QCOMPARE(item.errorCode, text("unpriced_sessions"));
    const QString said = text(
        "Quotes has no complete price (open, high, low, close) of NVDA for 2 session(s), the first on 2025-02-12. The next run asks "
        "once more.");
    QCOMPARE(item.remark->message, said);
    const std::size_t stored = bench.dailyBars().size();
    // kept for whoever looks later, and no failure
    FetchState state = bench.state(task, text("NVDA"));
    QCOMPARE(pipeline::errorSentence(state), said);
    QCOMPARE(state.failures, 0);
    QCOMPARE(state.lastSuccess, core::parseIsoTime(kFridayNight));
    const std::vector<FetchState> states{state};
    QCOMPARE(pipeline::lastRunOf(states, *core::parseIsoTime(kFridayNight)).failuresOfAny, 0);

    World mended = holes();
    mended.unpriced = {day("2025-02-17")};
    server.setWorld(mended);
    const qsizetype asked = server.seen().size();
    const auto second = bench.run({task}, kSaturday);
    VERIFY_RESULT(second);
    QVERIFY(second->front().isComplete());
    QVERIFY(!second->front().items.at(0).remark);
    QCOMPARE(second->front().items.at(0).totals.inserted, 2);
    QCOMPARE(server.seen().size(), asked + 1);
    QCOMPARE(bench.dailyBars().size(), stored + 2);
    QVERIFY(bench.state(task, text("NVDA")).errorCode.isEmpty());
    VERIFY_RESULT(bench.run({task}, kSunday));
    QCOMPARE(server.seen().size(), asked + 1);
}

void TestFetchHoles::theyRestAfterTheSecondTime()
{
    World world = holes();
    world.unpriced.push_back(day("2025-03-05")); // among the days that each run asks for again
    ChartServer server(world);
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    VERIFY_RESULT(bench.run({task}, kFridayNight));
    const auto second = bench.run({task}, kSaturday);
    VERIFY_RESULT(second);
    QCOMPARE(second->front().items.at(0).errorCode, text("unpriced_for_good"));
    QCOMPARE(second->front().items.at(0).remark->message,
             text("Quotes still has no complete price (open, high, low, close) of NVDA for 3 session(s), the first on "
                  "2025-02-12. They stay empty."));
    // and then there is nothing to say or to ask, also when new days come
    const qsizetype asked = server.seen().size();
    const auto third = bench.run({task}, kSunday);
    VERIFY_RESULT(third);
    QVERIFY(!third->front().items.at(0).remark);
    QCOMPARE(server.seen().size(), asked);
    world.today = day("2025-03-10");
    server.setWorld(world);
    const auto monday = bench.run({task}, "2025-03-10T23:00:00Z");
    VERIFY_RESULT(monday);
    QCOMPARE(monday->front().items.at(0).totals.inserted, 1);
    QVERIFY(!monday->front().items.at(0).remark);
    QCOMPARE(server.seen().size(), asked + 1);
}

//! It may only be late.
void TestFetchHoles::whatIsMissingAtTheEndIsToldAndAskedForAgain()
{
    World world = weekdays();
    world.unpriced = {day("2025-03-07")};
    ChartServer server(world);
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    const auto first = bench.run({task}, kFridayNight);
    VERIFY_RESULT(first);
    QCOMPARE(first->front().items.at(0).errorCode, text("unpriced_sessions"));
    QVERIFY(first->front().items.at(0).remark->message.contains(text("2025-03-07")));
    const std::size_t stored = bench.dailyBars().size();
    // as often as it takes
    const auto again = bench.run({task}, kSaturday);
    VERIFY_RESULT(again);
    QCOMPARE(again->front().items.at(0).errorCode, text("unpriced_sessions"));
    world.unpriced.clear();
    server.setWorld(world);
    const auto mended = bench.run({task}, kSunday);
    VERIFY_RESULT(mended);
    QVERIFY(!mended->front().items.at(0).remark);
    QCOMPARE(bench.dailyBars().size(), stored + 1);
}

void TestFetchHoles::sessionsWithinTheDayAreToldAsWell_data()
{
    QTest::addColumn<bool>("mended");
    QTest::addColumn<QByteArray>("status"); // of the answer to the second run, where it is none of the world's
    QTest::newRow("mended") << true << QByteArray();
    QTest::newRow("without a price again") << false << QByteArray();
    QTest::newRow("too old to be had") << false << QByteArray("422 Unprocessable Entity");
}

void TestFetchHoles::sessionsWithinTheDayAreToldAsWell()
{
    QFETCH(const bool, mended);
    QFETCH(const QByteArray, status);
    World world = holes();
    ChartServer server(world);
    FetchBench bench;
    const FetchTask task = minutesFrom(bench, server, "2025-02-14");
    const auto first = bench.run({task}, kFridayNight);
    VERIFY_RESULT(first);
    const pipeline::FetchedItem &item = first->front().items.at(0);
    QVERIFY(!item.error);
    QVERIFY(item.remark);
    QCOMPARE(item.errorCode, text("unpriced_sessions"));
    QVERIFY2(item.remark->message.contains(text("for 1 session(s), the first on 2025-02-26")),
             qPrintable(item.remark->message));
    QCOMPARE(item.barsUnpriced, 0);

    if (mended)
        world.unpriced.clear();
    server.setWorld(world);
    if (!status.isEmpty())
        server.setFault([&status](const SeenRequest &, int) -> std::optional<FaultAnswer> {
            return FaultAnswer{FaultServer::whole({}, {}, status), FaultAnswer::End::Keep, {}};
        });
    const auto second = bench.run({task}, kSaturday);
    VERIFY_RESULT(second);
    QVERIFY(second->front().isComplete());
    QCOMPARE(second->front().items.at(0).totals.inserted, mended ? 1 : 0);
    QCOMPARE(second->front().items.at(0).errorCode, mended ? QString() : text("unpriced_for_good"));
    const qsizetype asked = server.seen().size();
    const auto third = bench.run({task}, kSunday);
    VERIFY_RESULT(third);
    QVERIFY(!third->front().items.at(0).remark);
    QCOMPARE(server.seen().size(), asked);
}

//! Nothing can be done about them, and nothing failed.
void TestFetchHoles::singleBarsAreCountedOnce()
{
    ChartServer server(holes());
    server.setFault([](const SeenRequest &, int) -> std::optional<FaultAnswer> {
        const QByteArray prices = "[100,null,101]"; // of Friday's first three minutes
        const QByteArray body = R"({"chart":{"result":[{"meta":{"currency":"USD","regularMarketTime":0,)"
                                R"("exchangeTimezoneName":"America/New_York"},)"
                                R"("timestamp":[1741357800,1741357860,1741357920],"indicators":{"quote":[{"open":)"
                                + prices + R"(,"high":)" + prices + R"(,"low":)" + prices + R"(,"close":)" + prices
                                + R"(,"volume":)" + prices + R"(}]}}],"error":null}})";
        return FaultAnswer{FaultServer::whole(body), FaultAnswer::End::Keep, {}};
    });
    FetchBench bench;
    const FetchTask task = minutesFrom(bench, server, "2025-03-07");
    const auto first = bench.run({task}, kFridayNight);
    VERIFY_RESULT(first);
    QVERIFY(first->front().isComplete());
    QCOMPARE(first->front().items.at(0).totals.inserted, 2);
    QCOMPARE(first->front().items.at(0).barsUnpriced, 1);
    QVERIFY(!first->front().items.at(0).remark);
    // the same bars come again with those of Monday
    const auto second = bench.run({task}, "2025-03-10T23:00:00Z");
    VERIFY_RESULT(second);
    QVERIFY(second->front().items.at(0).requests > 0);
    QCOMPARE(second->front().items.at(0).barsUnpriced, 0);
}

void TestFetchHoles::nothingBeforeTheBeginningIsAskedForAgain()
{
    ChartServer server(holes());
    FetchBench bench;
    FetchTask task = bench.add("Quotes", "yahoo", server.base());
    task.setup.since = day("2025-02-11");
    bench.save(task);
    VERIFY_RESULT(bench.run({task}, kFridayNight));
    const auto second = bench.run({task}, kSaturday);
    VERIFY_RESULT(second);
    QCOMPARE(second->front().items.at(0).errorCode, text("unpriced_for_good"));
    QCOMPARE(second->front().items.at(0).from, day("2025-02-11"));
}

void TestFetchHoles::aTestTellsThem()
{
    World world = weekdays();
    world.unpriced = {day("2025-03-05"), day("2025-03-07")};
    ChartServer server(world);
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    const auto trial = pipeline::trySource(task, *bench.http, *bench.reader, bench.calendars,
                                           *core::parseIsoTime(kFridayNight));
    VERIFY_RESULT(trial);
    QVERIFY(!trial->error);
    QVERIFY(trial->rows > 0);
    QCOMPARE(trial->errorCode, text("unpriced_sessions"));
    QVERIFY(trial->remark->message.contains(text("for 2 session(s), the first on 2025-03-05")));
}

//! All prices have been turned into new shares since.
void TestFetchHoles::whatComesAgainInOtherSharesIsNotMixed()
{
    World world = holes();
    ChartServer server(world);
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    VERIFY_RESULT(bench.run({task}, kFridayNight));
    world.unpriced = {day("2025-02-17")};
    world.today = day("2025-03-10");
    world.splits["NVDA"] = {{day("2025-03-10"), 10}};
    server.setWorld(world);
    const auto second = bench.run({task}, "2025-03-10T23:00:00Z");
    VERIFY_RESULT(second);
    QVERIFY(second->front().isComplete());
    QVERIFY(second->front().items.at(0).rebased);
    QVERIFY(!second->front().items.at(0).remark);
    const std::vector<core::Bar> bars = bench.dailyBars();
    for (const core::Bar &bar : bars) // no price is ten times that of its neighbours
        QVERIFY(bar.close < 2 * bars.front().close && 2 * bar.close > bars.front().close);
    QVERIFY(std::ranges::find(bars, day("2025-02-12"), &core::Bar::session) != bars.end());
}

void TestFetchHoles::aServiceThatHasNothingOfThemEndsIt()
{
    ChartServer server(holes());
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    VERIFY_RESULT(bench.run({task}, kFridayNight));
    server.setFault([](const SeenRequest &, int) -> std::optional<FaultAnswer> {
        return FaultAnswer{FaultServer::whole(R"({"chart":{"result":null,"error":null}})"), FaultAnswer::End::Keep, {}};
    });
    const auto second = bench.run({task}, kSaturday);
    VERIFY_RESULT(second);
    QVERIFY(second->front().isComplete());
    QCOMPARE(second->front().items.at(0).errorCode, text("unpriced_for_good"));
    const qsizetype asked = server.seen().size();
    VERIFY_RESULT(bench.run({task}, kSunday));
    QCOMPARE(server.seen().size(), asked);
}

QTEST_GUILESS_MAIN(TestFetchHoles)
#include "tst_fetchholes.moc"
