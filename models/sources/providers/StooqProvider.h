// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "QuoteProvider.h"

namespace tickmark::sources {

//! Stooq's files of daily bars; prices come with splits and dividends as the service keeps them.
class StooqProvider : public QuoteProvider
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
