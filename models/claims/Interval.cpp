// SPDX-License-Identifier: GPL-3.0-or-later
#include "Judge.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tickmark::claims {

namespace {

constexpr double kTolerance = 1e-9; //!< of the value: what decimal fractions lose in binary, and nothing more
constexpr double kAlmost = 0.05;    //!< "almost", "about": at most this part of the number away
constexpr double kOver = 0.10;      //!< "over", "at most"

//! What a hedge leaves open beside `x`: a part of it, but never less than the two half units of a number that short.
double slack(double x, double part, double halfUnit)
{
    return std::max(std::abs(x) * part, 2 * halfUnit);
}

//! "44,713 points" stands for 44,713.58, too: papers cut the decimals of index levels as often as they round them.
bool isMaybeCut(const Claim &claim)
{
    constexpr double kWhole = 0.5;
    return claim.kind == ClaimKind::Level && claim.unit == kPointsUnit && claim.highHalfUnit == kWhole;
}

} // namespace

bool Interval::meets(double from, double to) const
{
    const double tolerance = kTolerance * std::max({1.0, std::abs(from), std::abs(to)});
    return from <= high + tolerance && low - tolerance <= to;
}

Interval intervalOf(const Claim &claim)
{
    const double low = claim.low;
    const double high = claim.high;
    switch (claim.hedge) {
    case Hedge::Exact:
    case Hedge::UpTo:
        return {low - claim.lowHalfUnit, high + (isMaybeCut(claim) ? 2 : 1) * claim.highHalfUnit};
    case Hedge::Almost:
        return {low - slack(low, kAlmost, claim.lowHalfUnit), high};
    case Hedge::About:
        return {low - slack(low, kAlmost, claim.lowHalfUnit), high + slack(high, kAlmost, claim.highHalfUnit)};
    case Hedge::Over:
        return {low, high + slack(high, kOver, claim.highHalfUnit)};
    case Hedge::AtLeast:
        return {low, std::numeric_limits<double>::infinity()};
    case Hedge::AtMost:
        return {low - slack(low, kOver, claim.lowHalfUnit), high};
    }
    Q_UNREACHABLE();
}

double alongClaim(const Claim &claim, double measured)
{
    if (claim.kind == ClaimKind::Level || claim.direction == Direction::Up)
        return measured;
    return claim.direction == Direction::Down ? -measured : std::abs(measured);
}

bool fitsInterval(const Claim &claim, const Interval &interval, double measured, double slack)
{
    const double reached = alongClaim(claim, measured);
    const double doubt = slack + (claim.kind == ClaimKind::Value ? std::abs(reached) * kShareUncertainty : 0);
    return interval.meets(reached - doubt, reached + doubt);
}

} // namespace tickmark::claims
