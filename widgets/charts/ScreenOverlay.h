// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartStack.h"
#include "Measure.h"

#include <optional>

class QPainter;

namespace tickmark::charts {

//! What is drawn over the finished picture of a stack while the pointer moves: nothing of it makes the stack anew.

//! Where the pointer stands in a pane; the horizontal line is there.
struct PointerLine
{
    std::size_t pane = 0;
    double value = 0; //!< display units
    double y = 0;     //!< px
};

//! The value under `y`, or that of a curve whose dot at the crosshair is near.
[[nodiscard]] PointerLine pointerLine(const ChartStack &stack, const CrosshairStop &stop, std::size_t pane, double y);

//! Dashes through all panes, dots on the curves, tags on the axes, which cover the labels near them.
void drawCrosshair(QPainter &painter, const ChartStack &stack, const CrosshairStop &stop,
                   const std::optional<PointerLine> &pointer);

//! The tint of a measured range through all panes.
void drawMeasuredRange(QPainter &painter, const ChartStack &stack, const Measurement &range);

} // namespace tickmark::charts
