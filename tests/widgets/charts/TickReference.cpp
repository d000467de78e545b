// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickReference.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tickmark::tests {

using namespace charts;

namespace {

constexpr double kDotRadius = 2.5;
constexpr double kAreaOpacity = 0.10;
constexpr double kFewTicks = 4;
constexpr double kNearEdge = 1e-4;  // rows; nearer than this, the last bit of a logarithm decides
constexpr double kLastBits = 4e-15; // of a value

qint64 floorDivide(qint64 value, qint64 divisor)
{
    return value / divisor - (value % divisor < 0 ? 1 : 0);
}

//! The least time that stands at `axis` or right of it.
core::Time leastTime(const core::TimeScale &scale, qint64 axis)
{
    qint64 below = std::numeric_limits<qint64>::min();
    qint64 at = std::numeric_limits<qint64>::max();
    if (scale.toAxis(core::Time{below}) >= axis)
        return core::Time{below};
    while (quint64(at) - quint64(below) > 1) {
        const auto between = qint64(quint64(below) + (quint64(at) - quint64(below)) / 2);
        (scale.toAxis(core::Time{between}) >= axis ? at : below) = between;
    }
    return core::Time{at};
}

ticks::RowTable rowTable(const TickCurve &curve, const std::optional<core::Price> &base, const CurveFrame &frame)
{
    const BarValues values = base ? BarValues::percentSince(curve.series, *base) : BarValues::prices(curve.series);
    const double rowsPerPx = frame.grid.scale() * RasterGrid::kFine;
    const double unit = double(core::powerOfTen(curve.series.priceDecimals));
    const double top = frame.plot.top();
    const auto position = [values, y = frame.y, rowsPerPx, top](qint64 price) {
        const double row = (y.y(values.ofPrice(price)) - top) * rowsPerPx;
        return std::isfinite(row) ? row : double(ticks::RowTable::kFarthest);
    };
    const auto priceNear = [&](double row) {
        const double value = frame.y.valueAt(top + row / rowsPerPx);
        return (base ? core::toDouble(*base) * (1 + value / 100) : value) * unit;
    };
    return {RasterGrid::of(frame, true).rows(), position, priceNear};
}

} // namespace

TickReference::TickReference(const TickCurve &curve, std::optional<core::Price> base, const BarCurveLayer::Look &look,
                             const CurveFrame &frame, bool fine)
    : m_frame(frame),
      m_grid(RasterGrid::of(frame, fine)),
      m_look(look),
      m_calendar(curve.calendar),
      m_gaps(curve.gaps),
      m_unit(double(core::powerOfTen(curve.series.priceDecimals))),
      m_base(base),
      m_rows(rowTable(curve, base, frame)),
      m_rowsPerPx(frame.grid.scale() * RasterGrid::kFine),
      m_nsPerColumn(frame.x.nsPerColumn() / m_grid.columnSampling()),
      m_plotBegin(floorDivide(frame.x.origin(), m_nsPerColumn))
{}

double TickReference::valueOf(qint64 price) const
{
    using Exact = long double; // holds every integer of 64 bits
    if (!m_base)
        return double(price) / m_unit;
    const Exact base = Exact(m_base->units) * Exact(m_unit) / Exact(core::powerOfTen(m_base->decimals));
    return double((Exact(price) - base) / base * 100);
}

int TickReference::rowOf(qint64 price) const
{
    const ValueRange range = m_frame.y.range();
    const double value = valueOf(price);
    const double row = (m_frame.y.y(value) - m_frame.plot.top()) * m_rowsPerPx;
    const double blur = kLastBits * std::max({std::abs(value), std::abs(range.low), std::abs(range.high)})
                        / (range.high - range.low) * m_rows.rows();
    if (!std::isfinite(row) || std::abs(row) >= ticks::RowTable::kFarthest
        || std::abs(row - std::round(row)) < std::max(kNearEdge, blur))
        return m_rows.row(price);
    return int(std::floor(row));
}

