// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_streams [EXCHANGE] [SECONDS] [RATE...]: streams single-trade messages of EXCHANGE (kraken) from a server in a
// process of its own, RATE (50000, 200000) of them a second for SECONDS (10), and prints one row for each rate:
// exchange,rate,received,per_second,thread_percent,us_per_message,missing,worst_ms,last_ms. The share of one core and the
// time per message are of the stream thread (socket, frame, parser, batch); milliseconds are from sending to the sink,
// by the slowest trade and by the last one, which tells how far it is behind at the end.
// bench_streams --parse [COUNT]: the parsers alone, exchange,messages,us_per_message.
#include "StreamServer.h"
#include <sources/streams/StreamProvider.h>
#include <sources/streams/StreamThread.h>

#include <QCoreApplication>
#include <QProcess>

#include <array>
#include <atomic>
#include <cstdio>
#include <ctime>
#include <thread>

using namespace tickmark;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kFirstId = 1'000'000'000; // all ids of a run are as long as this one

qint64 read(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return qint64(now.tv_sec) * core::kNsPerSecond + now.tv_nsec;
}

QString symbolAt(const QString &exchange)
{
    if (exchange == QLatin1String("kraken"))
        return QStringLiteral("BTC/USD");
    if (exchange == QLatin1String("coinbase"))
        return QStringLiteral("BTC-USD");
    return exchange == QLatin1String("binance") ? QStringLiteral("BTCUSDT") : QStringLiteral("NVDA");
}

//! One frame of one trade, whose id, times and price are written over: making each anew would cost more than reading it.
class FrameTemplate
{
public:
    explicit FrameTemplate(const QString &exchange)
    {
        const core::Time time = *core::parseIsoTime("2026-01-05T14:30:00.123457Z");
        const test::ServedTrade trade{symbolAt(exchange), kFirstId, time, "42100.10", "0.00027625", true};
        m_frame = test::frameOf(test::messagesOf(exchange, {trade}, false, kFirstId).constFirst());
        const auto find = [this](const QByteArray &text) {
            QList<qsizetype> places;
            for (qsizetype at = m_frame.indexOf(text); at >= 0; at = m_frame.indexOf(text, at + 1))
                places << at;
            return places;
        };
        m_ids = find(QByteArray::number(kFirstId));
        m_isoTimes = find("2026-01-05T14:30:00.123457Z");
        m_times = find(QByteArray::number(time.ns / 1'000'000));
        m_prices = find("42100.10");
    }

    [[nodiscard]] const QByteArray &frame(qint64 number, core::Time time)
    {
        overwrite(m_ids, QByteArray::number(kFirstId + number));
        if (time != m_time) {
            m_time = time;
            if (!m_isoTimes.isEmpty()) {
                char iso[sizeof "2026-01-05T14:30:00.123457Z"];
                const auto seconds = time_t(time.ns / core::kNsPerSecond);
                tm parts{};
                gmtime_r(&seconds, &parts);
                const std::size_t whole = strftime(iso, sizeof iso, "%Y-%m-%dT%H:%M:%S", &parts);
                std::snprintf(iso + whole, sizeof iso - whole, ".%06dZ", int(time.ns % core::kNsPerSecond / 1000));
                overwrite(m_isoTimes, iso);
            }
            overwrite(m_times, QByteArray::number(time.ns / 1'000'000));
        }
        overwrite(m_prices, QByteArray::number(4'210'000 + number * 7919 % 9973).insert(5, '.'));
        return m_frame;
    }

private:
    void overwrite(const QList<qsizetype> &places, const QByteArray &text)
    {
        for (const qsizetype at : places)
            m_frame.replace(at, text.size(), text);
    }

    QByteArray m_frame;
    QList<qsizetype> m_ids;
    QList<qsizetype> m_isoTimes;
    QList<qsizetype> m_times;
    QList<qsizetype> m_prices;
    core::Time m_time;
};

//! In a process of its own: its port on standard output, then the trades, until standard input ends.
int serve(const QString &exchange, qint64 rate, qint64 seconds)
{
    test::StreamServer server(exchange);
    std::printf("%d\n", int(server.port()));
    std::fflush(stdout);
    while (server.orders().isEmpty())
        std::this_thread::sleep_for(1ms);
    FrameTemplate frames(exchange);
    const qint64 start = read(CLOCK_MONOTONIC);
    QByteArray due;
    for (qint64 sent = 0; sent < rate * seconds;) {
        std::this_thread::sleep_for(500us);
        const auto elapsed = double(read(CLOCK_MONOTONIC) - start) / double(core::kNsPerSecond);
        const auto until = std::min(qint64(elapsed * double(rate)), rate * seconds);
        const core::Time now{read(CLOCK_REALTIME)};
        due.resize(0);
        for (; sent < until; ++sent)
            due += frames.frame(sent, now);
        server.sendFrames(due);
    }
    std::getchar();
    return 0;
}

