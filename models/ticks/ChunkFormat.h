// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TickBlock.h"
#include <core/Result.h>

#include <cstddef>
#include <span>
#include <vector>

namespace tickmark::ticks {

//! How ticks lie in a BLOB. Little-endian. README.md of this folder draws it.
//!
//! Data of a chunk: a directory (magic, format version, number of ticks and blocks, per block its offset and CRC-32C; a
//! CRC-32C of the directory itself at its end), then the blocks. A block holds three columns (time, price, size), each
//! as first value, the greatest common divisor of its deltas, the width in bits of most of the divided deltas, the
//! packed deltas, and the few wider ones as patches. Any 256 ticks of 64-bit numbers survive exactly.
//! Nodes of a chunk: the columns of its NodePage in the same packing, with a CRC-32C.
//!
//! All functions are pure and safe from any thread. Decoding trusts nothing: bytes that do not check are an error
//! (Damaged, naming the block), never a crash or a wrong tick.

//! At most kChunkTicks ticks, ascending by time, not empty. Appends to `data` and fills `nodes`. O(ticks).
void encodeChunk(std::span<const core::Tick> ticks, std::vector<std::byte> &data, NodePage &nodes);

[[nodiscard]] std::vector<std::byte> encodeNodes(const NodePage &nodes);
[[nodiscard]] core::Result<NodePage> decodeNodes(std::span<const std::byte> bytes);

//! A chunk's data with its directory checked; borrows the bytes.
class ChunkView
{
public:
    //! O(blocks). Damaged when the directory does not check or is wrong in itself. Data cut short opens: the blocks
    //! before the cut are readable.
    [[nodiscard]] static core::Result<ChunkView> open(std::span<const std::byte> data);

    [[nodiscard]] int ticks() const { return m_ticks; }
    [[nodiscard]] int blocks() const { return m_blocks; }
    //! Checks the block's CRC and decodes it. Damaged with the block's number. About 2 ns per tick.
    [[nodiscard]] core::Result<void> decode(int block, TickBlock &into) const;
    //! All blocks that check, in order; the numbers of those that do not go to `damaged`.
    [[nodiscard]] std::vector<core::Tick> decodeAll(std::vector<int> &damaged) const;

private:
    std::span<const std::byte> m_data;
    int m_ticks = 0;
    int m_blocks = 0;
};

} // namespace tickmark::ticks
