// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/BarHistory.h>
#include <core/Price.h>

#include <optional>

namespace tickmark::charts {

//! What a bar's numbers look like on a value axis. A value.
class BarValues
{
public:
    //! Prices as they are.
    [[nodiscard]] static BarValues prices(const core::Series &series);
    //! Percent since `base`, which is above zero.
    [[nodiscard]] static BarValues percentSince(const core::Series &series, core::Price base);
    //! Volume divided by `unit` (1 million: volume in millions).
    [[nodiscard]] static BarValues volume(const core::Series &series, double unit);

    friend bool operator==(const BarValues &a, const BarValues &b)
    {
        const bool sameBase = a.m_base.has_value() == b.m_base.has_value()
                              && (!a.m_base || core::compare(*a.m_base, *b.m_base) == std::strong_ordering::equal);
        return sameBase && a.m_decimals == b.m_decimals && a.m_volumeUnit == b.m_volumeUnit;
    }

    [[nodiscard]] bool isVolume() const { return m_volumeUnit > 0; }
    //! Of a price in units of the series.
    [[nodiscard]] double ofPrice(qint64 units) const;
    //! Close, or volume; nothing when the source gave no volume.
    [[nodiscard]] std::optional<double> of(const core::Bar &bar) const;

private:
    int m_decimals = 0;
    std::optional<core::Price> m_base;
    std::optional<qint64> m_baseUnits; //!< the base in units of the series, when it has them
    double m_volumeUnit = 0;
};

} // namespace tickmark::charts
