// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExtentTree.h"
#include "TickBlock.h"

#include <array>

namespace tickmark::ticks {

//! A decoded block as queries use it: beside the ticks, for every 32 of them one cache line that tells what lies before
//! and after. A block that one edge cuts then costs some ten lines of memory instead of all its prices. Immutable; 6.8 KB.
struct IndexedBlock
{
    static constexpr int kStep = 32;
    static constexpr int kSteps = kBlockTicks / kStep;

    struct alignas(64) Line
    {
        Extent before; //!< of the ticks before these 32, without any if there are none
        Extent after;
        //! Of these 32 and the tick before them, which an edge right before the 32 parts from the first of them.
        qint64 low = 0;
        qint64 high = 0;
    };

    //! O(ticks).
    explicit IndexedBlock(const TickBlock &block);

    //! Has the index for an edge at `time`, and the ticks beside it when it is to be found exactly, brought into the
    //! processor's cache, guessing from the block's ends.
    void fetch(qint64 time, qint64 first, qint64 last, bool isExact) const;
    //! The 32 ticks among which the first one at `time` or later is; kSteps when there is none.
    [[nodiscard]] int stepAt(qint64 time) const;
    //! The first tick at `time` or later; ticks.count when there is none. O(log ticks).
    [[nodiscard]] int tickAt(qint64 time) const;
    //! Of the ticks before `end`, or from `begin` on; without volume unless it is asked for. Neither is empty. O(32).
    [[nodiscard]] Extent extentBefore(int end, bool volume) const;
    [[nodiscard]] Extent extentFrom(int begin, bool volume) const;

    TickBlock ticks;
    alignas(64) std::array<qint64, kSteps> lastTimes{}; //!< of every 32 ticks
    std::array<Line, kSteps> lines{};
};

//! Of the ticks [begin, end), which is not empty.
[[nodiscard]] Extent extentOf(const TickBlock &block, int begin, int end, bool volume);

} // namespace tickmark::ticks
