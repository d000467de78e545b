// SPDX-License-Identifier: GPL-3.0-or-later
#include "StackBuilder.h"

#include "ChartFonts.h"
#include "DrawnItem.h"
#include "MarkerRows.h"
#include "Markers.h"
#include "TimeAxisPainter.h"

#include <QCoreApplication>
#include <QGraphicsScene>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tickmark::charts {

namespace {

constexpr double kPriceRoom = 0.09;  // free above and below the curves, part of the height
constexpr double kVolumeRoom = 0.07; // above the highest bar
constexpr double kTickGapInTexts = 3.5;
constexpr double kVolumeTickGapInTexts = 2.6; // volume panes are low
constexpr double kLeastPlotWidth = 120;

//! Nothing trades in fractions of a share, so no tick stands at one.
bool isWholeShares(const PlannedPane &pane)
{
    return pane.kind == PaneKind::Volume && pane.volumeUnit == 1
           && std::ranges::all_of(pane.curves,
                                  [](const PlannedCurve &curve) { return curve.series.sizeDecimals == 0; });
}

} // namespace

StackBuilder::StackBuilder(std::shared_ptr<const ChartPlan> plan, const ChartStack::Geometry &geometry)
    : m_plan(std::move(plan)), m_geometry(geometry), m_grid(geometry.deviceScale)
{}

core::Result<std::unique_ptr<ChartStack>> StackBuilder::build()
{
    const ChartMetrics &metrics = m_geometry.metrics;
    const double least = leastStackHeight(*m_plan, metrics);
    // Plot heights do not depend on the gutters, but the gutters depend on the ticks, which need the heights.
    const StackGutters narrow{std::max(metrics.leftGutter, m_geometry.leastGutters.left),
                              std::max(metrics.rightGutter, m_geometry.leastGutters.right)};
    layOut(narrow);
    const bool wideEnough = m_geometry.size.width() >= narrow.left + narrow.right + kLeastPlotWidth;
    StackGutters gutters = wideEnough && m_geometry.size.height() >= least - 1 ? measureGutters(narrow) : narrow;
    if (m_geometry.size.height() < least - 1
        || m_geometry.size.width() < gutters.left + gutters.right + kLeastPlotWidth)
        return core::failure(core::ErrorCode::InvalidInput,
                             QCoreApplication::translate("Chart", "The chart is too small for its panes: it needs at "
                                                                  "least %1 x %2 pixels for them.")
                                 .arg(int(gutters.left + gutters.right + kLeastPlotWidth) + 1)
                                 .arg(int(least) + 1));
    // On a screen the gutters mostly stay what they were, and all is in its place already.
    if (gutters.left > narrow.left || gutters.right > narrow.right) {
        layOut(gutters);
        fillPanes();
    }
    gutters = makeRoomForMarkers(narrow, gutters);
    placeTime();
    m_baseX = baseX();

    m_stack.reset(new ChartStack(m_plan));
    m_stack->m_layout = m_layout;
    m_stack->m_gutters = gutters;
    m_stack->m_baseX = m_baseX;
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        m_stack->m_plots.push_back(m_layout.panes[i].plot);
        m_stack->m_panes.push_back(m_panes[i].context);
        if (!m_layout.panes[i].lane.isEmpty())
            m_stack->m_clusters = markers(m_layout.panes[i].lane);
    }
    for (std::size_t i = 0; i < m_panes.size(); ++i)
        addPane(m_panes[i], m_layout.panes[i]);
    const TimeAxisPicture axis = timeAxisPicture(*m_plan, metrics, m_time, m_layout.axis, m_baseX,
                                                 m_geometry.size.width());
    m_stack->m_axis = axis;
    add(int(PaintOrder::Axis), QRectF(QPointF(0, m_layout.axis.top()), m_geometry.size),
        [plan = m_plan, metrics, grid = m_grid, axis](QPainter &painter) {
            drawTimeAxis(painter, *plan, metrics, grid, axis);
        });
    m_stack->m_scene->setSceneRect(QRectF(QPointF(), m_geometry.size));
    return std::move(m_stack);
}

