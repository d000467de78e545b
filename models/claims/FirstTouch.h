// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Judge.h"

#include <functional>
#include <span>

namespace tickmark::claims {

//! Whether a price, in units of the quotes' decimals, lies in a claim's interval.
using FitsAt = std::function<bool(qint64)>;

//! The first price in the interval that `quotes.during` knows of, as a quote of `session`: a tick, the opening of a bar, or
//! the end of the interval (`ends`, as prices in units) over which the bar went into it; then the moment lies somewhere in
//! the bar. Nothing when none fits. Linear in the bars.
[[nodiscard]] std::optional<QuoteUsed> firstTouch(const InstrumentQuotes &quotes, core::SessionDate session,
                                                  std::span<const double> ends, const FitsAt &fitsAt);

} // namespace tickmark::claims
