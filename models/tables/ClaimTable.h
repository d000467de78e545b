// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimFilter.h"

#include <QStringList>

#include <array>
#include <vector>

namespace tickmark::tables {

enum class ClaimColumn { Verdict, Instrument, Claim, Measured, Session, Publisher, Published, Kind, Headline };
inline constexpr int kClaimColumns = 9;

//! The claims of a book made ready to be sorted and searched: one row per claim in the book's order, for each column its
//! rank among all rows, and the words to search. Immutable; made on any thread, then read on the GUI thread. About a
//! tenth of a second to make per ten thousand claims; goes stale with the book.
class ClaimTable
{
public:
    //! Texts are ordered as `language` orders them. `book` is not null.
    ClaimTable(ClaimBookPtr book, const QString &language);

    [[nodiscard]] const ClaimBook &book() const { return *m_book; }
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] const store::StoredClaim &claimAt(int row) const { return m_book->claims()[std::size_t(row)]; }
    [[nodiscard]] const ClaimNews &newsAt(int row) const { return *m_rows[std::size_t(row)].news; }

    //! All rows in the order of a column; equal ones, newest first. O(n).
    [[nodiscard]] std::vector<int> sorted(ClaimColumn column, Qt::SortOrder order) const;
    //! Those of `rows` that pass, in their order. One walk.
    [[nodiscard]] std::vector<int> passing(const ClaimFilter &filter, const std::vector<int> &rows) const;
    //! Of `rows` the first of each statement (see StatementNumbers), in their order. One walk.
    [[nodiscard]] std::vector<int> statements(const std::vector<int> &rows) const;

    //! Instruments of the store that any claim speaks of, by label.
    [[nodiscard]] const std::vector<NamedInstrument> &instruments() const { return m_instruments; }
    //! Of any claim, sorted.
    [[nodiscard]] const QStringList &publishers() const { return m_publishers; }

private:
    struct Row
    {
        const ClaimNews *news = nullptr; //!< of m_book
        QString words;                   //!< folded, each with a blank before it
        int statement = 0;               //!< its number
    };

    void rankTexts(const QString &language);
    void rankNumbers();
    void findWords();
    [[nodiscard]] std::vector<int> &ranks(ClaimColumn column) { return m_ranks[std::size_t(column)]; }

    ClaimBookPtr m_book;
    std::vector<Row> m_rows;
    std::array<std::vector<int>, kClaimColumns> m_ranks; //!< of each row; equal for equal cells, below count()
    int m_statements = 0;
    std::vector<NamedInstrument> m_instruments;
    QStringList m_publishers;
};

using ClaimTablePtr = std::shared_ptr<const ClaimTable>;

} // namespace tickmark::tables
