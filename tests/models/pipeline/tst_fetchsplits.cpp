// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartServer.h"
#include "FetchSupport.h"

using namespace tickmark;
using namespace tickmark::store;
using pipeline::FetchTask;
using test::ChartServer;
using test::day;
using test::FaultAnswer;
using test::FaultServer;
using test::FetchBench;
using test::SeenRequest;
using test::weekdays;
using test::World;
using End = FaultAnswer::End;

namespace {

constexpr const char *kFridayNight = "2025-03-07T23:00:00Z";

double firstClose(FetchBench &bench)
{
    return core::toDouble({bench.dailyBars().front().close, bench.reader->seriesOf(1).value().front().priceDecimals});
}

} // namespace

//! What happens to stored quotes when a source tells others for the same days: after a split, after a correction by hand.
class TestFetchSplits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCorrectionByHandStays();
    void aCorrectionTakenBackAfterASplit_data();
    void aCorrectionTakenBackAfterASplit();
    void aSplitBetweenTwoRunsChangesAllOfTheSeriesAtOnce_data();
    void aSplitBetweenTwoRunsChangesAllOfTheSeriesAtOnce();
    void undoOfASplitLeavesOneKindOfShares();
    void aLaterMendedPriceHasToBeTakenBackFirst();
    void aSourceThatLagsBehindASplitIsNotBelieved();
    void olderDaysOfOtherSharesTakeTheRestAlong();
    void aSmallChangeOfAllPricesIsTakenAsAWhole();
    void aProviderThatBeginsToAdjustIsFoundOut();
    void aSplitWhoseAnswerIsCutLeavesTheOldShares();
};

//! The source goes on telling what it told before.
void TestFetchSplits::aCorrectionByHandStays()
{
    World some = weekdays("2025-02-18", "2025-03-06");
    some.splits.insert("NVDA", {{day("2025-03-10"), 10}});
    ChartServer server(some);
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    VERIFY_RESULT(bench.run({task}, "2025-03-06T23:00:00Z"));
    BarCorrection correction;
    correction.seriesId = bench.reader->seriesOf(1).value().front().id;
    correction.bar = bench.dailyBars().back();
    correction.bar.open = correction.bar.high = correction.bar.low = correction.bar.close = 70'000;
    correction.priceDecimals = 2;
    correction.corrected = *core::parseIsoTime("2025-03-07T08:00:00Z");
    VERIFY_RESULT(bench.writer->correctBar(correction).result());

    some.today = day("2025-03-07");
    server.setWorld(some);
    auto reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    QVERIFY(!reports->front().items.at(0).rebased);
    QCOMPARE(reports->front().items.at(0).totals.inserted, 1);
    const auto closeOf = [&](std::size_t index) {
        const auto series = bench.reader->seriesOf(1).value();
        return core::toDouble({bench.dailyBars().at(index).close, series.front().priceDecimals});
    };
    QCOMPARE(closeOf(12), 700.0);
    // after a split it counts in new shares like the rest
    some.today = day("2025-03-10");
    server.setWorld(some);
    reports = bench.run({task}, "2025-03-10T23:00:00Z");
    VERIFY_RESULT(reports);
    QVERIFY(reports->front().items.at(0).rebased);
    QCOMPARE(closeOf(12), 70.0);
    QCOMPARE(closeOf(13) * 10, double(test::centsAt(day("2025-03-07"))) / 100);
    // and is the user's word still
    some.today = day("2025-03-11");
    server.setWorld(some);
    reports = bench.run({task}, "2025-03-11T23:00:00Z");
    VERIFY_RESULT(reports);
    QCOMPARE(reports->front().items.at(0).totals.inserted, 1);
    QVERIFY(!reports->front().items.at(0).rebased);
    QCOMPARE(bench.reader->correctedBars(bench.reader->seriesOf(1).value().front())->size(), std::size_t(1));
    QCOMPARE(closeOf(12), 70.0);
}

