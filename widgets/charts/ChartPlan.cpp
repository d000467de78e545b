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

} // namespace tickmark::charts
