// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MemoryChunks.h"
#include <ticks/ColumnQuery.h>

#include <random>
#include <vector>

namespace tickmark::ticks {

using Random = std::mt19937_64;
using Ticks = std::vector<core::Tick>;

[[nodiscard]] qint64 below(Random &random, qint64 bound);

//! A history and, beside it, all its ticks in one plain vector.
struct World
{
    MemoryChunks store;
    TickHistory history{4, 2};
    Ticks plain;
    bool isWalk = true;
    qint64 spread = 1000; //!< ns between ticks at most

    explicit World(Random &random) : isWalk(random() % 3 != 0), spread(1 + below(random, random() % 2 ? 3 : 5000)) {}

    //! `count` more ticks: ties, single gaps, prices and sizes that two decimals fewer can hold when `isCoarse`.
    Ticks next(Random &random, int count, bool isCoarse = false);
    //! Chunks of any size, as an import leaves them.
    void loadChunks(Random &random, int chunks);
    //! Live ticks, some of which are sealed.
    void live(Random &random);
    //! Late ticks: some neighbouring chunks become others.
    void rewrite(Random &random);
};

[[nodiscard]] World randomWorld(Random &random);

[[nodiscard]] Ticks::const_iterator firstFrom(const Ticks &plain, qint64 time);

//! From dozens of ticks per column to single ones; some edges exactly on ticks, some twice, some beyond both ends.
[[nodiscard]] std::vector<qint64> randomEdges(Random &random, const Ticks &plain);

//! Columns by a plain loop over all ticks.
[[nodiscard]] std::vector<Column> bruteForce(const Ticks &plain, const std::vector<qint64> &edges, bool volume);

} // namespace tickmark::ticks
