// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartTableModel.h"

#include <charts/BarColumns.h>
#include <charts/TableBars.h>
#include <core/ShownPrice.h>
#include <pipeline/BarHistories.h>

#include <QFont>

#include <algorithm>
#include <map>

namespace tickmark::desk {

namespace {

constexpr QChar kNone(0x2013); // a missing value

//! Why a bar is suspect, a sentence for each reason.
QStringList warningsOf(quint32 flags)
{
    constexpr std::pair<quint32, const char *> kSentences[] = {
        {core::kBarRangeBroken, QT_TRANSLATE_NOOP("tickmark::desk::ChartTableModel",
                                                  "The low is above the high, or open or close lie outside them.")},
        {core::kBarFlatWithoutVolume,
         QT_TRANSLATE_NOOP("tickmark::desk::ChartTableModel", "All four prices are equal and nothing was traded.")},
        {core::kBarJump,
         QT_TRANSLATE_NOOP("tickmark::desk::ChartTableModel", "A hundred times, or a hundredth of, the price before.")},
        {core::kBarOutsideCalendar,
         QT_TRANSLATE_NOOP("tickmark::desk::ChartTableModel", "The exchange was closed according to its calendar.")},
        {core::kBarDuplicate, QT_TRANSLATE_NOOP("tickmark::desk::ChartTableModel",
                                                "The file had this date more than once; the last value stands.")},
        {core::kBarRounded,
         QT_TRANSLATE_NOOP("tickmark::desk::ChartTableModel", "A price had more decimals than can be kept.")},
        {core::kBarNotPositive, QT_TRANSLATE_NOOP("tickmark::desk::ChartTableModel", "A price is zero or negative.")}};
    QStringList sentences;
    for (const auto &[flag, sentence] : kSentences) {
        if (flags & flag)
            sentences.append(ChartTableModel::tr(sentence));
    }
    return sentences;
}

} // namespace

ChartTableModel::ChartTableModel(const core::Formats &formats, QObject *parent)
    : QAbstractTableModel(parent), m_formats(formats)
{}

void ChartTableModel::setFormats(const core::Formats &formats)
{
    beginResetModel();
    m_formats = formats;
    endResetModel();
}

void ChartTableModel::setChart(std::shared_ptr<const charts::ChartPlan> plan, const charts::ChartContent &content,
                               int pane)
{
    beginResetModel();
    m_plan = std::move(plan);
    m_pane = std::size_t(pane);
    m_histories.clear();
    for (const charts::PlannedCurve &curve : m_plan->panes[m_pane].curves)
        m_histories.push_back(charts::tableBars(content.curves.at(curve.symbol), *m_plan));
    makeColumns();
    makeRows();
    sortRows();
    endResetModel();
}

void ChartTableModel::makeColumns()
{
    const charts::PlannedPane &pane = m_plan->panes[m_pane];
    m_columns = {{Value::When, 0}};
    const bool percent = pane.kind == charts::PaneKind::Price && charts::isRebased(pane.scale);
    for (std::size_t i = 0; i < pane.curves.size(); ++i) {
        std::vector<Value> values{pane.kind == charts::PaneKind::Volume ? Value::Volume : Value::Close};
        if (pane.curves.size() == 1)
            values = {Value::Open, Value::High, Value::Low, Value::Close, Value::Volume};
        if (percent)
            values.push_back(Value::Percent);
        for (const Value value : values)
            m_columns.push_back({value, i});
    }
}

//! Daily bars meet in their session. Beside intraday bars they stand at their close.
void ChartTableModel::makeRows()
{
    const core::SessionDate from = m_plan->spec.from;
    const core::SessionDate to = m_plan->spec.to;
    std::map<qint64, Row> rows;
    for (std::size_t i = 0; i < m_histories.size(); ++i) {
        const core::BarHistory &history = *m_histories[i];
        const bool daily = history.series.isDaily();
        const core::TimeRange times = pipeline::timesOf(*history.calendar, from, to);
        for (std::size_t bar = 0; bar < history.bars.size(); ++bar) {
            const core::Bar &value = history.bars[bar];
            if (daily ? value.session < from || to < value.session : !times.contains(value.start))
                continue;
            qint64 key = daily ? value.session.utcMidnight().ns : value.start.ns;
            if (daily && m_plan->intraday)
                key = core::barSpan(value, history.series, *history.calendar).end.ns;
            Row &row = rows[key];
            row.key = key;
            row.bars.resize(m_histories.size(), -1);
            row.bars[i] = int(bar);
            if (daily)
                row.session = value.session;
        }
    }
    m_rows.clear();
    for (auto &[key, row] : rows)
        m_rows.push_back(std::move(row));
}

void ChartTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0)
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<qint64> keys;
    for (const QModelIndex &index : before)
        keys.push_back(m_rows[std::size_t(index.row())].key);
    m_sortColumn = column;
    m_sortOrder = order;
    sortRows();
    QModelIndexList after;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto row = std::ranges::find(m_rows, keys[i], &Row::key) - m_rows.begin();
        after.append(index(int(row), before[qsizetype(i)].column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void ChartTableModel::sortRows()
{
    if (m_sortColumn >= int(m_columns.size()))
        m_sortColumn = 0;
    const bool descending = m_sortOrder == Qt::DescendingOrder;
    std::ranges::sort(m_rows, [&](const Row &a, const Row &b) { return descending ? b.key < a.key : a.key < b.key; });
    if (m_sortColumn == 0)
        return;
    const Column column = m_columns[std::size_t(m_sortColumn)];
    std::ranges::stable_sort(m_rows, [&](const Row &a, const Row &b) {
        const auto left = numberOf(a, column);
        const auto right = numberOf(b, column);
        if (!left || !right)
            return left.has_value() && !right; // what is missing comes last either way
        return descending ? *right < *left : *left < *right;
    });
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

const core::Bar *ChartTableModel::barOf(const Row &row, std::size_t curve) const
{
    const int bar = row.bars[curve];
    return bar < 0 ? nullptr : &m_histories[curve]->bars[std::size_t(bar)];
}

std::optional<double> ChartTableModel::numberOf(const Row &row, const Column &column) const
{
    const core::Bar *bar = barOf(row, column.curve);
    if (!bar)
        return std::nullopt;
    const core::Series &series = m_histories[column.curve]->series;
    const auto price = [&](qint64 units) { return core::toDouble({units, series.priceDecimals}); };
    switch (column.value) {
    case Value::When:
        return double(row.key);
    case Value::Open:
        return price(bar->open);
    case Value::High:
        return price(bar->high);
    case Value::Low:
        return price(bar->low);
    case Value::Close:
        return price(bar->close);
    case Value::Volume:
        return bar->volume ? std::optional(double(*bar->volume)) : std::nullopt;
    case Value::Percent:
        break;
    }
    const auto &base = m_plan->panes[m_pane].curves[column.curve].base;
    if (!base)
        return std::nullopt;
    return analysis::percentSince(base->close, {bar->close, series.priceDecimals});
}

QString ChartTableModel::whenOf(const Row &row) const
{
    if (row.session)
        return m_formats.date(*row.session);
    const core::Time time{row.key};
    const auto interval = tickInterval();
    const QString clock = interval && *interval % core::kNsPerMinute != 0 ? m_formats.exactClockTime(time, m_plan->zone)
                                                                          : m_formats.clockTime(time, m_plan->zone);
    return m_formats.date(m_plan->zone.dateAt(time)) + QStringLiteral("  ") + clock;
}

QString ChartTableModel::textOf(const Row &row, const Column &column) const
{
    if (column.value == Value::When)
        return whenOf(row);
    const core::Bar *bar = barOf(row, column.curve);
    const auto number = numberOf(row, column);
    if (!bar || !number)
        return kNone;
    const core::BarHistory &history = *m_histories[column.curve];
    const core::Series &series = history.series;
    const auto price = [&](qint64 units) {
        return m_formats.price(core::shownPrice({units, series.priceDecimals}, history.ownDecimals()));
    };
    switch (column.value) {
    case Value::Open:
        return price(bar->open);
    case Value::High:
        return price(bar->high);
    case Value::Low:
        return price(bar->low);
    case Value::Close:
        return price(bar->close);
    case Value::Volume:
        return m_formats.price({*bar->volume, series.sizeDecimals});
    default:
        return m_formats.signedNumber(*number, 2);
    }
}

QString ChartTableModel::provenanceOf(const Row &row, const Column &column) const
{
    const core::Bar *bar = column.value == Value::When ? nullptr : barOf(row, column.curve);
    if (!bar)
        return {};
    const core::BarHistory &history = *m_histories[column.curve];
    QStringList lines = warningsOf(bar->flags);
    if (row.session && !history.calendar->covers(*row.session))
        lines.append(tr("The calendar does not reach this date: it may have been a holiday."));
    lines.append(tr("Source: %1").arg(history.origins.join(QStringLiteral(", "))));
    return lines.join(u'\n');
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    const Column column = m_columns[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (column.value == Value::When ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return provenanceOf(row, column);
    case Qt::FontRole: {
        const core::Bar *bar = column.value == Value::When ? nullptr : barOf(row, column.curve);
        if (!bar || bar->flags == core::kBarPlausible)
            return {};
        QFont slanted; // a suspect value, whose tooltip says why
        slanted.setItalic(true);
        return slanted;
    }
    case KeyRole:
        return row.key;
    default:
        return {};
    }
}

QString ChartTableModel::headOf(const Column &column) const
{
    const charts::PlannedPane &pane = m_plan->panes[m_pane];
    const bool single = pane.curves.size() == 1;
    switch (column.value) {
    case Value::When:
        return m_plan->intraday ? tr("Time") : tr("Date");
    case Value::Open:
        //: first price of a session
        return tr("Open");
    case Value::High:
        return tr("High");
    case Value::Low:
        return tr("Low");
    case Value::Close:
        return single ? tr("Close") : pane.curves[column.curve].name;
    case Value::Volume:
        return single ? tr("Volume") : pane.curves[column.curve].name;
    case Value::Percent:
        break;
    }
    const charts::PlannedCurve &curve = pane.curves[column.curve];
    const QString date = curve.base ? m_formats.date(curve.base->session) : QString();
    //: %1: a date; head of a column of percent
    return single ? tr("% since %1").arg(date)
                  //: %1: an instrument, %2: a date; head of a column of percent
                  : tr("%1, % since %2").arg(curve.name, date);
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= int(m_columns.size()))
        return {};
    const Column column = m_columns[std::size_t(section)];
    if (role == Qt::DisplayRole)
        return headOf(column);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (column.value == Value::When ? Qt::AlignLeft : Qt::AlignRight));
    return {};
}

std::optional<qint64> ChartTableModel::tickInterval() const
{
    for (std::size_t i = 0; i < m_histories.size(); ++i) {
        if (m_plan->panes[m_pane].curves[i].ticks)
            return m_histories[i]->series.intervalNs;
    }
    return std::nullopt;
}

std::optional<ChartTableModel::BarPlace> ChartTableModel::dailyBarAt(const QModelIndex &index) const
{
    // The check itself complains of an index that says it is none.
    if (!index.isValid() || !checkIndex(index))
        return std::nullopt;
    const Row &row = m_rows[std::size_t(index.row())];
    const std::size_t curve = m_columns[std::size_t(index.column())].curve;
    const core::Bar *bar = barOf(row, curve);
    if (!bar || !m_histories[curve]->series.isDaily() || m_plan->panes[m_pane].curves[curve].ticks)
        return std::nullopt;
    return BarPlace{m_plan->panes[m_pane].curves[curve].symbol, bar->session};
}

} // namespace tickmark::desk
