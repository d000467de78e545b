// SPDX-License-Identifier: GPL-3.0-or-later
#include "RejectModel.h"

#include "ImportTexts.h"

namespace tickmark::dialogs {

RejectModel::RejectModel(const style::Appearance &appearance, QObject *parent)
    : QAbstractTableModel(parent), m_appearance(appearance)
{}

void RejectModel::setRejects(std::vector<pipeline::ImportReject> rejects)
{
    beginResetModel();
    m_rejects = std::move(rejects);
    endResetModel();
}

void RejectModel::showAgain()
{
    if (!m_rejects.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int RejectModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rejects.size());
}

int RejectModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RejectModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const pipeline::ImportReject &reject = m_rejects[std::size_t(index.row())];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (index.column() == Line ? Qt::AlignRight : Qt::AlignLeft)));
    if (role != Qt::DisplayRole && (role != Qt::ToolTipRole || index.column() == Line))
        return {};
    switch (index.column()) {
    case Line:
        return m_appearance.formats().count(reject.line);
    case Reason:
        return rejectTextOf(reject);
    default:
        return reject.excerpt;
    }
}

QVariant RejectModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Line:
        return tr("Line no.");
    case Reason:
        return tr("Reason");
    case Excerpt:
        return tr("Row");
    default:
        return {};
    }
}

} // namespace tickmark::dialogs
