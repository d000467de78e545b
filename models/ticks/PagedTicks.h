// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PageCache.h"
#include "TickSnapshot.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace tickmark::ticks {

//! One snapshot seen through a cache of pages, as sections of up to 64 blocks: its chunks, then its tail cut into pieces of
//! that size. Lives as long as one query. Borrows both.
class PagedTicks
{
public:
    //! Why something is not there. Damaged is for good.
    enum class Absence { None, Missing, Damaged };

    struct Page
    {
        const IndexedPage *page = nullptr;
        Absence absence = Absence::None;
    };
    struct Block
    {
        const TickBlock *block = nullptr;
        const IndexedBlock *index = nullptr; //!< not in the tail
        Absence absence = Absence::None;
    };

    PagedTicks(const TickSnapshot &snapshot, PageCache &pages);

    [[nodiscard]] std::size_t sections() const { return m_chunks + m_tailSections; }
    [[nodiscard]] bool isChunk(std::size_t section) const { return section < m_chunks; }
    //! The first section, `from` or later, that has ticks at `time` or later; sections() when there is none.
    [[nodiscard]] std::size_t seek(qint64 time, std::size_t from) const;
    [[nodiscard]] qint64 firstTime(std::size_t section) const;
    [[nodiscard]] qint64 lastTime(std::size_t section) const;
    [[nodiscard]] int blocks(std::size_t section) const;

    //! Stays valid as long as the query. O(1).
    [[nodiscard]] Page page(std::size_t section);
    [[nodiscard]] Block block(std::size_t section, int block);
    //! Has the processor fetch what block() will look at.
    void fetchBlock(std::size_t section, int block) const
    {
        if (isChunk(section))
            m_cache.fetchBlock(m_snapshot.chunk(section), block);
    }

private:
    const TickSnapshot &m_snapshot;
    PageCache &m_cache;
    std::size_t m_chunks;
    std::size_t m_tailSections;
    std::vector<std::unique_ptr<const IndexedPage>> m_tailPages; //!< made when they are asked for
};

} // namespace tickmark::ticks
