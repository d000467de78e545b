// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickBench.h"
#include <charts/TableBars.h>
#include <charts/TickLayer.h>
#include <ticks/RowTable.h>

#include <QPainter>
#include <QTest>

#include <algorithm>
#include <random>

using namespace tickmark;
using namespace tickmark::charts;
using tests::at;
using tests::day;
using tests::TickBench;

namespace {

constexpr QRectF kPlot(0, 0, 500, 240);

TickLayer::Look look(BarCurveLayer::Shape shape)
{
    TickLayer::Look result;
    result.shape = shape;
    result.style.color = Qt::blue;
    result.up = Qt::blue;
    result.down = Qt::red;
    return result;
}

} // namespace

//! Curves of ticks against every single tick.
class TestTickLayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_bench.calendar); }
    void init();

    void quoteIsTheLastTickAndItsColumn();
    void closeIsTheLastOfficialTick();
    void measuredRangeCountsEveryTick();
    void gapsAndMissingSessionsAreNotJoined();
    void barsCountEveryTickOnce_data();
    void barsCountEveryTickOnce();
    void pictureIsThatOfEveryTick_data();
    void pictureIsThatOfEveryTick();
    void panAndGrowthDrawWhatAFreshPictureDoes();
    void panAsksForNewColumnsOnly();
    void quoteOfMissingTicksIsMarked();
    void tableIsBounded();

private:
    //! Runs `use` until every page is there that it wants.
    template <typename Use>
    void settle(const TickCurve &curve, Use use)
    {
        do {
            use();
        } while (curve.pages->load(m_bench.chunks).value_or(false));
    }
    [[nodiscard]] XMap mapOf(core::TimeRange range) const;
    [[nodiscard]] QImage drawn(const TickLayer &layer, const XMap &x);
    [[nodiscard]] QImage bruteForce(const XMap &x, const YMap &y, BarCurveLayer::Shape shape, bool fine) const;

    TickBench m_bench;
    std::shared_ptr<const core::TimeScale> m_scale;
    std::mt19937 m_random{11};
};

void TestTickLayer::init()
{
    m_bench.holdThreeSessions();
    m_scale = std::make_shared<const core::TimeScale>(m_bench.content().timeScale);
}

XMap TestTickLayer::mapOf(core::TimeRange range) const
{
    return XMap(m_scale, {m_scale->toAxis(range.begin), m_scale->toAxis(range.end)}, kPlot.left(), int(kPlot.width()),
                PixelGrid());
}

void TestTickLayer::quoteIsTheLastTickAndItsColumn()
{
    const auto curve = m_bench.curve();
    const TickLayer layer(curve, {}, 0, look(BarCurveLayer::Shape::Line));
    const qint64 width = 4 * core::kNsPerMinute;
    for (int i = 0; i < 60; ++i) {
        const core::Tick &some = m_bench.all()[m_random() % m_bench.all().size()];
        const core::Time time{some.time.ns + qint64(m_random() % 3) - 1};
        const core::Tick *expected = m_bench.lastBefore(core::Time{time.ns + 1});
        std::optional<CurveQuote> quote;
        settle(*curve, [&] { quote = layer.quoteAt(m_scale, {curve->sessionOf(time), time, true, width}); });
        QCOMPARE(quote.has_value(), expected != nullptr);
        if (!quote)
            continue;
        QVERIFY(quote->isFinal);
        QCOMPARE(quote->time, expected->time);
        QCOMPARE(qRound64(quote->value * 100), expected->price);
        const qint64 column = m_scale->toAxis(expected->time) / width;
        qint64 low = expected->price;
        qint64 high = expected->price;
        for (const core::Tick &tick : m_bench.all()) {
            if (m_scale->toAxis(tick.time) / width == column) {
                low = std::min(low, tick.price);
                high = std::max(high, tick.price);
            }
        }
        QCOMPARE(qRound64(quote->low * 100), low);
        QCOMPARE(qRound64(quote->high * 100), high);
    }
}

