// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareTopicModel.h"

#include "CompareTexts.h"
#include <claims/ClaimLabels.h>

#include <algorithm>

namespace tickmark::claimview {

using tables::ClaimTopic;
using tables::TopicNumber;

namespace {

constexpr std::size_t kSpokenNumbers = 12; // of a topic, by a screen reader; the table has them all

} // namespace

bool TopicFilter::matches(const ClaimTopic &topic) const
{
    return (subject.isEmpty() || topic.subject == subject) && (!code || topic.count(*code) > 0)
           && (!severalOnly || topic.claims.size() > 1);
}

CompareTopicModel::CompareTopicModel(core::Formats formats, QObject *parent)
    : QAbstractListModel(parent), m_formats(std::move(formats))
{}

void CompareTopicModel::setTopics(SessionTopicsPtr topics, std::optional<core::SessionDate> session)
{
    beginResetModel();
    m_topics = std::move(topics);
    m_all = nullptr;
    if (m_topics && session) {
        if (const auto found = m_topics->find(*session); found != m_topics->end())
            m_all = &found->second;
    }
    chooseRows();
    endResetModel();
}

void CompareTopicModel::setFilter(const TopicFilter &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    chooseRows();
    endResetModel();
}

void CompareTopicModel::chooseRows()
{
    m_rows.clear();
    for (std::size_t i = 0; i < all().size(); ++i) {
        if (m_filter.matches(all()[i]))
            m_rows.push_back(i);
    }
}

void CompareTopicModel::setFormats(core::Formats formats)
{
    m_formats = std::move(formats);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const std::vector<ClaimTopic> &CompareTopicModel::all() const
{
    static const std::vector<ClaimTopic> none;
    return m_all ? *m_all : none;
}

int CompareTopicModel::rowOf(const ClaimTopic &topic) const
{
    const auto found = std::ranges::find(m_rows, std::size_t(&topic - all().data()));
    return found != m_rows.end() ? int(found - m_rows.begin()) : -1;
}

int CompareTopicModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CompareTopicModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ClaimTopic &topic = topicAt(index.row());
    if (role == Qt::DisplayRole)
        return topic.subject;
    if (role != Qt::AccessibleTextRole)
        return {};
    QStringList parts{topic.subject, measureLabel(topic.measure), computedLabel(topic, m_formats)};
    for (const TopicNumber &number : topic.numbers) {
        if (parts.size() > qsizetype(kSpokenNumbers))
            break;
        parts.append(tr("%1: %2", "a stated number and its verdict")
                         .arg(claims::statedNumber(number.first->claim, m_formats.locale()),
                              claims::verdictCodeLabel(number.code)));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace tickmark::claimview
