// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TickSnapshot.h"

#include <span>

namespace tickmark::ticks {

//! The index over the ticks of one series as it grows: sealed chunks (summaries only) and the tail, the newest ticks in
//! memory. Belongs to one thread (the writer's, or a replay's); what others see are its snapshots. Knows no store: who
//! owns it writes the chunks and tells it.
class TickHistory
{
public:
    TickHistory(int priceDecimals, int sizeDecimals);

    //! Starts from what a store has: chunks ascending, then tail ticks, none earlier than the last chunk's last.
    //! O(chunks).
    void load(std::vector<ChunkSummary> chunks, std::span<const core::Tick> tail);
    //! As of `snapshot`.
    void load(const TickSnapshot &snapshot);

    //! The state now. O(1) amortised, at most one block and one group are copied.
    [[nodiscard]] SnapshotPtr snapshot();

    //! Ticks at or after the last one, ascending. O(ticks), about 10 ns each.
    void append(std::span<const core::Tick> ticks);
    [[nodiscard]] std::size_t tailTicks() const;
    //! The oldest `count` ticks of the tail.
    [[nodiscard]] std::vector<core::Tick> oldestOfTail(std::size_t count) const;
    //! The oldest chunk.ticks ticks of the tail (a multiple of kBlockTicks, or all) are this chunk from now on.
    void seal(ChunkSummary chunk);

    //! Chunks [first, first + count) are these from now on (late ticks, corrections, an undo). O(chunks).
    void replaceChunks(std::size_t first, std::size_t count, std::span<const ChunkSummary> by);
    void replaceTail(std::span<const core::Tick> ticks);
    //! Chunks that only the memory had are in the store now.
    void dropResidents();
    //! More decimals for everything; each at least as many as before. The values must fit (the caller has checked).
    void widen(int priceDecimals, int sizeDecimals);

    [[nodiscard]] const TickSnapshot &state() const { return *m_state; }

private:
    void touch();
    TickSnapshot::TailBlock &openBlock();
    void appendToTail(std::span<const core::Tick> ticks);

    std::shared_ptr<TickSnapshot> m_state; //!< a snapshot in the making; copied on the first change after one was taken
    std::shared_ptr<TickSnapshot::TailBlock> m_open; //!< the tail's last block while no snapshot has it
    bool m_shared = false;
};

} // namespace tickmark::ticks
