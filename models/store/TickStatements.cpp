// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickStatements.h"

#include "Connection.h"
#include "StoreError.h"

#include <QCoreApplication>
#include <QDir>

namespace tickmark::store {

TickStatements::TickStatements(Connection &connection)
    : m_insertChunk(connection.handle(),
                    "INSERT INTO tick_chunks (series_id, first_ns, last_ns, seq, ticks, price_decimals, size_decimals, "
                    "open, high, low, close, volume, version, provenance) "
                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"),
      m_updateChunk(connection.handle(),
                    "UPDATE tick_chunks SET series_id = ?1, first_ns = ?2, last_ns = ?3, seq = ?4, ticks = ?5, "
                    "price_decimals = ?6, size_decimals = ?7, open = ?8, high = ?9, low = ?10, close = ?11, "
                    "volume = ?12, version = ?13, provenance = ?14 WHERE id = ?15"),
      m_removeChunk(connection.handle(), "DELETE FROM tick_chunks WHERE id = ?1"),
      m_putNodes(connection.handle(),
                 "INSERT OR REPLACE INTO tick_nodes (chunk_id, version, nodes) VALUES (?1, ?2, ?3)"),
      m_putData(connection.handle(), "INSERT OR REPLACE INTO tick_data (chunk_id, version, data) VALUES (?1, ?2, ?3)"),
      m_setSeq(connection.handle(), "UPDATE tick_chunks SET seq = ?2 WHERE id = ?1 AND seq <> ?2"),
      m_lastSeq(connection.handle(), "SELECT max(seq) FROM tick_chunks WHERE series_id = ?1 AND first_ns = ?2"),
      m_provenance(connection.handle(), "SELECT provenance FROM tick_chunks WHERE id = ?1"),
      m_data(connection.handle(), "SELECT data FROM tick_data WHERE chunk_id = ?1 AND version = ?2"),
      m_addToTail(connection.handle(), "INSERT INTO tick_tail (series_id, time_ns, seq, price, size, import_id) "
                                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
      m_lastTailSeq(connection.handle(), "SELECT max(seq) FROM tick_tail WHERE series_id = ?1 AND time_ns = ?2"),
      m_clearTail(connection.handle(), "DELETE FROM tick_tail WHERE series_id = ?1"),
      m_noteImport(connection.handle(), "INSERT INTO import_series (import_id, series_id, first_key, last_key) "
                                        "VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET "
                                        "first_key = min(first_key, excluded.first_key), "
                                        "last_key = max(last_key, excluded.last_key)"),
      m_countRows(connection.handle(), "UPDATE imports SET rows_inserted = rows_inserted + ?2, "
                                       "rows_unchanged = rows_unchanged + ?3 WHERE id = ?1"),
      m_openImport(connection.handle(), "SELECT 1 FROM imports WHERE id = ?1 AND kind = 'ticks' AND undone_ns IS NULL"),
      m_lastId(connection.handle(), "SELECT last_insert_rowid()")
{}

void TickStatements::fill(RawStatement &statement, const ChunkHead &head, const ChunkBytes &bytes)
{
    int parameter = 0;
    for (const qint64 value : {head.seriesId, head.all.firstTime, head.all.lastTime, head.seq, head.ticks,
                               qint64(head.priceDecimals), qint64(head.sizeDecimals), head.all.first, head.all.high,
                               head.all.low, head.all.last, head.all.volume, qint64(head.version)})
        statement.bind(++parameter, value);
    statement.bind(++parameter, bytes.provenance);
}

qint64 TickStatements::putChunk(const ChunkHead &head, const ChunkBytes &bytes)
{
    qint64 id = head.id;
    RawStatement &chunk = id == 0 ? m_insertChunk : m_updateChunk;
    fill(chunk, head, bytes);
    if (id != 0)
        chunk.bind(15, id);
    chunk.run();
    if (id == 0) {
        m_lastId.step();
        id = m_lastId.integer(0);
        m_lastId.reset();
    }
    put(m_putData, id, head.version, bytes.data);
    if (m_holdsNodes)
        m_heldNodes.push_back({id, head.version, {bytes.nodes.begin(), bytes.nodes.end()}});
    else
        put(m_putNodes, id, head.version, bytes.nodes);
    return id;
}

void TickStatements::put(RawStatement &statement, qint64 chunkId, qint32 version, std::span<const std::byte> bytes)
{
    statement.bind(1, chunkId);
    statement.bind(2, qint64(version));
    statement.bind(3, bytes);
    statement.run();
}

void TickStatements::putHeldNodes()
{
    for (const HeldNodes &held : m_heldNodes)
        put(m_putNodes, held.chunkId, held.version, held.bytes);
    m_heldNodes.clear();
    m_holdsNodes = false;
}

void TickStatements::removeChunk(qint64 chunkId)
{
    m_removeChunk.bind(1, chunkId);
    m_removeChunk.run();
}

void TickStatements::setSeq(qint64 chunkId, qint64 seq)
{
    m_setSeq.bind(1, chunkId);
    m_setSeq.bind(2, seq);
    m_setSeq.run();
}

qint64 TickStatements::lastSeq(qint64 seriesId, qint64 first)
{
    m_lastSeq.bind(1, seriesId);
    m_lastSeq.bind(2, first);
    m_lastSeq.step();
    const qint64 seq = m_lastSeq.isNull(0) ? -1 : m_lastSeq.integer(0);
    m_lastSeq.reset();
    return seq;
}

Provenance TickStatements::provenance(qint64 chunkId)
{
    m_provenance.bind(1, chunkId);
    const auto provenance = m_provenance.step() ? Provenance::decoded(m_provenance.blob(0)) : std::nullopt;
    m_provenance.reset();
    if (!provenance)
        fail(core::ErrorCode::Damaged,
             QCoreApplication::translate("Store", "A part of the ticks in the store is damaged. Check the store."),
             QStringLiteral("chunk %1: provenance").arg(chunkId));
    return *provenance;
}

std::span<const std::byte> TickStatements::data(qint64 chunkId, qint32 version)
{
    m_data.bind(1, chunkId);
    m_data.bind(2, qint64(version));
    return m_data.step() ? m_data.blob(0) : std::span<const std::byte>();
}

void TickStatements::addToTail(qint64 seriesId, std::span<const core::Tick> ticks, const Provenance &provenance)
{
    if (ticks.empty())
        return;
    m_lastTailSeq.bind(1, seriesId);
    m_lastTailSeq.bind(2, ticks.front().time.ns);
    m_lastTailSeq.step();
    qint64 seq = m_lastTailSeq.isNull(0) ? -1 : m_lastTailSeq.integer(0);
    m_lastTailSeq.reset();
    m_addToTail.bind(1, seriesId);
    size_t next = 0;
    for (const Provenance::Run &run : provenance.runs()) {
        m_addToTail.bind(6, run.importId);
        for (qint64 i = 0; i < run.count; ++i, ++next) {
            const core::Tick &tick = ticks[next];
            seq = next == 0 || tick.time == ticks[next - 1].time ? seq + 1 : 0;
            m_addToTail.bind(2, tick.time.ns);
            m_addToTail.bind(3, seq);
            m_addToTail.bind(4, tick.price);
            m_addToTail.bind(5, tick.size);
            m_addToTail.run();
        }
    }
}

void TickStatements::clearTail(qint64 seriesId)
{
    m_clearTail.bind(1, seriesId);
    m_clearTail.run();
}

void TickStatements::noteImport(qint64 importId, qint64 seriesId, qint64 first, qint64 last)
{
    m_noteImport.bind(1, importId);
    m_noteImport.bind(2, seriesId);
    m_noteImport.bind(3, first);
    m_noteImport.bind(4, last);
    m_noteImport.run();
}

void TickStatements::countRows(qint64 importId, qint64 inserted, qint64 unchanged)
{
    m_countRows.bind(1, importId);
    m_countRows.bind(2, inserted);
    m_countRows.bind(3, unchanged);
    m_countRows.run();
}

bool TickStatements::isOpenImport(qint64 importId)
{
    m_openImport.bind(1, importId);
    const bool isOpen = m_openImport.step();
    m_openImport.reset();
    return isOpen;
}

} // namespace tickmark::store
