// SPDX-License-Identifier: GPL-3.0-or-later
#include "BinanceProvider.h"
#include "CoinbaseProvider.h"
#include "KrakenProvider.h"
#include "TradeProvider.h"

#include <algorithm>
#include <array>

namespace tickmark::sources {

std::span<const TradeProvider *const> tradeProviders()
{
    static const KrakenProvider kraken;
    static const CoinbaseProvider coinbase;
    static const BinanceProvider binance;
    static const std::array<const TradeProvider *, 3> all{&kraken, &coinbase, &binance};
    return all;
}

const TradeProvider *tradeProvider(const QString &code)
{
    const auto all = tradeProviders();
    const auto found = std::ranges::find(all, code, &TradeProvider::code);
    return found == all.end() ? nullptr : *found;
}

} // namespace tickmark::sources
