// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickHistory.h"

#include "BlockScan.h"
#include "Saturation.h"
#include <core/Price.h>

#include <algorithm>

namespace tickmark::ticks {

namespace {

using TailBlock = TickSnapshot::TailBlock;

//! As many of `ticks` as the block has room for; how many.
std::size_t fill(TailBlock &tail, std::span<const core::Tick> ticks)
{
    TickBlock &block = tail.ticks;
    const std::size_t begin = std::size_t(block.count);
    const std::size_t count = std::min(ticks.size(), std::size_t(kBlockTicks) - begin);
    for (std::size_t i = 0; i < count; ++i) {
        block.times[begin + i] = ticks[i].time.ns;
        block.prices[begin + i] = ticks[i].price;
        block.sizes[begin + i] = ticks[i].size;
    }
    block.count += int(count);

    const Extremes prices = extremesOf(block.prices.data() + begin, int(count));
    const qint64 volume = sumOf(block.sizes.data() + begin, int(count));
    BlockNode &node = tail.node;
    const bool isFirst = begin == 0;
    if (isFirst) {
        node.firstTime = block.times[0];
        node.first = block.prices[0];
    }
    node.low = isFirst ? prices.low : std::min(node.low, prices.low);
    node.high = isFirst ? prices.high : std::max(node.high, prices.high);
    node.volume = saturatedSum(node.volume, volume);
    node.lastTime = block.times[begin + count - 1];
    node.last = block.prices[begin + count - 1];
    return count;
}

std::shared_ptr<const TailBlock> rescaled(const TailBlock &tail, qint64 priceFactor, qint64 sizeFactor)
{
    auto block = std::make_shared<TailBlock>(tail);
    for (int i = 0; i < tail.ticks.count; ++i) {
        qint64 &price = block->ticks.prices[std::size_t(i)];
        qint64 &size = block->ticks.sizes[std::size_t(i)];
        price = saturatedProduct(price, priceFactor);
        size = saturatedProduct(size, sizeFactor);
    }
    block->node = nodeOf(block->ticks);
    return block;
}

std::size_t ticksIn(const std::vector<std::shared_ptr<const TailBlock>> &tail)
{
    return tail.empty() ? 0 : (tail.size() - 1) * kBlockTicks + std::size_t(tail.back()->ticks.count);
}

} // namespace

TickHistory::TickHistory(int priceDecimals, int sizeDecimals) : m_state(std::make_shared<TickSnapshot>())
{
    m_state->m_priceDecimals = priceDecimals;
    m_state->m_sizeDecimals = sizeDecimals;
}

void TickHistory::load(std::vector<ChunkSummary> chunks, std::span<const core::Tick> tail)
{
    touch();
    auto index = std::make_shared<ChunkIndex>();
    index->replace(0, 0, chunks);
    m_state->m_ticks = index->ticks();
    m_state->m_chunks = std::move(index);
    m_state->m_tail.clear();
    m_open.reset();
    appendToTail(tail);
}

void TickHistory::load(const TickSnapshot &snapshot)
{
    m_state = std::make_shared<TickSnapshot>(snapshot);
    m_open.reset();
    m_shared = false;
}

SnapshotPtr TickHistory::snapshot()
{
    m_shared = true;
    m_open.reset();
    return m_state;
}

void TickHistory::append(std::span<const core::Tick> ticks)
{
    if (ticks.empty())
        return;
    touch();
    appendToTail(ticks);
}

std::size_t TickHistory::tailTicks() const
{
    return ticksIn(m_state->m_tail);
}

std::vector<core::Tick> TickHistory::oldestOfTail(std::size_t count) const
{
    count = std::min(count, tailTicks());
    std::vector<core::Tick> ticks;
    ticks.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        ticks.push_back(m_state->m_tail[i / kBlockTicks]->ticks.tick(int(i % kBlockTicks)));
    return ticks;
}

void TickHistory::seal(ChunkSummary chunk)
{
    touch();
    auto &tail = m_state->m_tail;
    const std::size_t blocks = (std::size_t(chunk.ticks) + kBlockTicks - 1) / kBlockTicks;
    tail.erase(tail.begin(), tail.begin() + std::ptrdiff_t(blocks));
    if (tail.empty())
        m_open.reset();
    auto index = std::make_shared<ChunkIndex>(*m_state->m_chunks);
    index->append(std::move(chunk));
    m_state->m_chunks = std::move(index);
}

void TickHistory::replaceChunks(std::size_t first, std::size_t count, std::span<const ChunkSummary> by)
{
    touch();
    auto index = std::make_shared<ChunkIndex>(*m_state->m_chunks);
    index->replace(first, count, by);
    m_state->m_ticks += index->ticks() - m_state->m_chunks->ticks();
    m_state->m_chunks = std::move(index);
}

void TickHistory::replaceTail(std::span<const core::Tick> ticks)
{
    touch();
    m_state->m_ticks = m_state->m_chunks->ticks();
    m_state->m_tail.clear();
    m_open.reset();
    appendToTail(ticks);
}

void TickHistory::dropResidents()
{
    touch();
    auto index = std::make_shared<ChunkIndex>(*m_state->m_chunks);
    index->dropResidents();
    m_state->m_chunks = std::move(index);
}

void TickHistory::widen(int priceDecimals, int sizeDecimals)
{
    const qint64 priceFactor = core::powerOfTen(priceDecimals - m_state->m_priceDecimals);
    const qint64 sizeFactor = core::powerOfTen(sizeDecimals - m_state->m_sizeDecimals);
    touch();
    m_state->m_priceDecimals = priceDecimals;
    m_state->m_sizeDecimals = sizeDecimals;
    if (priceFactor == 1 && sizeFactor == 1)
        return;
    auto index = std::make_shared<ChunkIndex>(*m_state->m_chunks);
    index->rescale(priceFactor, sizeFactor);
    m_state->m_chunks = std::move(index);
    for (auto &block : m_state->m_tail)
        block = rescaled(*block, priceFactor, sizeFactor);
    m_open.reset();
}

void TickHistory::touch()
{
    if (std::exchange(m_shared, false))
        m_state = std::make_shared<TickSnapshot>(*m_state);
    ++m_state->m_generation;
}

TickSnapshot::TailBlock &TickHistory::openBlock()
{
    auto &tail = m_state->m_tail;
    if (tail.empty() || tail.back()->ticks.count == kBlockTicks) {
        m_open = std::make_shared<TailBlock>();
        tail.push_back(m_open);
    } else if (!m_open) {
        m_open = std::make_shared<TailBlock>(*tail.back());
        tail.back() = m_open;
    }
    return *m_open;
}

void TickHistory::appendToTail(std::span<const core::Tick> ticks)
{
    m_state->m_ticks += qint64(ticks.size());
    while (!ticks.empty())
        ticks = ticks.subspan(fill(openBlock(), ticks));
}

} // namespace tickmark::ticks
