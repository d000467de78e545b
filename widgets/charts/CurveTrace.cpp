// SPDX-License-Identifier: GPL-3.0-or-later
#include "CurveTrace.h"

#include <algorithm>

namespace tickmark::charts {

namespace {

__extension__ using Wide = __int128;

constexpr int kFarthestRow = 1 << 26;              // rows further out count as this one
constexpr qint64 kNarrowColumns = qint64(1) << 30; // joins up to this wide are found in 64 bits

//! The middle of a row, in parts.
int middle(int row)
{
    return std::clamp(row, -kFarthestRow, kFarthestRow) * kPartsPerRow + kPartsPerRow / 2;
}

//! Rounds towards minus infinity; `divisor` is above zero.
template <typename Int>
Int floorDivide(Int value, Int divisor)
{
    const Int quotient = value / divisor;
    return quotient * divisor > value ? quotient - 1 : quotient;
}

} // namespace

void CurveTrace::trace(std::span<const RasterPoint> points, bool steps, int begin, int end)
{
    m_pieces.clear();
    m_tops.clear();
    m_bottoms.clear();
    m_begin = begin;
    m_end = end;
    qint64 firstColumn = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const RasterPoint &point = points[i];
        if (i == 0 || !point.joined) {
            if (i > 0)
                endPiece(points[i - 1].column == firstColumn);
            startPiece();
            firstColumn = point.column;
        } else if (const RasterPoint &before = points[i - 1]; before.column == point.column) {
            const auto [high, low] = std::minmax({middle(before.last), middle(point.first)});
            cover(point.column, high, low);
        } else if (steps) {
            hold(before, point);
        } else {
            join(before, point);
        }
        cover(point.column, middle(point.top), middle(point.bottom));
    }
    if (!points.empty())
        endPiece(points.back().column == firstColumn);
}

void CurveTrace::startPiece()
{
    m_piece = {};
    m_piece.first = m_tops.size();
}

void CurveTrace::endPiece(bool inOneColumn)
{
    if (m_piece.count == 0)
        return;
    m_piece.inOneColumn = inOneColumn;
    m_pieces.push_back(m_piece);
}

inline void CurveTrace::cover(qint64 column, int top, int bottom)
{
    if (column < m_begin || column >= m_end)
        return;
    if (m_piece.count > 0 && column == m_column) {
        m_tops.back() = std::min(m_tops.back(), top);
        m_bottoms.back() = std::max(m_bottoms.back(), bottom);
        return;
    }
    if (m_piece.count++ == 0)
        m_piece.column = int(column);
    m_column = column;
    m_tops.push_back(top);
    m_bottoms.push_back(bottom);
}

void CurveTrace::join(const RasterPoint &from, const RasterPoint &to)
{
    if (from.column >= m_end || to.column < m_begin)
        return;
    if (from.column == to.column - 1) {
        const int edge = int((qint64(middle(from.last)) + middle(to.first)) >> 1);
        cover(from.column, edge, edge);
        cover(to.column, edge, edge);
    } else if (Wide(to.column) - from.column <= kNarrowColumns) {
        walk<qint64>(from, to);
    } else {
        walk<Wide>(from, to);
    }
}

void CurveTrace::hold(const RasterPoint &from, const RasterPoint &to)
{
    const int height = middle(from.last);
    const qint64 first = std::max<qint64>(from.column, m_begin - 1) + 1;
    for (qint64 column = first; column <= to.column && column < m_end; ++column)
        cover(column, height, height);
}

//! Int holds twice the columns times the parts between the two.
template <typename Int>
void CurveTrace::walk(const RasterPoint &from, const RasterPoint &to)
{
    // At the edge before column from + k, in parts: begin + rise * (2k - 1) / twice, rounded down.
    const int begin = middle(from.last);
    const Int rise = Int(middle(to.first)) - begin;
    const Int twice = (Int(to.column) - from.column) * 2;
    const qint64 first = std::max<qint64>(from.column + 1, m_begin);
    const qint64 last = std::min<qint64>(to.column, m_end);
    const Int ahead = rise * ((Int(first) - from.column) * 2 - 1);
    Int height = floorDivide(ahead, twice);
    Int rest = ahead - height * twice;
    const Int step = floorDivide(rise * 2, twice);
    const Int stepRest = rise * 2 - step * twice;
    for (qint64 column = first; column <= last; ++column) {
        const int edge = begin + int(height);
        cover(column - 1, edge, edge);
        cover(column, edge, edge);
        height += step;
        rest += stepRest;
        if (rest >= twice) {
            rest -= twice;
            ++height;
        }
    }
}

} // namespace tickmark::charts