void TestFetchSplits::aCorrectionTakenBackAfterASplit_data()
{
    QTest::addColumn<bool>("told"); // the split; else only the prices show it
    QTest::newRow("what was there before stands at once, in new shares") << true;
    QTest::newRow("by how much it changed nobody knows: it is asked for again") << false;
}

void TestFetchSplits::aCorrectionTakenBackAfterASplit()
{
    QFETCH(const bool, told);
    World some = weekdays("2025-02-18", "2025-03-06");
    some.splits.insert("NVDA", {{day("2025-03-07"), 10}});
    some.tellsSplits = told;
    ChartServer server(some);
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    VERIFY_RESULT(bench.run({task}, "2025-03-06T23:00:00Z"));
    BarCorrection correction;
    correction.seriesId = bench.reader->seriesOf(1).value().front().id;
    correction.bar = bench.dailyBars().at(8);
    const core::SessionDate session = correction.bar.session;
    correction.bar.open = correction.bar.high = correction.bar.low = correction.bar.close = 70'000;
    correction.priceDecimals = 2;
    correction.corrected = *core::parseIsoTime("2025-03-07T08:00:00Z");
    const auto typed = bench.writer->correctBar(correction).result();
    VERIFY_RESULT(typed);
    some.today = day("2025-03-07");
    server.setWorld(some);
    VERIFY_RESULT(bench.run({task}, kFridayNight));
    const auto close = [&] {
        return core::toDouble({bench.dailyBars().at(8).close, bench.reader->seriesOf(1).value().front().priceDecimals});
    };
    const auto origin = [&] { return bench.reader->dailyOrigins(1, session).value().front(); };
    QCOMPARE(close(), 70.0);
    QVERIFY(origin().isCorrected); // it is the user's word still
    QCOMPARE(origin().fetched, correction.corrected);

    const double fetched = double(test::centsAt(session)) / 1000;
    const auto forecast = bench.reader->undoForecast(typed->importId);
    VERIFY_RESULT(forecast);
    QCOMPARE(forecast->totals.restored, 1);
    const auto undone = bench.writer->undoImport(typed->importId).result();
    VERIFY_RESULT(undone);
    if (!told) {
        QCOMPARE(close(), 70.0);
        VERIFY_RESULT(bench.run({bench.asStored(task)}, kFridayNight));
    } else {
        QCOMPARE(undone->restored, 1);
        QCOMPARE(undone->dropped, 0);
    }
    QCOMPARE(close(), fetched);
    QVERIFY(!origin().isCorrected);
    QVERIFY(origin().origin.startsWith(text("http://")));
    // and nothing of it is left when the split is taken back as well
    const auto imports = bench.reader->imports().value();
    for (const ImportRecord &one : imports) {
        if (one.kind == ImportKind::Bars && !one.undone && one.id > typed->importId)
            VERIFY_RESULT(bench.writer->undoImport(one.id).result());
    }
    QCOMPARE(close(), fetched * 10);
    QCOMPARE(bench.reader->seriesOf(1).value().front().priceDecimals, 2);
}

void TestFetchSplits::aSplitBetweenTwoRunsChangesAllOfTheSeriesAtOnce_data()
{
    QTest::addColumn<bool>("told");
    QTest::addColumn<QString>("given"); // from when on quotes are given the second time
    QTest::newRow("the answer tells of it") << true << "2025-01-02";
    QTest::newRow("only the prices show it") << false << "2025-01-02";
    QTest::newRow("what is older is given no more") << true << "2025-02-03";
    QTest::newRow("nor is it told") << false << "2025-02-03";
}

