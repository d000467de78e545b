// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>

class QPainter;

namespace tickmark::charts {

//! Stroking a line of thousands of points takes Qt tens of milliseconds, most of it for round joins that nobody sees.
//! Dashes run through, so dashed lines stay whole, and so do those of vector formats.
//! Uses the painter's pen; its brush and pen are others afterwards.
void drawStroke(QPainter &painter, const QPolygonF &line);

} // namespace tickmark::charts
