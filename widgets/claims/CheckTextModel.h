// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tables/ClaimBook.h>

#include <QAbstractTableModel>
#include <QLocale>

namespace tickmark::claimview {

//! The claims of one text in its order, with what the quotes say: one row each. Shares its book; GUI thread.
class CheckTextModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Instrument, Stated, Close, Verdict, ColumnCount };

    explicit CheckTextModel(QObject *parent = nullptr);

    //! Null: no claims.
    void setBook(tables::ClaimBookPtr book);
    void setLocale(const QLocale &locale);
    //! Valid until the next setBook().
    [[nodiscard]] const store::StoredClaim &at(int row) const { return m_book->claims()[std::size_t(row)]; }
    //! The row of a claim that the book before had in row `before`; -1: it has gone. A text may state it twice.
    [[nodiscard]] int rowOf(const store::ClaimKey &key, int before) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString textOf(const store::StoredClaim &stored, int column) const;

    tables::ClaimBookPtr m_book;
    QLocale m_locale;
};

} // namespace tickmark::claimview
