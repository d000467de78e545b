// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartContent.h>
#include <core/SessionCalendar.h>
#include <core/Time.h>

#include <optional>
#include <span>
#include <vector>

namespace tickmark::desk {

//! Spans of time that have a button of their own.
enum class RangeChoice { Day1, Day5, Month1, Month3, YearToDate, Year1, All };

//! Sessions from `first` to `last`, both included.
struct SessionSpan
{
    core::SessionDate first;
    core::SessionDate last;

    friend bool operator==(const SessionSpan &, const SessionSpan &) = default;
};

//! The exchanges whose sessions make the time axis of `content`.
[[nodiscard]] std::vector<core::CalendarPtr> calendarsOf(const charts::ChartContent &content);

//! From the first session with a daily quote of any instrument to the last. Nothing without quotes.
[[nodiscard]] std::optional<SessionSpan> quotedSpan(const charts::ChartContent &content);

//! The sessions of any of `calendars` that are open inside `range`, if only for a moment.
[[nodiscard]] std::optional<SessionSpan> sessionsIn(core::TimeRange range,
                                                    std::span<const core::CalendarPtr> calendars);

//! True when `span` has at most `most` sessions; dates on which any of `calendars` opens count once.
[[nodiscard]] bool hasAtMost(int most, SessionSpan span, std::span<const core::CalendarPtr> calendars);

//! The sessions of a choice, counted back from session `last`: a month is from the same day of the month before, or the
//! session after it. Never before quoted.first; All is `quoted`.
[[nodiscard]] SessionSpan spanOf(RangeChoice choice, core::SessionDate last, SessionSpan quoted,
                                 std::span<const core::CalendarPtr> calendars);

} // namespace tickmark::desk
