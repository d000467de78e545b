// SPDX-License-Identifier: GPL-3.0-or-later
#include "TableBars.h"

#include "TickBars.h"
#include "TickTimes.h"

namespace tickmark::charts {

std::shared_ptr<const core::BarHistory> tableBars(const CurveData &data, const ChartPlan &plan)
{
    if (!data.ticks)
        return data.bars;
    const AxisRange view = plan.view();
    const std::vector<qint64> times = leastTimes(*plan.timeScale, {view.begin, view.end});
    const qint64 interval = leastTickBarInterval((view.end - view.begin) / kMostTableRows);
    TickBars bars = tickBars(*data.ticks, *plan.timeScale, interval, {core::Time{times[0]}, core::Time{times[1]}});
    return std::make_shared<const core::BarHistory>(std::move(bars.history));
}

} // namespace tickmark::charts
