// SPDX-License-Identifier: GPL-3.0-or-later
#include "XMap.h"

namespace tickmark::charts {

namespace {

//! Rounds towards minus infinity; the language rounds towards zero.
qint64 floorDivide(qint64 value, qint64 divisor)
{
    const qint64 quotient = value / divisor;
    return value % divisor < 0 ? quotient - 1 : quotient;
}

//! The least width of columns that cut into whole ns and of which `columns` hold `span`.
qint64 columnWidth(qint64 span, int columns)
{
    const qint64 parts = qint64(columns) * XMap::kFine;
    return std::max<qint64>(1, span / parts + (span % parts > 0 ? 1 : 0)) * XMap::kFine;
}

} // namespace

XMap::XMap(std::shared_ptr<const core::TimeScale> scale, AxisRange range, double left, int columns, PixelGrid grid)
    : m_scale(std::move(scale)), m_range(range), m_left(left), m_columnWidth(grid.pixel()), m_columns(columns)
{
    const qint64 span = std::max<qint64>(range.end - range.begin, 1);
    m_nsPerColumn = charts::columnWidth(span, columns);
    m_origin = floorDivide(range.begin, m_nsPerColumn) * m_nsPerColumn;
    if (m_origin + qint64(columns) * m_nsPerColumn < range.end) {
        // The origin moved left of the range by up to a column; one column less has to hold the range then.
        m_nsPerColumn = charts::columnWidth(span, columns - 1);
        m_origin = floorDivide(range.begin, m_nsPerColumn) * m_nsPerColumn;
    }
}

qint64 XMap::columnOf(qint64 axis) const
{
    return floorDivide(axis - m_origin, m_nsPerColumn);
}

qint64 XMap::columnOf(qint64 axis, int parts) const
{
    return floorDivide(axis - m_origin, m_nsPerColumn / parts);
}

} // namespace tickmark::charts
