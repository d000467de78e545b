// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartFormat.h"
#include "ChartPage.h"
#include "PdfDate.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace tickmark::exporting {

namespace {

constexpr int kResolution = 1200; // the engine rounds glyph positions to this grid
constexpr double kPointsPerPx = 0.75;

} // namespace

core::Result<ExportReport> writePdf(const ChartJob &job, QIODevice &device)
{
    auto page = ChartPage::make(job.plan, job.options, vectorScale(*job.plan, job.options));
    if (!page)
        return tl::unexpected(page.error());
    const QSizeF points = page->layout().size * job.options.zoom * kPointsPerPx;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
    writer.setTitle(page->title());
    writer.setCreator(page->facts().program);
    writer.setResolution(kResolution);
    // The orientation is what the size says; PDF's own would turn the page.
    writer.setPageLayout(QPageLayout(QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch),
                                     QPageLayout::Portrait, QMarginsF()));
    QPainter painter;
    if (!painter.begin(&writer))
        return core::failure(core::ErrorCode::Io,
                             QCoreApplication::translate("Export", "The picture could not be written."));
    const double scale = job.options.zoom * kResolution / 96.0;
    painter.scale(scale, scale);
    page->paint(painter);
    painter.end();
    const auto date = sourceDate();
    device.write(date ? withCreationDate(buffer.data(), *date) : buffer.data());
    return page->report();
}

} // namespace tickmark::exporting
