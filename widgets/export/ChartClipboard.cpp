// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartClipboard.h"

#include "ChartTable.h"
#include <charts/ChartFonts.h>

#include <QDateTime>

#include <utility>

namespace tickmark::exporting {

namespace {

constexpr int kPercentDecimals = 2;

//! A table as rows of cells; the first is the head.
class TableCells
{
public:
    TableCells(const ChartTable &table, const charts::ChartPlan &plan) : m_table(table), m_plan(plan) {}

    QList<QStringList> rows() const
    {
        QList<QStringList> rows{m_table.heads(m_plan.texts.translator(), m_table.clockOffset())};
        for (const ChartTable::Row &row : m_table.rows())
            rows.append(cells(row));
        return rows;
    }

private:
    QString time(const ChartTable::Row &row) const
    {
        if (row.date)
            return m_plan.texts.formats().date(*row.date);
        const qint64 local = row.time->ns + m_table.clockOffset();
        return QDateTime::fromMSecsSinceEpoch(local / 1'000'000, Qt::UTC)
            .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    }

    QStringList cells(const ChartTable::Row &row) const
    {
        const core::Formats &formats = m_plan.texts.formats();
        QStringList cells{time(row)};
        for (std::size_t i = 0; i < m_table.columns().size(); ++i) {
            const ChartTable::Column &column = m_table.columns()[i];
            const core::Bar *bar = row.bars[i];
            const auto volume = bar && column.volume ? m_table.volume(column, *bar) : std::nullopt;
            cells.append(bar && !column.volume ? formats.price(m_table.close(column, *bar))
                         : volume              ? formats.price(*volume)
                                               : QString());
            if (column.hasPercent())
                cells.append(bar ? formats.signedNumber(m_table.percent(column, *bar), kPercentDecimals) : QString());
        }
        return cells;
    }

    const ChartTable &m_table;
    const charts::ChartPlan &m_plan;
};

QString htmlOf(const QList<QStringList> &rows)
{
    QString html = QStringLiteral("<table>");
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString cell = i == 0 ? QStringLiteral("<th>%1</th>") : QStringLiteral("<td align=\"right\">%1</td>");
        html += QStringLiteral("<tr>");
        for (const QString &text : rows[i])
            html += cell.arg(text.toHtmlEscaped());
        html += QStringLiteral("</tr>\n");
    }
    return html + QStringLiteral("</table>");
}

//! With "-" for minus, as programs read it.
QString tabbed(const QList<QStringList> &rows)
{
    QString text;
    for (const QStringList &row : rows)
        text += row.join(u'\t').replace(QChar(0x2212), u'-') + u'\n';
    return text;
}

} // namespace

core::Result<EncodePictures> drawForClipboard(const charts::ChartSpec &spec, const charts::ChartContent &content,
                                              const ExportOptions &options)
{
    const auto png = drawChart(spec, content, options, QStringLiteral("png"));
    if (!png)
        return tl::unexpected(png.error());
    const auto svg = drawChart(spec, content, options, QStringLiteral("svg"));
    if (!svg)
        return tl::unexpected(svg.error());
    return [png = *png, svg = *svg]() -> core::Result<ClipboardChart> {
        auto bitmap = png.encode();
        if (!bitmap)
            return tl::unexpected(bitmap.error());
        auto drawing = svg.encode();
        if (!drawing)
            return tl::unexpected(drawing.error());
        ClipboardChart chart;
        chart.image = QImage::fromData(*bitmap, "PNG");
        chart.png = std::move(*bitmap);
        chart.svg = std::move(*drawing);
        return chart;
    };
}

core::Result<> tabulateForClipboard(const charts::ChartSpec &spec, const charts::ChartContent &content,
                                    ClipboardChart &chart)
{
    charts::loadChartFonts();
    const auto plan = charts::ChartPlan::make(spec, content);
    if (!plan)
        return tl::unexpected(plan.error());
    const ExportOptions options;
    const ChartTable table(ChartJob{*plan, content, options});
    const QList<QStringList> rows = TableCells(table, **plan).rows();
    chart.html = htmlOf(rows);
    chart.text = tabbed(rows);
    return {};
}

std::unique_ptr<QMimeData> mimeData(const ClipboardChart &chart)
{
    auto data = std::make_unique<QMimeData>();
    data->setImageData(chart.image);
    data->setData(QStringLiteral("image/png"), chart.png);
    data->setData(QStringLiteral("image/svg+xml"), chart.svg);
    data->setHtml(chart.html);
    data->setText(chart.text);
    return data;
}

} // namespace tickmark::exporting
