// SPDX-License-Identifier: GPL-3.0-or-later
#include "CheckTextModel.h"

#include "VerdictDelegate.h"
#include <claims/ClaimLabels.h>
#include <news/SafeText.h>

namespace tickmark::claimview {

namespace {

const QString kNothing = QStringLiteral("–");

} // namespace

CheckTextModel::CheckTextModel(QObject *parent) : QAbstractTableModel(parent) {}

void CheckTextModel::setBook(tables::ClaimBookPtr book)
{
    beginResetModel();
    m_book = std::move(book);
    endResetModel();
}

void CheckTextModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int CheckTextModel::rowOf(const store::ClaimKey &key, int before) const
{
    if (before < rowCount() && at(before).key() == key)
        return before;
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).key() == key)
            return row;
    }
    return -1;
}

int CheckTextModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_book ? 0 : int(m_book->claims().size());
}

int CheckTextModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CheckTextModel::textOf(const store::StoredClaim &stored, int column) const
{
    const auto orNothing = [](const QString &text) { return text.isEmpty() ? kNothing : text; };
    switch (column) {
    case Instrument:
        return orNothing(m_book->subjectLabel(stored));
    case Stated:
        return claims::statedWithHedge(stored.claim, m_locale);
    case Close:
        return orNothing(claims::closeAmount(stored.claim, *stored.verdict, m_locale));
    case Verdict:
        return claims::verdictWords(stored.claim, *stored.verdict, m_locale);
    default:
        break;
    }
    return {};
}

QVariant CheckTextModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const store::StoredClaim &stored = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(stored, index.column());
    case Qt::ToolTipRole: // as plain text: QToolTip guesses
        return index.column() == Verdict ? claims::verdictWords(stored.claim, *stored.verdict, m_locale)
                                         : news::visibleLine(stored.claim.text).toHtmlEscaped();
    case Qt::TextAlignmentRole: {
        const bool isNumber = index.column() == Stated || index.column() == Close;
        return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case kVerdictRole:
        return index.column() == Verdict ? QVariant(int(stored.verdict->code)) : QVariant();
    default:
        return {};
    }
}

QVariant CheckTextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == Stated || section == Close;
        return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Instrument:
        return tr("Instrument");
    case Stated:
        return tr("Claim");
    case Close:
        return tr("Close");
    case Verdict:
        return tr("Verdict");
    default:
        return {};
    }
}

} // namespace tickmark::claimview
