// SPDX-License-Identifier: GPL-3.0-or-later
#include "WholeSeries.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tickmark::pipeline {

void WholeSeries::take(sources::FetchedBars fetched)
{
    m_left.last = part().first.plusDays(-1);
    m_fetched.splitAdjusted = m_fetched.splitAdjusted || fetched.splitAdjusted;
    std::ranges::move(fetched.bars, std::back_inserter(m_fetched.bars));
    std::ranges::move(fetched.splits, std::back_inserter(m_fetched.splits));
    std::ranges::move(fetched.unpriced, std::back_inserter(m_fetched.unpriced));
    std::ranges::move(fetched.unpricedTimes, std::back_inserter(m_fetched.unpricedTimes));
    std::ranges::move(fetched.dividends, std::back_inserter(m_fetched.dividends));
}

sources::FetchedBars WholeSeries::takeAll()
{
    putInOrder(m_fetched);
    putEventsInOrder(m_fetched); // those at the edges of two parts came with both
    return std::exchange(m_fetched, {});
}

} // namespace tickmark::pipeline
