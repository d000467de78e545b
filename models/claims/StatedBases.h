// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Clauses.h"

#include <span>
#include <vector>

namespace tickmark::claims {

//! At which moment of the session a text says that a number was traded; neither: at the close, or it does not say.
struct StatedBasis
{
    bool isIntraday = false; //!< "zeitweise", "im Tagestief", "as low as"
    bool isOpening = false;  //!< "zum Handelsstart", "opened at"
};

//! Of each of `quantities`. Of several words in a clause the nearest one counts; a clause that goes on without a verb and a
//! name ("fell as low as $116.70, a drop of 18.2%") speaks of the same moment as the one before, and one behind no more
//! than a moment ("At their worst, ...") of that. Linear in the sentence.
[[nodiscard]] std::vector<StatedBasis> findStatedBases(std::span<const Token> tokens,
                                                       const std::vector<Clause> &clauses,
                                                       const std::vector<Quantity> &quantities);

} // namespace tickmark::claims
