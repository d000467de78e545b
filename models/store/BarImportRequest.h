// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreTypes.h"
#include <core/Bar.h>
#include <core/Result.h>

#include <functional>
#include <vector>

namespace tickmark::store {

//! One bar on its way into the store, in units of its own decimals.
struct BarRow
{
    int seriesIndex = 0; //!< into BarImportRequest::series
    core::Bar bar;
    int priceDecimals = 0; //!< 0..core::kMaxDecimals
    int sizeDecimals = 0;
    qint64 line = 0; //!< where it stood in the file; handed back with a rejection, not stored
};

//! Why the store refused a row that could be read.
enum class BarRejection {
    PriceTooLarge,  //!< does not fit 64 bits at the decimals of its series, or would make a stored price not fit
    VolumeTooLarge, //!< the same for the volume
};

//! An import of bars in bounded memory: the writer pulls slice after slice and keeps all of it, or nothing.
//!
//! The functions run on the writer's thread, one at a time, and must not use the StoreWriter. A row that equals the stored
//! one (prices and volume; flags are an opinion on them) is unchanged; another one replaces it, and the former value goes
//! to the history. A row with more digits than its series widens the series; a row with fewer is scaled.
struct BarImportRequest
{
    ImportOrigin origin;
    std::vector<SeriesKey> series; //!< rows refer to these by position
    //! Fills `rows` (given empty) and returns true, or returns false when there are no more. An error ends the import and
    //! becomes its answer. Slices of 1,000 to 20,000 rows are best.
    std::function<core::Result<bool>(std::vector<BarRow> &rows)> nextSlice;
    //! Asked once after the last slice; may be empty.
    std::function<core::Result<ImportEnd>()> finish;
    //! Told of each row that the store refused; may be empty.
    std::function<void(const BarRow &row, BarRejection why)> rejected;
    //! Told of each row that replaces an earlier row of this import with other values; may be empty. An earlier row that
    //! was in the store already is remembered as long as there are not too many of them.
    std::function<void(const BarRow &row)> superseded;
    //! Do everything, tell the totals, keep nothing.
    bool dryRun = false;
};

} // namespace tickmark::store
