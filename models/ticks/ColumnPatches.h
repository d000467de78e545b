// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ColumnHead.h"

namespace tickmark::ticks {

//! Those numbers of a column that do not fit its width: their positions, then their upper parts, side by side. Pure; any
//! thread.

//! Positions of the patches, with room for a write of eight after the last.
using PatchPositions = std::array<quint8, kBlockTicks + 8>;

//! Writes widths.patchBytes() bytes and up to 8 bytes of rubbish after them; the end of what counts. O(patches).
[[nodiscard]] std::byte *putPatches(const Widths &widths, const PatchPositions &positions, const ShortNumbers &numbers,
                                    std::byte *to);
[[nodiscard]] std::byte *putPatches(const Widths &widths, const PatchPositions &positions, const Numbers &numbers,
                                    std::byte *to);

//! Adds the upper parts to the `count` numbers, which have not more than 32 bits with them in the short form. `bytes` has
//! widths.patchBytes() bytes or more. False when a position is none of a number. O(patches).
[[nodiscard]] bool applyPatches(const Widths &widths, std::span<const std::byte> bytes, int count,
                                ShortNumbers &numbers);
[[nodiscard]] bool applyPatches(const Widths &widths, std::span<const std::byte> bytes, int count, Numbers &numbers);

} // namespace tickmark::ticks
