// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartFormat.h"

#include <QBuffer>

#include <array>

namespace tickmark::exporting {

namespace {

using Write = core::Result<ExportReport> (*)(const ChartJob &job, QIODevice &device);

//! Of a format whose bytes come with the drawing.
template <Write write>
core::Result<DrawnChart> drawBytes(const ChartJob &job)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto report = write(job, buffer);
    if (!report)
        return tl::unexpected(report.error());
    return DrawnChart{*report, [bytes = buffer.data()] { return core::Result<QByteArray>(bytes); }};
}

} // namespace

std::span<const ChartFormat> allChartFormats()
{
    static constexpr std::array kFormats{
        ChartFormat{QLatin1String("png"), drawPng},
        ChartFormat{QLatin1String("svg"), drawBytes<writeSvg>},
        ChartFormat{QLatin1String("pdf"), drawBytes<writePdf>},
        ChartFormat{QLatin1String("csv"), drawBytes<writeCsv>},
        ChartFormat{QLatin1String("xlsx"), drawBytes<writeXlsx>},
    };
    return kFormats;
}

} // namespace tickmark::exporting
