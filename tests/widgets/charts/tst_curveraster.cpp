// SPDX-License-Identifier: GPL-3.0-or-later
#include <charts/CurveRaster.h>

#include <QTest>

#include <algorithm>
#include <optional>
#include <random>

using namespace tickmark::charts;

namespace {

using Shape = RasterLook::Shape;

constexpr int kColumns = 64; // device px; the pictures of most tests
constexpr int kRows = 48;

RasterPoint pointAt(qint64 column, int row, bool joined = true)
{
    return {column, row, row, row, row, joined};
}

RasterLook lookOf(Shape shape, double width)
{
    RasterLook look;
    look.shape = shape;
    look.color = QColor(20, 90, 200);
    look.width = width;
    look.areaOpacity = 0.3;
    look.foot = kRows * RasterGrid::kFine;
    return look;
}

//! Neighbours without a break in one column become one point.
std::vector<RasterPoint> summedUp(const std::vector<RasterPoint> &points)
{
    std::vector<RasterPoint> sums;
    for (const RasterPoint &point : points) {
        if (sums.empty() || !point.joined || sums.back().column != point.column) {
            sums.push_back(point);
            continue;
        }
        sums.back().top = std::min(sums.back().top, point.top);
        sums.back().bottom = std::max(sums.back().bottom, point.bottom);
        sums.back().last = point.last;
    }
    return sums;
}

struct RandomCase
{
    RasterGrid grid;
    RasterLook look;
    std::vector<RasterPoint> points; // single values
};

//! Curves of all kinds: quiet and wild, sparse and crowded, with and without breaks, inside and far outside the raster.
RandomCase randomCase(std::mt19937 &random)
{
    const auto pick = [&](int low, int high) { return std::uniform_int_distribution(low, high)(random); };
    RandomCase made;
    made.grid = {pick(1, kColumns), pick(1, kRows), pick(0, 1) == 1};
    made.look = lookOf(Shape(pick(0, 2)), pick(10, 40) / 10.0);
    made.look.foot = pick(-20, made.grid.rows() + 20);
    const int stride = pick(0, 3);     // of columns
    const int jump = pick(0, 2) * 40;  // of rows
    const int breaks = pick(0, 3) * 5; // percent
    const int farther = pick(0, 4) == 0 ? 1 << 22 : 1;
    qint64 column = pick(-10, made.grid.columns() / 2) * qint64(farther);
    int row = pick(-30, made.grid.rows() + 30);
    for (int i = pick(0, 120); i > 0; --i) {
        made.points.push_back(pointAt(column, row, pick(1, 100) > breaks));
        column += pick(0, 2) == 0 ? pick(0, stride) : 0;
        row += pick(-jump - 2, jump + 2);
        if (pick(1, 40) == 1)
            row += pick(-1, 1) * (farther > 1 ? 2000000 : 5000);
        if (pick(1, 60) == 1)
            column += qint64(pick(0, 40)) * farther;
    }
    return made;
}

QImage wholePlot(const RasterGrid &grid, const CurveRaster::Picture &picture)
{
    QImage image(grid.deviceColumns, grid.deviceRows, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    for (const CurveRaster::Patch &patch : picture.patches) {
        const QImage part = picture.image(patch);
        for (int y = 0; y < part.height(); ++y) {
            const auto *from = reinterpret_cast<const QRgb *>(part.constScanLine(y));
            auto *to = reinterpret_cast<QRgb *>(image.scanLine(patch.firstRow + y)) + patch.firstColumn;
            std::copy(from, from + part.width(), to);
        }
    }
    return image;
}

QImage drawn(const RasterGrid &grid, const std::vector<RasterPoint> &points, const RasterLook &look)
{
    CurveRaster raster;
    return wholePlot(grid, raster.draw(grid, points, look));
}

int alphaAt(const QImage &image, int x, int y)
{
    return qAlpha(image.pixel(x, y));
}

//! Rows covered, in px, where a line crosses column x.
double thickness(const QImage &image, int x)
{
    int sum = 0;
    for (int y = 0; y < image.height(); ++y)
        sum += alphaAt(image, x, y);
    return sum / 255.0;
}

double thicknessAcross(const QImage &image, int y)
{
    int sum = 0;
    for (int x = 0; x < image.width(); ++x)
        sum += alphaAt(image, x, y);
    return sum / 255.0;
}

} // namespace

class TestCurveRaster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void summedUpColumnsLookLikeEveryValue();
    void panningByColumnsMovesThePicture();
    void aPictureDoesNotDependOnTheOneBefore();
    void pannedAndGrownPicturesLookLikeFreshOnes();
    void patchesLieBesideEachOtherInThePlot();
    void joinsMatchTheExactLine();
    void linesHaveNoGaps_data();
    void linesHaveNoGaps();
    void widthsAreAsAsked_data();
    void widthsAreAsAsked();
    void wideningIsSymmetric();
    void slantedLinesAreAsThickAsLevelOnes();
    void linesFromFarAwayEnterAtTheRightHeight();
    void aLoneValueIsADot();
    void aBreakInsideAColumnLeavesBothParts();
    void overlappingPartsAreNotDarker();
    void stepsHoldUntilTheNextValue();
    void anAreaReachesDownToItsFoot();
    void anAreaFillsBothSidesOfItsFoot();
    void aLoneValueHasNoArea();
    void noValuesNoPicture();
};

