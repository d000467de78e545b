// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PageFlow.h"
#include "ReportDocument.h"
#include <charts/ChartMetrics.h>
#include <charts/ChartStack.h>
#include <charts/ChartTheme.h>

#include <QSizeF>
#include <QString>

#include <memory>

class QPainter;

namespace tickmark::report {

struct TextStyle;

//! A4, px at 96 dpi.
inline constexpr QSizeF kPageSize(210 / 25.4 * 96, 297 / 25.4 * 96);

//! Sizes of the parts of a chart in a report, whose lines are shorter than those of a page of its own.
[[nodiscard]] charts::ChartMetrics reportMetrics();
//! Width and height of a chart there.
[[nodiscard]] QSizeF chartSize(const Chart &chart);

//! The chart in that height, as wide as the lines of a report. GUI thread.
[[nodiscard]] core::Result<std::unique_ptr<charts::ChartStack>> stackOf(const Chart &chart, double height);

//! A report on pages: where everything stands, and how it is drawn. GUI thread; charts::loadChartFonts() comes before.
class ReportPages
{
public:
    explicit ReportPages(std::shared_ptr<const ReportDocument> document);

    [[nodiscard]] int count() const { return int(m_pages.size()); }
    //! What stands where, px below the top of the page's text.
    [[nodiscard]] const std::vector<FlowItem> &items() const { return m_items; }
    [[nodiscard]] const std::vector<FlowPage> &pages() const { return m_pages; }
    //! Draws a page, from 0, with its top left corner at (0, 0). InvalidInput for a chart that finds no room.
    core::Result<> paint(QPainter &painter, int page) const;

private:
    struct PlacedChart
    {
        std::size_t item = 0;
        const Chart *chart = nullptr; //!< of the document
    };

    void fill();
    //! True when there is something that no notes say yet.
    bool noteUnwritten();
    void addTitle();
    void add(const Heading &heading);
    void add(const Passage &passage);
    void add(const Table &table);
    void add(const Chart &chart);
    void addRow(const Table &table, const Row &row, const std::vector<double> &lefts, const std::vector<double> &widths,
                bool isRuled);
    void addHeadRow(const Table &table, const Row &row);
    //! What stands above the rows of a table on its further pages. Its index.
    std::size_t addContinued(Paragraph words, const TextStyle &style);
    void addColumnHeads(const Table &table, const std::vector<double> &lefts, const std::vector<double> &widths);
    void paintMargins(QPainter &painter, int page) const;

    std::shared_ptr<const ReportDocument> m_document;
    charts::ChartTheme m_theme;
    std::vector<FlowItem> m_items;
    std::vector<FlowPage> m_pages;
    int m_tables = 0;
    QString m_heading;                //!< the last one
    std::vector<std::size_t> m_above; //!< of the row that comes next, see FlowItem::above
    std::size_t m_tableAbove = 0;     //!< how many of them are of the whole table
    std::vector<PlacedChart> m_charts;
    std::vector<QStringList> m_unsaid; //!< by chart: what its notes have to say, see ChartStack::unwritten()
    QStringList m_unwritten;           //!< of the chart that was added last
    std::size_t m_headings = 0;        //!< items up to the main heading that was met last; 0: a part has come since
};

} // namespace tickmark::report
