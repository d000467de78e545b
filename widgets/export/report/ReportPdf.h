// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ReportDrawing.h"
#include "ReportPages.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace tickmark::report {

//! A report as PDF: vectors, text as text with its fonts embedded, one page in each step.
class ReportPdf : public ReportDrawing
{
public:
    explicit ReportPdf(std::shared_ptr<const ReportDocument> document);
    ~ReportPdf() override;

    [[nodiscard]] int steps() const override { return m_pages.count(); }
    core::Result<> step(int index) override;
    [[nodiscard]] QByteArray take() override;
    [[nodiscard]] int pages() const override { return m_pages.count(); }

private:
    std::shared_ptr<const ReportDocument> m_document;
    ReportPages m_pages;
    QBuffer m_buffer;
    QPdfWriter m_writer;
    QPainter m_painter; //!< goes before the writer
};

} // namespace tickmark::report
