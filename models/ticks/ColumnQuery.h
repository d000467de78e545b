// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PageCache.h"
#include "RowTable.h"
#include "TickSnapshot.h"
#include <core/Tick.h>

#include <optional>
#include <span>

namespace tickmark::ticks {

//! The ticks of one run of time, as far as a picture needs them (M4: Jugel, Jerzak, Hackenbroich, Markl, "M4: A
//! Visualization-Oriented Time Series Data Aggregation", VLDB 2014, section 4).
struct Column
{
    qint64 first = 0; //!< prices in the decimals of the snapshot; nothing of it means anything without ticks
    qint64 low = 0;
    qint64 high = 0;
    qint64 last = 0;
    qint64 volume = 0; //!< only when asked for
    bool hasTicks = false;
    bool isFinal = true; //!< false: a page was missing; low and high may be too wide, first and last may be others

    friend bool operator==(const Column &, const Column &) = default;
};

struct ColumnRequest
{
    //! Ascending times; column i is [edges[i], edges[i + 1]). Where a curve breaks, or a split changes its unit, put
    //! an edge: a column with a break in it is two of these.
    std::span<const qint64> edges;
    //! Rows of the picture. With it, a block across an edge is passed over when all its prices lie in rows that the
    //! columns on both sides cover anyway; then first and last of the two are some price of that block, and the picture
    //! is the same. Null: every value is exact.
    const RowTable *rows = nullptr;
    bool volume = false;
};

//! Fills `columns` (edges.size() - 1 of them). Never waits: what is not in `pages` is noted there as missing, and the
//! columns that it concerns are not final. O(columns * log ticks), whatever the number of ticks; at most one block is
//! decoded per edge.
void queryColumns(const TickSnapshot &snapshot, PageCache &pages, const ColumnRequest &request,
                  std::span<Column> columns);

//! A tick, or nothing when there is none; not final when a page was missing (then about the right one, or nothing).
struct TickAnswer
{
    std::optional<core::Tick> tick;
    bool isFinal = true;
};

//! The last tick before `time`, the first one at or after it. Of several at one time the last, or first, in order.
[[nodiscard]] TickAnswer lastTickBefore(const TickSnapshot &snapshot, PageCache &pages, core::Time time);
[[nodiscard]] TickAnswer firstTickFrom(const TickSnapshot &snapshot, PageCache &pages, core::Time time);

} // namespace tickmark::ticks
