// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickSeries.h"

#include "Connection.h"
#include "StoreError.h"
#include <core/Price.h>
#include <ticks/ChunkFormat.h>

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace tickmark::store {

using ticks::kChunkTicks;

namespace {

constexpr auto kFullChunk = std::size_t(kChunkTicks);

// Into how many ticks a chunk falls apart that has grown to `count`: halves grow on; of many the last one does.
std::size_t pieceSize(std::size_t count)
{
    return count > kFullChunk && count <= 2 * kFullChunk ? (count + 1) / 2 : kFullChunk;
}

} // namespace

TickSeries::TickSeries(Connection &connection, TickStatements &statements, qint64 id, TickScale scale)
    : m_connection(connection),
      m_statements(statements),
      m_id(id),
      m_scale(scale),
      m_history(scale.priceDecimals, scale.sizeDecimals)
{
    const std::vector<TailTick> tail = readTail(connection, id);
    loadHistory(connection, id, scale, tail, m_history);
    for (const TailTick &row : tail)
        m_tail.add(row.importId);
    if (m_history.tailTicks() != tail.size())
        fail(core::ErrorCode::Damaged,
             QCoreApplication::translate("Store", "A part of the ticks in the store is damaged. Check the store."),
             QStringLiteral("series %1: tail").arg(id));
    RawStatement removed(connection.handle(), "SELECT max(time_ns) FROM removed_ticks WHERE series_id = ?1");
    removed.bind(1, id);
    if (removed.step() && !removed.isNull(0))
        m_removedUntil = core::Time{removed.integer(0)};
}

void TickSeries::committed()
{
    if (std::exchange(m_hasWritten, false))
        m_history.dropResidents();
}

std::optional<core::Time> TickSeries::lateUntil() const
{
    if (isEmpty())
        return m_removedUntil;
    const core::Time last = m_history.state().lastTime();
    return m_removedUntil ? std::max(last, *m_removedUntil) : last;
}

std::optional<core::Time> TickSeries::lastTime() const
{
    return isEmpty() ? std::nullopt : std::optional(m_history.state().lastTime());
}

// True when ticks of that time may stand in this run.
bool TickSeries::mayHold(std::size_t run, core::Time time) const
{
    return run == tailRun() || (run < tailRun() && chunk(run).firstTime <= time.ns);
}

// Up to, not including, this time late ticks go into a chunk; those of the very end may stand in the next run too.
core::Time TickSeries::endOf(std::size_t run) const
{
    if (run + 1 < tailRun())
        return core::Time{chunk(run + 1).firstTime};
    const core::Time last{chunk(run).lastTime};
    const auto &tail = m_history.state().tail();
    const bool goesOn = !tail.empty() && tail.front()->node.firstTime == last.ns;
    return goesOn ? last : core::Time{last.ns + 1};
}

// The first run that may hold ticks of that time, or that new ones would go into.
std::size_t TickSeries::firstRunFor(core::Time time) const
{
    const std::size_t run = m_history.state().chunkAt(time);
    const bool liesBefore = run > 0 && run < tailRun() && chunk(run).firstTime > time.ns;
    return liesBefore ? run - 1 : run;
}

OwnedTicks TickSeries::read(std::size_t run)
{
    if (run == tailRun())
        return {m_history.oldestOfTail(m_history.tailTicks()), m_tail};
    const ticks::ChunkSummary &summary = m_history.state().chunk(run);
    OwnedTicks content;
    content.provenance = m_statements.provenance(summary.id);
    content.ticks.reserve(std::size_t(summary.ticks));
    const auto damaged = [&](const QString &detail) {
        m_statements.dataRead();
        fail(core::ErrorCode::Damaged,
             damagedTicks(seriesTitle(m_connection, m_id), core::Time{summary.all.firstTime},
                          core::Time{summary.all.lastTime}),
             QStringLiteral("chunk %1 %2").arg(summary.id).arg(detail));
    };
    const auto view = ticks::ChunkView::open(m_statements.data(summary.id, summary.version));
    if (!view)
        damaged(view.error().detail);
    ticks::TickBlock block;
    for (int i = 0; i < view->blocks(); ++i) {
        if (const auto decoded = view->decode(i, block); !decoded)
            damaged(decoded.error().detail);
        for (int tick = 0; tick < block.count; ++tick) {
            core::Tick stored = block.tick(tick);
            stored.price = scaledOrNearest(stored.price, summary.priceScale);
            stored.size = scaledOrNearest(stored.size, summary.sizeScale);
            content.ticks.push_back(stored);
        }
    }
    m_statements.dataRead();
    if (content.ticks.size() != std::size_t(summary.ticks) || content.provenance.count() != summary.ticks)
        damaged(QStringLiteral("counts"));
    return content;
}

ticks::ChunkSummary TickSeries::write(qint64 id, qint32 version, qint64 seq, std::span<const core::Tick> ticks,
                                      const Provenance &provenance)
{
    auto written = std::make_shared<ticks::ResidentChunk>();
    encodeChunk(ticks, written->data, written->nodes);
    const std::vector<std::byte> nodes = ticks::encodeNodes(written->nodes);
    ChunkHead head;
    head.id = id;
    head.seriesId = m_id;
    head.seq = seq;
    head.ticks = qint64(ticks.size());
    head.priceDecimals = m_scale.priceDecimals;
    head.sizeDecimals = m_scale.sizeDecimals;
    head.version = version;
    head.all = nodeOfPage(written->nodes);
    const std::vector<std::byte> origin = provenance.encoded();
    ticks::ChunkSummary summary;
    summary.id = m_statements.putChunk(head, {written->data, nodes, origin});
    summary.version = version;
    summary.ticks = qint32(head.ticks);
    summary.all = head.all;
    if (m_keepsWritten) {
        summary.resident = std::move(written);
        m_hasWritten = true;
    }
    return summary;
}

std::vector<ticks::ChunkSummary> TickSeries::rewrite(const ticks::ChunkSummary &old, const OwnedTicks &by)
{
    std::vector<ticks::ChunkSummary> pieces;
    const std::size_t size = pieceSize(by.ticks.size());
    for (std::size_t first = 0; first < by.ticks.size(); first += size) {
        const std::size_t count = std::min(size, by.ticks.size() - first);
        const bool isFirst = first == 0;
        pieces.push_back(write(isFirst ? old.id : 0, isFirst ? old.version + m_versionStep : m_versionStep, 0,
                               std::span(by.ticks).subspan(first, count),
                               by.provenance.part(qint64(first), qint64(count))));
    }
    if (pieces.empty())
        m_statements.removeChunk(old.id);
    return pieces;
}

void TickSeries::apply(const std::vector<Change> &changes)
{
    if (changes.empty())
        return;
    const std::size_t first = changes.front().run;
    const std::size_t end = changes.back().run + 1;
    std::vector<ticks::ChunkSummary> by;
    auto change = changes.begin();
    for (std::size_t run = first; run < end; ++run) {
        if (change->run == run) {
            by.insert(by.end(), change->by.begin(), change->by.end());
            ++change;
        } else {
            by.push_back(m_history.state().chunk(run));
        }
    }
    m_history.replaceChunks(first, end - first, by);
    renumber(first, first + by.size());
}

// The order of chunks that begin at one time, where it may have changed.
void TickSeries::renumber(std::size_t begin, std::size_t end)
{
    const std::size_t count = tailRun();
    const auto isTied = [&](std::size_t run) {
        return run > 0 && run < count && chunk(run).firstTime == chunk(run - 1).firstTime;
    };
    while (isTied(begin))
        --begin;
    qint64 seq = 0;
    for (std::size_t run = begin; run < count && (run < end || isTied(run)); ++run) {
        seq = isTied(run) ? seq + 1 : 0;
        if (isTied(run) || isTied(run + 1))
            m_statements.setSeq(m_history.state().chunk(run).id, seq);
    }
}

void TickSeries::replace(std::size_t run, OwnedTicks by)
{
    if (run == tailRun())
        replaceTail(std::move(by));
    else
        apply({{run, rewrite(m_history.state().chunk(run), by)}});
}

void TickSeries::replaceTail(OwnedTicks by)
{
    m_history.replaceTail(by.ticks);
    m_tail = std::move(by.provenance);
    sealTail();
}

// Writes the tail as it is in memory: full chunks, and the rest as rows.
void TickSeries::sealTail()
{
    m_statements.clearTail(m_id);
    while (m_history.tailTicks() >= kFullChunk) {
        const std::vector<core::Tick> oldest = m_history.oldestOfTail(kFullChunk);
        const qint64 seq = m_statements.lastSeq(m_id, oldest.front().time.ns) + 1;
        m_history.seal(write(0, m_versionStep, seq, oldest, m_tail.part(0, kChunkTicks)));
        m_tail = m_tail.part(kChunkTicks, m_tail.count() - kChunkTicks);
    }
    m_statements.addToTail(m_id, m_history.oldestOfTail(m_history.tailTicks()), m_tail);
}

void TickSeries::append(std::span<const core::Tick> ticks, const Provenance &provenance,
                        const std::function<void()> &shown)
{
    if (ticks.size() > kSmallSlice) {
        appendMany(ticks, provenance);
        return;
    }
    m_history.append(ticks);
    m_tail.add(provenance);
    shown();
    if (m_history.tailTicks() >= kFullChunk)
        sealTail();
    else
        m_statements.addToTail(m_id, ticks, provenance);
}

// Chunks straight from the slice: they never were rows.
void TickSeries::appendMany(std::span<const core::Tick> ticks, const Provenance &provenance)
{
    std::vector<core::Tick> oldest = m_history.oldestOfTail(m_history.tailTicks());
    Provenance imports = m_tail;
    imports.add(provenance);
    std::vector<ticks::ChunkSummary> chunks;
    qint64 first = 0;
    const auto seal = [&](std::span<const core::Tick> full) {
        const qint64 seq = m_statements.lastSeq(m_id, full.front().time.ns) + 1;
        chunks.push_back(write(0, m_versionStep, seq, full, imports.part(first, kChunkTicks)));
        first += kChunkTicks;
    };
    if (const std::size_t missing = kFullChunk - oldest.size(); ticks.size() >= missing) {
        m_statements.holdNodes();
        oldest.insert(oldest.end(), ticks.begin(), ticks.begin() + std::ptrdiff_t(missing));
        ticks = ticks.subspan(missing);
        seal(oldest);
        oldest.clear();
        for (; ticks.size() >= kFullChunk; ticks = ticks.subspan(kFullChunk))
            seal(ticks.first(kFullChunk));
        m_statements.putHeldNodes();
    }
    oldest.insert(oldest.end(), ticks.begin(), ticks.end());
    m_history.replaceTail({});
    m_history.replaceChunks(tailRun(), 0, chunks);
    m_history.replaceTail(oldest);
    m_tail = imports.part(first, imports.count() - first);
    m_statements.clearTail(m_id);
    m_statements.addToTail(m_id, oldest, m_tail);
}

qint64 TickSeries::merge(std::span<const core::Tick> late, const Provenance &provenance, qint64 importId)
{
    if (late.empty())
        return 0;
    return merge(late, provenance, TickMatch(importId, removedBetween(late.front().time, late.back().time)));
}

void TickSeries::mergeNew(std::span<const core::Tick> late, const Provenance &provenance)
{
    if (!late.empty())
        merge(late, provenance, TickMatch::ofNewTicks());
}

qint64 TickSeries::merge(std::span<const core::Tick> late, const Provenance &provenance, TickMatch match)
{
    std::vector<Change> changes;
    qint64 inserted = 0;
    std::size_t next = 0;
    std::size_t run = firstRunFor(late.front().time);
    while (next < late.size() && run < tailRun()) {
        const core::Time end = endOf(run);
        const auto rest = late.subspan(next);
        const auto count = std::size_t(std::ranges::lower_bound(rest, end, {}, &core::Tick::time) - rest.begin());
        const bool goesOn = count < rest.size() && rest[count].time == end && end.ns == chunk(run).lastTime;
        if (count == 0 && !goesOn) {
            match.forget();
            run = std::max(run + 1, firstRunFor(rest.front().time));
            continue;
        }
        const OwnedTicks stored = read(run);
        const auto slice = rest.first(count);
        if (const auto extras = match.match(stored, slice); !extras.empty()) {
            const OwnedTicks all = merged(stored, slice, provenance.part(qint64(next), qint64(count)), extras);
            changes.push_back({run, rewrite(m_history.state().chunk(run), all)});
            inserted += qint64(extras.size());
        }
        if (goesOn)
            match.carry(stored);
        else
            match.forget();
        next += count;
        ++run;
    }
    apply(changes);
    const auto rest = late.subspan(next);
    return inserted + mergeIntoTail(rest, provenance.part(qint64(next), qint64(rest.size())), match);
}

qint64 TickSeries::mergeIntoTail(std::span<const core::Tick> late, const Provenance &provenance, TickMatch &match)
{
    const OwnedTicks stored = read(tailRun());
    const auto extras = match.match(stored, late);
    if (extras.empty())
        return 0;
    OwnedTicks all = merged(stored, late, provenance, extras);
    m_history.replaceTail(all.ticks);
    m_tail = std::move(all.provenance);
    if (m_history.tailTicks() >= kFullChunk) {
        sealTail();
        return qint64(extras.size());
    }
    // rows of their own behind those of the same time: the others stay as they are
    const std::vector<qint64> imports = provenance.expanded();
    for (auto first = extras.begin(); first != extras.end();) {
        const core::Time time = late[first->index].time;
        std::vector<core::Tick> ticks;
        Provenance origin;
        for (; first != extras.end() && late[first->index].time == time; ++first) {
            ticks.push_back(late[first->index]);
            origin.add(imports[first->index]);
        }
        m_statements.addToTail(m_id, ticks, origin);
    }
    return qint64(extras.size());
}

std::vector<core::Tick> TickSeries::removedBetween(core::Time first, core::Time last)
{
    std::vector<core::Tick> removed;
    if (!m_removedUntil || *m_removedUntil < first)
        return removed;
    RawStatement rows(m_connection.handle(), "SELECT time_ns, price, size FROM removed_ticks WHERE series_id = ?1 "
                                             "AND time_ns BETWEEN ?2 AND ?3 ORDER BY time_ns");
    rows.bind(1, m_id);
    rows.bind(2, first.ns);
    rows.bind(3, last.ns);
    while (rows.step())
        removed.push_back({core::Time{rows.integer(0)}, rows.integer(1), rows.integer(2)});
    return removed;
}

} // namespace tickmark::store