void TestCurveRaster::summedUpColumnsLookLikeEveryValue()
{
    std::mt19937 random(42);
    CurveRaster raster;
    CurveRaster summed;
    for (int round = 0; round < 6000; ++round) {
        const RandomCase made = randomCase(random);
        const CurveRaster::Picture all = raster.draw(made.grid, made.points, made.look);
        const CurveRaster::Picture sums = summed.draw(made.grid, summedUp(made.points), made.look);
        QVERIFY2(wholePlot(made.grid, all) == wholePlot(made.grid, sums), qPrintable(QString::number(round)));
        QVERIFY(std::ranges::equal(all.patches, sums.patches));
    }
}

void TestCurveRaster::panningByColumnsMovesThePicture()
{
    std::mt19937 random(7);
    for (int round = 0; round < 1000; ++round) {
        RandomCase made = randomCase(random);
        const QImage before = drawn(made.grid, made.points, made.look);
        const int columns = int(random() % 9) - 4;
        for (RasterPoint &point : made.points)
            point.column += columns * made.grid.columnSampling();
        const QImage after = drawn(made.grid, made.points, made.look);
        for (int x = std::max(0, columns); x < std::min(before.width(), before.width() + columns); ++x) {
            for (int y = 0; y < before.height(); ++y)
                QCOMPARE(after.pixel(x, y), before.pixel(x - columns, y));
        }
    }
}

void TestCurveRaster::aPictureDoesNotDependOnTheOneBefore()
{
    std::mt19937 random(9);
    CurveRaster used;
    for (int round = 0; round < 1000; ++round) {
        RandomCase made = randomCase(random);
        made.grid.deviceColumns = 40;
        made.grid.deviceRows = 30;
        QVERIFY(wholePlot(made.grid, used.draw(made.grid, made.points, made.look))
                == drawn(made.grid, made.points, made.look));
    }
}

//! As a view goes on: by whole columns to and fro, with values added, taken back and changed anywhere.
void TestCurveRaster::pannedAndGrownPicturesLookLikeFreshOnes()
{
    std::mt19937 random(11);
    for (int round = 0; round < 60; ++round) {
        RandomCase made = randomCase(random);
        made.grid.deviceColumns = 100 + int(random() % 60);
        made.grid.deviceRows = 30;
        made.grid.firstColumn = int(random() % 200) - 100;
        const int sampling = made.grid.columnSampling();
        made.points.clear();
        for (qint64 column = -40; column < 240LL * sampling; column += 1 + int(random() % 2)) {
            const int row = int(random() % 120);
            made.points.push_back({column, row, row - 5, row + 5, row + 2, !made.points.empty() && random() % 30 > 0});
        }
        CurveRaster used;
        for (int step = 0; step < 25; ++step) {
            const int columns = int(random() % 17) - 8;
            made.grid.firstColumn += columns;
            for (RasterPoint &point : made.points)
                point.column -= columns * sampling;
            RasterPoint &changed = made.points[random() % made.points.size()];
            if (step % 3 == 0)
                changed.top -= 20;
            if (step % 4 == 0)
                made.points.pop_back();
            if (step % 11 == 0)
                made.look.width += 0.5;
            QVERIFY2(wholePlot(made.grid, used.draw(made.grid, made.points, made.look))
                         == drawn(made.grid, made.points, made.look),
                     qPrintable(QStringLiteral("round %1, step %2").arg(round).arg(step)));
        }
    }
}

