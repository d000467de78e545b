// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SampleTable.h"
#include <core/DecimalParser.h>

#include <optional>
#include <vector>

namespace tickmark::sources {

//! What the numbers of a file show about their marks.
struct NumberGuess
{
    enum class Outcome {
        Plain,     //!< no number has a mark: any style reads them
        Proven,    //!< at least one number can be read in one way only
        Separator, //!< only "1.234" or only "1,234" forms, but the columns' separator rules one reading out
        Undecided, //!< "1,234" could be 1234 as well as 1.234, and nothing else tells
        Mixed,     //!< some need a decimal comma, others a decimal point
    };
    Outcome outcome = Outcome::Plain;
    core::NumberStyle style;
    std::optional<SampleCell> pointCell;   //!< the first that proves a decimal point
    std::optional<SampleCell> commaCell;   //!< the first that proves a decimal comma
    std::optional<SampleCell> unclearCell; //!< the first that may be read both ways
};

//! Looks at all numbers of the price and volume columns together, since one file has one style. Cells that are no numbers
//! are passed over. `separator` parts the columns: unquoted, it cannot also stand inside a number.
[[nodiscard]] NumberGuess guessNumberStyle(const std::vector<SampleCell> &cells, char separator);

} // namespace tickmark::sources
