// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/SessionCalendar.h>
#include <store/SourceTypes.h>

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace tickmark::pipeline {

//! FetchState::errorCode of what a run has begun to ask for; it stays where the run does not get to its end.
inline constexpr QLatin1String kCutCode("cut");
//! The same where the user has ended it: it does not come again before it is due.
inline constexpr QLatin1String kStoppedCode("stopped");

//! The same of what was not asked for, because the whole source ended for the fault of another item.
inline constexpr QLatin1String kNotAskedCode("not_asked");
//! The same of what was asked for, and not to its end.
inline constexpr QLatin1String kNotFinishedCode("not_finished");

//! How a source stood after its last run, over all that it asks for.
struct LastRun
{
    std::optional<core::Time> at; //!< nothing: never
    std::optional<core::Time> success;
    std::optional<core::Time> retryAt; //!< the latest one since the last success: the server is the same for all
    int failuresOfAll = 0;             //!< runs in a row that brought nothing at all
    int failuresOfAny = 0;             //!< runs in a row in which something failed
    bool wasCut = false;               //!< it did not get to its end
};

//! Of the items that were asked for last; those that the source does not ask for any more say nothing. Stamps of a clock
//! that ran ahead (later than `now`) count as none. Pure.
[[nodiscard]] LastRun lastRunOf(std::span<const store::FetchState> states, core::Time now);

//! What failed in the last run of a source, by item; then what is only to be remarked (see isRemark()), and what was given
//! up for another one's fault.
[[nodiscard]] std::vector<store::FetchState> failedItems(std::span<const store::FetchState> states,
                                                         const LastRun &last);

//! When a source runs next, not before `now`; nothing: only when asked to. By its schedule, in the hours of the calendars
//! of its instruments (none: around the clock):
//! - Always: so many minutes after the last run; at once when there was none.
//! - SessionHours: likewise, but only while one of the exchanges is open (lunch is closed).
//! - AfterClose: 16 minutes after each close of one of the exchanges whose bars were not final at the last run (they are
//!   after 15); at once when there was none. Where something failed, again after 15 minutes, and then ever later.
//! Where the last run did not get to its end: at once, in those hours.
//! A source that brought nothing waits longer from failure to failure, from 1 minute doubled up to 6 hours after its last
//! run; none runs before its server wants to be asked again (a week at most). Exchanges that stay closed for 400 days
//! leave it to be asked. Pure.
[[nodiscard]] std::optional<core::Time> nextRun(const store::SourceSetup &setup,
                                                std::span<const store::FetchState> states,
                                                std::span<const core::CalendarPtr> calendars, core::Time now);

} // namespace tickmark::pipeline
