// SPDX-License-Identifier: GPL-3.0-or-later
#include "QualityScan.h"

#include <analysis/CloseComparison.h>
#include <analysis/LastCloses.h>
#include <analysis/SeriesQuality.h>

#include <algorithm>
#include <map>

namespace tickmark::pipeline {

using analysis::QualityFinding;
using core::Result;

namespace {

//! What one series says of the closes of its sessions.
struct SeriesCloses
{
    std::vector<analysis::SessionClose> closes;
    std::vector<core::Split> splits;
};

//! Walks over the stores' instruments one after the other.
class Scan
{
public:
    Scan(store::StoreReader &reader, const core::CalendarSet &calendars, std::stop_token stop)
        : m_reader(reader), m_calendars(calendars), m_stop(std::move(stop))
    {}

    Result<analysis::QualityReport> run();

private:
    Result<> scan(const core::Instrument &instrument);
    Result<SeriesCloses> scan(const core::Instrument &instrument, const core::Series &series,
                              const core::CalendarPtr &calendar, const std::vector<core::Split> &splits);
    void keep(std::vector<QualityFinding> findings);
    [[nodiscard]] Result<> markShown(qint64 instrumentId, std::size_t from);

    store::StoreReader &m_reader;
    const core::CalendarSet &m_calendars;
    std::stop_token m_stop;
    analysis::QualityReport m_report;
};

void Scan::keep(std::vector<QualityFinding> findings)
{
    std::ranges::move(findings, std::back_inserter(m_report.findings));
}

Result<SeriesCloses> Scan::scan(const core::Instrument &instrument, const core::Series &series,
                                const core::CalendarPtr &calendar, const std::vector<core::Split> &splits)
{
    analysis::SeriesQuality quality(instrument, series, calendar, splits);
    std::optional<analysis::LastCloses> last;
    if (!series.isDaily() && calendar)
        last.emplace(calendar, series.intervalNs);
    SeriesCloses result;
    const auto sink = [&](std::span<const core::Bar> bars) {
        for (const core::Bar &bar : bars) {
            quality.add(bar);
            if (series.isDaily())
                result.closes.push_back({bar.session, bar.close, bar.low, bar.high});
            else if (last)
                last->add(bar);
        }
        return !m_stop.stop_requested();
    };
    const Result<> read = series.isDaily() ? m_reader.streamDailyBars(series.id, {}, sink, m_stop)
                                           : m_reader.streamIntradayBars(series.id, store::kAllTimes, sink, m_stop);
    if (!read)
        return tl::unexpected(read.error());
    if (m_stop.stop_requested())
        return core::failure(core::ErrorCode::Cancelled, {});
    m_report.bars += quality.bars();
    keep(quality.finish());
    result.splits = quality.splitsShown();
    if (last)
        result.closes = last->take();
    return result;
}

Result<> Scan::scan(const core::Instrument &instrument)
{
    auto all = m_reader.seriesOf(instrument.id);
    if (!all)
        return tl::unexpected(all.error());
    const auto comparable = comparableSeries(m_reader, instrument.id);
    if (!comparable)
        return tl::unexpected(comparable.error());
    const auto splits = m_reader.splits(instrument.id);
    if (!splits)
        return tl::unexpected(splits.error());
    std::erase_if(*all, [](const core::Series &series) {
        return series.field != core::QuoteField::Bar || series.kind == core::SeriesKind::Simulated;
    });
    const auto calendar = m_calendars.calendar(instrument.mic);
    const qint64 before = m_report.bars;
    const std::size_t found = m_report.findings.size();
    std::map<qint64, SeriesCloses> closes;
    for (const core::Series &series : *all) {
        auto read = scan(instrument, series, calendar ? *calendar : nullptr, *splits);
        if (!read)
            return tl::unexpected(read.error());
        closes.emplace(series.id, *std::move(read));
    }
    m_report.instruments += m_report.bars > before;
    analysis::CloseComparison comparison(instrument);
    for (const core::Series &series : *comparable) {
        const SeriesCloses &own = closes[series.id];
        if (!own.closes.empty())
            keep(comparison.add(series, own.closes, own.splits));
    }
    return markShown(instrument.id, found);
}

//! Findings from that one on are of this instrument.
Result<> Scan::markShown(qint64 instrumentId, std::size_t from)
{
    if (from == m_report.findings.size())
        return {};
    const auto shown = m_reader.preferredSeries(instrumentId, store::SeriesUse::Daily);
    if (!shown)
        return tl::unexpected(shown.error());
    for (std::size_t i = from; *shown && i < m_report.findings.size(); ++i)
        m_report.findings[i].isShown = m_report.findings[i].series.id == (*shown)->id;
    return {};
}

Result<analysis::QualityReport> Scan::run()
{
    const auto instruments = m_reader.instruments();
    if (!instruments)
        return tl::unexpected(instruments.error());
    for (const core::Instrument &instrument : *instruments) {
        if (const Result<> scanned = scan(instrument); !scanned)
            return tl::unexpected(scanned.error());
    }
    std::ranges::stable_sort(m_report.findings, [](const QualityFinding &a, const QualityFinding &b) {
        return analysis::severityOf(a.kind) > analysis::severityOf(b.kind);
    });
    return std::move(m_report);
}

} // namespace

Result<analysis::QualityReport> scanQuality(store::StoreReader &reader, const core::CalendarSet &calendars,
                                            std::stop_token stop)
{
    return Scan(reader, calendars, std::move(stop)).run();
}

Result<std::vector<core::Series>> comparableSeries(store::StoreReader &reader, qint64 instrumentId)
{
    auto series = reader.seriesOf(instrumentId);
    const auto sources = reader.sources();
    const auto preferred = reader.preferredSeries(instrumentId, store::SeriesUse::Daily);
    if (!series)
        return series;
    if (!sources)
        return tl::unexpected(sources.error());
    if (!preferred)
        return tl::unexpected(preferred.error());
    std::erase_if(*series, [](const core::Series &one) {
        return one.field != core::QuoteField::Bar || one.kind != core::SeriesKind::Traded;
    });
    std::map<QString, int> priorities;
    for (const store::SourceInfo &source : *sources)
        priorities[source.name] = source.priority;
    const auto rank = [&](const core::Series &one) {
        const bool isPreferred = *preferred && (*preferred)->id == one.id;
        return std::tuple(!one.isDaily(), !isPreferred, -priorities[one.source], one.intervalNs, one.id);
    };
    std::ranges::sort(*series, {}, rank);
    return series;
}

} // namespace tickmark::pipeline
