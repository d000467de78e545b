// SPDX-License-Identifier: GPL-3.0-or-later
#include "YMap.h"

#include <algorithm>
#include <cmath>

namespace tickmark::charts {

YMap::YMap(ValueRange range, double top, double bottom, bool logarithmic)
    : m_range(range),
      m_top(top),
      m_bottom(bottom),
      m_logarithmic(logarithmic),
      m_low(logarithmic ? std::log(range.low) : range.low),
      m_span((logarithmic ? std::log(range.high) : range.high) - m_low)
{}

double YMap::y(double value) const
{
    const double position = m_logarithmic ? std::log(value) : value;
    return m_bottom - (position - m_low) / m_span * (m_bottom - m_top);
}

double YMap::valueAt(double y) const
{
    const double position = m_low + (m_bottom - y) / (m_bottom - m_top) * m_span;
    return m_logarithmic ? std::exp(position) : position;
}

ValueRange padded(ValueRange values, double room, bool logarithmic)
{
    if (logarithmic) {
        const double ratio = std::max(values.high / values.low, 1.02);
        const double factor = std::pow(ratio, room);
        const double middle = std::sqrt(values.high * values.low);
        return {middle / std::sqrt(ratio) / factor, middle * std::sqrt(ratio) * factor};
    }
    double span = values.high - values.low;
    if (span <= 0) {
        // A flat curve runs through the middle; 1 % of its height either way keeps its ticks readable.
        span = std::max(std::abs(values.high) * 0.02, 1e-6);
        const double middle = values.low;
        values = {middle - span / 2, middle + span / 2};
    }
    return {values.low - room * span, values.high + room * span};
}

} // namespace tickmark::charts
