// SPDX-License-Identifier: GPL-3.0-or-later
#include "YMap.h"

#include <algorithm>
#include <cmath>

namespace tickmark::charts {

namespace {

constexpr double kFlat = 1e-13; // of a value: no double tells the rows of a lesser height apart

double positionOf(double value, YScale scale)
{
    switch (scale) {
    case YScale::Log:
        return std::log(value);
    case YScale::LogPercent:
        return std::log1p(value / 100);
    case YScale::Linear:
        break;
    }
    return value;
}

} // namespace

YMap::YMap(ValueRange range, double top, double bottom, YScale scale)
    : m_range(range),
      m_top(top),
      m_bottom(bottom),
      m_scale(scale),
      m_low(positionOf(range.low, scale)),
      m_span(positionOf(range.high, scale) - m_low)
{}

double YMap::y(double value) const
{
    return m_bottom - (positionOf(value, m_scale) - m_low) / m_span * (m_bottom - m_top);
}

double YMap::valueAt(double y) const
{
    const double position = m_low + (m_bottom - y) / (m_bottom - m_top) * m_span;
    switch (m_scale) {
    case YScale::Log:
        return std::exp(position);
    case YScale::LogPercent:
        return std::expm1(position) * 100;
    case YScale::Linear:
        break;
    }
    return position;
}

ValueRange padded(ValueRange values, double room, YScale scale)
{
    if (scale == YScale::LogPercent) {
        const ValueRange factors = padded({1 + values.low / 100, 1 + values.high / 100}, room, YScale::Log);
        return {(factors.low - 1) * 100, (factors.high - 1) * 100};
    }
    if (scale == YScale::Log) {
        const double ratio = std::max(values.high / values.low, 1.02);
        const double factor = std::pow(ratio, room);
        const double middle = std::sqrt(values.high * values.low);
        return {middle / std::sqrt(ratio) / factor, middle * std::sqrt(ratio) * factor};
    }
    double span = values.high - values.low;
    if (span <= std::max(std::abs(values.low), std::abs(values.high)) * kFlat) {
        // A flat curve runs through the middle; 1 % of its height either way keeps its ticks readable.
        span = std::max(std::abs(values.high) * 0.02, 1e-6);
        const double middle = values.low;
        values = {middle - span / 2, middle + span / 2};
    }
    return {values.low - room * span, values.high + room * span};
}

} // namespace tickmark::charts
