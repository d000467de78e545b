// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickStream.h"

#include "Connection.h"
#include "StoreError.h"
#include <ticks/ChunkFormat.h>

#include <QCoreApplication>

#include <algorithm>

namespace tickmark::store {

namespace {

constexpr std::size_t kTicksPerRead = 8 * ticks::kChunkTicks; // some 5 ms, and 3 MB

} // namespace

TickStream::TickStream(qint64 seriesId, core::TimeRange range) : m_series(seriesId), m_range(range) {}

void TickStream::readNext(Connection &connection, std::vector<core::Tick> &ticks)
{
    ticks.clear();
    const auto scale = findTickScale(connection, m_series);
    if (!scale)
        fail(core::ErrorCode::NotFound,
             QCoreApplication::translate("Store", "This series of ticks is not in the store any more."));
    if (m_scale && (m_scale->priceDecimals != scale->priceDecimals || m_scale->sizeDecimals != scale->sizeDecimals))
        fail(core::ErrorCode::InUse,
             QCoreApplication::translate("Store", "The decimals of these ticks were changed while they were read. "
                                                  "Try again."));
    m_scale = scale;
    m_toSkip = m_delivered;
    // of the chunks that begin earlier only the last ones, which begin at one time, may reach so far
    RawStatement chunks(connection.handle(),
                        std::string("SELECT ") + kHeadColumns
                            + " FROM tick_chunks AS c WHERE c.series_id = ?1 AND c.first_ns >= ifnull((SELECT "
                              "max(first_ns) FROM tick_chunks WHERE series_id = ?1 AND first_ns < ?2), ?2) "
                              "AND c.first_ns < ?3 AND c.last_ns >= ?2 ORDER BY c.first_ns, c.seq");
    chunks.bind(1, m_series);
    chunks.bind(2, m_range.begin.ns);
    chunks.bind(3, m_range.end.ns);
    while (ticks.size() < kTicksPerRead && chunks.step())
        readChunk(connection, headFrom(chunks), ticks);
    if (ticks.size() < kTicksPerRead)
        readTail(connection, ticks);
    noteDelivered(ticks);
}

void TickStream::readChunk(Connection &connection, const ChunkHead &head, std::vector<core::Tick> &ticks)
{
    // all of one time, and delivered
    if (head.all.firstTime == head.all.lastTime && head.all.firstTime == m_range.begin.ns && head.ticks <= m_toSkip) {
        m_toSkip -= head.ticks;
        return;
    }
    RawStatement bytes(connection.handle(), "SELECT (SELECT data FROM tick_data WHERE chunk_id = ?1 AND version = ?2), "
                                            "(SELECT nodes FROM tick_nodes WHERE chunk_id = ?1 AND version = ?2)");
    bytes.bind(1, head.id);
    bytes.bind(2, qint64(head.version));
    bytes.step();
    const auto summary = summaryOf(head, *m_scale);
    const auto view = ticks::ChunkView::open(bytes.blob(0));
    if (!summary || !view) {
        noteDamage(head, ticks::kChunkBlocks, {});
        return;
    }
    ticks::TickBlock block;
    for (int i = 0; i < view->blocks(); ++i) {
        if (!view->decode(i, block)) {
            noteDamage(head, i, bytes.blob(1));
            continue;
        }
        for (int index = 0; index < block.count; ++index) {
            core::Tick tick = block.tick(index);
            tick.price = scaledOrNearest(tick.price, summary->priceScale);
            tick.size = scaledOrNearest(tick.size, summary->sizeScale);
            take(tick, ticks);
        }
    }
}

void TickStream::take(core::Tick tick, std::vector<core::Tick> &ticks)
{
    if (!m_range.contains(tick.time))
        return;
    if (tick.time == m_range.begin && m_toSkip > 0) {
        --m_toSkip;
        return;
    }
    ticks.push_back(tick);
}

void TickStream::noteDamage(const ChunkHead &head, int block, std::span<const std::byte> nodes)
{
    core::TimeRange range{core::Time{head.all.firstTime}, core::Time{head.all.lastTime}};
    if (const auto page = ticks::decodeNodes(nodes); page && block < page->count)
        range = {core::Time{page->firstTimes[std::size_t(block)]}, core::Time{page->lastTimes[std::size_t(block)]}};
    if (range.end < m_range.begin || range.begin >= m_range.end)
        return;
    m_damaged = m_damaged
                    ? core::TimeRange{std::min(m_damaged->begin, range.begin), std::max(m_damaged->end, range.end)}
                    : range;
}

void TickStream::readTail(Connection &connection, std::vector<core::Tick> &ticks)
{
    RawStatement rows(connection.handle(), "SELECT time_ns, price, size FROM tick_tail WHERE series_id = ?1 "
                                           "AND time_ns >= ?2 AND time_ns < ?3 ORDER BY time_ns, seq");
    rows.bind(1, m_series);
    rows.bind(2, m_range.begin.ns);
    rows.bind(3, m_range.end.ns);
    while (rows.step())
        take({core::Time{rows.integer(0)}, rows.integer(1), rows.integer(2)}, ticks);
}

void TickStream::noteDelivered(const std::vector<core::Tick> &ticks)
{
    if (ticks.empty())
        return;
    const core::Time last = ticks.back().time;
    const auto first = std::ranges::lower_bound(ticks, last, {}, &core::Tick::time);
    m_delivered = (ticks.end() - first) + (last == m_range.begin ? m_delivered : 0);
    m_range.begin = last;
}

} // namespace tickmark::store
