// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "YMap.h"

#include <vector>

namespace tickmark::charts {

//! Where a value axis has a line, and how many decimals its label needs.
struct ValueTick
{
    double value = 0;
    int decimals = 0;

    friend bool operator==(const ValueTick &, const ValueTick &) = default;
};

//! Multiples of 1, 2 or 5 times a power of ten inside the map's range: the smallest such step whose ticks are at least
//! `leastGap` px apart. Log maps: 1-2-5 of each decade, fewer when crowded; a range too narrow for three of them gets
//! evenly stepped values instead. Percent on a log axis: 0 and round values, the coarsest first. Ascending.
[[nodiscard]] std::vector<ValueTick> valueTicks(const YMap &map, double leastGap);

} // namespace tickmark::charts
