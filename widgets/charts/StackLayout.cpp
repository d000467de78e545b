// SPDX-License-Identifier: GPL-3.0-or-later
#include "StackLayout.h"

#include "ChartPlan.h"
#include "EndLabels.h"

#include <algorithm>

namespace tickmark::charts {

namespace {

bool hasHeads(const ChartPlan &plan, const ChartMetrics &metrics)
{
    return plan.panes.size() > 1 || metrics.onScreen;
}

double naturalPlot(const PlannedPane &pane, const ChartPlan &plan, const ChartMetrics &metrics)
{
    if (metrics.onScreen)
        return pane.kind == PaneKind::Volume ? 1 : 2;
    const double usual = !hasHeads(plan, metrics)        ? metrics.singlePlotHeight
                         : pane.kind == PaneKind::Volume ? metrics.plotHeight / 2
                                                         : metrics.plotHeight;
    return std::max(usual, fullEndLabelsHeight(pane, plan, metrics));
}

double leastPlot(const PlannedPane &pane, const ChartMetrics &metrics)
{
    const double readable = pane.kind == PaneKind::Volume ? metrics.leastVolumePlot : metrics.leastPricePlot;
    return metrics.onScreen ? readable : std::max(readable, double(pane.curves.size()) * metrics.endLabelStep);
}

//! A window keeps the lane while headlines come and go with the view.
double laneHeight(const ChartPlan &plan, const ChartMetrics &metrics)
{
    const bool lane = metrics.onScreen ? plan.spec.markers : !plan.headlines.empty();
    return lane ? metrics.markerLane : 0;
}

double fixedHeight(const ChartPlan &plan, const ChartMetrics &metrics)
{
    const double heads = hasHeads(plan, metrics) ? double(plan.panes.size()) * metrics.paneHead : 0;
    return heads + laneHeight(plan, metrics) + double(plan.panes.size() - 1) * metrics.paneGap + metrics.timeAxis;
}

//! Plot heights that add up to `available`: in proportion to the natural ones, but none below its least.
std::vector<double> sharePlots(const ChartPlan &plan, const ChartMetrics &metrics, double available,
                               std::span<const double> wanted)
{
    std::vector<double> parts(wanted.begin(), wanted.end());
    if (parts.size() != plan.panes.size()) {
        parts.clear();
        for (const PlannedPane &pane : plan.panes)
            parts.push_back(naturalPlot(pane, plan, metrics));
    }
    std::vector<double> heights(plan.panes.size(), 0);
    std::vector<bool> fixed(plan.panes.size(), false);
    for (bool settled = false; !settled;) {
        settled = true;
        double open = available;
        double weights = 0;
        for (std::size_t i = 0; i < heights.size(); ++i) {
            if (fixed[i])
                open -= heights[i];
            else
                weights += parts[i];
        }
        for (std::size_t i = 0; i < heights.size(); ++i) {
            if (fixed[i])
                continue;
            heights[i] = open * parts[i] / weights;
            const double least = leastPlot(plan.panes[i], metrics);
            if (heights[i] < least) {
                heights[i] = least;
                fixed[i] = true;
                settled = false;
                break;
            }
        }
    }
    return heights;
}

} // namespace

double naturalStackHeight(const ChartPlan &plan, const ChartMetrics &metrics)
{
    double height = fixedHeight(plan, metrics);
    for (const PlannedPane &pane : plan.panes)
        height += std::max(naturalPlot(pane, plan, metrics), leastPlot(pane, metrics));
    return height;
}

double leastStackHeight(const ChartPlan &plan, const ChartMetrics &metrics)
{
    double height = fixedHeight(plan, metrics);
    for (const PlannedPane &pane : plan.panes)
        height += leastPlot(pane, metrics);
    return height;
}

StackLayout layOutStack(const ChartPlan &plan, const ChartMetrics &metrics, QSizeF size, StackGutters gutters,
                        PixelGrid grid, std::span<const double> weights)
{
    const std::vector<double> heights = sharePlots(plan, metrics, size.height() - fixedHeight(plan, metrics), weights);
    const double left = grid.edge(gutters.left);
    const double right = grid.edge(size.width() - gutters.right);
    StackLayout layout;
    double y = 0;
    for (std::size_t i = 0; i < plan.panes.size(); ++i) {
        StackLayout::Pane pane;
        if (hasHeads(plan, metrics)) {
            pane.head = QRectF(0, y, size.width(), metrics.paneHead);
            y += metrics.paneHead;
        }
        const double lane = i == 0 ? laneHeight(plan, metrics) : 0;
        const double top = grid.edge(y + lane);
        if (lane > 0) // and not for the part of a pixel that an edge moves by
            pane.lane = QRectF(QPointF(left, y), QPointF(right, top));
        y = grid.edge(top + heights[i]);
        pane.plot = QRectF(QPointF(left, top), QPointF(right, y));
        layout.panes.push_back(pane);
        y += metrics.paneGap;
    }
    const double foot = layout.panes.back().plot.bottom();
    layout.axis = QRectF(left, foot, right - left, metrics.timeAxis);
    return layout;
}

} // namespace tickmark::charts
