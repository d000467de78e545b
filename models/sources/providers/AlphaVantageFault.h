// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ProviderFault.h"

#include <QJsonObject>

#include <optional>

namespace tickmark::sources {

//! What Alpha Vantage says with HTTP 200 in place of what was asked for; nothing when the answer is none of these.
[[nodiscard]] std::optional<ProviderError> alphaVantageFault(const QJsonObject &answer);

} // namespace tickmark::sources
