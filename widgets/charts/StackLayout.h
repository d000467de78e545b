// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartMetrics.h"
#include "PixelGrid.h"

#include <QRectF>
#include <QSizeF>

#include <span>
#include <vector>

namespace tickmark::charts {

struct ChartPlan;

//! Where the parts of a stack stand, px. All plots have the same left and right edge, on whole device pixels.
struct StackLayout
{
    struct Pane
    {
        QRectF head; //!< empty when a page's stack has only one pane
        QRectF lane; //!< markers; empty but in the first pane of a stack with markers
        QRectF plot;
    };

    std::vector<Pane> panes;
    QRectF axis; //!< under the last plot
};

struct StackGutters
{
    double left = 0;
    double right = 0;
};

//! Height at which every plot has the height of the metrics.
[[nodiscard]] double naturalStackHeight(const ChartPlan &plan, const ChartMetrics &metrics);
//! Height below which a plot would be too low to be read, or its end labels would not fit beside it.
[[nodiscard]] double leastStackHeight(const ChartPlan &plan, const ChartMetrics &metrics);

//! Shares `size` among the panes, twice as much to prices as to volume or by `weights`, one per pane, never less than the
//! least height of each.
[[nodiscard]] StackLayout layOutStack(const ChartPlan &plan, const ChartMetrics &metrics, QSizeF size,
                                      StackGutters gutters, PixelGrid grid, std::span<const double> weights = {});

} // namespace tickmark::charts
