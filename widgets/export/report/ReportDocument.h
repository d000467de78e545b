// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartPlan.h>
#include <claims/Judge.h>

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

//! A report in words, before it has pages: what both of its formats are written from. Plain values. All texts are in the
//! report's language and safe to be shown; nothing in them is markup.
namespace tickmark::report {

//! Words of one look. A shape stands before them, and does not part from them.
struct Span
{
    QString text;
    bool isStrong = false;
    bool isSecondary = false;
    std::optional<claims::VerdictCode> shape{};
    QString link{}; //!< http(s), or empty
};

//! Runs on and is broken into as many lines as it needs.
using Paragraph = std::vector<Span>;

struct Cell
{
    std::vector<Paragraph> paragraphs;
    int ring = 0; //!< a headline's number, in a ring; 0: none
};

struct Row
{
    std::vector<Cell> cells;        //!< one per column
    std::vector<Paragraph> below{}; //!< across all columns but the first, under the cells
    bool isHead =
        false; //!< stands above the rows that follow, as what they have in common; only its first cell, across
               //!< the columns that are left
};

struct Column
{
    QString head;     //!< all empty: the table has no head
    double width = 0; //!< px; of what is left over each column with a `share` has its part
    double share = 0;
    bool isNumber = false; //!< ends at its right edge
};

struct Table
{
    std::vector<Column> columns;
    std::vector<Row> rows;
    bool isDense = false; //!< on paper, rows stand close, and a line is only where the next head row comes
};

struct Heading
{
    QString text;
    bool isMain = true; //!< of a section; else of a part of it
    bool newPage = false;
};

struct Passage
{
    Paragraph text;
    bool isSmall = false;
    bool keepWithNext = false; //!< says what comes next
};

struct Chart
{
    std::shared_ptr<const charts::ChartPlan> plan;
    QString description;      //!< for readers who do not see it
    bool hasNotes = true;     //!< what comes next is about it alone
    std::vector<int> numbers; //!< of the plan's headlines in the report, ascending; 0: not listed
    bool isLow = false;       //!< see Section
};

using Block = std::variant<Heading, Passage, Table, Chart>;

struct ReportDocument
{
    QString language;
    QString title;
    QString subtitle;
    std::vector<Paragraph> lead; //!< below the subtitle
    std::vector<Block> blocks;
    int chartCount = 0;
    qint64 headlines = 0;
    qint64 statements = 0;
    QString continued;   //!< behind a heading that stands again on another page: "(continued)"
    QStringList leftOut; //!< a sentence for everything that was asked for and could not be shown
};

} // namespace tickmark::report
