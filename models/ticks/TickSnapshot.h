// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChunkIndex.h"
#include <core/Price.h>
#include <core/Time.h>

#include <memory>
#include <vector>

namespace tickmark::ticks {

class TickHistory;

//! One state of a history of ticks: the index over its chunks, and the newest ticks themselves. Immutable, shared
//! between threads; taking one of a history costs O(1) amortised whatever its length, because all but its right edge is
//! shared with the snapshot before. 150 bytes per 16,384 ticks, and the tail.
class TickSnapshot
{
public:
    //! Ticks that are in no chunk yet, with their node. All but the last block are full.
    struct TailBlock
    {
        TickBlock ticks;
        BlockNode node;
    };

    [[nodiscard]] bool isEmpty() const { return m_ticks == 0; }
    [[nodiscard]] qint64 ticks() const { return m_ticks; }
    [[nodiscard]] core::Time firstTime() const; //!< not for an empty one
    [[nodiscard]] core::Time lastTime() const;
    [[nodiscard]] core::Price lastPrice() const; //!< likewise
    //! Of all prices and sizes in the snapshot.
    [[nodiscard]] int priceDecimals() const { return m_priceDecimals; }
    [[nodiscard]] int sizeDecimals() const { return m_sizeDecimals; }
    //! Grows with every change of its history.
    [[nodiscard]] quint64 generation() const { return m_generation; }

    [[nodiscard]] std::size_t chunkCount() const { return m_chunks->count(); }
    [[nodiscard]] const ChunkSummary &chunk(std::size_t index) const { return m_chunks->chunk(index); }
    [[nodiscard]] const ChunkIndex &chunks() const { return *m_chunks; }
    //! Index of the first chunk whose last tick is at `time` or later; chunkCount() when there is none. O(log chunks).
    [[nodiscard]] std::size_t chunkAt(core::Time time) const { return m_chunks->seek(time.ns); }
    [[nodiscard]] const std::vector<std::shared_ptr<const TailBlock>> &tail() const { return m_tail; }

    //! Lowest and highest price of the chunks [begin, end), which is not empty, and their volume. O(log chunks).
    [[nodiscard]] BlockNode nodeOfChunks(std::size_t begin, std::size_t end) const
    {
        return m_chunks->nodeOf(begin, end);
    }
    //! About how many ticks lie in [from, to), from the chunks' counts and times. O(log chunks + log tail).
    [[nodiscard]] double estimatedTicks(core::Time from, core::Time to) const;

private:
    friend class TickHistory;

    std::shared_ptr<const ChunkIndex> m_chunks = std::make_shared<const ChunkIndex>();
    std::vector<std::shared_ptr<const TailBlock>> m_tail;
    qint64 m_ticks = 0;
    int m_priceDecimals = 0;
    int m_sizeDecimals = 0;
    quint64 m_generation = 0;
};

using SnapshotPtr = std::shared_ptr<const TickSnapshot>;

} // namespace tickmark::ticks
