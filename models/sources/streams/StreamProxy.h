// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxy>
#include <QUrl>

#include <functional>
#include <optional>

namespace tickmark::sources {

//! Reads one variable of the environment; empty: not set.
using Environment = std::function<QByteArray(const char *name)>;

//! The proxy for a stream, by the variables that rule requests too: https_proxy for wss, http_proxy (in small letters only)
//! for ws, all_proxy for both, and the exceptions of no_proxy. NoProxy: none. Nothing: one is asked for that Qt cannot use
//! (another scheme than http and socks5, or no host).
[[nodiscard]] std::optional<QNetworkProxy> proxyFor(const QUrl &address, const Environment &environment);

} // namespace tickmark::sources
