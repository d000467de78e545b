// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <sources/http/HttpRequest.h>
#include <sources/providers/ProviderFault.h>

#include <chrono>
#include <optional>

namespace tickmark::pipeline {

//! Why nothing of an answer is kept, whoever found it out.
struct FetchFault
{
    core::Error error;       //!< without secrets
    QString code;            //!< "rate_limited"
    bool endsSource = false; //!< there is no use in asking this source for anything else now
    std::optional<std::chrono::seconds> retryAfter = std::nullopt;
    bool isNoData = false; //!< a known symbol, and nothing in the range
    bool endsRun = false;  //!< the store fails
};

[[nodiscard]] FetchFault faultOf(const sources::HttpError &error);
//! Where some quotes of `symbol` came in other shares than the stored ones, which do not come again.
[[nodiscard]] FetchFault otherShares(const QString &source, const QString &symbol);
//! Of the store: what it refuses is a matter of the answer, all else ends the run.
[[nodiscard]] FetchFault faultOfStore(const core::Error &error);
//! `request` is the one that was answered; its secrets are taken out of what the provider says.
[[nodiscard]] FetchFault faultOf(const sources::ProviderError &error, const QString &source,
                                 const sources::HttpRequest &request);

} // namespace tickmark::pipeline
