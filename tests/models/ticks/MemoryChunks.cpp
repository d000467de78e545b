// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryChunks.h"

#include <ticks/ChunkFormat.h>

#include <algorithm>

using namespace tickmark;
using namespace tickmark::ticks;

namespace {

BlockNode wholeOf(const NodePage &nodes)
{
    BlockNode all = nodes.node(0);
    for (int i = 1; i < nodes.count; ++i) {
        const BlockNode node = nodes.node(i);
        all.lastTime = node.lastTime;
        all.low = std::min(all.low, node.low);
        all.high = std::max(all.high, node.high);
        all.last = node.last;
        all.volume += node.volume;
    }
    return all;
}

} // namespace

ChunkSummary MemoryChunks::add(std::span<const core::Tick> ticks, qint64 priceScale, qint64 sizeScale)
{
    std::vector<core::Tick> own(ticks.begin(), ticks.end());
    for (core::Tick &tick : own) {
        tick.price /= priceScale;
        tick.size /= sizeScale;
    }
    Stored stored;
    NodePage nodes;
    encodeChunk(own, stored.data, nodes);
    stored.nodes = encodeNodes(nodes);
    stored.data.shrink_to_fit();
    ChunkSummary chunk{.id = ++m_lastId, .version = 1, .ticks = qint32(ticks.size()), .all = wholeOf(nodes)};
    for (qint64 *price : {&chunk.all.first, &chunk.all.low, &chunk.all.high, &chunk.all.last})
        *price *= priceScale;
    chunk.all.volume *= sizeScale;
    chunk.priceScale = priceScale;
    chunk.sizeScale = sizeScale;
    m_chunks.emplace(chunk.id, std::move(stored));
    return chunk;
}

ChunkSummary MemoryChunks::addResident(std::span<const core::Tick> ticks)
{
    auto resident = std::make_shared<ResidentChunk>();
    encodeChunk(ticks, resident->data, resident->nodes);
    ChunkSummary chunk{.id = ++m_lastId, .version = 1, .ticks = qint32(ticks.size()), .all = wholeOf(resident->nodes)};
    chunk.resident = std::move(resident);
    return chunk;
}

void MemoryChunks::withhold(qint64 chunk, bool withheld)
{
    if (withheld)
        m_withheld.insert(chunk);
    else
        m_withheld.erase(chunk);
}

void MemoryChunks::damageNodes(qint64 chunk)
{
    std::vector<std::byte> &nodes = m_chunks.at(chunk).nodes;
    nodes[nodes.size() / 2] ^= std::byte{4};
}

void MemoryChunks::damageBlock(qint64 chunk, int block)
{
    // The blocks lie one after the other to the end of the data: damage the first byte after which only this one fails.
    std::vector<std::byte> &data = m_chunks.at(chunk).data;
    for (std::size_t i = 0; i < data.size(); ++i) {
        data[i] ^= std::byte{4};
        const auto view = ChunkView::open(data);
        TickBlock decoded;
        if (view && !view->decode(block, decoded))
            return;
        data[i] ^= std::byte{4};
    }
    qFatal("no byte of block %d", block);
}

std::size_t MemoryChunks::bytes() const
{
    std::size_t sum = 0;
    for (const auto &[id, stored] : m_chunks)
        sum += stored.nodes.size() + stored.data.size();
    return sum;
}

core::Result<void> MemoryChunks::readNodes(qint64 chunk, qint32 version, std::vector<std::byte> &bytes)
{
    return find(chunk, version).map([&](const Stored *stored) { bytes = stored->nodes; });
}

core::Result<void> MemoryChunks::readData(qint64 chunk, qint32 version, std::vector<std::byte> &bytes)
{
    return find(chunk, version).map([&](const Stored *stored) { bytes = stored->data; });
}

core::Result<const MemoryChunks::Stored *> MemoryChunks::find(qint64 chunk, qint32 version)
{
    ++m_reads;
    if (m_withheld.contains(chunk))
        return core::failure(core::ErrorCode::Io, QStringLiteral("withheld"));
    const auto found = m_chunks.find(chunk);
    if (found == m_chunks.end() || found->second.version != version)
        return core::failure(core::ErrorCode::NotFound, QStringLiteral("gone"));
    return &found->second;
}
