// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleContent.h"
#include <charts/ChartPlan.h>
#include <charts/ChartStack.h>
#include <charts/ChartTheme.h>
#include <charts/StackLayout.h>

#include <QGraphicsScene>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace tickmark;
using namespace tickmark::charts;
using tests::specOf;

namespace {

const QString kThreePanes = QStringLiteral("^GSPC,^IXIC,^DJI;NVDA,AVGO,VST;volume:NVDA");

QImage picture(ChartStack &stack, QSize size, double scale)
{
    QImage image(size * scale, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    stack.render(painter, {});
    return image;
}

} // namespace

//! Linked panes that do not line up, or lines that blur between two pixels, are seen at once.
class TestChartStack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void panesShareOnePlotAreaOnWholePixels_data();
    void panesShareOnePlotAreaOnWholePixels();
    void zeroLineIsOneSharpRow();
    void numbersEveryHeadline();
    void numbersOnlyWhatIsListed();
    void marksHeadlinesAboveTheFirstPaneOnly();
    void drawsInAllThemesAndTypes_data();
    void drawsInAllThemesAndTypes();
    void refusesSizesThatHoldNoPlot();
    void drawingTwiceIsTheSame();
    void windowsMarkHeadlinesByDiscsAndRings();
    void windowsKeepGuttersAndWeights();

private:
    tests::SampleContent m_sample;
};

void TestChartStack::panesShareOnePlotAreaOnWholePixels_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("96 dpi") << 1.0;
    QTest::newRow("125 %") << 1.25;
    QTest::newRow("300 dpi") << 3.125;
}

void TestChartStack::panesShareOnePlotAreaOnWholePixels()
{
    QFETCH(double, scale);
    const ChartSpec spec = specOf(kThreePanes, "2025-01-13", "2025-02-07", "2025-01-24");
    const auto stack = ChartStack::create(spec, m_sample.daily(spec), {QSizeF(1371, 803), scale, ChartMetrics::page()});
    QVERIFY(stack);
    const auto &plots = (*stack)->plots();
    QCOMPARE(plots.size(), 3U);
    for (const QRectF &plot : plots) {
        QCOMPARE(plot.left(), plots[0].left());
        QCOMPARE(plot.right(), plots[0].right());
        for (const double edge : {plot.left(), plot.right(), plot.top(), plot.bottom()})
            QVERIFY(std::abs(edge * scale - std::round(edge * scale)) < 1e-6);
    }
    QVERIFY(plots[0].bottom() < plots[1].top() && plots[1].bottom() < plots[2].top());
    QCOMPARE((*stack)->scene().itemIndexMethod(), QGraphicsScene::NoIndex);
}

void TestChartStack::zeroLineIsOneSharpRow()
{
    const ChartSpec spec = specOf(QStringLiteral("NVDA"), "2025-01-13", "2025-02-07", "2025-01-24");
    const auto stack = ChartStack::create(spec, m_sample.daily(spec), {QSizeF(1000, 400), 1.0, ChartMetrics::page()});
    QVERIFY(stack);
    const QImage image = picture(**stack, QSize(1000, 400), 1);
    const QRgb axis = ChartTheme::named(ThemeName::Print).axis.rgb();
    const int x = int((*stack)->plots()[0].left()) + 3;
    int rows = 0;
    for (int y = int((*stack)->plots()[0].top()); y < int((*stack)->plots()[0].bottom()); ++y)
        rows += image.pixel(x, y) == axis ? 1 : 0;
    QCOMPARE(rows, 1);
}

void TestChartStack::numbersEveryHeadline()
{
    ChartSpec spec = specOf(kThreePanes, "2025-01-13", "2025-02-07", "2025-01-24");
    spec.markers = true;
    const auto stack = ChartStack::create(spec, m_sample.daily(spec), {QSizeF(1472, 900), 1.0, ChartMetrics::page()});
    QVERIFY(stack);
    int next = 0;
    for (const MarkerCluster &cluster : (*stack)->clusters()) {
        for (const int item : cluster.items)
            QCOMPARE(item, next++);
    }
    QCOMPARE(next, 27);
}

