// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportReader.h"
#include <analysis/Rebase.h>
#include <charts/ChartLoader.h>
#include <charts/TextLanguage.h>
#include <core/Formats.h>
#include <core/ShownPrice.h>
#include <pipeline/BarHistories.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <functional>

namespace tickmark::report {

using core::InstrumentKind;

namespace {

constexpr qint32 kDaysBefore = 400;    // to the nearest earlier close, as charts look back
constexpr std::size_t kMostCurves = 5; // of a chart: beyond, their labels crowd each other
constexpr std::size_t kMostCharts = 10;
constexpr int kStocks = 1;

//! Instruments that are drawn together.
int groupOf(InstrumentKind kind)
{
    switch (kind) {
    case InstrumentKind::Index:
        return 0;
    case InstrumentKind::Stock:
    case InstrumentKind::Etf:
        return kStocks;
    case InstrumentKind::Fx:
        return 2;
    case InstrumentKind::Crypto:
    case InstrumentKind::Commodity:
        break;
    }
    return 3;
}

int sessionsBetween(const core::SessionCalendar &calendar, core::SessionDate first, core::SessionDate last)
{
    int count = 0;
    for (auto next = calendar.sessionAfter(first); next && next->date < last; next = calendar.sessionAfter(next->date))
        ++count;
    return count;
}

//! The larger move stays.
template <typename Move>
bool isWider(double percent, const std::optional<Move> &than, double Move::*of)
{
    return !than || std::abs(percent) > std::abs((*than).*of);
}

//! One number for all bars in the range; nothing when none of them is there.
std::optional<InstrumentSummary> summarise(const core::BarHistory &history, const ReportWish &wish)
{
    InstrumentSummary summary;
    summary.instrument = history.instrument;
    summary.ownDecimals = history.ownDecimals();
    const auto price = [&](qint64 units) { return core::Price{units, history.series.priceDecimals}; };
    const core::Bar *high = nullptr;
    const core::Bar *low = nullptr;
    const core::Bar *before = nullptr;
    double volumes = 0;
    int withVolume = 0;
    for (const core::Bar &bar : history.bars) {
        if (bar.session < wish.from || wish.to < bar.session) {
            before = &bar;
            continue;
        }
        ++summary.sessions;
        high = !high || bar.high > high->high ? &bar : high;
        low = !low || bar.low < low->low ? &bar : low;
        summary.close = {bar.session, price(bar.close)};
        if (before && before->close > 0) {
            const double move = analysis::percentSince(price(before->close), price(bar.close));
            const int missing = sessionsBetween(*history.calendar, before->session, bar.session);
            // A move over a hole is none of one session.
            if (missing == 0 && isWider(move, summary.widest, &std::pair<core::SessionDate, double>::second))
                summary.widest = {bar.session, move};
            if (missing > 0 && isWider(move, summary.gap, &GapMove::percent))
                summary.gap = GapMove{before->session, bar.session, missing, move};
        }
        if (bar.volume && *bar.volume > 0) {
            volumes += core::toDouble({*bar.volume, history.series.sizeDecimals});
            ++withVolume;
        }
        before = &bar;
    }
    if (!high)
        return std::nullopt;
    if (summary.gap && !isWider(summary.gap->percent, summary.widest, &std::pair<core::SessionDate, double>::second))
        summary.gap.reset();
    summary.high = {high->session, price(high->high)};
    summary.low = {low->session, price(low->low)};
    if (withVolume > 0)
        summary.volume = volumes / withVolume;
    if (const auto base = analysis::rebasePoint(history, wish.base.value_or(wish.from))) {
        summary.base = {base->session, base->close};
        summary.change = analysis::percentSince(base->close, summary.close.price);
    }
    summary.series = history.series;
    summary.zone = history.calendar->zone().id();
    summary.origins = history.origins;
    return summary;
}

} // namespace

core::Result<> ReportReader::readInstruments()
{
    auto all = m_reader.instruments();
    if (!all)
        return tl::unexpected(all.error());
    m_all = std::move(*all);
    if (auto chosen = chooseBase(); !chosen)
        return chosen;
    if (m_content.wish.symbols.isEmpty()) {
        for (const core::Instrument &instrument : m_all) {
            if (auto read = readInstrument(instrument); !read)
                return read;
        }
    }
    for (const QString &symbol : m_content.wish.symbols) {
        const auto instrument = m_reader.instrument(symbol);
        if (!instrument)
            return tl::unexpected(instrument.error());
        if (m_wanted.contains(instrument->id))
            continue;
        m_wanted.insert(instrument->id);
        if (auto read = readInstrument(*instrument); !read)
            return read;
    }
    if (m_content.instruments.empty()) {
        // Errors are told in the program's language.
        const core::Formats formats(QLocale().name().left(2));
        const QString from = formats.date(m_content.wish.from);
        const QString to = formats.date(m_content.wish.to);
        const QStringList &symbols = m_content.wish.symbols;
        return core::failure(
            core::ErrorCode::NotFound,
            symbols.isEmpty()
                ? QCoreApplication::translate("Report", "The store has no daily quotes from %1 to %2.").arg(from, to)
                : QCoreApplication::translate("Report", "The store has no daily quotes of %1 from %2 to %3.")
                      .arg(symbols.join(QStringLiteral(", ")), from, to));
    }
    sortInstruments();
    return chooseZone();
}

//! Indices first, then by name; as the user named them.
void ReportReader::sortInstruments()
{
    const ReportWish &wish = m_content.wish;
    if (!wish.symbols.isEmpty())
        return;
    std::ranges::stable_sort(m_content.instruments, [&](const InstrumentSummary &a, const InstrumentSummary &b) {
        const int ofA = groupOf(a.instrument.kind);
        const int ofB = groupOf(b.instrument.kind);
        return ofA != ofB ? ofA < ofB
                          : a.instrument.displayName(wish.language)
                                    .compare(b.instrument.displayName(wish.language), Qt::CaseInsensitive)
                                < 0;
    });
}

//! The clock of most of the instruments, of the first of them where two have as many.
core::Result<> ReportReader::chooseZone()
{
    std::map<QByteArray, int> counts;
    for (const InstrumentSummary &one : m_content.instruments)
        ++counts[one.zone];
    const auto most = std::ranges::max_element(m_content.instruments, {},
                                               [&](const InstrumentSummary &one) { return counts[one.zone]; });
    auto zone = core::ZoneRules::load(most->zone);
    if (!zone)
        return tl::unexpected(zone.error());
    m_content.zone = std::move(*zone);
    return {};
}

//! One session alone counts from the close before it, as its chart does.
core::Result<> ReportReader::chooseBase()
{
    ReportWish &wish = m_content.wish;
    if (wish.base || wish.from != wish.to || m_all.empty())
        return {};
    const auto first = wish.symbols.isEmpty() ? core::Result<core::Instrument>(m_all.front())
                                              : m_reader.instrument(wish.symbols.constFirst());
    if (!first)
        return tl::unexpected(first.error());
    const auto calendar = m_calendars.calendar(first->mic);
    if (!calendar)
        return tl::unexpected(calendar.error());
    if (const auto before = (*calendar)->sessionBefore(wish.from))
        wish.base = before->date;
    return {};
}

core::Result<> ReportReader::readInstrument(const core::Instrument &instrument)
{
    if (m_stop.stop_requested())
        return core::failure(core::ErrorCode::Cancelled, {});
    const ReportWish &wish = m_content.wish;
    const core::SessionDate first = std::min(wish.from, wish.base.value_or(wish.from)).plusDays(-kDaysBefore);
    const core::SessionDate last = std::max(wish.to, wish.base.value_or(wish.to));
    const auto history = pipeline::loadDailyHistory(m_reader, m_calendars, instrument, {first, last}, m_stop);
    if (!history && history.error().code != core::ErrorCode::NotFound)
        return tl::unexpected(history.error());
    const auto summary = history ? summarise(*history, wish) : std::nullopt;
    if (summary)
        m_content.instruments.push_back(*summary);
    else if (!wish.symbols.isEmpty())
        m_content.withoutQuotes.append(instrument.symbol);
    return {};
}

std::vector<QStringList> ReportReader::drawnTogether() const
{
    // Stocks of one clock are compared with each other: elsewhere their holidays would be holes.
    std::map<QByteArray, qint64> offsets;
    const auto offsetOf = [&](const QByteArray &id) {
        const auto known = offsets.find(id);
        if (known != offsets.end())
            return known->second;
        const auto zone = core::ZoneRules::load(id);
        return offsets[id] = zone ? zone->offsetAt(m_content.wish.to.utcMidnight()) : 0;
    };
    const auto groupOfOne = [&](const InstrumentSummary &one) {
        const int group = groupOf(one.instrument.kind);
        return std::pair(group, group == kStocks ? offsetOf(one.zone) : qint64(0));
    };
    std::map<std::pair<int, qint64>, std::vector<const InstrumentSummary *>> groups;
    for (const InstrumentSummary &one : m_content.instruments)
        groups[groupOfOne(one)].push_back(&one);
    std::vector<std::vector<const InstrumentSummary *>> order;
    for (auto &[key, members] : groups)
        order.push_back(std::move(members));
    // Of one kind the largest market first.
    std::ranges::stable_sort(order, [](const auto &a, const auto &b) {
        const int ofA = groupOf(a.front()->instrument.kind);
        const int ofB = groupOf(b.front()->instrument.kind);
        return ofA != ofB ? ofA < ofB : a.size() > b.size();
    });
    const auto spoken = [this](const InstrumentSummary *one) {
        const auto found = m_spokenOf.find(one->instrument.symbol);
        return found == m_spokenOf.end() ? 0 : found->second;
    };
    std::vector<QStringList> result;
    for (auto &members : order) {
        // As the user named them; else those first that the news speak of most.
        if (m_content.wish.symbols.isEmpty())
            std::ranges::stable_sort(members, std::greater<>(), spoken);
        const std::size_t charts = (members.size() + kMostCurves - 1) / kMostCurves;
        for (std::size_t chart = 0, next = 0; chart < charts; ++chart) {
            const std::size_t end = members.size() * (chart + 1) / charts;
            result.emplace_back();
            for (; next < end; ++next)
                result.back().append(members[next]->instrument.symbol);
        }
    }
    return result;
}

std::vector<std::vector<charts::PaneSpec>> ReportReader::usualCharts()
{
    std::vector<std::vector<charts::PaneSpec>> result;
    m_content.notDrawn.clear(); // the same for every section without panes
    for (const QStringList &symbols : drawnTogether()) {
        if (result.size() == kMostCharts) {
            m_content.notDrawn.append(symbols);
            continue;
        }
        charts::PaneSpec pane;
        pane.symbols = symbols;
        result.push_back({pane});
    }
    return result;
}

core::Result<> ReportReader::readCharts()
{
    const std::vector<Section> &sections = m_content.wish.sections.sections;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (sections[i].kind != SectionKind::Chart)
            continue;
        if (!sections[i].panes.empty()) {
            if (auto read = readChart(i, sections[i].panes); !read)
                return read;
            continue;
        }
        for (std::vector<charts::PaneSpec> &panes : usualCharts()) {
            if (auto read = readChart(i, std::move(panes)); !read)
                return read;
        }
    }
    return {};
}