void TestCurveRaster::patchesLieBesideEachOtherInThePlot()
{
    std::mt19937 random(10);
    CurveRaster raster;
    for (int round = 0; round < 1000; ++round) {
        const RandomCase made = randomCase(random);
        int column = 0;
        for (const CurveRaster::Patch &patch : raster.draw(made.grid, made.points, made.look).patches) {
            QVERIFY(column <= patch.firstColumn && patch.firstColumn < patch.endColumn);
            QVERIFY(0 <= patch.firstRow && patch.firstRow < patch.endRow && patch.endRow <= made.grid.deviceRows);
            column = patch.endColumn;
        }
        QVERIFY(column <= made.grid.deviceColumns);
    }
}

void TestCurveRaster::joinsMatchTheExactLine()
{
    // A join is cut where it crosses the edges of columns, wherever the window begins.
    std::mt19937 random(3);
    for (int round = 0; round < 2000; ++round) {
        const int rise = int(random() % 4001) - 2000;
        const int run = 1 + int(random() % 300);
        const int begin = int(random() % 200) - 100;
        const std::vector<RasterPoint> points{pointAt(begin, 50), pointAt(begin + run, 50 + rise)};
        CurveTrace trace;
        trace.trace(points, false, -20, 84);
        for (const TracePiece &piece : trace.pieces()) {
            for (std::size_t i = 0; i < piece.count; ++i) {
                const double aside = double(piece.column + int(i) - begin);
                const auto heightAt = [&](double columns) {
                    const double rows = 50.5 + rise * std::clamp(columns, 0.0, double(run)) / run;
                    return rows * kPartsPerRow;
                };
                const auto [top, bottom] = std::minmax({heightAt(aside - 0.5), heightAt(aside + 0.5)});
                QVERIFY(std::abs(trace.tops()[piece.first + i] - top) <= 1);
                QVERIFY(std::abs(trace.bottoms()[piece.first + i] - bottom) <= 1);
            }
        }
    }
}

void TestCurveRaster::linesHaveNoGaps_data()
{
    QTest::addColumn<bool>("fine");
    QTest::addColumn<Shape>("shape");
    QTest::newRow("fine line") << true << Shape::Line;
    QTest::newRow("dense line") << false << Shape::Line;
    QTest::newRow("fine steps") << true << Shape::Step;
    QTest::newRow("dense steps") << false << Shape::Step;
}

void TestCurveRaster::linesHaveNoGaps()
{
    QFETCH(const bool, fine);
    QFETCH(const Shape, shape);
    std::mt19937 random(5);
    const RasterGrid grid{kColumns, kRows, fine};
    for (int round = 0; round < 500; ++round) {
        std::vector<RasterPoint> points;
        for (qint64 column = -5; column < grid.columns() + 5; column += 1 + int(random() % 9))
            points.push_back(pointAt(column, 8 + int(random() % unsigned(grid.rows() - 16))));
        points.push_back(pointAt(grid.columns() + 5, 10));
        CurveTrace trace;
        trace.trace(points, shape == Shape::Step, 0, grid.columns());
        QCOMPARE(trace.pieces().size(), 1u);
        const TracePiece &piece = trace.pieces().front();
        QCOMPARE(piece.column, 0);
        QCOMPARE(piece.count, std::size_t(grid.columns()));
        for (std::size_t i = 1; i < piece.count; ++i) {
            QVERIFY(trace.tops()[i] <= trace.bottoms()[i - 1]);
            QVERIFY(trace.bottoms()[i] >= trace.tops()[i - 1]);
        }
        const QImage image = drawn(grid, points, lookOf(shape, 1));
        for (int x = 0; x < image.width(); ++x)
            QVERIFY(thickness(image, x) > 0.9);
    }
}

void TestCurveRaster::widthsAreAsAsked_data()
{
    QTest::addColumn<double>("width");
    for (const double width : {1.0, 1.6, 1.8, 2.0, 2.4, 3.2, 4.0})
        QTest::newRow(qPrintable(QString::number(width))) << width;
}

