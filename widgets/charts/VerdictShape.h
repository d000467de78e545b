// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartTheme.h"
#include <claims/Judge.h>

#include <QPointF>
#include <QRectF>

class QPainter;

namespace tickmark::charts {

//! Verdicts as visual.md draws them: each code has its colour and its shape, so that neither is needed alone.
[[nodiscard]] QColor verdictColor(const ChartTheme &theme, claims::VerdictCode code);

inline constexpr double kVerdictBox = 12; //!< px of a shape beside text

//! The shape into `box` (square, px), what is inside it in the colour of the ground behind it.
void paintVerdictShape(QPainter &painter, const QRectF &box, claims::VerdictCode code, const ChartTheme &theme,
                       const QColor &ground);

//! The line below a stated number, 2 px: from `left` to `right` at `y`, its middle.
void paintVerdictLine(QPainter &painter, double left, double right, double y, claims::VerdictCode code,
                      const ChartTheme &theme);

} // namespace tickmark::charts
