// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartExport.h"

class QPrinter;

namespace tickmark::exporting {

//! Draws the page of a chart onto the paper inside the printer's margins; size and zoom of the options do not count. InvalidInput for
//! paper that has no room for the panes; Io when the printer does not begin or end. What exportChart() refuses is refused. GUI
//! thread.
[[nodiscard]] core::Result<ExportReport> printChart(const charts::ChartSpec &spec, const charts::ChartContent &content,
                                                    const ExportOptions &options, QPrinter &printer);

} // namespace tickmark::exporting
