// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimTableModel.h"

#include "ClaimStatement.h"
#include <claims/ClaimLabels.h>
#include <claims/Explanation.h>
#include <news/SafeText.h>

#include <algorithm>

namespace tickmark::tables {

namespace {

bool isNumber(ClaimColumn column)
{
    return column == ClaimColumn::Claim || column == ClaimColumn::Measured;
}

//! Of any length, on lines of its own.
QString richToolTip(const QString &text)
{
    return QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

//! What is missing is an en dash.
QString orDash(const QString &text)
{
    return text.isEmpty() ? QString(QChar(0x2013)) : text;
}

} // namespace

ClaimTableModel::ClaimTableModel(core::Formats formats, core::ZoneRules zone, QObject *parent)
    : QAbstractTableModel(parent), m_formats(std::move(formats)), m_zone(std::move(zone))
{}

void ClaimTableModel::setTable(ClaimTablePtr table)
{
    beginResetModel();
    m_table = std::move(table);
    m_sorted = m_table ? m_table->sorted(m_column, m_order) : std::vector<int>();
    showRows(m_table ? m_table->passing(m_filter, m_sorted) : std::vector<int>());
    m_all = m_table ? int(m_table->passing({}, m_sorted).size()) : 0;
    endResetModel();
}

void ClaimTableModel::setFilter(const ClaimFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    if (!m_table)
        return;
    std::vector<int> rows = m_table->passing(m_filter, m_sorted);
    if (rows == m_rows)
        return;
    beginResetModel();
    showRows(std::move(rows));
    endResetModel();
}

void ClaimTableModel::showRows(std::vector<int> rows)
{
    m_rows = std::move(rows);
    m_statements = m_table ? m_table->statements(m_rows) : std::vector<int>();
}

void ClaimTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kClaimColumns)
        return;
    m_column = ClaimColumn(column);
    m_order = order;
    if (!m_table)
        return;
    beginResetModel();
    m_sorted = m_table->sorted(m_column, m_order);
    showRows(m_table->passing(m_filter, m_sorted));
    endResetModel();
}

void ClaimTableModel::setFormats(core::Formats formats, core::ZoneRules zone)
{
    m_formats = std::move(formats);
    m_zone = std::move(zone);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kClaimColumns - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kClaimColumns - 1);
}

QModelIndex ClaimTableModel::indexOf(const store::ClaimKey &key, int column) const
{
    const auto found = std::ranges::find_if(m_rows, [&](int row) { return m_table->claimAt(row).key() == key; });
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()), column);
}

int ClaimTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ClaimTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kClaimColumns;
}

QVariant ClaimTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = ClaimColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return orDash(textOf(index.row(), column));
    case Qt::ToolTipRole:
        return toolTip(index.row(), column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft)));
    case kVerdictRole: {
        const store::StoredClaim &claim = claimAt(index.row());
        const bool hasShape = column == ClaimColumn::Verdict && claim.verdict && !isDismissed(claim);
        return hasShape ? QVariant(int(claim.verdict->code)) : QVariant();
    }
    default:
        return {};
    }
}

QVariant ClaimTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kClaimColumns)
        return QAbstractTableModel::headerData(section, orientation, role);
    const auto column = ClaimColumn(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft)));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case ClaimColumn::Verdict:
        return tr("Verdict");
    case ClaimColumn::Instrument:
        return tr("Instrument");
    case ClaimColumn::Claim:
        //: head of a column: the number that a text states
        return tr("Claim");
    case ClaimColumn::Measured:
        //: head of a column: what a stated number was held against
        return tr("Measured");
    case ClaimColumn::Session:
        return tr("Session");
    case ClaimColumn::Publisher:
        return tr("Publisher");
    case ClaimColumn::Published:
        return tr("Published");
    case ClaimColumn::Kind:
        return tr("Kind");
    case ClaimColumn::Headline:
        break;
    }
    return tr("Headline");
}

QString ClaimTableModel::textOf(int row, ClaimColumn column) const
{
    const store::StoredClaim &claim = claimAt(row);
    const ClaimNews &news = newsAt(row);
    switch (column) {
    case ClaimColumn::Verdict:
        return verdictText(claim, m_formats.locale());
    case ClaimColumn::Instrument:
        return m_table->book().subjectLabel(claim);
    case ClaimColumn::Claim:
        return claims::statedWithHedge(claim.claim, m_formats.locale());
    case ClaimColumn::Measured:
        return claim.verdict ? claims::measuredAmount(claim.claim, *claim.verdict, m_formats.locale()) : QString();
    case ClaimColumn::Session:
        return sessionText(claim);
    case ClaimColumn::Publisher:
        return news::visibleLine(news.publisher);
    case ClaimColumn::Published:
        return QStringLiteral("%1 %2").arg(m_formats.date(m_zone.dateAt(news.published)),
                                           m_formats.clockTime(news.published, m_zone));
    case ClaimColumn::Kind:
        return claims::kindLabel(claim.claim.kind);
    case ClaimColumn::Headline:
        break;
    }
    return news.title;
}

QString ClaimTableModel::verdictText(const store::StoredClaim &claim, const QLocale &locale)
{
    if (isDismissed(claim))
        //: of a claim: the user said that it is none
        return tr("dismissed");
    if (!claim.verdict)
        //: in place of a verdict
        return tr("not checked yet");
    const QString words = claims::verdictWords(claim.claim, *claim.verdict, locale);
    //: %1: a verdict; the user has corrected the claim
    return claim.correction ? tr("%1, corrected").arg(words) : words;
}

QString ClaimTableModel::sessionText(const store::StoredClaim &claim) const
{
    const auto session = sessionOf(claim);
    if (!session)
        return {};
    const int sessions = claim.verdict ? claim.verdict->sessions.count : 1;
    const QString date = m_formats.date(*session);
    //: %1: the last of several sessions
    return sessions > 1 ? tr("%1 (%n sessions)", nullptr, sessions).arg(date) : date;
}

QVariant ClaimTableModel::toolTip(int row, ClaimColumn column) const
{
    const store::StoredClaim &claim = claimAt(row);
    switch (column) {
    case ClaimColumn::Verdict: // the cell may be elided
        if (claim.verdict && !isDismissed(claim))
            return richToolTip(verdictText(claim, m_formats.locale()) + QStringLiteral(". ")
                               + claims::explanation(claim.claim, *claim.verdict, m_formats.locale()));
        [[fallthrough]];
    case ClaimColumn::Measured:
        return claim.verdict ? richToolTip(claims::explanation(claim.claim, *claim.verdict, m_formats.locale()))
                             : QVariant();
    case ClaimColumn::Instrument: {
        const NamedInstrument *instrument = m_table->book().instrument(claim.claim.subject.instrumentId);
        return instrument ? richToolTip(instrument->name) : QVariant();
    }
    case ClaimColumn::Claim:
        return richToolTip(news::visibleLine(claim.claim.text));
    case ClaimColumn::Headline:
        return richToolTip(newsAt(row).title);
    case ClaimColumn::Session:
        return richToolTip(sessionText(claim));
    case ClaimColumn::Publisher:
        return richToolTip(news::visibleLine(newsAt(row).publisher));
    case ClaimColumn::Published:
    case ClaimColumn::Kind:
        break;
    }
    return {};
}

} // namespace tickmark::tables
