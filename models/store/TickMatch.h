// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Provenance.h"
#include <core/Tick.h>

#include <span>
#include <vector>

namespace tickmark::store {

//! Ticks with the import of each.
struct OwnedTicks
{
    std::vector<core::Tick> ticks;
    Provenance provenance;
};

//! Finds out which ticks of a slice a series does not have yet. Ticks are the same when time, price and size are; each
//! counts as often as it is there. Goes through the stored ticks run by run, ascending, and remembers only those of the
//! time that may go on in the next run. Pure; one thread.
//!
//! Where stored copies of a tick are of the import itself, they came in earlier slices and are other ticks than those of
//! this slice: all of the slice's are new then. Ticks that a correction took out count as stored.
class TickMatch
{
public:
    //! `removed` ascending by time. Import 0: no stored tick is its own.
    TickMatch(qint64 importId, std::vector<core::Tick> removed);
    //! For ticks of which none is stored: all are extras, whatever they look like.
    [[nodiscard]] static TickMatch ofNewTicks();

    //! A tick that is new, and the number of stored ticks of the run that it stands behind.
    struct Extra
    {
        std::size_t place = 0;
        std::size_t index = 0; //!< in the slice
    };

    //! Both ascending; of the slice only what is to go into this run: stored ticks of these times are in this run or in
    //! those before it. Ascending by place, those of one place in the order of the slice. O(stored + slice) where both
    //! are the same, else O((stored + slice) log of the most ticks of one time).
    [[nodiscard]] std::vector<Extra> match(const OwnedTicks &stored, std::span<const core::Tick> slice);
    //! The next run begins at the time at which this one ends.
    void carry(const OwnedTicks &stored);
    void forget() { m_carried.clear(); }

private:
    struct Stored
    {
        core::Tick tick;
        bool isOwn = false;
    };

    void matchTime(const OwnedTicks &stored, std::size_t first, std::size_t last, std::span<const core::Tick> slice,
                   std::size_t begin, std::size_t end, std::vector<Extra> &extras);
    [[nodiscard]] bool isOwn(std::size_t index) const;

    qint64 m_import;
    bool m_allNew = false;
    std::vector<core::Tick> m_removed;
    std::vector<Stored> m_carried; //!< all of one time
    std::vector<Stored> m_known;   //!< of the time being matched; a member to keep its capacity
    std::vector<qint64> m_imports; //!< of each tick of the run, only where some are own ones
};

//! The stored ticks of a run with the extras in their places.
[[nodiscard]] OwnedTicks merged(const OwnedTicks &stored, std::span<const core::Tick> slice,
                                const Provenance &provenance, std::span<const TickMatch::Extra> extras);

} // namespace tickmark::store
