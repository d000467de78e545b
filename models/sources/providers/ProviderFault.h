// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <sources/http/HttpRequest.h>

#include <QString>
#include <QStringView>

#include <tl/expected.hpp>

namespace tickmark::sources {

//! What an answer that came whole may say instead of what was asked for. Many providers say it with HTTP 200.
enum class ProviderFault {
    RateLimited, //!< too many requests for the moment
    QuotaUsed,   //!< for the day, or for the plan
    BadKey,
    NotInPlan, //!< the key is fine, and what it was bought for does not hold this
    UnknownSymbol,
    BadQuery,        //!< a service that searches does not accept the words
    NoData,          //!< a known symbol, and nothing in the range
    Unavailable,     //!< the service is down and says so
    WebPage,         //!< HTML in place of data: of a log-in page, of a door keeper
    NotWhatWasAsked, //!< another format, other words, other content
    Malformed,       //!< the right format, cut off or broken
};

struct ProviderError
{
    ProviderFault fault = ProviderFault::Malformed;
    QString detail; //!< what the provider said, or where the answer breaks; one line of at most 200 characters
};

template <typename T>
using ProviderResult = tl::expected<T, ProviderError>;

//! `detail` is foreign text of any length: made fit to be shown, and cut.
[[nodiscard]] tl::unexpected<ProviderError> providerFailure(ProviderFault fault, QStringView detail = {});

//! Services repeat the key that they were given ("We have detected your API key as ..."): the same error without the
//! secrets of the request that it answers. Whoever sends a request passes its provider's error through this.
[[nodiscard]] ProviderError withoutSecrets(ProviderError error, const HttpRequest &request);

//! Worth another attempt later without a change by the user.
[[nodiscard]] bool isPassing(ProviderFault fault);

//! One translated sentence that names the source.
[[nodiscard]] core::Error toError(const ProviderError &error, const QString &sourceName);

//! That sentence by the fault's word; empty: no fault is called so.
[[nodiscard]] QString providerSentence(const QString &code, const QString &sourceName);

//! The word in JSON: "rate_limited".
[[nodiscard]] QString codeOf(ProviderFault fault);

} // namespace tickmark::sources
