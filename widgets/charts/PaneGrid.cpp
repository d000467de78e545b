// SPDX-License-Identifier: GPL-3.0-or-later
#include "PaneGrid.h"

#include <QPainter>

namespace tickmark::charts {

void drawPaneGrid(QPainter &painter, const PaneFrame &frame, const QColor &color)
{
    // The lines stand on whole pixels: filled rectangles look the same as strokes and cost a tenth.
    const QRectF &plot = frame.plot;
    const double width = frame.lineWidth;
    for (const double y : frame.rows)
        painter.fillRect(QRectF(plot.left(), y - width / 2, plot.width(), width), color);
    for (const double x : frame.columns) {
        if (x > plot.left() && x < plot.right())
            painter.fillRect(QRectF(x - width / 2, plot.top(), width, plot.height()), color);
    }
}

} // namespace tickmark::charts
