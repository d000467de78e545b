// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TradeProvider.h"

namespace tickmark::sources {

//! Trades of Coinbase's exchange, newest first and by id only: a backfill looks for the first trade of a time by halving
//! the ids, which are counted without holes, and then asks upwards in pages.
class CoinbaseProvider : public TradeProvider
{
public:
    [[nodiscard]] QString code() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString symbolOf(const core::Instrument &instrument) const override;
    [[nodiscard]] HttpRequest request(const TradesQuery &query, const ProviderSettings &settings) const override;
    [[nodiscard]] ProviderResult<FetchedTrades> parse(const QByteArray &body, const TradesQuery &query) const override;
};

} // namespace tickmark::sources
