// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportOptions.h"
#include <charts/ChartContent.h>
#include <charts/ChartSpec.h>
#include <core/Result.h>

#include <QSize>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <stop_token>

class QIODevice;

namespace tickmark::exporting {

//! What was left out of a picture that is otherwise complete.
struct ExportReport
{
    int headlinesInView = 0;
    int headlinesLeftOut = 0;    //!< cut from the legend because a given size had no room; the picture says so
    QStringList withoutQuotes{}; //!< symbols that were asked for and are not drawn; the picture says so
    std::optional<core::SessionDate> base{}; //!< that changes count from; nothing: no curve is rebased
    int crowd = 0;        //!< curves of the fullest pane where they are too many to be told apart; else 0
    QStringList damage{}; //!< a sentence without its full stop for each curve that lacks ticks which the store has lost
};

//! A chart that is drawn but not yet in a file.
struct DrawnChart
{
    ExportReport report;
    //! The file's content; on any thread, once.
    std::function<core::Result<QByteArray>()> encode;
};

//! Suffixes that can be written, without the dot: "png", "svg", "pdf", "csv", "xlsx".
[[nodiscard]] QStringList chartFormats();

//! Draws or tabulates the chart into `path`; its suffix chooses the format. The file appears complete or not at all.
//! AlreadyExists unless options.overwrite; Unsupported for an unknown suffix; NotFound for a missing folder; ReadOnly,
//! DiskFull, Io from the file system; InvalidInput for what cannot be drawn (see ChartStack::create) and for sizes
//! below 480 x 320, above 16384 px a side or above 200 million pixels. GUI thread, with a QApplication.
[[nodiscard]] core::Result<ExportReport> exportChart(const charts::ChartSpec &spec, const charts::ChartContent &content,
                                                     const ExportOptions &options, const QString &path);

//! The first half of exportChart(): draws for the format of `suffix`. GUI thread.
[[nodiscard]] core::Result<DrawnChart> drawChart(const charts::ChartSpec &spec, const charts::ChartContent &content,
                                                 const ExportOptions &options, const QString &suffix);
//! The second half: encodes and writes, which takes longer. Any thread.
[[nodiscard]] core::Result<ExportReport> writeChart(const DrawnChart &chart, const QString &path, bool overwrite);

//! Pixels of the PNG of a page of `layout` px. InvalidInput for a dpi or a size that cannot be written.
[[nodiscard]] core::Result<QSize> pngPixels(QSizeF layout, const ExportOptions &options);

//! Reads the ticks that drawChart() of the same needs, so that every column of it is exact: draws and reads until nothing
//! is missing. GUI thread, which may wait here; a window asks takeMissingTicks() after each drawing instead.
[[nodiscard]] core::Result<> readTicks(const charts::ChartSpec &spec, const charts::ChartContent &content,
                                       const ExportOptions &options, const QString &suffix, ticks::ChunkReader &chunks,
                                       std::stop_token stop = {});

//! The same into an open device (standard output, a buffer for the clipboard); `suffix` chooses the format.
[[nodiscard]] core::Result<ExportReport> exportChart(const charts::ChartSpec &spec, const charts::ChartContent &content,
                                                     const ExportOptions &options, const QString &suffix,
                                                     QIODevice &device);

} // namespace tickmark::exporting
