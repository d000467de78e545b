// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadlineModel.h"

namespace tickmark::tables {

namespace {

QString inWords(const QList<HeadlineVerdict> &verdicts)
{
    QStringList lines;
    for (const HeadlineVerdict &verdict : verdicts)
        lines.append(verdict.words);
    return lines.join(u'\n');
}

} // namespace

void HeadlineModel::setHeadlines(std::vector<Headline> headlines)
{
    beginResetModel();
    m_headlines = std::move(headlines);
    m_rows.clear();
    m_rows.reserve(qsizetype(m_headlines.size()));
    for (size_t row = 0; row < m_headlines.size(); ++row)
        m_rows.insert(m_headlines[row].item.id, int(row));
    noteVerdicts();
    endResetModel();
}

void HeadlineModel::setVerdicts(HeadlineVerdicts verdicts)
{
    m_verdicts = std::move(verdicts);
    noteVerdicts();
    if (!m_headlines.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {JudgedRole, VerdictsRole, Qt::AccessibleDescriptionRole});
}

void HeadlineModel::noteVerdicts()
{
    for (Headline &headline : m_headlines)
        headline.verdicts = m_verdicts.codes(headline.item.id);
}

const Headline *HeadlineModel::find(qint64 newsId) const
{
    const auto row = rowOf(newsId);
    return row ? &m_headlines[size_t(*row)] : nullptr;
}

std::optional<int> HeadlineModel::rowOf(qint64 newsId) const
{
    const auto found = m_rows.constFind(newsId);
    return found == m_rows.constEnd() ? std::nullopt : std::optional<int>(*found);
}

void HeadlineModel::markRead(const std::vector<qint64> &newsIds, bool read)
{
    int first = rowCount();
    int last = -1;
    for (const qint64 id : newsIds) {
        const auto row = rowOf(id);
        if (!row || m_headlines[size_t(*row)].isRead == read)
            continue;
        m_headlines[size_t(*row)].isRead = read;
        first = std::min(first, *row);
        last = std::max(last, *row);
    }
    if (last >= 0)
        Q_EMIT dataChanged(index(first), index(last), {ReadRole});
}

int HeadlineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headlines.size());
}

QVariant HeadlineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Headline &headline = m_headlines[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case TitleRole:
        return headline.title;
    case IdRole:
        return headline.item.id;
    case PublisherRole:
        return headline.item.publisher;
    case PublishedRole:
        return headline.item.published.ns;
    case LanguageRole:
        return headline.item.language;
    case LinkRole:
        return headline.item.link;
    case InstrumentsRole:
        return QVariant::fromValue(headline.instruments);
    case ReadRole:
        return headline.isRead;
    case ExcerptRole:
        return headline.item.excerpt;
    case JudgedRole:
        return !headline.verdicts.isEmpty();
    case VerdictsRole:
        return QVariant::fromValue(m_verdicts.of(headline.item.id));
    case Qt::AccessibleDescriptionRole:
        return inWords(m_verdicts.of(headline.item.id));
    default:
        return {};
    }
}

QHash<int, QByteArray> HeadlineModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {IdRole, "id"},
            {TitleRole, "title"},         {PublisherRole, "publisher"},
            {PublishedRole, "published"}, {LanguageRole, "language"},
            {LinkRole, "link"},           {InstrumentsRole, "instruments"},
            {ReadRole, "read"},           {ExcerptRole, "excerpt"},
            {JudgedRole, "judged"},       {VerdictsRole, "verdicts"}};
}

} // namespace tickmark::tables
