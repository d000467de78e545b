// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartPlanner.h"

#include <QCoreApplication>

#include <algorithm>

namespace tickmark::charts {

namespace {

constexpr std::size_t kLongestSpotlightView = 30; // sessions; a base in a longer view marks no event

QString message(const char *source)
{
    return QCoreApplication::translate("Chart", source);
}

//! As dates are written on the command line.
QString iso(core::SessionDate date)
{
    return QString::fromStdString(date.iso());
}

core::Result<> fail(const QString &text)
{
    return core::failure(core::ErrorCode::InvalidInput, text);
}

} // namespace

ChartPlanner::ChartPlanner(const ChartSpec &spec, const ChartContent &content, const ChartPlan *previous)
    : m_content(content), m_previous(previous), m_plan(std::make_shared<ChartPlan>())
{
    m_plan->spec = spec;
    // A catalogue is read from a resource, and a scale is as long as the history.
    m_plan->texts = previous && previous->texts.language() == spec.language ? previous->texts
                                                                            : ChartTexts(spec.language);
    m_plan->theme = ChartTheme::named(spec.theme, spec.upDown);
    m_plan->timeScale = timeScale();
    m_plan->zone = content.zone;
    m_plan->notes = content.notes;
    m_plan->claims = content.claims;
}

core::Result<std::shared_ptr<const ChartPlan>> ChartPlanner::run()
{
    for (const auto step : {&ChartPlanner::checkSymbols, &ChartPlanner::findDays, &ChartPlanner::planPanes}) {
        if (auto done = (this->*step)(); !done)
            return tl::unexpected(done.error());
    }
    chooseSpotlight();
    collectHeadlines();
    return std::shared_ptr<const ChartPlan>(m_plan);
}

std::shared_ptr<const core::TimeScale> ChartPlanner::timeScale() const
{
    const bool calendar = m_plan->spec.time == TimeMode::Calendar || !m_content.timeScale.isTradingTime();
    if (m_previous && m_previous->timeScale->isTradingTime() != calendar
        && (calendar || std::ranges::equal(m_previous->timeScale->openRanges(), m_content.timeScale.openRanges())))
        return m_previous->timeScale;
    return std::make_shared<const core::TimeScale>(calendar ? core::TimeScale::calendarTime() : m_content.timeScale);
}

bool ChartPlanner::hasQuotes(const QString &symbol) const
{
    const auto found = m_content.curves.find(symbol);
    return found != m_content.curves.end() && found->second.bars
           && (!(isTolerant() || skipsEmpty()) || !found->second.bars->bars.empty());
}

core::Result<> ChartPlanner::checkSymbols()
{
    if (m_plan->spec.panes.empty())
        return fail(message(QT_TRANSLATE_NOOP("Chart", "The chart has no pane.")));
    for (const QString &symbol : symbolsOf(m_plan->spec.panes)) {
        const auto found = m_content.curves.find(symbol);
        if (!hasQuotes(symbol) && (isTolerant() || skipsEmpty()))
            continue;
        if (!hasQuotes(symbol))
            return tl::unexpected(noQuotes(symbol));
        m_calendars.push_back(found->second.bars->calendar);
        includeQuotes(*found->second.bars);
        if (found->second.dailyCloses)
            includeQuotes(*found->second.dailyCloses);
        if (found->second.ticks)
            includeTicks(*found->second.ticks);
        m_plan->intraday = m_plan->intraday || found->second.isIntraday();
    }
    return {};
}

core::Error ChartPlanner::noQuotes(const QString &symbol)
{
    return {
        core::ErrorCode::NotFound, message(QT_TRANSLATE_NOOP("Chart", "There are no quotes of %1.")).arg(symbol), {}};
}

void ChartPlanner::includeQuotes(const core::BarHistory &history)
{
    if (history.bars.empty())
        return;
    const std::pair own(sessionOf(history.bars.front(), history), sessionOf(history.bars.back(), history));
    m_plan->quotes = m_plan->quotes ? std::pair(std::min(m_plan->quotes->first, own.first),
                                                std::max(m_plan->quotes->second, own.second))
                                    : own;
}

void ChartPlanner::includeTicks(const TickCurve &curve)
{
    const std::pair own(curve.sessionOf(curve.snapshot->firstTime()), curve.sessionOf(curve.snapshot->lastTime()));
    m_plan->quotes = m_plan->quotes ? std::pair(std::min(m_plan->quotes->first, own.first),
                                                std::max(m_plan->quotes->second, own.second))
                                    : own;
}

core::Result<> ChartPlanner::findDays()
{
    const ChartSpec &spec = m_plan->spec;
    if (spec.to < spec.from)
        return fail(message(QT_TRANSLATE_NOOP("Chart", "The range ends on %1, before it begins on %2."))
                        .arg(iso(spec.to), iso(spec.from)));
    m_plan->calendars = shapingCalendars(m_calendars);
    if (spec.view) {
        findDaysInView();
        return {};
    }
    m_plan->days = axisDays(m_calendars, *m_plan->timeScale, m_plan->zone, spec.from, spec.to);
    if (m_plan->days.empty())
        return fail(message(QT_TRANSLATE_NOOP("Chart", "There is no trading day between %1 and %2."))
                        .arg(iso(spec.from), iso(spec.to)));
    if (!m_plan->timeScale->isTradingTime())
        extendDaysToQuotes();
    return {};
}

void ChartPlanner::findDaysInView()
{
    const core::TimeRange wanted = *m_plan->spec.view;
    AxisRange view{m_plan->timeScale->toAxis(wanted.begin), m_plan->timeScale->toAxis(wanted.end)};
    view.end = std::max(view.end, view.begin + 1);
    m_plan->exactView = view;
    m_plan->allDays = m_previous && m_previous->allDays && isSameAxis() ? m_previous->allDays : allDays();
    const std::vector<AxisDay> &all = *m_plan->allDays;
    const auto first = std::ranges::partition_point(all,
                                                    [&](const AxisDay &day) { return day.slot.end <= view.begin; });
    const auto last = std::partition_point(first, all.end(),
                                           [&](const AxisDay &day) { return day.slot.begin < view.end; });
    m_plan->days.assign(first, last);
}

bool ChartPlanner::isSameAxis() const
{
    const auto symbols = symbolsOf(m_plan->spec.panes);
    return m_previous->timeScale == m_plan->timeScale && m_previous->zone.id() == m_plan->zone.id()
           && symbolsOf(m_previous->spec.panes) == symbols
           && std::ranges::all_of(m_plan->calendars,
                                  [&](const core::CalendarPtr &calendar) {
                                      return std::ranges::find(m_previous->calendars, calendar)
                                             != m_previous->calendars.end();
                                  })
           && m_previous->intraday == m_plan->intraday && m_previous->quotes == m_plan->quotes;
}

std::shared_ptr<const std::vector<AxisDay>> ChartPlanner::allDays()
{
    if (!m_plan->quotes)
        return std::make_shared<const std::vector<AxisDay>>();
    constexpr int kMargin = 366; // days beyond the quotes that a view may reach
    m_plan->days = axisDays(m_calendars, *m_plan->timeScale, m_plan->zone, m_plan->quotes->first.plusDays(-kMargin),
                            m_plan->quotes->second.plusDays(kMargin));
    if (!m_plan->timeScale->isTradingTime())
        extendDaysToQuotes();
    return std::make_shared<const std::vector<AxisDay>>(std::move(m_plan->days));
}

void ChartPlanner::extendDaysToQuotes()
{
    for (const auto &[symbol, curve] : m_content.curves) {
        if (!curve.bars || !curve.isIntraday() || curve.bars->calendar->isRoundTheClock())
            continue;
        std::vector<AxisRange> quoted;
        for (const core::TimeRange &range : curve.ticks ? curve.ticks->extended : std::vector<core::TimeRange>())
            quoted.push_back({m_plan->timeScale->toAxis(range.begin), m_plan->timeScale->toAxis(range.end)});
        for (const core::Bar &bar : curve.ticks ? std::span<const core::Bar>() : std::span(curve.bars->bars))
            quoted.push_back(barSlot(bar, *curve.bars, *m_plan->timeScale));
        auto day = m_plan->days.begin();
        for (const AxisRange &slot : quoted) {
            while (day != m_plan->days.end() && day->slot.end <= slot.begin)
                ++day;
            if (day == m_plan->days.end())
                break;
            if (slot.begin < day->slot.begin || day->regular == day->slot)
                continue;
            day->extended.begin = std::min(day->extended.begin, slot.begin);
            day->extended.end = std::max(day->extended.end, std::min(slot.end, day->slot.end));
        }
    }
}

void ChartPlanner::chooseBase()
{
    if (m_plan->spec.base)
        m_plan->base = latestSession(*m_plan->spec.base).value_or(*m_plan->spec.base);
    else
        m_plan->base = defaultBase();
}

std::optional<core::SessionDate> ChartPlanner::latestSession(core::SessionDate date) const
{
    std::optional<core::SessionDate> latest;
    for (const core::CalendarPtr &calendar : m_plan->calendars) {
        const auto session = calendar->isSession(date) ? calendar->session(date) : calendar->sessionBefore(date);
        if (session && (!latest || session->date > *latest))
            latest = session->date;
    }
    return latest;
}

core::SessionDate ChartPlanner::defaultBase() const
{
    // A pinned base stays where it is while the view moves.
    if (m_plan->spec.view)
        return latestSession(m_plan->spec.from).value_or(m_plan->spec.from);
    const std::vector<const core::BarHistory *> rebased = rebasedCloses();
    const auto haveClose = [&](core::SessionDate date) {
        return std::ranges::all_of(
            rebased, [&](const core::BarHistory *closes) { return analysis::rebasePoint(*closes, date).has_value(); });
    };
    const std::vector<AxisDay> &days = m_plan->days;
    if (days.size() == 1) {
        const auto before = latestSession(days.front().date.plusDays(-1));
        if (before && haveClose(*before))
            return *before;
    }
    // A close on or before a day is on or before every later one too.
    const auto first = std::ranges::partition_point(days, [&](const AxisDay &day) { return !haveClose(day.date); });
    return first == days.end() ? days.back().date : first->date;
}

std::vector<const core::BarHistory *> ChartPlanner::rebasedCloses() const
{
    std::vector<const core::BarHistory *> closes;
    for (const PaneSpec &pane : m_plan->spec.panes) {
        if (pane.kind == PaneKind::Volume || !isRebased(scaleOf(pane)))
            continue;
        for (const QString &symbol : pane.symbols) {
            if (hasQuotes(symbol))
                closes.push_back(&closesOf(m_content.curves.at(symbol)));
        }
    }
    return closes;
}

const core::BarHistory &ChartPlanner::closesOf(const CurveData &data)
{
    return data.dailyCloses ? *data.dailyCloses : *data.bars;
}

void ChartPlanner::chooseSpotlight()
{
    if (m_plan->spec.view)
        return;
    m_plan->spotlight = m_plan->spec.spotlight;
    if (m_plan->spotlight || !m_plan->spec.base || !m_plan->base || m_plan->days.size() > kLongestSpotlightView)
        return;
    const auto base = std::ranges::find(m_plan->days, *m_plan->base, &AxisDay::date);
    if (base == m_plan->days.end())
        return;
    // In calendar time the next day may be a weekend: the next session is meant.
    const auto next = m_plan->calendars.empty() ? std::nullopt : m_plan->calendars.front()->sessionAfter(base->date);
    if (next && next->date <= m_plan->days.back().date && m_plan->quotes && next->date <= m_plan->quotes->second)
        m_plan->spotlight = next->date;
}

void ChartPlanner::collectHeadlines()
{
    if (!m_plan->spec.markers)
        return;
    const auto midnight = [&](core::SessionDate date) {
        return m_plan->zone.fromLocalNs(qint64(date.days()) * core::kNsPerDay);
    };
    core::Time begin = m_plan->timeScale->toTime(m_plan->view().begin);
    core::Time end = m_plan->timeScale->toTime(m_plan->view().end - 1);
    if (!m_plan->spec.view) {
        begin = std::min(midnight(m_plan->spec.from), begin);
        end = std::max(midnight(m_plan->spec.to.plusDays(1)), end);
    }
    std::ranges::copy_if(m_content.news, std::back_inserter(m_plan->headlines),
                         [&](const core::NewsItem &item) { return begin <= item.published && item.published < end; });
    std::ranges::stable_sort(m_plan->headlines, {}, &core::NewsItem::published);
}

} // namespace tickmark::charts
