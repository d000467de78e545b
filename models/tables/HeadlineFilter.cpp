// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadlineFilter.h"

#include <algorithm>

namespace tickmark::tables {

bool HeadlineFilter::accepts(const Headline &headline) const
{
    const core::NewsItem &item = headline.item;
    if ((unreadOnly && headline.isRead) || (within && !within->contains(item.published)))
        return false;
    if ((!publisher.isEmpty() && item.publisher != publisher) || (!language.isEmpty() && item.language != language))
        return false;
    if (verdict && !headline.verdicts.contains(*verdict))
        return false;
    if (textMatches && !textMatches->contains(item.id))
        return false;
    return !instrumentId || std::ranges::any_of(headline.instruments, [this](const NamedInstrument &instrument) {
        return instrument.id == *instrumentId;
    });
}

} // namespace tickmark::tables
