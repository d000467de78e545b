// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <map>
#include <vector>

namespace tickmark::style {

//! Columns of a table as wide as what they have to show, head included. They grow when there is more to show; what the
//! user has made of one stays until then. A column that stretches is left alone. Widths in px. The table outlives it; GUI
//! thread.
class ColumnFit
{
public:
    explicit ColumnFit(QTableView &table) : m_table(table) {}

    //! A column that nobody has to read to its end grows no further.
    void setWidest(int column, int width) { m_widest[column] = width; }
    //! To be called when rows have changed.
    void grow();
    //! To be called when the words are others: all columns anew.
    void refit();

private:
    [[nodiscard]] int wantedWidth(int column) const;

    QTableView &m_table;
    std::map<int, int> m_widest;
    std::vector<int> m_wanted; //!< what each column has asked for so far
};

} // namespace tickmark::style
