// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartStack.h"
#include "Measure.h"

#include <optional>

class QPainter;

namespace tickmark::charts {

//! Where the figures of a measured range stand in one pane, px.
struct MeasureBox
{
    std::size_t pane = 0;
    QRectF rect;
    QRectF close; //!< of the sign that closes it
};

//! At the bottom right of the plot; nothing where the pane shows volumes or has no room for it.
[[nodiscard]] std::optional<MeasureBox> measureBox(const ChartStack &stack, const Measurement &range, std::size_t pane);

void drawMeasureBox(QPainter &painter, const ChartStack &stack, const Measurement &range, const MeasureBox &box);

} // namespace tickmark::charts
