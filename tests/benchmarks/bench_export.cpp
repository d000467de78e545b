// SPDX-License-Identifier: GPL-3.0-or-later
// How long exports of the founding case take, in CSV: phase,value,unit; "cpu_ms" is what this process was given.
// `bench_export [ROUNDS]`: the middle of so many, 5 without one.
#include "../widgets/export/ExportBench.h"
#include <export/ChartExport.h>

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <exportdialog/ExportBatch.h>
#include <exportdialog/PreviewDrawing.h>

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

//! From a change in the export dialog to its picture, and the longest that the window stood still meanwhile.
void printPreview(tests::ExportBench &bench, int rounds)
{
    exportdialog::PreviewDrawing drawing(nullptr);
    drawing.setSession(&bench.session());
    const exportdialog::ExportSettings settings = bench.settings();
    const auto items = exportdialog::itemsOf(bench.subject(), settings);
    std::vector<double> times;
    double longest = 0;
    for (int i = 0; i < rounds; ++i) {
        QEventLoop loop;
        QElapsedTimer turn;
        QTimer turns;
        QObject::connect(&turns, &QTimer::timeout, &loop, [&] {
            longest = std::max(longest, double(turn.nsecsElapsed()) / 1e6);
            turn.start();
        });
        QObject::connect(&drawing, &exportdialog::PreviewDrawing::drawn, &loop, &QEventLoop::quit);
        QElapsedTimer timer;
        timer.start();
        turn.start();
        turns.start(0);
        drawing.draw(
            {items.front(), *exportdialog::exportOptions(settings), QStringLiteral("svg"), QSize(600, 560), 1});
        loop.exec();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    std::printf("preview,%.1f,ms\npreview_longest_turn,%.1f,ms\n", times[times.size() / 2], longest);
}

//! A hundred charts of instruments, read, drawn and written as the export dialog does it.
void printBatch(tests::ExportBench &bench)
{
    exportdialog::ExportSettings settings = bench.settings();
    settings.what = exportdialog::ExportWhat::Watchlist;
    exportdialog::ExportSubject subject = bench.subject();
    const QStringList charts = subject.watchlist.mid(0, 10);
    subject.watchlist.clear();
    for (int i = 0; i < 10; ++i)
        subject.watchlist.append(charts);
    auto files = exportdialog::planFiles(subject, settings, exportdialog::today());
    exportdialog::ExportBatch batch(bench.session(), std::move(*files), *exportdialog::exportOptions(settings),
                                    nullptr);
    QEventLoop loop;
    std::size_t failures = 0;
    QObject::connect(&batch, &exportdialog::ExportBatch::finished, &loop,
                     [&](const exportdialog::ExportOutcome &outcome) {
                         failures = outcome.failures.size();
                         loop.quit();
                     });
    QElapsedTimer timer;
    timer.start();
    batch.start();
    loop.exec();
    std::printf("batch_100,%.1f,ms\nbatch_100_failed,%zu,files\n", double(timer.nsecsElapsed()) / 1e6, failures);
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
    tests::ExportBench bench;
    printPreview(bench, std::max(rounds, 5));
    printBatch(bench);
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    qint64 bytes = 0;
    for (int i = 0; i < 100; ++i)
        timeOf(store.threePanes(QStringLiteral("de")), "png", {}, bytes);
    std::printf("hundred_png,%.1f,ms\nhundred_png,%.1f,cpu_ms\n", double(timer.nsecsElapsed()) / 1e6,
                double(std::clock() - before) * 1e3 / CLOCKS_PER_SEC);
}
