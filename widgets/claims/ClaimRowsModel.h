// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tables/ClaimBook.h>

#include <QAbstractTableModel>

#include <style/Appearance.h>

namespace tickmark::claimview {

//! The claims of one text in its order: whom each speaks of, what it says, what the close was, its verdict.
//! GUI thread. Owns a share of the book; goes stale with it.
class ClaimRowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Instrument, Stated, Measured, Verdict, ColumnCount };
    //! store::ClaimKey of the row, in any column.
    static constexpr int kKeyRole = Qt::UserRole;

    //! `appearance` outlives it.
    explicit ClaimRowsModel(const style::Appearance &appearance, QObject *parent = nullptr);

    //! A null book or an unknown item: no rows.
    void setClaims(const tables::ClaimBookPtr &book, qint64 newsId);
    [[nodiscard]] std::span<const store::StoredClaim> claims() const;
    [[nodiscard]] const tables::ClaimBookPtr &book() const { return m_book; }
    //! Valid until the next setClaims().
    [[nodiscard]] const store::StoredClaim &at(int row) const { return claims()[std::size_t(row)]; }
    //! -1 when it is not there. A text may state one twice: row `likely` where it is that one. Linear in the rows.
    [[nodiscard]] int rowOf(const store::ClaimKey &key, int likely = -1) const;
    //! Values and heads in the language and theme of the moment.
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const store::StoredClaim &claim, int column) const;

    const style::Appearance &m_appearance;
    tables::ClaimBookPtr m_book;
    qint64 m_newsId = 0;
};

} // namespace tickmark::claimview
