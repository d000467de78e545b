// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickTable.h"

#include <algorithm>

namespace tickmark::sources {

namespace {

//! `units` with `places` more decimals; false when that does not fit.
bool widen(qint64 &units, int places)
{
    return !__builtin_mul_overflow(units, core::powerOfTen(places), &units);
}

//! Gives all values one number of decimals more, or leaves all as they are.
bool widenAll(std::vector<core::Tick> &ticks, qint64 core::Tick::*value, int places)
{
    const auto fits = [&](const core::Tick &tick) {
        qint64 units = tick.*value;
        return widen(units, places);
    };
    if (!std::ranges::all_of(ticks, fits))
        return false;
    for (core::Tick &tick : ticks)
        tick.*value *= core::powerOfTen(places);
    return true;
}

//! Whether `price` has a place in a column of `decimals`, which gets more if it must.
inline bool hasPlace(core::Price price, int &decimals, std::vector<core::Tick> &ticks, qint64 core::Tick::*value)
{
    if (price.decimals == decimals)
        return true;
    if (price.decimals < decimals)
        return widen(price.units, decimals - price.decimals);
    if (!widenAll(ticks, value, price.decimals - decimals))
        return false;
    decimals = price.decimals;
    return true;
}

//! After hasPlace().
inline qint64 scaled(core::Price price, int decimals)
{
    return price.decimals == decimals ? price.units : price.units * core::powerOfTen(decimals - price.decimals);
}

} // namespace

SeriesTicks &TickTable::seriesOf(Symbol &symbol, int symbolIndex, std::size_t field)
{
    int &index = symbol.series[field];
    if (index < 0) {
        index = int(m_series.size());
        m_series.push_back({symbolIndex, core::QuoteField(field), 0, 0, {}});
    }
    return m_series[std::size_t(index)];
}

//! Widens the series of the row where they must; false when one of its numbers has no place in them.
bool TickTable::fits(const TickRow &row)
{
    if (std::size_t(row.symbolIndex) >= m_symbols.size())
        m_symbols.resize(std::size_t(row.symbolIndex) + 1);
    Symbol &symbol = m_symbols[std::size_t(row.symbolIndex)];
    for (std::size_t field = 0; field < TickRow::kFields; ++field) {
        if (!row.has[field])
            continue;
        SeriesTicks &series = seriesOf(symbol, row.symbolIndex, field);
        if (!hasPlace(row.prices[field], series.priceDecimals, series.ticks, &core::Tick::price)
            || !hasPlace(row.sizes[field], series.sizeDecimals, series.ticks, &core::Tick::size))
            return false;
    }
    return true;
}

SeriesTicks *TickTable::find(int symbolIndex, std::size_t field)
{
    const auto symbol = std::size_t(symbolIndex);
    const int series = symbol < m_symbols.size() ? m_symbols[symbol].series[field] : -1;
    return series < 0 ? nullptr : &m_series[std::size_t(series)];
}

void TickTable::count(int symbolIndex, qint64 rows, qint64 suspiciousRows)
{
    if (rows > 0)
        m_symbols[std::size_t(symbolIndex)].rows += rows;
    m_suspiciousRows += suspiciousRows;
}

bool TickTable::add(const TickRow &row)
{
    if (!fits(row))
        return false;
    Symbol &symbol = m_symbols[std::size_t(row.symbolIndex)];
    bool suspicious = false;
    for (std::size_t field = 0; field < TickRow::kFields; ++field) {
        if (!row.has[field])
            continue;
        SeriesTicks &series = m_series[std::size_t(symbol.series[field])];
        series.ticks.push_back(
            {row.time, scaled(row.prices[field], series.priceDecimals), scaled(row.sizes[field], series.sizeDecimals)});
        suspicious |= row.prices[field].units <= 0;
    }
    ++symbol.rows;
    m_suspiciousRows += suspicious;
    m_roundedRows += row.rounded;
    return true;
}

qint64 TickTable::rowsOf(int symbolIndex) const
{
    return std::size_t(symbolIndex) < m_symbols.size() ? m_symbols[std::size_t(symbolIndex)].rows : 0;
}

} // namespace tickmark::sources
