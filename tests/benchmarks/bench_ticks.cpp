// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_ticks --ticks N [--csv] [--noise] [--file FILE] [--frames F] [--folder DIR] [--keep]: makes a store of N ticks
// (simulated; with --file those of a CSV of trades, again and again, each time some weeks later), and prints
// phase,ticks,value,unit: what one curve of 1600 x 900 px costs to open, to pan and zoom, to append 1,000 ticks to, and
// to settle where its pages are not in memory; import speed, bytes per tick, the process's own memory, and how many
// pixels differ from a picture of every single tick. Frames are measured in a process of their own. Runs without a display.
#include "TickFrames.h"
#include "TickPixels.h"
#include "TickStoreMaker.h"
#include <core/CalendarSet.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace tickmark;

namespace {

constexpr qint64 kMostImported = 100'000'000; // the CSV is 25 times as large

struct Wish
{
    qint64 ticks = 1'000'000;
    int frames = 200;
    bool noise = false;
    QString file;
    QString folder;
};

int complain(const core::Error &error)
{
    std::fprintf(stderr, "%s %s\n", qPrintable(error.message), qPrintable(error.detail));
    return 1;
}

void print(const Wish &wish, const char *phase, double value, const char *unit)
{
    std::printf("%s,%lld,%.3f,%s\n", phase, static_cast<long long>(wish.ticks), value, unit);
    std::fflush(stdout);
}

//! In the other process: frames and pixels of a store that is there.
int measureStore(const Wish &wish, const QString &path, const core::CalendarSet &calendars)
{
    const auto report = [&](const char *phase, double value, const char *unit) { print(wish, phase, value, unit); };
    if (const auto done = bench::measureFrames(path, calendars, wish.frames, report); !done)
        return complain(done.error());
    const auto differing = bench::differingPixels(path, calendars);
    if (!differing)
        return complain(differing.error());
    report("differing_pixels", double(*differing), "pixels");
    return 0;
}

int makeAndMeasure(const Wish &wish, const QString &path, const core::CalendarSet &calendars)
{
    if (wish.file.isEmpty() && !wish.noise) {
        const auto rate = bench::importRate(QFileInfo(path).path(), calendars, std::min(wish.ticks, kMostImported));
        if (!rate)
            return complain(rate.error());
        print(wish, "import", *rate, "ticks/s");
    }
    core::Result<double> seconds;
    if (wish.file.isEmpty()) {
        seconds = bench::makeStore(path, bench::simulated(calendars, wish.ticks, wish.noise), 2, 0);
    } else {
        const auto file = bench::repeated(wish.file, wish.ticks);
        if (!file)
            return complain(file.error());
        seconds = bench::makeStore(path, file->supply, file->priceDecimals, file->sizeDecimals);
    }
    if (!seconds)
        return complain(seconds.error());
    print(wish, "fill", double(wish.ticks) / *seconds, "ticks/s");
    print(wish, "store", double(QFileInfo(path).size()) / 1e6, "MB");
    print(wish, "bytes_per_tick", double(QFileInfo(path).size()) / double(wish.ticks), "bytes");
    QProcess measuring;
    measuring.setProcessChannelMode(QProcess::ForwardedChannels);
    measuring.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--ticks"), QString::number(wish.ticks), QStringLiteral("--frames"),
                     QString::number(wish.frames), QStringLiteral("--measure"), path});
    measuring.waitForFinished(-1);
    return measuring.exitStatus() == QProcess::NormalExit ? measuring.exitCode() : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const auto option = [&](const char *name, const char *value) {
        parser.addOption({QLatin1String(name), QString(), QLatin1String(value)});
    };
    for (const auto &[name, value] : {std::pair{"ticks", "N"},
                                      {"frames", "F"},
                                      {"file", "FILE"},
                                      {"folder", "DIR"},
                                      {"measure", "STORE"},
                                      {"csv", ""},
                                      {"noise", ""},
                                      {"keep", ""}})
        option(name, value);
    parser.process(application);
    Wish wish;
    if (parser.isSet(QStringLiteral("ticks")))
        wish.ticks = parser.value(QStringLiteral("ticks")).toLongLong();
    if (parser.isSet(QStringLiteral("frames")))
        wish.frames = parser.value(QStringLiteral("frames")).toInt();
    wish.noise = parser.isSet(QStringLiteral("noise"));
    wish.file = parser.value(QStringLiteral("file"));
    if (wish.ticks < 1 || wish.frames < 1) {
        std::fputs("--ticks and --frames are numbers above 0.\n", stderr);
        return 2;
    }
    const core::CalendarSet calendars(QStringLiteral(":/calendars"));
    if (parser.isSet(QStringLiteral("measure")))
        return measureStore(wish, parser.value(QStringLiteral("measure")), calendars);
    std::puts("phase,ticks,value,unit");
    const QString parent = parser.value(QStringLiteral("folder"));
    QTemporaryDir folder((parent.isEmpty() ? QDir::tempPath() : parent) + QStringLiteral("/bench_ticks-XXXXXX"));
    folder.setAutoRemove(!parser.isSet(QStringLiteral("keep")));
    return makeAndMeasure(wish, folder.filePath(QStringLiteral("bench.tickmark")), calendars);
}
