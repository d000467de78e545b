// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "QuoteProvider.h"

namespace tickmark::sources {

//! The euro reference rates of the European Central Bank: one rate a day, as a bar of four equal prices.
class EcbProvider : public QuoteProvider
{
public:
    [[nodiscard]] QString code() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool gives(qint64 intervalNs) const override;
    [[nodiscard]] QString symbolOf(const core::Instrument &instrument) const override;
    [[nodiscard]] int daysPerRequest(qint64 intervalNs) const override;
    [[nodiscard]] HttpRequest request(const BarsQuery &query, const ProviderSettings &settings) const override;
    [[nodiscard]] ProviderResult<FetchedBars> parse(const QByteArray &body, const BarsQuery &query) const override;
};

} // namespace tickmark::sources
