// SPDX-License-Identifier: GPL-3.0-or-later
#include "StackView.h"

#include "ChartFonts.h"
#include "ChartPlan.h"

#include <algorithm>

namespace tickmark::charts {

namespace {

constexpr QSize kLeastSize(200, 120);
constexpr QSize kUsualSize(900, 700);

} // namespace

StackView::StackView(QWidget *parent) : QWidget(parent)
{
    loadChartFonts();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAcceptDrops(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_clock.start();
    m_teller.setSingleShot(true);
    m_teller.setInterval(0);
    connect(&m_teller, &QTimer::timeout, this, &StackView::tellNow);
}

StackView::~StackView() = default;

QSize StackView::minimumSizeHint() const
{
    return kLeastSize;
}

QSize StackView::sizeHint() const
{
    return kUsualSize;
}

void StackView::setChart(ChartSpec spec, ChartContent content)
{
    const bool otherPanes = m_spec.panes.size() != spec.panes.size();
    m_spec = std::move(spec);
    m_spec.tolerant = true;
    const ChartContent former = std::exchange(m_content, std::move(content));
    keepTickPages(m_content, former);
    m_hasChart = true;
    m_message.clear();
    m_limits.reset();
    m_gutters = {};
    if (otherPanes) {
        m_weights.clear();
        for (const PaneSpec &pane : m_spec.panes)
            m_weights.push_back(pane.kind == PaneKind::Volume ? 1 : 2);
        m_active = std::clamp(m_active, 0, std::max(0, int(m_weights.size()) - 1));
    }
    changed();
    if (!m_range)
        showFirstRange();
    else if (m_follow && limits())
        moveTo(atEnd(axisView(), *limits()), ViewHistory::Step::Run);
    // Bars may be others under the same crosshair.
    if (m_stop && ensurePlan())
        m_stop = stopBy(*m_plan, m_stop->time);
    if (m_measured && ensurePlan()) {
        const auto from = stopBy(*m_plan, m_measured->first.time);
        const auto to = stopBy(*m_plan, m_measured->second.time);
        m_measured = from && to ? std::optional(std::pair(*from, *to)) : std::nullopt;
    }
    setAccessibleName(ChartTexts(m_spec.language).chartName());
    tell(kReadings);
}

void StackView::setMessage(const QString &sentence)
{
    m_message = sentence;
    changed();
    tell(kLayout | kReadings);
}

const ChartSpec &StackView::spec() const
{
    return m_spec;
}

//! The sessions that the spec asks for, or all that there is.
void StackView::showFirstRange()
{
    if (!limits())
        return;
    if (m_spec.view) {
        showRange(*m_spec.view);
        return;
    }
    fit();
    if (m_spec.from <= m_spec.to)
        setSessions(m_spec.from, m_spec.to);
    // What was shown first is where going back ends.
    m_history = {};
    m_history.visit(*m_range, ViewHistory::Step::Jump, m_clock.elapsed());
    Q_EMIT historyChanged();
}

core::TimeRange StackView::viewRange() const
{
    return m_range.value_or(core::TimeRange{});
}

AxisRange StackView::axisView() const
{
    if (!m_plan || !m_range)
        return {};
    return {m_plan->timeScale->toAxis(m_range->begin), m_plan->timeScale->toAxis(m_range->end)};
}

void StackView::moveTo(AxisRange view, ViewHistory::Step step)
{
    if (!m_plan || view.isEmpty())
        return;
    const core::TimeRange range{m_plan->timeScale->toTime(view.begin), m_plan->timeScale->toTime(view.end)};
    const bool back = canGoBack();
    const bool forward = canGoForward();
    showRange(range);
    m_history.visit(range, step, m_clock.elapsed());
    if (back != canGoBack() || forward != canGoForward())
        Q_EMIT historyChanged();
}

void StackView::showRange(core::TimeRange range)
{
    if (m_range == range)
        return;
    m_range = range;
    changed();
    tell(kView | kReadings);
}

void StackView::setViewRange(core::TimeRange range)
{
    if (range.isEmpty())
        return;
    if (!ensurePlan()) {
        m_range = range;
        return;
    }
    moveTo({m_plan->timeScale->toAxis(range.begin), m_plan->timeScale->toAxis(range.end)}, ViewHistory::Step::Jump);
}

void StackView::setSessions(core::SessionDate first, core::SessionDate last)
{
    if (!ensurePlan() || !m_plan->allDays)
        return;
    const std::vector<AxisDay> &days = *m_plan->allDays;
    const auto begin = std::ranges::lower_bound(days, first, {}, &AxisDay::date);
    const auto end = std::ranges::upper_bound(days, last, {}, &AxisDay::date);
    if (begin < end)
        moveTo({begin->slot.begin, std::prev(end)->slot.end}, ViewHistory::Step::Jump);
}

void StackView::fit()
{
    if (!limits())
        return;
    if (!m_range)
        m_range = core::TimeRange{core::Time{0}, core::Time{1}};
    if (ensurePlan())
        moveTo(limits()->data, ViewHistory::Step::Jump);
}

void StackView::zoom(double factor, std::optional<core::Time> around)
{
    if (!ensurePlan() || !limits() || factor <= 0)
        return;
    const AxisRange view = axisView();
    const qint64 middle = around ? m_plan->timeScale->toAxis(*around) : view.begin + (view.end - view.begin) / 2;
    zoomAround(factor, middle);
}

void StackView::zoomAround(double factor, qint64 axis)
{
    const AxisRange view = axisView();
    AxisRange next = zoomed(view, factor, axis, *limits());
    if (m_follow) {
        next = atEnd(next, *limits());
    } else if (const auto session = sessionToEnter(axis); session && factor > 1) {
        // Nearer than a session there are only its intraday bars: it fills the view, and no other one is cut.
        const auto width = [](AxisRange range) { return range.end - range.begin; };
        if (width(next) <= width(*session) && width(*session) <= width(view))
            next = *session;
    }
    moveTo(next, ViewHistory::Step::Run);
}

std::optional<AxisRange> StackView::sessionToEnter(qint64 axis) const
{
    if (!m_content.hasIntraday || m_plan->intraday)
        return std::nullopt;
    const auto stop = stopAt(*m_plan, axis);
    return stop ? slotOf(*m_plan, stop->session) : std::nullopt;
}

void StackView::panBy(double parts)
{
    if (!ensurePlan() || !limits())
        return;
    const AxisRange view = axisView();
    const AxisRange next = panned(view, qint64(parts * double(view.end - view.begin)), *limits());
    if (next != view)
        setFollow(false);
    moveTo(next, ViewHistory::Step::Run);
}

bool StackView::canGoBack() const
{
    return m_history.canGoBack();
}

bool StackView::canGoForward() const
{
    return m_history.canGoForward();
}

void StackView::goBack()
{
    if (const auto range = m_history.back()) {
        setFollow(false);
        showRange(*range);
        Q_EMIT historyChanged();
    }
}

void StackView::goForward()
{
    if (const auto range = m_history.forward()) {
        setFollow(false);
        showRange(*range);
        Q_EMIT historyChanged();
    }
}

void StackView::setFollow(bool follow)
{
    if (m_follow == follow)
        return;
    m_follow = follow;
    if (follow && ensurePlan() && limits())
        moveTo(atEnd(axisView(), *limits()), ViewHistory::Step::Jump);
    Q_EMIT followChanged(follow);
}

bool StackView::follows() const
{
    return m_follow;
}

void StackView::setCrosshair(std::optional<core::Time> time)
{
    m_pointer.reset();
    m_stopStays = time.has_value();
    setStop(time && ensurePlan() ? stopBy(*m_plan, *time) : std::nullopt, false);
}

std::optional<core::Time> StackView::crosshair() const
{
    return m_stop ? std::optional(m_stop->time) : std::nullopt;
}

void StackView::setStop(std::optional<CrosshairStop> stop, bool byUser)
{
    if (m_stop == stop)
        return;
    m_stop = stop;
    update();
    tell(byUser ? kCrosshair | kReadings : kReadings);
}

void StackView::stepCrosshair(int bars)
{
    if (!ensurePlan())
        return;
    const AxisRange view = axisView();
    const bool visible = m_stop && view.begin <= m_stop->line && m_stop->line < view.end;
    const auto stop = visible ? std::optional(stepped(*m_plan, *m_stop, bars)) : lastStop(*m_plan);
    if (!stop)
        return;
    m_pointer.reset();
    m_stopStays = true;
    setStop(stop, true);
    // The crosshair takes the view along.
    if (limits() && (stop->line < view.begin || stop->line >= view.end)) {
        const qint64 by = stop->line < view.begin ? stop->line - view.begin - limits()->bar / 2
                                                  : stop->line - view.end + limits()->bar / 2 + 1;
        moveTo(panned(view, by, *limits()), ViewHistory::Step::Run);
    }
}

void StackView::setMeasured(std::optional<core::TimeRange> range)
{
    m_measured.reset();
    m_measurement.reset();
    if (range && ensurePlan()) {
        const auto from = stopBy(*m_plan, range->begin);
        const auto to = stopBy(*m_plan, range->end);
        if (from && to)
            m_measured = std::pair(*from, *to);
    }
    update();
    tell(kReadings);
}

std::optional<core::TimeRange> StackView::measured() const
{
    if (!m_measured)
        return std::nullopt;
    return core::TimeRange{std::min(m_measured->first.time, m_measured->second.time),
                           std::max(m_measured->first.time, m_measured->second.time)};
}

void StackView::measureTo(const CrosshairStop &stop)
{
    if (!m_measured || m_measured->second == stop)
        return;
    m_measured->second = stop;
    m_measurement.reset();
    update();
    tell(kReadings);
}

void StackView::clearMeasured()
{
    setMeasured(std::nullopt);
}

void StackView::setSelectedHeadlines(const std::vector<qint64> &ids)
{
    if (m_selected == ids)
        return;
    m_selected = ids;
    m_stackIsOld = m_pictureIsOld = true;
    update();
}

void StackView::setClaimedLevel(std::optional<ClaimedLevel> level)
{
    if (m_claimed == level)
        return;
    m_claimed = std::move(level);
    m_stackIsOld = m_pictureIsOld = true;
    m_measurement.reset();
    update();
}

void StackView::setHeadlineNotes(HeadlineNotes notes)
{
    m_headlineNotes = std::move(notes);
}

const std::vector<double> &StackView::paneWeights() const
{
    return m_weights;
}

void StackView::setPaneWeights(std::vector<double> weights)
{
    const bool usable = weights.size() == m_spec.panes.size()
                        && std::ranges::all_of(weights, [](double weight) { return weight > 0; });
    if (!usable || weights == m_weights)
        return;
    m_weights = std::move(weights);
    m_stackIsOld = m_pictureIsOld = true;
    update();
    tell(kLayout);
}

std::vector<QRect> StackView::headAreas() const
{
    std::vector<QRect> areas;
    if (!ensureStack())
        return areas;
    for (const StackLayout::Pane &pane : m_stack->layout().panes)
        areas.push_back(pane.head.toAlignedRect());
    return areas;
}

std::vector<PaneReading> StackView::readings() const
{
    if (!ensureStack())
        return {};
    if (const auto range = measurement())
        return readingsOf(m_stack->panes(), *range);
    // Without a crosshair the values are those at the right edge.
    auto stop = m_stop ? m_stop : lastStop(*m_plan);
    if (stop)
        stop->nsPerColumn = m_stack->x().nsPerColumn();
    return stop ? readingsAt(m_stack->panes(), *stop) : emptyReadings(m_stack->panes());
}

std::optional<Measurement> StackView::measurement() const
{
    if (m_measured && !m_measurement && ensurePlan())
        m_measurement = measure(*m_plan, m_measured->first, m_measured->second);
    return m_measurement;
}

int StackView::activePane() const
{
    return m_active;
}

void StackView::setActivePane(int pane)
{
    const int last = int(m_spec.panes.size()) - 1;
    const int wanted = std::clamp(pane, 0, std::max(0, last));
    if (wanted == m_active)
        return;
    m_active = wanted;
    update();
    Q_EMIT paneActivated(m_active);
}

} // namespace tickmark::charts
