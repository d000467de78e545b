// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TickCurve.h"
#include "TickTimes.h"
#include <ticks/ColumnQuery.h>

#include <memory>
#include <vector>

namespace tickmark::charts {

//! The ticks of one raster column, or of the part of it on one side of a recorded gap.
struct TickCell
{
    qint64 column = 0; //!< number of the raster column, see TickColumns
    qint64 begin = 0;  //!< least time that belongs to it
    ticks::Column ticks;
};

//! The raster columns of one curve in one pane, kept from picture to picture: a pan asks for the columns that come into
//! view only, new ticks for those they fall into. Stale as a whole when zoom, rows or sampling change, and where pages
//! that were missing have arrived. One thread.
class TickCells
{
public:
    //! What the columns are of. `rows` tells by its identity whether the scale of values is still the same.
    struct Key
    {
        std::shared_ptr<const core::TimeScale> scale;
        qint64 nsPerColumn = 0;
        int sampling = 0;
        std::shared_ptr<const ticks::RowTable> rows;

        friend bool operator==(const Key &, const Key &) = default;
    };

    //! The cells of the view, ascending, at least one for each of its columns. Valid until the next call.
    [[nodiscard]] const std::vector<TickCell> &update(const TickCurve &curve, const TickColumns &columns,
                                                      const Key &key);
    //! Columns that the last update() asked of the history.
    [[nodiscard]] qint64 queried() const { return m_queried; }

private:
    //! Drops the columns outside `range`.
    void keep(AxisRange range);
    void dropFrom(core::Time time);
    [[nodiscard]] std::vector<TickCell> query(const TickCurve &curve, const TickColumns &columns, const Key &key,
                                              AxisRange range);

    Key m_key;
    ticks::SnapshotPtr m_snapshot;
    std::vector<core::TimeRange> m_gaps;
    quint64 m_loads = 0;
    bool m_isFinal = true;
    AxisRange m_range; //!< columns that m_cells covers
    std::vector<TickCell> m_cells;
    qint64 m_queried = 0;
};

//! The least time from which on `now` may differ from `before`, of the same series. O(chunks).
[[nodiscard]] core::Time firstDifference(const ticks::TickSnapshot &before, const ticks::TickSnapshot &now);

} // namespace tickmark::charts
