// SPDX-License-Identifier: GPL-3.0-or-later
// How BarCurveLayer draws: pixels on raster engines, paths for vector formats and dashes, boxes for candles and volume.
#include "BarCurveLayer.h"
#include "ClipLine.h"
#include "ColumnLine.h"
#include "DashedLine.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tickmark::charts {

namespace {

constexpr double kLoneDotRadius = 2.5;
constexpr double kAreaOpacity = 0.10;
constexpr qint64 kLeastRest = 4;     // columns; shorter ones would be a single dot
constexpr std::size_t kFineBars = 4; // in a device column; with more no one can see single bars
constexpr double kFarthestRow = 1 << 26;

//! Rows never cross, because heights fall as values rise. A value without a height lies below everything.
int rowOf(double value, const CurveFrame &frame)
{
    const double row = std::floor((frame.y.y(value) - frame.plot.top()) * frame.grid.scale() * RasterGrid::kFine);
    return int(std::max(-kFarthestRow, std::min(kFarthestRow, row)));
}

//! Px: zero where zero is in view (percent), else the foot of the plot.
double footOf(const CurveFrame &frame)
{
    const ValueRange range = frame.y.range();
    return !frame.y.isLogarithmic() && range.low < 0 && range.high > 0 ? frame.y.y(0) : frame.plot.bottom();
}

} // namespace

QList<QPolygonF> BarCurveLayer::runs(const CurveFrame &frame) const
{
    QList<QPolygonF> lines;
    ColumnLine run(frame.x, frame.y, m_look.shape == Shape::Step);
    std::optional<CurvePoint> before;
    for (const BarColumn &column : columns(frame.x)) {
        const auto here = point(column);
        if (!here)
            continue;
        if (column.afterHole)
            lines.append(run.take());
        if (before && rests(*before, column)) {
            lines.append(run.take());
            run.add(*column.restsUntil, before->value);
        }
        run.add(here->column, here->value);
        before = here;
    }
    lines.append(run.take());
    lines.removeIf([](const QPolygonF &line) { return line.isEmpty(); });
    return lines;
}

bool BarCurveLayer::rests(const CurvePoint &before, const BarColumn &column) const
{
    return m_look.rests && column.restsUntil && *column.restsUntil - before.column >= kLeastRest;
}

void BarCurveLayer::drawRests(QPainter &painter, const CurveFrame &frame) const
{
    QPen pen(m_look.style.color, frame.grid.penWidth(1), Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({1, 3});
    painter.setPen(pen);
    std::optional<CurvePoint> before;
    for (const BarColumn &column : columns(frame.x)) {
        const auto here = point(column);
        if (before && rests(*before, column)) {
            const double y = frame.y.y(before->value);
            const double left = std::max(frame.x.centre(before->column), frame.plot.left());
            const double right = std::min(frame.x.centre(*column.restsUntil), frame.plot.right());
            if (left < right && y >= frame.plot.top() && y <= frame.plot.bottom())
                painter.drawLine(QPointF(left, y), QPointF(right, y));
        }
        before = here;
    }
}

QList<QPolygonF> BarCurveLayer::outline(const CurveFrame &frame) const
{
    QList<QPolygonF> parts;
    if (isLine()) {
        for (const QPolygonF &line : runs(frame))
            parts.append(clipLine(line, frame.plot));
    } else if (m_look.shape == Shape::Candles) {
        for (const BarColumn &column : columns(frame.x)) {
            if (!column.closed && frame.x.isVisible(column.middle))
                parts.append(clipLine(candleOutline(frame, column), frame.plot));
        }
    }
    return parts;
}

//! From the high around the body to the low, in one line.
QPolygonF BarCurveLayer::candleOutline(const CurveFrame &frame, const BarColumn &column) const
{
    const core::Bar &bar = m_history->bars[column.bar];
    const auto at = [&](double x, qint64 price) { return QPointF(x, frame.y.y(m_values.ofPrice(price))); };
    const AxisRange body = barBody(column);
    const double left = frame.x.edge(std::max<qint64>(body.begin, 0));
    const double right = frame.x.edge(std::min<qint64>(body.end, frame.x.columns()));
    const double middle = frame.x.centre(column.middle);
    return {at(middle, bar.high), at(middle, bar.open), at(left, bar.open),   at(left, bar.close),
            at(right, bar.close), at(right, bar.open),  at(middle, bar.open), at(middle, bar.low)};
}

void BarCurveLayer::draw(QPainter &painter, const CurveFrame &frame) const
{
    if (isLine())
        drawLine(painter, frame);
    else
        drawBoxes(painter, frame);
}

void BarCurveLayer::drawLine(QPainter &painter, const CurveFrame &frame) const
{
    if (m_look.rests)
        drawRests(painter, frame);
    // Dashes run along a line, and files that scale need the line itself.
    if (m_look.style.dashes.isEmpty() && canDrawPictures(painter, frame))
        drawPixels(painter, frame);
    else
        drawPaths(painter, frame);
}

void BarCurveLayer::drawPixels(QPainter &painter, const CurveFrame &frame) const
{
    const bool fine = columns(frame.x).size() < kFineBars * std::size_t(frame.x.columns());
    const double scale = frame.grid.scale();
    RasterLook look;
    look.shape = m_look.shape == Shape::Step   ? RasterLook::Shape::Step
                 : m_look.shape == Shape::Area ? RasterLook::Shape::Area
                                               : RasterLook::Shape::Line;
    look.color = m_look.style.color;
    look.width = m_look.style.width * scale;
    look.areaOpacity = kAreaOpacity;
    look.foot = int(std::lround((footOf(frame) - frame.plot.top()) * scale * RasterGrid::kFine));
    const std::vector<RasterPoint> points = rasterPoints(frame, fine);
    drawPicture(painter, frame, m_raster.draw(RasterGrid::of(frame, fine), points, look));

    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool joinsNext = i + 1 < points.size() && points[i + 1].joined;
        if ((i == 0 || !points[i].joined) && !joinsNext)
            drawLoneDot(painter, frame, points[i], fine);
    }
}

