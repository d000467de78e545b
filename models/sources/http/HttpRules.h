// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "HttpRequest.h"

#include <QByteArrayView>
#include <QDateTime>

#include <chrono>
#include <optional>

// What the client decides without a network: pure functions, each tested by its cases.
namespace tickmark::sources {

//! Nothing when `url` may be asked for; else why not.
[[nodiscard]] std::optional<HttpFault> refusal(const QUrl &url, bool plainHttpAllowed);

//! Same scheme, host and port: a secret may go along.
[[nodiscard]] bool sameOrigin(const QUrl &one, const QUrl &other);

//! `url` with the request's query secrets, if it is of the origin that they were made for.
[[nodiscard]] QUrl withSecrets(QUrl url, const HttpRequest &request);

//! Where a redirect from `from` to `location` leads, or why it is not followed.
[[nodiscard]] tl::expected<QUrl, HttpFault> redirectTarget(const QUrl &from, const QByteArray &location,
                                                           const HttpRequest &request);

//! The fault that a status stands for; nothing for 200 to 299, and for 304 when validators were sent.
[[nodiscard]] std::optional<HttpFault> faultOfStatus(int status, bool validatorsSent);

//! RFC 9110, 10.2.3: seconds or an HTTP date. Nothing when it is neither; a time gone by is zero.
[[nodiscard]] std::optional<std::chrono::seconds> parseRetryAfter(QByteArrayView value, const QDateTime &now);

//! How long to wait before attempt `next` (2, 3, ...): doubled each time, spread over [half, whole] by `jitter` in
//! [0, 1), never less than the server asked for. Nothing when there is no further attempt.
[[nodiscard]] std::optional<std::chrono::milliseconds> waitBefore(int next, const HttpError &error,
                                                                  const HttpLimits &limits, double jitter);

//! Whether a text is an address on the web, and no name of a file.
[[nodiscard]] bool isWebAddress(const QString &text);

//! How an address is shown: scheme, host, port and path.
[[nodiscard]] QString shownAddress(const QUrl &url);

//! `text` without any of the request's secrets, as they are and as they stand in an address, nor the beginning of one
//! before the "…" of a text that was cut.
[[nodiscard]] QString withoutSecrets(QString text, const HttpRequest &request);

} // namespace tickmark::sources
