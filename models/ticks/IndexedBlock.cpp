// SPDX-License-Identifier: GPL-3.0-or-later
#include "IndexedBlock.h"

#include "BlockScan.h"

#include <algorithm>

namespace tickmark::ticks {

IndexedBlock::IndexedBlock(const TickBlock &block) : ticks(block)
{
    lastTimes.fill(std::numeric_limits<qint64>::max());
    const int steps = (block.count + kStep - 1) / kStep;
    std::array<Extent, kSteps> own;
    Extent before;
    for (int i = 0; i < steps; ++i) {
        const int end = std::min(block.count, (i + 1) * kStep);
        own[std::size_t(i)] = extentOf(block, i * kStep, end, true);
        lastTimes[std::size_t(i)] = block.times[std::size_t(end) - 1];
        const qint64 priceBefore = block.prices[std::size_t(std::max(i * kStep - 1, 0))];
        lines[std::size_t(i)].before = before;
        lines[std::size_t(i)].low = std::min(own[std::size_t(i)].low, priceBefore);
        lines[std::size_t(i)].high = std::max(own[std::size_t(i)].high, priceBefore);
        before.add(own[std::size_t(i)]);
    }
    Extent after;
    for (int i = steps - 1; i >= 0; --i) {
        lines[std::size_t(i)].after = after;
        after.add(own[std::size_t(i)]);
    }
}

void IndexedBlock::fetch(qint64 time, qint64 first, qint64 last, bool isExact) const
{
    constexpr int kPerLine = 64 / int(sizeof(qint64));
    const double share = double(quint64(time) - quint64(first)) / double(quint64(last) - quint64(first));
    const std::size_t step = std::size_t(std::min(int(share * kSteps), kSteps - 1));
    __builtin_prefetch(lastTimes.data());
    __builtin_prefetch(&lines[step]);
    for (std::size_t i = step * kStep; isExact && i < (step + 1) * kStep; i += kPerLine) {
        __builtin_prefetch(&ticks.times[i]);
        __builtin_prefetch(&ticks.prices[i]);
    }
}

int IndexedBlock::stepAt(qint64 time) const
{
    return lowerBound(lastTimes.data(), kSteps, time);
}

int IndexedBlock::tickAt(qint64 time) const
{
    const int begin = stepAt(time) * kStep;
    const int count = std::min(kStep, ticks.count - begin);
    return count <= 0 ? ticks.count : begin + lowerBound(ticks.times.data() + begin, count, time);
}

Extent IndexedBlock::extentBefore(int end, bool volume) const
{
    const int step = (end - 1) / kStep;
    Extent extent = lines[std::size_t(step)].before;
    extent.add(extentOf(ticks, step * kStep, end, volume));
    extent.volume = volume ? extent.volume : 0;
    return extent;
}

Extent IndexedBlock::extentFrom(int begin, bool volume) const
{
    const int step = begin / kStep;
    Extent extent = lines[std::size_t(step)].after;
    extent.add(extentOf(ticks, begin, std::min(ticks.count, (step + 1) * kStep), volume));
    extent.volume = volume ? extent.volume : 0;
    return extent;
}

Extent extentOf(const TickBlock &block, int begin, int end, bool volume)
{
    const Extremes prices = extremesOf(block.prices.data() + begin, end - begin);
    return {prices.low, prices.high, volume ? sumOf(block.sizes.data() + begin, end - begin) : 0};
}

} // namespace tickmark::ticks
