// SPDX-License-Identifier: GPL-3.0-or-later
#include "AlphaVantageNewsProvider.h"
#include "FeedProvider.h"
#include "FinnhubNewsProvider.h"
#include "GdeltProvider.h"
#include "NewsProvider.h"

#include <algorithm>
#include <array>

namespace tickmark::sources {

QString NewsProvider::symbolOf(const core::Instrument &) const
{
    return {};
}

std::span<const NewsProvider *const> newsProviders()
{
    static const FeedProvider feed;
    static const GdeltProvider gdelt;
    static const FinnhubNewsProvider finnhub;
    static const AlphaVantageNewsProvider alphaVantage;
    static const std::array<const NewsProvider *, 4> all{&feed, &gdelt, &finnhub, &alphaVantage};
    return all;
}

const NewsProvider *newsProvider(const QString &code)
{
    const auto all = newsProviders();
    const auto found = std::ranges::find(all, code, &NewsProvider::code);
    return found == all.end() ? nullptr : *found;
}

} // namespace tickmark::sources
