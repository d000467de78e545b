// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceModel.h"

#include <sources/providers/ProviderList.h>

#include <algorithm>
#include <utility>

namespace tickmark::tables {

using pipeline::SourceStatus;

SourceModel::SourceModel(core::Formats formats, core::ZoneRules zone, QObject *parent)
    : QAbstractTableModel(parent), m_formats(std::move(formats)), m_zone(std::move(zone))
{}

void SourceModel::setSources(std::vector<SourceStatus> sources, bool allPaused, core::Time now)
{
    m_now = now;
    m_allPaused = allPaused;
    const bool isSameList = std::ranges::equal(
        sources, m_sources, {}, [](const auto &one) { return one.setup.sourceId; },
        [](const auto &one) { return one.setup.sourceId; });
    if (isSameList) {
        m_sources = std::move(sources);
        showAgain();
        return;
    }
    beginResetModel();
    m_sources = std::move(sources);
    endResetModel();
}

void SourceModel::setNow(core::Time now)
{
    m_now = now;
    showAgain();
}

void SourceModel::setFormats(core::Formats formats, core::ZoneRules zone)
{
    m_formats = std::move(formats);
    m_zone = std::move(zone);
    showAgain();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void SourceModel::showAgain()
{
    if (!m_sources.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SourceModel::rowOf(qint64 sourceId) const
{
    const auto found = std::ranges::find(m_sources, sourceId,
                                         [](const SourceStatus &one) { return one.setup.sourceId; });
    return found == m_sources.end() ? -1 : int(found - m_sources.begin());
}

int SourceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sources.size());
}

int SourceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SourceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textOf(index.row(), index.column());
    case Qt::ToolTipRole:
        return tipOf(index.row(), index.column()).toHtmlEscaped();
    case IdRole:
        return at(index.row()).setup.sourceId;
    case StateRole:
        return int(stateOf(at(index.row()), m_allPaused));
    default:
        return {};
    }
}

QVariant SourceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Source");
    case Provider:
        return tr("Provider");
    case Subject:
        return tr("What is fetched");
    case Schedule:
        return tr("When");
    case LastRun:
        return tr("Last run");
    case NextRun:
        return tr("Next run");
    default:
        return tr("State");
    }
}

QString SourceModel::textOf(int row, int column) const
{
    const SourceStatus &source = at(row);
    switch (column) {
    case Name:
        return source.setup.name;
    case Provider: {
        const auto info = sources::providerInfo(source.setup.provider);
        return info ? info->title : source.setup.provider;
    }
    case Subject:
        return subjectText(source.setup);
    case Schedule:
        return scheduleText(source.setup.schedule);
    case LastRun:
        return source.lastRun ? nearTimeText(*source.lastRun, m_now, m_formats, m_zone) : QStringLiteral("–");
    case NextRun:
        return source.nextRun && !m_allPaused ? nearTimeText(*source.nextRun, m_now, m_formats, m_zone)
                                              : QStringLiteral("–");
    default:
        return stateText(source, m_allPaused, m_formats);
    }
}

QString SourceModel::tipOf(int row, int column) const
{
    const SourceStatus &source = at(row);
    switch (column) {
    case LastRun:
        return source.lastRun ? exactTimeText(*source.lastRun, m_formats, m_zone) : QString();
    case NextRun:
        return source.nextRun ? exactTimeText(*source.nextRun, m_formats, m_zone) : QString();
    case State:
        return errorSentence(source);
    default:
        return textOf(row, column);
    }
}

} // namespace tickmark::tables
