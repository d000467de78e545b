// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartStack.h"
#include "MeasureBox.h"

#include <optional>
#include <vector>

namespace tickmark::charts {

//! What lies under a point of a stack.
struct StackHit
{
    enum class Zone { Nothing, Plot, Marker, Base, Border, MeasureClose, Axis };

    Zone zone = Zone::Nothing;
    int pane = -1;           //!< that the point belongs to; -1: below the last one, or beside all
    std::size_t cluster = 0; //!< at Zone::Marker
    std::size_t border = 0;  //!< at Zone::Border: below this pane
};

[[nodiscard]] StackHit hitOf(const ChartStack &stack, QPointF position, const std::vector<MeasureBox> &boxes);

//! The pane whose head, lane or plot holds `y`; -1 below the last.
[[nodiscard]] int paneAt(const ChartStack &stack, double y);

} // namespace tickmark::charts