std::vector<MarkerCluster> StackBuilder::markers(const QRectF &lane) const
{
    return markersOf(*m_plan, *m_x, m_geometry.metrics, lane, m_geometry.numbers, m_markerRows);
}

//! Several rows of them need a higher lane, and lower plots may have wider labels.
StackGutters StackBuilder::makeRoomForMarkers(StackGutters narrow, StackGutters gutters)
{
    ChartMetrics &metrics = m_geometry.metrics;
    const QRectF lane = m_layout.panes.front().lane;
    if (metrics.onScreen || lane.isEmpty())
        return gutters;
    const double lower = m_geometry.size.height() - leastStackHeight(*m_plan, metrics); // that the plots may become
    for (int most = kMostMarkerRows; most > 1; --most) {
        m_markerRows = most;
        const int rows = rowsOf(markers(lane));
        const double more = moreLane(rows, metrics);
        if (more == 0)
            return gutters;
        if (more > lower)
            continue;
        m_markerRows = rows;
        metrics.markerLane += more;
        layOut(narrow);
        const StackGutters measured = measureGutters(narrow);
        layOut(measured);
        fillPanes();
        return measured;
    }
    m_markerRows = 1;
    return gutters;
}

void StackBuilder::layOut(StackGutters gutters)
{
    m_layout = layOutStack(*m_plan, m_geometry.metrics, m_geometry.size, gutters, m_grid, m_geometry.weights);
}

YMap StackBuilder::valueMap(const PaneContext &context, const XMap &x) const
{
    std::optional<ValueRange> range;
    for (const PlannedCurve &curve : context.spec().curves) {
        if (const auto own = curve.layer->visibleRange(x))
            range = range ? range->united(*own) : *own;
    }
    const YScale scale = context.spec().scale == ValueScale::Log          ? YScale::Log
                         : context.spec().scale == ValueScale::RebasedLog ? YScale::LogPercent
                                                                          : YScale::Linear;
    // An empty pane has an axis all the same.
    ValueRange values = range.value_or(scale == YScale::Log ? ValueRange{1, 2} : ValueRange{0, 1});
    if (context.spec().kind == PaneKind::Volume) {
        values = {0, values.high > 0 ? values.high * (1 + kVolumeRoom) : 1};
    } else {
        if (isRebased(context.spec().scale))
            values = values.united({0, 0});
        if (const auto stated = m_geometry.claimed ? statedValue(context, *m_geometry.claimed) : std::nullopt)
            values = withStated(values, *stated);
        values = padded(values, kPriceRoom, scale);
    }
    return YMap(values, context.plot.top(), context.plot.bottom(), scale);
}

std::vector<QString> StackBuilder::tickTexts(const Pane &pane) const
{
    const core::Formats &formats = m_plan->texts.formats();
    std::vector<QString> texts;
    const bool whole = isWholeShares(pane.context.spec());
    for (const ValueTick &tick : pane.ticks)
        texts.push_back(isRebased(pane.context.spec().scale) ? formats.signedNumber(tick.value, tick.decimals)
                                                             : formats.number(tick.value, whole ? 0 : tick.decimals));
    return texts;
}

