// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_window [FRAMES]: what a frame of the chart window costs (900 x 850 px) and prints
// what,median_ms,p95_ms,max_ms: panning, zooming, moving the crosshair, dragging the base and making everything anew,
// with the sample's three panes, with four panes of two curves and with ten curves of 7,500 daily bars. Runs without a
// display.
#include "../widgets/charts/SampleContent.h"
#include <charts/StackView.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QPixmap>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace tickmark;
using namespace tickmark::charts;

namespace {

constexpr QSize kSize(900, 850);

void measure(const char *what, int frames, QWidget &view, const std::function<void(int)> &change)
{
    QPixmap screen(view.size());
    std::vector<double> times;
    for (int i = 0; i < frames; ++i) {
        QElapsedTimer timer;
        timer.start();
        change(i);
        view.render(&screen);
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
        QApplication::processEvents();
    }
    std::sort(times.begin(), times.end());
    std::printf("%s,%.2f,%.2f,%.2f\n", what, times[times.size() / 2], times[times.size() * 95 / 100], times.back());
}

void moveMouse(QWidget &view, QPointF position)
{
    QMouseEvent event(QEvent::MouseMove, position, view.mapToGlobal(position), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QApplication::sendEvent(&view, &event);
}

void measureAll(const char *name, int frames, const ChartSpec &spec, const ChartContent &content)
{
    StackView view;
    view.resize(kSize);
    view.show();
    view.setChart(spec, content);
    QApplication::processEvents();
    const auto line = [&](const char *what) -> QByteArray { return QByteArray(name) + '_' + what; };
    measure(line("pan").constData(), frames, view, [&](int i) { view.panBy(i % 40 < 20 ? 0.004 : -0.004); });
    measure(line("zoom").constData(), frames, view, [&](int i) { view.zoom(i % 12 < 6 ? 1.15 : 1 / 1.15); });
    measure(line("crosshair").constData(), frames, view,
            [&](int i) { moveMouse(view, QPointF(70 + (i * 7) % 650, 300 + i % 200)); });
    measure(line("resize").constData(), frames, view, [&](int i) { view.resize(kSize - QSize(0, i % 2)); });
    view.resize(kSize);
    measure(line("rebuild").constData(), frames, view, [&](int) { view.setChart(spec, content); });
}

ChartSpec longSpec()
{
    ChartSpec spec;
    spec.theme = ThemeName::Light;
    spec.from = tests::day("1996-01-02");
    spec.to = tests::day("2025-12-30");
    spec.base = tests::day("2010-01-04");
    return spec;
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const int frames = argc > 1 ? std::max(20, QByteArray(argv[1]).toInt()) : 300;
    const tests::SampleContent sample;
    std::puts("what,median_ms,p95_ms,max_ms");

    ChartSpec spec = tests::specOf(QStringLiteral("^GSPC,^IXIC,^DJI;NVDA,AVGO,VST;volume:NVDA"), "2025-01-14",
                                   "2025-02-07", "2025-01-24");
    spec.theme = ThemeName::Light;
    spec.markers = true;
    measureAll("sample", frames, spec, sample.daily(spec));

    ChartSpec four = tests::specOf(QStringLiteral("^GSPC,^IXIC;NVDA,AVGO;VST,CEG;ASML.AS,SAP.DE"), "2025-01-14",
                                   "2025-02-07", "2025-01-24");
    four.theme = ThemeName::Light;
    four.markers = true;
    measureAll("four", frames, four, sample.daily(four));

    ChartSpec many = longSpec();
    PaneSpec first;
    PaneSpec second;
    ChartContent content;
    for (int i = 0; i < 10; ++i) {
        const QString symbol = QStringLiteral("M%1").arg(i);
        (i < 5 ? first : second).symbols.append(symbol);
        const ChartContent one = sample.madeUp(symbol, many.from, many.to, 0.0002 * (i + 1), 0.02);
        content.curves.merge(std::map<QString, CurveData>(one.curves));
        content.timeScale = one.timeScale;
        content.zone = one.zone;
    }
    many.panes = {first, second};
    measureAll("long", frames, many, content);
    return 0;
}
