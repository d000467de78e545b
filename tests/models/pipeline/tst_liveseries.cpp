// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/GapFiller.h>
#include <pipeline/LiveMeter.h>
#include <pipeline/LiveOutbox.h>

#include <QTest>

using namespace tickmark;
using namespace tickmark::pipeline;
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
    void aStoreWithoutIdsGoesOnByItsCursorOrTime();
    void oneHoleIsOneGap_data();
    void oneHoleIsOneGap();
    void withoutIdsSilenceIsAGap();
    void aClockThatIsWrongMakesNoGapOfNothing();
    void endlessHolesAreBounded();
    void aHoleIsFilledPieceByPiece();
    void leftOutIdsCloseAHole();
    void aFrontThatIsNotGivenStays();
    void aJumpBetweenTwoAnswersIsNoProof();
    void idsThatCountAnew_data();
    void idsThatCountAnew();
    void aNewCountingGoesOnAfterARestart();
    void whatIsOfBeforeIsCounted();
    void aNewCountingIsATransactionOfItsOwn();
    void whatIsNotGivenStays();
    void onlyADayIsAskedFor();
    void theNewestHoleComesFirst();
    void aFaultWaits();
    void whatWaitsGoesTogether();
    void whatFailedGoesAgain();
    void theMeterForgets();
};

namespace {

constexpr qint64 kBegin = 1'700'000'000'000'000'000;

Time timeOf(qint64 id)
{
    return Time{kBegin + id * core::kNsPerSecond};
}

FetchedTrade trade(qint64 id)
{
    return {{timeOf(id), 1000 + id, 1}, id, sources::TradeSide::Buy};
}

StreamBatch batch(const std::vector<qint64> &ids)
{
    StreamBatch made;
    made.priceDecimals = 2;
    for (const qint64 id : ids)
        made.trades.push_back(trade(id));
    return made;
}

std::vector<qint64> span(qint64 first, qint64 last)
{
    std::vector<qint64> ids;
    for (qint64 id = first; id <= last; ++id)
        ids.push_back(id);
    return ids;
}

TradeRun runOf(qint64 first, qint64 last)
{
    return {first, last, timeOf(first), timeOf(last)};
}

QString idsOf(const LiveSlice &slice)
{
    QStringList ids;
    for (const core::Tick &tick : slice.ticks)
        ids << QString::number(tick.price - 1000);
    return ids.join(QLatin1Char(' '));
}

QString holesOf(const LiveSeries &series)
{
    QStringList holes;
    for (const TradeHole &hole : series.holes())
        holes << QStringLiteral("%1-%2").arg(hole.after.id).arg(hole.before.id);
    return holes.join(QLatin1Char(' '));
}

TradeProgress stored(const std::vector<TradeRun> &runs)
{
    TradeProgress progress;
    progress.seriesId = 1;
    progress.runs = runs;
    if (!runs.empty())
        progress.last = runs.back().last;
    return progress;
}

//! Kraken's answer, a page of it.
QByteArray answerOf(const std::vector<qint64> &ids)
{
    QByteArrayList rows;
    for (const qint64 id : ids)
        rows << "[\"" + QByteArray::number(10 + id) + ".00\",\"1\"," + QByteArray::number(timeOf(id).ns / 1'000'000'000)
                    + ".0,\"b\",\"l\",\"\"," + QByteArray::number(id) + "]";
    const qint64 last = ids.empty() ? 1 : timeOf(ids.back()).ns;
    return R"({"error":[],"result":{"XXBTZUSD":[)" + rows.join(',') + R"(],"last":")" + QByteArray::number(last)
           + R"("}})";
}

//! An exchange that keeps trades from one id to another, and a filler that asks it.
struct Exchange
{
    qint64 first = 1;
    qint64 last = 0;
    std::vector<QByteArray> asked;
    std::vector<qint64> leftOut = {};
    GapFiller filler{*sources::tradeProvider(QStringLiteral("kraken")), QStringLiteral("XBTUSD"), std::nullopt};
    GapFiller::Clock::time_point at{1h};

    //! One request and its answer; what was new.
    std::optional<LiveSlice> ask(LiveSeries &series, Time now, std::size_t page = 1000)
    {
        const auto request = filler.next(series, {}, now, at);
        if (!request)
            return std::nullopt;
        const QUrlQuery query(request->url);
        asked.push_back(query.queryItemValue(QStringLiteral("since")).toLatin1());
        std::vector<qint64> ids;
        for (qint64 id = first; id <= last && ids.size() < page; ++id) {
            if (timeOf(id).ns > asked.back().toLongLong() && std::ranges::find(leftOut, id) == leftOut.end())
                ids.push_back(id);
        }
        sources::HttpResponse response;
        response.status = 200;
        response.body = answerOf(ids);
        return filler.take(response, series, QStringLiteral("Kraken"), QStringLiteral("BTC-USD"), at);
    }
};

} // namespace

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

