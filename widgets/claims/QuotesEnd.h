// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <store/StoreReader.h>

#include <optional>
#include <stop_token>

namespace tickmark::claimview {

//! Up to when a store has daily quotes.
struct QuotesEnd
{
    core::SessionDate session;
    core::Time close; //!< of that session

    //! False when whole sessions have come since: more than a long weekend lies between.
    [[nodiscard]] bool isCurrentAt(core::Time time) const { return time.ns - close.ns < 4 * core::kNsPerDay; }

    bool operator==(const QuotesEnd &) const = default;
};

//! The latest close of all instruments, those of exchanges before those that are traded day and night; sessions that
//! no calendar knows do not count. Nothing: there are no daily quotes. For a reader's thread; some queries for each
//! instrument. Errors: the store's.
[[nodiscard]] core::Result<std::optional<QuotesEnd>> readQuotesEnd(store::StoreReader &reader,
                                                                   const core::CalendarSet &calendars,
                                                                   const std::stop_token &stop);

} // namespace tickmark::claimview
