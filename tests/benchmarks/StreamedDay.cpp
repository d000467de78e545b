// SPDX-License-Identifier: GPL-3.0-or-later
#include "StreamedDay.h"

#include "StreamServer.h"
#include <pipeline/LiveStreams.h>
#include <store/StoreFiles.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrlQuery>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

using namespace tickmark;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kHours = 24;
constexpr int kPiecesAnHour = 180; // twenty seconds of the exchange each
constexpr int kLeftOutAnHour = 500;
constexpr int kBreakHours = 6;
constexpr qsizetype kInAnswer = 1000;
const QString kSymbol = QStringLiteral("BTC/USD");

//! Trade `id` came so many parts of a second after the beginning.
class FastExchange
{
public:
    explicit FastExchange(int rate)
        : m_begin(QDateTime::currentMSecsSinceEpoch() * 1'000'000 - (kHours - 1) * core::kNsPerHour),
          m_betweenNs(core::kNsPerSecond / rate)
    {
        m_server.setHttpAnswer([this](const QByteArray &target) { return answer(target); });
    }

    [[nodiscard]] test::StreamServer &server() { return m_server; }
    void send(qint64 first, qint64 last)
    {
        m_last = std::max<qint64>(m_last, last);
        QList<test::ServedTrade> trades;
        for (qint64 id = first; id <= last; ++id)
            trades << test::ServedTrade{kSymbol, id, timeOf(id), priceOf(id)};
        m_server.sendTrades(trades);
    }

private:
    [[nodiscard]] core::Time timeOf(qint64 id) const { return core::Time{m_begin + id * m_betweenNs}; }
    [[nodiscard]] static QByteArray priceOf(qint64 id)
    {
        return QByteArray::number(4'210'000 + id * 7919 % 9973).insert(5, '.');
    }
    [[nodiscard]] QByteArray answer(const QByteArray &target) const
    {
        const QUrlQuery query(QUrl::fromEncoded(target).query());
        const qint64 since = query.queryItemValue(QStringLiteral("since")).toLongLong();
        QByteArrayList rows;
        qint64 newest = since;
        for (qint64 id = std::max<qint64>(1, (since - m_begin) / m_betweenNs + 1);
             id <= m_last && rows.size() < kInAnswer; ++id) {
            newest = timeOf(id).ns;
            rows << "[\"" + priceOf(id) + "\",\"0.50000000\"," + QByteArray::number(newest / core::kNsPerSecond) + '.'
                        + QByteArray::number(newest % core::kNsPerSecond).rightJustified(9, '0') + ",\"b\",\"l\",\"\","
                        + QByteArray::number(id) + ']';
        }
        return test::StreamServer::whole(R"({"error":[],"result":{"XBTUSD":[)" + rows.join(',') + R"(],"last":")"
                                         + QByteArray::number(newest) + R"("}})");
    }

    qint64 m_begin;
    qint64 m_betweenNs;
    std::atomic<qint64> m_last = 0;
    test::StreamServer m_server{QStringLiteral("kraken")}; // last: its thread uses the rest
};

//! What was told last.
class Heard
{
public:
    void hear(const std::vector<pipeline::LiveStatus> &all)
    {
        const std::scoped_lock lock(m_guard);
        if (!all.empty())
            m_status = all.front();
    }
    [[nodiscard]] pipeline::LiveStatus status() const
    {
        const std::scoped_lock lock(m_guard);
        return m_status;
    }

private:
    mutable std::mutex m_guard;
    pipeline::LiveStatus m_status;
};

qint64 residentKilobytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("RssAnon:"))
            return line.mid(8).simplified().split(' ').value(0).toLongLong();
    }
    return 0;
}

void print(const QByteArray &phase, double value, const char *unit)
{
    std::printf("%s,%.3f,%s\n", phase.constData(), value, unit);
    std::fflush(stdout);
}

void printState(const char *when, const QString &path, qint64 largestLog)
{
    const QByteArray suffix = QByteArray("_") + when;
    const auto descriptors = QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size();
    print("memory" + suffix, double(residentKilobytes()) / 1024, "MB");
    print("descriptors" + suffix, double(descriptors), "");
    print("log" + suffix, double(QFileInfo(path + QStringLiteral("-wal")).size()) / 1e6, "MB");
    print("largest_log" + suffix, double(largestLog) / 1e6, "MB");
}

