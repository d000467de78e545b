// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartPlan.h"

#include <memory>

namespace tickmark::charts {

//! What a table of a curve shows: its bars, or of ticks the bars of the shortest interval that gives at most
//! kMostTableRows over the plan's view. A billion ticks make no table.
[[nodiscard]] std::shared_ptr<const core::BarHistory> tableBars(const CurveData &data, const ChartPlan &plan);

inline constexpr qint64 kMostTableRows = 3000;

} // namespace tickmark::charts
