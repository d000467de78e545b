// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ReportDocument.h"

#include <QByteArray>

#include <span>

namespace tickmark::report {

//! Writes one report as HTML. Every text is escaped here and nowhere else. Lives for that call; any thread.
class ReportMarkup
{
public:
    //! `pictures`: those of the charts, in their order.
    ReportMarkup(const ReportDocument &document, std::span<const QByteArray> pictures)
        : m_document(document), m_pictures(pictures)
    {}

    [[nodiscard]] QByteArray html();

private:
    void add(const Heading &heading);
    void add(const Passage &passage);
    void add(const Table &table);
    void add(const Chart &chart);
    void addHead();
    void addRow(const Table &table, const Row &row);
    void addParagraph(const Paragraph &paragraph);
    void addShape(claims::VerdictCode code);
    void raw(const QByteArray &markup) { m_html.append(markup); }
    void text(const QString &text) { m_html.append(text.toHtmlEscaped().toUtf8()); }

    const ReportDocument &m_document;
    std::span<const QByteArray> m_pictures;
    QByteArray m_html;
    std::size_t m_nextPicture = 0;
};

} // namespace tickmark::report
