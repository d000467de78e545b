// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <sources/providers/QuoteProvider.h>
#include <store/StoreReader.h>

#include <span>
#include <vector>

//! The user's word stands when a source repeats its own.
namespace tickmark::pipeline {

//! Whether one of the bars that the user has `corrected` by hand in `series` (ascending) is of the time of `fetched`, and
//! something else.
[[nodiscard]] bool isCorrectedOtherwise(std::span<const core::Bar> corrected, const core::Series &series,
                                        const sources::FetchedBar &fetched);

//! Takes those bars out of `fetched` that the user has corrected by hand to something else. How many.
[[nodiscard]] core::Result<qint64> leaveCorrected(store::StoreReader &reader, const core::Series &series,
                                                  std::vector<sources::FetchedBar> &fetched);

} // namespace tickmark::pipeline
