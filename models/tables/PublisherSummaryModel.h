// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PublisherSummary.h"
#include <core/Formats.h>

#include <QAbstractTableModel>

namespace tickmark::tables {

//! Publishers and how their statements came out, sorted by a column. GUI thread; holds values only, goes stale with the
//! claims: whoever shows it sets new ones.
class PublisherSummaryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Publisher, Confirmed, DuringSession, OtherBasis, Contradicted, NoData, Rate, ColumnCount };

    explicit PublisherSummaryModel(core::Formats formats, QObject *parent = nullptr);

    void setCounts(std::vector<PublisherCounts> counts);
    //! Shows everything again: also for a change of language.
    void setFormats(core::Formats formats);
    //! In the order of the rows.
    [[nodiscard]] const std::vector<PublisherCounts> &counts() const { return m_counts; }
    [[nodiscard]] const PublisherCounts &at(int row) const { return m_counts[std::size_t(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    //! Without a rate: last, whatever the order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    void sortRows();

    core::Formats m_formats;
    std::vector<PublisherCounts> m_counts;
    int m_column = Publisher;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace tickmark::tables
