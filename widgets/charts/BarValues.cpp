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
    if (const auto same = core::rescaled(base, values.m_decimals))
        values.m_baseUnits = same->units;
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
    // As analysis::percentSince, which has to find common decimals first; a chart asks for every bar of every frame.
    if (m_baseUnits)
        return double(units - *m_baseUnits) / double(*m_baseUnits) * 100.0;
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
