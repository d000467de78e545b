// SPDX-License-Identifier: GPL-3.0-or-later
#include "Measured.h"

#include "ClaimAmounts.h"
#include <core/ShownPrice.h>

#include <algorithm>
#include <cmath>

namespace tickmark::claims {

namespace {

constexpr int kUsualDecimals = 2;
constexpr int kMoreDecimals = 4; // at most

//! Which end of the range of a session that closed at `close`.
Measured::At endOf(double value, std::optional<double> close)
{
    if (!close || value == *close)
        return Measured::At::Plain;
    return value < *close ? Measured::At::Low : Measured::At::High;
}

} // namespace

Measured measuredOf(const Claim &claim, const Verdict &verdict)
{
    Measured result{verdict.measured, Measured::At::Plain, {}};
    const bool isContradicted = verdict.code == VerdictCode::Contradicted;
    // "was down 1.7% around midday": true, but not of the day's low
    const bool isOfEnd = verdict.measuredOther && intervalOf(claim).contains(std::abs(*verdict.measuredOther));
    const bool isPassed = verdict.code == VerdictCode::Intraday
                          && (!isConfirmed(claim, verdict) || (verdict.basis != Basis::Open && !isOfEnd));
    if (verdict.measuredOther && !isPassed)
        result.value = verdict.measuredOther;
    else if ((isContradicted || isPassed) && verdict.closeMove)
        result.value = verdict.closeMove;
    if (!result.value)
        return result;
    if (verdict.basis == Basis::Open)
        result.at = Measured::At::Open;
    else if (verdict.measuredOther && (isContradicted || (verdict.code == VerdictCode::Intraday && !isPassed)))
        result.at = endOf(*result.value, claim.kind == ClaimKind::Level ? verdict.measured : verdict.closeMove);
    const bool isOfOther = !claim.together.empty() && verdict.symbol != claim.subject.symbol;
    if (isOfOther && !isPassed)
        result.symbol = verdict.symbol;
    return result;
}

core::Price toldPrice(const QuoteUsed &quote)
{
    return core::knownPrice(quote.price, quote.doubt);
}

double toldDoubt(const QuoteUsed &quote)
{
    if (quote.doubt <= 0)
        return 0;
    const core::Price told = toldPrice(quote);
    const qint64 off = quote.price.units - told.units * core::powerOfTen(quote.price.decimals - told.decimals);
    return quote.doubt + core::toDouble({std::abs(off), quote.price.decimals});
}

int priceDecimals(const Verdict &verdict)
{
    int most = 0;
    int needed = 0;
    bool hasPrices = false;
    std::optional<int> known;
    for (const QuoteUsed &quote : verdict.quotes) {
        if (quote.symbol != verdict.symbol || quote.field == u"shares" || quote.time)
            continue;
        hasPrices = true;
        const core::Price told = toldPrice(quote);
        if (quote.doubt > 0)
            known = std::min(known.value_or(told.decimals), told.decimals);
        most = std::max(most, told.decimals);
        while (needed < told.decimals && !core::rescaled(told, needed))
            ++needed;
    }
    return known ? *known : hasPrices ? std::max(needed, std::min(most, kUsualDecimals)) : kUsualDecimals;
}

double priceDoubt(const Verdict &verdict)
{
    double most = 0;
    for (const QuoteUsed &quote : verdict.quotes)
        most = std::max(most, toldDoubt(quote));
    return most;
}

QString offText(const Claim &claim, const Verdict &verdict, const core::Formats &formats)
{
    return distanceAmount(verdict.off, claim.unit, formats, priceDecimals(verdict),
                          priceDoubt(verdict) > 0 ? 0 : kUsualDecimals);
}

int decimalsOf(const Claim &claim, const Verdict &verdict, double amount)
{
    const bool isPrice = claim.kind == ClaimKind::Level || claim.kind == ClaimKind::Points;
    const int usual = isPrice ? priceDecimals(verdict) : kUsualDecimals;
    const bool fits = fitsInterval(claim, verdict.interval, amount);
    for (int decimals = usual; decimals < usual + kMoreDecimals; ++decimals) {
        if (fitsInterval(claim, verdict.interval, roundedAmount(amount, claim.unit, decimals)) == fits)
            return decimals;
    }
    return usual + kMoreDecimals;
}

} // namespace tickmark::claims
