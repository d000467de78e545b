// SPDX-License-Identifier: GPL-3.0-or-later
#include "PaneFrame.h"

#include "DrawnItem.h"

#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsLineItem>
#include <QGraphicsScene>
#include <QLegend>

#include <algorithm>
#include <cmath>

namespace tickmark::charts {

namespace {

//! An axis in px: our own ticks, of whatever scale, become grid lines on exactly the rows and columns we chose.
QCategoryAxis *pixelAxis(const std::vector<double> &lines, double length, const QPen &pen)
{
    auto *axis = new QCategoryAxis; // the chart takes it
    axis->setRange(0, length);
    // A category axis draws a line where its first category starts, and where each one ends; one that ends outside keeps
    // a lone line alive.
    axis->setStartValue(lines.empty() ? 2 * length : lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i)
        axis->append(QString::number(i), lines[i]);
    axis->append(QStringLiteral("end"), 3 * length);
    axis->setLabelsVisible(false);
    axis->setLineVisible(false);
    axis->setGridLineVisible(true);
    axis->setGridLinePen(pen);
    return axis;
}

//! A category axis also draws a line at either end of its range, which would frame the plot: our plots are open.
void hideOuterLines(QChart &chart, const QRectF &plot)
{
    const auto isAt = [](double a, double b) { return std::abs(a - b) < 0.01; };
    for (QGraphicsItem *item : chart.childItems()) {
        for (QGraphicsItem *part : item->childItems()) {
            const auto *line = qgraphicsitem_cast<QGraphicsLineItem *>(part);
            if (!line)
                continue;
            const QLineF ends = line->line();
            const bool outerRow = isAt(ends.y1(), ends.y2())
                                  && (isAt(ends.y1(), plot.top()) || isAt(ends.y1(), plot.bottom()));
            const bool outerColumn = isAt(ends.x1(), ends.x2())
                                     && (isAt(ends.x1(), plot.left()) || isAt(ends.x1(), plot.right()));
            if (outerRow || outerColumn)
                part->hide();
        }
    }
}

} // namespace

void addPaneFrame(QGraphicsScene &scene, const PaneFrame &frame, const ChartTheme &theme)
{
    auto *chart = new QChart; // the scene takes it
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->legend()->hide();
    chart->setMargins(QMargins());
    chart->setZValue(double(PaintOrder::Frame));
    scene.addItem(chart);

    const QPen pen(theme.grid, frame.lineWidth, Qt::SolidLine, Qt::FlatCap);
    std::vector<double> rows;
    for (const double y : frame.rows)
        rows.push_back(frame.plot.bottom() - y);
    std::ranges::sort(rows);
    std::vector<double> columns;
    for (const double x : frame.columns)
        columns.push_back(x - frame.plot.left());
    chart->addAxis(pixelAxis(rows, frame.plot.height(), pen), Qt::AlignLeft);
    chart->addAxis(pixelAxis(columns, frame.plot.width(), pen), Qt::AlignBottom);
    chart->setPlotArea(frame.plot.translated(-frame.area.topLeft()));
    chart->setGeometry(frame.area);
    chart->layout()->activate();
    hideOuterLines(*chart, chart->plotArea());
}

} // namespace tickmark::charts
