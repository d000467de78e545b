// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sources/http/HttpRequest.h>

#include <QByteArray>
#include <QUrl>
#include <QUrlQuery>

namespace tickmark::sources {

//! What a user set up for one source, less its name and schedule.
struct ProviderSettings
{
    QUrl base;      //!< in place of the provider's own address (a mirror, a proxy, a test on loopback); empty: its own
    QByteArray key; //!< from the keychain; empty: none
    bool plainHttpAllowed = false;
};

//! Where a provider is asked, and how often at most.
struct ProviderAddress
{
    const char *base; //!< "https://api.example"
    std::chrono::milliseconds pause{0};
};

//! A request for `path` ("/v1/bars") of the provider, or of the mirror that the user set up, which has no such limit.
[[nodiscard]] HttpRequest requestTo(const ProviderAddress &provider, const ProviderSettings &settings,
                                    const QString &path, const QUrlQuery &words);

} // namespace tickmark::sources
