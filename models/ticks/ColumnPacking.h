// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BitPacking.h"

#include <span>
#include <vector>

namespace tickmark::ticks {

//! One column of up to 256 64-bit values in as few bytes as its shape allows. Values are told as differences (ColumnMode,
//! whichever takes least), divided by their greatest common divisor, most of them in a width of w bits; of those that need
//! more, the bits above w follow as patches: first all positions, then all upper parts, in a width of their own. Any
//! values survive exactly. README.md of this folder draws the bytes. Pure; any thread.

//! Appends 1..256 values to `bytes`. O(values).
void appendColumn(std::span<const qint64> values, std::vector<std::byte> &bytes);
//! The same bytes, in the way that any values and processors allow.
void appendColumnPortable(std::span<const qint64> values, std::vector<std::byte> &bytes);

//! Reads a column of `count` (1..256) values from the front of `bytes` and removes it there. False, with `values`
//! undefined, when the bytes are no such column; never reads beyond them. O(count).
[[nodiscard]] bool takeColumn(std::span<const std::byte> &bytes, int count, std::array<qint64, kBlockTicks> &values);

} // namespace tickmark::ticks
