// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarValues.h"

#include <analysis/Rebase.h>

namespace tickmark::charts {

BarValues BarValues::prices(const core::Series &series)
{
    BarValues values;
    values.m_decimals = series.priceDecimals;
    return values;
}

BarValues BarValues::percentSince(const core::Series &series, core::Price base)
{
    BarValues values = prices(series);
    values.m_base = base;
    return values;
}

BarValues BarValues::volume(const core::Series &series, double unit)
{
    BarValues values;
    values.m_decimals = series.sizeDecimals;
    values.m_volumeUnit = unit;
    return values;
}

double BarValues::ofPrice(qint64 units) const
{
    const core::Price price{units, m_decimals};
    return m_base ? analysis::percentSince(*m_base, price) : core::toDouble(price);
}

std::optional<double> BarValues::of(const core::Bar &bar) const
{
    if (!isVolume())
        return ofPrice(bar.close);
    if (!bar.volume)
        return std::nullopt;
    return core::toDouble(core::Price{*bar.volume, m_decimals}) / m_volumeUnit;
}

} // namespace tickmark::charts
