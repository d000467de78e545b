// SPDX-License-Identifier: GPL-3.0-or-later
#include "SeriesTrades.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace tickmark;
using namespace tickmark::pipeline;
using namespace tickmark::test;
using core::Time;
using core::TimeRange;
using sources::FetchedTrade;
using sources::FetchedTrades;
using sources::StreamBatch;
using store::TradeProgress;
using store::TradeRun;
using namespace std::chrono_literals;

//! Of all trades that a stream and a backfill bring, each is kept once, in the order of the chart, and it is known where
//! some are missing.
class TestLiveSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNew_data();
    void whatIsNew();
    void timesAscendAndIdsRule();
    void aSnapshotMayBeginWithTheNewest();
    void impossibleValuesAreLeftOut();
    void goesOnWhereTheStoreEnds();
    void oneHoleIsOneGap_data();
    void oneHoleIsOneGap();
    void withoutIdsSilenceIsAGap();
    void aClockThatIsWrongMakesNoGapOfNothing();
    void endlessHolesAreBounded();
    void aJumpBetweenTwoAnswersIsNoProof();
    void idsThatCountAnew_data();
    void idsThatCountAnew();
    void aNewCountingGoesOnAfterARestart();
    void whatIsOfBeforeIsCounted();
};

void TestLiveSeries::whatIsNew_data()
{
    QTest::addColumn<std::vector<std::vector<qint64>>>("batches");
    QTest::addColumn<QString>("kept"); // of the last batch
    QTest::addColumn<QString>("holes");
    using Batches = std::vector<std::vector<qint64>>;
    QTest::newRow("one after the other") << Batches{{1, 2, 3}, {4, 5}} << "4 5"
                                         << "";
    QTest::newRow("the same again") << Batches{{1, 2, 3}, {2, 3, 3, 4}} << "4"
                                    << "";
    QTest::newRow("nothing new") << Batches{{5, 6, 7}, {5, 6}} << ""
                                 << "";
    QTest::newRow("some are missing") << Batches{{1, 2}, {6, 7}} << "6 7"
                                      << "2-6";
    QTest::newRow("they come a little later") << Batches{{1, 2}, {4, 5}, {3}} << "3"
                                              << "";
    QTest::newRow("some of them do") << Batches{{1}, {9}, {4, 5}} << "4 5"
                                     << "1-4 5-9";
    QTest::newRow("turned round in a message") << Batches{{1}, {4, 3, 2}} << "2 3 4"
                                               << "";
    QTest::newRow("a snapshot over what is there") << Batches{{1, 2, 3}, {2, 3, 4, 5}, {8}} << "8"
                                                   << "5-8";
    QTest::newRow("before the history began") << Batches{{10}, {7, 8}} << ""
                                              << "";
}

void TestLiveSeries::whatIsNew()
{
    QFETCH(std::vector<std::vector<qint64>>, batches);
    QFETCH(QString, kept);
    QFETCH(QString, holes);
    LiveSeries series({}, std::nullopt);
    LiveSlice last;
    for (const std::vector<qint64> &ids : batches)
        last = series.take(batch(ids));
    QCOMPARE(idsOf(last), kept);
    QCOMPARE(holesOf(series), holes);
    QCOMPARE(series.gaps().size(), series.holes().size());
}

void TestLiveSeries::timesAscendAndIdsRule()
{
    LiveSeries series({}, std::nullopt);
    StreamBatch back = batch({1, 2, 3, 4});
    back.trades[2].tick.time = timeOf(1); // the exchange's clock stepped back, and ties
    const LiveSlice slice = series.take(back);
    QCOMPARE(idsOf(slice), QStringLiteral("1 3 2 4"));
    QVERIFY(std::ranges::is_sorted(slice.ticks, {}, &core::Tick::time));
    QCOMPARE(slice.runs.size(), std::size_t(1));
    QCOMPARE(slice.runs[0].lastId, 4);
}

void TestLiveSeries::aSnapshotMayBeginWithTheNewest()
{
    LiveSeries series({}, std::nullopt);
    StreamBatch first = batch({9, 8, 7});
    first.isSnapshot = true;
    const LiveSlice slice = series.take(first);
    QCOMPARE(idsOf(slice), QStringLiteral("7 8 9"));
    QCOMPARE(slice.runs, std::vector<TradeRun>{runOf(7, 9)});
    QVERIFY(series.holes().empty()); // a history begins, nothing is missing before
}

void TestLiveSeries::impossibleValuesAreLeftOut()
{
    LiveSeries series({}, std::nullopt);
    StreamBatch bad = batch({1, 2, 3, 4, 5});
    bad.trades[1].tick.size = -1;
    bad.trades[2].tick.time = Time{std::numeric_limits<qint64>::max()};
    bad.trades[3].id = -4;
    QCOMPARE(idsOf(series.take(bad)), QStringLiteral("1 5"));
}

