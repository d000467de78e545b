// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareTopicModel.h"

#include "CompareTexts.h"
#include <claims/ClaimLabels.h>

#include <algorithm>

namespace tickmark::claimview {

using tables::ClaimTopic;
using tables::TopicClaim;

CompareTopicModel::CompareTopicModel(core::Formats formats, QObject *parent)
    : QAbstractListModel(parent), m_formats(std::move(formats))
{}

void CompareTopicModel::setTopics(std::vector<ClaimTopic> topics)
{
    beginResetModel();
    m_topics = std::move(topics);
    endResetModel();
}

void CompareTopicModel::setFormats(core::Formats formats)
{
    m_formats = std::move(formats);
    if (!m_topics.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

std::vector<StatedNumber> CompareTopicModel::numbersOf(int row) const
{
    std::vector<StatedNumber> numbers;
    for (const TopicClaim &member : m_topics[std::size_t(row)].claims) {
        const StatedNumber number{member.claim->verdict->code,
                                  claims::statedNumber(member.claim->claim, m_formats.locale())};
        const auto same = std::ranges::find_if(
            numbers, [&](const StatedNumber &other) { return other.code == number.code && other.text == number.text; });
        if (same == numbers.end())
            numbers.push_back(number);
        else
            ++same->times;
    }
    return numbers;
}

int CompareTopicModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_topics.size());
}

QVariant CompareTopicModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ClaimTopic &topic = m_topics[std::size_t(index.row())];
    if (role == Qt::DisplayRole)
        return topic.subject;
    if (role != Qt::AccessibleTextRole)
        return {};
    QStringList parts{topic.subject, measureLabel(topic.measure), computedLabel(topic, m_formats)};
    for (const StatedNumber &number : numbersOf(index.row()))
        parts.append(
            tr("%1: %2", "a stated number and its verdict").arg(number.text, claims::verdictCodeLabel(number.code)));
    return parts.join(QStringLiteral(", "));
}

} // namespace tickmark::claimview
