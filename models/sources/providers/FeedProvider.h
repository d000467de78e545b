// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "NewsProvider.h"

namespace tickmark::sources {

//! Feeds that any site may have: RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed, at an address that the user names.
class FeedProvider : public NewsProvider
{
public:
    [[nodiscard]] QString code() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool needsAddress() const override { return true; }
    [[nodiscard]] HttpRequest request(const NewsQuery &query, const ProviderSettings &settings) const override;
    [[nodiscard]] ProviderResult<news::Feed> parse(const HttpResponse &answer, const NewsQuery &query) const override;
};

} // namespace tickmark::sources
