// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_livewindow [RATE] [SECONDS] [BURST] [BURST_SECONDS]: an exchange in another process sends RATE trades a second, each a
// message of its own, for SECONDS into one visible chart that follows (50000 and 60 by default), then BURST a second for
// BURST_SECONDS (200000 and 10). Prints phase,value,unit: from a trade's time at the exchange until the frame that shows it
// was painted (trades of a millisecond count each), how long the chart's painting took ("frame"), all that the window did
// from one such frame to the next ("window_per_frame") and at a time ("window_at_a_time"), the share of one core that each
// thread had ("gui" and those that took any, by their names), trades that are missing on the chart and in the store, and
// the seconds that a burst's last trade took. Runs without a display.
#include "StreamServer.h"
#include <pipeline/StoreSession.h>
#include <store/StoreFiles.h>
#include <store/StoreReader.h>

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <desk/ChartDesk.h>
#include <style/Appearance.h>
#include <style/TickmarkStyle.h>
#include <unistd.h>
#include <window/LanguageTexts.h>
#include <window/LiveControl.h>
#include <window/MainWindow.h>
#include <window/WindowSettings.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

using namespace tickmark;

namespace {

const QString kSymbol = QStringLiteral("BTC-USD");
constexpr int kStepMs = 5; // the exchange sends so often

qint64 nowNs()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

// The exchange

//! A message as Binance sends it, with its frame.
void append(QByteArray &frames, qint64 id, qint64 ms)
{
    char message[256];
    const qint64 cents = 4'210'000 + (id * 7919) % 5'000;
    const int length = std::snprintf(
        message, sizeof message,
        R"({"e":"trade","E":%lld,"s":"BTCUSDT","t":%lld,"p":"%lld.%02lld","q":"0.00500000",)"
        R"("T":%lld,"m":%s,"M":true})",
        static_cast<long long>(ms), static_cast<long long>(id), static_cast<long long>(cents / 100),
        static_cast<long long>(cents % 100), static_cast<long long>(ms), id % 2 ? "true" : "false");
    frames += char(0x81);
    constexpr int kShort = 125; // a longer form for a length that fits is refused
    if (length > kShort) {
        frames += char(126);
        frames += char(length >> 8);
    }
    frames += char(length & 0xFF);
    frames.append(message, length);
}

qint64 sendFor(test::StreamServer &server, qint64 first, int rate, int seconds)
{
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    const qint64 total = qint64(rate) * seconds;
    qint64 sent = 0;
    while (sent < total) {
        const auto passed = std::chrono::duration<double>(Clock::now() - begin).count();
        const qint64 due = std::min(total, qint64(passed * rate));
        const qint64 ms = nowNs() / 1'000'000;
        QByteArray frames;
        frames.reserve((due - sent) * 140);
        for (; sent < due; ++sent)
            append(frames, first + sent, ms);
        if (!frames.isEmpty())
            server.sendFrames(frames);
        std::this_thread::sleep_for(std::chrono::milliseconds(kStepMs));
    }
    return sent;
}

//! Obeys lines on its standard input: "send FIRST RATE SECONDS" is answered by "sent COUNT"; the end of them ends it.
int serve()
{
    test::StreamServer server(QStringLiteral("binance"));
    std::printf("%d\n", int(server.port()));
    std::fflush(stdout);
    long long first = 0;
    int rate = 0;
    int seconds = 0;
    while (std::scanf(" send %lld %d %d", &first, &rate, &seconds) == 3) {
        std::printf("sent %lld\n", static_cast<long long>(sendFor(server, first, rate, seconds)));
        std::fflush(stdout);
    }
    return 0;
}

// The window

//! CPU time of every thread of this process, by id.
std::map<int, std::pair<QString, double>> threadTimes()
{
    std::map<int, std::pair<QString, double>> times;
    const QDir tasks(QStringLiteral("/proc/self/task"));
    for (const QString &id : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile stat(tasks.filePath(id) + QStringLiteral("/stat"));
        if (!stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = stat.readAll();
        const qsizetype close = line.lastIndexOf(')');
        const QString name = QString::fromLatin1(line.mid(line.indexOf('(') + 1, close - line.indexOf('(') - 1));
        const QList<QByteArray> fields = line.mid(close + 2).split(' ');
        const double ticks = fields.value(11).toDouble() + fields.value(12).toDouble();
        times[id.toInt()] = {name, ticks / double(sysconf(_SC_CLK_TCK))};
    }
    return times;
}

void spin(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

void print(const QByteArray &phase, double value, const char *unit)
{
    std::printf("%s,%.3f,%s\n", phase.constData(), value, unit);
}

double part(const std::vector<double> &sorted, double of)
{
    return sorted.empty() ? 0 : sorted[std::size_t(double(sorted.size() - 1) * of)];
}

//! What the window's thread works, and for how long at a time.
class Window : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        if (m_depth++ == 0)
            m_clock.start();
        const bool result = QApplication::notify(receiver, event);
        if (--m_depth == 0) {
            m_worked += m_clock.nsecsElapsed();
            m_longest = std::max(m_longest, m_clock.nsecsElapsed());
        }
        return result;
    }

    //! ns since the last call, with what is under way.
    [[nodiscard]] qint64 takeWorked()
    {
        const qint64 now = m_worked + (m_depth > 0 ? m_clock.nsecsElapsed() : 0);
        return now - std::exchange(m_taken, now);
    }
    [[nodiscard]] qint64 takeLongest() { return std::exchange(m_longest, 0); }

private:
    QElapsedTimer m_clock;
    int m_depth = 0;
    qint64 m_worked = 0;
    qint64 m_taken = 0;
    qint64 m_longest = 0;
};

//! What the live chart has painted so far.
class Pixels : public QObject
{
public:
    Pixels(desk::ChartDesk &desk, Window &window) : m_desk(desk), m_window(window)
    {
        connect(&desk, &desk::ChartDesk::painted, this, &Pixels::take);
    }

