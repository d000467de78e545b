// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ProviderFault.h"
#include "ProviderSettings.h"
#include <core/Instrument.h>
#include <core/Time.h>
#include <news/Feed.h>
#include <sources/http/HttpRequest.h>

#include <span>

namespace tickmark::sources {

//! What to ask a news service for. A feed is asked for as a whole: it looks at nothing of this.
struct NewsQuery
{
    QString symbol; //!< as NewsProvider::symbolOf() spells it; of a service that searches, any words
    core::Time from;
    core::Time until;
};

//! One service that gives headlines. Request building and parsing are pure: no network, no clock, no state; safe on any
//! thread. A new provider is one file with a class and one line in NewsProviders.cpp.
class NewsProvider
{
public:
    virtual ~NewsProvider() = default;

    //! The word in settings, JSON and on the command line: "gdelt". No provider of quotes has the same.
    [[nodiscard]] virtual QString code() const = 0;
    //! Its name as people write it.
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual bool needsKey() const { return false; }
    //! Whether ProviderSettings::base is what the user has to name: the feed.
    [[nodiscard]] virtual bool needsAddress() const { return false; }
    //! Whether it is asked once for each instrument, else once for all.
    [[nodiscard]] virtual bool perInstrument() const { return false; }
    //! How the provider spells the instrument; empty: it knows no news of it, or is not asked for instruments.
    [[nodiscard]] virtual QString symbolOf(const core::Instrument &instrument) const;
    [[nodiscard]] virtual HttpRequest request(const NewsQuery &query, const ProviderSettings &settings) const = 0;
    //! All items of an answer, or a fault: of an answer that was cut off nothing is handed on. No items at all is an
    //! answer too. An item's publisher is FeedItem::source; empty where it is the feed itself.
    [[nodiscard]] virtual ProviderResult<news::Feed> parse(const HttpResponse &answer,
                                                           const NewsQuery &query) const = 0;
};

//! All of them, in the order in which a list shows them. They live as long as the program.
[[nodiscard]] std::span<const NewsProvider *const> newsProviders();
//! Null when there is none of that code.
[[nodiscard]] const NewsProvider *newsProvider(const QString &code);

} // namespace tickmark::sources
