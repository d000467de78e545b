// SPDX-License-Identifier: GPL-3.0-or-later
#include "HttpClient.h"

#include "HttpLoop.h"

namespace tickmark::sources {

HttpClient::HttpClient(HttpClientOptions options) : m_loop(std::make_unique<HttpLoop>(std::move(options))) {}

HttpClient::~HttpClient() = default;

QFuture<HttpResult> HttpClient::send(HttpRequest request, std::stop_token stop)
{
    return m_loop->add(std::move(request), std::move(stop));
}

} // namespace tickmark::sources
