// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PagedTicks.h"

#include <cstddef>
#include <span>
#include <vector>

namespace tickmark::ticks {

//! Where an edge falls: before all ticks of its section, or in it, that is after its first tick. Then before all ticks
//! of a block, or in that.
struct Cut
{
    std::size_t section = 0;
    const IndexedPage *page = nullptr; //!< only inside a section, and not when it is absent
    PagedTicks::Absence absence = PagedTicks::Absence::None;
    bool inSection = false;
    bool inBlock = false;
    int block = 0; //!< a guess until it is settled
    int blocks = 0;
};

//! The cuts of the ascending edges of one query. Finding the sections costs O(log of the way from edge to edge) each; the
//! blocks are settled one by one, some edges after their memory was fetched. Borrows the edges.
class EdgeCuts
{
public:
    //! So many edges ahead of the one in work, its lines are fetched: at 10^8 ticks each edge has a page of its own.
    static constexpr std::size_t kFetchAhead = 8;
    //! So many edges ahead the blocks are found: the cache's places for them lie anywhere.
    static constexpr std::size_t kSettleAhead = 4;

    //! Notes pages that are missing.
    EdgeCuts(PagedTicks &ticks, std::span<const qint64> edges);

    [[nodiscard]] const Cut &operator[](std::size_t edge) const { return m_cuts[edge]; }
    void fetch(std::size_t edge) const;
    //! Finds the edge's block.
    void settle(std::size_t edge);
    //! Whether two settled edges are inside the same block.
    [[nodiscard]] bool sameBlock(std::size_t edge, std::size_t next) const;

private:
    std::span<const qint64> m_edges;
    std::vector<Cut> m_cuts;
};

} // namespace tickmark::ticks
