// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PixelGrid.h"
#include <core/TimeScale.h>

#include <QtGlobal>

#include <memory>

namespace tickmark::charts {

//! Half-open run of axis positions or of columns.
struct AxisRange
{
    qint64 begin = 0;
    qint64 end = 0;

    [[nodiscard]] bool isEmpty() const { return end <= begin; }
    friend bool operator==(const AxisRange &, const AxisRange &) = default;
};

//! From time to device columns of a plot, exact: column = floor((x - origin) / nsPerColumn) in integers, columns
//! half-open, origin a multiple of nsPerColumn, so a column is the same run of time wherever the view begins. Zooming
//! rounds nsPerColumn up; the left edge may lie less than a column before what was asked. A column can be cut into
//! kFine equal ones. Immutable value.
class XMap
{
public:
    static constexpr int kFine = 4; //!< fine columns of a column; nsPerColumn is a multiple of it

    //! Shows at least `range` (axis positions, not empty) in `columns` columns (at least 2) from `left` px.
    XMap(std::shared_ptr<const core::TimeScale> scale, AxisRange range, double left, int columns, PixelGrid grid);
    XMap(core::TimeScale scale, AxisRange range, double left, int columns, PixelGrid grid)
        : XMap(std::make_shared<const core::TimeScale>(std::move(scale)), range, left, columns, grid)
    {}

    [[nodiscard]] const core::TimeScale &scale() const { return *m_scale; }
    //! Shared, so that what was computed for a scale can tell whether it still holds.
    [[nodiscard]] const std::shared_ptr<const core::TimeScale> &sharedScale() const { return m_scale; }
    [[nodiscard]] AxisRange range() const { return m_range; }
    [[nodiscard]] qint64 origin() const { return m_origin; }
    [[nodiscard]] qint64 nsPerColumn() const { return m_nsPerColumn; }
    [[nodiscard]] int columns() const { return m_columns; }

    //! May lie outside [0, columns()).
    [[nodiscard]] qint64 columnOf(qint64 axis) const;
    [[nodiscard]] qint64 columnOf(core::Time time) const { return columnOf(m_scale->toAxis(time)); }
    //! `parts` columns for each column: 1 or kFine.
    [[nodiscard]] qint64 columnOf(qint64 axis, int parts) const;
    [[nodiscard]] bool isVisible(qint64 column) const { return column >= 0 && column < m_columns; }
    //! Axis position of a column's left edge.
    [[nodiscard]] qint64 axisAt(qint64 column) const { return m_origin + column * m_nsPerColumn; }

    //! The column whose pixels hold `px`; may lie outside [0, columns()).
    [[nodiscard]] qint64 columnAt(double px) const { return qint64(std::floor((px - m_left) / m_columnWidth + 1e-9)); }
    //! px of a column's middle and of its left edge.
    [[nodiscard]] double centre(qint64 column) const { return m_left + (double(column) + 0.5) * m_columnWidth; }
    [[nodiscard]] double edge(qint64 column) const { return m_left + double(column) * m_columnWidth; }
    [[nodiscard]] double columnWidth() const { return m_columnWidth; }

private:
    std::shared_ptr<const core::TimeScale> m_scale;
    AxisRange m_range;
    double m_left;
    double m_columnWidth;
    int m_columns;
    qint64 m_origin = 0;
    qint64 m_nsPerColumn = kFine;
};

} // namespace tickmark::charts
