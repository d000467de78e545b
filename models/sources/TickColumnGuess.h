// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ColumnGuess.h"
#include "HeaderGuess.h"
#include "SampleTable.h"

namespace tickmark::sources {

//! Whether a table whose columns could be those of intraday bars as well (a time, one price, perhaps a volume) has times
//! that only ticks have: with fractions of a second, or several rows at one time of day.
[[nodiscard]] bool hasTimesOfTicks(const ColumnGuess &guess, const SampleTable &table, const HeaderGuess &header);

//! Whether four columns of numbers without names are quotes: two of them a bid and its ask, next to each other or each
//! before its size, and the other two no prices. `numeric` are the columns, ascending.
[[nodiscard]] bool areQuotesWithSizes(const SampleTable &table, int firstLine, const std::vector<size_t> &numeric,
                                      core::NumberStyle style);

//! Gives the columns the roles that they have in a file of single trades or quotes: by their names, else by what they hold.
//! The date, the time and the symbol stay what they are.
void turnIntoTicks(ColumnGuess &guess, const SampleTable &table, const HeaderGuess &header, char separator);

} // namespace tickmark::sources
