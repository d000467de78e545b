// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "QuoteProvider.h"

namespace tickmark::sources {

//! Alpha Vantage's JSON: daily bars as traded, intraday bars, currencies. Says with HTTP 200 that a quota is used up.
class AlphaVantageProvider : public QuoteProvider
{
public:
    [[nodiscard]] QString code() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool needsKey() const override { return true; }
    [[nodiscard]] bool gives(qint64 intervalNs) const override;
    [[nodiscard]] QString symbolOf(const core::Instrument &instrument) const override;
    [[nodiscard]] int daysPerRequest(qint64 intervalNs) const override;
    [[nodiscard]] bool givesMonths(qint64 intervalNs) const override;
    [[nodiscard]] HttpRequest request(const BarsQuery &query, const ProviderSettings &settings) const override;
    [[nodiscard]] ProviderResult<FetchedBars> parse(const QByteArray &body, const BarsQuery &query) const override;
};

} // namespace tickmark::sources
