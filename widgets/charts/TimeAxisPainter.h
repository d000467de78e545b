// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartMetrics.h"
#include "ChartPlan.h"
#include "TimeAxisLayout.h"

#include <QRectF>

#include <optional>

class QPainter;

namespace tickmark::charts {

//! The mark of the pinned base under the axis.
struct BaseMark
{
    double x = 0;      //!< of the triangle's tip
    int direction = 0; //!< -1: the base lies before the view, +1: after it; the triangle points there
    QString word;
    double wordLeft = 0;
    double wordWidth = 0;
};

//! The axis under the last plot: line, ticks, two lines of text, and the mark of the pinned base.
struct TimeAxisPicture
{
    QRectF area;
    TimeAxisLayout layout;
    std::optional<BaseMark> base;
    double right = 0; //!< where the unit of a window's axis ends, and its padding
};

//! The lower texts of `layout` moved aside where they would run into the base's word. `baseX`: nothing when the base is
//! out of view.
[[nodiscard]] TimeAxisPicture timeAxisPicture(const ChartPlan &plan, const ChartMetrics &metrics, TimeAxisLayout layout,
                                              const QRectF &area, std::optional<double> baseX, double right);

void drawTimeAxis(QPainter &painter, const ChartPlan &plan, const ChartMetrics &metrics, PixelGrid grid,
                  const TimeAxisPicture &picture);

} // namespace tickmark::charts
