// SPDX-License-Identifier: GPL-3.0-or-later
#include "ColumnPatches.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace tickmark::ticks {

namespace {

template <typename Word>
[[nodiscard]] std::byte *put(const Widths &widths, const PatchPositions &positions,
                             const std::array<Word, kBlockTicks> &numbers, std::byte *to)
{
    std::memcpy(to, positions.data(), std::size_t(widths.patches));
    to += widths.patches;
    std::byte *const end = to + widths.upperBytes();
    const auto [width, patches, patchWidth] = widths; // by value: writing bytes could change them otherwise
    quint64 word = 0;
    int used = 0; // bits of `word`, less than 64
    for (std::size_t i = 0; i < std::size_t(patches); ++i) {
        const quint64 patch = quint64(numbers[positions[i]]) >> width; // exists only below a width of 64
        word |= patch << used;
        used += patchWidth;
        if (used >= 64) {
            qToLittleEndian<quint64>(word, to);
            to += 8;
            used -= 64;
            // Nothing is left over when the patch ended with the word; a shift by all bits would be undefined.
            word = used == 0 ? 0 : patch >> (patchWidth - used);
        }
    }
    qToLittleEndian<quint64>(word, to);
    return end;
}

//! The upper parts, where nine bytes can be read wherever one begins: copied to `padded` if there is not enough behind.
using PaddedBytes = std::array<std::byte, kMostPatches * 8 + 16>;

[[nodiscard]] const std::byte *padded(std::span<const std::byte> upper, std::size_t length, PaddedBytes &copy)
{
    if (upper.size() >= length + 8)
        return upper.data();
    std::memcpy(copy.data(), upper.data(), length);
    std::memset(copy.data() + length, 0, 8);
    return copy.data();
}

template <typename Word>
[[nodiscard, gnu::always_inline]] inline bool apply(const Widths &widths, std::span<const std::byte> bytes, int count,
                                                    Word *numbers)
{
    PaddedBytes copy;
    const auto *positions = reinterpret_cast<const quint8 *>(bytes.data());
    const std::byte *upper = padded(bytes.subspan(std::size_t(widths.patches)), widths.upperBytes(), copy);
    // By value: the compiler cannot know that writing a number changes no width.
    const auto [width, patches, patchWidth] = widths;
    const quint64 mask = ~quint64(0) >> (64 - patchWidth);
    // There are as many numbers as a position can tell: those of one beyond `count` are spoilt before it is refused.
    quint8 last = 0;
    std::size_t bit = 0;
    for (int i = 0; i < patches; ++i, bit += std::size_t(patchWidth)) {
        const std::byte *from = upper + bit / 8;
        quint64 patch = qFromLittleEndian<quint64>(from) >> (bit % 8);
        if (sizeof(Word) > 4 && int(bit % 8) + patchWidth > 64)
            patch |= quint64(from[8]) << (64 - bit % 8);
        last = std::max(last, positions[i]);
        numbers[positions[i]] |= Word((patch & mask) << width);
    }
    return last < count;
}

#if defined(__x86_64__)

//! With shifts by a variable in one instruction.
__attribute__((target("bmi,bmi2"))) bool applyBmi2(const Widths &widths, std::span<const std::byte> bytes, int count,
                                                   quint32 *numbers)
{
    return apply(widths, bytes, count, numbers);
}

#endif

} // namespace

std::byte *putPatches(const Widths &widths, const PatchPositions &positions, const ShortNumbers &numbers, std::byte *to)
{
    return put(widths, positions, numbers, to);
}

std::byte *putPatches(const Widths &widths, const PatchPositions &positions, const Numbers &numbers, std::byte *to)
{
    return put(widths, positions, numbers, to);
}

bool applyPatches(const Widths &widths, std::span<const std::byte> bytes, int count, ShortNumbers &numbers)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("bmi2"))
        return applyBmi2(widths, bytes, count, numbers.data());
#endif
    return apply(widths, bytes, count, numbers.data());
}

bool applyPatches(const Widths &widths, std::span<const std::byte> bytes, int count, Numbers &numbers)
{
    return apply(widths, bytes, count, numbers.data());
}

} // namespace tickmark::ticks
