// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TickBlock.h"

#include <array>
#include <cstddef>

namespace tickmark::ticks {

//! Up to 256 numbers of one width side by side in 32 bytes, so that they are taken out with one shift for all of them:
//! up to a width of 32 bits in eight lanes of 32-bit words, above in four lanes of 64-bit words. Number i lies in lane
//! i % lanes, word w of all lanes in bytes [32 w, 32 w + 32). 256 numbers of b bits take 32 b bytes, without padding.
//! The functions trust their arguments; pure; any thread. They use AVX2 where the processor has it, the ...Portable ones
//! do not.

using Numbers = std::array<quint64, kBlockTicks>;
using ShortNumbers = std::array<quint32, kBlockTicks>;

inline constexpr int kShortBits = 32;

//! How the numbers of a column become its values.
enum class ColumnMode : quint8 {
    Deltas,          //!< differences to the value before, zigzag: 0, -1, 1, -2 ... are 0, 1, 2, 3
    AscendingDeltas, //!< differences to the value before, none negative
    Offsets,         //!< differences to the least value
};
inline constexpr int kColumnModes = 3;

[[nodiscard]] constexpr std::size_t packedBytes(int count, int width)
{
    // Divisors are written out: constants are shifts, and the encoder asks this for each width.
    if (width <= kShortBits)
        return (std::size_t(count + 7) / 8 * std::size_t(width) + 31) / 32 * 32;
    return (std::size_t(count + 3) / 4 * std::size_t(width) + 63) / 64 * 32;
}

//! Writes packedBytes(count, width) bytes; bits of the numbers above `width` (0..64) are left out. Numbers from count to
//! the next multiple of eight are 0.
void packNumbers(const Numbers &numbers, int count, int width, std::byte *bytes);
void packNumbers(const ShortNumbers &numbers, int count, int width, std::byte *bytes); //!< widths of up to 32

//! The opposite of packNumbers(); the short form for widths of up to 32. Writes up to the next multiple of eight.
void unpackNumbers(const std::byte *bytes, int count, int width, ShortNumbers &numbers);
void unpackNumbersPortable(const std::byte *bytes, int count, int width, ShortNumbers &numbers);
void unpackNumbers(const std::byte *bytes, int count, int width, Numbers &numbers);
void unpackNumbersPortable(const std::byte *bytes, int count, int width, Numbers &numbers);

//! What numbers are multiplied by and added to.
struct Line
{
    quint64 base = 0;
    quint64 factor = 1;
};

//! values[i] = base + factor * (the sum of numbers 0..i, or number i for Offsets), in arithmetic modulo 2^64. `bits` is
//! what the widest number may need: small ones go faster. Writes up to the next multiple of eight of `count`.
void restoreValues(const ShortNumbers &numbers, int count, int bits, ColumnMode mode, const Line &line, qint64 *values);
void restoreValuesPortable(const ShortNumbers &numbers, int count, ColumnMode mode, const Line &line, qint64 *values);
void restoreValues(const Numbers &numbers, int count, ColumnMode mode, const Line &line, qint64 *values);

} // namespace tickmark::ticks
