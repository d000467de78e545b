// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartExport.h"

#include <QMimeData>

#include <memory>

//! Charts for the clipboard. GUI thread, with a QApplication; refused is what exportChart() refuses.
namespace tickmark::exporting {

//! The picture as a bitmap, PNG and SVG: each program takes the best that it knows.
[[nodiscard]] core::Result<std::unique_ptr<QMimeData>> pictureForClipboard(const charts::ChartSpec &spec,
                                                                           const charts::ChartContent &content,
                                                                           const ExportOptions &options);

//! The values of the visible range as an HTML table, and as text with tabs.
[[nodiscard]] core::Result<std::unique_ptr<QMimeData>> tableForClipboard(const charts::ChartSpec &spec,
                                                                         const charts::ChartContent &content);

//! Both as one: a spreadsheet takes the values, a drawing program the picture.
[[nodiscard]] core::Result<std::unique_ptr<QMimeData>> chartForClipboard(const charts::ChartSpec &spec,
                                                                         const charts::ChartContent &content,
                                                                         const ExportOptions &options);

} // namespace tickmark::exporting
