// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartFormat.h"

#include <array>

namespace tickmark::exporting {

std::span<const ChartFormat> allChartFormats()
{
    static constexpr std::array kFormats{
        ChartFormat{QLatin1String("png"), writePng},
        ChartFormat{QLatin1String("svg"), writeSvg},
        ChartFormat{QLatin1String("pdf"), writePdf},
        ChartFormat{QLatin1String("csv"), writeCsv},
    };
    return kFormats;
}

} // namespace tickmark::exporting