store::SourceSetup setupOf(FastExchange &exchange, store::StoreWriter &writer, store::StoreReader &reader)
{
    store::SourceSetup setup;
    setup.name = QStringLiteral("Kraken");
    setup.provider = QStringLiteral("kraken");
    setup.address = exchange.server().base().toString();
    setup.symbols = {QStringLiteral("BTC-USD")};
    if (!writer.saveSource(setup).result())
        return {};
    return reader.sourceSetups().value().front();
}

bool waitFor(Clock::duration longest, const std::function<bool()> &isSo)
{
    const auto until = Clock::now() + longest;
    while (!isSo() && Clock::now() < until)
        std::this_thread::sleep_for(20ms);
    return isSo();
}

} // namespace

bool streamDay(int rate, int wallSeconds, const QString &path)
{
    const auto made = store::createStore(path, false, [](store::StoreWriter &one) -> core::Result<> {
        core::Instrument instrument;
        instrument.symbol = QStringLiteral("BTC-USD");
        instrument.kind = core::InstrumentKind::Crypto;
        return one.addInstrument(instrument).result().map([](qint64) {});
    });
    const auto writer = store::StoreWriter::open(path);
    const auto reader = store::StoreReader::open(path);
    if (!made || !writer || !reader)
        return false;
    (*writer)->setTickListener([](qint64, const ticks::SnapshotPtr &) {});
    FastExchange exchange(rate);
    Heard heard;
    const auto http = std::make_shared<sources::HttpClient>(sources::HttpClientOptions{});
    sources::StreamPatience patience;
    patience.firstPause = 100ms;
    auto streams = std::make_unique<pipeline::LiveStreams>(
        pipeline::LiveTools{http, **writer, [path] { return store::StoreReader::open(path); }},
        [&](const std::vector<pipeline::LiveStatus> &all) { heard.hear(all); }, patience);
    streams->start({setupOf(exchange, **writer, **reader), {}, {}});
    if (!waitFor(30s, [&] { return heard.status().phase == pipeline::LivePhase::Live; }))
        return false;

    const qint64 inPiece = qint64(rate) * 3600 / kPiecesAnHour;
    const auto between = std::chrono::nanoseconds(std::chrono::seconds(wallSeconds)) / (kHours * kPiecesAnHour);
    const Clock::time_point begin = Clock::now();
    qint64 last = 0;
    qint64 largestLog = 0;
    for (int piece = 0; piece < kHours * kPiecesAnHour; ++piece) {
        std::this_thread::sleep_until(begin + piece * between);
        const bool isHour = piece % kPiecesAnHour == kPiecesAnHour / 2;
        exchange.send(last + 1 + (isHour ? std::min<qint64>(kLeftOutAnHour, inPiece / 2) : 0), last + inPiece);
        last += inPiece;
        largestLog = std::max(largestLog, QFileInfo(path + QStringLiteral("-wal")).size());
        const int hours = (piece + 1) % kPiecesAnHour == 0 ? (piece + 1) / kPiecesAnHour : 0;
        if (hours == 1 || hours == kHours / 2)
            printState(hours == 1 ? "first_hour" : "twelfth_hour", path, std::exchange(largestLog, 0));
        if (hours > 0 && hours < kHours && hours % kBreakHours == 0)
            exchange.server().reset();
    }
    const std::chrono::duration<double> took = Clock::now() - begin;
    const auto ticks = [&] { return (*reader)->info().value().ticks; };
    const auto told = [&] { return heard.status().stored + heard.status().backfilled; };
    const bool isWhole = waitFor(300s,
                                 [&] { return heard.status().gaps.empty() && told() == last && ticks() == last; });
    printState("last_hour", path, largestLog);
    const pipeline::LiveStatus status = heard.status();
    print("day_took", took.count(), "s");
    print("backfill_took_longer", std::chrono::duration<double>(Clock::now() - begin).count() - took.count(), "s");
    print("sent", double(last), "trades");
    print("stored", double(status.stored), "trades");
    print("backfilled", double(status.backfilled), "trades");
    print("connections", exchange.server().connections(), "");
    print("missing", double(last - ticks()), "trades");
    streams.reset();
    return isWhole;
}
