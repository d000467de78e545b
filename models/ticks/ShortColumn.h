// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ColumnPatches.h"

namespace tickmark::ticks {

//! A column told in 32-bit numbers, eight at once with AVX2: nearly every column of ticks. What it tells is what the
//! 64-bit way of ColumnPacking tells too, only sooner. Large: meant for the stack, and not to be copied. Any thread.
class ShortColumn
{
public:
    ShortColumn() = default;
    Q_DISABLE_COPY_MOVE(ShortColumn)

    //! Finds the mode, the divisor and the widths that take least. False when the processor has no AVX2, when there are
    //! other than 32, 64 ... 256 values, or when their differences do not fit 30 bits. O(values).
    [[nodiscard]] bool tell(std::span<const qint64> values);

    //! After tell() returned true:
    [[nodiscard]] const ColumnHead &head() const { return m_best->head; }
    [[nodiscard]] const ShortNumbers &numbers() const { return m_best->numbers; }
    [[nodiscard]] const PatchPositions &positions() const { return m_positions; } //!< if there are patches

private:
    //! The column in one of the modes.
    struct Told
    {
        ColumnHead head;
        alignas(32) ShortNumbers numbers;
        alignas(32) std::array<quint8, kBlockTicks> bits; //!< that each number needs
    };

    Told m_deltas;
    Told m_offsets;
    const Told *m_best = nullptr;
    PatchPositions m_positions;
};

} // namespace tickmark::ticks
