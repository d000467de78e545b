// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>

namespace tickmark::app {

//! How long a bar is: "1d" for core::Series::kDaily, "1h", "5min", "30s".
[[nodiscard]] QString intervalText(qint64 intervalNs);

//! What intervalText() writes, and "5m". Nothing for anything else, and for bars longer than a day.
[[nodiscard]] std::optional<qint64> parseInterval(const QString &text);

} // namespace tickmark::app
