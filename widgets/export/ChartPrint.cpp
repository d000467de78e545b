// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartPrint.h"

#include "ChartPage.h"
#include "ExportPreset.h"
#include <charts/ChartFonts.h>
#include <charts/DamagedTicks.h>

#include <QCoreApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPrinter>

namespace tickmark::exporting {

core::Result<ExportReport> printChart(const charts::ChartSpec &spec, const charts::ChartContent &content,
                                      const ExportOptions &options, QPrinter &printer)
{
    charts::loadChartFonts();
    const auto plan = charts::ChartPlan::make(spec, content);
    if (!plan)
        return tl::unexpected(plan.error());
    ExportOptions onPaper = options;
    const QSizeF room = printer.pageLayout().paintRect(QPageLayout::Millimeter).size();
    if (auto set = setPaperSize(room, onPaper); !set)
        return tl::unexpected(set.error());
    const double scale = onPaper.zoom * printer.resolution() / 96.0;
    auto page = ChartPage::make(*plan, onPaper, vectorScale(**plan, onPaper));
    if (!page)
        return tl::unexpected(page.error());
    printer.setDocName(page->title());
    QPainter painter;
    const bool isBegun = painter.begin(&printer);
    if (isBegun) {
        painter.scale(scale, scale);
        page->paint(painter);
    }
    if (!isBegun || !painter.end())
        return core::failure(core::ErrorCode::Io,
                             QCoreApplication::translate("Export", "The printer did not take the chart."));
    ExportReport report = page->report();
    report.damage = charts::damageNotes(**plan);
    return report;
}

} // namespace tickmark::exporting
