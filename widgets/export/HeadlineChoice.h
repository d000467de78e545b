// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartPlan.h>

#include <vector>

namespace tickmark::exporting {

//! The plan's headlines (indices) in the order in which they deserve a place in a list that is too short for all: those
//! that speak of the charted instruments before the others, and of these those near the day in question, or else the base,
//! first. Without such a day by time. Of its clock days only; ties by time. A pure function.
[[nodiscard]] std::vector<int> headlinesByWeight(const charts::ChartPlan &plan);

} // namespace tickmark::exporting
