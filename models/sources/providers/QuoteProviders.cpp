// SPDX-License-Identifier: GPL-3.0-or-later
#include "AlphaVantageProvider.h"
#include "EcbProvider.h"
#include "QuoteProvider.h"
#include "StooqProvider.h"
#include "TwelveDataProvider.h"
#include "YahooProvider.h"

#include <algorithm>
#include <array>

namespace tickmark::sources {

std::optional<FetchedBar> makeBar(const std::array<std::optional<core::Price>, 4> &openHighLowClose,
                                  std::optional<core::Price> volume)
{
    FetchedBar made;
    for (const auto &price : openHighLowClose) {
        if (!price)
            return std::nullopt;
        made.priceDecimals = std::max(made.priceDecimals, price->decimals);
    }
    std::array<qint64 *, 4> places{&made.bar.open, &made.bar.high, &made.bar.low, &made.bar.close};
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto scaled = core::rescaled(*openHighLowClose[i], made.priceDecimals);
        if (!scaled)
            return std::nullopt;
        *places[i] = scaled->units;
    }
    if (volume) {
        made.bar.volume = volume->units;
        made.sizeDecimals = volume->decimals;
    }
    return made;
}

std::span<const QuoteProvider *const> quoteProviders()
{
    static const YahooProvider yahoo;
    static const StooqProvider stooq;
    static const AlphaVantageProvider alphaVantage;
    static const TwelveDataProvider twelveData;
    static const EcbProvider ecb;
    static const std::array<const QuoteProvider *, 5> all{&yahoo, &stooq, &alphaVantage, &twelveData, &ecb};
    return all;
}

const QuoteProvider *quoteProvider(const QString &code)
{
    const auto all = quoteProviders();
    const auto found = std::ranges::find(all, code, &QuoteProvider::code);
    return found == all.end() ? nullptr : *found;
}

} // namespace tickmark::sources
