// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "HttpFault.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <tl/expected.hpp>

#include <chrono>
#include <utility>

namespace tickmark::sources {

//! A key that a request carries. It is sent to the origin (scheme, host, port) of the request's own address and to no
//! other, and stands in no message.
struct HttpSecret
{
    enum class Place { Header, Query };
    Place place = Place::Header;
    QByteArray name;
    QByteArray value;
};

//! Where a request gives up. Times are of one attempt; bytes are counted as they come out of the decompression.
struct HttpLimits
{
    qint64 bodyBytes = 32 * 1024 * 1024;
    qint64 headerBytes = 64 * 1024;
    std::chrono::milliseconds connect{10'000};
    std::chrono::milliseconds stall{20'000}; //!< without one byte
    std::chrono::milliseconds total{120'000};
    int redirects = 5;
    int attempts = 3;
    std::chrono::milliseconds firstWait{500};     //!< before the second attempt; doubled before each further one
    std::chrono::milliseconds longestWait{8'000}; //!< a server that asks for more patience ends the request
};

//! One GET, as a value. Plain http is refused unless the host is this machine or `plainHttpAllowed` is set; other
//! schemes always.
struct HttpRequest
{
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QList<HttpSecret> secrets;
    QByteArray etag;         //!< of the answer already had; empty: none
    QByteArray lastModified; //!< likewise
    bool plainHttpAllowed = false;
    std::chrono::milliseconds pause{0}; //!< at least so long between two requests to this host
    HttpLimits limits;
};

//! An answer that came whole. Bodies that end with the connection may have been cut all the same: who reads them has to
//! parse them to the end before anything is kept.
struct HttpResponse
{
    int status = 0;
    QUrl url; //!< after redirects, without secrets
    QByteArray body;
    QByteArray contentType;
    QByteArray etag;
    QByteArray lastModified;
    //! False: the end of the connection was all that said where the body ends; it may have been cut.
    bool isDelimited = true;
    bool notModified = false; //!< 304: what the request's validators stand for still holds
    int attempts = 1;
};

using HttpResult = tl::expected<HttpResponse, HttpError>;

} // namespace tickmark::sources
