// SPDX-License-Identifier: GPL-3.0-or-later
#include "FirstTouch.h"

#include <core/ShownPrice.h>

#include <cmath>

namespace tickmark::claims {

namespace {

constexpr double kHighestPrice = 9e18; // in units, as a qint64 holds them

struct TouchPrice
{
    qint64 price = 0;
    QString field;
};

// Within a bar the price is taken to have gone through all that lies between its open and the interval, so it came in over
// the nearer end.
std::optional<TouchPrice> touchOf(const core::Bar &bar, std::span<const double> ends, const FitsAt &fitsAt)
{
    const auto isTraded = [&](qint64 price) { return bar.low <= price && price <= bar.high && fitsAt(price); };
    if (isTraded(bar.open))
        return TouchPrice{bar.open, bar.low == bar.high ? QStringLiteral("trade") : QStringLiteral("open")};
    std::optional<qint64> nearest;
    for (const double end : ends) {
        if (!(std::abs(end) < kHighestPrice))
            continue;
        for (const qint64 price : {qint64(std::floor(end)), qint64(std::ceil(end))}) {
            const bool isNearer = !nearest || std::abs(price - bar.open) < std::abs(*nearest - bar.open);
            if (isNearer && isTraded(price))
                nearest = price;
        }
    }
    if (nearest && *nearest != bar.low && *nearest != bar.high)
        return TouchPrice{*nearest, QStringLiteral("passed")};
    if (nearest ? *nearest == bar.low : isTraded(bar.low))
        return TouchPrice{bar.low, QStringLiteral("low")};
    if (nearest ? *nearest == bar.high : isTraded(bar.high))
        return TouchPrice{bar.high, QStringLiteral("high")};
    return std::nullopt;
}

} // namespace

std::optional<QuoteUsed> firstTouch(const InstrumentQuotes &quotes, core::SessionDate session,
                                    std::span<const double> ends, const FitsAt &fitsAt)
{
    for (const core::Bar &bar : quotes.during) {
        const auto touch = bar.flags & core::kBarRangeBroken ? std::nullopt : touchOf(bar, ends, fitsAt);
        if (!touch)
            continue;
        QuoteUsed used{
            quotes.instrument.symbol,
            session,
            bar.start,
            touch->field,
            core::shownPrice({touch->price, quotes.priceDecimals}, quotes.ownDecimals, core::PriceUse::Reckoned),
            quotes.source};
        if (quotes.duringNs > 0 && touch->field != u"open")
            used.until = core::Time{bar.start.ns + quotes.duringNs};
        return used;
    }
    return std::nullopt;
}

} // namespace tickmark::claims
