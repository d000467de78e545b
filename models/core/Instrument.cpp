// SPDX-License-Identifier: GPL-3.0-or-later
#include "Instrument.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tickmark::core {

namespace {

constexpr std::array<std::pair<InstrumentKind, const char *>, 6> kKindCodes{{
    {InstrumentKind::Stock, "stock"},
    {InstrumentKind::Index, "index"},
    {InstrumentKind::Etf, "etf"},
    {InstrumentKind::Fx, "fx"},
    {InstrumentKind::Crypto, "crypto"},
    {InstrumentKind::Commodity, "commodity"},
}};

const InstrumentNames *namesFor(const std::vector<InstrumentNames> &names, const QString &language)
{
    const InstrumentNames *any = nullptr;
    for (const InstrumentNames &candidate : names) {
        if (candidate.name.isEmpty())
            continue;
        if (candidate.language == language)
            return &candidate;
        if (!any)
            any = &candidate;
    }
    return any;
}

} // namespace

QString kindCode(InstrumentKind kind)
{
    for (const auto &[value, code] : kKindCodes) {
        if (value == kind)
            return QLatin1String(code);
    }
    return {};
}

std::optional<InstrumentKind> kindFromCode(const QString &code)
{
    for (const auto &[value, text] : kKindCodes) {
        if (code == QLatin1String(text))
            return value;
    }
    return std::nullopt;
}

bool isValidSymbol(const QString &symbol)
{
    constexpr qsizetype kLongest = 64;
    return !symbol.isEmpty() && symbol.size() <= kLongest && std::ranges::none_of(symbol, [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control || QStringLiteral(",;:").contains(c);
    });
}

QString Instrument::displayName(const QString &language) const
{
    const InstrumentNames *found = namesFor(names, language);
    return found ? found->name : symbol;
}

QString Instrument::shortName(const QString &language) const
{
    const InstrumentNames *found = namesFor(names, language);
    if (!found)
        return symbol;
    return found->shortName.isEmpty() ? found->name : found->shortName;
}

} // namespace tickmark::core
