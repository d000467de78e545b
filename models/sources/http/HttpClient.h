// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "HttpRequest.h"

#include <QFuture>

#include <functional>
#include <memory>
#include <stop_token>

namespace tickmark::sources {

class HttpLoop;

//! What holds for all requests of a client.
struct HttpClientOptions
{
    QByteArray userAgent;
    QByteArray caFile;    //!< certificates to trust in place of the system's; empty: SSL_CERT_FILE's, else the system's
    int connections = 24; //!< at the same time
    int perHost = 8;      //!< of them to one host
    std::function<double()> jitter; //!< in [0, 1); empty: random
};

//! All of the program's HTTP: one thread with libcurl's multi loop, connections kept and shared, waiting requests in the
//! order in which they came, at most so many at once altogether and per host. Redirects and repetitions happen inside
//! (see HttpRules.h); what comes out is a whole answer or the last attempt's fault. Proxies come from the environment.
//! send() may be called on any thread. Destroying the client cancels what runs and waits for the thread.
class HttpClient
{
public:
    explicit HttpClient(HttpClientOptions options);
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    //! Always answered, with HttpFault::Cancelled once `stop` is requested. Bind it with pipeline's whenDone().
    [[nodiscard]] QFuture<HttpResult> send(HttpRequest request, std::stop_token stop = {});

private:
    std::unique_ptr<HttpLoop> m_loop;
};

} // namespace tickmark::sources