void TestLiveSeries::aStoreWithoutIdsGoesOnByItsCursorOrTime()
{
    TradeProgress old;
    old.seriesId = 1;
    old.last = timeOf(10);
    LiveSeries byCursor(old, store::TradeMark{10, timeOf(10)});
    QCOMPARE(byCursor.take(batch({15})).runs, (std::vector<TradeRun>{runOf(10, 10), runOf(15, 15)}));
    QCOMPARE(holesOf(byCursor), QStringLiteral("10-15"));
    LiveSeries byTime(old, std::nullopt);
    QCOMPARE(byTime.take(batch({15})).runs, (std::vector<TradeRun>{{0, 0, timeOf(10), timeOf(10)}, runOf(15, 15)}));
    QCOMPARE(holesOf(byTime), QStringLiteral("0-15"));
    // what is not later than the last stored one is there
    Exchange exchange{3, 20, {}};
    exchange.at += 1h;
    QVERIFY(!exchange.ask(byTime, timeOf(20)));
    exchange.at += 2s;
    const auto slice = exchange.ask(byTime, timeOf(20));
    QVERIFY(slice);
    QCOMPARE(slice->ticks.size(), std::size_t(4));
    QCOMPARE(slice->ticks.front().time, timeOf(11));
    QVERIFY(byTime.holes().empty());
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

void TestLiveSeries::aHoleIsFilledPieceByPiece()
{
    LiveSeries series(stored({runOf(1, 10), runOf(3011, 3020)}), std::nullopt);
    Exchange exchange{1, 3050, {}};
    const Time now = timeOf(3050);
    QVERIFY(!exchange.ask(series, now)); // it may close by itself
    exchange.at += 2s;
    auto slice = exchange.ask(series, now);
    QVERIFY(slice);
    QCOMPARE(exchange.asked[0].toLongLong(), timeOf(10).ns - 1000);
    QCOMPARE(holesOf(series), QStringLiteral("1009-3011"));
    QCOMPARE(slice->runs.size(), std::size_t(1));
    QCOMPARE(slice->runs[0].firstId, 11);
    QCOMPARE(slice->ticks.size(), std::size_t(999));
    // the stream goes on meanwhile
    QCOMPARE(idsOf(series.take(batch({3021}))), QStringLiteral("3021"));
    slice = exchange.ask(series, now);
    QCOMPARE(slice->ticks.size(), std::size_t(999)); // each begins with the last trade of the one before
    slice = exchange.ask(series, now);
    QCOMPARE(slice->ticks.size(), std::size_t(999));
    slice = exchange.ask(series, now);
    QVERIFY(series.holes().empty());
    QCOMPARE(slice->ticks.size(), std::size_t(3)); // exactly: not those that the stream has
    QVERIFY(!exchange.ask(series, now));
    QVERIFY(!exchange.filler.fault());
}

void TestLiveSeries::leftOutIdsCloseAHole()
{
    LiveSeries series(stored({runOf(1, 10), runOf(13, 20)}), std::nullopt);
    Exchange exchange{1, 20, {}};
    exchange.leftOut = {11, 12};
    exchange.at += 2s;
    QVERIFY(!exchange.ask(series, timeOf(30)));
    exchange.at += 2s;
    const auto slice = exchange.ask(series, timeOf(30));
    QVERIFY(slice);
    QVERIFY(slice->ticks.empty());
    QCOMPARE(slice->runs.size(), std::size_t(1));
    QVERIFY(series.holes().empty());
}

//! The exchange keeps trades from 501 on: what was between 10 and that nobody knows.
void TestLiveSeries::aFrontThatIsNotGivenStays()
{
    LiveSeries series(stored({runOf(1, 10), runOf(1001, 1010)}), std::nullopt);
    Exchange exchange{501, 1010, {}};
    (void)exchange.ask(series, timeOf(1010));
    exchange.at += 2s;
    const auto slice = exchange.ask(series, timeOf(1010));
    QVERIFY(slice);
    QCOMPARE(slice->ticks.size(), std::size_t(500));
    QCOMPARE(slice->runs, std::vector<TradeRun>{runOf(501, 1000)});
    QCOMPARE(holesOf(series), QStringLiteral("10-501"));
    QCOMPARE(series.gaps(), (std::vector<TimeRange>{{timeOf(10), timeOf(501)}}));
    QVERIFY(!exchange.ask(series, timeOf(1010))); // not at once again
    int asked = 0;
    for (int second = 0; second < 600; ++second) {
        exchange.at += 1s;
        asked += exchange.ask(series, timeOf(1010)) ? 1 : 0;
    }
    QVERIFY2(asked >= 4 && asked < 20, qPrintable(QString::number(asked)));
    QVERIFY(exchange.filler.fault());
    QCOMPARE(exchange.filler.fault()->code, QStringLiteral("not_given"));
    QCOMPARE(holesOf(series), QStringLiteral("10-501"));
    // should it find them again
    exchange.first = 1;
    exchange.filler.retry();
    QCOMPARE(exchange.ask(series, timeOf(1010))->ticks.size(), std::size_t(490));
    QVERIFY(series.holes().empty());
    QVERIFY(!exchange.filler.fault());
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

void TestLiveSeries::aNewCountingIsATransactionOfItsOwn()
{
    LiveSeries series({}, std::nullopt);
    LiveOutbox outbox(store::SeriesKey{});
    outbox.add(series.take(batch(span(1001, 1010))), LiveOutbox::Moment{1s});
    StreamBatch anew = batch({1, 2});
    for (FetchedTrade &one : anew.trades)
        one.tick.time = timeOf(2000 + one.id);
    outbox.add(series.take(anew), LiveOutbox::Moment{2s});
    StreamBatch more = batch({3});
    more.trades[0].tick.time = timeOf(2003);
    outbox.add(series.take(more), LiveOutbox::Moment{3s});
    QVERIFY(outbox.countsAnew());
    QCOMPARE(outbox.runs().front().lastId, 0); // ids of before say nothing any more
    QCOMPARE(outbox.send(false)->ticks.ticks.size(), std::size_t(10));
    outbox.sent();
    QCOMPARE(outbox.send(false)->ticks.ticks.size(), std::size_t(3));
    outbox.sent();
    QVERIFY(!outbox.countsAnew());
}

void TestLiveSeries::whatIsNotGivenStays()
{
    LiveSeries series(stored({runOf(1, 10), runOf(21, 30)}), std::nullopt);
    Exchange exchange{1, 10, {}};
    int asked = 0;
    for (int second = 0; second < 600; ++second) {
        exchange.at += 1s;
        asked += exchange.ask(series, timeOf(30)) ? 1 : 0;
    }
    QVERIFY2(asked >= 5 && asked < 20, qPrintable(QString::number(asked))); // with growing pauses
    QVERIFY(exchange.filler.fault());
    QCOMPARE(exchange.filler.fault()->code, QStringLiteral("not_given"));
    QCOMPARE(holesOf(series), QStringLiteral("10-21"));
    exchange.last = 30;
    exchange.filler.retry();
    QCOMPARE(exchange.ask(series, timeOf(30))->ticks.size(), std::size_t(10));
    QVERIFY(!exchange.filler.fault());
}

void TestLiveSeries::onlyADayIsAskedFor()
{
    const qint64 day = 86'400; // trades
    LiveSeries series(stored({runOf(1, 10), runOf(3 * day, 3 * day + 10)}), std::nullopt);
    Exchange exchange{1, 3 * day + 10, {}};
    const Time now = timeOf(3 * day);
    (void)exchange.ask(series, now);
    exchange.at += 2s;
    const auto slice = exchange.ask(series, now);
    QVERIFY(slice);
    QCOMPARE(slice->ticks.front().time, timeOf(2 * day));
    QCOMPARE(slice->runs[0].firstId, 2 * day);
    QCOMPARE(series.holes().front().after.id, 10); // older: recorded
    for (int i = 0; i < 100; ++i)
        (void)exchange.ask(series, now);
    QCOMPARE(holesOf(series), QStringLiteral("10-%1").arg(2 * day));
    exchange.at += 1h;
    QVERIFY(!exchange.ask(series, now)); // and left alone
}

void TestLiveSeries::theNewestHoleComesFirst()
{
    LiveSeries series(stored({runOf(1, 10), runOf(21, 30), runOf(41, 50)}), std::nullopt);
    Exchange exchange{1, 60, {}};
    (void)exchange.ask(series, timeOf(60), 8);
    exchange.at += 2s;
    QVERIFY(exchange.ask(series, timeOf(60)));
    QCOMPARE(holesOf(series), QStringLiteral("10-21"));
    QVERIFY(exchange.ask(series, timeOf(60)));
    QVERIFY(series.holes().empty());
}

void TestLiveSeries::aFaultWaits()
{
    LiveSeries series(stored({runOf(1, 10), runOf(21, 30)}), std::nullopt);
    Exchange exchange;
    (void)exchange.ask(series, timeOf(30));
    exchange.at += 2s;
    QVERIFY(exchange.filler.next(series, {}, timeOf(30), exchange.at));
    QVERIFY(!exchange.filler.next(series, {}, timeOf(30), exchange.at)); // one at a time
    sources::HttpError busy;
    busy.fault = sources::HttpFault::RateLimited;
    busy.retryAfter = 30s;
    const auto slice = exchange.filler.take(tl::unexpected(busy), series, QStringLiteral("Kraken"), {}, exchange.at);
    QVERIFY(slice.isEmpty());
    QCOMPARE(exchange.filler.fault()->code, QStringLiteral("rate_limited"));
    exchange.at += 29s;
    QVERIFY(!exchange.filler.next(series, {}, timeOf(30), exchange.at));
    exchange.at += 2s;
    QVERIFY(exchange.filler.next(series, {}, timeOf(30), exchange.at));
}

void TestLiveSeries::whatWaitsGoesTogether()
{
    LiveSeries series({}, std::nullopt);
    LiveOutbox outbox(store::SeriesKey{});
    const LiveOutbox::Moment first{1s};
    outbox.add(series.take(batch(span(1, 10))), first);
    outbox.add(series.take(batch(span(11, 20))), LiveOutbox::Moment{2s});
    StreamBatch late = batch(span(21, 25));
    late.trades[0].tick.time = timeOf(5);
    outbox.add(series.take(late), LiveOutbox::Moment{3s});
    StreamBatch finer = batch(span(26, 30));
    finer.priceDecimals = 4;
    outbox.add(series.take(finer), LiveOutbox::Moment{4s});
    QCOMPARE(outbox.ticks(), 30);
    const auto slice = outbox.send(false);
    QCOMPARE(slice->ticks.ticks.size(), std::size_t(25)); // other decimals go apart
    QVERIFY(std::ranges::is_sorted(slice->ticks.ticks, {}, &core::Tick::time));
    QVERIFY(slice->waiting.empty());
    QVERIFY(slice->staysShown);
    QVERIFY(outbox.isSending());
    const auto sent = outbox.sent();
    QCOMPARE(sent.ticks, 25);
    QCOMPARE(sent.received, std::optional(first));
    QCOMPARE(outbox.ticks(), 5);
    QCOMPARE(outbox.send(false)->ticks.priceDecimals, 4);
}

void TestLiveSeries::whatFailedGoesAgain()
{
    LiveSeries series({}, std::nullopt);
    LiveOutbox outbox(store::SeriesKey{});
    outbox.add(series.take(batch(span(1, 40'000))), LiveOutbox::Moment{1s});
    outbox.add(series.take(batch(span(40'001, 80'000))), LiveOutbox::Moment{2s});
    LiveSlice backfill;
    backfill.ticks = {{timeOf(3), 1, 1}};
    outbox.add(backfill, std::nullopt);
    outbox.add(series.take(batch(span(80'001, 80'005))), LiveOutbox::Moment{2s});
    auto slice = outbox.send(true);
    QCOMPARE(slice->ticks.ticks.size(), std::size_t(40'000)); // one transaction is bounded
    QCOMPARE(slice->waiting.size(), std::size_t(2));          // all that is live is drawn
    outbox.failed();
    QCOMPARE(outbox.ticks(), 80'006);
    slice = outbox.send(false);
    QCOMPARE(slice->ticks.ticks.size(), std::size_t(40'000));
    outbox.sent();
    (void)outbox.send(false);
    outbox.sent();
    QCOMPARE(outbox.backfillTicks(), 1);
    QCOMPARE(outbox.send(false)->ticks.ticks.size(), std::size_t(1));
    QVERIFY(outbox.sent().isBackfill);
    QCOMPARE(outbox.backfillTicks(), 0);
    QCOMPARE(outbox.runs().size(), std::size_t(1));
}

void TestLiveSeries::theMeterForgets()
{
    LiveMeter meter;
    LiveMeter::Clock::time_point now{10min};
    QCOMPARE(meter.perSecond(now), 0.0);
    QVERIFY(!meter.latency(now));
    for (int i = 0; i < 100; ++i, now += 100ms)
        meter.addTrades(50, now);
    QVERIFY(std::abs(meter.perSecond(now) - 500) < 30);
    meter.addLatency(3ms, now);
    meter.addLatency(1ms, now);
    QCOMPARE(meter.latency(now), std::optional<std::chrono::nanoseconds>(3ms));
    now += 6s;
    QCOMPARE(meter.perSecond(now), 0.0);
    QVERIFY(!meter.latency(now));
}

QTEST_GUILESS_MAIN(TestLiveSeries)
#include "tst_liveseries.moc"
