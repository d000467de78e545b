// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_live [TICKS] [FOLDER]: how long the window keeps its user waiting while a file of TICKS simulated trades (10^7 by
// default; 32 bytes each in FOLDER) is imported into the series on its screen. Prints phase,ticks,value,unit: the longest
// and the 99.9 % gap between two rounds of the window's event loop, how many took above 30 ms, how often the chart was
// painted, and the rate of the import. Runs without a display.
#include "TickStoreMaker.h"
#include <pipeline/StoreSession.h>
#include <pipeline/TickImportJob.h>
#include <sources/ByteSource.h>
#include <store/StoreReader.h>

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <desk/ChartDesk.h>
#include <style/Appearance.h>
#include <style/TickmarkStyle.h>
#include <window/LanguageTexts.h>
#include <window/MainWindow.h>
#include <window/WindowSettings.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

using namespace tickmark;

namespace {

constexpr qint64 kStored = 1'000'000; // ticks that are on the screen before the import
constexpr double kLongGap = 30;       // ms

//! Whatever the event loop does longer than a millisecond shows as a gap between two rounds.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_gaps.push_back(double(m_clock.nsecsElapsed()) / 1e6);
            m_clock.restart();
        });
    }

    void begin()
    {
        m_gaps.clear();
        m_clock.start();
        m_timer.start();
    }
    [[nodiscard]] std::vector<double> end()
    {
        m_timer.stop();
        std::sort(m_gaps.begin(), m_gaps.end());
        return m_gaps;
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<double> m_gaps;
};

core::Result<pipeline::TickImportReport> runImport(const QString &csv, store::StoreWriter &writer, const QString &store)
{
    auto source = sources::openInput(csv);
    if (!source)
        return tl::unexpected(source.error());
    auto reader = store::StoreReader::open(store);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto known = (*reader)->instruments();
    if (!known)
        return tl::unexpected(known.error());
    pipeline::BarImportOptions options;
    options.read.symbol = QString::fromLatin1(bench::kSymbol);
    return pipeline::importTicks(std::move(*source), options, *known, writer);
}

void spin(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

int fail(const core::Error &error)
{
    std::fprintf(stderr, "bench_live: %s\n", qPrintable(error.message));
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const qint64 count = argc > 1 ? QByteArray(argv[1]).toLongLong() : 10'000'000;
    const QTemporaryDir folder((argc > 2 ? QString::fromLocal8Bit(argv[2]) : QDir::tempPath())
                               + QStringLiteral("/bench_live-XXXXXX"));
    qputenv("XDG_CONFIG_HOME", folder.filePath(QStringLiteral("config")).toLocal8Bit());
    const auto calendars = std::make_shared<core::CalendarSet>(QStringLiteral(":/calendars"));
    const QString store = folder.filePath(QStringLiteral("live.tickmark"));
    const QString csv = folder.filePath(QStringLiteral("live.csv"));
    const bench::TickSupply supply = bench::simulated(*calendars, kStored + count, false);
    const auto first = [&, left = kStored](std::vector<core::Tick> &ticks) mutable {
        ticks.clear();
        if (std::exchange(left, 0) > 0)
            supply(ticks);
    };
    if (const auto made = bench::makeStore(store, first, 2, 0); !made)
        return fail(made.error());
    if (const auto written = bench::writeCsv(csv, supply); !written)
        return fail(written.error());

    window::LanguageTexts texts;
    window::WindowSettings settings;
    style::Appearance appearance(QStringLiteral("en"));
    style::dress(*qApp, appearance);
    window::MainWindow window(appearance, settings, texts, calendars);
    window.resize(1600, 1000);
    window.setWish(std::nullopt, {QString::fromLatin1(bench::kSymbol)});
    window.openStore(store);
    window.show();
    while (!window.session() || !window.desk().exportRequest())
        spin(20);
    spin(500);

    qint64 paints = 0;
    QObject::connect(&window.desk(), &desk::ChartDesk::painted, &window, [&paints] { ++paints; });
    Heartbeat heartbeat;
    QEventLoop loop;
    std::optional<core::Result<pipeline::TickImportReport>> report;
    heartbeat.begin();
    std::thread import([&, writer = window.session()->writer()] {
        report = runImport(csv, *writer, store);
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    import.join();
    spin(500); // the last frames
    const std::vector<double> gaps = heartbeat.end();
    if (!*report)
        return fail(report->error());

    const auto print = [count](const char *phase, double value, const char *unit) {
        std::printf("%s,%lld,%.3f,%s\n", phase, static_cast<long long>(count), value, unit);
    };
    std::puts("phase,ticks,value,unit");
    print("import", double((*report)->rows) / (*report)->seconds, "ticks/s");
    print("longest_gap", gaps.back(), "ms");
    print("gap_p999", gaps[gaps.size() * 999 / 1000], "ms");
    print("gaps_above_30", double(std::ranges::count_if(gaps, [](double gap) { return gap > kLongGap; })), "gaps");
    print("paints", double(paints), "frames");
    return 0;
}
