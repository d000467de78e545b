// SPDX-License-Identifier: GPL-3.0-or-later
#include "ColumnHead.h"

#include <bit>

namespace tickmark::ticks {

namespace {

constexpr quint8 kPatchesFlag = 0x80; // beside the width

[[nodiscard]] int bytesOf(quint64 value)
{
    return (int(std::bit_width(value)) + 7) / 8;
}

[[nodiscard]] std::byte *putInteger(quint64 value, int byteCount, std::byte *to)
{
    for (int i = 0; i < byteCount; ++i)
        *to++ = std::byte(value >> (8 * i));
    return to;
}

[[nodiscard]] quint64 integerAt(const std::byte *bytes, int byteCount)
{
    quint64 value = 0;
    for (int i = 0; i < byteCount; ++i)
        value |= quint64(bytes[i]) << (8 * i);
    return value;
}

} // namespace

std::byte *putHead(const ColumnHead &head, std::byte *to)
{
    const Widths &widths = head.widths;
    const quint64 base = zigzag(head.line.base);
    const quint64 factor = head.line.factor == 1 ? 0 : head.line.factor;
    *to++ = std::byte(head.mode);
    *to++ = std::byte(widths.width | (widths.patches > 0 ? kPatchesFlag : 0));
    *to++ = std::byte(bytesOf(base) | (bytesOf(factor) << 4));
    to = putInteger(base, bytesOf(base), to);
    to = putInteger(factor, bytesOf(factor), to);
    if (widths.patches > 0) {
        *to++ = std::byte(widths.patches);
        *to++ = std::byte(widths.patchWidth);
    }
    return to;
}

bool takeHead(std::span<const std::byte> &bytes, ColumnHead &head)
{
    if (bytes.size() < 3 || int(bytes[0]) >= kColumnModes)
        return false;
    head.mode = ColumnMode(bytes[0]);
    head.widths.width = int(bytes[1]) & ~kPatchesFlag;
    const bool isPatched = (int(bytes[1]) & kPatchesFlag) != 0;
    const int baseBytes = int(bytes[2]) & 15;
    const int divisorBytes = int(bytes[2]) >> 4;
    const std::size_t length = std::size_t(3 + baseBytes + divisorBytes + (isPatched ? 2 : 0));
    if (baseBytes > 8 || divisorBytes > 8 || head.widths.width > 64 || bytes.size() < length)
        return false;
    head.line.base = unzigzag(integerAt(bytes.data() + 3, baseBytes));
    if (divisorBytes > 0)
        head.line.factor = integerAt(bytes.data() + 3 + baseBytes, divisorBytes);
    if (isPatched) {
        head.widths.patches = int(bytes[length - 2]);
        head.widths.patchWidth = int(bytes[length - 1]);
        if (head.widths.patches == 0 || head.widths.patchWidth == 0 || head.widths.width + head.widths.patchWidth > 64)
            return false;
    }
    bytes = bytes.subspan(length);
    return true;
}

} // namespace tickmark::ticks
