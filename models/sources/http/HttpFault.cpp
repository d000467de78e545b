// SPDX-License-Identifier: GPL-3.0-or-later
#include "HttpFault.h"

#include "FaultTable.h"

#include <QCoreApplication>

#include <algorithm>

namespace tickmark::sources {

namespace {

struct HttpTexts
{
    Q_DECLARE_TR_FUNCTIONS(HttpTexts)
};

using core::ErrorCode;

constexpr std::array kFaults = std::to_array<FaultRow<HttpFault>>({
    {HttpFault::Cancelled, "cancelled", ErrorCode::Cancelled, false, QT_TRANSLATE_NOOP("HttpTexts", "Stopped.")},
    {HttpFault::BadAddress, "bad_address", ErrorCode::InvalidInput, false,
     QT_TRANSLATE_NOOP("HttpTexts", "%1 is not an http or https address.")},
    {HttpFault::PlainRefused, "plain_refused", ErrorCode::InvalidInput, false,
     QT_TRANSLATE_NOOP("HttpTexts", "%1 is not encrypted. Use https, or allow plain http for this source.")},
    {HttpFault::HostNotFound, "host_not_found", ErrorCode::Io, false,
     QT_TRANSLATE_NOOP("HttpTexts", "The host of %1 was not found. Is the network connected?")},
    {HttpFault::Unreachable, "unreachable", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("HttpTexts", "%1 does not accept connections at the moment.")},
    {HttpFault::ProxyFailed, "proxy_failed", ErrorCode::Io, false,
     QT_TRANSLATE_NOOP("HttpTexts",
                       "The proxy did not let the request to %1 pass. Check the proxy settings of this computer.")},
    {HttpFault::ConnectTimedOut, "connect_timed_out", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("HttpTexts", "%1 did not answer in time. Is the network connected?")},
    {HttpFault::Stalled, "stalled", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("HttpTexts", "%1 stopped sending before the answer was whole.")},
    {HttpFault::TookTooLong, "took_too_long", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("HttpTexts", "%1 took too long to answer.")},
    {HttpFault::Broken, "broken", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("HttpTexts", "The connection to %1 broke off.")},
    {HttpFault::Truncated, "truncated", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("HttpTexts", "The answer of %1 came incomplete.")},
    {HttpFault::CertificateExpired, "certificate_expired", ErrorCode::Io, false,
     QT_TRANSLATE_NOOP("HttpTexts",
                       "The certificate of %1 has expired or is not valid yet. Is the clock of this computer right?")},
    {HttpFault::CertificateUntrusted, "certificate_untrusted", ErrorCode::Io, false,
     QT_TRANSLATE_NOOP("HttpTexts", "The certificate of %1 comes from nobody this computer trusts. Nothing was sent.")},
    {HttpFault::CertificateOfOther, "certificate_of_other", ErrorCode::Io, false,
     QT_TRANSLATE_NOOP("HttpTexts",
                       "The certificate shown by %1 belongs to another host. Nothing was sent. Check the address.")},
    {HttpFault::TlsFailed, "tls_failed", ErrorCode::Io, false,
     QT_TRANSLATE_NOOP("HttpTexts", "No encrypted connection to %1 came about.")},
    {HttpFault::BadCompression, "bad_compression", ErrorCode::Damaged, true,
     QT_TRANSLATE_NOOP("HttpTexts", "The answer of %1 cannot be unpacked.")},
    {HttpFault::BodyTooLarge, "body_too_large", ErrorCode::Unsupported, false,
     QT_TRANSLATE_NOOP("HttpTexts", "The answer of %1 is larger than this source may send.")},
    {HttpFault::HeadersTooLarge, "headers_too_large", ErrorCode::Unsupported, false,
     QT_TRANSLATE_NOOP("HttpTexts", "The answer of %1 is not what a source sends. Check the address.")},
    {HttpFault::NotHttp, "not_http", ErrorCode::InvalidInput, false,
     QT_TRANSLATE_NOOP("HttpTexts", "What answers at %1 is no web server. Check the address.")},
    {HttpFault::TooManyRedirects, "too_many_redirects", ErrorCode::Io, false,
     QT_TRANSLATE_NOOP("HttpTexts", "%1 sends the request round in circles. Check the address.")},
    {HttpFault::DowngradeRefused, "downgrade_refused", ErrorCode::Io, false,
     QT_TRANSLATE_NOOP("HttpTexts", "%1 leads to an address without encryption. That was not followed.")},
    {HttpFault::BadRedirect, "bad_redirect", ErrorCode::Io, false,
     QT_TRANSLATE_NOOP("HttpTexts",
                       "%1 leads to an address that cannot be trusted with the request. Check the address.")},
    {HttpFault::Unauthorized, "unauthorized", ErrorCode::Io, false,
     QT_TRANSLATE_NOOP("HttpTexts", "%1 asks for a valid key. Check the key of this source.")},
    {HttpFault::LoginNeeded, "login_needed", ErrorCode::Io, false,
     QT_TRANSLATE_NOOP("HttpTexts", "%1 asks for a log-in, and this source has none to give. Check the address.")},
    {HttpFault::Forbidden, "forbidden", ErrorCode::Io, false,
     QT_TRANSLATE_NOOP("HttpTexts", "%1 refuses access. Check the key and what your account there includes.")},
    {HttpFault::NotFound, "not_found", ErrorCode::NotFound, false,
     QT_TRANSLATE_NOOP("HttpTexts", "There is nothing at %1. Check the address and symbols of this source.")},
    {HttpFault::RateLimited, "rate_limited", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("HttpTexts", "%1 has had too many requests and asks for a pause.")},
    {HttpFault::Refused, "refused", ErrorCode::Io, false,
     QT_TRANSLATE_NOOP("HttpTexts", "%1 did not accept the request. Check the settings of this source.")},
    {HttpFault::ServerFailed, "server_failed", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("HttpTexts", "The server of %1 reports an error of its own.")},
});

static_assert(standInOrder(kFaults));

} // namespace

bool isPassing(HttpFault fault)
{
    return rowOf(kFaults, fault).passing;
}

QString codeOf(HttpFault fault)
{
    return QString::fromLatin1(rowOf(kFaults, fault).code);
}

QString httpSentence(const QString &code, const QString &address)
{
    const auto row = std::ranges::find_if(
        kFaults, [&](const FaultRow<HttpFault> &one) { return code == QLatin1String(one.code); });
    if (row == kFaults.end())
        return {};
    const QString sentence = HttpTexts::tr(row->text);
    return row->fault == HttpFault::Cancelled ? sentence : sentence.arg(address); // of no address
}

core::Error toError(const HttpError &error)
{
    const FaultRow<HttpFault> &row = rowOf(kFaults, error.fault);
    QString detail = error.detail;
    if (error.status != 0)
        detail = QStringLiteral("HTTP %1 ").arg(error.status) % detail;
    return {row.error, httpSentence(codeOf(error.fault), error.address), detail.trimmed()};
}

} // namespace tickmark::sources
