// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SampleTable.h"

#include <string>
#include <vector>

namespace tickmark::sources {

//! Where a table's column names stand and what they are.
struct HeaderGuess
{
    enum class Kind {
        None,       //!< the first row is data already
        KnownNames, //!< a row in which a date and a price are named
        OtherNames, //!< a row of words, but none that is known
        ThreeLines, //!< yfinance: a row of names, a row of symbols, a row with only "Date"
    };
    Kind kind = Kind::None;
    int headerLine = 0;
    int firstDataLine = 1;
    std::vector<std::string> names;   //!< as in the header line; empty without one
    std::vector<std::string> symbols; //!< with ThreeLines: the instrument of each column, "" for the date's
};

//! Looks through the first rows; lines before the header (titles, notes) are passed over.
[[nodiscard]] HeaderGuess guessHeader(const SampleTable &table);

} // namespace tickmark::sources
