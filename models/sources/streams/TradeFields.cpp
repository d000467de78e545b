// SPDX-License-Identifier: GPL-3.0-or-later
#include "TradeFields.h"

#include <core/DecimalParser.h>

#include <charconv>

namespace tickmark::sources {

std::optional<core::Price> decimalOfDigits(std::string_view digits)
{
    // Nearly all prices are plain digits with a point that fit; what is not is left to the parser that knows everything.
    constexpr std::size_t kLongest = 19; // 18 digits and the point
    qint64 units = 0;
    const std::size_t point = digits.find('.');
    const std::size_t decimals = point == std::string_view::npos ? 0 : digits.size() - point - 1;
    bool isPlain = !digits.empty() && digits.size() <= kLongest && decimals <= core::kMaxDecimals && point != 0
                   && (point == std::string_view::npos ? digits.size() < kLongest : decimals > 0);
    for (std::size_t i = 0; isPlain && i < digits.size(); ++i) {
        if (i == point)
            continue;
        isPlain = digits[i] >= '0' && digits[i] <= '9';
        units = units * 10 + (digits[i] - '0');
    }
    if (isPlain)
        return core::Price{units, int(decimals)};
    const auto number = core::parseNumber(digits);
    return number ? std::optional(number->value) : std::nullopt;
}

std::optional<core::Time> timeOfMilliseconds(std::string_view digits)
{
    constexpr qint64 kNsPerMillisecond = 1'000'000;
    constexpr qint64 kFarthest = std::numeric_limits<qint64>::max() / kNsPerMillisecond;
    qint64 value = -1;
    const char *end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end || value < 0 || value > kFarthest)
        return std::nullopt;
    return core::Time{value * kNsPerMillisecond};
}

} // namespace tickmark::sources
