// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportModel.h"

#include "SourceTexts.h"

#include <algorithm>
#include <utility>

namespace tickmark::tables {

namespace {

QString kindText(store::ImportKind kind)
{
    switch (kind) {
    case store::ImportKind::Bars:
        return ImportModel::tr("Quotes");
    case store::ImportKind::News:
        return ImportModel::tr("News");
    case store::ImportKind::Shares:
        return ImportModel::tr("Share counts");
    case store::ImportKind::Actions:
        return ImportModel::tr("Corporate actions");
    case store::ImportKind::Ticks:
        return ImportModel::tr("Ticks");
    case store::ImportKind::Sample:
        break;
    }
    return ImportModel::tr("Sample case");
}

bool isNumber(int column)
{
    return column >= ImportModel::Inserted && column <= ImportModel::Rejected;
}

} // namespace

ImportModel::ImportModel(core::Formats formats, core::ZoneRules zone, QObject *parent)
    : QAbstractTableModel(parent), m_formats(std::move(formats)), m_zone(std::move(zone))
{}

void ImportModel::setImports(std::vector<store::ImportRecord> imports)
{
    beginResetModel();
    m_imports = std::move(imports);
    endResetModel();
}

void ImportModel::setFormats(core::Formats formats, core::ZoneRules zone)
{
    m_formats = std::move(formats);
    m_zone = std::move(zone);
    if (!m_imports.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ImportModel::rowOf(qint64 importId) const
{
    const auto found = std::ranges::find(m_imports, importId, &store::ImportRecord::id);
    return found == m_imports.end() ? -1 : int(found - m_imports.begin());
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_imports.size());
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const store::ImportRecord &record = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(record, index.column());
    case Qt::ToolTipRole:
        return index.column() == Origin ? record.origin : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft)));
    case IdRole:
        return record.id;
    case UndoneRole:
        return record.undone.has_value();
    default:
        return {};
    }
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft)));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("Time");
    case Kind:
        return tr("Kind");
    case Origin:
        return tr("File or address");
    case Source:
        return tr("Source");
    case Inserted:
        return tr("New");
    case Replaced:
        return tr("Replaced");
    case Unchanged:
        return tr("Unchanged");
    case Rejected:
        return tr("Rejected");
    default:
        return tr("State");
    }
}

QString ImportModel::textOf(const store::ImportRecord &record, int column) const
{
    switch (column) {
    case When:
        return timeText(record.fetched);
    case Kind:
        return kindText(record.kind);
    case Origin:
        return record.origin;
    case Source:
        return sourceName(record.source, m_formats);
    case Inserted:
        return m_formats.count(record.totals.inserted);
    case Replaced:
        return m_formats.count(record.totals.replaced);
    case Unchanged:
        return m_formats.count(record.totals.unchanged);
    case Rejected:
        return m_formats.count(record.totals.rejected);
    default:
        return record.undone ? tr("undone on %1").arg(timeText(*record.undone)) : tr("in the database");
    }
}

QString ImportModel::timeText(core::Time time) const
{
    return tr("%1, %2", "date, clock time").arg(m_formats.date(m_zone.dateAt(time)), m_formats.clockTime(time, m_zone));
}

} // namespace tickmark::tables
