// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace tickmark::charts {

//! A label whose line wants to stand at `wanted` and that needs room above and below that line.
struct SpreadLabel
{
    double wanted = 0;
    double above = 0;
    double below = 0;

    [[nodiscard]] double height() const { return above + below; }
};

//! Lines for `labels`, in the same order: none overlap, they keep the order of what they want (equals keep the order
//! given), and as a whole they stand as close to it as possible. All lie between `top` and `bottom` if they fit there;
//! if not, they begin at `top` and run past `bottom`.
[[nodiscard]] std::vector<double> spreadLabels(std::span<const SpreadLabel> labels, double top, double bottom);

} // namespace tickmark::charts
