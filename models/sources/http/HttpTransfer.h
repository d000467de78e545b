// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "HttpRequest.h"

#include <curl/curl.h>

#include <array>
#include <memory>

namespace tickmark::sources {

struct CurlFree
{
    void operator()(CURL *easy) const { curl_easy_cleanup(easy); }
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

//! One exchange with one server: a request without redirects and repetitions. Made, driven and read on the client's
//! thread; the address of this object is what libcurl calls back with, so it neither moves nor is copied.
class HttpTransfer
{
public:
    //! `url` is where to ask (after redirects); headers, secrets and limits come from `request`, which outlives this.
    //! `caFile`: certificates to trust in place of the system's; empty: the system's.
    HttpTransfer(const HttpRequest &request, const QUrl &url, const QByteArray &caFile, const QByteArray &userAgent);
    HttpTransfer(const HttpTransfer &) = delete;
    HttpTransfer &operator=(const HttpTransfer &) = delete;

    [[nodiscard]] CURL *handle() const { return m_easy.get(); }

    //! What came of it, once libcurl is done with the handle. A status that is no answer is a fault; redirects are
    //! answers here (see location()).
    [[nodiscard]] HttpResult result(CURLcode code);
    //! When it has to be given up for want of a byte, and what it is then.
    using Clock = std::chrono::steady_clock;
    [[nodiscard]] Clock::time_point stallsAt() const;
    [[nodiscard]] HttpError stalled();
    //! The Location of a 301, 302, 303, 307 or 308; empty otherwise.
    [[nodiscard]] const QByteArray &location() const { return m_location; }
    [[nodiscard]] bool isRedirect() const;

private:
    static std::size_t onBody(char *bytes, std::size_t one, std::size_t size, void *self);
    static std::size_t onHeader(char *bytes, std::size_t one, std::size_t size, void *self);
    void setUp(const QByteArray &caFile, const QByteArray &userAgent);
    void setHeaders();
    void readStatus();
    void takeHeader(QByteArrayView line);
    [[nodiscard]] HttpFault faultOf(CURLcode code) const;
    [[nodiscard]] HttpFault certificateFault() const;
    [[nodiscard]] HttpFault timeoutFault() const;
    [[nodiscard]] HttpError error(HttpFault fault) const;

    const HttpRequest &m_request;
    QUrl m_url;
    std::unique_ptr<CURL, CurlFree> m_easy;
    std::unique_ptr<curl_slist, CurlFree> m_headers;
    std::array<char, CURL_ERROR_SIZE> m_error{};
    HttpResponse m_response;
    QByteArray m_location;
    QByteArray m_retryAfter;
    Clock::time_point m_lastByte = Clock::now(); //!< or the start
    qint64 m_headerBytes = 0;
    int m_status = 0;
    bool m_hasLength = false;
    bool m_bodyTooLarge = false;
    bool m_headersTooLarge = false;
};

} // namespace tickmark::sources
