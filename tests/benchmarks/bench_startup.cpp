// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_startup PROGRAM [RUNS]: whole processes of the built `tickmark`, from start to exit, and prints
// phase,run,value,unit and the medians: the sample case written, the sample's dashboard drawn to each format, and (on the
// display that there is, or none with QT_QPA_PLATFORM=offscreen) the window until it is complete, with its memory then.
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
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

//! Resident memory of a running process, in MB.
double residentMegabytes(qint64 process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

struct WindowStart
{
    double ms = 0;
    double megabytes = 0;
};

//! Starts the window on `store` and waits until it says that it is complete.
WindowStart openWindow(const QString &program, const QString &store, const QString &home)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home);
    environment.remove(QStringLiteral("XDG_CONFIG_HOME"));
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("tickmark.window.info=true"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    QElapsedTimer timer;
    timer.start();
    process.start(program, {store});
    WindowStart start;
    QByteArray said;
    while (!said.contains("complete") && process.waitForReadyRead(20'000))
        said += process.readAll();
    start.ms = double(timer.nsecsElapsed()) / 1e6;
    start.megabytes = residentMegabytes(process.processId());
    if (!said.contains("complete"))
        std::fprintf(stderr, "the window did not come: %s\n", said.constData());
    process.terminate();
    process.waitForFinished(10'000);
    return start;
}

void benchWindow(const QString &program, const QString &store, const QString &home, int runs)
{
    openWindow(program, store, home); // warm-up
    std::vector<double> times;
    std::vector<double> megabytes;
    for (int run = 0; run < runs; ++run) {
        const WindowStart start = openWindow(program, store, home);
        times.push_back(start.ms);
        megabytes.push_back(start.megabytes);
        std::printf("window,%d,%.1f,ms\nwindow_memory,%d,%.1f,MB\n", run, start.ms, run, start.megabytes);
    }
    std::sort(times.begin(), times.end());
    std::sort(megabytes.begin(), megabytes.end());
    std::printf("window,median,%.1f,ms\nwindow_memory,median,%.1f,MB\n", times[times.size() / 2],
                megabytes[megabytes.size() / 2]);
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
    benchWindow(program, store, folder.path(), runs);
    return 0;
}
