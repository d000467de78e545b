// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <core/Result.h>

#include <QString>

#include <functional>

namespace tickmark::bench {

//! Told of each figure: phase, value, unit.
using Report = std::function<void(const char *phase, double value, const char *unit)>;

//! Opens a store of bench_ticks and measures its curve at 1600 x 900: open, pan_frame, zoom_frame, append_frame, settle,
//! four panes, memory. `frames` of each kind; the store stays as it is.
[[nodiscard]] core::Result<> measureFrames(const QString &path, const core::CalendarSet &calendars, int frames,
                                           const Report &report);

} // namespace tickmark::bench
