// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TradeProvider.h"

namespace tickmark::sources {

//! Kraken's public trades, by a cursor of nanoseconds. Bitcoin is XBT there, without a mark between the two sides (streams
//! write "BTC/USD"). Times are read by their digits, to the microsecond, as its stream has them. Faults come with HTTP 200.
class KrakenProvider : public TradeProvider
{
public:
    [[nodiscard]] QString code() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString symbolOf(const core::Instrument &instrument) const override;
    [[nodiscard]] HttpRequest request(const TradesQuery &query, const ProviderSettings &settings) const override;
    [[nodiscard]] ProviderResult<FetchedTrades> parse(const QByteArray &body, const TradesQuery &query) const override;
};

} // namespace tickmark::sources
