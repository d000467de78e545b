// SPDX-License-Identifier: GPL-3.0-or-later
#include "PublisherSummaryModel.h"

#include <claims/ClaimLabels.h>
#include <news/SafeText.h>

#include <QCollator>

#include <algorithm>

namespace tickmark::tables {

namespace {

ClaimOutcome outcomeOfColumn(int column)
{
    switch (column) {
    case PublisherSummaryModel::Confirmed:
        return ClaimOutcome::Confirmed;
    case PublisherSummaryModel::DuringSession:
        return ClaimOutcome::DuringSession;
    case PublisherSummaryModel::OtherBasis:
        return ClaimOutcome::OtherBasis;
    case PublisherSummaryModel::Contradicted:
        return ClaimOutcome::Contradicted;
    default:
        return ClaimOutcome::NoData;
    }
}

//! The word that filters and charts use, too.
QString head(claims::VerdictCode code)
{
    QString word = claims::verdictCodeLabel(code);
    word[0] = word[0].toUpper();
    return word;
}

} // namespace

PublisherSummaryModel::PublisherSummaryModel(core::Formats formats, QObject *parent)
    : QAbstractTableModel(parent), m_formats(std::move(formats))
{}

void PublisherSummaryModel::setCounts(std::vector<PublisherCounts> counts)
{
    beginResetModel();
    m_counts = std::move(counts);
    sortRows();
    endResetModel();
}

void PublisherSummaryModel::setFormats(core::Formats formats)
{
    m_formats = std::move(formats);
    if (!m_counts.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void PublisherSummaryModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    beginResetModel();
    m_column = column;
    m_order = order;
    sortRows();
    endResetModel();
}

void PublisherSummaryModel::sortRows()
{
    QCollator collator{m_formats.locale()};
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::stable_sort(
        m_counts, [&](const QString &a, const QString &b) { return collator.compare(a, b) < 0; },
        &PublisherCounts::publisher);
    const bool isDescending = m_order == Qt::DescendingOrder;
    if (m_column == Publisher) {
        if (isDescending)
            std::ranges::reverse(m_counts);
        return;
    }
    const auto key = [&](const PublisherCounts &counts) -> double {
        if (m_column == Rate)
            return counts.rate().value_or(isDescending ? -1 : 2);
        return counts.count(outcomeOfColumn(m_column));
    };
    std::ranges::stable_sort(m_counts, [&](const PublisherCounts &a, const PublisherCounts &b) {
        return isDescending ? key(b) < key(a) : key(a) < key(b);
    });
}

int PublisherSummaryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_counts.size());
}

int PublisherSummaryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PublisherSummaryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PublisherCounts &counts = at(index.row());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (index.column() == Publisher ? Qt::AlignLeft : Qt::AlignRight)));
    if (role == Qt::ToolTipRole && index.column() == Rate)
        return counts.rate()
                   ? tr("%1 of %2 decided statements")
                         .arg(m_formats.count(counts.count(ClaimOutcome::Confirmed)), m_formats.count(counts.decided()))
                   : tr("A rate is shown from %n decided statements on.", nullptr, PublisherCounts::kLeastForRate);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Publisher:
        return news::visibleLine(counts.publisher);
    case Rate: {
        const auto rate = counts.rate();
        // a share of a whole has no sign
        return rate ? m_formats.signedPercent(*rate * 100, 0).remove(QLatin1Char('+')) : QStringLiteral("–");
    }
    default:
        return m_formats.count(counts.count(outcomeOfColumn(index.column())));
    }
}

QVariant PublisherSummaryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (section == Publisher ? Qt::AlignLeft : Qt::AlignRight)));
    if (role == Qt::ToolTipRole && section == Rate)
        return tr("Confirmed statements of those that quotes could decide");
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) // a narrow head is elided
        return {};
    switch (section) {
    case Publisher:
        return tr("Publisher");
    case Confirmed:
        return tr("Confirmed");
    case DuringSession:
        return tr("Only during the session");
    case OtherBasis:
        return head(claims::VerdictCode::OtherBasis);
    case Contradicted:
        return head(claims::VerdictCode::Contradicted);
    case NoData:
        return head(claims::VerdictCode::NoData);
    default:
        //: share of the confirmed statements
        return tr("Rate");
    }
}

} // namespace tickmark::tables
