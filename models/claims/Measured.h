// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Judge.h"
#include <core/Formats.h>

//! The number that a verdict held its claim against, and how exactly it has to be shown. Pure functions, safe from any
//! thread.
namespace tickmark::claims {

struct Measured
{
    //! Where it was taken, if not at the close or on the basis that the verdict names.
    enum class At { Plain, Open, Low, High };

    std::optional<double> value; //!< signed, in the claim's unit; nothing without data
    At at = At::Plain;
    QString symbol; //!< whose it is, of an instrument that the claim names beside its own; else empty
};

//! What the words of the verdict speak of: the end of the session's range from which "off by" counts or which confirms "up
//! to"; the move between closes where the session only passed the number; else the move on the verdict's basis.
[[nodiscard]] Measured measuredOf(const Claim &claim, const Verdict &verdict);

//! A price of a verdict as it is shown: with no more decimals than are known of it.
[[nodiscard]] core::Price toldPrice(const QuoteUsed &quote);
//! What that may be off by either way, in the currency: rounding adds to what is not known. 0: exact.
[[nodiscard]] double toldDoubt(const QuoteUsed &quote);
//! As many as all the daily prices of a verdict need, and two where their series has two: never 116.700 beside 118.42. No
//! more than are known of that which is known least.
[[nodiscard]] int priceDecimals(const Verdict &verdict);
//! What one of the prices that a verdict shows may be off by, at most; 0: they are exact.
[[nodiscard]] double priceDoubt(const Verdict &verdict);
//! How far a contradicted number is off, with as many digits as are known.
[[nodiscard]] QString offText(const Claim &claim, const Verdict &verdict, const core::Formats &formats);
//! With which `amount` (in the claim's unit, see signedAmount) is to be shown: as usual, or with as many more as tell on
//! which side of the claim's interval it lies: -9.148 % is no "9.2 %", though -9.15 % were.
[[nodiscard]] int decimalsOf(const Claim &claim, const Verdict &verdict, double amount);

} // namespace tickmark::claims