    void begin()
    {
        m_waits.clear();
        m_frames.clear();
        m_works.clear();
        std::ignore = m_window.takeWorked();
        std::ignore = m_window.takeLongest();
    }
    [[nodiscard]] qint64 shown() const { return m_shown; }
    [[nodiscard]] std::vector<double> waits() const { return sorted(m_waits); }   //!< ms, of each millisecond's trades
    [[nodiscard]] std::vector<double> frames() const { return sorted(m_frames); } //!< ms
    [[nodiscard]] std::vector<double> works() const { return sorted(m_works); } //!< ms, of all of the window, by frame
    [[nodiscard]] double longestWork() { return double(m_window.takeLongest()) / 1e6; } //!< ms

private:
    static std::vector<double> sorted(std::vector<double> values)
    {
        std::ranges::sort(values);
        return values;
    }

    const charts::TickCurve *curve()
    {
        for (const auto *stack : m_desk.findChildren<desk::DeskStack *>()) {
            const charts::ChartContent *content = stack->content();
            if (content && content->curves.contains(kSymbol) && content->curves.at(kSymbol).ticks)
                return content->curves.at(kSymbol).ticks.get();
        }
        return nullptr;
    }

    void take(qint64 durationNs)
    {
        const charts::TickCurve *drawn = curve();
        if (!drawn || drawn->snapshot->ticks() == m_shown)
            return;
        m_frames.push_back(double(durationNs) / 1e6);
        m_works.push_back(double(m_window.takeWorked()) / 1e6);
        const qint64 now = nowNs();
        const qint64 last = drawn->snapshot->lastTime().ns;
        for (qint64 time = std::max(m_last + 1'000'000, last - 10'000'000'000); time <= last; time += 1'000'000)
            m_waits.push_back(double(now - time) / 1e6);
        m_last = last;
        m_shown = drawn->snapshot->ticks();
    }

    desk::ChartDesk &m_desk;
    Window &m_window;
    qint64 m_shown = 0;
    qint64 m_last = 0;
    std::vector<double> m_waits;
    std::vector<double> m_frames;
    std::vector<double> m_works;
};

core::Result<> makeStore(const QString &path, quint16 port)
{
    return store::createStore(path, false, [port](store::StoreWriter &writer) -> core::Result<> {
        core::Instrument instrument;
        instrument.symbol = kSymbol;
        instrument.kind = core::InstrumentKind::Crypto;
        instrument.currency = QStringLiteral("USD");
        if (const auto added = writer.addInstrument(instrument).result(); !added)
            return tl::unexpected(added.error());
        store::SourceSetup setup;
        setup.name = QStringLiteral("Binance");
        setup.provider = QStringLiteral("binance");
        setup.address = QStringLiteral("http://127.0.0.1:%1").arg(port);
        setup.schedule = {store::FetchSchedule::When::Manually, 60};
        const auto saved = writer.saveSource(setup).result();
        return saved ? core::Result<>() : tl::unexpected(saved.error());
    });
}

struct Phase
{
    const char *name;
    int rate;
    int seconds;
};

//! The number of trades that were sent.
qint64 run(const Phase &phase, qint64 sentBefore, QProcess &exchange, Pixels &pixels)
{
    const auto before = threadTimes();
    QElapsedTimer clock;
    clock.start();
    pixels.begin();
    exchange.write(
        QStringLiteral("send %1 %2 %3\n").arg(1000 + sentBefore).arg(phase.rate).arg(phase.seconds).toLatin1());
    while (!exchange.canReadLine())
        spin(5);
    const qint64 sent = exchange.readLine().simplified().mid(5).toLongLong();
    const double seconds = double(clock.elapsed()) / 1e3;
    const auto after = threadTimes();
    QElapsedTimer catching;
    catching.start();
    constexpr int kGiveUp = 60'000;
    while (pixels.shown() < sentBefore + sent && catching.elapsed() < kGiveUp)
        spin(5);
    const auto label = [&](const QByteArray &what) { return QByteArray(phase.name + ('_' + what)); };
    const std::vector<double> waits = pixels.waits();
    const std::vector<double> frames = pixels.frames();
    print(label("sent_per_second"), double(sent) / seconds, "trades/s");
    print(label("caught_up_after"), double(catching.elapsed()) / 1e3, "s");
    print(label("missing_on_chart"), double(sentBefore + sent - pixels.shown()), "trades");
    print(label("pixel_p50"), part(waits, 0.5), "ms");
    print(label("pixel_p99"), part(waits, 0.99), "ms");
    print(label("pixel_worst"), part(waits, 1), "ms");
    print(label("frames_per_second"), double(frames.size()) / seconds, "frames/s");
    print(label("frame_p50"), part(frames, 0.5), "ms");
    print(label("frame_p99"), part(frames, 0.99), "ms");
    print(label("frame_worst"), part(frames, 1), "ms");
    const std::vector<double> works = pixels.works();
    print(label("window_per_frame_p50"), part(works, 0.5), "ms");
    print(label("window_per_frame_p99"), part(works, 0.99), "ms");
    print(label("window_at_a_time_worst"), pixels.longestWork(), "ms");
    for (const auto &[id, now] : after) {
        const auto then = before.find(id);
        const double share = 100 * (now.second - (then == before.end() ? 0 : then->second.second)) / seconds;
        const QByteArray name = id == getpid() ? QByteArray("gui") : now.first.toLatin1() + QByteArray::number(id);
        if (share >= 0.5)
            print(label("cpu_" + name), share, "% of a core");
    }
    std::fflush(stdout);
    return sent;
}

int fail(const char *what)
{
    std::fprintf(stderr, "bench_livewindow: %s\n", what);
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc > 1 && qstrcmp(argv[1], "--serve") == 0) {
        const QCoreApplication application(argc, argv);
        return serve();
    }
    Window application(argc, argv);
    const auto argument = [&](int index, int usual) { return argc > index ? QByteArray(argv[index]).toInt() : usual; };
    const Phase steady{"steady", argument(1, 50'000), argument(2, 60)};
    const Phase burst{"burst", argument(3, 200'000), argument(4, 10)};
    QProcess exchange;
    exchange.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    exchange.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--serve")});
    if (!exchange.waitForReadyRead())
        return fail("the exchange does not start");
    const auto port = quint16(exchange.readLine().simplified().toUInt());

    const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/bench_livewindow-XXXXXX"));
    qputenv("XDG_CONFIG_HOME", folder.filePath(QStringLiteral("config")).toLocal8Bit());
    const QString store = folder.filePath(QStringLiteral("live.tickmark"));
    if (const auto made = makeStore(store, port); !made)
        return fail(qPrintable(made.error().message));
    window::LanguageTexts texts;
    window::WindowSettings settings;
    style::Appearance appearance(QStringLiteral("en"));
    style::dress(*qApp, appearance);
    window::MainWindow window(appearance, settings, texts,
                              std::make_shared<core::CalendarSet>(QStringLiteral(":/calendars")));
    window.resize(1600, 1000);
    window.setWish(std::nullopt, {kSymbol});
    window.openStore(store);
    window.show();
    while (window.live().choices(kSymbol).empty())
        spin(20);
    spin(2'000); // the scheduler has begun, everything has been read
    Pixels pixels(window.desk(), application);
    window.live().start(kSymbol);
    window.desk().showLive(kSymbol);
    const auto isLive = [&] {
        return !window.live().streams().empty() && window.live().streams().front().phase == pipeline::LivePhase::Live;
    };
    while (!isLive())
        spin(20);

    std::puts("phase,value,unit");
    qint64 sent = run({"warm", 100, 2}, 0, exchange, pixels); // the chart exists from now on
    for (const Phase &phase : {steady, burst}) {
        if (phase.rate > 0 && phase.seconds > 0)
            sent += run(phase, sent, exchange, pixels);
    }
    QElapsedTimer storing;
    storing.start();
    while (window.live().streams().front().waiting > 0 && storing.elapsed() < 60'000)
        spin(20);
    print("stored_after", double(storing.elapsed()) / 1e3, "s");
    window.live().stopAll();
    while (!window.live().streams().empty())
        spin(20);
    auto reader = store::StoreReader::open(store);
    const auto info = reader ? (*reader)->info() : tl::unexpected(reader.error());
    print("missing_in_store", info ? double(sent - info->ticks) : NAN, "trades");
    exchange.closeWriteChannel();
    exchange.waitForFinished();
    return 0;
}
