// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ticks/PageCache.h>

#include <vector>

namespace tickmark::charts {

//! The decoded pages of one series of ticks as a chart keeps them from picture to picture, and what of them is on its
//! way. It outlives plans and layers; a content that was read again goes on with the pages of the former one. Made
//! anywhere, used on one thread from then on. Never reads: drawing notes what is missing, the owner of the view has it
//! read (takeMissing(), ticks::loadPages(), insert()) and draws again.
class TickPages
{
public:
    [[nodiscard]] ticks::PageCache &cache() { return m_cache; }

    //! Nothing while an answer is on its way: by then other pages may be wanted.
    [[nodiscard]] std::vector<ticks::PageRequest> takeMissing();
    //! The answer; empty when there was none.
    void insert(std::vector<ticks::LoadedPage> pages);
    //! True once everything that was drawn last was there.
    [[nodiscard]] bool isSettled() const { return !m_underWay && !m_cache.isMissing(); }
    //! Grows with every insert(): what was made of pages that were missing is old then.
    [[nodiscard]] quint64 loads() const { return m_loads; }
    //! For those who may wait. False when nothing was missing.
    [[nodiscard]] core::Result<bool> load(ticks::ChunkReader &reader, std::stop_token stop = {});

private:
    ticks::PageCache m_cache;
    bool m_underWay = false;
    quint64 m_loads = 0;
};

} // namespace tickmark::charts
