// SPDX-License-Identifier: GPL-3.0-or-later
#include "FaultBench.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <array>

namespace tickmark::test {

using pipeline::FetchReport;
using store::text;

namespace {

//! The longest time in which the event loop of this thread did not come round.
class StallMeter
{
public:
    StallMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                         [this] { m_longest = std::max(m_longest, m_since.restart()); });
        m_since.start();
        m_timer.start(std::chrono::milliseconds(1));
    }
    [[nodiscard]] qint64 longestMs() const { return std::max(m_longest, m_since.elapsed()); }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

QString symbolFor(const QByteArray &provider)
{
    if (provider == "ecb")
        return text("EURUSD");
    return provider == "kraken" || provider == "coinbase" ? text("BTC-USD") : text("NVDA");
}

} // namespace

FaultBench::FaultBench() : m_bench({text("NVDA"), text("BTC-USD")})
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"})
        qunsetenv(name);
    core::Instrument euro = store::makeInstrument(text("EURUSD"));
    euro.kind = core::InstrumentKind::Fx;
    QFile authority(m_bench.path() + text(".pem"));
    const bool ready = m_bench.writer->addInstrument(euro).result() && authority.open(QIODevice::WriteOnly)
                       && authority.write(m_certificates.authority()) > 0;
    if (!ready)
        qFatal("the bench cannot be set up");
    sources::HttpClientOptions options;
    options.caFile = QFile::encodeName(authority.fileName());
    m_bench.http = std::make_unique<sources::HttpClient>(options);
}

std::optional<TestCertificates::Pair> FaultBench::pair(bool tls) const
{
    return tls ? std::optional(m_certificates.make(TestCertificates::Kind::Right)) : std::nullopt;
}

pipeline::FetchTask FaultBench::source(const QString &name, const QUrl &address, const QByteArray &provider)
{
    pipeline::FetchTask task;
    task.key = kBenchKey;
    task.setup.name = QString(name).remove(u','); // a source has none in its name
    task.setup.provider = QString::fromLatin1(provider);
    task.setup.address = address.toString();
    if (provider != "feed")
        task.setup.symbols = {symbolFor(provider)};
    if (provider == "gdelt") // searches for words
        task.setup.spellings.insert(text("NVDA"), text("\"Nvidia\""));
    task.setup.since = core::SessionDate::fromCivil(2025, 1, 20);
    task.setup.plainHttpAllowed = true;
    m_bench.save(task);
    return task;
}

BenchRun FaultBench::run(const pipeline::FetchTask &task, qint64 laterNs,
                         const std::optional<sources::HttpLimits> &limits)
{
    const std::array<pipeline::FetchTask, 1> tasks{task};
    pipeline::FetchOptions options;
    options.now = core::Time{kBenchNow.ns + laterNs};
    options.limits = limits;
    core::Result<std::vector<FetchReport>> reports;
    QEventLoop loop;
    StallMeter meter;
    const std::unique_ptr<QThread> job(QThread::create([&] {
        reports = pipeline::fetchSources(tasks, {*m_bench.http, *m_bench.reader, *m_bench.writer, m_bench.calendars},
                                         options);
    }));
    QObject::connect(job.get(), &QThread::finished, &loop, &QEventLoop::quit);
    job->start();
    loop.exec();
    job->wait();

    BenchRun result;
    result.stallMs = meter.longestMs();
    if (!reports) {
        result.code = text("store");
        result.error = reports.error();
        return result;
    }
    const FetchReport &report = reports->front();
    result.code = report.errorCode;
    result.error = report.error.value_or(core::Error{});
    for (const pipeline::FetchedItem &item : report.items) {
        result.inserted += item.totals.inserted;
        if (item.error) {
            result.code = item.errorCode;
            result.error = *item.error;
        }
    }
    return result;
}

qint64 FaultBench::rowsOf(const pipeline::FetchTask &task)
{
    const auto spans = m_bench.reader->seriesSpans();
    const auto imports = m_bench.reader->imports();
    if (!spans || !imports)
        return -1;
    qint64 rows = 0;
    for (const store::SeriesSpan &span : *spans) {
        if (span.series.source == task.setup.name)
            rows += qint64(m_bench.reader->dailyBars(span.series.id)->size());
    }
    for (const store::ImportRecord &import : *imports) {
        if (import.source == task.setup.name && import.kind != store::ImportKind::Bars)
            rows += import.totals.inserted;
    }
    return rows;
}

store::FetchState FaultBench::stateOf(const pipeline::FetchTask &task)
{
    const auto states = m_bench.reader->fetchStates(task.setup.sourceId);
    return states && states->size() == 1 ? states->front() : store::FetchState{};
}

} // namespace tickmark::test
