// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Crosshair.h"

#include <optional>
#include <vector>

namespace tickmark::charts {

//! What one instrument did between two moments. Prices as quoted, whatever the pane shows.
struct MeasuredCurve
{
    QString symbol;
    QString name;
    SeriesStyle style;
    int decimals = 2;           //!< of prices
    std::optional<double> from; //!< nothing when there was no quote yet
    std::optional<double> to;
    std::optional<double> change;
    std::optional<double> percent; //!< also nothing when `from` is zero or below
    std::optional<double> high;    //!< of the bars after the start, up to the end
    std::optional<double> low;
    std::optional<double> volume; //!< of volume panes, in the pane's unit
};

//! A measured range: sessions count after the start. A value.
struct Measurement
{
    CrosshairStop from;
    CrosshairStop to; //!< not before `from`
    int sessions = 0;
    std::vector<std::vector<MeasuredCurve>> panes; //!< per pane, curves in order
};

//! Between two stops in either order.
[[nodiscard]] Measurement measure(const ChartPlan &plan, const CrosshairStop &a, const CrosshairStop &b);

} // namespace tickmark::charts