void StackBuilder::fillPanes()
{
    m_panes.clear();
    const QRectF first = m_layout.panes.front().plot;
    m_x = std::make_shared<XMap>(m_plan->timeScale, m_plan->view(), first.left(),
                                 int(std::lround(first.width() * m_grid.scale())), m_grid);
    for (std::size_t i = 0; i < m_plan->panes.size(); ++i) {
        Pane pane;
        pane.context = {m_plan,
                        i,
                        m_geometry.metrics,
                        m_grid,
                        m_x,
                        YMap({0, 1}, 0, 1, false),
                        m_layout.panes[i].plot,
                        m_geometry.size.width() - m_geometry.metrics.rightPadding};
        pane.context.y = valueMap(pane.context, *m_x);
        const double gap = pane.context.spec().kind == PaneKind::Volume ? kVolumeTickGapInTexts : kTickGapInTexts;
        pane.ticks = valueTicks(pane.context.y, gap * m_geometry.metrics.axisText);
        // A label on the plot's upper edge would stand in the pane's head.
        std::erase_if(pane.ticks, [&](const ValueTick &tick) {
            return pane.context.y.y(tick.value) < pane.context.plot.top() + m_geometry.metrics.axisText / 2.0;
        });
        if (m_geometry.metrics.onScreen && i + 1 < m_plan->panes.size())
            std::erase_if(pane.ticks, [&](const ValueTick &tick) {
                return pane.context.y.y(tick.value) > pane.context.plot.bottom() - m_geometry.metrics.axisText / 2.0;
            });
        if (isWholeShares(pane.context.spec()))
            std::erase_if(pane.ticks, [](const ValueTick &tick) { return tick.value != std::floor(tick.value); });
        placeLabels(pane);
        m_panes.push_back(std::move(pane));
    }
}

//! Those of a claimed level find their places among those of the curves, and give way where all have no room.
void StackBuilder::placeLabels(Pane &pane) const
{
    pane.labels = endLabels(pane.context);
    if (m_geometry.claimed)
        pane.claimed = claimedLevelMark(pane.context, *m_geometry.claimed);
    std::vector<EndLabel> all = pane.labels;
    if (pane.claimed)
        all.insert(all.end(), pane.claimed->labels.begin(), pane.claimed->labels.end());
    if (m_geometry.metrics.onScreen) {
        const double room = pane.context.plot.height() + m_geometry.metrics.endLabelStep;
        all.resize(std::min(all.size(), std::size_t(room / m_geometry.metrics.endLabelStep)));
    }
    placeEndLabels(all, pane.context);
    const auto curves = all.begin() + std::ptrdiff_t(std::min(pane.labels.size(), all.size()));
    if (pane.claimed)
        pane.claimed->labels.assign(curves, all.end());
    pane.labels.assign(all.begin(), curves);
}

StackGutters StackBuilder::measureGutters(StackGutters gutters)
{
    const ChartMetrics &metrics = m_geometry.metrics;
    fillPanes();
    const QFont font = chartFont(metrics.axisText);
    for (const Pane &pane : m_panes) {
        for (const QString &text : tickTexts(pane))
            gutters.left = std::max(gutters.left, std::ceil(textWidth(font, text) + metrics.labelGap + 2));
        gutters.right = std::max(gutters.right,
                                 std::ceil(endLabelsWidth(pane.labels, pane.context) + metrics.rightPadding));
        if (pane.claimed)
            gutters.right = std::max(
                gutters.right, std::ceil(endLabelsWidth(pane.claimed->labels, pane.context) + metrics.rightPadding));
    }
    return gutters;
}

void StackBuilder::placeTime()
{
    const QFont font = chartFont(m_geometry.metrics.axisText);
    const double left = m_layout.axis.left();
    m_time = layOutTimeAxis({m_plan->days, *m_x, m_plan->zone, m_plan->texts.formats(), m_plan->intraday,
                             [font](const QString &text) { return textWidth(font, text); }, left - 12,
                             m_layout.axis.right() + 60});
}

std::optional<double> StackBuilder::baseX() const
{
    if (!m_plan->base)
        return std::nullopt;
    const auto day = std::ranges::find(m_plan->days, *m_plan->base, &AxisDay::date);
    if (day == m_plan->days.end())
        return std::nullopt;
    // Daily curves are at zero in the middle of the base's slot, intraday ones at its close.
    const qint64 axis = m_plan->intraday ? day->regular.end : day->slot.begin + (day->slot.end - day->slot.begin) / 2;
    for (const Pane &pane : m_panes) {
        for (const PlannedCurve &curve : pane.context.spec().curves) {
            const auto point = m_plan->intraday ? std::nullopt : curve.layer->pointAt(*m_x, *m_plan->base);
            if (point)
                return m_x->centre(point->column);
        }
    }
    return m_x->centre(std::min<qint64>(m_x->columnOf(axis), m_x->columns() - 1));
}

} // namespace tickmark::charts
