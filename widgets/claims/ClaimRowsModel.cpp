// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimRowsModel.h"

#include "VerdictDelegate.h"
#include <claims/ClaimLabels.h>
#include <news/SafeText.h>
#include <tables/ClaimStatement.h>
#include <tables/ClaimTableModel.h>

namespace tickmark::claimview {

using tables::isDismissed;

ClaimRowsModel::ClaimRowsModel(const style::Appearance &appearance, QObject *parent)
    : QAbstractTableModel(parent), m_appearance(appearance)
{}

void ClaimRowsModel::setClaims(const tables::ClaimBookPtr &book, qint64 newsId)
{
    beginResetModel();
    m_book = book;
    m_newsId = newsId;
    endResetModel();
}

std::span<const store::StoredClaim> ClaimRowsModel::claims() const
{
    return m_book ? m_book->ofNews(m_newsId) : std::span<const store::StoredClaim>();
}

int ClaimRowsModel::rowOf(const store::ClaimKey &key, int likely) const
{
    const auto all = claims();
    if (likely >= 0 && likely < rowCount() && at(likely).key() == key)
        return likely;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].key() == key)
            return int(i);
    }
    return -1;
}

void ClaimRowsModel::refresh()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (const int rows = rowCount(); rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(rows - 1, ColumnCount - 1));
}

int ClaimRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(claims().size());
}

int ClaimRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ClaimRowsModel::text(const store::StoredClaim &claim, int column) const
{
    const QLocale &locale = m_appearance.formats().locale();
    const QString dash(QChar(0x2013));
    switch (column) {
    case Instrument: {
        const QString label = m_book->subjectLabel(claim);
        return label.isEmpty() ? dash : label;
    }
    case Stated:
        return claims::statedWithHedge(claim.claim, locale);
    case Measured: {
        const QString amount = claim.verdict ? claims::measuredAmount(claim.claim, *claim.verdict, locale) : QString();
        return amount.isEmpty() ? dash : amount;
    }
    default:
        return tables::ClaimTableModel::verdictText(claim, locale);
    }
}

QVariant ClaimRowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const store::StoredClaim &claim = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(claim, index.column());
    case Qt::ToolTipRole: // a cell may be elided, and would take markup for such
        return (index.column() == Stated ? news::visibleLine(claim.claim.text) : text(claim, index.column()))
            .toHtmlEscaped();
    case Qt::TextAlignmentRole: {
        const bool isAmount = index.column() == Stated || index.column() == Measured;
        return QVariant::fromValue((isAmount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case Qt::ForegroundRole:
        return isDismissed(claim) || !claim.verdict ? m_appearance.theme().placeholder : m_appearance.theme().text;
    case kVerdictRole:
        if (index.column() == Verdict && claim.verdict && !isDismissed(claim))
            return int(claim.verdict->code);
        return {};
    case kKeyRole:
        return QVariant::fromValue(claim.key());
    default:
        return {};
    }
}

QVariant ClaimRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isAmount = section == Stated || section == Measured;
        return QVariant::fromValue((isAmount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Instrument:
        return tr("Instrument");
    case Stated:
        //: head of a column: what a text states
        return tr("Claim");
    case Measured:
        //: head of a column: what a stated number was held against
        return tr("Measured");
    case Verdict:
        return tr("Verdict");
    default:
        return {};
    }
}

} // namespace tickmark::claimview
