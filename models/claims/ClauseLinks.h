// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Clauses.h"

#include <span>
#include <vector>

namespace tickmark::claims {

//! Gives each clause its numbers and tells what clauses are to each other: a bracket or an "or" that says a number again,
//! words before a comma that belong to the clause behind it. Linear in tokens and numbers.
void linkClauses(std::vector<Clause> &clauses, std::span<const Token> tokens, const std::vector<Quantity> &quantities,
                 const LexiconData &lexicon);

} // namespace tickmark::claims
