// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveDeskBench.h"

#include <QTest>

using namespace tickmark;
using namespace Qt::Literals::StringLiterals;
using pipeline::LivePhase;

//! Missing trades in a chart into which trades stream: hatched while they are missing, and never joined.
class TestLiveGaps : public QObject, private LiveDeskBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }

    void gapsOpenAndCloseWithoutReading();
    void aRunningOutageIsHatchedUntilTheNextTrade();
    void theFirstTradeAfterAnOutageIsNotJoinedToTheLastBefore();

private:
    [[nodiscard]] std::vector<core::TimeRange> drawnGaps() const
    {
        const auto ticks = drawnTicks();
        return ticks ? ticks->gaps : std::vector<core::TimeRange>();
    }
    [[nodiscard]] std::optional<core::Time> outage() const
    {
        const auto ticks = drawnTicks();
        return ticks ? ticks->outage : std::nullopt;
    }
};

void TestLiveGaps::gapsOpenAndCloseWithoutReading()
{
    add(0, 21, 10'000);
    add(40, 20, 10'040);
    stream(LivePhase::Live);
    showChart({u"TCK"_s});
    QTRY_COMPARE(price(), u"100.59"_s);
    view()->setViewRange({second(-5), second(65)});
    QTRY_VERIFY(view()->isSettled());
    const QImage whole = view()->grab().toImage();
    const core::TimeRange gap{second(20), second(40)};
    stream(LivePhase::Live, {gap});
    QCOMPARE(drawnGaps().size(), std::size_t(1));
    QTRY_VERIFY(view()->isSettled());
    // Hatched from the trade before to the trade after: 20 of 70 seconds.
    const int wide = changedWidth(whole, view()->grab().toImage());
    QVERIFY2(wide > 150 && wide < 300, QByteArray::number(wide).constData());
    // Filled: exactly the picture of before.
    stream(LivePhase::Live, {});
    QVERIFY(drawnGaps().empty());
    QTRY_VERIFY(view()->isSettled());
    QVERIFY(view()->grab().toImage() == whole);
}

void TestLiveGaps::aRunningOutageIsHatchedUntilTheNextTrade()
{
    add(0, 60, 10'000);
    stream(LivePhase::Live);
    showChart({u"TCK"_s});
    QTRY_COMPARE(price(), u"100.59"_s);
    view()->setViewRange({second(0), second(120)});
    const auto plot = [this] { // without its head
        const QImage all = view()->grab().toImage();
        return all.copy(all.rect().adjusted(0, all.height() / 8, 0, 0));
    };
    QTRY_VERIFY(view()->isSettled());
    const QImage whole = plot();
    stream(LivePhase::Waiting); // since long ago, for the clock: it reaches over the right edge
    QVERIFY(outage());
    QTRY_VERIFY(view()->isSettled());
    const int wide = changedWidth(whole, plot()); // half of the plot
    QVERIFY2(wide > 350 && wide < 500, QByteArray::number(wide).constData());
    // Connected again, and nothing has come yet.
    stream(LivePhase::Live);
    QVERIFY(outage());
    add(60, 1, 10'060);
    QTRY_VERIFY(!outage());
    stream(LivePhase::Live);
    QVERIFY(!outage());
    QVERIFY(drawnGaps().empty());
}

void TestLiveGaps::theFirstTradeAfterAnOutageIsNotJoinedToTheLastBefore()
{
    add(0, 20, 10'000);
    stream(LivePhase::Live);
    showChart({u"TCK"_s});
    QTRY_COMPARE(price(), u"100.19"_s);
    view()->setFollow(true);
    stream(LivePhase::Waiting);
    stream(LivePhase::Live);
    add(40, 1, 10'400); // and the stream has not told of its gap yet
    QTRY_COMPARE(price(), u"104.00"_s);
    QCOMPARE(drawnGaps().size(), std::size_t(1));
    stream(LivePhase::Live, {}); // nothing was missed
    QVERIFY(drawnGaps().empty());
}

QTEST_MAIN(TestLiveGaps)
#include "tst_livegaps.moc"
