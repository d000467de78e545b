// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_startup PROGRAM [RUNS]: whole processes of the built `tickmark`, from start to exit, and prints
// phase,run,value,unit and the medians: the sample case written, the sample's dashboard drawn to each format.
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

double runOnce(const QString &program, const QStringList &arguments)
{
    QElapsedTimer timer;
    timer.start();
    const int code = QProcess::execute(program, arguments);
    if (code != 0)
        std::fprintf(stderr, "exit %d: %s\n", code, qPrintable(arguments.join(u' ')));
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("usage: bench_startup PROGRAM [RUNS]\n", stderr);
        return 2;
    }
    const QString program = arguments.at(1);
    const int runs = arguments.size() > 2 ? std::max(1, arguments.at(2).toInt()) : 9;
    const QTemporaryDir folder;
    const QString store = folder.filePath(QStringLiteral("x.tickmark"));
    const QStringList dashboard{QStringLiteral("chart"),
                                QStringLiteral("--store"),
                                store,
                                QStringLiteral("--panes"),
                                QStringLiteral("^GSPC,^IXIC,^DJI;NVDA,AVGO,VST;volume:NVDA"),
                                QStringLiteral("--from"),
                                QStringLiteral("2025-01-13"),
                                QStringLiteral("--to"),
                                QStringLiteral("2025-02-07"),
                                QStringLiteral("--base"),
                                QStringLiteral("2025-01-24"),
                                QStringLiteral("--markers"),
                                QStringLiteral("--force"),
                                QStringLiteral("-o")};
    const std::vector<std::pair<const char *, QStringList>> phases{
        {"version", {QStringLiteral("--version")}},
        {"sample", {QStringLiteral("sample"), store, QStringLiteral("--force")}},
        {"chart_png", dashboard + QStringList{folder.filePath(QStringLiteral("a.png"))}},
        {"chart_svg", dashboard + QStringList{folder.filePath(QStringLiteral("a.svg"))}},
        {"chart_pdf", dashboard + QStringList{folder.filePath(QStringLiteral("a.pdf"))}},
        {"chart_csv", dashboard + QStringList{folder.filePath(QStringLiteral("a.csv"))}},
    };
    std::puts("phase,run,value,unit");
    for (const auto &[phase, words] : phases) {
        runOnce(program, words); // warm-up
        std::vector<double> times;
        for (int run = 0; run < runs; ++run) {
            times.push_back(runOnce(program, words));
            std::printf("%s,%d,%.1f,ms\n", phase, run, times.back());
        }
        std::sort(times.begin(), times.end());
        std::printf("%s,median,%.1f,ms\n", phase, times[times.size() / 2]);
    }
    return 0;
}
