// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartContent.h"
#include "XMap.h"

#include <QStringList>

#include <optional>

namespace tickmark::charts {

//! How far a view may go. Axis positions. A value.
struct ViewLimits
{
    AxisRange data;       //!< from the first bar's slot to the end of the last one's
    AxisRange bounds;     //!< data with a little room, and never off the end of the axis
    qint64 newest = 0;    //!< just after the newest quote that is drawn; in a replay before the end of data
    qint64 bar = 1;       //!< width of one bar
    qint64 leastSpan = 1; //!< no zoom shows less
    bool ticks =
        false; //!< any curve is of ticks: the newest one is then followed at the distance of the view's own zoom

    //! Of the bars of `symbols`; nothing when they have none.
    [[nodiscard]] static std::optional<ViewLimits> of(const ChartContent &content, const QStringList &symbols,
                                                      const core::TimeScale &scale);
};

//! Moved right by `by` (negative: left), as far as at least one bar stays in view.
[[nodiscard]] AxisRange panned(AxisRange view, qint64 by, const ViewLimits &limits);

//! `factor` above 1 shows less, below 1 more; the part of the view at which `around` stands stays the same as far as the
//! limits allow.
[[nodiscard]] AxisRange zoomed(AxisRange view, double factor, qint64 around, const ViewLimits &limits);

//! Moved right by whole columns until atEnd() would be less than a column further: what was drawn stays where it is.
[[nodiscard]] AxisRange followed(AxisRange view, qint64 nsPerColumn, const ViewLimits &limits);

//! The same width with the newest bar, or the oldest one, at the edge.
[[nodiscard]] AxisRange atEnd(AxisRange view, const ViewLimits &limits);
[[nodiscard]] AxisRange atStart(AxisRange view, const ViewLimits &limits);

} // namespace tickmark::charts
