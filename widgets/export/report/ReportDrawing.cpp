// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportDrawing.h"

#include "ReportHtml.h"
#include "ReportPdf.h"
#include <charts/ChartFonts.h>
#include <charts/TextLanguage.h>

#include <QCoreApplication>

namespace tickmark::report {

QStringList reportFormats()
{
    return {QStringLiteral("pdf"), QStringLiteral("html")};
}

core::Result<std::unique_ptr<ReportDrawing>> ReportDrawing::begin(std::shared_ptr<const ReportDocument> document,
                                                                  const QString &suffix)
{
    charts::loadChartFonts();
    const charts::TextLanguage language{charts::Translator(document->language)};
    std::unique_ptr<ReportDrawing> drawing;
    if (suffix.compare(u"pdf", Qt::CaseInsensitive) == 0)
        drawing = std::make_unique<ReportPdf>(std::move(document));
    else if (suffix.compare(u"html", Qt::CaseInsensitive) == 0)
        drawing = std::make_unique<ReportHtml>(std::move(document));
    else
        return core::failure(core::ErrorCode::Unsupported,
                             QCoreApplication::translate("Report", "A report is written as %1, not as “%2”.")
                                 .arg(reportFormats().join(QStringLiteral(", ")), suffix));
    return drawing;
}

} // namespace tickmark::report