void TestLiveSeries::goesOnWhereTheStoreEnds()
{
    LiveSeries series(stored({runOf(1, 10), runOf(21, 30)}), std::nullopt);
    QCOMPARE(holesOf(series), QStringLiteral("10-21"));
    QCOMPARE(idsOf(series.take(batch({9, 29, 30, 31}))), QStringLiteral("31"));
    // closed for a while
    QCOMPARE(idsOf(series.take(batch({40, 41}))), QStringLiteral("40 41"));
    QCOMPARE(holesOf(series), QStringLiteral("10-21 31-40"));
    QCOMPARE(series.gaps(), (std::vector<TimeRange>{{timeOf(10), timeOf(21)}, {timeOf(31), timeOf(40)}}));
    // an import was taken back meanwhile, while some wait
    LiveSeries again(stored({runOf(1, 10)}), std::nullopt);
    again.know({runOf(31, 31), runOf(40, 41)});
    QCOMPARE(holesOf(again), QStringLiteral("10-31 31-40"));
    QCOMPARE(idsOf(again.take(batch({41, 42}))), QStringLiteral("42"));
}

void TestLiveSeries::oneHoleIsOneGap_data()
{
    using Gaps = std::vector<TimeRange>;
    QTest::addColumn<Gaps>("known");
    QTest::addColumn<Gaps>("told");
    const TimeRange hole{timeOf(10), timeOf(21)};
    QTest::newRow("the same twice") << Gaps{hole} << Gaps{hole};
    QTest::newRow("within the hole, after an undo")
        << Gaps{{timeOf(11), timeOf(13)}, {timeOf(12), timeOf(20)}} << Gaps{hole};
    QTest::newRow("around the hole") << Gaps{{timeOf(8), timeOf(30)}} << Gaps{{timeOf(8), timeOf(30)}};
    QTest::newRow("over one end of it") << Gaps{{timeOf(15), timeOf(25)}} << Gaps{{timeOf(10), timeOf(25)}};
    QTest::newRow("touching it") << Gaps{{timeOf(5), timeOf(10)}, {timeOf(21), timeOf(22)}}
                                 << Gaps{{timeOf(5), timeOf(22)}};
    QTest::newRow("apart from it") << Gaps{{timeOf(5), timeOf(9)}, {timeOf(22), timeOf(23)}}
                                   << Gaps{{timeOf(5), timeOf(9)}, hole, {timeOf(22), timeOf(23)}};
}

void TestLiveSeries::oneHoleIsOneGap()
{
    QFETCH(std::vector<TimeRange>, known);
    TradeProgress progress = stored({runOf(1, 10), runOf(21, 30)});
    progress.gaps = known;
    const LiveSeries series(progress, std::nullopt);
    QTEST(series.gaps(), "told");
}

void TestLiveSeries::withoutIdsSilenceIsAGap()
{
    const auto quote = [](qint64 second) {
        StreamBatch made = batch({second});
        made.trades[0].id = 0;
        return made;
    };
    LiveSeries series({}, std::nullopt);
    series.resumed(std::nullopt, 0s);
    QVERIFY(series.take(quote(1)).gaps.empty()); // the history begins
    QVERIFY(series.take(quote(1)).gaps.empty());
    series.resumed(timeOf(5), 0s);
    QCOMPARE(series.take(quote(9)).gaps, (std::vector<TimeRange>{{timeOf(5), timeOf(9)}}));
    series.missed();
    QCOMPARE(series.take(quote(11)).gaps, (std::vector<TimeRange>{{timeOf(9), timeOf(11)}}));
    QVERIFY(series.take(quote(12)).gaps.empty());
    QCOMPARE(series.gaps(), (std::vector<TimeRange>{{timeOf(5), timeOf(11)}})); // nothing but one moment between them
    // the program was closed
    TradeProgress before;
    before.last = timeOf(12);
    LiveSeries again(before, std::nullopt);
    again.resumed(std::nullopt, 0s);
    QCOMPARE(again.take(quote(60)).gaps, (std::vector<TimeRange>{{timeOf(12), timeOf(60)}}));
}

void TestLiveSeries::aClockThatIsWrongMakesNoGapOfNothing()
{
    StreamBatch one = batch({1});
    one.trades[0].id = 0;
    LiveSeries series({}, std::nullopt);
    (void)series.take(one);
    series.resumed(Time{timeOf(5).ns + 600 * core::kNsPerSecond}, 0s); // ours is ten minutes ahead
    one.trades[0].tick.time = timeOf(9);
    QCOMPARE(series.take(one).gaps, (std::vector<TimeRange>{{timeOf(1), timeOf(9)}}));
    series.resumed(Time{timeOf(20).ns + 600 * core::kNsPerSecond}, -600s); // and it is known by how much
    one.trades[0].tick.time = timeOf(25);
    QCOMPARE(series.take(one).gaps, (std::vector<TimeRange>{{timeOf(20), timeOf(25)}}));
}

