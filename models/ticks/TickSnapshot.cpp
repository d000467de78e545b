// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickSnapshot.h"

#include "BlockScan.h"

#include <algorithm>

namespace tickmark::ticks {

namespace {

using Tail = std::vector<std::shared_ptr<const TickSnapshot::TailBlock>>;

double tailTicksBefore(const Tail &tail, qint64 time)
{
    const auto across = std::partition_point(tail.begin(), tail.end(),
                                             [time](const auto &block) { return block->node.lastTime < time; });
    const double before = double(across - tail.begin()) * kBlockTicks;
    if (across == tail.end())
        return tail.empty() ? 0 : before - kBlockTicks + tail.back()->ticks.count;
    return before + lowerBound((*across)->ticks.times.data(), (*across)->ticks.count, time);
}

} // namespace

core::Time TickSnapshot::firstTime() const
{
    return core::Time{chunkCount() > 0 ? chunk(0).all.firstTime : m_tail.front()->node.firstTime};
}

core::Time TickSnapshot::lastTime() const
{
    return core::Time{m_tail.empty() ? chunk(chunkCount() - 1).all.lastTime : m_tail.back()->node.lastTime};
}

core::Price TickSnapshot::lastPrice() const
{
    return {m_tail.empty() ? chunk(chunkCount() - 1).all.last : m_tail.back()->node.last, m_priceDecimals};
}

double TickSnapshot::estimatedTicks(core::Time from, core::Time to) const
{
    if (to <= from)
        return 0;
    return m_chunks->ticksBefore(to.ns) - m_chunks->ticksBefore(from.ns) + tailTicksBefore(m_tail, to.ns)
           - tailTicksBefore(m_tail, from.ns);
}

} // namespace tickmark::ticks
