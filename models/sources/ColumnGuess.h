// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CsvProfile.h"
#include "DateGuess.h"
#include "HeaderGuess.h"
#include "NumberGuess.h"
#include "SampleTable.h"

#include <optional>
#include <vector>

namespace tickmark::sources {

//! What the columns of a table mean, and how their dates and numbers are written.
struct ColumnGuess
{
    std::vector<CsvColumn> columns;
    bool byContent = false; //!< no header helped: the values told
    std::optional<DateGuess> date;
    bool timesAreUtc = false; //!< the date's or time's name says so
    NumberGuess numbers;
    std::optional<SampleCell> unusableVolume; //!< the volume column has such values and is not used
    bool looksLikeTicks = false;              //!< single trades or quotes
};

[[nodiscard]] ColumnGuess guessColumns(const SampleTable &table, const HeaderGuess &header, char separator);

} // namespace tickmark::sources
