// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartPlan.h"

#include "ChartPlanner.h"

namespace tickmark::charts {

core::Result<std::shared_ptr<const ChartPlan>> ChartPlan::make(const ChartSpec &spec, const ChartContent &content,
                                                               const ChartPlan *previous)
{
    return ChartPlanner(spec, content, previous).run();
}

} // namespace tickmark::charts