core::Result<> ReportReader::readChart(std::size_t section, std::vector<charts::PaneSpec> panes)
{
    const ReportWish &wish = m_content.wish;
    const Section &asked = wish.sections.sections[section];
    charts::ChartWish chart;
    chart.from = wish.from;
    chart.to = wish.to;
    chart.spec.panes = std::move(panes);
    chart.spec.curve = asked.curve;
    chart.spec.scale = asked.scale;
    // Several curves are compared from a common base; one alone is shown in its own prices.
    const bool isSingle = std::ranges::all_of(chart.spec.panes,
                                              [](const charts::PaneSpec &pane) { return pane.symbols.size() == 1; });
    if (!asked.scale && !isSingle && asked.curve != charts::CurveType::Candles)
        chart.spec.scale = charts::ValueScale::Rebased;
    chart.spec.base = wish.base;
    chart.spec.tolerant = true;
    chart.spec.language = wish.language;
    const charts::TextLanguage language{charts::Translator(wish.language)}; // of the notes below it
    auto values = charts::loadChart(m_reader, m_calendars, chart, m_stop);
    if (!values)
        return tl::unexpected(values.error());
    std::vector<core::NewsItem> news; // as the report lists them, and no others
    for (const ReportHeadline &headline : m_content.headlines) {
        news.push_back(headline.item);
        news.back().excerpt.clear();
    }
    values->spec.markers = asked.markers;
    values->content.news = std::move(news);
    m_content.charts.push_back({section, std::move(values->spec), std::move(values->content)});
    return {};
}

} // namespace tickmark::report
