// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Price.h>
#include <core/Time.h>

#include <optional>
#include <string_view>

// The fields of a trade in a stream, by their digits. Ids: tradeId() of the REST answers.
namespace tickmark::sources {

//! Exact: "105944.20" has two decimals. More than core::kMaxDecimals are rounded.
[[nodiscard]] std::optional<core::Price> decimalOfDigits(std::string_view digits);

//! Milliseconds since 1970 as a whole number.
[[nodiscard]] std::optional<core::Time> timeOfMilliseconds(std::string_view digits);

} // namespace tickmark::sources
