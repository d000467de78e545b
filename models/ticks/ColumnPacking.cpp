// SPDX-License-Identifier: GPL-3.0-or-later
#include "ColumnPacking.h"

#include "BlockScan.h"
#include "OddDivisor.h"
#include "ShortColumn.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace tickmark::ticks {

namespace {

//! What all differences have in common: an odd number times a power of two.
struct Divisor
{
    OddDivisor<quint64> odd;
    int shift = 0;

    [[nodiscard]] quint64 value() const { return odd.value() << shift; }
    [[nodiscard]] quint64 quotient(quint64 multiple) const { return odd.quotient(multiple >> shift); }
    [[nodiscard]] quint64 signedQuotient(quint64 multiple) const
    {
        return odd.quotient(quint64(qint64(multiple) >> shift));
    }
};

//! Of all magnitudes; 1 when there are only zeros.
Divisor commonDivisor(std::span<const quint64> magnitudes)
{
    quint64 bits = 0;
    for (const quint64 magnitude : magnitudes)
        bits |= magnitude;
    if (bits == 0)
        return Divisor();
    const int shift = std::countr_zero(bits);
    std::size_t i = 0;
    while (magnitudes[i] == 0)
        ++i;
    OddDivisor<quint64> odd(magnitudes[i] >> std::countr_zero(magnitudes[i]));
    for (++i; i < magnitudes.size() && odd.value() != 1; ++i) {
        const quint64 magnitude = magnitudes[i] >> shift;
        if (!odd.divides(magnitude))
            odd = OddDivisor<quint64>(std::gcd(odd.value(), magnitude));
    }
    return {odd, shift};
}

Widths cheapestWidthsOf(std::span<const quint64> numbers)
{
    std::array<quint16, 65> counts{};
    for (const quint64 number : numbers)
        ++counts[std::size_t(std::bit_width(number))];
    int widest = 64;
    while (widest > 0 && counts[std::size_t(widest)] == 0)
        --widest;
    int wider = 0; // widths fall one by one
    return cheapestWidths(int(numbers.size()), widest,
                          [&](int width) { return wider += counts[std::size_t(width) + 1]; });
}

//! A column told in one of the modes, in 64-bit numbers.
struct Draft
{
    Draft(ColumnMode mode, quint64 base, quint64 divisor) : head{mode, {base, divisor}, {}} {}

    //! Once the first `count` numbers are there.
    void finish(std::size_t count)
    {
        std::fill_n(numbers.begin() + qsizetype(count), (8 - count % 8) % 8, 0);
        head.widths = cheapestWidthsOf(std::span(numbers).first(count));
    }
    [[nodiscard]] std::size_t bytes(std::size_t count) const { return head.widths.bytes(int(count)); }

    ColumnHead head;
    Numbers numbers; //!< zeros up to a multiple of eight
};

//! Unpatched numbers are the longest of all; behind them is room for what packing writes too much.
using ColumnBytes = std::array<std::byte, ColumnHead::kMostBytes + kBlockTicks * 8 + 16>;

template <typename Array>
void append(const ColumnHead &head, const Array &numbers, const PatchPositions &positions, std::size_t count,
            std::vector<std::byte> &bytes)
{
    ColumnBytes column;
    std::byte *end = putHead(head, column.data());
    packNumbers(numbers, int(count), head.widths.width, end);
    end += packedBytes(int(count), head.widths.width);
    if (head.widths.patches > 0)
        end = putPatches(head.widths, positions, numbers, end);
    bytes.insert(bytes.end(), column.data(), end);
}

void append(const Draft &draft, std::size_t count, std::vector<std::byte> &bytes)
{
    PatchPositions positions;
    std::size_t found = 0;
    for (std::size_t i = 0; i < count && draft.head.widths.patches > 0; ++i) {
        positions[found] = quint8(i);
        found += (draft.numbers[i] >> draft.head.widths.width) != 0 ? 1 : 0; // patches exist only below a width of 64
    }
    append(draft.head, draft.numbers, positions, count, bytes);
}

} // namespace

void appendColumn(std::span<const qint64> values, std::vector<std::byte> &bytes)
{
    ShortColumn column;
    if (column.tell(values))
        append(column.head(), column.numbers(), column.positions(), values.size(), bytes);
    else
        appendColumnPortable(values, bytes);
}

void appendColumnPortable(std::span<const qint64> values, std::vector<std::byte> &bytes)
{
    const Extremes extremes = extremesOf(values.data(), int(values.size()));

    Numbers magnitudes;
    magnitudes[0] = 0;
    bool isFalling = false;
    for (std::size_t i = 1; i < values.size(); ++i) {
        const quint64 delta = quint64(values[i]) - quint64(values[i - 1]);
        const quint64 sign = quint64(qint64(delta) >> 63);
        magnitudes[i] = (delta ^ sign) - sign;
        isFalling |= values[i] < values[i - 1];
    }
    // Where differences do not fit, wrapped ones need not have a divisor in common with the offsets.
    const quint64 range = quint64(extremes.high) - quint64(extremes.low);
    const Divisor divisor = qint64(range) < 0 ? Divisor() : commonDivisor(std::span(magnitudes).first(values.size()));

    const ColumnMode mode = isFalling ? ColumnMode::Deltas : ColumnMode::AscendingDeltas;
    Draft deltas(mode, quint64(values[0]), divisor.value());
    deltas.numbers[0] = 0;
    for (std::size_t i = 1; i < values.size(); ++i) {
        const quint64 delta = quint64(values[i]) - quint64(values[i - 1]);
        deltas.numbers[i] = isFalling ? zigzag(divisor.signedQuotient(delta)) : divisor.quotient(delta);
    }
    deltas.finish(values.size());
    if (!isFalling) // differences to the least are larger than those to the neighbour
        return append(deltas, values.size(), bytes);

    Draft offsets(ColumnMode::Offsets, quint64(extremes.low), divisor.value());
    for (std::size_t i = 0; i < values.size(); ++i)
        offsets.numbers[i] = divisor.quotient(quint64(values[i]) - quint64(extremes.low));
    offsets.finish(values.size());
    append(offsets.bytes(values.size()) < deltas.bytes(values.size()) ? offsets : deltas, values.size(), bytes);
}

bool takeColumn(std::span<const std::byte> &bytes, int count, std::array<qint64, kBlockTicks> &values)
{
    ColumnHead head;
    if (!takeHead(bytes, head))
        return false;
    const Widths &widths = head.widths;
    const std::size_t packed = packedBytes(count, widths.width);
    const std::size_t length = packed + widths.patchBytes();
    if (bytes.size() < length)
        return false;
    const std::span<const std::byte> patchBytes = bytes.subspan(packed);
    const int bits = widths.width + widths.patchWidth;
    Numbers numbers;
    ShortNumbers shortNumbers;
    if (widths.width <= kShortBits)
        unpackNumbers(bytes.data(), count, widths.width, shortNumbers);
    else
        unpackNumbers(bytes.data(), count, widths.width, numbers);
    if (bits <= kShortBits) {
        if (widths.patches > 0 && !applyPatches(widths, patchBytes, count, shortNumbers))
            return false;
        restoreValues(shortNumbers, count, bits, head.mode, head.line, values.data());
    } else {
        if (widths.width <= kShortBits)
            std::copy_n(shortNumbers.begin(), (count + 7) / 8 * 8, numbers.begin());
        if (widths.patches > 0 && !applyPatches(widths, patchBytes, count, numbers))
            return false;
        restoreValues(numbers, count, head.mode, head.line, values.data());
    }
    bytes = bytes.subspan(length);
    return true;
}

} // namespace tickmark::ticks
