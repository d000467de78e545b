// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExtentTree.h"
#include "TickBlock.h"

#include <array>

namespace tickmark::ticks {

//! The nodes of one chunk as queries use them: beside the arrays, in one cache line per block, all that an edge of a
//! column inside that block asks for. A picture of a long history touches one such line of thousands of pages. Immutable;
//! 7.7 KB.
struct IndexedPage
{
    struct alignas(64) Line
    {
        qint64 firstTime = 0;
        qint64 low = 0;
        qint64 high = 0;
        qint64 lowBefore = 0; //!< over all blocks before this one; above highBefore when there is none
        qint64 highBefore = 0;
        qint64 lowAfter = 0; //!< over all blocks after it
        qint64 highAfter = 0;
    };

    //! O(blocks).
    explicit IndexedPage(const NodePage &page);

    //! Prices of the blocks before `end` (a block), from `begin` on, or in [begin, end). The first two read one line only.
    [[nodiscard]] Extent pricesBefore(int end) const;
    [[nodiscard]] Extent pricesFrom(int begin) const;
    [[nodiscard]] Extent pricesOf(int begin, int end) const;
    //! Volume of the blocks [begin, end). O(blocks).
    [[nodiscard]] qint64 volumeOf(int begin, int end) const;

    //! The first block whose last tick is at `time` or later; `blocks` (their number) when there is none. Searches
    //! from `guess` outward.
    [[nodiscard]] int blockAt(qint64 time, int guess, int blocks) const;
    //! Where blockAt() should begin if the ticks were spread evenly. `time` is after `first` and not after `last`.
    [[nodiscard]] static int guess(qint64 time, qint64 first, qint64 last, int blocks);

    NodePage nodes;
    std::array<Line, kChunkBlocks> lines{};
};

} // namespace tickmark::ticks
