// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartMetrics.h"
#include "ChartPlan.h"
#include "PixelGrid.h"
#include "XMap.h"
#include "YMap.h"

namespace tickmark::charts {

//! What the parts of one pane need to draw themselves. Values and shared pointers: painters keep a copy.
struct PaneContext
{
    std::shared_ptr<const ChartPlan> plan;
    std::size_t pane = 0; //!< index in the plan
    ChartMetrics metrics;
    PixelGrid grid;
    std::shared_ptr<const XMap> x;
    YMap y{{0, 1}, 0, 1, false};
    QRectF plot;
    double right = 0; //!< where values of end labels end

    [[nodiscard]] const PlannedPane &spec() const { return plan->panes[pane]; }
    [[nodiscard]] CurveFrame frame() const { return {*x, y, grid, plot, plan->theme.base}; }
    [[nodiscard]] QPointF position(const CurvePoint &point) const
    {
        return {x->centre(point.column), y.y(point.value)};
    }
    //! Decimals that a value needs in words: two for percent, for prices as many as they have, but no idle zeros after
    //! the second.
    [[nodiscard]] int decimalsOf(const PlannedCurve &curve, double value) const;
    //! "−16.97", "118.42", "818.8": a value as its pane writes it.
    [[nodiscard]] QString valueText(double value, int decimals) const;
    //! Colour of a curve's words: its own, but plain text for candles and single volumes, whose colours mean up and down.
    [[nodiscard]] QColor wordColor(const PlannedCurve &curve) const;
};

} // namespace tickmark::charts
