// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ProviderFault.h"
#include "ProviderSettings.h"

#include <QJsonObject>

#include <optional>

namespace tickmark::sources {

inline constexpr ProviderAddress kAlphaVantage{"https://www.alphavantage.co"};

//! What Alpha Vantage says with HTTP 200 in place of a series or news; nothing when the answer is none of these. NoData:
//! no news in the range.
[[nodiscard]] std::optional<tl::unexpected<ProviderError>> alphaVantageFault(const QJsonObject &answer);

} // namespace tickmark::sources