void TestFetchSplits::aSplitBetweenTwoRunsChangesAllOfTheSeriesAtOnce()
{
    QFETCH(bool, told);
    QFETCH(QString, given);
    World some = weekdays("2025-01-02", "2025-03-05");
    some.splits.insert("NVDA", {{day("2025-03-06"), 10}});
    some.tellsSplits = told;
    ChartServer server(some);
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    VERIFY_RESULT(bench.run({task}, "2025-03-05T23:00:00Z"));
    const auto before = bench.dailyBars();
    const double closeBefore = firstClose(bench);
    some.today = day("2025-03-07");
    some.first = day(qPrintable(given));
    server.setWorld(some);
    const auto reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    const auto &item = reports->front().items.at(0);
    QVERIFY(!item.error);
    QVERIFY(item.rebased);
    QCOMPARE(item.actions.inserted, told ? 1 : 0);
    QCOMPARE(item.totals.replaced, qint64(before.size()));
    QCOMPARE(item.totals.inserted, 2);
    const auto series = bench.reader->seriesOf(1).value();
    const auto after = bench.dailyBars();
    QCOMPARE(after.size(), before.size() + 2);
    for (const core::Bar &bar : after)
        QCOMPARE(core::compare({bar.close * 10, series[0].priceDecimals}, {test::centsAt(bar.session), 2}),
                 std::strong_ordering::equal);
    QCOMPARE(series[0].splitsUntil.value(), day("2025-03-07"));
    // all of it in one import, which can be taken back as one
    const auto imports = bench.reader->imports().value();
    QCOMPARE(std::ranges::count(imports, ImportKind::Bars, &ImportRecord::kind), 2);
    VERIFY_RESULT(bench.writer->undoImport(item.importId).result());
    QCOMPARE(bench.dailyBars().size(), before.size());
    QCOMPARE(firstClose(bench), closeBefore);
    QCOMPARE(bench.reader->seriesOf(1).value().front().splitsUntil.value(), day("2025-03-05"));
}

//! A later import says of splits up to when they were in what it brought, which is not what comes back.
void TestFetchSplits::undoOfASplitLeavesOneKindOfShares()
{
    World some = weekdays("2025-01-02", "2025-03-05");
    some.splits.insert("NVDA", {{day("2025-03-06"), 10}});
    ChartServer server(some);
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    VERIFY_RESULT(bench.run({task}, "2025-03-05T23:00:00Z"));
    const double before = firstClose(bench);
    some.today = day("2025-03-06");
    server.setWorld(some);
    const auto turned = bench.run({task}, "2025-03-06T23:00:00Z");
    VERIFY_RESULT(turned);
    some.today = day("2025-03-07");
    server.setWorld(some);
    VERIFY_RESULT(bench.run({task}, kFridayNight));
    QCOMPARE(firstClose(bench) * 10, before);
    VERIFY_RESULT(bench.writer->undoImport(turned->front().items.at(0).importId).result());
    QCOMPARE(firstClose(bench), before);
    QCOMPARE(bench.reader->seriesOf(1).value().front().splitsUntil.value(), day("2025-03-05"));
    // the next run sees that the split is missing
    VERIFY_RESULT(bench.run({bench.asStored(task)}, kFridayNight));
    QCOMPARE(firstClose(bench) * 10, before);
    QCOMPARE(bench.reader->seriesOf(1).value().front().splitsUntil.value(), day("2025-03-07"));
}

void TestFetchSplits::aLaterMendedPriceHasToBeTakenBackFirst()
{
    World some = weekdays("2025-01-02", "2025-03-05");
    some.splits.insert("NVDA", {{day("2025-03-06"), 10}});
    ChartServer server(some);
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    VERIFY_RESULT(bench.run({task}, "2025-03-05T23:00:00Z"));
    const double before = firstClose(bench);
    some.today = day("2025-03-06");
    server.setWorld(some);
    const auto turned = bench.run({task}, "2025-03-06T23:00:00Z");
    VERIFY_RESULT(turned);
    some.today = day("2025-03-07");
    some.mended = day("2025-03-05");
    server.setWorld(some);
    const auto later = bench.run({task}, kFridayNight);
    VERIFY_RESULT(later);
    QCOMPARE(later->front().items.at(0).totals.replaced, 1);
    const auto refused = bench.writer->undoImport(turned->front().items.at(0).importId).result();
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(QString::number(later->front().items.at(0).importId)),
             qPrintable(refused.error().message));
    QCOMPARE(firstClose(bench) * 10, before);
    VERIFY_RESULT(bench.writer->undoImport(later->front().items.at(0).importId).result());
    VERIFY_RESULT(bench.writer->undoImport(turned->front().items.at(0).importId).result());
    QCOMPARE(firstClose(bench), before);
    QCOMPARE(bench.reader->seriesOf(1).value().front().splitsUntil.value(), day("2025-03-05"));
}

