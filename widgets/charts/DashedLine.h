// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPen>
#include <QPolygonF>

class QPainter;

namespace tickmark::charts {

//! Draws the open line with a dashed pen. On pixels dash by dash: the raster engine takes all dashes of a line as one shape, and
//! what that costs grows with the square of their number. Files get the line itself, whose viewers make the dashes.
void drawDashedLine(QPainter &painter, const QPolygonF &line, const QPen &pen);

//! The dashes of a line, with its corners inside them; `pattern` in px: dash, gap, dash ... Lengths of 0 leave the line whole.
[[nodiscard]] QList<QPolygonF> dashesOf(const QPolygonF &line, const QList<qreal> &pattern);

} // namespace tickmark::charts
