// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportPdf.h"

#include "PdfFonts.h"
#include <charts/TextLanguage.h>
#include <export/PdfDate.h>

#include <QCoreApplication>
#include <QPageLayout>
#include <QPageSize>

namespace tickmark::report {

namespace {

constexpr int kResolution = 1200; // the engine rounds glyph positions to this grid

core::Error notWritten()
{
    return {core::ErrorCode::Io, QCoreApplication::translate("Report", "The report could not be written."), {}};
}

} // namespace

ReportPdf::ReportPdf(std::shared_ptr<const ReportDocument> document)
    : m_document(std::move(document)), m_pages(m_document), m_writer(&m_buffer)
{
    m_buffer.open(QIODevice::WriteOnly);
    m_writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
    m_writer.setTitle(m_document->title);
    m_writer.setCreator(QStringLiteral("Tickmark"));
    m_writer.setResolution(kResolution);
    m_writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()));
}

ReportPdf::~ReportPdf() = default;

core::Result<> ReportPdf::step(int index)
{
    const charts::TextLanguage language{charts::Translator(m_document->language)};
    if (index == 0 ? !m_painter.begin(&m_writer) : !m_writer.newPage())
        return tl::unexpected(notWritten());
    m_painter.save();
    m_painter.scale(kResolution / 96.0, kResolution / 96.0);
    auto painted = m_pages.paint(m_painter, index);
    m_painter.restore();
    return painted;
}

QByteArray ReportPdf::take()
{
    m_painter.end();
    QByteArray bytes = m_buffer.data();
    if (const auto date = exporting::sourceDate()) {
        bytes = exporting::withCreationDate(std::move(bytes), *date);
        orderPdfFonts(bytes);
    }
    return bytes;
}

} // namespace tickmark::report
