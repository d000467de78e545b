// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_livestreams [RATE] [SECONDS] [FOLDER]: the way from batches of a stream to the disk, without sockets: RATE trades a
// second (50,000 by default) of one instrument for SECONDS (60), in batches of at most 5,000 or 50 ms, into a store in FOLDER
// (a temporary one). Prints phase,value,unit: trades that were stored, how long the rest took at the end, the CPU shares of
// the thread that writes and of the one that tells trades apart, the longest way from batch to snapshot, and how large the
// log and the memory grew.
//
// bench_livestreams --day [RATE] [SECONDS] [FOLDER]: 24 hours of RATE trades a second (30) in SECONDS (90), through sockets
// and with breaks: see StreamedDay.h.
#include "StreamedDay.h"
#include <pipeline/LiveEngine.h>
#include <store/StoreFiles.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <map>
#include <mutex>
#include <thread>

using namespace tickmark;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kMostInBatch = 5'000;
constexpr std::chrono::milliseconds kBatch{50};

//! CPU time of each thread of this process so far, in nanoseconds.
std::map<QString, qint64> threadTimes()
{
    std::map<QString, qint64> times;
    const QStringList threads = QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads) {
        QFile file(QStringLiteral("/proc/self/task/%1/schedstat").arg(thread));
        if (file.open(QIODevice::ReadOnly))
            times[thread] = file.readAll().split(' ').value(0).toLongLong();
    }
    return times;
}

//! The one that was not there before.
QString newThread(const std::map<QString, qint64> &before)
{
    for (const auto &[thread, time] : threadTimes()) {
        if (!before.contains(thread))
            return thread;
    }
    return {};
}

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("RssAnon:"))
            return line.mid(8).simplified().split(' ').value(0).toLongLong() * 1024;
    }
    return 0;
}

void print(const char *phase, double value, const char *unit)
{
    std::printf("%s,%.3f,%s\n", phase, value, unit);
    std::fflush(stdout);
}

//! What the engine has said last.
struct Heard
{
    std::mutex guard;
    pipeline::LiveStatus status;
    std::chrono::nanoseconds slowest{0};

    void hear(const std::vector<pipeline::LiveStatus> &all)
    {
        const std::scoped_lock lock(guard);
        if (all.empty())
            return;
        status = all.front();
        slowest = std::max(slowest, status.latency.value_or(0ns));
    }
    qint64 stored()
    {
        const std::scoped_lock lock(guard);
        return status.stored;
    }
};

int run(qint64 rate, int seconds, const QString &path)
{
    const auto made = store::createStore(path, false, [](store::StoreWriter &one) -> core::Result<> {
        core::Instrument instrument;
        instrument.symbol = QStringLiteral("BTC-USD");
        instrument.kind = core::InstrumentKind::Crypto;
        return one.addInstrument(instrument).result().map([](qint64) {});
    });
    if (!made)
        return 1;
    auto before = threadTimes();
    const auto writer = store::StoreWriter::open(path);
    if (!writer)
        return 1;
    const QString writing = newThread(before);
    (*writer)->setTickListener([](qint64, const ticks::SnapshotPtr &) {});
    store::SourceSetup setup;
    setup.name = QStringLiteral("Kraken");
    setup.provider = QStringLiteral("kraken");
    setup.sourceId = (*writer)->saveSource(setup).result().value_or(0);
    const auto http = std::make_shared<sources::HttpClient>(sources::HttpClientOptions{});
    Heard heard;
    before = threadTimes();
    pipeline::LiveEngine engine({http, **writer, [path] { return store::StoreReader::open(path); }},
                                [&](const std::vector<pipeline::LiveStatus> &all) { heard.hear(all); },
                                {[](const sources::StreamRequest &) {}, [](qint64) {}, [] {}});
    const QString telling = newThread(before);
    engine.post(pipeline::LiveInbox::Start{{setup, {}, {}}});
    std::this_thread::sleep_for(500ms);

    const qint64 inBatch = std::min(kMostInBatch, rate / (1s / kBatch));
    const std::chrono::nanoseconds between(inBatch * 1'000'000'000 / rate);
    const qint64 batches = rate * seconds / inBatch;
    qint64 id = 0;
    qint64 largestLog = 0;
    const qint64 memoryBefore = residentBytes();
    const auto cpuBefore = threadTimes();
    const Clock::time_point begin = Clock::now();
    for (qint64 sent = 0; sent < batches; ++sent) {
        std::this_thread::sleep_until(begin + sent * between);
        sources::StreamBatch batch;
        batch.sourceId = setup.sourceId;
        batch.instrumentId = 1;
        batch.priceDecimals = 2;
        batch.sizeDecimals = 8;
        batch.received = Clock::now();
        const qint64 now = std::chrono::nanoseconds(std::chrono::system_clock::now().time_since_epoch()).count();
        batch.trades.reserve(std::size_t(inBatch));
        for (qint64 i = 0; i < inBatch; ++i) {
            ++id;
            batch.trades.push_back({{core::Time{now + i * 1000}, 4'000'000 + (id * 7919) % 2000, 100'000 * (id % 97)},
                                    id,
                                    sources::TradeSide::Buy});
        }
        engine.take(std::move(batch));
        if (sent % 20 == 0)
            largestLog = std::max(largestLog, QFileInfo(path + QStringLiteral("-wal")).size());
    }
    const Clock::time_point sentAt = Clock::now();
    while (heard.stored() < id && Clock::now() < sentAt + 120s)
        std::this_thread::sleep_for(20ms);
    const auto cpuAfter = threadTimes();
    const std::chrono::duration<double> took = Clock::now() - begin;
    print("sent", double(id), "trades");
    print("stored", double(heard.stored()), "trades");
    print("rate", double(heard.stored()) / took.count(), "trades/s");
    print("behind_at_end", std::chrono::duration<double>(Clock::now() - sentAt).count(), "s");
    const auto share = [&](const QString &thread) {
        return 100 * double(cpuAfter.at(thread) - cpuBefore.at(thread)) / 1e9 / took.count();
    };
    print("cpu_writer", share(writing), "%");
    print("cpu_engine", share(telling), "%");
    print("slowest_to_snapshot", double(heard.slowest.count()) / 1e6, "ms");
    print("largest_log", double(largestLog) / 1e6, "MB");
    print("memory_grown", double(residentBytes() - memoryBefore) / 1e6, "MB");
    engine.finish();
    return heard.stored() == id ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--day")) {
        const int rate = arguments.value(2, QStringLiteral("30")).toInt();
        const int seconds = arguments.value(3, QStringLiteral("90")).toInt();
        const QTemporaryDir temporary;
        std::printf("phase,value,unit\n");
        return streamDay(rate, seconds, arguments.value(4, temporary.path()) + QStringLiteral("/day.tickmark")) ? 0 : 1;
    }
    const qint64 rate = arguments.size() > 1 ? arguments[1].toLongLong() : 50'000;
    const int seconds = arguments.size() > 2 ? arguments[2].toInt() : 60;
    if (rate < 1'000 || seconds < 1) {
        std::fputs("bench_livestreams [--day] [RATE] [SECONDS] [FOLDER]\n", stderr);
        return 2;
    }
    const QTemporaryDir temporary;
    const QString folder = arguments.size() > 3 ? arguments[3] : temporary.path();
    std::printf("phase,value,unit\n");
    return run(rate, seconds, folder + QStringLiteral("/bench_livestreams.tickmark"));
}
