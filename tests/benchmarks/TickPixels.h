// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <core/Result.h>

#include <QString>

namespace tickmark::bench {

//! Draws the curve of a store of bench_ticks in views of many sizes, once settled, and again from every single tick in
//! view (views that hold more of them than fit in memory are left out); how many pixels differ in all of them.
[[nodiscard]] core::Result<qint64> differingPixels(const QString &path, const core::CalendarSet &calendars);

} // namespace tickmark::bench
