// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TradeProvider.h"

namespace tickmark::sources {

//! Binance's trades by id; the first id of a time is asked for beforehand. The exchange has no dollars: "BTC-USD" is
//! answered with BTCUSDT, whose price is in Tether and may stand some tenths of a percent away from the dollar's. The title
//! says so; whoever needs dollars takes another exchange.
class BinanceProvider : public TradeProvider
{
public:
    [[nodiscard]] QString code() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString symbolOf(const core::Instrument &instrument) const override;
    [[nodiscard]] HttpRequest request(const TradesQuery &query, const ProviderSettings &settings) const override;
    [[nodiscard]] ProviderResult<FetchedTrades> parse(const QByteArray &body, const TradesQuery &query) const override;
};

} // namespace tickmark::sources
