// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartFormat.h"
#include "CsvCell.h"
#include <analysis/Rebase.h>
#include <charts/BarColumns.h>
#include <charts/TableBars.h>
#include <core/ShownPrice.h>

#include <QCoreApplication>
#include <QIODevice>

#include <algorithm>
#include <map>

namespace tickmark::exporting {

namespace {

//! One curve's part of the table.
struct Column
{
    const charts::PlannedCurve *curve = nullptr;
    std::shared_ptr<const core::BarHistory> bars;
    bool volume = false;
};

//! Session date of daily bars, start of intraday ones: both sort and read as text.
QByteArray keyOf(const core::Bar &bar, const core::BarHistory &history)
{
    return QByteArray::fromStdString(history.series.isDaily() ? bar.session.iso() : core::isoTime(bar.start));
}

bool isInView(const core::Bar &bar, const core::BarHistory &history, const charts::ChartPlan &plan)
{
    const core::SessionDate date = charts::sessionOf(bar, history);
    return plan.days.front().date <= date && date <= plan.days.back().date;
}

QByteArray plain(core::Price price)
{
    return QByteArray::fromStdString(core::toPlainText(price));
}

std::vector<Column> columnsOf(const ChartJob &job)
{
    std::vector<Column> columns;
    for (const charts::PlannedPane &pane : job.plan->panes) {
        for (const charts::PlannedCurve &curve : pane.curves)
            columns.push_back({&curve, charts::tableBars(job.content.curves.at(curve.symbol), *job.plan),
                               pane.kind == charts::PaneKind::Volume});
    }
    return columns;
}

//! As elsewhere in a table that programs read, in English whatever the language.
QString nameOf(const charts::PlannedCurve &curve)
{
    QString name = curve.symbol;
    if (curve.series.field == core::QuoteField::Bid || curve.series.field == core::QuoteField::Ask)
        name += u' ' + core::fieldCode(curve.series.field);
    if (curve.series.kind == core::SeriesKind::Simulated)
        name += QStringLiteral(" (simulated)");
    return name;
}

QByteArrayList headOf(const std::vector<Column> &columns, bool daily)
{
    QByteArrayList head{daily ? "date" : "time"};
    for (const Column &column : columns) {
        const QString symbol = nameOf(*column.curve);
        head.append(csvText(symbol + (column.volume ? QStringLiteral(" volume") : QStringLiteral(" close"))));
        if (column.curve->base)
            head.append(csvText(QStringLiteral("%1 % since %2 close")
                                    .arg(symbol, QString::fromStdString(column.curve->base->session.iso()))));
    }
    return head;
}

//! The cells of one bar: close and percent, or volume.
QByteArrayList cellsOf(const Column &column, const core::Bar &bar)
{
    const core::Series &series = column.bars->series;
    if (column.volume)
        return {bar.volume ? plain({*bar.volume, series.sizeDecimals}) : QByteArray()};
    const core::Price close{bar.close, series.priceDecimals};
    QByteArrayList cells{plain(core::shownPrice(close, column.bars->ownDecimals()))};
    if (column.curve->base)
        cells.append(csvNumber(analysis::percentSince(column.curve->base->close, close), 4));
    return cells;
}

} // namespace

core::Result<ExportReport> writeCsv(const ChartJob &job, QIODevice &device)
{
    const std::vector<Column> columns = columnsOf(job);
    std::map<QByteArray, std::vector<const core::Bar *>> rows;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (const core::Bar &bar : columns[i].bars->bars) {
            if (!isInView(bar, *columns[i].bars, *job.plan))
                continue;
            auto &row = rows[keyOf(bar, *columns[i].bars)];
            row.resize(columns.size(), nullptr);
            row[i] = &bar;
        }
    }
    const bool daily = std::ranges::all_of(columns, [](const Column &one) { return one.bars->series.isDaily(); });
    QByteArray table = headOf(columns, daily).join(',') + "\r\n";
    for (const auto &[key, bars] : rows) {
        QByteArrayList cells{key};
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const int width = !columns[i].volume && columns[i].curve->base ? 2 : 1;
            if (bars[i])
                cells.append(cellsOf(columns[i], *bars[i]));
            else
                cells.append(QByteArrayList(width));
        }
        table += cells.join(',') + "\r\n";
    }
    if (device.write(table) != table.size())
        return core::failure(core::ErrorCode::Io,
                             QCoreApplication::translate("Export", "The table could not be written."),
                             device.errorString());
    return ExportReport{};
}

} // namespace tickmark::exporting
