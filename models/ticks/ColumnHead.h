// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BitPacking.h"

#include <span>

namespace tickmark::ticks {

inline constexpr int kMostPatches = 255;

//! How wide the numbers of a column are packed, and how many of them need patches of which width. A value.
struct Widths
{
    int width = 0;
    int patches = 0;
    int patchWidth = 0;

    //! Of the packed numbers and the patches, with the two bytes that tell of patches.
    [[nodiscard]] constexpr std::size_t bytes(int count) const
    {
        return packedBytes(count, width) + (patches > 0 ? 2 + patchBytes() : 0);
    }
    //! Of the patches alone: all positions, then all upper parts.
    [[nodiscard]] constexpr std::size_t patchBytes() const { return std::size_t(patches) + upperBytes(); }
    [[nodiscard]] constexpr std::size_t upperBytes() const { return std::size_t(patches * patchWidth + 7) / 8; }

    friend bool operator==(const Widths &, const Widths &) = default;
};

//! The exact minimum over all widths. `countWider(width)` tells how many of the numbers need more than `width` bits, none
//! more than `widest`; it is asked for falling widths, and not for those that cannot be best any more.
template <typename CountWider>
[[nodiscard]] Widths cheapestWidths(int count, int widest, const CountWider &countWider)
{
    Widths best{.width = widest};
    std::size_t bestBytes = best.bytes(count);
    for (int width = widest - 1; width >= 0; --width) {
        const Widths widths{width, countWider(width), widest - width};
        if (widths.patches > kMostPatches || widths.patchBytes() >= bestBytes)
            break; // and there will be still more patches, of more bits
        const std::size_t bytes = widths.bytes(count);
        if (bytes < bestBytes) {
            best = widths;
            bestBytes = bytes;
        }
    }
    return best;
}

[[nodiscard]] constexpr quint64 zigzag(quint64 value)
{
    return (value << 1) ^ quint64(qint64(value) >> 63);
}

[[nodiscard]] constexpr quint64 unzigzag(quint64 value)
{
    return (value >> 1) ^ (quint64(0) - (value & 1));
}

//! What stands before the packed numbers of a column. A value.
struct ColumnHead
{
    static constexpr std::size_t kMostBytes = 3 + 8 + 8 + 2;

    ColumnMode mode = ColumnMode::Deltas;
    Line line;
    Widths widths;
};

//! Writes up to kMostBytes; the end of what was written.
[[nodiscard]] std::byte *putHead(const ColumnHead &head, std::byte *to);

//! Removes it from `bytes`; all its fields are in their ranges then. False when there is no such head.
[[nodiscard]] bool takeHead(std::span<const std::byte> &bytes, ColumnHead &head);

} // namespace tickmark::ticks
