// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ProviderFault.h"
#include "ProviderSettings.h"

#include <QJsonObject>

#include <optional>

namespace tickmark::sources {

//! Sixty requests a minute are free of charge.
inline constexpr ProviderAddress kFinnhub{"https://finnhub.io", std::chrono::milliseconds(1000)};

//! What Finnhub says in place of candles or news: {"error": "..."}. Nothing when it says nothing of the kind.
[[nodiscard]] std::optional<tl::unexpected<ProviderError>> finnhubFault(const QJsonObject &answer);

} // namespace tickmark::sources
