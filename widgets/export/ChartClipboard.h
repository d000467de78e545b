// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartExport.h"

#include <QByteArray>
#include <QImage>
#include <QMimeData>
#include <QString>

#include <functional>
#include <memory>

//! Charts for the clipboard; refused is what exportChart() refuses.
namespace tickmark::exporting {

//! A chart as programs take it, each the best that it knows: a spreadsheet the values, a drawing program the picture.
struct ClipboardChart
{
    QImage image;
    QByteArray png;
    QByteArray svg;
    QString html; //!< the values of the visible range as a table
    QString text; //!< the same with tabs
};

//! Draws both pictures: GUI thread, with a QApplication. What it returns encodes them, which takes longer: on any thread,
//! once; `html` and `text` are empty.
using EncodePictures = std::function<core::Result<ClipboardChart>()>;
[[nodiscard]] core::Result<EncodePictures> drawForClipboard(const charts::ChartSpec &spec,
                                                            const charts::ChartContent &content,
                                                            const ExportOptions &options);

//! Puts `html` and `text` into `chart`. GUI thread.
[[nodiscard]] core::Result<> tabulateForClipboard(const charts::ChartSpec &spec, const charts::ChartContent &content,
                                                  ClipboardChart &chart);

//! GUI thread.
[[nodiscard]] std::unique_ptr<QMimeData> mimeData(const ClipboardChart &chart);

} // namespace tickmark::exporting
