// SPDX-License-Identifier: GPL-3.0-or-later
#include <charts/ClipLine.h>
#include <charts/ColumnLine.h>
#include <charts/HoleHatch.h>
#include <charts/LabelSpread.h>
#include <charts/XMap.h>

#include <QTest>

#include <algorithm>
#include <random>

using namespace tickmark::charts;
using tickmark::core::TimeScale;

//! Lines that leave the plot, labels that cover each other and columns that move with the view are what a reader sees
//! first.
class TestChartGeometry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clippedLinesStayInside();
    void clippingKeepsInnerPointsExactly();
    void aLineThatComesBackIsTwoParts();
    void hatchStaysInItsBox();
    void spreadLabelsNeverOverlapAndKeepTheirOrder();
    void spreadLabelsStayWhereTheyWantWhenTheyCan();
    void columnsAreExactAndStable();
    void aColumnShowsItsLowAndHigh();
    void aLoneValueIsOnePoint();
};

void TestChartGeometry::clippedLinesStayInside()
{
    const QRectF area(50, 20, 300, 200);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> anywhere(-400, 800);
    for (int round = 0; round < 300; ++round) {
        QPolygonF line;
        for (int i = 0; i < 20; ++i)
            line.append(QPointF(anywhere(random), anywhere(random)));
        for (const QPolygonF &part : clipLine(line, area)) {
            QVERIFY(!part.isEmpty());
            for (const QPointF &point : part)
                QVERIFY(area.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(point));
        }
    }
}

void TestChartGeometry::clippingKeepsInnerPointsExactly()
{
    const QPolygonF line{{-10, 5.1}, {10, 5.1}, {20.3, 7.7}, {33, 4}};
    const auto parts = clipLine(line, QRectF(0, 0, 30, 10));
    QCOMPARE(parts.size(), 1);
    QCOMPARE(parts[0].size(), 4);
    QCOMPARE(parts[0][0], QPointF(0, 5.1));
    QVERIFY(parts[0][1] == QPointF(10, 5.1) && parts[0][2] == QPointF(20.3, 7.7));
    QCOMPARE(parts[0][3].x(), 30.);
}

void TestChartGeometry::aLineThatComesBackIsTwoParts()
{
    const auto parts = clipLine({{1, 5}, {5, 20}, {9, 5}}, QRectF(0, 0, 10, 10));
    QCOMPARE(parts.size(), 2);
    QVERIFY(clipLine({{-5, -5}, {-1, 20}}, QRectF(0, 0, 10, 10)).isEmpty());
}

void TestChartGeometry::hatchStaysInItsBox()
{
    const QRectF box(103.5, 47.25, 61, 23);
    const auto lines = hatchLines(box);
    QVERIFY(lines.size() >= 15);
    for (const QLineF &line : lines) {
        QCOMPARE(line.x1() + line.y1(), line.x2() + line.y2()); // 45 degrees
        QVERIFY(box.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(line.p1()));
        QVERIFY(box.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(line.p2()));
    }
}

void TestChartGeometry::spreadLabelsNeverOverlapAndKeepTheirOrder()
{
    std::mt19937 random(11);
    for (int round = 0; round < 300; ++round) {
        std::vector<SpreadLabel> labels(1 + random() % 12);
        for (SpreadLabel &label : labels)
            label = {double(random() % 500), 8, 8 + double(random() % 3) * 10};
        const auto lines = spreadLabels(labels, 0, 500);
        for (std::size_t a = 0; a < labels.size(); ++a) {
            for (std::size_t b = 0; b < labels.size(); ++b) {
                const bool isAbove = labels[a].wanted < labels[b].wanted
                                     || (labels[a].wanted == labels[b].wanted && a < b);
                if (isAbove)
                    QVERIFY(lines[a] + labels[a].below <= lines[b] - labels[b].above + 1e-9);
            }
            QVERIFY(lines[a] - labels[a].above >= -1e-9 && lines[a] + labels[a].below <= 500 + 1e-9);
        }
    }
}

void TestChartGeometry::spreadLabelsStayWhereTheyWantWhenTheyCan()
{
    QCOMPARE(spreadLabels(std::vector<SpreadLabel>{{100, 8, 8}, {200, 8, 8}}, 0, 400), (std::vector<double>{100, 200}));
    // Two that want the same place share the way.
    QCOMPARE(spreadLabels(std::vector<SpreadLabel>{{100, 8, 8}, {100, 8, 8}}, 0, 400), (std::vector<double>{92, 108}));
}

void TestChartGeometry::columnsAreExactAndStable()
{
    const qint64 epoch = 1'737'984'600'000'000'000;
    for (const qint64 span : {qint64(7), qint64(23'400'000'000'000), qint64(630'720'000'000'000'000)}) {
        const XMap map(TimeScale::calendarTime(), {epoch, epoch + span}, 110, 1265, PixelGrid());
        QCOMPARE(map.origin() % map.nsPerColumn(), 0);
        QVERIFY(map.origin() <= epoch && epoch - map.origin() < map.nsPerColumn());
        QVERIFY(map.axisAt(map.columns()) >= epoch + span);
        for (const qint64 column : {qint64(-3), qint64(0), qint64(640), qint64(1264)}) {
            QCOMPARE(map.columnOf(map.axisAt(column)), column);
            QCOMPARE(map.columnOf(map.axisAt(column + 1) - 1), column);
        }
        QCOMPARE(map.centre(0), 110.5);
    }
}

void TestChartGeometry::aColumnShowsItsLowAndHigh()
{
    const XMap x(TimeScale::calendarTime(), {0, 100}, 0, 10, PixelGrid());
    const YMap y({0, 10}, 0, 100, false);
    ColumnLine line(x, y, false);
    for (const double value : {5., 6., 9., 1., 4., 7.})
        line.add(3, value);
    line.add(4, 2);
    const QPolygonF points = line.take();
    QCOMPARE(points.size(), 5); // first, high, low, last, and the next column's
    QCOMPARE(points[0].y(), 50.);
    QCOMPARE(points[1].y(), 10.);
    QCOMPARE(points[2].y(), 90.);
    QCOMPARE(points[3].y(), 30.);
    QVERIFY(points[0].x() == 3.5 && points[3].x() == 3.5 && points[4].x() == 4.5);
    QVERIFY(line.take().isEmpty());
}

void TestChartGeometry::aLoneValueIsOnePoint()
{
    const XMap x(TimeScale::calendarTime(), {0, 100}, 0, 10, PixelGrid());
    const YMap y({0, 10}, 0, 100, false);
    ColumnLine line(x, y, true);
    line.add(3, 5);
    QCOMPARE(line.take().size(), 1);
}

QTEST_GUILESS_MAIN(TestChartGeometry)
#include "tst_chartgeometry.moc"
