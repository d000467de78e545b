// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "NewsProvider.h"

namespace tickmark::sources {

//! News that name one instrument, https://www.alphavantage.co/documentation/ (NEWS_SENTIMENT): headlines with summaries.
//! Its errors come with HTTP 200.
class AlphaVantageNewsProvider : public NewsProvider
{
public:
    [[nodiscard]] QString code() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool needsKey() const override { return true; }
    [[nodiscard]] bool perInstrument() const override { return true; }
    [[nodiscard]] QString symbolOf(const core::Instrument &instrument) const override;
    [[nodiscard]] HttpRequest request(const NewsQuery &query, const ProviderSettings &settings) const override;
    [[nodiscard]] ProviderResult<news::Feed> parse(const HttpResponse &answer, const NewsQuery &query) const override;
};

} // namespace tickmark::sources