std::vector<RasterPoint> BarCurveLayer::rasterPoints(const CurveFrame &frame, bool fine) const
{
    // The point of a session stands in the middle of its pixel, as everything that is written at it does.
    const bool daily = m_history->series.isDaily();
    const auto inPixel = [fine](qint64 column) {
        return fine ? column * RasterGrid::kFine + RasterGrid::kFine / 2 : column;
    };
    const std::vector<BarColumn> &all = columns(frame.x);
    const BarPlaces &bars = places(frame.x.sharedScale());
    std::vector<RasterPoint> points;
    points.reserve(all.size());
    std::optional<CurvePoint> before;
    for (const BarColumn &column : all) {
        const auto here = point(column);
        if (!here)
            continue;
        bool joined = !column.afterHole;
        if (before && rests(*before, column)) {
            const int row = rowOf(before->value, frame);
            points.push_back({inPixel(*column.restsUntil), row, row, row, row, false});
            joined = true;
        }
        const qint64 place = fine && !daily ? frame.x.columnOf(bars.point(column.bar), RasterGrid::kFine)
                                            : inPixel(column.middle);
        const int row = rowOf(here->value, frame);
        points.push_back({place, row, row, row, row, joined});
        before = here;
    }
    return points;
}

void BarCurveLayer::drawLoneDot(QPainter &painter, const CurveFrame &frame, const RasterPoint &point, bool fine) const
{
    const double pixel = frame.grid.pixel();
    const double column = (double(point.column) + (fine ? 0 : 0.5)) / (fine ? RasterGrid::kFine : 1);
    const QPointF middle(frame.x.edge(0) + column * pixel,
                         frame.plot.top() + (point.first + 0.5) * pixel / RasterGrid::kFine);
    if (!frame.plot.contains(middle))
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.style.color);
    painter.drawEllipse(middle, kLoneDotRadius, kLoneDotRadius);
}

void BarCurveLayer::drawPaths(QPainter &painter, const CurveFrame &frame) const
{
    const QList<QPolygonF> parts = outline(frame);
    if (m_look.shape == Shape::Area)
        drawArea(painter, frame, parts);
    for (const QPolygonF &part : parts) {
        if (part.size() == 1) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_look.style.color);
            painter.drawEllipse(part.first(), kLoneDotRadius, kLoneDotRadius);
        } else {
            painter.setBrush(Qt::NoBrush);
            drawDashedLine(painter, part, m_look.style.pen());
        }
    }
}

void BarCurveLayer::drawArea(QPainter &painter, const CurveFrame &frame, const QList<QPolygonF> &lines) const
{
    const double foot = footOf(frame);
    QColor fill = m_look.style.color;
    fill.setAlphaF(float(kAreaOpacity));
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    for (QPolygonF area : lines) {
        if (area.size() < 2)
            continue;
        const double right = area.constLast().x();
        const double left = area.constFirst().x();
        area << QPointF(right, foot) << QPointF(left, foot);
        painter.drawPolygon(area);
    }
}

