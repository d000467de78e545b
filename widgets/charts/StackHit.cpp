// SPDX-License-Identifier: GPL-3.0-or-later
#include "StackHit.h"

#include "ScreenMarkers.h"

#include <algorithm>
#include <cmath>

namespace tickmark::charts {

namespace {

constexpr double kGrab = 5;
constexpr double kMarkerReach = 11;
constexpr double kCloseReach = 6;
constexpr double kHandleTop = 17; // below the axis, where the triangle begins
constexpr double kHandleReach = 9;

bool isOnBase(const ChartStack &stack, QPointF position)
{
    const TimeAxisPicture &axis = stack.axis();
    if (!axis.base)
        return false;
    const double below = position.y() - axis.area.top();
    if (below > kHandleTop && below <= axis.area.height()) {
        const bool onWord = position.x() >= axis.base->wordLeft - 3
                            && position.x() <= axis.base->wordLeft + axis.base->wordWidth + 3;
        return onWord || std::abs(position.x() - axis.base->x) <= kHandleReach;
    }
    return stack.baseX() && std::abs(position.x() - *stack.baseX()) <= kGrab / 2 && below < 0
           && std::ranges::any_of(stack.plots(), [&](const QRectF &plot) { return plot.contains(position); });
}

std::optional<std::size_t> markerAt(const ChartStack &stack, QPointF position)
{
    const QRectF &lane = stack.layout().panes.front().lane;
    if (!lane.adjusted(-kMarkerReach, 0, kMarkerReach, 0).contains(position))
        return std::nullopt;
    std::optional<std::size_t> nearest;
    double least = kMarkerReach;
    for (std::size_t i = 0; i < stack.clusters().size(); ++i) {
        const double distance = std::abs(stack.clusters()[i].x - position.x());
        if (distance <= least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

} // namespace

int paneAt(const ChartStack &stack, double y)
{
    const auto &panes = stack.layout().panes;
    for (std::size_t i = 0; i < panes.size(); ++i) {
        if (y >= panes[i].head.top() && y < panes[i].plot.bottom())
            return int(i);
    }
    return -1;
}

StackHit hitOf(const ChartStack &stack, QPointF position, const std::vector<MeasureBox> &boxes)
{
    StackHit hit;
    hit.pane = paneAt(stack, position.y());
    for (const MeasureBox &box : boxes) {
        if (box.close.adjusted(-kCloseReach, -kCloseReach, kCloseReach, kCloseReach).contains(position)) {
            hit.zone = StackHit::Zone::MeasureClose;
            return hit;
        }
    }
    const auto &panes = stack.layout().panes;
    for (std::size_t i = 0; i + 1 < panes.size(); ++i) {
        const double border = panes[i + 1].head.top();
        if (position.y() > border - kGrab && position.y() <= border + 1) {
            hit.zone = StackHit::Zone::Border;
            hit.border = i;
            return hit;
        }
    }
    if (const auto cluster = markerAt(stack, position)) {
        hit.zone = StackHit::Zone::Marker;
        hit.cluster = *cluster;
    } else if (isOnBase(stack, position)) {
        hit.zone = StackHit::Zone::Base;
    } else if (stack.axis().area.contains(position)) {
        hit.zone = StackHit::Zone::Axis;
    } else if (hit.pane >= 0 && position.y() >= panes[std::size_t(hit.pane)].head.bottom()
               && position.x() >= stack.plots().front().left() && position.x() < stack.plots().front().right()) {
        hit.zone = StackHit::Zone::Plot;
    }
    return hit;
}

} // namespace tickmark::charts
