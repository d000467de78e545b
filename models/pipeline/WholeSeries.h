// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FetchPlan.h"
#include <sources/providers/QuoteProvider.h>

namespace tickmark::pipeline {

//! The parts of one series that is asked for again as a whole, from the newest to the oldest: where a service keeps no
//! older ones is known only once it says so. A value of the run that asks.
class WholeSeries
{
public:
    //! `range` is not empty.
    WholeSeries(store::SessionRange range, const BarsWanted &wanted) : m_range(range), m_left(range), m_wanted(wanted)
    {}

    //! What to ask for next; isAll() is false.
    [[nodiscard]] store::SessionRange part() const { return descendingPart(m_left, m_wanted); }
    //! Whether part() is the first one, or the last one.
    [[nodiscard]] bool isNewest() const { return m_left.last == m_range.last; }
    [[nodiscard]] bool isLast() const { return part().first == m_range.first; }
    //! The answer to part().
    void take(sources::FetchedBars fetched);
    //! There is nothing older.
    void end() { m_left.last = m_left.first.plusDays(-1); }
    //! Nothing has come so far.
    [[nodiscard]] bool isEmpty() const { return m_fetched.bars.empty(); }
    [[nodiscard]] bool isAll() const { return m_left.last < m_left.first; }

    [[nodiscard]] store::SessionRange range() const { return m_range; }
    //! All that came, in order.
    [[nodiscard]] sources::FetchedBars takeAll();

private:
    store::SessionRange m_range;
    store::SessionRange m_left; //!< not asked for yet
    BarsWanted m_wanted;
    sources::FetchedBars m_fetched;
};

} // namespace tickmark::pipeline
