// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Price.h"

#include <tl/expected.hpp>

#include <string_view>

namespace tickmark::core {

//! How numbers are written in a text: '.' or ',' before the decimals; groups of three are parted by `group`
//! ('.', ',', '\'', ' ' (which also stands for U+00A0 and U+202F) or 0 for none).
struct NumberStyle
{
    char decimal = '.';
    char group = 0;

    friend bool operator==(const NumberStyle &, const NumberStyle &) = default;
};

enum class NumberFault {
    Empty,
    NotANumber, //!< also NaN, inf, and groups that are not of three digits
    OutOfRange, //!< does not fit 64 bits at its own decimals
};

struct ParsedNumber
{
    Price value;
    bool rounded = false; //!< the text had more than kMaxDecimals decimals
};

//! Reads one decimal number exactly. Accepts blanks around it, a sign ('+', '-', U+2212, U+2013) and an exponent
//! ("1.2E+05"). Trailing zeros after the decimal mark are kept as decimals ("118.40" has two).
[[nodiscard]] tl::expected<ParsedNumber, NumberFault> parseNumber(std::string_view text, NumberStyle style = {});

} // namespace tickmark::core
