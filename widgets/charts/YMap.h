// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tickmark::charts {

struct ValueRange
{
    double low = 0;
    double high = 0;

    [[nodiscard]] ValueRange united(ValueRange other) const
    {
        return {low < other.low ? low : other.low, high > other.high ? high : other.high};
    }
    friend bool operator==(const ValueRange &, const ValueRange &) = default;
};

//! How values become heights. LogPercent: equal ratios are equally high, and values are percent since a base, so that
//! +100 and -50 are equally far from 0.
enum class YScale { Linear, Log, LogPercent };

//! From display values (price, percent or volume) to px and back. Immutable value.
class YMap
{
public:
    //! `range.low` stands at `bottom`, `range.high` at `top`; low < high, low > 0 for Log, low > -100 for LogPercent.
    YMap(ValueRange range, double top, double bottom, YScale scale);
    YMap(ValueRange range, double top, double bottom, bool logarithmic)
        : YMap(range, top, bottom, logarithmic ? YScale::Log : YScale::Linear)
    {}

    [[nodiscard]] double y(double value) const;
    //! The value at `y`: a layer that snaps to device rows computes its rows' edges from it, once per view.
    [[nodiscard]] double valueAt(double y) const;

    [[nodiscard]] ValueRange range() const { return m_range; }
    [[nodiscard]] YScale scale() const { return m_scale; }
    [[nodiscard]] bool isLogarithmic() const { return m_scale != YScale::Linear; }
    [[nodiscard]] double top() const { return m_top; }
    [[nodiscard]] double bottom() const { return m_bottom; }

private:
    ValueRange m_range;
    double m_top;
    double m_bottom;
    YScale m_scale;
    double m_low; //!< position of the range's low end
    double m_span;
};

//! `values` with room above and below, and never of zero height. `room` is the part of the height left free on each
//! side. Logarithmic ranges grow by a factor and stay where a logarithm has a value.
[[nodiscard]] ValueRange padded(ValueRange values, double room, YScale scale);
[[nodiscard]] inline ValueRange padded(ValueRange values, double room, bool logarithmic)
{
    return padded(values, room, logarithmic ? YScale::Log : YScale::Linear);
}

} // namespace tickmark::charts
