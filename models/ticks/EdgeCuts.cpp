// SPDX-License-Identifier: GPL-3.0-or-later
#include "EdgeCuts.h"

namespace tickmark::ticks {

EdgeCuts::EdgeCuts(PagedTicks &ticks, std::span<const qint64> edges) : m_edges(edges), m_cuts(edges.size())
{
    std::size_t section = 0;
    for (std::size_t i = 0; i < m_cuts.size(); ++i) {
        Cut &cut = m_cuts[i];
        const qint64 edge = m_edges[i];
        section = ticks.seek(edge, section);
        cut.section = section;
        if (section == ticks.sections())
            continue;
        const qint64 first = ticks.firstTime(section);
        if (first >= edge)
            continue;
        cut.inSection = true;
        cut.blocks = ticks.blocks(section);
        cut.block = IndexedPage::guess(edge, first, ticks.lastTime(section), cut.blocks);
        if (i > 0 && m_cuts[i - 1].inSection && m_cuts[i - 1].section == section) {
            cut.page = m_cuts[i - 1].page;
            cut.absence = m_cuts[i - 1].absence;
            continue;
        }
        const PagedTicks::Page page = ticks.page(section);
        cut.page = page.page;
        cut.absence = page.absence;
    }
}

void EdgeCuts::fetch(std::size_t edge) const
{
    const Cut &cut = m_cuts[edge];
    if (!cut.page)
        return;
    __builtin_prefetch(&cut.page->nodes.lastTimes[std::size_t(cut.block)]);
    __builtin_prefetch(&cut.page->lines[std::size_t(cut.block)]);
}

void EdgeCuts::settle(std::size_t edge)
{
    Cut &cut = m_cuts[edge];
    if (!cut.page)
        return;
    cut.block = cut.page->blockAt(m_edges[edge], cut.block, cut.blocks);
    if (cut.block == cut.blocks) { // the nodes contradict the chunk
        cut.page = nullptr;
        cut.absence = PagedTicks::Absence::Damaged;
        return;
    }
    cut.inBlock = cut.page->lines[std::size_t(cut.block)].firstTime < m_edges[edge];
}

bool EdgeCuts::sameBlock(std::size_t edge, std::size_t next) const
{
    const Cut &a = m_cuts[edge];
    const Cut &b = m_cuts[next];
    return a.inBlock && b.inBlock && a.section == b.section && a.block == b.block;
}

} // namespace tickmark::ticks
