// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "XMap.h"
#include <core/SessionCalendar.h>
#include <core/TimeScale.h>
#include <core/ZoneRules.h>

#include <span>
#include <vector>

namespace tickmark::charts {

//! One day of a time axis.
struct AxisDay
{
    core::SessionDate date;
    AxisRange slot;       //!< axis positions, pre- and after-market included
    AxisRange regular;    //!< from the first opening to the last close of that date; the slot itself where none opened
    AxisRange extended{}; //!< `regular` with pre- and after-market as far as they are quoted

    [[nodiscard]] bool hasExtendedHours() const { return extended != regular; }
};

//! The days from `from` to `to` that have a width on the axis, ascending. Trading time: the dates on which any exchange
//! of `calendars` opens; markets that trade round the clock count only when no other is given. Calendar time: all days
//! on the clock of `zone`; their extended hours are left to whoever knows the quotes.
[[nodiscard]] std::vector<AxisDay> axisDays(std::span<const core::CalendarPtr> calendars, const core::TimeScale &scale,
                                            const core::ZoneRules &zone, core::SessionDate from, core::SessionDate to);

//! The calendars among `all` that shape a shared axis, once each.
[[nodiscard]] std::vector<core::CalendarPtr> shapingCalendars(std::span<const core::CalendarPtr> all);

} // namespace tickmark::charts