void TestCurveRaster::widthsAreAsAsked()
{
    QFETCH(const double, width);
    const RasterLook look = lookOf(Shape::Line, width);
    for (const bool fine : {true, false}) {
        const RasterGrid grid{kColumns, kRows, fine};
        const QImage level = drawn(grid, {pointAt(-30, 101), pointAt(500, 101)}, look);
        QVERIFY(std::abs(thickness(level, 30) - width) < 0.05);
        const int middle = grid.columns() / 2;
        const QImage upright = drawn(grid, {{middle, -50, -50, 900, 900}}, look);
        QVERIFY(std::abs(thicknessAcross(upright, 20) - width) <= (fine ? 0.26 : 0.02));
    }
}

void TestCurveRaster::wideningIsSymmetric()
{
    // Mirrored in a row, a level curve and a column of values give the mirrored picture.
    for (const bool fine : {true, false}) {
        const RasterGrid grid{41, 41, fine};
        const int middle = 20 * RasterGrid::kFine;
        for (const double width : {1.0, 1.6, 2.5, 4.0}) {
            const QImage dot = drawn(grid, {{middle / (fine ? 1 : 4), 80, 80, 83, 83}}, lookOf(Shape::Line, width));
            QCOMPARE(dot, dot.mirrored(false, true));
            if (!fine)
                QCOMPARE(dot, dot.mirrored(true, false));
        }
    }
}

void TestCurveRaster::slantedLinesAreAsThickAsLevelOnes()
{
    const RasterGrid grid{200, 200, true};
    for (const double slope : {0.25, 0.5, 1.0, 2.0, 4.0}) {
        const int rise = int(std::lround(1000 * slope));
        const std::vector<RasterPoint> points{pointAt(400 - 500, 400 - rise / 2), pointAt(400 + 500, 400 + rise / 2)};
        for (const double width : {1.6, 2.0, 3.2}) {
            const QImage image = drawn(grid, points, lookOf(Shape::Line, width));
            double sum = 0;
            for (int x = 95; x < 105; ++x)
                sum += thickness(image, x) / 10;
            QVERIFY(std::abs(sum / std::sqrt(1 + slope * slope) - width) < 0.2);
        }
    }
}

