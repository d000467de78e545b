// SPDX-License-Identifier: GPL-3.0-or-later
#include "Price.h"

#include <array>
#include <charconv>

namespace tickmark::core {

namespace {

constexpr std::array<qint64, 19> kPowers = [] {
    std::array<qint64, 19> powers{};
    qint64 power = 1;
    for (std::size_t i = 0; i < powers.size(); ++i) {
        powers[i] = power;
        if (i + 1 < powers.size())
            power *= 10;
    }
    return powers;
}();

} // namespace

qint64 powerOfTen(int exponent)
{
    Q_ASSERT(exponent >= 0 && exponent < int(kPowers.size()));
    return kPowers[std::size_t(exponent)];
}

std::optional<Price> rescaled(Price price, int decimals)
{
    if (decimals >= price.decimals) {
        qint64 units = 0;
        if (__builtin_mul_overflow(price.units, powerOfTen(decimals - price.decimals), &units))
            return std::nullopt;
        return Price{units, decimals};
    }
    const qint64 factor = powerOfTen(price.decimals - decimals);
    if (price.units % factor != 0)
        return std::nullopt;
    return Price{price.units / factor, decimals};
}

std::strong_ordering compare(Price a, Price b)
{
    __extension__ using Wide = __int128;
    const Wide left = Wide(a.units) * powerOfTen(b.decimals);
    const Wide right = Wide(b.units) * powerOfTen(a.decimals);
    return left <=> right;
}

double toDouble(Price price)
{
    return double(price.units) / double(powerOfTen(price.decimals));
}

std::string toPlainText(Price price)
{
    const bool negative = price.units < 0;
    // The magnitude as unsigned: the smallest qint64 has no positive counterpart.
    const quint64 magnitude = negative ? quint64(0) - quint64(price.units) : quint64(price.units);
    std::array<char, 24> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude).ptr;
    std::string digits(buffer.data(), end);
    const auto decimals = std::size_t(price.decimals);
    if (decimals > 0) {
        if (digits.size() <= decimals)
            digits.insert(0, decimals + 1 - digits.size(), '0');
        digits.insert(digits.size() - decimals, 1, '.');
    }
    if (negative)
        digits.insert(0, 1, '-');
    return digits;
}

} // namespace tickmark::core
