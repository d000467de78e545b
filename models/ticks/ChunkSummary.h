// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TickBlock.h"
#include <core/Result.h>

#include <cstddef>
#include <memory>
#include <vector>

namespace tickmark::ticks {

//! A chunk that is in memory because the disk does not have it yet, or has it only inside a transaction.
struct ResidentChunk
{
    NodePage nodes; //!< in the decimals of the series
    std::vector<std::byte> data;
};

//! One chunk as the index keeps it: enough for every column that covers it whole. A value.
struct ChunkSummary
{
    qint64 id = 0;         //!< of the store; unique among all chunks
    qint32 version = 0;    //!< counts rewrites; pages read for another version are not of this chunk
    qint32 ticks = 0;      //!< 1..kChunkTicks
    BlockNode all;         //!< over the whole chunk, prices and volume in the decimals of the series
    qint64 priceScale = 1; //!< what prices in the chunk's own decimals are multiplied by to be in those of the series
    qint64 sizeScale = 1;
    std::shared_ptr<const ResidentChunk> resident{}; //!< null: the store has it
};

} // namespace tickmark::ticks
