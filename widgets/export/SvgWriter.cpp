// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartFormat.h"
#include "ChartPage.h"
#include "ExportPreset.h"
#include <charts/ChartText.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgGenerator>

namespace tickmark::exporting {

namespace {

constexpr qsizetype kHead = 600; // bytes that hold the opening tag

QString millimetres(double length)
{
    return QString::number(length, 'f', 5) + QStringLiteral("mm");
}

//! The generator knows whole px only.
QByteArray finished(const QByteArray &svg, QSizeF paper)
{
    static const QRegularExpression size(QStringLiteral("width=\"[^\"]*\" height=\"[^\"]*\""));
    QString head = QString::fromUtf8(svg.left(kHead));
    head.replace(
        size,
        QStringLiteral("width=\"%1\" height=\"%2\"").arg(millimetres(paper.width()), millimetres(paper.height())));
    return head.toUtf8() + svg.mid(kHead);
}

} // namespace

core::Result<ExportReport> writeSvg(const ChartJob &job, QIODevice &device)
{
    auto page = ChartPage::make(job.plan, job.options, vectorScale(*job.plan, job.options));
    if (!page)
        return tl::unexpected(page.error());
    const QSize size = page->layout().size.toSize();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setResolution(96);
    // The generator escapes drawn text but not these two.
    const PageFacts facts = page->facts();
    generator.setTitle(facts.title.toHtmlEscaped());
    generator.setDescription(facts.sentences().join(u' ').toHtmlEscaped());
    QPainter painter;
    if (!painter.begin(&generator))
        return core::failure(core::ErrorCode::Io,
                             QCoreApplication::translate("Export", "The picture could not be written."));
    {
        const charts::TextOutlines outlines(job.options.outlines);
        page->paint(painter);
    }
    painter.end();
    device.write(finished(buffer.data(), paperSize(size, job.options.zoom)));
    return page->report();
}

} // namespace tickmark::exporting
