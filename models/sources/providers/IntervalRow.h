// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace tickmark::sources {

//! One length of bars that a provider gives.
struct IntervalRow
{
    qint64 ns;        //!< core::Series::kDaily for days
    const char *word; //!< the provider's own
    int days;         //!< of the calendar, that one answer may span
};

//! Null for an interval that is not among the rows.
template <std::size_t N>
const IntervalRow *intervalOf(const std::array<IntervalRow, N> &rows, qint64 ns)
{
    const auto row = std::ranges::find(rows, ns, &IntervalRow::ns);
    return row == rows.end() ? nullptr : &*row;
}

} // namespace tickmark::sources
