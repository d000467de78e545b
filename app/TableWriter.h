// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Price.h>

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdio>
#include <variant>
#include <vector>

namespace tickmark::app {

enum class OutputFormat { Plain, Csv, Json };

//! One value of a table: nothing, text, a whole number, an exact decimal (a string in JSON), a list, or further keys of
//! the row (JSON only).
using Cell = std::variant<std::monostate, QString, qint64, core::Price, QStringList, QJsonObject>;

//! Nothing for an empty text.
[[nodiscard]] inline Cell textCell(const QString &text)
{
    return text.isEmpty() ? Cell() : Cell(text);
}

struct TableColumn
{
    QString key;   //!< snake_case: the key in JSON, the head in CSV
    QString title; //!< translated: the head of a plain table
    bool right = false;
};

//! Writes rows to a stream as they come: an aligned table for people, CSV, or the JSON of the command line,
//! {"schema":1,"<plural>":[...]}. A plain table measures its first rows, then keeps the widths. One thread.
class TableWriter
{
public:
    //! `plural` names what the rows are, in JSON. `out` stays the caller's.
    TableWriter(std::FILE *out, OutputFormat format, QString plural, std::vector<TableColumn> columns);

    //! One cell per column.
    void row(std::vector<Cell> cells);
    //! True once the stream refused something: going on is of no use.
    [[nodiscard]] bool failed() const { return m_failed; }
    //! Writes what is left. False when the stream did not take everything (full disk, closed pipe).
    [[nodiscard]] bool finish();

private:
    static constexpr std::size_t kMeasuredRows = 500;

    void writeHead();
    void writePlain(const std::vector<Cell> &cells);
    void writeCsv(const std::vector<Cell> &cells);
    void writeJson(const std::vector<Cell> &cells);
    void flushMeasured();
    void put(const QByteArray &bytes);

    std::FILE *m_out;
    OutputFormat m_format;
    QString m_plural;
    std::vector<TableColumn> m_columns;
    std::vector<std::vector<Cell>> m_waiting; //!< plain rows until the widths are known
    std::vector<qsizetype> m_widths;
    bool m_measured = false;
    bool m_firstRow = true;
    bool m_failed = false;
};

} // namespace tickmark::app
