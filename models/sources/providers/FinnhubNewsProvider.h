// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "NewsProvider.h"

namespace tickmark::sources {

//! News of one company, https://finnhub.io/docs/api/company-news: headlines with summaries, companies of North America.
class FinnhubNewsProvider : public NewsProvider
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
