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

//! From display values (price, percent or volume) to px and back; linear or logarithmic. Immutable value.
class YMap
{
public:
    //! `range.low` stands at `bottom`, `range.high` at `top`; low < high, and low > 0 when logarithmic.
    YMap(ValueRange range, double top, double bottom, bool logarithmic);

    [[nodiscard]] double y(double value) const;
    //! The value at `y`: a layer that snaps to device rows computes its rows' edges from it, once per view.
    [[nodiscard]] double valueAt(double y) const;

    [[nodiscard]] ValueRange range() const { return m_range; }
    [[nodiscard]] bool isLogarithmic() const { return m_logarithmic; }
    [[nodiscard]] double top() const { return m_top; }
    [[nodiscard]] double bottom() const { return m_bottom; }

private:
    ValueRange m_range;
    double m_top;
    double m_bottom;
    bool m_logarithmic;
    double m_low; //!< of the range, or its logarithm
    double m_span;
};

//! `values` with room above and below, and never of zero height. `room` is the part of the height left free on each
//! side. Logarithmic ranges grow by a factor and stay above zero.
[[nodiscard]] ValueRange padded(ValueRange values, double room, bool logarithmic);

} // namespace tickmark::charts