void TestCurveRaster::linesFromFarAwayEnterAtTheRightHeight()
{
    // The same slope, its ends near and far: one picture.
    const RasterGrid grid{kColumns, kRows, true};
    const RasterLook look = lookOf(Shape::Line, 1.6);
    const QImage near = drawn(grid, {pointAt(-128, 32), pointAt(384, 160)}, look);
    for (const qint64 times : {qint64(100), qint64(100'000)}) {
        const qint64 half = 256 * times;
        const int rise = int(64 * times);
        QCOMPARE(drawn(grid, {pointAt(128 - half, 96 - rise), pointAt(128 + half, 96 + rise)}, look), near);
    }
    // Wider than 64 bits can reckon with.
    const qint64 farthest = qint64(1) << 61;
    const QImage level = drawn(grid, {pointAt(-50, 96), pointAt(900, 96)}, look);
    QVERIFY(drawn(grid, {pointAt(-farthest, 96), pointAt(farthest, 96)}, look) == level);
}

void TestCurveRaster::aLoneValueIsADot()
{
    for (const bool fine : {true, false}) {
        const RasterGrid grid{kColumns, kRows, fine};
        const int column = 20 * grid.columnSampling();
        const QImage dot = drawn(grid, {pointAt(2 * column, 90), pointAt(column, 90, false)}, lookOf(Shape::Line, 2));
        QVERIFY(alphaAt(dot, 20, 22) > 200);
        QCOMPARE(alphaAt(dot, 20, 26), 0);
        QCOMPARE(alphaAt(dot, 24, 22), 0);
    }
}

void TestCurveRaster::aBreakInsideAColumnLeavesBothParts()
{
    for (const bool fine : {true, false}) {
        const RasterGrid grid{kColumns, kRows, fine};
        const int column = 20 * grid.columnSampling();
        const QImage image = drawn(
            grid, {pointAt(-9, 20), pointAt(column, 20), pointAt(column, 160, false), pointAt(grid.columns() + 9, 160)},
            lookOf(Shape::Line, 2));
        QVERIFY(alphaAt(image, 19, 5) > 200);
        QVERIFY(alphaAt(image, 21, 40) > 200);
        for (int y = 8; y < 36; ++y) {
            for (int x = 0; x < kColumns; ++x)
                QCOMPARE(alphaAt(image, x, y), 0);
        }
        QCOMPARE(alphaAt(image, 24, 5), 0);
        QCOMPARE(alphaAt(image, 16, 40), 0);
    }
}

void TestCurveRaster::overlappingPartsAreNotDarker()
{
    RasterLook look = lookOf(Shape::Line, 3);
    look.color.setAlpha(100);
    std::vector<RasterPoint> points{pointAt(10, 50), pointAt(40, 60)};
    const RasterGrid grid{kColumns, kRows, true};
    const QImage once = drawn(grid, points, look);
    // The same point again and again, each time after a break.
    for (int i = 0; i < 5; ++i)
        points.push_back(pointAt(40, 60, false));
    QCOMPARE(drawn(grid, points, look), once);
}

void TestCurveRaster::stepsHoldUntilTheNextValue()
{
    const RasterGrid grid{kColumns, kRows, true};
    const QImage image = drawn(grid, {pointAt(0, 40), pointAt(120, 120), pointAt(250, 120)}, lookOf(Shape::Step, 2));
    for (int x = 2; x < 28; ++x) {
        QVERIFY(alphaAt(image, x, 10) > 200);
        QCOMPARE(alphaAt(image, x, 20), 0);
    }
    QVERIFY(alphaAt(image, 30, 20) > 200); // up and down where the value changes
    for (int x = 33; x < 60; ++x) {
        QVERIFY(alphaAt(image, x, 30) > 200);
        QCOMPARE(alphaAt(image, x, 20), 0);
    }
}

void TestCurveRaster::anAreaReachesDownToItsFoot()
{
    for (const bool fine : {true, false}) {
        RasterLook look = lookOf(Shape::Area, 2);
        look.foot = 42; // in the middle of device row 10
        const RasterGrid grid{kColumns, kRows, fine};
        const QImage image = drawn(grid, {pointAt(-9, 20), pointAt(grid.columns() + 9, 20)}, look);
        for (int x = 0; x < kColumns; ++x) {
            QCOMPARE(alphaAt(image, x, 3), 0);
            QVERIFY(alphaAt(image, x, 5) > 200);
            QCOMPARE(alphaAt(image, x, 8), 77);  // 30 % of 255
            QCOMPARE(alphaAt(image, x, 10), 39); // half of it
            QCOMPARE(alphaAt(image, x, 11), 0);
        }
    }
}

void TestCurveRaster::anAreaFillsBothSidesOfItsFoot()
{
    RasterLook look = lookOf(Shape::Area, 1);
    look.foot = 96;
    const RasterGrid grid{kColumns, kRows, true};
    const QImage image = drawn(grid, {pointAt(-1, 8), pointAt(256, 184)}, look);
    QCOMPARE(alphaAt(image, 10, 20), 77);
    QCOMPARE(alphaAt(image, 10, 28), 0);
    QCOMPARE(alphaAt(image, 54, 28), 77);
    QCOMPARE(alphaAt(image, 54, 20), 0);
}

void TestCurveRaster::aLoneValueHasNoArea()
{
    const RasterGrid grid{kColumns, kRows, false};
    const std::vector<RasterPoint> points{pointAt(20, 40), pointAt(20, 44)};
    QCOMPARE(drawn(grid, points, lookOf(Shape::Area, 2)), drawn(grid, points, lookOf(Shape::Line, 2)));
}

void TestCurveRaster::noValuesNoPicture()
{
    CurveRaster raster;
    const CurveRaster::Picture empty = raster.draw({kColumns, kRows, true}, {}, lookOf(Shape::Area, 2));
    QVERIFY(empty.patches.empty());
    QVERIFY(raster.draw({0, kRows, true}, std::vector{pointAt(1, 1)}, lookOf(Shape::Line, 2)).patches.empty());
    QVERIFY(raster.draw({kColumns, 0, true}, std::vector{pointAt(1, 1)}, lookOf(Shape::Line, 2)).patches.empty());
}

QTEST_GUILESS_MAIN(TestCurveRaster)
#include "tst_curveraster.moc"
