// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CurveTrace.h"
#include "XMap.h"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

namespace tickmark::charts {

//! How much of each pixel of a few neighbouring device columns is covered. Runs are noted by where they begin and end;
//! summing up from the top gives row after row, all columns at once. Empty again once finish() was called. Keeps its
//! buffer.
class CoverTile
{
public:
    static constexpr int kColumns = 32; //!< two cache lines of pixels: rows of a picture lie far apart in memory
    static constexpr int kHalo = 1;     //!< columns on either side of them that are known too
    static constexpr int kWidth = 40;   //!< columns kept, so that whole registers are summed up
    static constexpr int kFull = 256;   //!< cover of a whole pixel
    static constexpr int kPartsPerPixel = kPartsPerRow * XMap::kFine;

    using Row = std::array<qint16, kWidth>; //!< cover of column c is at c + kHalo

    //! Runs are `runsPerPixel` beside each other in a pixel.
    void begin(int deviceRows, int runsPerPixel)
    {
        m_steps.resize(std::size_t(deviceRows) + 2);
        m_changed.resize(std::size_t(deviceRows) + 2);
        m_weight = kFull / kPartsPerPixel / runsPerPixel;
        m_first = std::numeric_limits<int>::max();
        m_end = 0;
    }
    //! `column` from -kHalo to kColumns. The run, in parts, is not empty and inside the rows; those of one raster column
    //! are disjoint.
    void add(int column, int top, int end)
    {
        change(column, top, m_weight);
        change(column, end, -m_weight);
        m_first = std::min(m_first, top / kPartsPerPixel);
        m_end = std::max(m_end, (end - 1) / kPartsPerPixel + 1);
    }

    [[nodiscard]] bool isEmpty() const { return m_end <= m_first; }
    //! Rows that runs touch.
    [[nodiscard]] int firstRow() const { return m_first; }
    [[nodiscard]] int endRow() const { return m_end; }
    //! Turns the cover of the row above into that of `row`; false when the two are the same. Once for each touched row,
    //! from the first on, where `cover` is zero.
    bool next(int row, Row &cover)
    {
        if (!m_changed[std::size_t(row)])
            return false;
        const Row &changes = m_steps[std::size_t(row)];
        for (std::size_t i = 0; i < kWidth; ++i)
            cover[i] = qint16(cover[i] + changes[i]);
        clear(row);
        return true;
    }
    void finish()
    {
        if (isEmpty())
            return;
        clear(m_end);
        clear(m_end + 1);
    }

private:
    void clear(int row)
    {
        m_steps[std::size_t(row)].fill(0);
        m_changed[std::size_t(row)] = false;
    }
    void change(int column, int height, int weight)
    {
        const auto row = std::size_t(height / kPartsPerPixel);
        const int inside = height % kPartsPerPixel;
        const auto at = std::size_t(column + kHalo);
        m_steps[row][at] = qint16(m_steps[row][at] + weight * (kPartsPerPixel - inside));
        m_steps[row + 1][at] = qint16(m_steps[row + 1][at] + weight * inside);
        m_changed[row] = true;
        m_changed[row + 1] = true;
    }

    std::vector<Row> m_steps;      //!< how the cover of a row differs from that of the row above
    std::vector<quint8> m_changed; //!< whether it does
    int m_weight = 1;
    int m_first = 0;
    int m_end = 0;
};

} // namespace tickmark::charts
