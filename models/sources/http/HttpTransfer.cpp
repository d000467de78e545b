// SPDX-License-Identifier: GPL-3.0-or-later
#include "HttpTransfer.h"

#include "HttpRules.h"

#include <QFile>

#include <openssl/x509_vfy.h>

#include <algorithm>

namespace tickmark::sources {

namespace {

constexpr qint64 kFirstReserve = 1024 * 1024; //!< no announced length makes us allocate more at once

bool startsWithName(QByteArrayView line, QByteArrayView name)
{
    return line.size() > name.size() && line[name.size()] == ':'
           && line.first(name.size()).compare(name, Qt::CaseInsensitive) == 0;
}

QByteArray valueOf(QByteArrayView line)
{
    return line.sliced(line.indexOf(':') + 1).trimmed().toByteArray();
}

//! Of the system, all in one.
bool hasCertificateFile()
{
    static const bool exists = [] {
        const char *file = curl_version_info(CURLVERSION_NOW)->cainfo;
        return file && QFile::exists(QFile::decodeName(file));
    }();
    return exists;
}

} // namespace

HttpTransfer::HttpTransfer(const HttpRequest &request, const QUrl &url, const QByteArray &caFile,
                           const QByteArray &userAgent)
    : m_request(request), m_url(url), m_easy(curl_easy_init())
{
    if (m_easy)
        setUp(caFile, userAgent);
}

void HttpTransfer::setUp(const QByteArray &caFile, const QByteArray &userAgent)
{
    CURL *easy = m_easy.get();
    const HttpLimits &limits = m_request.limits;
    const QByteArray address = withSecrets(m_url, m_request).toEncoded(QUrl::RemoveFragment);
    curl_easy_setopt(easy, CURLOPT_URL, address.constData());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "https,http");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    curl_easy_setopt(easy, CURLOPT_HTTP09_ALLOWED, 0L);
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, ""); // all that the library unpacks
    curl_easy_setopt(easy, CURLOPT_USERAGENT, userAgent.constData());
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); // a name that is still looked up is left to its thread
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.total.count()));
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_error.data());
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &HttpTransfer::onBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &HttpTransfer::onHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    if (!caFile.isEmpty())
        curl_easy_setopt(easy, CURLOPT_CAINFO, caFile.constData());
    // beside a folder, the file would be read again for each connection: that holds up all others, and closing
    if (!caFile.isEmpty() || hasCertificateFile())
        curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);
    setHeaders();
}

void HttpTransfer::setHeaders()
{
    curl_slist *list = nullptr;
    const auto add = [&list](const QByteArray &name, const QByteArray &value) {
        list = curl_slist_append(list, QByteArray(name + ": " + value).constData());
    };
    for (const auto &[name, value] : m_request.headers)
        add(name, value);
    if (!m_request.etag.isEmpty())
        add("If-None-Match", m_request.etag);
    if (!m_request.lastModified.isEmpty())
        add("If-Modified-Since", m_request.lastModified);
    for (const HttpSecret &secret : m_request.secrets) {
        if (secret.place == HttpSecret::Place::Header && sameOrigin(m_url, m_request.url))
            add(secret.name, secret.value);
    }
    m_headers.reset(list);
    curl_easy_setopt(m_easy.get(), CURLOPT_HTTPHEADER, list);
}

std::size_t HttpTransfer::onBody(char *bytes, std::size_t one, std::size_t size, void *self)
{
    auto &transfer = *static_cast<HttpTransfer *>(self);
    const auto count = static_cast<qsizetype>(one * size);
    transfer.m_lastByte = Clock::now();
    QByteArray &body = transfer.m_response.body;
    if (body.size() + count > transfer.m_request.limits.bodyBytes) {
        transfer.m_bodyTooLarge = true;
        return CURL_WRITEFUNC_ERROR;
    }
    if (body.isEmpty()) {
        curl_off_t announced = 0;
        curl_easy_getinfo(transfer.handle(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced);
        body.reserve(std::clamp(static_cast<qint64>(announced), qint64(count), kFirstReserve));
    }
    body.append(bytes, count);
    return one * size;
}

std::size_t HttpTransfer::onHeader(char *bytes, std::size_t one, std::size_t size, void *self)
{
    auto &transfer = *static_cast<HttpTransfer *>(self);
    const auto count = static_cast<qsizetype>(one * size);
    transfer.m_lastByte = Clock::now();
    transfer.m_headerBytes += count;
    if (transfer.m_headerBytes > transfer.m_request.limits.headerBytes) {
        transfer.m_headersTooLarge = true;
        return CURL_WRITEFUNC_ERROR;
    }
    transfer.takeHeader(QByteArrayView(bytes, count).trimmed());
    return one * size;
}

void HttpTransfer::takeHeader(QByteArrayView line)
{
    if (line.startsWith("HTTP/")) { // of this answer; one of a proxy or a 100 came before
        m_response = {};
        m_hasLength = !line.startsWith("HTTP/1"); // later versions frame what they send
        m_location.clear();
        m_retryAfter.clear();
    } else if (startsWithName(line, "content-type")) {
        m_response.contentType = valueOf(line);
    } else if (startsWithName(line, "etag")) {
        m_response.etag = valueOf(line);
    } else if (startsWithName(line, "last-modified")) {
        m_response.lastModified = valueOf(line);
    } else if (startsWithName(line, "location")) {
        m_location = valueOf(line);
    } else if (startsWithName(line, "retry-after")) {
        m_retryAfter = valueOf(line);
    } else if (startsWithName(line, "content-length") || startsWithName(line, "transfer-encoding")) {
        m_hasLength = true;
    }
}

bool HttpTransfer::isRedirect() const
{
    return m_status == 301 || m_status == 302 || m_status == 303 || m_status == 307 || m_status == 308;
}

HttpTransfer::Clock::time_point HttpTransfer::stallsAt() const
{
    return m_lastByte + m_request.limits.stall;
}

HttpError HttpTransfer::stalled()
{
    readStatus();
    return error(timeoutFault() == HttpFault::ConnectTimedOut ? HttpFault::ConnectTimedOut : HttpFault::Stalled);
}

void HttpTransfer::readStatus()
{
    long status = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &status);
    m_status = static_cast<int>(status);
}

