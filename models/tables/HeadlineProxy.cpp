// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadlineProxy.h"

#include <algorithm>

namespace tickmark::tables {

HeadlineProxy::HeadlineProxy(HeadlineModel &model, QObject *parent) : QAbstractProxyModel(parent), m_model(model)
{
    setSourceModel(&model);
    connect(&model, &HeadlineModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&model, &HeadlineModel::modelReset, this, [this] {
        m_rows = passingRows();
        endResetModel();
    });
    connect(&model, &HeadlineModel::dataChanged, this, &HeadlineProxy::forwardData);
    m_rows = passingRows();
}

void HeadlineProxy::setFilter(const HeadlineFilter &filter)
{
    m_filter = filter;
    std::vector<int> rows = passingRows();
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int HeadlineProxy::countWithin(core::TimeRange range) const
{
    const auto published = [this](int row) { return m_model.headlines()[size_t(row)].item.published; };
    // newest first: those at or after the end come first, then those inside
    const auto first = std::ranges::partition_point(m_rows, [&](int row) { return published(row) >= range.end; });
    const auto last = std::partition_point(first, m_rows.end(), [&](int row) { return published(row) >= range.begin; });
    return int(last - first);
}

QModelIndex HeadlineProxy::indexOf(qint64 newsId) const
{
    const auto row = m_model.rowOf(newsId);
    return row ? mapFromSource(m_model.index(*row)) : QModelIndex();
}

const Headline &HeadlineProxy::headlineAt(int row) const
{
    return m_model.headlines()[size_t(m_rows[size_t(row)])];
}

QModelIndex HeadlineProxy::mapToSource(const QModelIndex &index) const
{
    return index.isValid() && index.row() < rowCount() ? m_model.index(m_rows[size_t(index.row())]) : QModelIndex();
}

QModelIndex HeadlineProxy::mapFromSource(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const auto found = std::ranges::lower_bound(m_rows, index.row());
    return found != m_rows.end() && *found == index.row() ? createIndex(int(found - m_rows.begin()), 0) : QModelIndex();
}

QModelIndex HeadlineProxy::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex HeadlineProxy::parent(const QModelIndex &) const
{
    return {};
}

int HeadlineProxy::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HeadlineProxy::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

std::vector<int> HeadlineProxy::passingRows() const
{
    std::vector<int> rows;
    const std::vector<Headline> &headlines = m_model.headlines();
    for (size_t row = 0; row < headlines.size(); ++row) {
        if (m_filter.accepts(headlines[row]))
            rows.push_back(int(row));
    }
    return rows;
}

void HeadlineProxy::forwardData(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    const auto begin = std::ranges::lower_bound(m_rows, first.row());
    const auto end = std::ranges::upper_bound(m_rows, last.row());
    if (begin < end)
        Q_EMIT dataChanged(index(int(begin - m_rows.begin()), 0), index(int(end - m_rows.begin()) - 1, 0), roles);
}

} // namespace tickmark::tables
