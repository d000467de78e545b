// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartPlan.h"

#include "ChartPlanner.h"

#include <algorithm>

namespace tickmark::charts {

core::Result<std::shared_ptr<const ChartPlan>> ChartPlan::make(const ChartSpec &spec, const ChartContent &content,
                                                               const ChartPlan *previous)
{
    return ChartPlanner(spec, content, previous).run();
}

bool ChartPlan::hasTicks() const
{
    return std::ranges::any_of(
        panes, [](const PlannedPane &pane) { return std::ranges::any_of(pane.curves, &PlannedCurve::ticks); });
}

std::vector<AbsentCurve> ChartPlan::undrawn() const
{
    constexpr int kProbeColumns = 2000;
    const XMap probe(timeScale, view(), 0, kProbeColumns, PixelGrid());
    std::vector<AbsentCurve> all = leftOut;
    const auto add = [&all](const AbsentCurve &one) {
        if (std::ranges::find(all, one.symbol, &AbsentCurve::symbol) == all.end())
            all.push_back(one);
    };
    for (const PlannedPane &pane : panes) {
        for (const AbsentCurve &one : pane.absent)
            add(one);
        for (const PlannedCurve &curve : pane.curves) {
            if (!curve.layer->visibleRange(probe))
                add({curve.symbol, curve.instrument.shortName(spec.language), curve.style});
        }
    }
    return all;
}

} // namespace tickmark::charts
