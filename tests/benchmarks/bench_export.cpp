// SPDX-License-Identifier: GPL-3.0-or-later
// How long exports of the founding case take, in CSV: phase,value,unit; "cpu_ms" is what this process was given.
// `bench_export [ROUNDS]`: the middle of so many, 5 without one.
#include "../widgets/export/SampleStore.h"
#include <export/ChartExport.h>

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

using namespace tickmark;

namespace {

//! ms, or a negative number when it failed; `bytes` of what was made.
double timeOf(const charts::ChartValues &values, const char *suffix, const exporting::ExportOptions &options,
              qint64 &bytes)
{
    QElapsedTimer timer;
    timer.start();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto report = exporting::exportChart(values.spec, values.content, options, QLatin1String(suffix), buffer);
    bytes = buffer.size();
    return report ? double(timer.nsecsElapsed()) / 1e6 : -1;
}

void print(const char *phase, const charts::ChartValues &values, const char *suffix,
           const exporting::ExportOptions &options, int rounds)
{
    std::vector<double> times;
    std::vector<double> cpu;
    qint64 bytes = 0;
    for (int i = 0; i < rounds; ++i) {
        const std::clock_t before = std::clock();
        times.push_back(timeOf(values, suffix, options, bytes));
        cpu.push_back(double(std::clock() - before) * 1e3 / CLOCKS_PER_SEC);
    }
    std::ranges::sort(times);
    std::ranges::sort(cpu);
    std::printf("%s,%.1f,ms\n%s,%.1f,cpu_ms\n%s,%lld,bytes\n", phase, times[times.size() / 2], phase,
                cpu[cpu.size() / 2], phase, static_cast<long long>(bytes));
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 5;
    tests::SampleStore store;
    const charts::ChartValues values = store.threePanes(QStringLiteral("de"));
    exporting::ExportOptions print3200;
    print3200.size = QSize(1600, 900);
    print3200.dpi = 192;
    std::printf("phase,value,unit\n");
    print("png_3200x1800", values, "png", print3200, rounds);
    print("png", values, "png", {}, rounds);
    print("svg", values, "svg", {}, rounds);
    print("pdf", values, "pdf", {}, rounds);
    print("csv", values, "csv", {}, rounds);
    print("xlsx", values, "xlsx", {}, rounds);
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    qint64 bytes = 0;
    for (int i = 0; i < 100; ++i)
        timeOf(store.threePanes(QStringLiteral("de")), "png", {}, bytes);
    std::printf("hundred_png,%.1f,ms\nhundred_png,%.1f,cpu_ms\n", double(timer.nsecsElapsed()) / 1e6,
                double(std::clock() - before) * 1e3 / CLOCKS_PER_SEC);
}
