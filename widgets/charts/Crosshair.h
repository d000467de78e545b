// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartPlan.h"

#include <optional>

namespace tickmark::charts {

//! Where a crosshair may stand: on a session over daily bars, on a bar over intraday ones. A value.
//! In calendar time a place belongs to the day on the clock of the first curve's exchange, as its bars do, whatever zone
//! the axis is written in.
struct CrosshairStop
{
    core::Time time; //!< close of the session, or start of the bar
    core::SessionDate session;
    qint64 line = 0; //!< axis position of the line
    bool intraday = false;
    qint64 nsPerColumn = 0; //!< of the picture that it stands in; ticks are read with their device column

    //! What curves are read at.
    [[nodiscard]] CurveMoment moment() const { return {session, time, intraday, nsPerColumn}; }
    friend bool operator==(const CrosshairStop &, const CrosshairStop &) = default;
};

//! The stop under an axis position; nothing where there is no quote at all.
[[nodiscard]] std::optional<CrosshairStop> stopAt(const ChartPlan &plan, qint64 axis);

//! The stop that a time belongs to: its session, or in closed hours the session before. Never a later one.
[[nodiscard]] std::optional<CrosshairStop> stopBy(const ChartPlan &plan, core::Time time);

//! The newest stop that is in view, an intraday bar by its start, or the one before the view when there is none.
[[nodiscard]] std::optional<CrosshairStop> lastStop(const ChartPlan &plan);

//! The slot of a session on the axis; nothing when no exchange of the axis opens that day.
[[nodiscard]] std::optional<AxisRange> slotOf(const ChartPlan &plan, core::SessionDate session);

//! `bars` stops further along the first curve; the last one there is when there are fewer.
[[nodiscard]] CrosshairStop stepped(const ChartPlan &plan, const CrosshairStop &from, int bars);

} // namespace tickmark::charts
