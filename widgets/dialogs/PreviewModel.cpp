// SPDX-License-Identifier: GPL-3.0-or-later
#include "PreviewModel.h"

#include "ImportTexts.h"

#include <algorithm>

namespace tickmark::dialogs {

PreviewModel::PreviewModel(const style::Appearance &appearance, QObject *parent)
    : QAbstractTableModel(parent), m_appearance(appearance)
{}

void PreviewModel::setPreview(const ImportPreview &preview)
{
    qsizetype fields = qsizetype(preview.profile.columns.size());
    for (const PreviewRow &row : preview.rows)
        fields = std::max(fields, row.cells.size());
    beginResetModel();
    m_preview = preview;
    m_fields = int(fields);
    endResetModel();
}

void PreviewModel::showAgain()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_preview.rows.size());
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstField + m_fields;
}

bool PreviewModel::isUsed(int column) const
{
    if (isList(m_preview.readAs))
        return true;
    const auto field = std::size_t(column - FirstField);
    if (field >= m_preview.profile.columns.size())
        return false;
    const sources::ColumnRole role = m_preview.profile.columns[field].role;
    return role != sources::ColumnRole::Ignored && role != sources::ColumnRole::AdjustedClose
           && role != sources::ColumnRole::Turnover;
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PreviewRow &row = m_preview.rows[std::size_t(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        if (column == Line)
            return m_appearance.formats().count(row.line);
        if (column == Result)
            return readAsText(row, m_preview.isDaily, m_appearance.formats(), m_appearance.zone());
        return row.cells.value(column - FirstField);
    case Qt::ForegroundRole:
        if (row.rejected && column == Result)
            return m_appearance.theme().down;
        if (row.flags != core::kBarPlausible && column == Result)
            return m_appearance.theme().contradicted;
        if (column == Line || (column >= FirstField && (row.rejected || !isUsed(column))))
            return m_appearance.theme().secondary;
        return {};
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (column == Line ? Qt::AlignRight : Qt::AlignLeft)));
    case Qt::ToolTipRole:
        return column == Line ? QVariant() : data(index, Qt::DisplayRole);
    default:
        return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    if (section == Line)
        return m_preview.readAs == ReadAs::News ? tr("No.") : tr("Line no.");
    if (section == Result)
        return m_preview.readAs == ReadAs::News ? tr("Published") : tr("Read as");
    const auto field = std::size_t(section - FirstField);
    if (field < m_preview.profile.columns.size()) {
        const sources::CsvColumn &column = m_preview.profile.columns[field];
        if (!column.symbol.isEmpty() && column.symbol != column.name)
            return tr("%1 of %2", "name of a column, instrument").arg(column.name, column.symbol);
        if (!column.name.isEmpty())
            return column.name;
    }
    return tr("Column %1").arg(section - FirstField + 1);
}

} // namespace tickmark::dialogs
