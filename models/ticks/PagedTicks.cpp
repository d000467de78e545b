// SPDX-License-Identifier: GPL-3.0-or-later
#include "PagedTicks.h"

#include <algorithm>

namespace tickmark::ticks {

namespace {

constexpr std::size_t kBlocks = std::size_t(kChunkBlocks);

} // namespace

PagedTicks::PagedTicks(const TickSnapshot &snapshot, PageCache &pages)
    : m_snapshot(snapshot),
      m_cache(pages),
      m_chunks(snapshot.chunkCount()),
      m_tailSections((snapshot.tail().size() + kBlocks - 1) / kBlocks),
      m_tailPages(m_tailSections)
{}

std::size_t PagedTicks::seek(qint64 time, std::size_t from) const
{
    if (from < m_chunks)
        from = m_snapshot.chunks().seek(time, from);
    while (from >= m_chunks && from < sections() && lastTime(from) < time)
        ++from;
    return from;
}

qint64 PagedTicks::firstTime(std::size_t section) const
{
    if (isChunk(section))
        return m_snapshot.chunk(section).all.firstTime;
    return m_snapshot.tail()[(section - m_chunks) * kBlocks]->node.firstTime;
}

qint64 PagedTicks::lastTime(std::size_t section) const
{
    if (isChunk(section))
        return m_snapshot.chunk(section).all.lastTime;
    const auto &tail = m_snapshot.tail();
    return tail[std::min(tail.size(), (section - m_chunks + 1) * kBlocks) - 1]->node.lastTime;
}

int PagedTicks::blocks(std::size_t section) const
{
    if (isChunk(section))
        return (m_snapshot.chunk(section).ticks + kBlockTicks - 1) / kBlockTicks;
    return int(std::min(kBlocks, m_snapshot.tail().size() - (section - m_chunks) * kBlocks));
}

PagedTicks::Page PagedTicks::page(std::size_t section)
{
    if (isChunk(section)) {
        const ChunkSummary &chunk = m_snapshot.chunk(section);
        if (const IndexedPage *page = m_cache.nodes(chunk))
            return {page, Absence::None};
        return {nullptr, m_cache.isDamaged(chunk) ? Absence::Damaged : Absence::Missing};
    }
    auto &page = m_tailPages[section - m_chunks];
    if (!page) {
        NodePage nodes;
        nodes.count = blocks(section);
        for (int i = 0; i < nodes.count; ++i)
            nodes.setNode(i, m_snapshot.tail()[(section - m_chunks) * kBlocks + std::size_t(i)]->node);
        page = std::make_unique<const IndexedPage>(nodes);
    }
    return {page.get(), Absence::None};
}

PagedTicks::Block PagedTicks::block(std::size_t section, int block)
{
    if (!isChunk(section))
        return {&m_snapshot.tail()[(section - m_chunks) * kBlocks + std::size_t(block)]->ticks};
    const ChunkSummary &chunk = m_snapshot.chunk(section);
    if (const IndexedBlock *index = m_cache.block(chunk, block))
        return {&index->ticks, index};
    return {nullptr, nullptr, m_cache.isDamaged(chunk, block) ? Absence::Damaged : Absence::Missing};
}

} // namespace tickmark::ticks
