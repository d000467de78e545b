// SPDX-License-Identifier: GPL-3.0-or-later
#include "Series.h"

#include <array>
#include <utility>

namespace tickmark::core {

namespace {

constexpr std::array<std::pair<QuoteField, const char *>, 4> kFieldCodes{{
    {QuoteField::Trade, "trade"},
    {QuoteField::Bid, "bid"},
    {QuoteField::Ask, "ask"},
    {QuoteField::Bar, "bar"},
}};
constexpr std::array<std::pair<SeriesKind, const char *>, 3> kSeriesKindCodes{{
    {SeriesKind::Traded, "traded"},
    {SeriesKind::Simulated, "simulated"},
    {SeriesKind::DividendAdjusted, "dividend_adjusted"},
}};

template <typename Table, typename Value>
QString codeOf(const Table &table, Value wanted)
{
    for (const auto &[value, code] : table) {
        if (value == wanted)
            return QLatin1String(code);
    }
    return {};
}

template <typename Value, typename Table>
std::optional<Value> valueOf(const Table &table, const QString &wanted)
{
    for (const auto &[value, code] : table) {
        if (wanted == QLatin1String(code))
            return value;
    }
    return std::nullopt;
}

} // namespace

QString fieldCode(QuoteField field)
{
    return codeOf(kFieldCodes, field);
}

QString seriesKindCode(SeriesKind kind)
{
    return codeOf(kSeriesKindCodes, kind);
}

std::optional<QuoteField> fieldFromCode(const QString &code)
{
    return valueOf<QuoteField>(kFieldCodes, code);
}

std::optional<SeriesKind> seriesKindFromCode(const QString &code)
{
    return valueOf<SeriesKind>(kSeriesKindCodes, code);
}

} // namespace tickmark::core
