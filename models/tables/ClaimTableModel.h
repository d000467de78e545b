// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimTable.h"
#include <core/Formats.h>
#include <core/ZoneRules.h>

#include <QAbstractTableModel>

namespace tickmark::tables {

//! The claims of a store that a filter lets pass, sorted by a column. GUI thread; its rows are indexes into a ClaimTable,
//! found in one walk per filter; the text of a cell is made when it is asked for. Goes stale with the table: whoever shows it
//! sets a new one.
class ClaimTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    //! The code of the verdict, an int; none for what is not checked yet or dismissed.
    static constexpr int kVerdictRole = 0x0100 + 64; // Qt::UserRole + 64

    ClaimTableModel(core::Formats formats, core::ZoneRules zone, QObject *parent = nullptr);

    //! Null: no claims. Filter and order stay.
    void setTable(ClaimTablePtr table);
    [[nodiscard]] const ClaimTablePtr &table() const { return m_table; }
    //! Resets the rows when others pass than before.
    void setFilter(const ClaimFilter &filter);
    [[nodiscard]] const ClaimFilter &filter() const { return m_filter; }
    //! Shows everything again: also for a change of language.
    void setFormats(core::Formats formats, core::ZoneRules zone);

    [[nodiscard]] const store::StoredClaim &claimAt(int row) const
    {
        return m_table->claimAt(m_rows[std::size_t(row)]);
    }
    [[nodiscard]] const ClaimNews &newsAt(int row) const { return m_table->newsAt(m_rows[std::size_t(row)]); }
    //! Invalid when it is not shown. One walk.
    [[nodiscard]] QModelIndex indexOf(const store::ClaimKey &key, int column = 0) const;
    //! What is shown, in its order: rows of table().
    [[nodiscard]] const std::vector<int> &rows() const { return m_rows; }
    //! Of those the ones that count for a publisher, as for `tickmark check`: what one item says twice is one statement.
    [[nodiscard]] const std::vector<int> &statements() const { return m_statements; }
    //! Claims that were not dismissed, filtered or not.
    [[nodiscard]] int countAll() const { return m_all; }
    //! In words, as all tables of claims say it: also that it is dismissed, not checked yet, corrected.
    [[nodiscard]] static QString verdictText(const store::StoredClaim &claim, const QLocale &locale);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    [[nodiscard]] QString textOf(int row, ClaimColumn column) const;
    void showRows(std::vector<int> rows);
    [[nodiscard]] QString sessionText(const store::StoredClaim &claim) const;
    [[nodiscard]] QVariant toolTip(int row, ClaimColumn column) const;

    core::Formats m_formats;
    core::ZoneRules m_zone;
    ClaimTablePtr m_table;
    ClaimFilter m_filter;
    ClaimColumn m_column = ClaimColumn::Published;
    Qt::SortOrder m_order = Qt::DescendingOrder;
    std::vector<int> m_sorted; //!< all rows of m_table
    std::vector<int> m_rows;   //!< those that pass
    std::vector<int> m_statements;
    int m_all = 0;
};

} // namespace tickmark::tables