HttpResult HttpTransfer::result(CURLcode code)
{
    readStatus();
    if (code != CURLE_OK)
        return tl::unexpected(error(faultOf(code)));
    m_response.status = m_status;
    m_response.url = m_url;
    if (isRedirect())
        return std::move(m_response);
    const bool validators = !m_request.etag.isEmpty() || !m_request.lastModified.isEmpty();
    if (const auto fault = faultOfStatus(m_status, validators)) {
        const bool hadNone = *fault == HttpFault::Unauthorized && m_request.secrets.empty();
        return tl::unexpected(error(hadNone ? HttpFault::LoginNeeded : *fault));
    }
    m_response.notModified = m_status == 304;
    m_response.isDelimited = m_hasLength || m_response.notModified;
    return std::move(m_response);
}

HttpError HttpTransfer::error(HttpFault fault) const
{
    HttpError error;
    error.fault = fault;
    error.status = m_status;
    error.retryAfter = parseRetryAfter(m_retryAfter, QDateTime::currentDateTimeUtc());
    error.address = withoutSecrets(shownAddress(m_url), m_request);
    error.detail = withoutSecrets(QString::fromUtf8(m_error.data()), m_request);
    return error;
}

HttpFault HttpTransfer::faultOf(CURLcode code) const
{
    if (m_bodyTooLarge)
        return HttpFault::BodyTooLarge;
    if (m_headersTooLarge)
        return HttpFault::HeadersTooLarge;
    long connectCode = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_HTTP_CONNECTCODE, &connectCode);
    if (connectCode >= 300)
        return HttpFault::ProxyFailed;
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return HttpFault::HostNotFound;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
        return HttpFault::ProxyFailed;
    case CURLE_COULDNT_CONNECT: {
        // The library names whom it called: somebody else than the host is the proxy.
        const QByteArray whom = QByteArray("to ") + m_url.host().toUtf8() + " port";
        return QByteArrayView(m_error.data()).contains(whom) ? HttpFault::Unreachable : HttpFault::ProxyFailed;
    }
    case CURLE_OPERATION_TIMEDOUT:
        return timeoutFault();
    case CURLE_PEER_FAILED_VERIFICATION:
        return certificateFault();
    case CURLE_SSL_CONNECT_ERROR:
        return HttpFault::TlsFailed;
    case CURLE_PARTIAL_FILE:
        return HttpFault::Truncated;
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WRITE_ERROR:
        return HttpFault::BadCompression; // our own callbacks were asked above
    case CURLE_OUT_OF_MEMORY:             // what the library says of a header line beyond its own limit
        return HttpFault::HeadersTooLarge;
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
        return HttpFault::NotHttp;
    case CURLE_URL_MALFORMAT:
        return HttpFault::BadAddress;
    default:
        return HttpFault::Broken;
    }
}

HttpFault HttpTransfer::certificateFault() const
{
    long verified = X509_V_OK;
    curl_easy_getinfo(m_easy.get(), CURLINFO_SSL_VERIFYRESULT, &verified);
    switch (verified) {
    case X509_V_OK:
    case X509_V_ERR_UNSPECIFIED: // the library found the name wrong before it asked for the chain
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return HttpFault::CertificateOfOther;
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return HttpFault::CertificateExpired;
    default:
        return HttpFault::CertificateUntrusted;
    }
}

HttpFault HttpTransfer::timeoutFault() const
{
    curl_off_t ready = 0; // connected and, with TLS, shaken hands
    curl_easy_getinfo(m_easy.get(), CURLINFO_PRETRANSFER_TIME_T, &ready);
    return ready == 0 ? HttpFault::ConnectTimedOut : HttpFault::TookTooLong;
}

} // namespace tickmark::sources
