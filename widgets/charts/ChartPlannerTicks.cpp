// SPDX-License-Identifier: GPL-3.0-or-later
//
// How ChartPlanner plans curves of ticks.
#include "ChartPlanner.h"

#include <algorithm>

namespace tickmark::charts {

namespace {

constexpr int kUsualColumns = 1000;    // of a plot
constexpr double kBusiestOverMean = 4; // volume of a bar near the opening

//! The layer that drew the ticks of a symbol in a pane of another plan; null when none did.
const TickLayer *layerIn(const ChartPlan *plan, std::size_t pane, const QString &symbol)
{
    if (!plan || pane >= plan->panes.size())
        return nullptr;
    const std::vector<PlannedCurve> &curves = plan->panes[pane].curves;
    const auto curve = std::ranges::find(curves, symbol, &PlannedCurve::symbol);
    return curve == curves.end() ? nullptr : dynamic_cast<const TickLayer *>(curve->layer.get());
}

//! Lowest price and volume of everything.
ticks::BlockNode nodeOfAll(const ticks::TickSnapshot &snapshot)
{
    std::optional<ticks::BlockNode> all;
    if (snapshot.chunkCount() > 0)
        all = snapshot.nodeOfChunks(0, snapshot.chunkCount());
    for (const auto &block : snapshot.tail()) {
        if (!all) {
            all = block->node;
            continue;
        }
        all->low = std::min(all->low, block->node.low);
        all->high = std::max(all->high, block->node.high);
        if (__builtin_add_overflow(all->volume, block->node.volume, &all->volume))
            all->volume = std::numeric_limits<qint64>::max();
    }
    return all.value_or(ticks::BlockNode{});
}

} // namespace

std::shared_ptr<const CurveLayer> ChartPlanner::tickLayer(const QString &symbol, std::optional<core::Price> base,
                                                          double volumeUnit, const TickLayer::Look &look) const
{
    const std::size_t pane = m_plan->panes.size(); // the one in the making
    const TickLayer *like = layerIn(m_previous, pane, symbol);
    auto layer = std::make_shared<const TickLayer>(m_content.curves.at(symbol).ticks, base, volumeUnit, look, like);
    if (like && like->isSame(*layer))
        return std::ranges::find(m_previous->panes[pane].curves, symbol, &PlannedCurve::symbol)->layer;
    return layer;
}

bool ChartPlanner::isPositive(const CurveData &data)
{
    if (data.ticks)
        return nodeOfAll(*data.ticks->snapshot).low > 0;
    return std::ranges::all_of(data.bars->bars, [](const core::Bar &bar) { return bar.low > 0 && bar.close > 0; });
}

double ChartPlanner::usualVolume(const TickCurve &curve) const
{
    const core::TimeScale &scale = *m_plan->timeScale;
    const double all = core::toDouble({nodeOfAll(*curve.snapshot).volume, curve.series.sizeDecimals});
    const qint64 length = scale.toAxis(curve.snapshot->lastTime()) - scale.toAxis(curve.snapshot->firstTime()) + 1;
    const qint64 interval = tickBarInterval(XMap(m_plan->timeScale, m_plan->view(), 0, kUsualColumns, PixelGrid()));
    const qint64 bar = interval == core::Series::kDaily ? core::kNsPerDay / 4 : interval;
    // Of the zoom alone: a pan must not change the unit.
    return all * std::min(1.0, kBusiestOverMean * double(bar) / double(std::max<qint64>(length, 1)));
}

} // namespace tickmark::charts
