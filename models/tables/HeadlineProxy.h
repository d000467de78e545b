// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "HeadlineFilter.h"
#include "HeadlineModel.h"

#include <QAbstractProxyModel>

#include <vector>

namespace tickmark::tables {

//! The headlines that a filter lets pass, in the order of the model. GUI thread; one walk over the rows per filter, none
//! when it is painted. A headline that is read while "unread only" is on stays until the filter is set again, so that
//! nothing vanishes under the reader's eyes.
class HeadlineProxy : public QAbstractProxyModel
{
    Q_OBJECT

public:
    //! `model` outlives it.
    explicit HeadlineProxy(HeadlineModel &model, QObject *parent = nullptr);

    //! Resets the rows when others pass than before.
    void setFilter(const HeadlineFilter &filter);
    [[nodiscard]] const HeadlineFilter &filter() const { return m_filter; }
    //! Shown rows published inside `range`; a look-up, because rows are in order of time.
    [[nodiscard]] int countWithin(core::TimeRange range) const;
    //! Invalid when it is not shown.
    [[nodiscard]] QModelIndex indexOf(qint64 newsId) const;
    [[nodiscard]] const Headline &headlineAt(int row) const;

    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;

private:
    [[nodiscard]] std::vector<int> passingRows() const;
    void forwardData(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);

    HeadlineModel &m_model;
    HeadlineFilter m_filter;
    std::vector<int> m_rows; //!< of the model, ascending
};

} // namespace tickmark::tables
