// SPDX-License-Identifier: GPL-3.0-or-later
#include "TableWriter.h"

#include <export/CsvCell.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tickmark::app {

namespace {

const QString kListSeparator = QStringLiteral(", ");

//! Text of a cell in plain tables and CSV: '-' and '.', so that the output can be read back.
QString textOf(const Cell &cell)
{
    if (const auto *text = std::get_if<QString>(&cell))
        return *text;
    if (const auto *number = std::get_if<qint64>(&cell))
        return QString::number(*number);
    if (const auto *price = std::get_if<core::Price>(&cell))
        return QString::fromStdString(core::toPlainText(*price));
    if (const auto *list = std::get_if<QStringList>(&cell))
        return list->join(kListSeparator);
    return {};
}

QJsonValue jsonOf(const Cell &cell)
{
    if (const auto *text = std::get_if<QString>(&cell))
        return *text;
    if (const auto *number = std::get_if<qint64>(&cell))
        return *number;
    if (const auto *price = std::get_if<core::Price>(&cell))
        return QString::fromStdString(core::toPlainText(*price));
    if (const auto *list = std::get_if<QStringList>(&cell))
        return QJsonArray::fromStringList(*list);
    return QJsonValue::Null;
}

//! One line for people: control characters of a file's text must not reach the terminal.
QString printable(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return text;
}

//! A number that stands in its cell as text ("-13.79"): no formula, so it needs no guard against being run as one.
bool isPlainNumber(const QString &text)
{
    constexpr QStringView kAllowed(u"0123456789+-.eE");
    bool isNumber = std::ranges::all_of(text, [&](QChar c) { return kAllowed.contains(c); });
    if (isNumber)
        text.toDouble(&isNumber); // in the C locale
    return isNumber;
}

} // namespace

TableWriter::TableWriter(std::FILE *out, OutputFormat format, QString plural, std::vector<TableColumn> columns)
    : m_out(out), m_format(format), m_plural(std::move(plural)), m_columns(std::move(columns))
{
    if (m_format != OutputFormat::Plain)
        writeHead();
}

void TableWriter::put(const QByteArray &bytes)
{
    if (std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), m_out) != std::size_t(bytes.size()))
        m_failed = true;
}

void TableWriter::writeHead()
{
    if (m_format == OutputFormat::Json) {
        put(QByteArray("{\"schema\":1,\"" + m_plural.toUtf8() + "\":["));
        return;
    }
    QByteArray line;
    for (const TableColumn &column : m_columns)
        line += (line.isEmpty() ? "" : ",") + column.key.toUtf8();
    put(line + '\n');
}

void TableWriter::row(std::vector<Cell> cells)
{
    Q_ASSERT(cells.size() == m_columns.size());
    switch (m_format) {
    case OutputFormat::Csv:
        writeCsv(cells);
        break;
    case OutputFormat::Json:
        writeJson(cells);
        break;
    case OutputFormat::Plain:
        if (m_measured) {
            writePlain(cells);
        } else {
            m_waiting.push_back(std::move(cells));
            if (m_waiting.size() >= kMeasuredRows)
                flushMeasured();
        }
        break;
    }
}

void TableWriter::flushMeasured()
{
    m_widths.assign(m_columns.size(), 0);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_widths[i] = m_columns[i].title.size();
        for (const auto &cells : m_waiting)
            m_widths[i] = std::max(m_widths[i], printable(textOf(cells[i])).size());
    }
    m_measured = true;
    std::vector<Cell> titles;
    for (const TableColumn &column : m_columns)
        titles.emplace_back(column.title);
    writePlain(titles);
    for (const auto &cells : m_waiting)
        writePlain(cells);
    m_waiting.clear();
}

void TableWriter::writePlain(const std::vector<Cell> &cells)
{
    QString line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const QString text = printable(textOf(cells[i]));
        if (i > 0)
            line += QStringLiteral("  ");
        line += m_columns[i].right ? text.rightJustified(m_widths[i]) : text.leftJustified(m_widths[i]);
    }
    while (line.endsWith(u' '))
        line.chop(1);
    put(line.toUtf8() + '\n');
}

void TableWriter::writeCsv(const std::vector<Cell> &cells)
{
    QByteArray line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += ',';
        const QString text = textOf(cells[i]);
        line += isPlainNumber(text) ? text.toUtf8() : exporting::csvText(text);
    }
    put(line + '\n');
}

void TableWriter::writeJson(const std::vector<Cell> &cells)
{
    QJsonObject object;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (const auto *details = std::get_if<QJsonObject>(&cells[i])) {
            for (auto it = details->begin(); it != details->end(); ++it)
                object.insert(it.key(), it.value());
        } else {
            object.insert(m_columns[i].key, jsonOf(cells[i]));
        }
    }
    put((m_firstRow ? "\n" : ",\n") + QJsonDocument(object).toJson(QJsonDocument::Compact));
    m_firstRow = false;
}

bool TableWriter::finish()
{
    if (m_format == OutputFormat::Plain && !m_measured)
        flushMeasured();
    if (m_format == OutputFormat::Json)
        put("\n]}\n");
    return std::fflush(m_out) == 0 && !m_failed;
}

} // namespace tickmark::app
