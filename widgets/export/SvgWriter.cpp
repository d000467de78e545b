// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartFormat.h"
#include "ChartPage.h"

#include <QCoreApplication>
#include <QPainter>
#include <QSvgGenerator>

namespace tickmark::exporting {

core::Result<ExportReport> writeSvg(const ChartJob &job, QIODevice &device)
{
    auto page = ChartPage::make(job.plan, job.options, 1.0);
    if (!page)
        return tl::unexpected(page.error());
    const QSize size = page->layout().size.toSize();
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setResolution(96);
    // The generator escapes drawn text but not these two.
    generator.setTitle(page->title().toHtmlEscaped());
    generator.setDescription(page->subtitle().toHtmlEscaped());
    QPainter painter;
    if (!painter.begin(&generator))
        return core::failure(core::ErrorCode::Io,
                             QCoreApplication::translate("Export", "The picture could not be written."));
    page->paint(painter);
    painter.end();
    return page->report();
}

} // namespace tickmark::exporting
