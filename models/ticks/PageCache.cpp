// SPDX-License-Identifier: GPL-3.0-or-later
#include "PageCache.h"

#include "PageTable.h"

#include <algorithm>
#include <unordered_set>

namespace tickmark::ticks {

namespace {

struct RequestHash
{
    std::size_t operator()(const PageRequest &request) const
    {
        // Chunks count up and blocks are below 64: multiplying by an odd number spreads both over all bits.
        const quint64 place = quint64(request.chunk) * 128 + quint64(request.block + 1);
        const quint64 kind = quint64(request.version) ^ quint64(request.priceScale) << 32;
        const quint64 mixed = (place ^ kind * 0xd6e8feb86659fd93u) * 0x9e3779b97f4a7c15u;
        return std::size_t(mixed ^ mixed >> 32);
    }
};

//! What a page takes with its place in the table.
std::size_t bytesOf(const CachedPage &page)
{
    return PageTable::bytesPerPage() + (page.nodes ? sizeof(IndexedPage) : page.block ? sizeof(IndexedBlock) : 0);
}

PageRequest requestOf(const ChunkSummary &chunk, int block)
{
    return {chunk.id, chunk.version, block, chunk.priceScale, chunk.sizeScale};
}

} // namespace

struct PageCache::Content
{
    std::size_t limit = 0;
    std::size_t bytes = 0;
    std::size_t bytesTrimmed = 0; //!< what the last trim() left
    quint32 query = 0;
    bool damage = false;
    PageTable pages;
    std::unordered_set<PageRequest, RequestHash> missing;

    const CachedPage *find(const ChunkSummary &chunk, int block, int count);
    CachedPage &put(LoadedPage loaded);
    void trim();
};

//! Null when it is missing, which is noted. One of another size than `count` is not the chunk's though its bytes check.
const CachedPage *PageCache::Content::find(const ChunkSummary &chunk, int block, int count)
{
    const PageRequest request = requestOf(chunk, block);
    CachedPage *page = pages.find(request);
    if (!page && chunk.resident)
        page = &put(loadResident(*chunk.resident, request));
    if (!page) {
        missing.insert(request);
        return nullptr;
    }
    page->lastUse = query;
    if (page->count != count && page->count != 0) {
        bytes -= bytesOf(*page);
        *page = {.lastUse = query};
        bytes += bytesOf(*page);
        damage = true;
    }
    return page;
}

CachedPage &PageCache::Content::put(LoadedPage loaded)
{
    CachedPage &page = pages.insert(loaded.request);
    if (page.lastUse != 0)
        bytes -= bytesOf(page);
    const int count = loaded.nodes ? loaded.nodes->nodes.count : loaded.block ? loaded.block->ticks.count : 0;
    page = {std::move(loaded.nodes), std::move(loaded.block), count, query};
    bytes += bytesOf(page);
    damage |= loaded.damaged;
    missing.erase(loaded.request);
    return page;
}

//! O(pages), but only after an eighth of the limit was added since the last time: O(1) per page.
void PageCache::Content::trim()
{
    if (bytes <= limit || bytes < bytesTrimmed + limit / 8)
        return;
    std::vector<std::pair<quint32, PageRequest>> old;
    pages.forEach([&](const PageRequest &request, const CachedPage &page) {
        if (page.lastUse + kKeptQueries <= query)
            old.emplace_back(page.lastUse, request);
    });
    std::sort(old.begin(), old.end());
    std::size_t rest = bytes;
    const auto firstKept = std::find_if(old.begin(), old.end(), [&](const auto &candidate) {
        if (rest <= limit - limit / 8)
            return true;
        rest -= bytesOf(*pages.find(candidate.second));
        return false;
    });
    if (firstKept != old.begin()) {
        const auto last = *std::prev(firstKept);
        pages.removeUnless([&](const PageRequest &request, const CachedPage &page) {
            return std::pair(page.lastUse, request) > last;
        });
        bytes = rest;
    }
    bytesTrimmed = bytes;
}

PageCache::PageCache(std::size_t bytes) : m_content(std::make_unique<Content>())
{
    m_content->limit = bytes;
    m_content->query = 1;
}

PageCache::~PageCache() = default;

void PageCache::beginQuery()
{
    ++m_content->query;
    m_content->trim();
}

const IndexedPage *PageCache::nodes(const ChunkSummary &chunk)
{
    const CachedPage *page = m_content->find(chunk, PageRequest::kNodes, (chunk.ticks + kBlockTicks - 1) / kBlockTicks);
    return page ? page->nodes.get() : nullptr;
}

const IndexedBlock *PageCache::block(const ChunkSummary &chunk, int block)
{
    const CachedPage *page = m_content->find(chunk, block, std::min(kBlockTicks, chunk.ticks - block * kBlockTicks));
    return page ? page->block.get() : nullptr;
}

void PageCache::fetchBlock(const ChunkSummary &chunk, int block) const
{
    m_content->pages.fetch(requestOf(chunk, block));
}

bool PageCache::isDamaged(const ChunkSummary &chunk, int block) const
{
    const CachedPage *found = std::as_const(m_content->pages).find(requestOf(chunk, block));
    return found && !found->nodes && !found->block;
}

void PageCache::insert(std::vector<LoadedPage> pages)
{
    for (LoadedPage &page : pages)
        m_content->put(std::move(page));
    m_content->trim();
}

std::vector<PageRequest> PageCache::takeMissing()
{
    std::vector<PageRequest> requests(m_content->missing.begin(), m_content->missing.end());
    m_content->missing.clear();
    return requests;
}

bool PageCache::isMissing() const
{
    return !m_content->missing.empty();
}

bool PageCache::hasDamage() const
{
    return m_content->damage;
}

std::vector<PageRequest> PageCache::damagedPages() const
{
    std::vector<PageRequest> damaged;
    if (!m_content->damage)
        return damaged;
    m_content->pages.forEach([&](const PageRequest &request, const CachedPage &page) {
        if (!page.nodes && !page.block)
            damaged.push_back(request);
    });
    return damaged;
}

void PageCache::clear()
{
    m_content->pages.clear();
    m_content->missing.clear();
    m_content->bytes = 0;
    m_content->bytesTrimmed = 0;
    m_content->damage = false;
}

std::size_t PageCache::bytes() const
{
    return m_content->bytes;
}

core::Result<bool> loadMissing(PageCache &cache, ChunkReader &reader, std::stop_token stop)
{
    std::vector<PageRequest> requests = cache.takeMissing();
    if (requests.empty())
        return false;
    core::Result<std::vector<LoadedPage>> pages = loadPages(reader, std::move(requests), stop);
    if (!pages)
        return tl::unexpected(std::move(pages.error()));
    cache.insert(std::move(*pages));
    return true;
}

} // namespace tickmark::ticks