//! A number that leads to no list is none; what stands in one keeps its time.
void TestChartStack::numbersOnlyWhatIsListed()
{
    ChartSpec spec = specOf(kThreePanes, "2025-01-13", "2025-02-07", "2025-01-24");
    spec.markers = true;
    const ChartContent content = m_sample.daily(spec);
    ChartStack::Geometry geometry{QSizeF(1472, 900), 1.0, ChartMetrics::page()};
    geometry.numbers = std::vector<int>(27, 0);
    const auto unlisted = ChartStack::create(spec, content, geometry);
    QVERIFY(unlisted);
    for (const MarkerCluster &cluster : (*unlisted)->clusters())
        QVERIFY(cluster.numbers.empty());
    (*geometry.numbers)[7] = 1;
    (*geometry.numbers)[26] = 2;
    const auto listed = ChartStack::create(spec, content, geometry);
    QVERIFY(listed);
    QStringList spans;
    for (const MarkerCluster &cluster : (*listed)->clusters()) {
        if (!cluster.numbers.empty())
            spans.append(cluster.span());
    }
    QCOMPARE(spans, (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
    QCOMPARE((*listed)->clusters().back().items.back(), 26);
}

//! At resolutions that are no whole multiple of the page's px, too: what an edge is moved by is no lane.
void TestChartStack::marksHeadlinesAboveTheFirstPaneOnly()
{
    ChartSpec spec = specOf(kThreePanes, "2025-01-13", "2025-02-07", "2025-01-24");
    spec.markers = true;
    const ChartContent content = m_sample.daily(spec);
    for (const double scale : {0.37, 1.25, 2.3622, 3.125}) {
        const auto stack = ChartStack::create(spec, content, {QSizeF(1472, 900), scale, ChartMetrics::page()});
        QVERIFY(stack);
        const auto &panes = (*stack)->layout().panes;
        QCOMPARE(panes.size(), 3U);
        QVERIFY(panes[0].lane.height() > 20);
        QVERIFY2(panes[1].lane.isEmpty() && panes[2].lane.isEmpty(), qPrintable(QString::number(scale)));
    }
}

void TestChartStack::drawsInAllThemesAndTypes_data()
{
    QTest::addColumn<ChartSpec>("spec");
    for (const ThemeName theme : {ThemeName::Print, ThemeName::Light, ThemeName::Dark}) {
        for (const CurveType type : {CurveType::Line, CurveType::Step, CurveType::Area, CurveType::Candles}) {
            for (const TimeMode time : {TimeMode::Trading, TimeMode::Calendar}) {
                ChartSpec spec = specOf(QStringLiteral("NVDA;volume:NVDA"), "2025-01-13", "2025-02-07", "2025-01-24");
                spec.theme = theme;
                spec.curve = type;
                spec.time = time;
                spec.markers = true;
                QTest::addRow("theme %d, type %d, time %d", int(theme), int(type), int(time)) << spec;
            }
        }
    }
}

void TestChartStack::drawsInAllThemesAndTypes()
{
    QFETCH(ChartSpec, spec);
    const auto stack = ChartStack::create(spec, m_sample.daily(spec), {QSizeF(900, 600), 1.0, ChartMetrics::page()});
    QVERIFY(stack);
    const QImage image = picture(**stack, QSize(900, 600), 1);
    // Something of the curve's colour, or of up and down, stands in the plot.
    const ChartTheme theme = ChartTheme::named(spec.theme);
    const QRgb wanted = spec.curve == CurveType::Candles ? theme.down.rgb() : theme.series(0).color.rgb();
    const QRect plot = (*stack)->plots()[0].toRect();
    bool found = false;
    for (int y = plot.top(); y < plot.bottom() && !found; ++y) {
        for (int x = plot.left(); x < plot.right() && !found; ++x)
            found = image.pixel(x, y) == wanted;
    }
    QVERIFY(found);
}

void TestChartStack::refusesSizesThatHoldNoPlot()
{
    const ChartSpec spec = specOf(kThreePanes, "2025-01-13", "2025-02-07", "2025-01-24");
    for (const QSizeF size : {QSizeF(1400, 200), QSizeF(150, 900), QSizeF(0, 0)}) {
        const auto stack = ChartStack::create(spec, m_sample.daily(spec), {size, 1.0, ChartMetrics::page()});
        QVERIFY(!stack);
        QCOMPARE(stack.error().code, core::ErrorCode::InvalidInput);
    }
}

void TestChartStack::drawingTwiceIsTheSame()
{
    const ChartSpec spec = specOf(kThreePanes, "2025-01-13", "2025-02-07", "2025-01-24");
    const auto stack = ChartStack::create(spec, m_sample.daily(spec), {QSizeF(1400, 800), 1.0, ChartMetrics::screen()});
    QVERIFY(stack);
    const QImage first = picture(**stack, QSize(1400, 800), 1);
    QCOMPARE(picture(**stack, QSize(1400, 800), 1), first);
}

void TestChartStack::windowsMarkHeadlinesByDiscsAndRings()
{
    ChartSpec spec = specOf(kThreePanes, "2025-01-13", "2025-02-07", "2025-01-24");
    spec.markers = true;
    spec.theme = ThemeName::Light;
    ChartContent content = m_sample.daily(spec);
    for (std::size_t i = 0; i < content.news.size(); ++i)
        content.news[i].id = qint64(i) + 1;
    ChartStack::Geometry geometry{QSizeF(900, 850), 1.0, ChartMetrics::screen()};
    const auto plain = ChartStack::create(spec, content, geometry).value();
    const MarkerCluster &cluster = plain->clusters().back();
    geometry.selected = {plain->plan().headlines[std::size_t(cluster.items.front())].id};
    const auto selected = ChartStack::create(spec, content, geometry).value();
    // Centres stand apart, and the selected one is told by the accent through all panes.
    for (std::size_t i = 1; i < plain->clusters().size(); ++i)
        QVERIFY(plain->clusters()[i].x - plain->clusters()[i - 1].x >= 21 - 1e-6);
    const ChartTheme theme = ChartTheme::named(ThemeName::Light);
    const QImage before = picture(*plain, QSize(900, 850), 1);
    const QImage after = picture(*selected, QSize(900, 850), 1);
    const int x = int(cluster.trueXs.front());
    for (const QRectF &plot : plain->plots()) {
        int leader = 0;
        int none = 0;
        for (int y = int(plot.top()) + 2; y < int(plot.bottom()) - 2; ++y) {
            leader += after.pixelColor(x, y) == theme.leader ? 1 : 0;
            none += before.pixelColor(x, y) == theme.leader ? 1 : 0;
        }
        QVERIFY(leader > int(plot.height()) / 2);
        QCOMPARE(none, 0);
    }
}

void TestChartStack::windowsKeepGuttersAndWeights()
{
    const ChartSpec spec = specOf(kThreePanes, "2025-01-13", "2025-02-07", "2025-01-24");
    ChartStack::Geometry geometry{QSizeF(900, 850), 1.25, ChartMetrics::screen(), {1, 2, 1}, {80, 200}, {}};
    const auto stack = ChartStack::create(spec, m_sample.daily(spec), geometry).value();
    QVERIFY(std::abs(stack->plots()[0].left() - 80) <= 1);
    QVERIFY(std::abs(stack->plots()[0].right() - 700) <= 1);
    QVERIFY(std::abs(stack->plots()[1].height() - 2 * stack->plots()[0].height()) <= 2);
    for (const auto &pane : stack->layout().panes)
        QCOMPARE(pane.head.height(), 28.);
}

QTEST_MAIN(TestChartStack)
#include "tst_chartstack.moc"
