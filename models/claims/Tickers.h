// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Quantities.h"

#include <span>
#include <vector>

namespace tickmark::claims {

//! Marks the prices of ticker lines: a number behind nothing but a name, with a signed move beside it ("Nvidia: 118,42 USD
//! (-16,97 %)", "Dow 44,713.58 +0.65%", "DAX -0,5 % (21.282 Punkte)"). A signed number without a unit between the two gets
//! that of the price ("6,012.28 (-88.96, -1.46%)"). Linear in the tokens.
void markTickers(std::span<const Token> tokens, std::vector<Quantity> &quantities);

} // namespace tickmark::claims
