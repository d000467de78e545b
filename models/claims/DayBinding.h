// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Clauses.h"
#include "TimeWords.h"

namespace tickmark::claims {

//! Days that belong to a noun and not to the verb of their clause: "after Monday's 17% rout", "nach einem Minus von 3,1 %
//! am Montag", "einen Teil der Verluste vom Montag". Such a day is that of the noun's own number, and of no other.
struct DayBinding
{
    std::vector<std::optional<std::size_t>> markOf; //!< by quantity: its own day
    std::vector<bool> isAside;                      //!< by mark: not a day of its clause
};

//! `clauseOf`: by token; the number of clauses for tokens that are in none. Linear in the marks, for phrases are short.
[[nodiscard]] DayBinding bindDays(std::span<const Token> tokens, const std::vector<Clause> &clauses,
                                  const std::vector<Quantity> &quantities, const std::vector<DayMark> &marks,
                                  const std::vector<std::size_t> &clauseOf);

} // namespace tickmark::claims
