// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/BarHistory.h>
#include <core/CalendarSet.h>
#include <core/Result.h>
#include <store/StoreReader.h>

#include <optional>
#include <stop_token>

namespace tickmark::pipeline {

//! Daily bars of `instrument`, sessions `range`, with provenance: per session of its preferred series, else of the traded
//! series whose source comes next. Prices are in today's shares, all splits up to today in them, whatever the sources have
//! them in. Days with bars that the calendar takes for closed count as sessions in the history's calendar. NotFound when
//! there is no daily series; InvalidInput when prices do not fit with the splits.
[[nodiscard]] core::Result<core::BarHistory> loadDailyHistory(store::StoreReader &reader,
                                                              const core::CalendarSet &calendars,
                                                              const core::Instrument &instrument,
                                                              store::SessionRange range, std::stop_token stop = {});

//! The same for intraday bars that start inside `range`, all of one series: the preferred one, or where that has none there
//! the one with the shortest interval that has.
[[nodiscard]] core::Result<core::BarHistory> loadIntradayHistory(store::StoreReader &reader,
                                                                 const core::CalendarSet &calendars,
                                                                 const core::Instrument &instrument,
                                                                 core::TimeRange range, std::stop_token stop = {});

//! From the opening of session `first` to the close of session `last` on that calendar, with pre- and after-market of
//! these days (the days on the exchange's clock).
[[nodiscard]] core::TimeRange timesOf(const core::SessionCalendar &calendar, core::SessionDate first,
                                      core::SessionDate last);

} // namespace tickmark::pipeline
