// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarReadOptions.h"
#include "CsvDialect.h"
#include "CsvProfile.h"
#include "LocalClock.h"
#include "SampleTable.h"
#include "StampParser.h"

#include <optional>
#include <vector>

namespace tickmark::sources {

//! How the stamps of a file become session dates or times.
struct BarTiming
{
    enum class Days {
        AsWritten,    //!< the written date is the session date, the time of day (if any) must be midnight
        AsWrittenAny, //!< the same, whatever the time of day
        InZone,       //!< the date on the zone's clock
    };

    qint64 intervalNs = 0;
    Days days = Days::AsWritten;     //!< for daily bars
    std::optional<LocalClock> clock; //!< of times without an offset
    bool newestFirst = false;
    std::vector<Finding> findings;

    [[nodiscard]] bool isDaily() const { return intervalNs == 0; }
};

//! Finds it out from the first rows and from what profile and options say. InvalidInput when times need a zone or a date,
//! when no interval shows, and for weekly or longer bars that nobody declared to be daily.
[[nodiscard]] core::Result<BarTiming> findBarTiming(const SampleTable &sample, const CsvProfile &profile,
                                                    const BarReadOptions &options, const QString &fileName);

} // namespace tickmark::sources
