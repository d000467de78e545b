// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChunkRows.h"
#include "Provenance.h"
#include "RawStatement.h"

#include <cstddef>
#include <span>
#include <vector>

namespace tickmark::store {

//! The statements with which ticks are written, prepared once and kept from slice to slice. Belongs to the writer's thread;
//! every call is inside a transaction. Throws SQLite::Exception and StoreFailure.
class TickStatements
{
public:
    explicit TickStatements(Connection &connection);

    struct ChunkBytes
    {
        std::span<const std::byte> data;
        std::span<const std::byte> nodes;
        std::span<const std::byte> provenance;
    };
    //! A new one for id 0; its id.
    qint64 putChunk(const ChunkHead &head, const ChunkBytes &bytes);
    //! From here to putHeldNodes() the nodes of new chunks wait, so that they come to lie beside each other in the file and
    //! not behind the data of each: a first picture reads the nodes of many chunks.
    void holdNodes() { m_holdsNodes = true; }
    void putHeldNodes();
    void removeChunk(qint64 chunkId);
    //! Changes nothing where it is so already.
    void setSeq(qint64 chunkId, qint64 seq);
    //! The greatest of the chunks that begin at `first`; -1 when none does.
    [[nodiscard]] qint64 lastSeq(qint64 seriesId, qint64 first);
    //! Damaged when it is not there.
    [[nodiscard]] Provenance provenance(qint64 chunkId);
    //! Valid until dataRead(). Empty when it is not there in this version.
    [[nodiscard]] std::span<const std::byte> data(qint64 chunkId, qint32 version);
    void dataRead() { m_data.reset(); }

    //! After those of the same time.
    void addToTail(qint64 seriesId, std::span<const core::Tick> ticks, const Provenance &provenance);
    void clearTail(qint64 seriesId);

    //! That a tick import wrote to a series between two times.
    void noteImport(qint64 importId, qint64 seriesId, qint64 first, qint64 last);
    void countRows(qint64 importId, qint64 inserted, qint64 unchanged);
    [[nodiscard]] bool isOpenImport(qint64 importId);

private:
    struct HeldNodes
    {
        qint64 chunkId = 0;
        qint32 version = 0;
        std::vector<std::byte> bytes;
    };

    void put(RawStatement &statement, qint64 chunkId, qint32 version, std::span<const std::byte> bytes);
    void fill(RawStatement &statement, const ChunkHead &head, const ChunkBytes &bytes);

    RawStatement m_insertChunk;
    RawStatement m_updateChunk;
    RawStatement m_removeChunk;
    RawStatement m_putNodes;
    RawStatement m_putData;
    RawStatement m_setSeq;
    RawStatement m_lastSeq;
    RawStatement m_provenance;
    RawStatement m_data;
    RawStatement m_addToTail;
    RawStatement m_lastTailSeq;
    RawStatement m_clearTail;
    RawStatement m_noteImport;
    RawStatement m_countRows;
    RawStatement m_openImport;
    RawStatement m_lastId;
    bool m_holdsNodes = false;
    std::vector<HeldNodes> m_heldNodes;
};

} // namespace tickmark::store