void BarCurveLayer::drawBoxes(QPainter &painter, const CurveFrame &frame) const
{
    // Bars that share a device column are drawn as one: nobody could see them apart.
    std::vector<BarColumn> shown;
    for (const BarColumn &column : columns(frame.x)) {
        if (column.closed || !frame.x.isVisible(column.middle))
            continue;
        if (!shown.empty() && shown.front().middle != column.middle) {
            drawBox(painter, frame, shown);
            shown.clear();
        }
        shown.push_back(column);
    }
    if (!shown.empty())
        drawBox(painter, frame, shown);
}

void BarCurveLayer::drawBox(QPainter &painter, const CurveFrame &frame, std::span<const BarColumn> bars) const
{
    if (m_look.shape == Shape::Candles)
        drawCandle(painter, frame, bars);
    else
        drawVolume(painter, frame, bars);
}

void BarCurveLayer::drawBox(QPainter &painter, const CurveFrame &frame, AxisRange body, double top, double bottom,
                            bool up) const
{
    const double pixel = frame.grid.pixel();
    const double left = frame.x.edge(std::max<qint64>(body.begin, 0));
    const double right = frame.x.edge(std::min<qint64>(body.end, frame.x.columns()));
    double y0 = std::max(frame.grid.edge(top), frame.plot.top());
    const double y1 = std::min(frame.grid.edge(bottom), frame.plot.bottom());
    // Open equal to close is still a line.
    y0 = std::min(y0, y1 - pixel);
    const QRectF box(QPointF(left, y0), QPointF(right, y1));
    const double border = frame.grid.penWidth(1);
    if (!up || box.width() <= 2 * border || box.height() <= 2 * border) {
        painter.fillRect(box, up ? m_look.up : m_look.down);
        return;
    }
    const QRectF inside = box.adjusted(border, border, -border, -border);
    if (painter.paintEngine()->type() == QPaintEngine::Raster) { // such pixels without new pens and brushes
        painter.fillRect(box, m_look.up);
        painter.fillRect(inside, frame.background);
        return;
    }
    // A stroke, not two fills: viewers of PDF keep a thin stroke at every zoom, but drop the rim between two fills.
    painter.setPen(QPen(m_look.up, border, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(frame.background);
    const double half = border / 2;
    painter.drawRect(box.adjusted(half, half, -half, -half));
}

void BarCurveLayer::drawVolume(QPainter &painter, const CurveFrame &frame, std::span<const BarColumn> bars) const
{
    const auto valueOf = [this](const BarColumn &bar) { return m_values.of(m_history->bars[bar.bar]).value_or(0); };
    const BarColumn &greatest = *std::ranges::max_element(bars, {}, valueOf);
    const double value = valueOf(greatest);
    if (value <= 0)
        return;
    drawBox(painter, frame, barBody(greatest, m_look.sideIndex, m_look.sideCount), frame.y.y(value),
            frame.plot.bottom(), isUp(greatest.bar));
}

void BarCurveLayer::drawCandle(QPainter &painter, const CurveFrame &frame, std::span<const BarColumn> bars) const
{
    const BarColumn &column = bars.front();
    const core::Bar &first = m_history->bars[column.bar];
    const core::Bar &last = m_history->bars[bars.back().bar];
    qint64 highest = first.high;
    qint64 lowest = first.low;
    for (const BarColumn &bar : bars) {
        highest = std::max(highest, m_history->bars[bar.bar].high);
        lowest = std::min(lowest, m_history->bars[bar.bar].low);
    }
    const bool up = last.close >= first.open;
    const double high = std::max(frame.grid.edge(frame.y.y(m_values.ofPrice(highest))), frame.plot.top());
    const double low = std::min(frame.grid.edge(frame.y.y(m_values.ofPrice(lowest))), frame.plot.bottom());
    const double open = frame.y.y(m_values.ofPrice(first.open));
    const double close = frame.y.y(m_values.ofPrice(last.close));
    // The wick is as wide as the body's outline: whole device pixels around the middle column.
    const double wick = frame.grid.penWidth(1);
    const double left = frame.grid.edge(frame.x.centre(column.middle) - wick / 2);
    painter.fillRect(QRectF(left, high, wick, std::max(low - high, frame.grid.pixel())), up ? m_look.up : m_look.down);
    drawBox(painter, frame, barBody(column), std::min(open, close), std::max(open, close), up);
}

} // namespace tickmark::charts
