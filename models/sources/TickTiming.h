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
    std::optional<core::TimeRange> usual; //!< half of the first rows lie in it; nothing when none can be read
    std::vector<Finding> findings;
};

//! Which times the ticks of a file may have: from 1970-01-02 to the end of 2100 and within twenty years of the others. A
//! number of another unit than the rest lands outside. A value.
class PlausibleTimes
{
public:
    explicit PlausibleTimes(std::optional<core::TimeRange> usual);

    [[nodiscard]] bool contains(core::Time time) const { return m_begin <= time.ns && time.ns < m_end; }
    //! A long file moves on: `time` is that of a tick that was taken.
    void moveTo(core::Time time);

private:
    qint64 m_begin;
    qint64 m_end;
};

//! Finds it out from the first rows and from what profile and options say (options.intervalNs means nothing here).
//! InvalidInput when times need a zone or a date, and for dates without a time of day.
[[nodiscard]] core::Result<TickTiming> findTickTiming(const SampleTable &sample, const CsvProfile &profile,
                                                      const BarReadOptions &options, const QString &fileName);

} // namespace tickmark::sources
