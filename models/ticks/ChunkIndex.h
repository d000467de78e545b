// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChunkSummary.h"
#include "ExtentTree.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace tickmark::ticks {

//! The chunks of one series in order of time, in groups of 256 with the pyramid over them. A value whose copies share
//! their groups, so a copy with one chunk more costs one group and a pointer per group: about 10 microseconds at 10^9
//! ticks. About 150 bytes per chunk.
class ChunkIndex
{
public:
    static constexpr std::size_t kGroupChunks = 256;

    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] const ChunkSummary &chunk(std::size_t index) const;
    //! Ticks in all chunks.
    [[nodiscard]] qint64 ticks() const;
    //! The first chunk, `from` or later, whose last tick is at `time` or later; count() when there is none. O(log of the
    //! way from `from`).
    [[nodiscard]] std::size_t seek(qint64 time, std::size_t from = 0) const;
    //! Over the chunks [begin, end), which is not empty. O(log chunks).
    [[nodiscard]] Extent extentOf(std::size_t begin, std::size_t end) const;
    [[nodiscard]] BlockNode nodeOf(std::size_t begin, std::size_t end) const;
    //! About how many ticks are before `time`: the one chunk across it counts by its share of time. O(log chunks).
    [[nodiscard]] double ticksBefore(qint64 time) const;

    //! Copies the last group.
    void append(ChunkSummary chunk);
    //! Chunks [first, first + count) are `by` from now on. Copies the groups that they are in; all groups after them as
    //! well when their number changes.
    void replace(std::size_t first, std::size_t count, std::span<const ChunkSummary> by);
    void dropResidents();
    void rescale(qint64 priceFactor, qint64 sizeFactor);

private:
    struct Group;

    void setGroup(std::size_t index, std::shared_ptr<const Group> group);

    std::vector<std::shared_ptr<const Group>> m_groups; //!< all but the last are full
    std::vector<qint64> m_lastTimes;                    //!< of each group
    std::vector<qint64> m_ticksBefore;                  //!< in the groups before it
    ExtentTree m_extents;                               //!< of each group
    std::size_t m_count = 0;
};

} // namespace tickmark::ticks
