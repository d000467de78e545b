// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExtentTree.h"

#include "Saturation.h"

#include <algorithm>

namespace tickmark::ticks {

void Extent::add(const Extent &other)
{
    low = std::min(low, other.low);
    high = std::max(high, other.high);
    volume = saturatedSum(volume, other.volume);
}

void ExtentTree::Level::addTo(Extent &extent, std::size_t begin, std::size_t end) const
{
    for (std::size_t i = begin; i < end; ++i)
        extent.add({lows[i], highs[i], volumes[i]});
}

void ExtentTree::Level::set(std::size_t index, const Extent &extent)
{
    if (index == lows.size()) {
        lows.push_back(extent.low);
        highs.push_back(extent.high);
        volumes.push_back(extent.volume);
        return;
    }
    lows[index] = extent.low;
    highs[index] = extent.high;
    volumes[index] = extent.volume;
}

void ExtentTree::Level::truncate(std::size_t size)
{
    lows.resize(size);
    highs.resize(size);
    volumes.resize(size);
}

Extent ExtentTree::of(std::size_t begin, std::size_t end) const
{
    Extent extent;
    const std::size_t firstWhole = (begin + kFanout - 1) / kFanout;
    const std::size_t endWhole = end / kFanout;
    if (firstWhole >= endWhole) {
        m_entries.addTo(extent, begin, end);
        return extent;
    }
    m_entries.addTo(extent, begin, firstWhole * kFanout);
    m_sixteens.addTo(extent, firstWhole, endWhole);
    m_entries.addTo(extent, endWhole * kFanout, end);
    return extent;
}

void ExtentTree::set(std::size_t index, const Extent &extent)
{
    m_entries.set(index, extent);
    const std::size_t above = index / kFanout;
    Extent all;
    m_entries.addTo(all, above * kFanout, std::min(size(), (above + 1) * kFanout));
    m_sixteens.set(above, all);
}

void ExtentTree::truncate(std::size_t size)
{
    m_entries.truncate(size);
    m_sixteens.truncate((size + kFanout - 1) / kFanout);
    if (size % kFanout != 0) {
        Extent all;
        m_entries.addTo(all, size / kFanout * kFanout, size);
        m_sixteens.set(size / kFanout, all);
    }
}

} // namespace tickmark::ticks
