// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Price.h"
#include "PriceDoubt.h"

#include <span>

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
//! What a price of that session may be off by either way, in units of the prices; `doubts` ascend, 0 before the first.
[[nodiscard]] double doubtAt(std::span<const PriceDoubt> doubts, SessionDate session);
//! A price that may be off by `doubt` (in the currency) either way is known too roughly to be told with the decimals that
//! prices of its size usually have.
[[nodiscard]] bool isRough(Price exact, int ownDecimals, double doubt);
//! With no more decimals than `doubt` leaves: rounding adds less to it than it is itself. 0: as it is.
[[nodiscard]] Price knownPrice(Price exact, double doubt);

//! The decimals of shownPrice() for a price of `decimals`.
[[nodiscard]] int shownDecimals(double price, int decimals, int ownDecimals);

} // namespace tickmark::core
