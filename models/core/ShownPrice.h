// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Price.h"

//! With how many decimals a price is told to people and in exports. What is stored and reckoned with keeps all of them: a
//! split of three for one leaves "101.49666667" of 304.49, and a source that reckons in binary gives "116.69630001". Pure
//! functions, safe from any thread.
namespace tickmark::core {

enum class PriceUse {
    Told,     //!< by itself: in lists, tips, charts and their tables
    Reckoned, //!< beside a percentage that a reader may want to work out again
};

//! Rounded half away from zero to as many or fewer decimals; with more it stays as it is.
[[nodiscard]] Price roundedTo(Price price, int decimals);

//! `exact` with its instrument's own decimals (those that the source gives prices in). Low prices keep four digits that
//! count, those that are reckoned with six; more than eight are noise and fall away but for two decimals.
[[nodiscard]] Price shownPrice(Price exact, int ownDecimals, PriceUse use = PriceUse::Told);
//! The decimals of that for a price of `decimals`.
[[nodiscard]] int shownDecimals(double price, int decimals, int ownDecimals);

} // namespace tickmark::core
