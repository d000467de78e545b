// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CurveTrace.h"

#include <span>
#include <vector>

namespace tickmark::charts {

//! A run of heights of one raster column, in parts of a row, half-open.
struct ColumnRun
{
    int column = 0;
    int top = 0;
    int end = 0;
};

//! How far a line reaches beyond its middle: reach[d] parts up and down in the columns d aside of it.
using PenReach = std::vector<int>;

//! What a curve covers: for each raster column disjoint runs of heights. Nearly all columns have one, which is kept in
//! an array; breaks inside a column and pieces that come close to each other make more. Keeps its buffers.
class ColumnRuns
{
public:
    //! Nothing in the columns [begin, end).
    void reset(int begin, int end);
    //! Runs outside the columns and empty ones are passed over; the others may overlap until settle().
    void add(int column, int top, int end)
    {
        const auto index = std::size_t(column - m_begin);
        if (column < m_begin || index >= m_tops.size() || top >= end)
            return;
        if (m_tops[index] < m_ends[index]) {
            m_further.push_back({column, top, end});
            return;
        }
        m_tops[index] = top;
        m_ends[index] = end;
    }
    //! Every run of a piece, widened by `pen`. Runs of a piece touch, so a column of it is one run again.
    //! O(runs * columns of the pen).
    void add(const CurveTrace &trace, const TracePiece &piece, const PenReach &pen);
    //! Joins what overlaps. Call once, after the last add().
    void settle();

    [[nodiscard]] int top(int column) const { return m_tops[std::size_t(column - m_begin)]; }
    [[nodiscard]] int end(int column) const { return m_ends[std::size_t(column - m_begin)]; } //!< not above top: empty
    //! The second and further runs of columns, ascending by column.
    [[nodiscard]] std::span<const ColumnRun> further() const { return m_further; }

    //! True when the columns [first, end) have one run at most, and the columns of `other` from `begin` on the same.
    [[nodiscard]] bool isSame(int first, int end, const ColumnRuns &other, int begin) const;

private:
    void settleColumn(std::span<ColumnRun> runs);
    [[nodiscard]] bool hasFurther(int first, int end) const;

    int m_begin = 0;
    std::vector<int> m_tops;
    std::vector<int> m_ends;
    std::vector<ColumnRun> m_further;
    std::vector<ColumnRun> m_settled;
    std::vector<int> m_wideTops;
    std::vector<int> m_wideEnds;
};

} // namespace tickmark::charts