bool TickReference::isSessionBetween(core::Time before, core::Time after) const
{
    const core::TimeScale &scale = m_frame.x.scale();
    // Sessions are hours long, and narrow ones do not count.
    if (after.ns - before.ns < std::max(core::kNsPerHour, m_frame.x.nsPerColumn()))
        return false;
    const core::SessionDate first = m_calendar->sessionDateOf(before);
    const core::SessionDate last = m_calendar->sessionDateOf(after);
    for (core::SessionDate date = first.plusDays(1); date < last; date = date.plusDays(1)) {
        const auto session = m_calendar->session(date);
        if (session && session->verified
            && scale.toAxis(session->hours.end) - scale.toAxis(session->hours.begin) >= m_frame.x.nsPerColumn())
            return true;
    }
    return false;
}

bool TickReference::isJoined(const core::Tick &tick)
{
    bool joined = m_last.has_value();
    for (; m_nextGap < m_gaps.size() && m_gaps[m_nextGap].begin <= tick.time; ++m_nextGap)
        joined = joined && m_gaps[m_nextGap].begin <= m_last->time;
    return joined && !isSessionBetween(m_last->time, tick.time);
}

void TickReference::add(const core::Tick &tick)
{
    const qint64 column = floorDivide(m_frame.x.scale().toAxis(tick.time), m_nsPerColumn) - m_plotBegin;
    const int row = rowOf(tick.price);
    const bool joined = isJoined(tick);
    if (!joined) {
        endPiece();
        m_pieceColumn = column;
    }
    m_points.push_back({column, row, row, row, row, joined});
    m_last = tick;
}

void TickReference::endPiece()
{
    if (m_last && m_points.back().column == m_pieceColumn)
        m_dots.push_back({m_pieceColumn, m_last->price});
}

//! Where an area ends: at zero where that is in view and has a place, else at the foot of the plot.
int TickReference::footRow() const
{
    const ValueRange range = m_frame.y.range();
    const bool zero = m_frame.y.scale() == YScale::Linear && range.low < 0 && range.high > 0;
    const double foot = zero ? m_frame.y.y(0) : m_frame.plot.bottom();
    return int(std::lround((foot - m_frame.plot.top()) * m_rowsPerPx));
}

void TickReference::draw(QPainter &painter)
{
    endPiece();
    RasterLook look;
    if (m_look.shape == BarCurveLayer::Shape::Step)
        look.shape = RasterLook::Shape::Step;
    else if (m_look.shape == BarCurveLayer::Shape::Area)
        look.shape = RasterLook::Shape::Area;
    look.color = m_look.style.color;
    look.width = m_look.style.width * m_frame.grid.scale();
    look.areaOpacity = kAreaOpacity;
    look.foot = footRow();
    CurveRaster raster;
    drawPicture(painter, m_frame, raster.draw(m_grid, m_points, look));

    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.style.color);
    for (const Dot &dot : m_dots) {
        const qint64 device = floorDivide(dot.column, m_grid.columnSampling());
        const QPointF middle(m_frame.x.centre(device), m_frame.y.y(valueOf(dot.price)));
        if (m_frame.plot.contains(middle))
            painter.drawEllipse(middle, kDotRadius, kDotRadius);
    }
}

bool isFine(const ticks::TickSnapshot &snapshot, const XMap &x)
{
    const core::Time begin = std::max(leastTime(x.scale(), x.axisAt(0)), snapshot.firstTime());
    const core::Time end = std::min(leastTime(x.scale(), x.axisAt(x.columns())),
                                    core::Time{snapshot.lastTime().ns + 1});
    return end <= begin || snapshot.estimatedTicks(begin, end) < kFewTicks * x.columns();
}

qint64 differingPixels(const QImage &a, const QImage &b)
{
    qint64 count = 0;
    for (int y = 0; y < a.height(); ++y) {
        const auto *left = reinterpret_cast<const QRgb *>(a.constScanLine(y));
        const auto *right = reinterpret_cast<const QRgb *>(b.constScanLine(y));
        for (int x = 0; x < a.width(); ++x)
            count += left[x] != right[x] ? 1 : 0;
    }
    return count;
}

} // namespace tickmark::tests
