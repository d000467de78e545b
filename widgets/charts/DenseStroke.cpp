// SPDX-License-Identifier: GPL-3.0-or-later
#include "DenseStroke.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>

namespace tickmark::charts {

namespace {

constexpr qsizetype kManyPoints = 400;
constexpr qsizetype kStroke = 128; // points stroked at once
constexpr double kDense = 2.2;     // points per column

//! The area that a dense line covers: per column from its highest to its lowest point, `half` wider on either side.
QPolygonF coveredArea(const QPolygonF &line, double half)
{
    QPolygonF above;
    QPolygonF below;
    for (const QPointF &point : line) {
        if (!above.isEmpty() && above.constLast().x() == point.x()) {
            above.last().setY(std::min(above.constLast().y(), point.y() - half));
            below.last().setY(std::max(below.constLast().y(), point.y() + half));
            continue;
        }
        above.append(point - QPointF(0, half));
        below.append(point + QPointF(0, half));
    }
    std::ranges::reverse(below);
    return above + below;
}

//! How many points share a column on average.
double density(const QPolygonF &line)
{
    qsizetype columns = 1;
    for (qsizetype i = 1; i < line.size(); ++i)
        columns += line[i].x() != line[i - 1].x() ? 1 : 0;
    return double(line.size()) / double(columns);
}

} // namespace

void drawStroke(QPainter &painter, const QPolygonF &line)
{
    const bool raster = painter.paintEngine()->type() == QPaintEngine::Raster;
    if (!raster || painter.pen().style() != Qt::SolidLine || line.size() < kManyPoints) {
        painter.drawPolyline(line);
        return;
    }
    QPen pen = painter.pen();
    if (density(line) >= kDense) {
        painter.setBrush(pen.color());
        painter.setPen(Qt::NoPen);
        painter.drawPolygon(coveredArea(line, pen.widthF() / 2));
        return;
    }
    pen.setJoinStyle(Qt::BevelJoin);
    painter.setPen(pen);
    // The cost of stroking a path grows faster than its length.
    for (qsizetype first = 0; first + 1 < line.size(); first += kStroke)
        painter.drawPolyline(line.constData() + first, int(std::min<qsizetype>(kStroke + 1, line.size() - first)));
}

} // namespace tickmark::charts
