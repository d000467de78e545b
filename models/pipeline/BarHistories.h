// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/BarHistory.h>
#include <core/CalendarSet.h>
#include <core/Result.h>
#include <store/StoreReader.h>

#include <optional>
#include <stop_token>

namespace tickmark::pipeline {

//! Daily bars of `instrument` from its preferred series, sessions `range`, with provenance. Days with bars that the
//! calendar takes for closed count as sessions in the history's calendar. NotFound when there is no daily series.
[[nodiscard]] core::Result<core::BarHistory> loadDailyHistory(store::StoreReader &reader,
                                                              const core::CalendarSet &calendars,
                                                              const core::Instrument &instrument,
                                                              store::SessionRange range, std::stop_token stop = {});

//! The same for intraday bars that start inside `range`; where the preferred series has none there, of the series with the
//! shortest interval that has.
[[nodiscard]] core::Result<core::BarHistory> loadIntradayHistory(store::StoreReader &reader,
                                                                 const core::CalendarSet &calendars,
                                                                 const core::Instrument &instrument,
                                                                 core::TimeRange range, std::stop_token stop = {});

//! From the opening of session `first` to the close of session `last` on that calendar, with pre- and after-market of
//! these days (the days on the exchange's clock).
[[nodiscard]] core::TimeRange timesOf(const core::SessionCalendar &calendar, core::SessionDate first,
                                      core::SessionDate last);

} // namespace tickmark::pipeline
