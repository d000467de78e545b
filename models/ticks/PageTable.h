// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PageLoader.h"

#include <memory>
#include <utility>
#include <vector>

namespace tickmark::ticks {

//! A decoded page and who used it last.
struct CachedPage
{
    std::unique_ptr<const IndexedPage> nodes{};
    std::unique_ptr<const IndexedBlock> block{}; //!< both null: damaged
    qint32 count = 0;                            //!< of nodes, or ticks
    quint32 lastUse = 0;                         //!< number of the query; never 0 for a page that is here
};

//! Pages by what was asked for, in one flat array, a cache line each: a picture asks for thousands of pages that no cache
//! holds, and chases no pointers for it. The nodes of neighbouring chunks lie beside each other. One thread at a time.
//! Pointers into it live until the next insert() or removeUnless().
class PageTable
{
public:
    //! Null when it is not here. O(1).
    [[nodiscard]] CachedPage *find(const PageRequest &request);
    [[nodiscard]] const CachedPage *find(const PageRequest &request) const;
    //! Has the processor fetch what find() will look at.
    void fetch(const PageRequest &request) const;
    //! The page of `request`, an empty one with lastUse 0 when it is new: the caller sets that. Amortised O(1).
    [[nodiscard]] CachedPage &insert(const PageRequest &request);
    //! Calls visit(request, page) for each.
    template <typename Visit>
    void forEach(Visit visit) const
    {
        for (const Slot &slot : m_slots) {
            if (slot.page.lastUse != 0)
                visit(slot.request, slot.page);
        }
    }
    //! Takes those out for which keep(request, page) is false. O(pages).
    template <typename Keep>
    void removeUnless(Keep keep)
    {
        std::vector<Slot> old = std::exchange(m_slots, std::vector<Slot>(m_slots.size()));
        m_used = 0;
        for (Slot &slot : old) {
            if (slot.page.lastUse != 0 && keep(std::as_const(slot.request), std::as_const(slot.page)))
                place(std::move(slot));
        }
    }
    void clear();
    //! What a page takes in the table, on average.
    [[nodiscard]] static constexpr std::size_t bytesPerPage() { return 2 * sizeof(Slot); }

private:
    struct alignas(64) Slot
    {
        PageRequest request;
        CachedPage page; //!< lastUse 0: nothing is here
    };

    [[nodiscard]] std::size_t slotOf(const PageRequest &request) const;
    void place(Slot &&slot);
    void grow();

    std::vector<Slot> m_slots; //!< a power of two of them, at most half of them used
    std::size_t m_used = 0;
};

} // namespace tickmark::ticks
