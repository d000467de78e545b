// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShownPrice.h"

#include <algorithm>
#include <cmath>

namespace tickmark::core {

namespace {

constexpr int kUsualDecimals = 2;
constexpr int kDigitsTold = 4;
constexpr int kDigitsReckoned = 6;
constexpr int kMostDigits = 8;
constexpr double kBinary = 1e-9; // what a power of ten misses as a binary fraction

//! Decimals that `digits` digits from the first one above zero on need.
int decimalsFor(Price price, int digits)
{
    int before = -price.decimals; // the decimal point
    for (qint64 rest = price.units; rest != 0; rest /= 10)
        ++before;
    return digits - before;
}

} // namespace

Price roundedTo(Price price, int decimals)
{
    if (decimals >= price.decimals)
        return price;
    const qint64 factor = powerOfTen(price.decimals - decimals);
    const qint64 rest = price.units % factor;
    const qint64 up = rest >= factor - rest ? 1 : 0;
    const qint64 down = -rest >= factor + rest ? 1 : 0;
    return {price.units / factor + up - down, decimals};
}

Price shownPrice(Price exact, int ownDecimals, PriceUse use)
{
    const int most = std::max(kUsualDecimals, decimalsFor(exact, kMostDigits));
    const int least = decimalsFor(exact, use == PriceUse::Told ? kDigitsTold : kDigitsReckoned);
    const int decimals = exact.units == 0 ? ownDecimals : std::max(std::min(ownDecimals, most), least);
    Price shown = roundedTo(exact, decimals);
    // what a division or a binary fraction has added has more digits than anybody quotes
    const bool isQuoted = shown.decimals == ownDecimals && shown.decimals <= decimalsFor(exact, kDigitsReckoned);
    while (!isQuoted && shown.decimals > kUsualDecimals && shown.units % 10 == 0)
        shown = {shown.units / 10, shown.decimals - 1};
    return shown;
}

double doubtAt(std::span<const PriceDoubt> doubts, SessionDate session)
{
    const auto next = std::ranges::upper_bound(doubts, session, {}, &PriceDoubt::first);
    return next == doubts.begin() ? 0 : (next - 1)->units;
}

bool isRough(Price exact, int ownDecimals, double doubt)
{
    const int usual = shownPrice(exact, std::min(ownDecimals, kUsualDecimals)).decimals;
    return doubt * 2 * double(powerOfTen(std::min(usual, ownDecimals))) > 1 + kBinary;
}

Price knownPrice(Price exact, double doubt)
{
    if (doubt <= 0)
        return exact;
    const double decimals = std::ceil(-std::log10(2 * doubt) - kBinary);
    return roundedTo(exact, int(std::clamp(decimals, 0.0, double(kMaxDecimals))));
}

int shownDecimals(double price, int decimals, int ownDecimals)
{
    const double units = std::round(price * double(powerOfTen(decimals)));
    constexpr double kLargest = 9e18; // that a qint64 holds
    return std::abs(units) < kLargest ? shownPrice({qint64(units), decimals}, ownDecimals).decimals : ownDecimals;
}

} // namespace tickmark::core
