// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPolygonF>
#include <QRectF>

namespace tickmark::charts {

//! The parts of the open polyline `line` inside `area`, edges included. Where the line leaves and comes back a new part
//! begins, so dashes run on along each part. We clip ourselves: QSvgGenerator ignores the painter's clip.
[[nodiscard]] QList<QPolygonF> clipLine(const QPolygonF &line, const QRectF &area);

} // namespace tickmark::charts
