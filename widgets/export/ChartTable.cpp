// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartTable.h"

#include <analysis/Rebase.h>
#include <charts/BarColumns.h>
#include <charts/TableBars.h>
#include <core/ShownPrice.h>

#include <algorithm>
#include <cstdlib>
#include <map>

namespace tickmark::exporting {

namespace {

bool isInView(const core::Bar &bar, const core::BarHistory &history, const charts::ChartPlan &plan)
{
    const core::SessionDate date = charts::sessionOf(bar, history);
    return plan.days.front().date <= date && date <= plan.days.back().date;
}

} // namespace

ChartTable::ChartTable(const ChartJob &job)
{
    for (const charts::PlannedPane &pane : job.plan->panes) {
        for (const charts::PlannedCurve &curve : pane.curves)
            m_columns.push_back({&curve, charts::tableBars(job.content.curves.at(curve.symbol), *job.plan),
                                 pane.kind == charts::PaneKind::Volume});
    }
    // Session dates and UTC times sort as text, also among each other.
    std::map<std::string, Row> rows;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const core::BarHistory &history = *m_columns[i].bars;
        const bool daily = history.series.isDaily();
        m_daily = m_daily && daily;
        for (const core::Bar &bar : history.bars) {
            if (!isInView(bar, history, *job.plan))
                continue;
            Row &row = rows[daily ? bar.session.iso() : core::isoTime(bar.start)];
            row.bars.resize(m_columns.size(), nullptr);
            row.bars[i] = &bar;
            if (daily)
                row.date = bar.session;
            else
                row.time = bar.start;
        }
    }
    for (auto &[key, row] : rows) {
        if (m_offset == 0 && row.time)
            m_offset = job.plan->zone.offsetAt(*row.time);
        m_rows.push_back(std::move(row));
    }
}

QStringList ChartTable::heads(const charts::Translator &words, qint64 offset) const
{
    const auto say = [&](const char *source) { return words.text("ChartTable", source); };
    //: column head
    QStringList heads{m_daily ? say(QT_TRANSLATE_NOOP("ChartTable", "date"))
                              //: column head; %1 is an offset from UTC
                              : say(QT_TRANSLATE_NOOP("ChartTable", "time (%1)")).arg(utcOffset(offset))};
    for (const Column &column : m_columns) {
        QString name = column.curve->symbol;
        if (column.curve->series.field == core::QuoteField::Bid || column.curve->series.field == core::QuoteField::Ask)
            name += u' ' + core::fieldCode(column.curve->series.field);
        if (column.curve->series.kind == core::SeriesKind::Simulated)
            //: %1 is a symbol whose quotes are simulated
            name = say(QT_TRANSLATE_NOOP("ChartTable", "%1 (simulated)")).arg(name);
        //: column heads; %1 is a symbol
        heads.append((column.volume ? say(QT_TRANSLATE_NOOP("ChartTable", "%1 volume"))
                                    : say(QT_TRANSLATE_NOOP("ChartTable", "%1 close")))
                         .arg(name));
        if (!column.hasPercent())
            continue;
        const core::SessionDate base = column.curve->base->session;
        //: column head; %1 is a symbol, %2 the date of the close that counts as 0 %
        heads.append(say(QT_TRANSLATE_NOOP("ChartTable", "%1 % since %2 close"))
                         .arg(name, words.language().isEmpty() ? QString::fromStdString(base.iso())
                                                               : core::Formats(words.language()).date(base)));
    }
    return heads;
}

core::Price ChartTable::close(const Column &column, const core::Bar &bar) const
{
    return core::shownPrice({bar.close, column.bars->series.priceDecimals}, column.bars->ownDecimals());
}

double ChartTable::percent(const Column &column, const core::Bar &bar) const
{
    return analysis::percentSince(column.curve->base->close, {bar.close, column.bars->series.priceDecimals});
}

std::optional<core::Price> ChartTable::volume(const Column &column, const core::Bar &bar) const
{
    if (!bar.volume)
        return std::nullopt;
    return core::Price{*bar.volume, column.bars->series.sizeDecimals};
}

QString utcOffset(qint64 offsetNs)
{
    const qint64 minutes = std::abs(offsetNs) / core::kNsPerMinute;
    return QStringLiteral("UTC%1%2:%3")
        .arg(offsetNs < 0 ? QLatin1Char('-') : QLatin1Char('+'))
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

} // namespace tickmark::exporting
