// SPDX-License-Identifier: GPL-3.0-or-later
#include <charts/DashedLine.h>

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace tickmark;

//! Curves in print are told apart by their dashes, in grey too.
class TestDashedLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dashesRunOnAroundCorners();
    void withoutAPatternTheLineStaysWhole_data();
    void withoutAPatternTheLineStaysWhole();
    void pixelsAreThoseOfTheEngine();
};

void TestDashedLine::dashesRunOnAroundCorners()
{
    const QPolygonF line({{0, 0}, {10, 0}, {10, 10}});
    const QList<QPolygonF> dashes = charts::dashesOf(line, {6, 2, 4, 1});
    // 0-6, 8-12 around the corner at 10, 13-19; the gap from 19 on is cut off by the end.
    QCOMPARE(dashes.size(), 3);
    QCOMPARE(dashes[0], QPolygonF({{0, 0}, {6, 0}}));
    QCOMPARE(dashes[1], QPolygonF({{8, 0}, {10, 0}, {10, 2}}));
    QCOMPARE(dashes[2], QPolygonF({{10, 3}, {10, 9}}));
}

void TestDashedLine::withoutAPatternTheLineStaysWhole_data()
{
    QTest::addColumn<QList<qreal>>("pattern");
    QTest::newRow("none") << QList<qreal>();
    QTest::newRow("odd") << QList<qreal>{3};
    QTest::newRow("no gap") << QList<qreal>{3, 0};
    QTest::newRow("no dash") << QList<qreal>{0, 3};
}

void TestDashedLine::withoutAPatternTheLineStaysWhole()
{
    QFETCH(QList<qreal>, pattern);
    const QPolygonF line({{0, 0}, {10, 0}});
    QCOMPARE(charts::dashesOf(line, pattern), QList<QPolygonF>{line});
}

//! What the engine itself makes of the pen differs by antialiasing at most.
void TestDashedLine::pixelsAreThoseOfTheEngine()
{
    const QPolygonF line({{5, 90}, {60, 10}, {120, 80}, {195, 20}});
    QPen pen(Qt::black, 2.2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    pen.setDashPattern({9 / 2.2, 4 / 2.2});
    QImage images[2];
    for (QImage &image : images) {
        image = QImage(200, 100, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        if (&image == &images[0]) {
            painter.setPen(pen);
            painter.drawPolyline(line);
        } else {
            charts::drawDashedLine(painter, line, pen);
        }
    }
    int different = 0;
    int drawn = 0;
    for (int y = 0; y < 100; ++y) {
        for (int x = 0; x < 200; ++x) {
            drawn += qGray(images[0].pixel(x, y)) < 128;
            different += std::abs(qGray(images[0].pixel(x, y)) - qGray(images[1].pixel(x, y))) > 40;
        }
    }
    QVERIFY(drawn > 200);
    QVERIFY2(different <= drawn / 50, qPrintable(QString::number(different)));
}

QTEST_MAIN(TestDashedLine)
#include "tst_dashedline.moc"
