// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Tick.h>

#include <array>
#include <span>

namespace tickmark::ticks {

inline constexpr int kBlockTicks = 256; //!< ticks of a full block: the leaf of the pyramid
inline constexpr int kChunkBlocks = 64; //!< blocks of a full chunk
inline constexpr int kChunkTicks = kBlockTicks * kChunkBlocks;

//! Up to kBlockTicks decoded ticks, one array per column so that scans run over neighbours in memory. A value.
struct TickBlock
{
    int count = 0;
    alignas(32) std::array<qint64, kBlockTicks> times{}; //!< ns since the epoch, ascending (ties allowed)
    alignas(
        32) std::array<qint64, kBlockTicks> prices{}; //!< units of the series' or the chunk's decimals, as said there
    alignas(32) std::array<qint64, kBlockTicks> sizes{};

    [[nodiscard]] core::Tick tick(int index) const
    {
        return {core::Time{times[std::size_t(index)]}, prices[std::size_t(index)], sizes[std::size_t(index)]};
    }
};

//! Puts 1..kBlockTicks ticks into the columns. O(ticks).
void fillBlock(std::span<const core::Tick> ticks, TickBlock &block);

//! What is known of a block without decoding it: the leaf of the pyramid.
struct BlockNode
{
    qint64 firstTime = 0;
    qint64 lastTime = 0;
    qint64 first = 0; //!< prices
    qint64 low = 0;
    qint64 high = 0;
    qint64 last = 0;
    qint64 volume = 0; //!< sum of sizes; the greatest number where that does not fit

    friend bool operator==(const BlockNode &, const BlockNode &) = default;
};

//! O(count). `block` is not empty.
[[nodiscard]] BlockNode nodeOf(const TickBlock &block);

//! The nodes of one chunk, one array per column. A value.
struct NodePage
{
    int count = 0; //!< blocks
    alignas(32) std::array<qint64, kChunkBlocks> firstTimes{};
    alignas(32) std::array<qint64, kChunkBlocks> lastTimes{};
    alignas(32) std::array<qint64, kChunkBlocks> firsts{};
    alignas(32) std::array<qint64, kChunkBlocks> lows{};
    alignas(32) std::array<qint64, kChunkBlocks> highs{};
    alignas(32) std::array<qint64, kChunkBlocks> lasts{};
    alignas(32) std::array<qint64, kChunkBlocks> volumes{};

    [[nodiscard]] BlockNode node(int block) const;
    void setNode(int block, const BlockNode &node);
};

} // namespace tickmark::ticks
