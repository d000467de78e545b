// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimedLevel.h"

#include <claims/ClaimLabels.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace tickmark::charts {

namespace {

using claims::Basis;
using claims::Claim;
using claims::ClaimKind;
using claims::Direction;
using claims::QuoteUsed;
using claims::Verdict;
using claims::VerdictCode;

bool hasLevel(const Verdict &verdict)
{
    const bool isMeasured = verdict.code != VerdictCode::NoData && verdict.code != VerdictCode::Unattributed;
    return isMeasured && !verdict.quotes.empty() && verdict.basis != Basis::SumOfDailies
           && verdict.basis != Basis::OtherAdjustment;
}

//! A quote of a whole session, not of a moment in it, a share count or another instrument.
bool isOfDay(const QuoteUsed &quote, const QString &symbol)
{
    return quote.symbol == symbol && !quote.time && quote.field != QLatin1String("shares");
}

bool isClose(const QuoteUsed &quote)
{
    return quote.field == QLatin1String("close");
}

//! The last session that was measured.
core::SessionDate measuredSession(const Verdict &verdict, const QString &symbol)
{
    core::SessionDate last = verdict.quotes.front().session;
    for (const QuoteUsed &quote : verdict.quotes) {
        if (isOfDay(quote, symbol) && !isClose(quote))
            return quote.session; // the session whose range decided
        if (isOfDay(quote, symbol))
            last = std::max(last, quote.session);
    }
    return last;
}

std::optional<double> dayPrice(const Verdict &verdict, const ClaimedLevel &level, QLatin1String field)
{
    const auto found = std::ranges::find_if(verdict.quotes, [&](const QuoteUsed &quote) {
        return isOfDay(quote, level.symbol) && quote.session == level.session && quote.field == field;
    });
    return found == verdict.quotes.end() ? std::nullopt : std::optional(core::toDouble(found->price));
}

//! +1 or -1: a number without a direction goes where the market went.
double signOf(const Claim &claim, const Verdict &verdict)
{
    if (claim.direction != Direction::None)
        return claim.direction == Direction::Down ? -1 : 1;
    return verdict.measured.value_or(0) < 0 ? -1 : 1;
}

//! From a signed move in the claim's unit to a price; empty when the quotes do not tell.
std::function<double(double)> priceOf(const Claim &claim, const Verdict &verdict, const ClaimedLevel &level)
{
    const double base = core::toDouble(verdict.quotes.front().price);
    switch (claim.kind) {
    case ClaimKind::Percent:
        return [base](double move) { return base * (1 + move / 100); };
    case ClaimKind::Points:
        return [base](double move) { return base + move; };
    case ClaimKind::Value: {
        // What a unit of price is worth, share count and exchange rate included, is what the verdict measured.
        const double moved = level.dayClose.value_or(base) - base;
        const double worth = verdict.measured.value_or(0);
        if (moved == 0 || worth == 0)
            return {};
        return [base, perValue = moved / worth](double move) { return base + move * perValue; };
    }
    case ClaimKind::Level:
        break;
    }
    return [](double price) { return price; };
}

} // namespace

std::optional<ClaimedLevel> claimedLevelOf(const store::StoredClaim &stored, const QLocale &locale)
{
    if (!stored.verdict || !hasLevel(*stored.verdict))
        return std::nullopt;
    const Claim &claim = stored.claim;
    const Verdict &verdict = *stored.verdict;
    ClaimedLevel level;
    level.symbol = verdict.quotes.front().symbol;
    level.session = measuredSession(verdict, level.symbol);
    level.published = stored.published;
    level.code = verdict.code;
    level.touched = verdict.touched;
    level.dayHigh = dayPrice(verdict, level, QLatin1String("high"));
    level.dayLow = dayPrice(verdict, level, QLatin1String("low"));
    level.dayClose = dayPrice(verdict, level, QLatin1String("close"));
    level.number = claims::statedNumber(claim, locale);

    const auto price = priceOf(claim, verdict, level);
    if (!price)
        return std::nullopt;
    const double sign = claim.kind == ClaimKind::Level ? 1 : signOf(claim, verdict);
    const double nearEnd = price(sign * verdict.interval.low);
    const double farEnd = price(sign * verdict.interval.high);
    level.low = std::min(nearEnd, farEnd);
    level.high = std::max(nearEnd, farEnd);
    level.stated = price(sign * (claim.low + claim.high) / 2);
    if (std::isnan(level.low) || std::isnan(level.high) || !std::isfinite(level.stated))
        return std::nullopt;
    return level;
}

} // namespace tickmark::charts
