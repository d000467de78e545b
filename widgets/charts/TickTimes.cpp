// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickTimes.h"

#include <algorithm>
#include <limits>

namespace tickmark::charts {

namespace {

constexpr qint64 kBeside = 8; // device columns

//! Rounds towards minus infinity; the language rounds towards zero.
qint64 floorDivide(qint64 value, qint64 divisor)
{
    const qint64 quotient = value / divisor;
    return value % divisor < 0 ? quotient - 1 : quotient;
}

} // namespace

TickColumns::TickColumns(const XMap &x, int sampling)
    : m_scale(x.sharedScale()),
      m_nsPerColumn(x.nsPerColumn()),
      m_firstDevice(floorDivide(x.origin(), x.nsPerColumn())),
      m_sampling(sampling),
      m_view{(m_firstDevice - kBeside) * sampling, (m_firstDevice + x.columns() + kBeside) * sampling}
{}

qint64 TickColumns::axisAt(qint64 column) const
{
    const qint64 device = floorDivide(column, m_sampling);
    return device * m_nsPerColumn + m_nsPerColumn * (column - device * m_sampling) / m_sampling;
}

qint64 TickColumns::columnOf(qint64 axis) const
{
    const qint64 first = floorDivide(axis, m_nsPerColumn) * m_sampling;
    qint64 column = first + m_sampling - 1;
    while (column > first && axisAt(column) > axis)
        --column;
    return column;
}

qint64 TickColumns::deviceColumn(qint64 column) const
{
    return floorDivide(column, m_sampling) - m_firstDevice;
}

std::vector<qint64> TickColumns::edges(qint64 first, qint64 end) const
{
    std::vector<qint64> axis;
    axis.reserve(std::size_t(end - first + 1));
    for (qint64 column = first; column <= end; ++column)
        axis.push_back(axisAt(column));
    return leastTimes(*m_scale, axis);
}

std::vector<qint64> leastTimes(const core::TimeScale &scale, const std::vector<qint64> &axis)
{
    if (!scale.isTradingTime() || axis.empty())
        return axis;
    std::vector<qint64> times;
    times.reserve(axis.size());
    const std::span<const core::TimeRange> open = scale.openRanges();
    // The range that holds the moment before the first position; from there on both ascend.
    const core::Time before = scale.toTime(axis.front() - 1);
    auto range = std::ranges::partition_point(open, [&](const core::TimeRange &one) { return one.end <= before; });
    qint64 begin = range == open.end() ? 0 : scale.toAxis(range->begin);
    for (const qint64 x : axis) {
        while (range != open.end() && begin + (range->end.ns - range->begin.ns) < x) {
            begin += range->end.ns - range->begin.ns;
            ++range;
        }
        if (range == open.end())
            times.push_back(std::numeric_limits<qint64>::max());
        else if (x <= begin)
            times.push_back(std::numeric_limits<qint64>::min());
        else
            times.push_back(range->begin.ns + (x - begin));
    }
    return times;
}

} // namespace tickmark::charts
