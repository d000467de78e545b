// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickBench.h"
#include <charts/StackView.h>
#include <charts/XMap.h>

#include <QSignalSpy>
#include <QTest>

using namespace tickmark;
using namespace tickmark::charts;
using tests::at;
using tests::TickBench;

namespace {

ChartSpec specOf(CurveType curve)
{
    return tests::tickSpec(curve, "2025-01-30");
}

} // namespace

//! How a view of ticks fills, grows, follows the newest one and is read.
class TestTickView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench.holdThreeSessions(); }

    void viewSettlesOnceItsTicksArrive();
    void followMovesByWholeColumns();
    void newestTickIsRead();
    void zoomReachesSingleTicks();
    void crosshairStepsTickByTick();
    void simulatedIsMarked();

private:
    void show(StackView &view, CurveType curve, const ChartContent &content);

    TickBench m_bench;
};

void TestTickView::show(StackView &view, CurveType curve, const ChartContent &content)
{
    view.resize(900, 500);
    connect(&view, &StackView::ticksMissing, this, [&] { m_bench.answer(view); });
    view.setChart(specOf(curve), content);
    view.show();
}

void TestTickView::viewSettlesOnceItsTicksArrive()
{
    StackView view;
    view.resize(900, 500);
    QSignalSpy missing(&view, &StackView::ticksMissing);
    QSignalSpy settled(&view, &StackView::settled);
    connect(&view, &StackView::ticksMissing, this, [&] { m_bench.answer(view); });
    view.setChart(specOf(CurveType::Line), m_bench.content());
    QVERIFY(!view.isSettled());
    view.show();
    QTRY_VERIFY(view.isSettled());
    QTRY_COMPARE(settled.count(), 1);
    QVERIFY(missing.count() > 0);
    QVERIFY(missing.count() < 10);
}

void TestTickView::followMovesByWholeColumns()
{
    StackView view;
    show(view, CurveType::Line, m_bench.content());
    view.setViewRange({at("2025-01-30T18:00:00Z"), at("2025-01-30T19:00:00Z")});
    view.setFollow(true);
    QTRY_VERIFY(view.isSettled());
    const core::TimeRange before = view.viewRange();
    QVERIFY(before.contains(m_bench.all().back().time));
    const auto more = TickBench::walk(m_bench.all().back().time, 400, 1'000'000'000, 3);
    view.setTickSnapshot(5, m_bench.append(more));
    const core::TimeRange after = view.viewRange();
    QTRY_VERIFY(view.isSettled());
    const qint64 moved = after.begin.ns - before.begin.ns;
    QVERIFY(moved > 0);
    QCOMPARE(after.end.ns - after.begin.ns, before.end.ns - before.begin.ns);
    QVERIFY(after.contains(more.back().time));
    // Some width of whole pixels has columns that divide the way.
    const auto scale = std::make_shared<const core::TimeScale>(m_bench.content().timeScale);
    bool whole = false;
    for (int columns = 500; columns < 900 && !whole; ++columns) {
        const XMap x(scale, {scale->toAxis(before.begin), scale->toAxis(before.end)}, 0, columns, PixelGrid());
        whole = moved % x.nsPerColumn() == 0;
    }
    QVERIFY(whole);
}

void TestTickView::newestTickIsRead()
{
    StackView view;
    show(view, CurveType::Line, m_bench.content());
    view.setFollow(true);
    QTRY_VERIFY(view.isSettled());
    view.setTickSnapshot(5, m_bench.append({{core::Time{m_bench.all().back().time.ns + 1'500'000}, 23'456, 9}}));
    QTRY_VERIFY(view.readings().front().curves.front().text.startsWith(QStringLiteral("234.56")));
    view.setTickSnapshot(6, m_bench.append({{core::Time{m_bench.all().back().time.ns + 1}, 11'111, 9}}));
    QVERIFY(view.readings().front().curves.front().text.startsWith(QStringLiteral("234.56"))); // of another series
}

void TestTickView::zoomReachesSingleTicks()
{
    StackView view;
    show(view, CurveType::Line, m_bench.content());
    QTRY_VERIFY(view.isSettled());
    const core::Tick &tick = m_bench.all()[7000];
    view.zoom(1e9, tick.time);
    const core::TimeRange range = view.viewRange();
    QVERIFY(range.contains(tick.time));
    QVERIFY2(range.end.ns - range.begin.ns <= 10'000'000,
             QByteArray::number(range.end.ns - range.begin.ns).constData());
    QTRY_VERIFY(view.isSettled());
}

void TestTickView::crosshairStepsTickByTick()
{
    StackView view;
    show(view, CurveType::Line, m_bench.content());
    view.setViewRange({at("2025-01-27T15:00:00Z"), at("2025-01-27T15:01:00Z")});
    QTRY_VERIFY(view.isSettled());
    const core::Tick *tick = m_bench.lastBefore(at("2025-01-27T15:00:30Z"));
    view.setCrosshair(tick->time);
    QCOMPARE(view.crosshair(), tick->time);
    view.stepCrosshair(-1);
    QCOMPARE(view.crosshair(), m_bench.lastBefore(tick->time)->time);
    view.stepCrosshair(1);
    QCOMPARE(view.crosshair(), tick->time);
    QVERIFY(view.readings().front().when.contains(QStringLiteral("10:00:")));
}

void TestTickView::simulatedIsMarked()
{
    StackView view;
    show(view, CurveType::Candles, m_bench.content(core::SeriesKind::Simulated));
    QTRY_VERIFY(view.isSettled());
    QVERIFY(view.readings().front().title.contains(QStringLiteral("simulated")));
}

QTEST_MAIN(TestTickView)
#include "tst_tickview.moc"
