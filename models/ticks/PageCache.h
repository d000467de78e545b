// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PageLoader.h"
#include "TickSnapshot.h"

#include <cstddef>
#include <memory>
#include <stop_token>
#include <vector>

namespace tickmark::ticks {

//! The decoded pages that queries over one history use: what a view keeps between frames. Bounded: the pages used least
//! recently go first. One thread at a time; never reads anything itself: what it does not have it notes as missing.
//! Chunks in memory are the exception: their pages are decoded when they are asked for.
class PageCache
{
public:
    //! The pages of so many last queries stay, whatever the bound says: a picture that needs more than fits would
    //! otherwise never settle.
    static constexpr quint32 kKeptQueries = 4;

    //! About so many bytes of pages at most.
    explicit PageCache(std::size_t bytes = 48u << 20);
    ~PageCache();
    PageCache(const PageCache &) = delete;
    PageCache &operator=(const PageCache &) = delete;

    //! Begins a query; pages handed out to the ones before it may go.
    void beginQuery();
    //! Null and noted as missing when it is not here. The page lives until the next insert() or beginQuery(). Damaged
    //! pages are null and not noted again. O(1).
    [[nodiscard]] const IndexedPage *nodes(const ChunkSummary &chunk);
    [[nodiscard]] const IndexedBlock *block(const ChunkSummary &chunk, int block);
    //! Has the processor fetch what block() will look at.
    void fetchBlock(const ChunkSummary &chunk, int block) const;
    //! Why a page is null: true when its bytes do not check, false when it is just missing.
    [[nodiscard]] bool isDamaged(const ChunkSummary &chunk, int block = PageRequest::kNodes) const;

    void insert(std::vector<LoadedPage> pages);
    //! What was missing since the last call, each once.
    [[nodiscard]] std::vector<PageRequest> takeMissing();
    [[nodiscard]] bool isMissing() const;
    //! Whether a damaged page was met since clear().
    [[nodiscard]] bool hasDamage() const;
    //! Those that are here; a page that had to go is found damaged again when it is next asked for. O(pages) with damage.
    [[nodiscard]] std::vector<PageRequest> damagedPages() const;
    void clear();
    [[nodiscard]] std::size_t bytes() const;

private:
    struct Content;
    std::unique_ptr<Content> m_content;
};

//! takeMissing(), loadPages() and insert() at once, for those who may wait (files, command line, benchmarks). False when
//! nothing was missing.
[[nodiscard]] core::Result<bool> loadMissing(PageCache &cache, ChunkReader &reader, std::stop_token stop = {});

} // namespace tickmark::ticks
