// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartExport.h"
#include <charts/ChartPlan.h>

#include <QString>

#include <memory>
#include <span>

namespace tickmark::exporting {

//! What a writer gets: a checked plan and how it is to be written.
struct ChartJob
{
    std::shared_ptr<const charts::ChartPlan> plan;
    const charts::ChartContent &content;
    const ExportOptions &options;
};

//! One way to write a chart.
struct ChartFormat
{
    QLatin1String suffix;
    core::Result<DrawnChart> (*draw)(const ChartJob &job);
};

//! All formats; a new one is a file with its function and a line in ChartFormat.cpp.
[[nodiscard]] std::span<const ChartFormat> allChartFormats();

core::Result<DrawnChart> drawPng(const ChartJob &job);
// Into a device in memory, so they report only what they cannot draw.
core::Result<ExportReport> writeSvg(const ChartJob &job, QIODevice &device);
core::Result<ExportReport> writePdf(const ChartJob &job, QIODevice &device);
core::Result<ExportReport> writeCsv(const ChartJob &job, QIODevice &device);
core::Result<ExportReport> writeXlsx(const ChartJob &job, QIODevice &device);

} // namespace tickmark::exporting
