// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TickBreaks.h"
#include "TickCells.h"

#include <vector>

namespace tickmark::charts {

//! One step of a curve of ticks: a raster column with ticks in it, or the tick before or after the view.
struct TickPoint
{
    qint64 column = 0; //!< number of the raster column, see TickColumns
    ticks::Column ticks;
    bool joined = true; //!< to the point before
    bool rests =
        false; //!< not joined, because its market was closed while others traded: the value before held until here
};

//! Through the columns of a view. `rests`: a market's closed hours are shown as such where they have a width.
struct TickPathRequest
{
    const TickCurve &curve;
    const XMap &x;
    const TickColumns &columns;
    const std::vector<TickCell> &cells;
    const TickNeighbours &neighbours;
    const std::vector<TickBreak> &breaks;
    bool rests = false;
};
[[nodiscard]] std::vector<TickPoint> tickPath(const TickPathRequest &request);

//! The last tick before the columns of a view and the first one after them.
[[nodiscard]] TickNeighbours neighboursOf(const TickCurve &curve, core::TimeRange times);

} // namespace tickmark::charts