void TestLiveSeries::endlessHolesAreBounded()
{
    LiveSeries series({}, std::nullopt);
    std::vector<qint64> odd;
    for (qint64 id = 1; id < 6000; id += 2)
        odd.push_back(id);
    const LiveSlice slice = series.take(batch(odd));
    QCOMPARE(slice.ticks.size(), odd.size());
    QCOMPARE(series.holes().size(), LiveSeries::kMostHoles);
    QVERIFY(!slice.gaps.empty());
    QVERIFY(series.take(batch({2})).ticks.empty()); // given up, and said so by a gap
}

//! One answer ends at 14, the next begins at 17: only an answer with trades on both sides says that there is nothing between.
void TestLiveSeries::aJumpBetweenTwoAnswersIsNoProof()
{
    LiveSeries series(stored({runOf(1, 10), runOf(21, 30)}), std::nullopt);
    HoleQuery query{series.holes().front(), timeOf(10), false, 0, false, 0};
    const auto answer = [](std::vector<qint64> ids, qint64 oldest) {
        FetchedTrades made;
        for (const qint64 id : ids)
            made.trades.push_back(trade(id));
        made.oldestId = oldest;
        made.oldestTime = timeOf(oldest);
        return made;
    };
    (void)series.fill(query, answer({11, 12, 14}, 10));
    QCOMPARE(holesOf(series), QStringLiteral("14-21")); // 13 was left out
    (void)series.fill(query, answer({17, 18, 19, 20, 21}, 17));
    QCOMPARE(holesOf(series), QStringLiteral("14-17"));
    QCOMPARE(query.notGiven, 17);
    HoleQuery again{series.holes().front(), timeOf(14), false, 0, false, 0};
    const LiveSlice slice = series.fill(again, answer({17, 18}, 14));
    QVERIFY(slice.ticks.empty());
    QVERIFY(series.holes().empty());
}

void TestLiveSeries::idsThatCountAnew_data()
{
    QTest::addColumn<qint64>("firstKnown");
    QTest::addColumn<qint64>("lastKnown");
    QTest::newRow("from below all that are known") << qint64(1001) << qint64(1010);
    QTest::newRow("into those that are known") << qint64(1) << qint64(1010);
}

void TestLiveSeries::idsThatCountAnew()
{
    QFETCH(const qint64, firstKnown);
    QFETCH(const qint64, lastKnown);
    LiveSeries series({}, std::nullopt);
    (void)series.take(batch(span(firstKnown, lastKnown)));
    const auto later = [&](const std::vector<qint64> &ids) { // those of 1010 came at 1010
        StreamBatch made = batch(ids);
        for (FetchedTrade &one : made.trades)
            one.tick.time = timeOf(2000 + one.id);
        return made;
    };
    LiveSlice slice = series.take(later({3, 4, 5}));
    QVERIFY(slice.countsAnew);
    QCOMPARE(slice.ticks.size(), std::size_t(3)); // nothing lost
    QCOMPARE(slice.discarded, 0);
    QCOMPARE(slice.runs.front(), (TradeRun{0, 0, timeOf(1010), timeOf(1010)}));
    QCOMPARE(series.gaps(), (std::vector<TimeRange>{{timeOf(1010), timeOf(2003)}}));
    // nothing twice: neither of the new counting nor of the former one, as a snapshot brings it
    slice = series.take(later({4, 5, 6}));
    QVERIFY(!slice.countsAnew);
    QCOMPARE(slice.ticks.size(), std::size_t(1));
    slice = series.take(batch({1008, 1009, 1010}));
    QVERIFY(slice.ticks.empty());
    QCOMPARE(slice.discarded, 3);
    // 1008 is an id like any other in the new counting
    StreamBatch far = later({1008});
    QCOMPARE(series.take(far).ticks.size(), std::size_t(1));
    QVERIFY(series.take(far).ticks.empty());
}

void TestLiveSeries::aNewCountingGoesOnAfterARestart()
{
    TradeProgress progress = stored({{0, 0, timeOf(1010), timeOf(1010)}, {3, 6, timeOf(2003), timeOf(2006)}});
    LiveSeries series(progress, std::nullopt);
    QCOMPARE(holesOf(series), QStringLiteral("0-3"));
    QVERIFY(series.take(batch({1009})).ticks.empty());
    StreamBatch next = batch({7});
    next.trades[0].tick.time = timeOf(2007);
    const LiveSlice slice = series.take(next);
    QVERIFY(!slice.countsAnew);
    QCOMPARE(slice.ticks.size(), std::size_t(1));
}

void TestLiveSeries::whatIsOfBeforeIsCounted()
{
    LiveSeries series({}, std::nullopt);
    (void)series.take(batch({10, 11}));
    const LiveSlice slice = series.take(batch({7, 8, 11, 12}));
    QCOMPARE(idsOf(slice), QStringLiteral("12"));
    QCOMPARE(slice.discarded, 2);
    QVERIFY(!slice.countsAnew);
}

QTEST_GUILESS_MAIN(TestLiveSeries)
#include "tst_liveseries.moc"
