// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <sources/providers/QuoteProvider.h>
#include <store/StoreReader.h>

#include <vector>

namespace tickmark::pipeline {

//! Takes those bars out of `fetched` (ascending) that the user has corrected by hand to something else: the user's word
//! stands when the source repeats its own. How many.
[[nodiscard]] core::Result<qint64> leaveCorrected(store::StoreReader &reader, const core::Series &series,
                                                  std::vector<sources::FetchedBar> &fetched);

} // namespace tickmark::pipeline
