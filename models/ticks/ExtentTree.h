// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <limits>
#include <vector>

namespace tickmark::ticks {

//! Lowest and highest price of some ticks, and the sum of their sizes. Without ticks low is above high.
struct Extent
{
    qint64 low = std::numeric_limits<qint64>::max();
    qint64 high = std::numeric_limits<qint64>::min();
    qint64 volume = 0;

    [[nodiscard]] bool isEmpty() const { return low > high; }
    void add(const Extent &other);
};

//! Extents of runs of entries: the entries themselves, and one level above them that sums up sixteen each. A value;
//! 27 bytes per entry.
class ExtentTree
{
public:
    static constexpr std::size_t kFanout = 16;

    [[nodiscard]] std::size_t size() const { return m_entries.lows.size(); }
    //! Of the entries [begin, end). O(32 + size / 16); both loops run over neighbours in memory.
    [[nodiscard]] Extent of(std::size_t begin, std::size_t end) const;

    //! `index` may be size(): then the tree grows by one. O(16).
    void set(std::size_t index, const Extent &extent);
    void truncate(std::size_t size);

private:
    struct Level
    {
        std::vector<qint64> lows;
        std::vector<qint64> highs;
        std::vector<qint64> volumes;

        void addTo(Extent &extent, std::size_t begin, std::size_t end) const;
        void set(std::size_t index, const Extent &extent);
        void truncate(std::size_t size);
    };

    Level m_entries;
    Level m_sixteens;
};

} // namespace tickmark::ticks
