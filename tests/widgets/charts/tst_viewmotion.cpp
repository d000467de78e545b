// SPDX-License-Identifier: GPL-3.0-or-later
#include <charts/ViewHistory.h>
#include <charts/ViewMotion.h>

#include <QTest>

using namespace tickmark;
using namespace tickmark::charts;

namespace {

//! A hundred bars of 10 from 1000 to 2000, with 20 of room on either side.
const ViewLimits kLimits{{1000, 2000}, {980, 2020}, 2000, 10, 50};

core::TimeRange range(qint64 begin, qint64 end)
{
    return {core::Time{begin}, core::Time{end}};
}

} // namespace

//! A view that jumps, or runs away from its data, loses the place the user was looking at.
class TestViewMotion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReplayThatGoesBackIsFollowed()
    {
        ViewLimits limits = kLimits;
        limits.ticks = true;
        limits.newest = 1500;
        // The newest tick stands before the view: the view goes there, by whole columns.
        const AxisRange back = followed({1800, 1900}, 4, limits);
        QCOMPARE(back.end - back.begin, qint64(100));
        QCOMPARE((1800 - back.begin) % 4, qint64(0));
        QVERIFY(back.begin < 1500 && 1500 <= back.end);
        // Inside the view it stays where it is.
        QCOMPARE(followed({1420, 1520}, 4, limits), (AxisRange{1420, 1520}));
        // And a view that the newest tick is about to leave moves on.
        QVERIFY(followed({1300, 1400}, 4, limits).end >= 1500);
    }

    void pansKeepWidthAndABar_data();
    void pansKeepWidthAndABar();
    void zoomsKeepThePlace_data();
    void zoomsKeepThePlace();
    void zoomAndBackIsTheSame();
    void endsOfTheData();
    void aRunIsOneEntry();
    void visitingCutsTheWayForward();
    void theSameRangeIsNoStep();
};

void TestViewMotion::pansKeepWidthAndABar_data()
{
    QTest::addColumn<qint64>("by");
    QTest::addColumn<qint64>("begin");
    QTest::newRow("right") << qint64(37) << qint64(1537);
    QTest::newRow("left") << qint64(-120) << qint64(1380);
    QTest::newRow("far left") << qint64(-100'000) << qint64(980);
    QTest::newRow("far right") << qint64(100'000) << qint64(1920);
    QTest::newRow("not at all") << qint64(0) << qint64(1500);
}

void TestViewMotion::pansKeepWidthAndABar()
{
    QFETCH(qint64, by);
    const AxisRange view = panned({1500, 1600}, by, kLimits);
    QTEST(view.begin, "begin");
    QCOMPARE(view.end - view.begin, 100);
    QVERIFY(view.begin < kLimits.data.end && view.end > kLimits.data.begin);
}

void TestViewMotion::zoomsKeepThePlace_data()
{
    QTest::addColumn<double>("factor");
    QTest::addColumn<qint64>("span");
    QTest::newRow("nearer") << 2.0 << qint64(100);
    QTest::newRow("further") << 0.5 << qint64(400);
    QTest::newRow("as near as bars allow") << 1000.0 << qint64(50);
    QTest::newRow("all there is and a little more") << 0.0001 << qint64(1040);
}

void TestViewMotion::zoomsKeepThePlace()
{
    QFETCH(double, factor);
    QFETCH(qint64, span);
    const AxisRange view = zoomed({1400, 1600}, factor, 1450, kLimits);
    QCOMPARE(view.end - view.begin, span);
    if (span < 500)
        QVERIFY(std::abs((1450 - view.begin) * 4 - span) <= 4);
}

void TestViewMotion::zoomAndBackIsTheSame()
{
    const AxisRange view = zoomed(zoomed({1400, 1600}, 1.25, 1450, kLimits), 0.8, 1450, kLimits);
    QVERIFY(std::abs(view.begin - 1400) <= 1 && std::abs(view.end - 1600) <= 1);
}

void TestViewMotion::endsOfTheData()
{
    QCOMPARE(atEnd({1400, 1600}, kLimits), (AxisRange{1820, 2020}));
    QCOMPARE(atStart({1400, 1600}, kLimits), (AxisRange{980, 1180}));
}

void TestViewMotion::aRunIsOneEntry()
{
    ViewHistory history;
    history.visit(range(0, 100), ViewHistory::Step::Jump, 0);
    for (int i = 1; i <= 5; ++i)
        history.visit(range(i, 100 - i), ViewHistory::Step::Run, 1000 + i * 100);
    QCOMPARE(history.back(), range(0, 100));
    QVERIFY(!history.canGoBack());
    QCOMPARE(history.forward(), range(5, 95));
    QVERIFY(!history.canGoForward());
    // A pause, or a new drag, begins another entry.
    history.visit(range(10, 90), ViewHistory::Step::Run, 9000);
    history.endRun();
    history.visit(range(20, 80), ViewHistory::Step::Run, 9100);
    QCOMPARE(history.back(), range(10, 90));
    QCOMPARE(history.back(), range(5, 95));
}

void TestViewMotion::visitingCutsTheWayForward()
{
    ViewHistory history;
    for (int i = 0; i < 3; ++i)
        history.visit(range(i, 100), ViewHistory::Step::Jump, i);
    history.back();
    history.back();
    history.visit(range(50, 100), ViewHistory::Step::Jump, 10);
    QVERIFY(!history.canGoForward());
    QCOMPARE(history.back(), range(0, 100));
    for (int i = 0; i < 500; ++i)
        history.visit(range(i, 1000), ViewHistory::Step::Jump, 20 + i);
    int steps = 0;
    while (history.back())
        ++steps;
    QCOMPARE(steps, int(ViewHistory::kMost) - 1);
}

void TestViewMotion::theSameRangeIsNoStep()
{
    ViewHistory history;
    history.visit(range(0, 100), ViewHistory::Step::Jump, 0);
    history.visit(range(0, 100), ViewHistory::Step::Jump, 5000);
    QVERIFY(!history.canGoBack());
}

QTEST_APPLESS_MAIN(TestViewMotion)
#include "tst_viewmotion.moc"
