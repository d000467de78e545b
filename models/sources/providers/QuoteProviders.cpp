// SPDX-License-Identifier: GPL-3.0-or-later
#include "AlphaVantageProvider.h"
#include "EcbProvider.h"
#include "FinnhubProvider.h"
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
    if (volume && volume->units >= 0) {
        made.bar.volume = volume->units;
        made.sizeDecimals = volume->decimals;
    }
    return made;
}

void putInOrder(FetchedBars &fetched)
{
    const auto key = [](const FetchedBar &one) { return std::pair(one.bar.session, one.bar.start); };
    auto &bars = fetched.bars;
    std::ranges::stable_sort(bars, {}, key);
    // From behind, where the last one of each time comes first.
    const auto older = std::unique(bars.rbegin(), bars.rend(), [&key](const FetchedBar &one, const FetchedBar &other) {
        return key(one) == key(other);
    });
    fetched.rowsLeftOut += bars.rend() - older;
    bars.erase(bars.begin(), older.base());
}

std::span<const QuoteProvider *const> quoteProviders()
{
    static const YahooProvider yahoo;
    static const StooqProvider stooq;
    static const AlphaVantageProvider alphaVantage;
    static const TwelveDataProvider twelveData;
    static const FinnhubProvider finnhub;
    static const EcbProvider ecb;
    static const std::array<const QuoteProvider *, 6> all{&yahoo, &stooq, &alphaVantage, &twelveData, &finnhub, &ecb};
    return all;
}

const QuoteProvider *quoteProvider(const QString &code)
{
    const auto all = quoteProviders();
    const auto found = std::ranges::find(all, code, &QuoteProvider::code);
    return found == all.end() ? nullptr : *found;
}

} // namespace tickmark::sources
