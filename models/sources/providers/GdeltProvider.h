// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "NewsProvider.h"

namespace tickmark::sources {

//! GDELT's search over the world's online news, https://api.gdeltproject.org/api/v2/doc/doc (DOC 2.0, ArtList): headlines
//! without texts. Asks for a pause of five seconds between requests; complains in plain text with HTTP 200.
class GdeltProvider : public NewsProvider
{
public:
    [[nodiscard]] QString code() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool perInstrument() const override { return true; }
    [[nodiscard]] QString symbolOf(const core::Instrument &instrument) const override;
    [[nodiscard]] HttpRequest request(const NewsQuery &query, const ProviderSettings &settings) const override;
    [[nodiscard]] ProviderResult<news::Feed> parse(const HttpResponse &answer, const NewsQuery &query) const override;
};

} // namespace tickmark::sources
