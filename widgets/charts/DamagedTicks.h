// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartPlan.h"

#include <QStringList>

#include <vector>

namespace tickmark::charts {

//! The times inside `view` of which pictures of the curve wanted ticks whose stored bytes do not check; ascending, each run
//! once. Known only of what was asked for: call it again when more has been read. O(chunks in view) with damage, else O(1).
[[nodiscard]] std::vector<core::TimeRange> damagedTimes(const TickCurve &curve, core::TimeRange view);

//! A sentence without its full stop for each curve of the plan that lacks ticks in its view, with its name: for the foot of
//! a page.
[[nodiscard]] QStringList damageNotes(const ChartPlan &plan);
//! The same of one pane, for its head: which names a single curve already.
[[nodiscard]] QStringList damageNotes(const ChartPlan &plan, const PlannedPane &pane);

} // namespace tickmark::charts
