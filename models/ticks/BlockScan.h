// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tickmark::ticks {

//! Scans over one column of a block, with AVX2 where the processor has it. Pure; any thread. The ...Portable ones are what
//! runs elsewhere, and give the same results.

struct Extremes
{
    qint64 low = 0;
    qint64 high = 0;

    friend bool operator==(const Extremes &, const Extremes &) = default;
};

//! Least and greatest of `count` > 0 values. About 0.1 ns per value.
[[nodiscard]] Extremes extremesOf(const qint64 *values, int count);
[[nodiscard]] Extremes extremesPortable(const qint64 *values, int count);

//! The sum of 0 to 2^24 values; the greatest or least 64-bit number where it does not fit.
[[nodiscard]] qint64 sumOf(const qint64 *values, int count);
[[nodiscard]] qint64 sumPortable(const qint64 *values, int count);

//! Index of the first value that is `value` or greater; `count` when there is none. O(log count), without branches.
[[nodiscard]] int lowerBound(const qint64 *ascending, int count, qint64 value);

} // namespace tickmark::ticks