void TestTickLayer::closeIsTheLastOfficialTick()
{
    // One at the close, one after hours: the first is the close.
    std::vector<core::Tick> ticks = m_bench.all();
    ticks.push_back({at("2025-01-30T21:00:00Z"), 12'345, 1});
    ticks.push_back({at("2025-01-30T21:00:01Z"), 99'999, 1});
    m_bench.hold(ticks);
    const auto curve = m_bench.curve();
    const TickLayer layer(curve, {}, 0, look(BarCurveLayer::Shape::Line));
    const XMap x = mapOf({at("2025-01-27T14:30:00Z"), at("2025-01-30T21:00:00Z")});
    std::optional<CurvePoint> point;
    settle(*curve, [&] { point = layer.pointAt(x, day("2025-01-30")); });
    QVERIFY(point);
    QCOMPARE(qRound64(point->value * 100), 12'345);
    QVERIFY(!layer.pointAt(x, day("2025-01-29")));
}

void TestTickLayer::measuredRangeCountsEveryTick()
{
    const auto curve = m_bench.curve();
    const TickLayer volumes(curve, {}, 1, look(BarCurveLayer::Shape::Volume));
    const core::Time from = m_bench.all()[100].time;
    const core::Time to = m_bench.all()[20'000].time;
    std::optional<CurveSpan> span;
    settle(*curve, [&] {
        span = volumes.spanBetween({curve->sessionOf(from), from, true}, {curve->sessionOf(to), to, true});
    });
    qint64 low = std::numeric_limits<qint64>::max();
    qint64 high = 0;
    qint64 volume = 0;
    for (const core::Tick &tick : m_bench.all()) {
        if (from < tick.time && tick.time <= to) {
            low = std::min(low, tick.price);
            high = std::max(high, tick.price);
            volume += tick.size;
        }
    }
    QVERIFY(span);
    QCOMPARE(qRound64(span->low * 100), low);
    QCOMPARE(qRound64(span->high * 100), high);
    QCOMPARE(qint64(span->volume), volume);
}

void TestTickLayer::gapsAndMissingSessionsAreNotJoined()
{
    const auto curve = m_bench.curve();
    const TickLayer layer(curve, {}, 0, look(BarCurveLayer::Shape::Line));
    const XMap x = mapOf({at("2025-01-27T14:30:00Z"), at("2025-01-30T21:00:00Z")});
    std::vector<CurveHole> holes;
    settle(*curve, [&] { holes = layer.holes(x); });
    QCOMPARE(holes.size(), std::size_t(2));
    QCOMPARE(holes[0].before.column, x.columnOf(m_bench.lastBefore(m_bench.gaps.front().begin)->time));
    QCOMPARE(holes[1].before.session, day("2025-01-28"));
    QCOMPARE(holes[1].after.session, day("2025-01-30"));
    // The night in between is none.
    QVERIFY(holes[0].before.session == day("2025-01-28"));
}

void TestTickLayer::barsCountEveryTickOnce_data()
{
    QTest::addColumn<qint64>("interval");
    QTest::newRow("5 s") << 5 * core::kNsPerSecond;
    QTest::newRow("15 min") << 15 * core::kNsPerMinute;
    QTest::newRow("2 h, cut at the close") << 2 * core::kNsPerHour;
    QTest::newRow("sessions") << qint64(core::Series::kDaily);
}

void TestTickLayer::barsCountEveryTickOnce()
{
    QFETCH(qint64, interval);
    const auto curve = m_bench.curve();
    TickBars bars;
    settle(*curve, [&] {
        bars = tickBars(*curve, *m_scale, interval, {curve->snapshot->firstTime(), curve->snapshot->lastTime()});
    });
    QVERIFY(bars.isFinal);
    qint64 volume = 0;
    for (const core::Bar &bar : bars.history.bars) {
        const core::TimeRange span = core::barSpan(bar, bars.history.series, *m_bench.calendar);
        const auto session = m_bench.calendar->session(curve->sessionOf(span.begin));
        QVERIFY(session);
        QCOMPARE(interval == 0 ? 0 : (span.begin.ns - session->hours.begin.ns) % interval, 0);
        const core::Time end = std::min(span.end, core::Time{session->hours.end.ns + (interval == 0 ? 1 : 0)});
        core::Bar expected;
        qint64 sum = 0;
        const auto first = std::ranges::lower_bound(m_bench.all(), span.begin, {}, &core::Tick::time);
        const auto last = std::ranges::lower_bound(m_bench.all(), end, {}, &core::Tick::time);
        for (const core::Tick &tick : std::ranges::subrange(first, last)) {
            if (sum == 0)
                expected.open = expected.high = expected.low = tick.price;
            expected.high = std::max(expected.high, tick.price);
            expected.low = std::min(expected.low, tick.price);
            expected.close = tick.price;
            sum += tick.size;
        }
        QCOMPARE(bar.open, expected.open);
        QCOMPARE(bar.high, expected.high);
        QCOMPARE(bar.low, expected.low);
        QCOMPARE(bar.close, expected.close);
        QCOMPARE(bar.volume.value_or(0), sum);
        volume += sum;
    }
    qint64 all = 0;
    for (const core::Tick &tick : m_bench.all()) {
        const auto session = m_bench.calendar->session(curve->sessionOf(tick.time));
        all += session && session->hours.contains(tick.time) ? tick.size : 0;
    }
    QCOMPARE(volume, all);
}

QImage TestTickLayer::drawn(const TickLayer &layer, const XMap &x)
{
    QImage image(kPlot.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    settle(layer.curve(), [&] {
        image.fill(Qt::transparent);
        const YMap y(padded(layer.visibleRange(x).value_or(ValueRange{0, 1}), 0.09, YScale::Linear), kPlot.top(),
                     kPlot.bottom(), YScale::Linear);
        QPainter painter(&image);
        layer.draw(painter, {x, y, PixelGrid(), kPlot, Qt::white});
    });
    return image;
}

QImage TestTickLayer::bruteForce(const XMap &x, const YMap &y, BarCurveLayer::Shape shape, bool fine) const
{
    const CurveFrame frame{x, y, PixelGrid(), kPlot, Qt::white};
    const RasterGrid grid = RasterGrid::of(frame, fine);
    const int rows = RasterGrid::of(frame, true).rows();
    const ticks::RowTable table(
        rows, [&](qint64 price) { return y.y(double(price) / 100) * RasterGrid::kFine; },
        [&](double row) { return y.valueAt(row / RasterGrid::kFine) * 100; });
    std::vector<RasterPoint> points;
    core::Time before;
    for (const core::Tick &tick : m_bench.all()) {
        const int row = table.row(tick.price);
        const bool gap = before < m_bench.gaps.front().begin && m_bench.gaps.front().begin <= tick.time;
        const bool session = before < at("2025-01-29T00:00:00Z") && at("2025-01-30T00:00:00Z") < tick.time;
        points.push_back(
            {x.columnOf(m_scale->toAxis(tick.time), grid.columnSampling()), row, row, row, row, !gap && !session});
        before = tick.time;
    }
    RasterLook raster;
    raster.shape = shape == BarCurveLayer::Shape::Step   ? RasterLook::Shape::Step
                   : shape == BarCurveLayer::Shape::Area ? RasterLook::Shape::Area
                                                         : RasterLook::Shape::Line;
    raster.color = Qt::blue;
    raster.areaOpacity = 0.10;
    raster.foot = rows;
    QImage image(kPlot.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    CurveRaster maker;
    drawPicture(painter, frame, maker.draw(grid, points, raster));
    return image;
}

void TestTickLayer::pictureIsThatOfEveryTick_data()
{
    QTest::addColumn<int>("shape");
    QTest::addColumn<QString>("begin");
    QTest::addColumn<QString>("end");
    const auto line = int(BarCurveLayer::Shape::Line);
    QTest::newRow("everything") << line << "2025-01-27T14:30:00Z"
                                << "2025-01-30T21:00:00Z";
    QTest::newRow("an hour with a gap") << line << "2025-01-28T15:30:00Z"
                                        << "2025-01-28T16:30:00Z";
    QTest::newRow("inside the gap") << line << "2025-01-28T16:05:00Z"
                                    << "2025-01-28T16:15:00Z";
    QTest::newRow("over the missing session") << line << "2025-01-28T20:50:00Z"
                                              << "2025-01-30T14:40:00Z";
    QTest::newRow("single ticks") << line << "2025-01-27T15:00:00Z"
                                  << "2025-01-27T15:00:20Z";
    QTest::newRow("steps") << int(BarCurveLayer::Shape::Step) << "2025-01-27T15:00:00Z"
                           << "2025-01-27T15:05:00Z";
    QTest::newRow("area") << int(BarCurveLayer::Shape::Area) << "2025-01-27T14:30:00Z"
                          << "2025-01-28T21:00:00Z";
}

void TestTickLayer::pictureIsThatOfEveryTick()
{
    QFETCH(int, shape);
    QFETCH(QString, begin);
    QFETCH(QString, end);
    const auto curve = m_bench.curve();
    const auto kind = BarCurveLayer::Shape(shape);
    TickLayer::Look style = look(kind);
    style.style.width = 1.6;
    const TickLayer layer(curve, {}, 0, style);
    const XMap x = mapOf({at(begin.toLatin1().constData()), at(end.toLatin1().constData())});
    const QImage picture = drawn(layer, x);
    const YMap y(padded(layer.visibleRange(x).value_or(ValueRange{0, 1}), 0.09, YScale::Linear), kPlot.top(),
                 kPlot.bottom(), YScale::Linear);
    const double inView = curve->snapshot->estimatedTicks(m_scale->toTime(x.axisAt(0)),
                                                          m_scale->toTime(x.axisAt(x.columns())));
    QCOMPARE(picture, bruteForce(x, y, kind, inView < 4.0 * x.columns()));
}

void TestTickLayer::panAndGrowthDrawWhatAFreshPictureDoes()
{
    auto curve = m_bench.curve();
    auto layer = std::make_shared<const TickLayer>(curve, std::nullopt, 0, look(BarCurveLayer::Shape::Line));
    core::TimeRange view{at("2025-01-30T15:00:00Z"), at("2025-01-30T20:00:00Z")};
    for (int i = 0; i < 60; ++i) {
        if (i % 3 == 0) {
            auto grown = std::make_shared<TickCurve>(*curve);
            grown->snapshot = m_bench.append(TickBench::walk(m_bench.all().back().time, 50, 100'000'000, quint32(i)));
            curve = grown;
            layer = std::make_shared<const TickLayer>(curve, std::nullopt, 0, look(BarCurveLayer::Shape::Line),
                                                      layer.get());
        } else {
            const qint64 by = (qint64(m_random() % 41) - 20) * mapOf(view).nsPerColumn();
            view = {core::Time{view.begin.ns + by}, core::Time{view.end.ns + by}};
        }
        const XMap x = mapOf(view);
        const TickLayer fresh(curve, {}, 0, look(BarCurveLayer::Shape::Line));
        QVERIFY2(drawn(*layer, x) == drawn(fresh, x), QByteArray::number(i).constData());
    }
}

void TestTickLayer::panAsksForNewColumnsOnly()
{
    const auto curve = m_bench.curve();
    const TickLayer layer(curve, {}, 0, look(BarCurveLayer::Shape::Line));
    const XMap x = mapOf({at("2025-01-27T15:00:00Z"), at("2025-01-27T20:00:00Z")});
    const YMap y({50, 200}, kPlot.top(), kPlot.bottom(), YScale::Linear);
    QImage image(kPlot.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    settle(*curve, [&] { layer.draw(painter, {x, y, PixelGrid(), kPlot, Qt::white}); });
    const qint64 before = x.axisAt(0);
    const XMap next(m_scale, {before + 3 * x.nsPerColumn(), x.axisAt(x.columns()) + 3 * x.nsPerColumn()}, 0, 500,
                    PixelGrid());
    QCOMPARE(next.nsPerColumn(), x.nsPerColumn());
    layer.draw(painter, {next, y, PixelGrid(), kPlot, Qt::white});
    QVERIFY(layer.queriedColumns() > 0);
    QVERIFY2(layer.queriedColumns() <= 8 * RasterGrid::kFine, QByteArray::number(layer.queriedColumns()).constData());
}

void TestTickLayer::quoteOfMissingTicksIsMarked()
{
    const auto curve = m_bench.curve();
    const TickLayer layer(curve, {}, 0, look(BarCurveLayer::Shape::Line));
    const core::Time time = m_bench.all()[5000].time;
    const auto quote = layer.quoteAt(m_scale, {curve->sessionOf(time), time, true});
    QVERIFY(!quote || !quote->isFinal);
    QVERIFY(!curve->pages->isSettled());
}

void TestTickLayer::tableIsBounded()
{
    ChartContent content = m_bench.content();
    const auto plan = ChartPlan::make(tests::tickSpec(CurveType::Line, "2025-01-30"), content);
    QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
    const auto bars = tableBars(content.curves.at(QStringLiteral("TST")), **plan);
    QVERIFY(!bars->bars.empty());
    QVERIFY(bars->bars.size() <= std::size_t(kMostTableRows));
    QVERIFY(bars->bars.size() > 1000);
}

QTEST_MAIN(TestTickLayer)
#include "tst_ticklayer.moc"
