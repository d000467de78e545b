// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChunkIndex.h"

#include "Saturation.h"

#include <algorithm>

namespace tickmark::ticks {

struct ChunkIndex::Group
{
    std::vector<ChunkSummary> chunks;
    std::vector<qint64> lastTimes;
    std::vector<qint64> ticksBefore; //!< in the chunks of the group before it
    ExtentTree extents;
    qint64 ticks = 0;
    bool hasResidents = false;

    void append(ChunkSummary chunk)
    {
        lastTimes.push_back(chunk.all.lastTime);
        ticksBefore.push_back(ticks);
        extents.set(extents.size(), {chunk.all.low, chunk.all.high, chunk.all.volume});
        ticks += chunk.ticks;
        hasResidents |= chunk.resident != nullptr;
        chunks.push_back(std::move(chunk));
    }
};

namespace {

//! Index of the first value, `begin` or later, that is `value` or greater. Steps double until one is passed.
std::size_t gallop(const std::vector<qint64> &ascending, std::size_t begin, qint64 value)
{
    std::size_t step = 1;
    std::size_t low = begin;
    while (low + step < ascending.size() && ascending[low + step - 1] < value) {
        low += step;
        step *= 2;
    }
    const auto end = ascending.begin() + std::ptrdiff_t(std::min(low + step, ascending.size()));
    return std::size_t(std::lower_bound(ascending.begin() + std::ptrdiff_t(low), end, value) - ascending.begin());
}

ChunkSummary rescaled(ChunkSummary chunk, qint64 priceFactor, qint64 sizeFactor)
{
    const auto scale = [&](BlockNode &node) {
        for (qint64 *price : {&node.first, &node.low, &node.high, &node.last})
            *price = saturatedProduct(*price, priceFactor);
        node.volume = saturatedProduct(node.volume, sizeFactor);
    };
    scale(chunk.all);
    chunk.priceScale = saturatedProduct(chunk.priceScale, priceFactor);
    chunk.sizeScale = saturatedProduct(chunk.sizeScale, sizeFactor);
    if (chunk.resident) {
        auto resident = std::make_shared<ResidentChunk>(*chunk.resident);
        for (int i = 0; i < resident->nodes.count; ++i) {
            BlockNode node = resident->nodes.node(i);
            scale(node);
            resident->nodes.setNode(i, node);
        }
        chunk.resident = std::move(resident);
    }
    return chunk;
}

} // namespace

const ChunkSummary &ChunkIndex::chunk(std::size_t index) const
{
    return m_groups[index / kGroupChunks]->chunks[index % kGroupChunks];
}

qint64 ChunkIndex::ticks() const
{
    return m_groups.empty() ? 0 : m_ticksBefore.back() + m_groups.back()->ticks;
}

std::size_t ChunkIndex::seek(qint64 time, std::size_t from) const
{
    std::size_t group = from / kGroupChunks;
    std::size_t inGroup = from % kGroupChunks;
    if (from >= m_count)
        return m_count;
    if (m_lastTimes[group] < time) {
        group = gallop(m_lastTimes, group + 1, time);
        inGroup = 0;
        if (group == m_groups.size())
            return m_count;
    }
    return group * kGroupChunks + gallop(m_groups[group]->lastTimes, inGroup, time);
}

Extent ChunkIndex::extentOf(std::size_t begin, std::size_t end) const
{
    const std::size_t firstGroup = begin / kGroupChunks;
    const std::size_t lastGroup = (end - 1) / kGroupChunks;
    const std::size_t beginInGroup = begin % kGroupChunks;
    const std::size_t endInGroup = (end - 1) % kGroupChunks + 1;
    if (firstGroup == lastGroup)
        return m_groups[firstGroup]->extents.of(beginInGroup, endInGroup);
    Extent extent = m_groups[firstGroup]->extents.of(beginInGroup, kGroupChunks);
    extent.add(m_extents.of(firstGroup + 1, lastGroup));
    extent.add(m_groups[lastGroup]->extents.of(0, endInGroup));
    return extent;
}

BlockNode ChunkIndex::nodeOf(std::size_t begin, std::size_t end) const
{
    const Extent extent = extentOf(begin, end);
    const BlockNode &first = chunk(begin).all;
    const BlockNode &last = chunk(end - 1).all;
    return {first.firstTime, last.lastTime, first.first, extent.low, extent.high, last.last, extent.volume};
}

double ChunkIndex::ticksBefore(qint64 time) const
{
    const std::size_t index = seek(time);
    if (index == m_count)
        return double(ticks());
    const std::size_t group = index / kGroupChunks;
    const ChunkSummary &across = chunk(index);
    const double before = double(m_ticksBefore[group] + m_groups[group]->ticksBefore[index % kGroupChunks]);
    if (time <= across.all.firstTime)
        return before;
    // As unsigned differences: the span of a chunk may not fit a qint64, and doubles of epoch nanoseconds are coarse.
    const quint64 passed = quint64(time) - quint64(across.all.firstTime);
    const quint64 span = quint64(across.all.lastTime) - quint64(across.all.firstTime);
    return before + double(passed) / double(span) * across.ticks;
}

void ChunkIndex::append(ChunkSummary chunk)
{
    const bool isNew = m_count % kGroupChunks == 0;
    auto group = isNew ? std::make_shared<Group>() : std::make_shared<Group>(*m_groups.back());
    group->append(std::move(chunk));
    ++m_count;
    setGroup((m_count - 1) / kGroupChunks, std::move(group));
}

void ChunkIndex::replace(std::size_t first, std::size_t count, std::span<const ChunkSummary> by)
{
    const std::size_t firstGroup = first / kGroupChunks;
    const bool shifts = by.size() != count;
    const std::size_t endGroup = shifts ? m_groups.size() : (first + count + kGroupChunks - 1) / kGroupChunks;
    const ChunkIndex before = *this;
    std::shared_ptr<Group> group;
    std::size_t at = firstGroup * kGroupChunks;
    const auto put = [&](const ChunkSummary &chunk) {
        if (!group)
            group = std::make_shared<Group>();
        group->append(chunk);
        if (++at % kGroupChunks == 0)
            setGroup(at / kGroupChunks - 1, std::exchange(group, nullptr));
    };
    for (std::size_t i = firstGroup * kGroupChunks; i < first; ++i)
        put(before.chunk(i));
    for (const ChunkSummary &chunk : by)
        put(chunk);
    for (std::size_t i = first + count; i < std::min(endGroup * kGroupChunks, before.m_count); ++i)
        put(before.chunk(i));
    if (group)
        setGroup(at / kGroupChunks, std::move(group));

    m_count = before.m_count - count + by.size();
    const std::size_t groups = (m_count + kGroupChunks - 1) / kGroupChunks;
    m_groups.resize(groups);
    m_lastTimes.resize(groups);
    m_ticksBefore.resize(groups);
    m_extents.truncate(groups);
    for (std::size_t i = std::max<std::size_t>(firstGroup, 1); i < groups; ++i)
        m_ticksBefore[i] = m_ticksBefore[i - 1] + m_groups[i - 1]->ticks;
}

void ChunkIndex::dropResidents()
{
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        if (!m_groups[i]->hasResidents)
            continue;
        auto group = std::make_shared<Group>(*m_groups[i]);
        for (ChunkSummary &chunk : group->chunks)
            chunk.resident.reset();
        group->hasResidents = false;
        setGroup(i, std::move(group));
    }
}

void ChunkIndex::rescale(qint64 priceFactor, qint64 sizeFactor)
{
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        auto group = std::make_shared<Group>();
        for (const ChunkSummary &chunk : m_groups[i]->chunks)
            group->append(rescaled(chunk, priceFactor, sizeFactor));
        setGroup(i, std::move(group));
    }
}

void ChunkIndex::setGroup(std::size_t index, std::shared_ptr<const Group> group)
{
    if (index == m_groups.size()) {
        m_groups.emplace_back();
        m_lastTimes.push_back(0);
        m_ticksBefore.push_back(index == 0 ? 0 : m_ticksBefore[index - 1] + m_groups[index - 1]->ticks);
    }
    m_lastTimes[index] = group->lastTimes.back();
    m_extents.set(index, group->extents.of(0, group->chunks.size()));
    m_groups[index] = std::move(group);
}

} // namespace tickmark::ticks
