// SPDX-License-Identifier: GPL-3.0-or-later
#include "SeriesTrades.h"
#include <pipeline/GapFiller.h>

#include <QTest>
#include <QUrlQuery>

#include <algorithm>

using namespace tickmark;
using namespace tickmark::pipeline;
using namespace tickmark::test;
using core::Time;
using core::TimeRange;
using store::TradeProgress;
using store::TradeRun;
using namespace std::chrono_literals;

namespace {

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

//! What a stream has missed is asked for piece by piece, and what is not given stays a hole.
class TestGapFiller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStoreWithoutIdsGoesOnByItsCursorOrTime();
    void aHoleIsFilledPieceByPiece();
    void leftOutIdsCloseAHole();
    void aFrontThatIsNotGivenStays();
    void whatIsNotGivenStays();
    void onlyADayIsAskedFor();
    void theNewestHoleComesFirst();
    void aFaultWaits();
};

void TestGapFiller::aStoreWithoutIdsGoesOnByItsCursorOrTime()
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

void TestGapFiller::aHoleIsFilledPieceByPiece()
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

void TestGapFiller::leftOutIdsCloseAHole()
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
void TestGapFiller::aFrontThatIsNotGivenStays()
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

void TestGapFiller::whatIsNotGivenStays()
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

void TestGapFiller::onlyADayIsAskedFor()
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

void TestGapFiller::theNewestHoleComesFirst()
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

void TestGapFiller::aFaultWaits()
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

QTEST_GUILESS_MAIN(TestGapFiller)
#include "tst_gapfiller.moc"
