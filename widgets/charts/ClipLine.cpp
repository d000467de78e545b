// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClipLine.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace tickmark::charts {

namespace {

//! One edge of Liang and Barsky's clipping: narrows [enter, leave] to where `offset + t * delta >= 0`.
bool narrow(double delta, double offset, double &enter, double &leave)
{
    if (delta == 0)
        return offset >= 0;
    const double t = -offset / delta;
    if (delta > 0)
        enter = std::max(enter, t);
    else
        leave = std::min(leave, t);
    return enter <= leave;
}

//! Liang, Barsky: A New Concept and Method for Line Clipping, ACM Transactions on Graphics 3 (1984).
std::optional<std::pair<QPointF, QPointF>> clipSegment(QPointF from, QPointF to, const QRectF &area)
{
    const QPointF delta = to - from;
    double enter = 0;
    double leave = 1;
    if (!narrow(delta.x(), from.x() - area.left(), enter, leave)
        || !narrow(-delta.x(), area.right() - from.x(), enter, leave)
        || !narrow(delta.y(), from.y() - area.top(), enter, leave)
        || !narrow(-delta.y(), area.bottom() - from.y(), enter, leave))
        return std::nullopt;
    // Ends that are inside keep their exact coordinates.
    const QPointF first = enter > 0 ? from + enter * delta : from;
    const QPointF last = leave < 1 ? from + leave * delta : to;
    return std::pair{first, last};
}

} // namespace

QList<QPolygonF> clipLine(const QPolygonF &line, const QRectF &area)
{
    QList<QPolygonF> parts;
    if (line.size() == 1) {
        if (area.contains(line.first()))
            parts.append(line);
        return parts;
    }
    for (qsizetype i = 1; i < line.size(); ++i) {
        const auto segment = clipSegment(line.at(i - 1), line.at(i), area);
        if (!segment)
            continue;
        if (parts.isEmpty() || parts.constLast().constLast() != segment->first)
            parts.append(QPolygonF{segment->first});
        if (segment->second != segment->first)
            parts.last().append(segment->second);
    }
    return parts;
}

} // namespace tickmark::charts
