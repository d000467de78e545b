// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportMarkup.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace tickmark::report {

namespace {

QByteArray styleSheet()
{
    QFile file(QStringLiteral(":/report/report.css"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! visual.md, "Verdict shapes", in a box of 12; knocked out in the ground's colour.
const char *shapeOf(claims::VerdictCode code)
{
    using claims::VerdictCode;
    switch (code) {
    case VerdictCode::Close:
        return R"(<circle cx="6" cy="6" r="5.5" fill="#0A7558"/><path d="M3.2 6.2 5.2 8.2 8.8 4.2" fill="none" stroke="#fff" stroke-width="1.5"/>)";
    case VerdictCode::Intraday:
        return R"(<circle cx="6" cy="6" r="4.9" fill="none" stroke="#7A5E00" stroke-width="1.2"/><path d="M6 1.1A4.9 4.9 0 0 0 6 10.9Z" fill="#7A5E00"/>)";
    case VerdictCode::OtherBasis:
        return R"(<path d="M6 .4 11.6 6 6 11.6 .4 6Z" fill="#8B3F94"/>)";
    case VerdictCode::Contradicted:
        return R"(<path d="M1 1H11V11H1Z" fill="#B3261E"/><path d="M3.6 3.6 8.4 8.4M8.4 3.6 3.6 8.4" stroke="#fff" stroke-width="1.4"/>)";
    case VerdictCode::NoData:
        return R"(<circle cx="6" cy="6" r="4.9" fill="none" stroke="#555" stroke-width="1.2"/><path d="M3.6 6H8.4" stroke="#555" stroke-width="1.4"/>)";
    case VerdictCode::Unattributed:
        break;
    }
    return R"(<circle cx="6" cy="6" r="4.9" fill="none" stroke="#555" stroke-width="1.2" stroke-dasharray="2 1.6"/><circle cx="6" cy="6" r="1.2" fill="#555"/>)";
}

} // namespace

QByteArray ReportMarkup::html()
{
    addHead();
    for (const Block &block : m_document.blocks)
        std::visit([this](const auto &one) { add(one); }, block);
    raw("<footer>Tickmark</footer>\n</main>\n</body>\n</html>\n");
    return std::move(m_html);
}

void ReportMarkup::addHead()
{
    const QByteArray language = m_document.language.toLatin1();
    raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + language + "\" xml:lang=\"" + language
        + "\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    // Nothing is loaded or run, whatever a browser makes of a text.
    raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        "<meta name=\"color-scheme\" content=\"light\"/>\n<meta name=\"generator\" content=\"Tickmark\"/>\n<title>");
    text(m_document.title);
    raw("</title>\n<style>\n" + styleSheet() + "</style>\n</head>\n<body>\n<main>\n<header>\n<h1>");
    text(m_document.title);
    raw("</h1>\n<p class=\"subtitle\">");
    text(m_document.subtitle);
    raw("</p>\n");
    for (const Paragraph &paragraph : m_document.lead) {
        raw("<p>");
        addParagraph(paragraph);
        raw("</p>\n");
    }
    raw("</header>\n");
}

void ReportMarkup::add(const Heading &heading)
{
    const QByteArray element = heading.isMain ? "h2" : "h3";
    raw('<' + element + (heading.newPage ? " class=\"page\">" : ">"));
    text(heading.text);
    raw("</" + element + ">\n");
}

void ReportMarkup::add(const Passage &passage)
{
    raw(passage.isSmall ? "<p class=\"small\">" : "<p>");
    addParagraph(passage.text);
    raw("</p>\n");
}

void ReportMarkup::add(const Chart &chart)
{
    raw("<figure role=\"img\" aria-label=\"");
    text(chart.description);
    raw("\">");
    if (m_nextPicture < m_pictures.size())
        raw(m_pictures[m_nextPicture++]);
    raw("</figure>\n");
}

void ReportMarkup::add(const Table &table)
{
    raw("<table>\n");
    if (std::ranges::any_of(table.columns, [](const Column &column) { return !column.head.isEmpty(); })) {
        raw("<thead><tr>");
        for (const Column &column : table.columns) {
            raw(column.head.isEmpty() ? "<td" : "<th scope=\"col\"");
            raw(column.isNumber ? " class=\"number\">" : ">");
            text(column.head);
            raw(column.head.isEmpty() ? "</td>" : "</th>");
        }
        raw("</tr></thead>\n");
    }
    raw("<tbody>\n");
    for (const Row &row : table.rows)
        addRow(table, row);
    raw("</tbody>\n</table>\n");
}

void ReportMarkup::addRow(const Table &table, const Row &row)
{
    const QByteArray columns = QByteArray::number(table.columns.size());
    if (row.isHead) {
        raw("<tr class=\"head\"><th scope=\"rowgroup\" colspan=\"" + columns + "\">");
        for (const Paragraph &paragraph : row.cells.front().paragraphs) {
            raw("<div>");
            addParagraph(paragraph);
            raw("</div>");
        }
        raw("</th></tr>\n");
        return;
    }
    raw(row.below.empty() ? "<tr>" : "<tr class=\"opened\">");
    for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
        raw(table.columns[i].isNumber ? "<td class=\"number\">" : "<td>");
        if (row.cells[i].ring > 0)
            raw("<span class=\"ring\">" + QByteArray::number(row.cells[i].ring) + "</span>");
        for (const Paragraph &paragraph : row.cells[i].paragraphs) {
            raw("<div>");
            addParagraph(paragraph);
            raw("</div>");
        }
        raw("</td>");
    }
    raw("</tr>\n");
    if (row.below.empty())
        return;
    raw("<tr class=\"below\"><td></td><td colspan=\"" + QByteArray::number(table.columns.size() - 1) + "\">");
    for (const Paragraph &paragraph : row.below) {
        raw("<div>");
        addParagraph(paragraph);
        raw("</div>");
    }
    raw("</td></tr>\n");
}

void ReportMarkup::addParagraph(const Paragraph &paragraph)
{
    bool isFirst = true;
    for (const Span &span : paragraph) {
        if (!isFirst)
            raw(" ");
        isFirst = false;
        const QByteArray looks = QByteArray(span.isStrong ? "strong " : "") + (span.isSecondary ? "secondary " : "")
                                 + (span.shape ? "verdict " : "");
        if (!looks.isEmpty())
            raw("<span class=\"" + looks.trimmed() + "\">");
        if (span.shape)
            addShape(*span.shape);
        if (!span.link.isEmpty()) {
            raw("<a rel=\"noopener noreferrer\" href=\"");
            text(span.link);
            raw("\">");
        }
        text(span.text);
        if (!span.link.isEmpty())
            raw("</a>");
        if (!looks.isEmpty())
            raw("</span>");
    }
}

void ReportMarkup::addShape(claims::VerdictCode code)
{
    raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"shape\" viewBox=\"0 0 12 12\" aria-hidden=\"true\">");
    raw(shapeOf(code));
    raw("</svg>");
}

} // namespace tickmark::report
