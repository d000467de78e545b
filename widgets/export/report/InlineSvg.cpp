// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportHtml.h"
#include "ReportPages.h"
#include <charts/ChartFonts.h>
#include <charts/ChartStack.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QSvgGenerator>

namespace tickmark::report {

core::Result<QByteArray> inlineSvg(const Chart &chart)
{
    const QSizeF size = chartSize(chart);
    const auto stack = stackOf(chart, size.height());
    if (!stack)
        return tl::unexpected(stack.error());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    generator.setResolution(96);
    // The generator escapes drawn text but not these two.
    generator.setTitle(chart.description.toHtmlEscaped());
    generator.setDescription(QStringLiteral("Tickmark"));
    QPainter painter;
    if (!painter.begin(&generator))
        return core::failure(core::ErrorCode::Io,
                             QCoreApplication::translate("Report", "The report could not be written."));
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    // The generator names the font of its first element even where nothing is written.
    painter.setFont(charts::chartFont(12));
    (*stack)->render(painter, QPointF());
    painter.end();
    // From its own root on: the declaration before it is that of a file.
    const QByteArray file = buffer.data();
    const qsizetype root = file.indexOf("<svg");
    QByteArray picture = root < 0 ? file : file.mid(root).trimmed();
    QStringList unwritten;
    for (const QString &sentence : (*stack)->unwritten())
        unwritten.append(charts::asSentence(sentence));
    if (!unwritten.isEmpty())
        picture += "<figcaption>" + unwritten.join(u' ').toHtmlEscaped().toUtf8() + "</figcaption>";
    return picture;
}

} // namespace tickmark::report
