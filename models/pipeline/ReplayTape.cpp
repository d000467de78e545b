// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReplayTape.h"

#include <ticks/ChunkFormat.h>

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace tickmark::pipeline {

using core::Result;
using core::Tick;
using core::Time;

namespace {

Time plus(Time time, qint64 ns)
{
    qint64 sum = 0;
    if (__builtin_add_overflow(time.ns, ns, &sum))
        sum = std::numeric_limits<qint64>::max();
    return Time{sum};
}

} // namespace

Result<std::unique_ptr<ReplayTape>> ReplayTape::open(store::StoreReader &reader, qint64 seriesId)
{
    auto all = reader.tickSnapshot(seriesId);
    if (!all)
        return tl::unexpected(all.error());
    if ((*all)->isEmpty()) {
        return core::failure(core::ErrorCode::NotFound,
                             QCoreApplication::translate("Replay", "There are no ticks to play."));
    }
    std::unique_ptr<ReplayTape> tape(new ReplayTape(reader, std::move(*all)));
    if (const auto ready = tape->seek(tape->extent().begin); !ready)
        return tl::unexpected(ready.error());
    return tape;
}

ReplayTape::ReplayTape(store::StoreReader &reader, ticks::SnapshotPtr all)
    : m_reader(reader), m_all(std::move(all)), m_history(m_all->priceDecimals(), m_all->sizeDecimals())
{}

core::TimeRange ReplayTape::extent() const
{
    return {m_all->firstTime(), plus(m_all->lastTime(), 1)};
}

Result<> ReplayTape::readChunk(std::size_t index)
{
    m_chunk = index;
    m_next = 0;
    m_ticks.clear();
    if (index == m_all->chunkCount()) {
        for (const auto &block : m_all->tail()) {
            for (int i = 0; i < block->ticks.count; ++i)
                m_ticks.push_back(block->ticks.tick(i));
        }
        return {};
    }
    const ticks::ChunkSummary &chunk = m_all->chunk(index);
    std::vector<std::byte> bytes;
    if (const auto read = m_reader.chunks().readData(chunk.id, chunk.version, bytes); !read)
        return tl::unexpected(read.error());
    const auto view = ticks::ChunkView::open(bytes);
    if (!view)
        return tl::unexpected(view.error());
    std::vector<int> damaged;
    m_ticks = view->decodeAll(damaged);
    if (!damaged.empty()) {
        return core::failure(core::ErrorCode::Damaged,
                             QCoreApplication::translate("Replay", "Some of the stored ticks are damaged. Run: "
                                                                   "tickmark store verify"));
    }
    for (Tick &tick : m_ticks) {
        tick.price *= chunk.priceScale;
        tick.size *= chunk.sizeScale;
    }
    return {};
}

Result<> ReplayTape::seek(Time time)
{
    time = std::clamp(time, plus(extent().begin, 1), extent().end);
    const std::size_t index = m_all->chunkAt(time);
    std::vector<ticks::ChunkSummary> before;
    before.reserve(index);
    for (std::size_t i = 0; i < index; ++i)
        before.push_back(m_all->chunk(i));
    if (const auto read = readChunk(index); !read)
        return read;
    const auto after = std::ranges::partition_point(m_ticks, [&](const Tick &tick) { return tick.time < time; });
    m_next = std::size_t(after - m_ticks.begin());
    m_history.load(std::move(before), std::span(m_ticks).first(m_next));
    m_position = time;
    return {};
}

Result<> ReplayTape::turn()
{
    const ticks::ChunkSummary chunk = m_all->chunk(m_chunk);
    m_history.replaceChunks(m_chunk, 0, {&chunk, 1});
    m_history.replaceTail({});
    return readChunk(m_chunk + 1);
}

Result<qint64> ReplayTape::advance(qint64 duration)
{
    m_position = std::min(plus(m_position, duration), extent().end);
    qint64 played = 0;
    for (;;) {
        const std::size_t first = m_next;
        while (m_next < m_ticks.size() && m_ticks[m_next].time <= m_position)
            ++m_next;
        m_history.append(std::span(m_ticks).subspan(first, m_next - first));
        played += qint64(m_next - first);
        if (m_next < m_ticks.size()) {
            if (m_ticks[m_next].time.ns - m_position.ns <= kLongestQuiet)
                break;
            m_position = m_ticks[m_next].time;
            continue;
        }
        if (m_chunk == m_all->chunkCount())
            break;
        if (const auto turned = turn(); !turned)
            return tl::unexpected(turned.error());
    }
    if (isAtEnd())
        m_position = extent().end;
    return played;
}

} // namespace tickmark::pipeline
