// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareTableModel.h"

#include "CompareTexts.h"
#include "VerdictDelegate.h"
#include <claims/ClaimLabels.h>
#include <news/SafeText.h>

#include <algorithm>

namespace tickmark::claimview {

namespace {

bool isNumber(int column)
{
    return column >= CompareTableModel::Claim && column <= CompareTableModel::Off;
}

//! As many as the most exact claim states, within reason.
int statedDecimals(const tables::ClaimTopic &topic)
{
    constexpr int kMost = 6;
    int decimals = 2;
    for (const tables::TopicNumber &number : topic.numbers) {
        int needed = 0;
        for (double step = 2 * number.first->claim.lowHalfUnit; step > 0 && step < 0.99 && needed < kMost; step *= 10)
            ++needed;
        decimals = std::max(decimals, needed);
    }
    return decimals;
}

} // namespace

CompareTableModel::CompareTableModel(core::Formats formats, core::ZoneRules zone, QObject *parent)
    : QAbstractTableModel(parent), m_formats(std::move(formats)), m_zone(std::move(zone))
{}

void CompareTableModel::setTopic(const tables::ClaimTopic *topic, tables::ClaimBookPtr book)
{
    beginResetModel();
    m_topic = topic;
    m_book = std::move(book);
    m_divisor = 1;
    m_decimals = 0;
    if (topic && topic->measure == tables::TopicMeasure::Value) {
        m_divisor = amountDivisor(topic->computed.value_or(topic->claims.front().stated.value_or(0)));
        m_decimals = 1;
    } else if (topic) {
        m_decimals = statedDecimals(*topic);
    }
    endResetModel();
}

void CompareTableModel::setFormats(core::Formats formats, core::ZoneRules zone)
{
    m_formats = std::move(formats);
    m_zone = std::move(zone);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

bool CompareTableModel::isNeeded(Column column) const
{
    if (column == Converted)
        return m_topic && m_topic->measure == tables::TopicMeasure::Value;
    if (column == Against)
        return m_topic && std::ranges::any_of(m_topic->claims, &tables::TopicClaim::isAtRange);
    return true;
}

QString CompareTableModel::onAxis(double amount) const
{
    return m_formats.number((m_topic->isLoss ? -amount : amount) / m_divisor, m_decimals);
}

int CompareTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_topic ? 0 : int(m_topic->claims.size());
}

int CompareTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CompareTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const tables::TopicClaim &member = m_topic->claims[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(member, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft)));
    case Qt::ToolTipRole: // may be cut
        return index.column() == Publisher ? QVariant(textOf(member, Publisher).toHtmlEscaped()) : QVariant();
    case kVerdictRole:
        return index.column() == Verdict ? QVariant(int(member.claim->verdict->code)) : QVariant();
    default:
        return {};
    }
}

QString CompareTableModel::textOf(const tables::TopicClaim &member, int column) const
{
    const store::StoredClaim &claim = *member.claim;
    const tables::ClaimNews &news = m_book->newsOf(claim);
    switch (column) {
    case Publisher:
        return news::visibleLine(news.publisher);
    case Published:
        return QStringLiteral("%1 %2").arg(m_formats.date(m_zone.dateAt(news.published)),
                                           m_formats.clockTime(news.published, m_zone));
    case Claim:
        return claims::statedWithHedge(claim.claim, m_formats.locale());
    case Interval:
        return intervalText(claim.claim, *m_topic, m_formats);
    case Converted:
        return member.stated ? onAxis(*member.stated) : QString();
    case Off:
        return member.off
                   ? m_formats.signedNumber((m_topic->isLoss ? -*member.off : *member.off) / m_divisor, m_decimals)
                   : QString();
    case Against:
        return measuredLabel(*m_topic, member, m_formats);
    default:
        break;
    }
    if (claim.verdict->code == claims::VerdictCode::Contradicted)
        return claims::verdictCodeLabel(claim.verdict->code); // by how much stands beside it
    return claims::verdictWords(claim.claim, *claim.verdict, m_formats.locale());
}

QVariant CompareTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft)));
    return role == Qt::DisplayRole ? headOf(section) : QVariant();
}

QString CompareTableModel::headOf(int column) const
{
    const QString unit = m_topic ? axisUnit(m_topic->unit, m_divisor, m_formats) : QString();
    switch (column) {
    case Publisher:
        return tr("Publisher");
    case Published:
        return tr("Published");
    case Claim:
        return tr("Claim");
    case Interval:
        //: what the words of a claim leave open
        return tr("Interval");
    case Converted:
        //: the stated number in the unit of the comparison: "in bn USD"
        return tr("in %1").arg(unit);
    case Off:
        if (m_topic && m_topic->measure == tables::TopicMeasure::Percent)
            return tr("Difference (pp)", "percentage points");
        //: %1: a unit
        return tr("Difference (%1)").arg(unit);
    case Against:
        //: what a number is measured against: the close, the low
        return tr("Basis");
    default:
        return tr("Verdict");
    }
}

} // namespace tickmark::claimview
