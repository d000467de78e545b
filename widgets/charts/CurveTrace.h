// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <span>
#include <vector>

namespace tickmark::charts {

//! One value, or all values of one raster column: where it begins, reaches and ends. Columns and rows may lie outside the
//! raster, so that lines enter and leave at the right height. Several points of one column may follow each other: the
//! picture is the same as of the one point that sums them up.
struct RasterPoint
{
    qint64 column = 0; //!< ascending
    int first = 0;     //!< rows count from the top
    int top = 0;
    int bottom = 0;
    int last = 0;
    bool joined = true; //!< to the point before; false after a break
};

//! Heights inside a raster are counted in parts of a row, so that slanted lines do not become stairs.
inline constexpr int kPartsPerRow = 16;

//! One unbroken part of a curve: one run of heights for each of `count` consecutive raster columns.
struct TracePiece
{
    int column = 0;
    std::size_t first = 0; //!< of its runs
    std::size_t count = 0;
    bool inOneColumn = false; //!< all its points, in view or not
};

//! The way a curve takes through the columns of a raster, without any width. A column holds, from its highest to its
//! lowest, what its points and the joins to its neighbours reach. The join of two columns depends on the last point of
//! one and the first of the other alone: a straight line from middle to middle, cut at the edges between columns in
//! integers. So neighbouring runs of a piece always touch. O(points + columns). Keeps its buffers.
class CurveTrace
{
public:
    //! Keeps the columns [begin, end). `steps`: a value holds until the column of the next one.
    void trace(std::span<const RasterPoint> points, bool steps, int begin, int end);

    [[nodiscard]] const std::vector<TracePiece> &pieces() const { return m_pieces; }
    //! Highest and lowest part of each run, both included.
    [[nodiscard]] const std::vector<int> &tops() const { return m_tops; }
    [[nodiscard]] const std::vector<int> &bottoms() const { return m_bottoms; }

private:
    void startPiece();
    void endPiece(bool inOneColumn);
    void cover(qint64 column, int top, int bottom);
    void join(const RasterPoint &from, const RasterPoint &to);
    void hold(const RasterPoint &from, const RasterPoint &to);
    template <typename Int>
    void walk(const RasterPoint &from, const RasterPoint &to);

    std::vector<TracePiece> m_pieces;
    std::vector<int> m_tops;
    std::vector<int> m_bottoms;
    int m_begin = 0;
    int m_end = 0;
    TracePiece m_piece;
    qint64 m_column = 0; //!< of the last run of m_piece, when it has one
};

} // namespace tickmark::charts
