// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TickCurve.h"
#include "XMap.h"
#include <core/BarHistory.h>
#include <core/TimeScale.h>
#include <ticks/ColumnQuery.h>

namespace tickmark::charts {

//! Bars made of ticks. `isFinal` is false while pages are missing.
struct TickBars
{
    core::BarHistory history; //!< interval in its series; kDaily: a bar for each session
    bool isFinal = true;
};

//! The interval of bars that are at least 7 px wide on a map: 1 s to 2 h, beyond that whole sessions (Series::kDaily).
[[nodiscard]] qint64 tickBarInterval(const XMap &x);
//! The shortest of them that is at least `leastNs` long.
[[nodiscard]] qint64 leastTickBarInterval(qint64 leastNs);

//! The bars of `interval` that touch `times`, those without a tick left out. They are aligned to the opening of their
//! session and never reach across one; the time before it and after its close is theirs as far as the scale shows it.
//! Whole sessions are told from their opening to their close. O(bars * log ticks).
[[nodiscard]] TickBars tickBars(const TickCurve &curve, const core::TimeScale &scale, qint64 interval,
                                core::TimeRange times);

//! What a session's official close belongs to: from the opening to the close, the close itself included.
[[nodiscard]] core::TimeRange officialHours(const core::Session &session, const core::SessionCalendar &calendar);

//! A bar of what a column sums up; its time is left to the caller.
[[nodiscard]] core::Bar barOf(const ticks::Column &column);

} // namespace tickmark::charts