//! Counts on the stream thread.
class Meter : public sources::StreamSink
{
public:
    void take(sources::StreamBatch batch) override
    {
        const qint64 now = read(CLOCK_REALTIME);
        for (const sources::FetchedTrade &trade : batch.trades) {
            if (trade.id != 0 && trade.id != m_nextId)
                m_missing += std::abs(trade.id - m_nextId);
            m_nextId = trade.id + 1;
        }
        m_last = now - batch.trades.back().tick.time.ns;
        m_worst = std::max(m_worst, now - batch.trades.front().tick.time.ns);
        if (m_received == 0) {
            m_startCpu = read(CLOCK_THREAD_CPUTIME_ID);
            m_start = now;
            m_first = qint64(batch.trades.size());
        }
        m_cpu = read(CLOCK_THREAD_CPUTIME_ID) - m_startCpu;
        m_span = now - m_start;
        m_received += qint64(batch.trades.size());
    }
    void status(const sources::StreamStatus &status) override { m_failed = m_failed || status.error.has_value(); }
    void refused(qint64, qint64, const sources::StreamError &) override {}
    void resumed(qint64, std::optional<core::Time>) override {}
    void missed(qint64) override {} // the ids tell

    std::atomic<qint64> m_received = 0;
    std::atomic_bool m_failed = false;
    //! For others once everything was received.
    qint64 m_missing = 0;
    qint64 m_worst = 0;
    qint64 m_last = 0;
    qint64 m_cpu = 0;
    qint64 m_span = 1;
    qint64 m_first = 0;

private:
    qint64 m_nextId = kFirstId;
    qint64 m_startCpu = 0;
    qint64 m_start = 0;
};

int measure(const QString &exchange, qint64 rate, qint64 seconds)
{
    QProcess server;
    server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    server.start(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--serve"), exchange, QString::number(rate), QString::number(seconds)});
    if (!server.waitForStarted() || !server.waitForReadyRead())
        return 1;
    const int port = server.readLine().trimmed().toInt();
    Meter meter;
    {
        sources::StreamThread thread(meter);
        sources::StreamRequest request;
        request.sourceId = 1;
        request.provider = exchange;
        request.settings.base = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port));
        request.settings.key = "none";
        request.symbols = {{1, symbolAt(exchange)}};
        thread.start(request);
        const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(3 * seconds + 30);
        while (meter.m_received < rate * seconds && !meter.m_failed && std::chrono::steady_clock::now() < patience)
            std::this_thread::sleep_for(10ms);
    }
    server.closeWriteChannel();
    server.waitForFinished();
    const auto counted = double(std::max<qint64>(meter.m_received - meter.m_first, 1));
    const qint64 missing = std::max(meter.m_missing, rate * seconds - meter.m_received);
    std::printf("%s,%lld,%lld,%.0f,%.1f,%.2f,%lld,%.1f,%.1f\n", qPrintable(exchange), static_cast<long long>(rate),
                static_cast<long long>(meter.m_received), counted * 1e9 / double(meter.m_span),
                100.0 * double(meter.m_cpu) / double(meter.m_span), double(meter.m_cpu) / 1e3 / counted,
                static_cast<long long>(missing), double(meter.m_worst) / 1e6, double(meter.m_last) / 1e6);
    std::fflush(stdout);
    return 0;
}

//! The parsers alone.
void measureParsers(qint64 count)
{
    std::printf("exchange,messages,us_per_message\n");
    for (const sources::StreamProvider *provider : sources::streamProviders()) {
        const QString exchange = provider->code();
        const sources::StreamSymbols symbols({{1, symbolAt(exchange)}});
        const test::ServedTrade trade{
            symbolAt(exchange), kFirstId,     *core::parseIsoTime("2026-01-05T14:30:00.123457Z"),
            "42100.10",         "0.00027625", true};
        const std::string message = test::messagesOf(exchange, {trade}, false, kFirstId).constFirst().toStdString();
        sources::StreamMessage parsed;
        std::size_t trades = 0;
        const qint64 start = read(CLOCK_THREAD_CPUTIME_ID);
        for (qint64 i = 0; i < count; ++i) {
            provider->parse(message, symbols, parsed);
            trades += parsed.trades.size();
        }
        const qint64 spent = read(CLOCK_THREAD_CPUTIME_ID) - start;
        std::printf("%s,%zu,%.3f\n", qPrintable(exchange), trades, double(spent) / 1e3 / double(count));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString first = arguments.value(1, QStringLiteral("kraken"));
    if (first == QLatin1String("--serve"))
        return serve(arguments.value(2), arguments.value(3).toLongLong(), arguments.value(4).toLongLong());
    if (first == QLatin1String("--parse")) {
        measureParsers(arguments.value(2, QStringLiteral("1000000")).toLongLong());
        return 0;
    }
    const qint64 seconds = arguments.value(2, QStringLiteral("10")).toLongLong();
    QStringList rates = arguments.mid(3);
    if (rates.isEmpty())
        rates = {QStringLiteral("50000"), QStringLiteral("200000")};
    std::printf("exchange,rate,received,per_second,thread_percent,us_per_message,missing,worst_ms,last_ms\n");
    for (const QString &rate : rates) {
        if (measure(first, rate.toLongLong(), seconds) != 0)
            return 1;
    }
    return 0;
}
