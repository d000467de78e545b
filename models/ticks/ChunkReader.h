// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChunkSummary.h"

#include <vector>

namespace tickmark::ticks {

//! Where the bytes of chunks come from; the store implements it. Used on a reader thread, one call at a time.
class ChunkReader
{
public:
    virtual ~ChunkReader();

    //! The encoded nodes, or data, of a chunk at exactly this version (bytes are replaced, its capacity used again).
    //! NotFound when the chunk is gone or has another version by now: the caller's snapshot is old. Io, Damaged, Cancelled.
    [[nodiscard]] virtual core::Result<void> readNodes(qint64 chunk, qint32 version, std::vector<std::byte> &bytes) = 0;
    [[nodiscard]] virtual core::Result<void> readData(qint64 chunk, qint32 version, std::vector<std::byte> &bytes) = 0;

protected:
    ChunkReader() = default;
    ChunkReader(const ChunkReader &) = default;
    ChunkReader &operator=(const ChunkReader &) = default;
};

} // namespace tickmark::ticks
