// SPDX-License-Identifier: GPL-3.0-or-later
#include "IndexedPage.h"

#include "BlockScan.h"
#include "Saturation.h"

#include <algorithm>
#include <limits>

namespace tickmark::ticks {

IndexedPage::IndexedPage(const NodePage &page) : nodes(page)
{
    const std::size_t count = std::size_t(page.count);
    qint64 low = std::numeric_limits<qint64>::max();
    qint64 high = std::numeric_limits<qint64>::min();
    for (std::size_t i = 0; i < count; ++i) {
        lines[i] = {.firstTime = page.firstTimes[i],
                    .low = page.lows[i],
                    .high = page.highs[i],
                    .lowBefore = low,
                    .highBefore = high};
        low = std::min(low, page.lows[i]);
        high = std::max(high, page.highs[i]);
    }
    low = std::numeric_limits<qint64>::max();
    high = std::numeric_limits<qint64>::min();
    for (std::size_t i = count; i-- > 0;) {
        lines[i].lowAfter = low;
        lines[i].highAfter = high;
        low = std::min(low, page.lows[i]);
        high = std::max(high, page.highs[i]);
    }
}

Extent IndexedPage::pricesBefore(int end) const
{
    const Line &line = lines[std::size_t(end)];
    return {line.lowBefore, line.highBefore};
}

Extent IndexedPage::pricesFrom(int begin) const
{
    const Line &line = lines[std::size_t(std::max(begin - 1, 0))];
    Extent extent{line.lowAfter, line.highAfter};
    if (begin == 0)
        extent.add({line.low, line.high});
    return extent;
}

Extent IndexedPage::pricesOf(int begin, int end) const
{
    if (begin >= end)
        return {};
    return {extremesOf(nodes.lows.data() + begin, end - begin).low,
            extremesOf(nodes.highs.data() + begin, end - begin).high};
}

qint64 IndexedPage::volumeOf(int begin, int end) const
{
    qint64 volume = 0;
    for (int i = begin; i < end; ++i)
        volume = saturatedSum(volume, nodes.volumes[std::size_t(i)]);
    return volume;
}

int IndexedPage::blockAt(qint64 time, int guess, int blocks) const
{
    const qint64 *times = nodes.lastTimes.data();
    int step = 1;
    if (times[guess] < time) { // after the guess
        int begin = guess + 1;
        while (begin + step < blocks && times[begin + step - 1] < time) {
            begin += step;
            step *= 2;
        }
        return begin + lowerBound(times + begin, std::min(step, blocks - begin), time);
    }
    int end = guess; // times[end] is not before
    while (end - step >= 0 && times[end - step] >= time) {
        end -= step;
        step *= 2;
    }
    const int begin = std::max(0, end - step);
    return begin + lowerBound(times + begin, end - begin, time);
}

int IndexedPage::guess(qint64 time, qint64 first, qint64 last, int blocks)
{
    const double share = double(quint64(time) - quint64(first)) / double(quint64(last) - quint64(first));
    return std::min(int(share * blocks), blocks - 1);
}

} // namespace tickmark::ticks
