// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <vector>

namespace tickmark::ticks {

//! Which row of a raster a price falls into. Row edges are integer prices, found once per view, so linear, logarithmic
//! and rebased scales are exact alike: row() is a comparison of integers. Rows count from the top, 0..rows-1 inside the
//! plot; prices above have negative rows, prices below rows >= rows(). Immutable value.
class RowTable
{
public:
    //! Rows further out than this are told as this one.
    static constexpr int kFarthest = 1 << 26;

    //! `position(price)` is where a price stands in rows from the top (a real number, falling as prices rise);
    //! `priceNear(row)` about the price at the top edge of a row. O(rows).
    RowTable(int rows, std::function<double(qint64)> position, const std::function<double(double)> &priceNear);

    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int row(qint64 price) const;
    //! True when the prices low..high all lie in rows between those of `bottom` (a lower price) and `top`.
    [[nodiscard]] bool isCovered(qint64 low, qint64 high, qint64 bottom, qint64 top) const
    {
        return (low >= bottom || row(low) <= row(bottom)) && (high <= top || row(high) >= row(top));
    }

private:
    //! Never falls as the price rises, so edges of earlier buckets are lower, those of later ones higher, than `price`.
    [[nodiscard]] std::size_t bucketOf(qint64 price) const
    {
        // Half the distance, for it fits a signed number, which is sooner a real one than an unsigned number.
        const auto half = qint64((quint64(price) - quint64(m_edges.front())) / 2);
        return std::min(std::size_t(qint64(double(half) * m_bucketsPerTwo)), m_starts.size() - 2);
    }
    [[nodiscard]] int rowOutside(qint64 price) const;

    int m_rows;
    std::function<double(qint64)> m_position;
    //! Ascending; m_edges[k] is the least price of row rows-1-k or above it, k = 0..rows. The greatest number behind them.
    std::vector<qint64> m_edges;
    std::vector<quint32> m_starts; //!< the plot's prices in buckets of one width: how many edges lie before each
    double m_bucketsPerTwo = 0;    //!< prices
};

} // namespace tickmark::ticks
