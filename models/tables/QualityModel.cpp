// SPDX-License-Identifier: GPL-3.0-or-later
#include "QualityModel.h"

#include "QualityTexts.h"
#include <store/SearchText.h>

#include <QCollator>

#include <algorithm>
#include <set>
#include <utility>

namespace tickmark::tables {

using analysis::QualityFinding;

QualityModel::QualityModel(core::Formats formats, QObject *parent)
    : QAbstractTableModel(parent), m_formats(std::move(formats))
{}

void QualityModel::setReport(QualityReportPtr report)
{
    beginResetModel();
    m_report = std::move(report);
    findWords();
    m_rows = passing();
    endResetModel();
}

void QualityModel::setFilter(const QualityFilter &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    m_rows = passing();
    endResetModel();
}

//! Words and their order are others in another language.
void QualityModel::setFormats(core::Formats formats)
{
    beginResetModel();
    m_formats = std::move(formats);
    findWords();
    m_rows = passing();
    endResetModel();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void QualityModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    beginResetModel();
    m_column = column;
    m_order = order;
    m_rows = passing();
    endResetModel();
}

void QualityModel::findWords()
{
    m_words.clear();
    if (!m_report)
        return;
    for (const QualityFinding &finding : m_report->findings) {
        QString words;
        for (int column = 0; column < ColumnCount; ++column) {
            for (const QString &word : store::foldedWords(textOf(finding, column)))
                words += QLatin1Char(' ') + word;
        }
        m_words.push_back(std::move(words));
    }
}

//! In the order of the column; what is equal there stays in the order of the report, the worst first.
std::vector<std::size_t> QualityModel::passing() const
{
    std::vector<std::size_t> rows;
    const QStringList wanted = store::foldedWords(m_filter.text);
    for (std::size_t i = 0; m_report && i < m_report->findings.size(); ++i) {
        const bool hasKind = !m_filter.kind || m_report->findings[i].kind == *m_filter.kind;
        if (hasKind && std::ranges::all_of(wanted, [&](const QString &word) { return m_words[i].contains(word); }))
            rows.push_back(i);
    }
    const auto finding = [&](std::size_t row) -> const QualityFinding & { return m_report->findings[row]; };
    const auto sortBy = [&](const auto &isLess) {
        std::ranges::stable_sort(rows, [&](std::size_t a, std::size_t b) {
            return m_order == Qt::AscendingOrder ? isLess(a, b) : isLess(b, a);
        });
    };
    if (m_column == Severity) {
        sortBy([&](std::size_t a, std::size_t b) { return severityOf(finding(a).kind) > severityOf(finding(b).kind); });
    } else if (m_column == When) {
        sortBy([&](std::size_t a, std::size_t b) { return finding(a).runs.back().last < finding(b).runs.back().last; });
    } else {
        QCollator collator(m_formats.locale());
        collator.setNumericMode(true);
        sortBy([&](std::size_t a, std::size_t b) {
            return collator.compare(textOf(finding(a), m_column), textOf(finding(b), m_column)) < 0;
        });
    }
    return rows;
}

std::vector<analysis::QualityKind> QualityModel::kinds() const
{
    std::set<analysis::QualityKind> kinds;
    if (m_report) {
        for (const QualityFinding &finding : m_report->findings)
            kinds.insert(finding.kind);
    }
    return {kinds.begin(), kinds.end()};
}

int QualityModel::rowOf(const QualityFinding &finding) const
{
    // Two sources that disagree are the same two when the other one is preferred.
    const auto seriesIn = [](const QualityFinding &one) {
        const qint64 other = one.otherSeries ? one.otherSeries->id : one.series.id;
        return std::pair(std::min(one.series.id, other), std::max(one.series.id, other));
    };
    const auto isSame = [&](std::size_t row) {
        const QualityFinding &one = m_report->findings[row];
        return one.kind == finding.kind && seriesIn(one) == seriesIn(finding)
               && one.runs.front().first == finding.runs.front().first;
    };
    const auto found = std::ranges::find_if(m_rows, isSame);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int QualityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int QualityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant QualityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QualityFinding &finding = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(finding, index.column());
    case Qt::ToolTipRole: // cells may be elided
        return QStringLiteral("<p>%1</p>").arg(qualitySentence(finding, m_formats).toHtmlEscaped());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | Qt::AlignLeft));
    case kSeverityRole:
        return index.column() == Severity ? QVariant(int(severityOf(finding.kind))) : QVariant();
    default:
        return {};
    }
}

QVariant QualityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Severity:
        //: head of a column: how serious a finding is
        return tr("Severity");
    case Instrument:
        return tr("Instrument");
    case Kind:
        return tr("Finding");
    case When:
        return tr("Sessions");
    case What:
        //: head of a column: what was found, in a few words
        return tr("What");
    default:
        return tr("Source");
    }
}

QString QualityModel::textOf(const QualityFinding &finding, int column) const
{
    switch (column) {
    case Severity:
        return qualitySeverityText(severityOf(finding.kind));
    case Instrument:
        return finding.symbol;
    case Kind:
        return qualityKindText(finding.kind);
    case When:
        return qualityWhen(finding, m_formats);
    case What:
        return qualityWhat(finding, m_formats);
    default:
        return seriesText(finding.series, m_formats);
    }
}

} // namespace tickmark::tables
