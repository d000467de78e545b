// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SampleTable.h"
#include <core/DecimalParser.h>

#include <optional>
#include <vector>

namespace tickmark::sources {

//! Which columns of a table without a header hold prices and volume, as indexes of columns.
struct PriceColumns
{
    std::optional<size_t> ohlc; //!< of the open; high, low and close follow it
    std::optional<size_t> adjustedClose;
    std::optional<size_t> volume;
};

//! Four neighbouring columns of which the second is the highest and the third the lowest in nearly all rows are open,
//! high, low and close. What follows is the volume, unless it looks like one more price. `numeric` are the columns that
//! may be taken, ascending.
[[nodiscard]] PriceColumns guessPriceColumns(const SampleTable &table, qint64 firstLine,
                                             const std::vector<size_t> &numeric, core::NumberStyle style);

[[nodiscard]] bool isNumericColumn(const std::vector<SampleCell> &cells);
//! Short words without blanks, the same ones again and again.
[[nodiscard]] bool isSymbolColumn(const std::vector<SampleCell> &cells);

} // namespace tickmark::sources