//! On the evening of a split the provider has its session, and has not turned those before yet.
void TestFetchSplits::aSourceThatLagsBehindASplitIsNotBelieved()
{
    World some = weekdays("2025-01-02", "2025-03-05");
    ChartServer server(some);
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    VERIFY_RESULT(bench.run({task}, "2025-03-05T23:00:00Z"));
    const double before = firstClose(bench);
    VERIFY_RESULT(bench.writer->importActions({}, {{1, day("2025-03-06"), CorporateAction::Kind::Split, 10, 1, {}, {}}})
                      .result());
    some.today = day("2025-03-06");
    server.setWorld(some);
    auto reports = bench.run({task}, "2025-03-06T23:00:00Z");
    VERIFY_RESULT(reports);
    QVERIFY(!reports->front().items.at(0).error);
    QCOMPARE(reports->front().items.at(0).totals.inserted, 1);
    QCOMPARE(firstClose(bench), before);
    QCOMPARE(bench.reader->seriesOf(1).value().front().splitsUntil.value(), day("2025-03-05"));
    // the day after it has
    some.today = day("2025-03-07");
    some.splits.insert("NVDA", {{day("2025-03-06"), 10}});
    server.setWorld(some);
    reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    QVERIFY(reports->front().items.at(0).rebased);
    QCOMPARE(firstClose(bench) * 10, before);
    QCOMPARE(bench.reader->seriesOf(1).value().front().splitsUntil.value(), day("2025-03-07"));
}

//! On the morning of a split the prices have it already, and the session of the day is not asked for yet: only older days.
void TestFetchSplits::olderDaysOfOtherSharesTakeTheRestAlong()
{
    World some = weekdays("2025-01-02", "2025-03-05");
    some.splits.insert("NVDA", {{day("2025-03-06"), 10}});
    some.tellsSplits = false;
    ChartServer server(some);
    FetchBench bench;
    FetchTask task = bench.add("Quotes", "yahoo", server.base());
    task.setup.since = day("2025-02-03");
    bench.save(task);
    VERIFY_RESULT(bench.run({task}, "2025-03-05T23:00:00Z"));
    const std::size_t before = bench.dailyBars().size();
    some.today = day("2025-03-06");
    server.setWorld(some);
    task.setup.since = day("2025-01-02");
    bench.save(task);
    const auto reports = bench.run({task}, "2025-03-06T15:00:00Z");
    VERIFY_RESULT(reports);
    QVERIFY(!reports->front().items.at(0).error);
    QVERIFY(reports->front().items.at(0).rebased);
    const auto bars = bench.dailyBars();
    QVERIFY(bars.size() > before);
    QCOMPARE(bars.front().session, day("2025-01-02"));
    const int decimals = bench.reader->seriesOf(1).value().front().priceDecimals;
    for (const core::Bar &bar : bars)
        QCOMPARE(core::compare({bar.close * 10, decimals}, {test::centsAt(bar.session), 2}),
                 std::strong_ordering::equal);
    // and then there is nothing left to ask for
    const qsizetype asked = server.seen().size();
    VERIFY_RESULT(bench.run({task}, "2025-03-06T16:00:00Z"));
    QCOMPARE(server.seen().size(), asked);
}

//! A provider that begins to take dividends out of its prices changes all of them by less than one per cent.
void TestFetchSplits::aSmallChangeOfAllPricesIsTakenAsAWhole()
{
    World some = weekdays("2025-01-02", "2025-03-05");
    ChartServer server(some);
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    VERIFY_RESULT(bench.run({task}, "2025-03-05T23:00:00Z"));
    const double before = firstClose(bench);
    some.today = day("2025-03-07");
    some.permille = 996;
    server.setWorld(some);
    const auto reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    QVERIFY(!reports->front().items.at(0).error);
    QVERIFY(reports->front().items.at(0).rebased);
    QCOMPARE(firstClose(bench), before * 0.996);
    // one price that was mended is no reason
    some.today = day("2025-03-10");
    some.mended = day("2025-03-07");
    server.setWorld(some);
    const auto mended = bench.run({task}, "2025-03-10T23:00:00Z");
    VERIFY_RESULT(mended);
    QVERIFY(!mended->front().items.at(0).rebased);
    QCOMPARE(mended->front().items.at(0).totals.replaced, 1);
}

