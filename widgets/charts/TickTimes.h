// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "XMap.h"

#include <vector>

namespace tickmark::charts {

//! The raster columns of a map: `sampling` per device column, counted from the origin of the axis, so that a column has
//! the same number, and holds the same run of time, wherever the view begins. A value.
class TickColumns
{
public:
    TickColumns(const XMap &x, int sampling);

    [[nodiscard]] int sampling() const { return m_sampling; }
    //! The first column of the plot.
    [[nodiscard]] qint64 plotBegin() const { return m_firstDevice * m_sampling; }
    //! The columns of the plot and those beside it from which the width of a line reaches into it, half-open.
    [[nodiscard]] AxisRange inView() const { return m_view; }
    [[nodiscard]] qint64 columnOf(qint64 axis) const;
    //! Axis position of a column's left edge.
    [[nodiscard]] qint64 axisAt(qint64 column) const;
    //! The device column that holds a column, as the map counts: 0 is the first of the plot.
    [[nodiscard]] qint64 deviceColumn(qint64 column) const;
    //! Least times of the columns from `first` to `end`, `end` included: end - first + 1 of them. O(columns + log
    //! sessions).
    [[nodiscard]] std::vector<qint64> edges(qint64 first, qint64 end) const;

private:
    std::shared_ptr<const core::TimeScale> m_scale;
    qint64 m_nsPerColumn;
    qint64 m_firstDevice; //!< number of the plot's first device column
    int m_sampling;
    AxisRange m_view;
};

//! The least times whose axis positions are at or after those of `axis`, which ascend. Ticks of closed time belong to the
//! next opening: there the least time is the close before. The ends of an axis of sessions reach to the ends of time.
[[nodiscard]] std::vector<qint64> leastTimes(const core::TimeScale &scale, const std::vector<qint64> &axis);

} // namespace tickmark::charts
