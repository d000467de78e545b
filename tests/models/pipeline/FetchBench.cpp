// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchBench.h"

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

} // namespace

core::Result<> FetchBench::open()
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"})
        qunsetenv(name);
    QFile authority(m_folder.path() + text("/authority.pem"));
    if (!authority.open(QIODevice::WriteOnly) || authority.write(m_certificates.authority()) < 0)
        return core::failure(core::ErrorCode::Io, authority.errorString());
    sources::HttpClientOptions options;
    options.caFile = QFile::encodeName(authority.fileName());
    m_client = std::make_unique<sources::HttpClient>(options);

    if (const auto made = store::makeStore(m_folder.store()); !made)
        return made;
    auto writer = store::StoreWriter::open(m_folder.store());
    if (!writer)
        return tl::unexpected(writer.error());
    m_writer = std::move(*writer);
    core::Instrument euro = store::makeInstrument(text("EURUSD"));
    euro.kind = core::InstrumentKind::Fx;
    if (const auto added = m_writer->addInstrument(euro).result(); !added)
        return tl::unexpected(added.error());
    auto reader = store::StoreReader::open(m_folder.store());
    if (!reader)
        return tl::unexpected(reader.error());
    m_reader = std::move(*reader);
    return {};
}

std::optional<TestCertificates::Pair> FetchBench::pair(bool tls) const
{
    return tls ? std::optional(m_certificates.make(TestCertificates::Kind::Right)) : std::nullopt;
}

store::SourceSetup FetchBench::source(const QString &name, const QUrl &address, const QByteArray &provider)
{
    store::SourceSetup setup;
    setup.name = name;
    setup.provider = QString::fromLatin1(provider);
    setup.address = address.toString();
    setup.symbols = {provider == "ecb" ? text("EURUSD") : text("NVDA")};
    setup.since = core::SessionDate::fromCivil(2025, 1, 20);
    setup.plainHttpAllowed = true;
    const auto id = m_writer->saveSource(setup).result();
    if (!id)
        qFatal("%s", qPrintable(id.error().message));
    setup.sourceId = *id;
    return setup;
}

BenchRun FetchBench::run(const store::SourceSetup &setup, qint64 laterNs,
                         const std::optional<sources::HttpLimits> &limits)
{
    const std::array<pipeline::FetchTask, 1> tasks{{{setup, kBenchKey}}};
    pipeline::FetchOptions options;
    options.now = core::Time{kBenchNow.ns + laterNs};
    options.limits = limits;
    core::Result<std::vector<FetchReport>> reports;
    QEventLoop loop;
    StallMeter meter;
    const std::unique_ptr<QThread> job(QThread::create([&] {
        reports = pipeline::fetchSources(tasks, {*m_client, *m_reader, *m_writer, m_calendars}, options);
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

qint64 FetchBench::rowsOf(const store::SourceSetup &setup)
{
    const auto spans = m_reader->seriesSpans();
    const auto imports = m_reader->imports();
    if (!spans || !imports)
        return -1;
    qint64 rows = 0;
    for (const store::SeriesSpan &span : *spans) {
        if (span.series.source == setup.name)
            rows += qint64(m_reader->dailyBars(span.series.id)->size());
    }
    for (const store::ImportRecord &import : *imports) {
        if (import.source == setup.name && import.kind == store::ImportKind::News)
            rows += import.totals.inserted;
    }
    return rows;
}

store::FetchState FetchBench::stateOf(const store::SourceSetup &setup)
{
    const auto states = m_reader->fetchStates(setup.sourceId);
    return states && states->size() == 1 ? states->front() : store::FetchState{};
}

} // namespace tickmark::test
