// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>
#include <optional>
#include <string>

namespace tickmark::core {

//! Most decimals that a series may have; a text with more is rounded to this many (half to even) and reported.
inline constexpr int kMaxDecimals = 8;

//! 10^exponent for exponent in 0..18.
[[nodiscard]] qint64 powerOfTen(int exponent);

//! An exact decimal number: units * 10^-decimals, decimals in 0..kMaxDecimals. Prices and sizes are this, never a float.
struct Price
{
    qint64 units = 0;
    int decimals = 0;
};

//! The same value with another number of decimals; nothing when that would lose a digit or overflow.
[[nodiscard]] std::optional<Price> rescaled(Price price, int decimals);

//! Exact comparison by value (1.50 equals 1.5).
[[nodiscard]] std::strong_ordering compare(Price a, Price b);

//! Nearest double, for statistics and drawing only.
[[nodiscard]] double toDouble(Price price);

//! "-1234.50": '-' and '.', no groups, exactly `decimals` decimals. For CSV, JSON and SQL.
[[nodiscard]] std::string toPlainText(Price price);

} // namespace tickmark::core
