// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QString>

#include <tl/expected.hpp>

namespace tickmark::sources {

//! What an answer that came whole may say instead of what was asked for. Many providers say it with HTTP 200.
enum class ProviderFault {
    RateLimited, //!< too many requests for the moment
    QuotaUsed,   //!< for the day, or for the plan
    BadKey,
    UnknownSymbol,
    NoData,          //!< a known symbol, and nothing in the range
    NotWhatWasAsked, //!< HTML of a log-in page, another format
    Malformed,       //!< the right format, cut off or broken
};

struct ProviderError
{
    ProviderFault fault = ProviderFault::Malformed;
    QString detail; //!< what the provider said, or where the answer breaks; at most 200 characters, without secrets
};

template <typename T>
using ProviderResult = tl::expected<T, ProviderError>;

[[nodiscard]] inline tl::unexpected<ProviderError> providerFailure(ProviderFault fault, QString detail = {})
{
    return tl::unexpected(ProviderError{fault, detail.left(200)});
}

//! Worth another attempt later without a change by the user.
[[nodiscard]] bool isPassing(ProviderFault fault);

//! One translated sentence that names the source.
[[nodiscard]] core::Error toError(const ProviderError &error, const QString &sourceName);

//! The word in JSON: "rate_limited".
[[nodiscard]] QString codeOf(ProviderFault fault);

} // namespace tickmark::sources
