// SPDX-License-Identifier: GPL-3.0-or-later
//
// How TickLayer draws lines, steps and areas.
#include "ClipLine.h"
#include "TickLayer.h"
#include <ticks/RowTable.h>

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tickmark::charts {

namespace {

constexpr double kLoneDotRadius = 2.5;
constexpr double kAreaOpacity = 0.10;

//! Files of paths: an image in them would blur at every zoom.
bool isVector(const QPainter &painter)
{
    switch (painter.paintEngine()->type()) {
    case QPaintEngine::SVG:
    case QPaintEngine::Pdf:
    case QPaintEngine::Picture:
        return true;
    default:
        return false;
    }
}

//! Down to zero where zero is in view (percent), else to the foot of the plot; px.
double footOf(const CurveFrame &frame)
{
    const ValueRange range = frame.y.range();
    const bool hasZero = !frame.y.isLogarithmic() && range.low < 0 && range.high > 0;
    return hasZero ? frame.y.y(0) : frame.plot.bottom();
}

RasterLook::Shape rasterShape(BarCurveLayer::Shape shape)
{
    switch (shape) {
    case BarCurveLayer::Shape::Step:
        return RasterLook::Shape::Step;
    case BarCurveLayer::Shape::Area:
        return RasterLook::Shape::Area;
    default:
        return RasterLook::Shape::Line;
    }
}

} // namespace

std::shared_ptr<const ticks::RowTable> TickLayer::rowsOf(const CurveFrame &frame) const
{
    const double rowsPerPx = frame.grid.scale() * RasterGrid::kFine;
    const int rows = RasterGrid::of(frame, true).rows();
    const std::vector<double> key{frame.y.range().low,     frame.y.range().high, frame.y.top(), frame.y.bottom(),
                                  double(frame.y.scale()), frame.plot.top(),     rowsPerPx,     double(rows)};
    if (m_kept->rows && m_kept->rowsKey == key)
        return m_kept->rows;
    const double unit = double(core::powerOfTen(m_curve->series.priceDecimals));
    const double base = m_base ? core::toDouble(*m_base) : 0;
    const auto position = [values = m_values, y = frame.y, top = frame.plot.top(), rowsPerPx](qint64 price) {
        const double row = (y.y(values.ofPrice(price)) - top) * rowsPerPx;
        // A logarithm has no place for what is not above zero.
        return std::isfinite(row) ? row : double(ticks::RowTable::kFarthest);
    };
    const auto priceNear = [y = frame.y, top = frame.plot.top(), rowsPerPx, unit, base](double row) {
        const double value = y.valueAt(top + row / rowsPerPx);
        return (base > 0 ? base * (1 + value / 100) : value) * unit;
    };
    m_kept->rows = std::make_shared<const ticks::RowTable>(rows, position, priceNear);
    m_kept->rowsKey = key;
    return m_kept->rows;
}

std::vector<TickPoint> TickLayer::path(const CurveFrame &frame, const TickColumns &columns) const
{
    const TickCells::Key key{frame.x.sharedScale(), frame.x.nsPerColumn(), columns.sampling(), rowsOf(frame)};
    const std::vector<TickCell> &cells = m_kept->cells.update(*m_curve, columns, key);
    const AxisRange view = columns.inView();
    const std::vector<qint64> ends = leastTimes(frame.x.scale(),
                                                {columns.axisAt(view.begin), columns.axisAt(view.end)});
    const TickNeighbours neighbours = neighboursOf(*m_curve, {core::Time{ends[0]}, core::Time{ends[1]}});
    const std::vector<TickBreak> breaks = m_kept->breaks.in(
        *m_curve, frame.x, {columns.axisAt(view.begin), columns.axisAt(view.end)}, neighbours);
    return tickPath({*m_curve, frame.x, columns, cells, neighbours, breaks, m_look.rests});
}

void TickLayer::draw(QPainter &painter, const CurveFrame &frame) const
{
    if (!isLine()) {
        bars(frame.x).draw(painter, frame);
        return;
    }
    const TickColumns columns(frame.x, isFine(frame.x) ? RasterGrid::kFine : 1);
    const std::vector<TickPoint> steps = path(frame, columns);
    if (m_look.rests)
        drawRests(painter, frame, columns, steps);
    if (isVector(painter) || !m_look.style.dashes.isEmpty())
        drawPaths(painter, frame, runs(frame, columns, steps));
    else
        drawRaster(painter, frame, columns, steps);
    drawLoneDots(painter, frame, columns, steps);
}

void TickLayer::drawRaster(QPainter &painter, const CurveFrame &frame, const TickColumns &columns,
                           const std::vector<TickPoint> &path) const
{
    const ticks::RowTable &rows = *m_kept->rows;
    std::vector<RasterPoint> points;
    points.reserve(path.size());
    for (const TickPoint &point : path)
        points.push_back({point.column - columns.plotBegin(), rows.row(point.ticks.first), rows.row(point.ticks.high),
                          rows.row(point.ticks.low), rows.row(point.ticks.last), point.joined});
    RasterLook look;
    look.shape = rasterShape(m_look.shape);
    look.color = m_look.style.color;
    look.width = m_look.style.width * frame.grid.scale();
    look.areaOpacity = kAreaOpacity;
    look.foot = int(std::lround((footOf(frame) - frame.plot.top()) * frame.grid.scale() * RasterGrid::kFine));
    const RasterGrid grid = RasterGrid::of(frame, columns.sampling() == RasterGrid::kFine);
    drawPicture(painter, frame, m_kept->raster.draw(grid, points, look));
}

QList<QPolygonF> TickLayer::runs(const CurveFrame &frame, const TickColumns &columns,
                                 const std::vector<TickPoint> &path) const
{
    QList<QPolygonF> lines;
    const auto y = [&](qint64 price) { return frame.y.y(m_values.ofPrice(price)); };
    const double width = frame.x.columnWidth() / columns.sampling();
    for (const TickPoint &point : path) {
        const double x = frame.x.edge(0) + (double(point.column - columns.plotBegin()) + 0.5) * width;
        if (!point.joined || lines.isEmpty())
            lines.append(QPolygonF());
        QPolygonF &line = lines.last();
        if (m_look.shape == BarCurveLayer::Shape::Step && !line.isEmpty())
            line.append(QPointF(x, line.constLast().y()));
        const auto add = [&](qint64 price) {
            const QPointF next(x, y(price));
            if (line.isEmpty() || line.constLast() != next)
                line.append(next);
        };
        add(point.ticks.first);
        // The way between the two ends of a column covers the same run whichever comes first.
        add(point.ticks.low);
        add(point.ticks.high);
        add(point.ticks.last);
    }
    QList<QPolygonF> parts;
    for (const QPolygonF &line : std::as_const(lines)) {
        if (line.size() > 1)
            parts.append(clipLine(line, frame.plot));
    }
    return parts;
}

QList<QPolygonF> TickLayer::outline(const CurveFrame &frame) const
{
    if (!isLine())
        return {};
    const TickColumns columns(frame.x, isFine(frame.x) ? RasterGrid::kFine : 1);
    return runs(frame, columns, path(frame, columns));
}

void TickLayer::drawPaths(QPainter &painter, const CurveFrame &frame, const QList<QPolygonF> &lines) const
{
    if (m_look.shape == BarCurveLayer::Shape::Area) {
        const double foot = std::clamp(footOf(frame), frame.plot.top(), frame.plot.bottom());
        QColor fill = m_look.style.color;
        fill.setAlphaF(float(kAreaOpacity));
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        for (QPolygonF area : lines) {
            const double right = area.constLast().x();
            const double left = area.constFirst().x();
            area << QPointF(right, foot) << QPointF(left, foot);
            painter.drawPolygon(area);
        }
    }
    painter.setPen(m_look.style.pen());
    painter.setBrush(Qt::NoBrush);
    for (const QPolygonF &line : lines)
        painter.drawPolyline(line);
}

void TickLayer::drawRests(QPainter &painter, const CurveFrame &frame, const TickColumns &columns,
                          const std::vector<TickPoint> &path) const
{
    QPen pen(m_look.style.color, frame.grid.penWidth(1), Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({1, 3});
    painter.setPen(pen);
    for (std::size_t i = 1; i < path.size(); ++i) {
        if (!path[i].rests)
            continue;
        const double y = frame.y.y(m_values.ofPrice(path[i].ticks.last));
        const double left = std::max(frame.x.centre(columns.deviceColumn(path[i - 1].column)), frame.plot.left());
        const double right = std::min(frame.x.centre(columns.deviceColumn(path[i].column)), frame.plot.right());
        if (left < right && y >= frame.plot.top() && y <= frame.plot.bottom())
            painter.drawLine(QPointF(left, y), QPointF(right, y));
    }
}

//! A tick without neighbours would be a speck.
void TickLayer::drawLoneDots(QPainter &painter, const CurveFrame &frame, const TickColumns &columns,
                             const std::vector<TickPoint> &path) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.style.color);
    for (std::size_t i = 0; i < path.size(); ++i) {
        const bool alone = (i == 0 || !path[i].joined) && (i + 1 == path.size() || !path[i + 1].joined);
        const QPointF middle(frame.x.centre(columns.deviceColumn(path[i].column)),
                             frame.y.y(m_values.ofPrice(path[i].ticks.last)));
        if (alone && frame.plot.contains(middle))
            painter.drawEllipse(middle, kLoneDotRadius, kLoneDotRadius);
    }
}

} // namespace tickmark::charts
