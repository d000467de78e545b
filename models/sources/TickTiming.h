// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarReadOptions.h"
#include "CsvDialect.h"
#include "CsvProfile.h"
#include "LocalClock.h"
#include "SampleTable.h"

#include <optional>
#include <vector>

namespace tickmark::sources {

//! How the stamps of a file of ticks become times.
struct TickTiming
{
    std::optional<LocalClock> clock; //!< of times without an offset
    bool newestFirst = false;
    std::vector<Finding> findings;
};

//! Finds it out from the first rows and from what profile and options say (options.intervalNs means nothing here).
//! InvalidInput when times need a zone or a date, and for dates without a time of day.
[[nodiscard]] core::Result<TickTiming> findTickTiming(const SampleTable &sample, const CsvProfile &profile,
                                                      const BarReadOptions &options, const QString &fileName);

} // namespace tickmark::sources