//! Prices as traded do not change with a split; when all do, the provider gives another kind now.
void TestFetchSplits::aProviderThatBeginsToAdjustIsFoundOut()
{
    bool adjusts = false;
    bool isLate = false;
    FaultServer server([&](const SeenRequest &, int) {
        QByteArrayList rows;
        for (const char *date : {"2025-03-03", "2025-03-04", "2025-03-05", "2025-03-06"}) {
            if (!isLate && date == QByteArray("2025-03-06"))
                continue;
            const QByteArray price = adjusts && date != QByteArray("2025-03-06") ? "12.5" : "125";
            rows.prepend(R"({"datetime":")" + QByteArray(date) + R"(","open":")" + price + R"(","high":")" + price
                         + R"(","low":")" + price + R"(","close":")" + price + R"(","volume":"7"})");
        }
        return FaultAnswer{FaultServer::whole(R"({"status":"ok","meta":{"symbol":"NVDA","interval":"1day",)"
                                              R"("exchange_timezone":"America/New_York"},"values":[)"
                                              + rows.join(',') + "]}"),
                           End::Keep,
                           {}};
    });
    FetchBench bench;
    FetchTask task = bench.add("Raw", "twelvedata", server.url({}).toString(), "a key of some length");
    task.setup.since = day("2025-03-03");
    bench.save(task);
    VERIFY_RESULT(bench.run({task}, "2025-03-05T23:00:00Z"));
    QCOMPARE(bench.dailyBars().size(), std::size_t(3));
    adjusts = isLate = true;
    const auto reports = bench.run({task}, "2025-03-06T23:00:00Z");
    VERIFY_RESULT(reports);
    QVERIFY2(!reports->front().items.at(0).error, qPrintable(reports->front().items.at(0).errorCode));
    QVERIFY(reports->front().items.at(0).rebased);
    QCOMPARE(reports->front().items.at(0).totals.replaced, 3);
    QCOMPARE(firstClose(bench), 12.5);
    QVERIFY(!bench.reader->seriesOf(1).value().front().splitsUntil);
}

void TestFetchSplits::aSplitWhoseAnswerIsCutLeavesTheOldShares()
{
    World some = weekdays("2025-01-02", "2025-03-05");
    some.splits.insert("NVDA", {{day("2025-03-06"), 10}});
    ChartServer server(some);
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    VERIFY_RESULT(bench.run({task}, "2025-03-05T23:00:00Z"));
    const auto before = bench.dailyBars();
    const double closeBefore = firstClose(bench);
    some.today = day("2025-03-07");
    server.setWorld(some);
    // the first answer tells of the split, the one with all prices does not come
    server.setFault([&server](const SeenRequest &request, int nth) -> std::optional<FaultAnswer> {
        if (nth == 2)
            return std::nullopt;
        return FaultAnswer{FaultServer::whole(server.bodyFor(request)).chopped(100), End::Reset, {}};
    });
    const auto cut = bench.run({task}, kFridayNight);
    VERIFY_RESULT(cut);
    QVERIFY(cut->front().items.at(0).error);
    QCOMPARE(bench.dailyBars().size(), before.size());
    QCOMPARE(firstClose(bench), closeBefore);
    server.setFault({});
    VERIFY_RESULT(bench.run({task}, kFridayNight));
    QCOMPARE(bench.dailyBars().size(), before.size() + 2);
    QCOMPARE(firstClose(bench), closeBefore / 10);
}

QTEST_GUILESS_MAIN(TestFetchSplits)
#include "tst_fetchsplits.moc"
