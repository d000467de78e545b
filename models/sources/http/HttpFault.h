// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QString>

#include <chrono>
#include <optional>

namespace tickmark::sources {

//! Everything that may become of a request except an answer.
enum class HttpFault {
    Cancelled,
    BadAddress,   //!< not http(s), or without a host
    PlainRefused, //!< http to another machine, which nobody allowed
    HostNotFound,
    Unreachable,
    ProxyFailed,
    ConnectTimedOut,
    Stalled, //!< connected, and then not one byte for too long
    TookTooLong,
    Broken,    //!< the connection was reset or closed in the middle
    Truncated, //!< fewer bytes than announced
    CertificateExpired,
    CertificateUntrusted,
    CertificateOfOther, //!< made out for another host
    TlsFailed,
    BadCompression,
    BodyTooLarge,
    HeadersTooLarge,
    NotHttp,
    TooManyRedirects,
    DowngradeRefused, //!< a redirect from https to http
    BadRedirect,      //!< without an address, to one that is not http(s), or one that would hand a key to another host
    Unauthorized,     //!< 401, 407, to a key
    LoginNeeded,      //!< the same where none was sent
    Forbidden,        //!< 403
    NotFound,         //!< 404, 410
    RateLimited,      //!< 429
    Refused,          //!< any other 4xx, and statuses that nobody asked for
    ServerFailed,     //!< 5xx
};

//! A request's failure as a value.
struct HttpError
{
    HttpFault fault = HttpFault::Broken;
    int status = 0;                                 //!< of the last answer; 0 when there was none
    std::optional<std::chrono::seconds> retryAfter; //!< what the server asked for
    QString address;                                //!< scheme, host and path: no query, no user, no secret
    QString detail;                                 //!< what the library said, untranslated, without secrets
    int attempts = 1;                               //!< 0: cancelled before anybody was asked
};

//! Worth a second attempt within the same request: the next one may find another server or another moment.
[[nodiscard]] bool isPassing(HttpFault fault);

//! The failure as the rest of the program carries it: one translated sentence that names the address.
[[nodiscard]] core::Error toError(const HttpError &error);

//! That sentence by the fault's word; empty: no fault is called so.
[[nodiscard]] QString httpSentence(const QString &code, const QString &address);

//! The word of a fault in JSON and logs: "connect_timed_out".
[[nodiscard]] QString codeOf(HttpFault fault);

} // namespace tickmark::sources
