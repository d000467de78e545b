// SPDX-License-Identifier: GPL-3.0-or-later
#include "QuoteProvider.h"
#include "YahooProvider.h"

#include <algorithm>
#include <array>

namespace tickmark::sources {

std::span<const QuoteProvider *const> quoteProviders()
{
    static const YahooProvider yahoo;
    static const std::array<const QuoteProvider *, 1> all{&yahoo};
    return all;
}

const QuoteProvider *quoteProvider(const QString &code)
{
    const auto all = quoteProviders();
    const auto found = std::ranges::find(all, code, &QuoteProvider::code);
    return found == all.end() ? nullptr : *found;
}

} // namespace tickmark::sources
