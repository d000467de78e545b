// SPDX-License-Identifier: GPL-3.0-or-later
#include "PageTable.h"

#include <algorithm>
#include <utility>

namespace tickmark::ticks {

namespace {

constexpr std::size_t kFewest = 64;
constexpr int kNeighbours = 3; // bits of a chunk's number that stay as they are, so that its neighbours lie beside it

quint64 spread(quint64 number)
{
    number *= 0x9e3779b97f4a7c15u;
    return number ^ number >> 32;
}

//! Where the search begins. Versions and scales of one page are few: they share a beginning.
std::size_t homeOf(const PageRequest &request)
{
    const auto chunk = quint64(request.chunk);
    if (request.block == PageRequest::kNodes)
        return std::size_t(spread(chunk >> kNeighbours) << kNeighbours | (chunk & ((1u << kNeighbours) - 1)));
    return std::size_t(spread(chunk * quint64(kChunkBlocks) + quint64(request.block) + 1));
}

} // namespace

//! Of the request, or the free one where it would go. There are slots, and free ones among them.
std::size_t PageTable::slotOf(const PageRequest &request) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = homeOf(request) & mask;
    while (m_slots[slot].page.lastUse != 0 && m_slots[slot].request != request)
        slot = (slot + 1) & mask;
    return slot;
}

CachedPage *PageTable::find(const PageRequest &request)
{
    return const_cast<CachedPage *>(std::as_const(*this).find(request));
}

const CachedPage *PageTable::find(const PageRequest &request) const
{
    if (m_slots.empty())
        return nullptr;
    const CachedPage &page = m_slots[slotOf(request)].page;
    return page.lastUse != 0 ? &page : nullptr;
}

void PageTable::fetch(const PageRequest &request) const
{
    if (!m_slots.empty())
        __builtin_prefetch(&m_slots[homeOf(request) & (m_slots.size() - 1)]);
}

CachedPage &PageTable::insert(const PageRequest &request)
{
    if ((m_used + 1) * 2 > m_slots.size())
        grow();
    Slot &slot = m_slots[slotOf(request)];
    if (slot.page.lastUse == 0) {
        slot.request = request;
        ++m_used;
    }
    return slot.page;
}

void PageTable::place(Slot &&slot)
{
    m_slots[slotOf(slot.request)] = std::move(slot);
    ++m_used;
}

void PageTable::grow()
{
    std::vector<Slot> old = std::exchange(m_slots, std::vector<Slot>(std::max(kFewest, m_slots.size() * 2)));
    m_used = 0;
    for (Slot &slot : old) {
        if (slot.page.lastUse != 0)
            place(std::move(slot));
    }
}

void PageTable::clear()
{
    m_slots.clear();
    m_used = 0;
}

} // namespace tickmark::ticks
