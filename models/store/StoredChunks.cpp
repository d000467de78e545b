// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoredChunks.h"

#include "Connection.h"
#include "StoreError.h"

#include <QCoreApplication>

namespace tickmark::store {

StoredChunks::StoredChunks(Connection &connection) : m_connection(connection) {}

StoredChunks::~StoredChunks() = default;

core::Result<void> StoredChunks::readNodes(qint64 chunk, qint32 version, std::vector<std::byte> &bytes)
{
    return read(m_nodes, "SELECT nodes FROM tick_nodes WHERE chunk_id = ?1 AND version = ?2", chunk, version, bytes);
}

core::Result<void> StoredChunks::readData(qint64 chunk, qint32 version, std::vector<std::byte> &bytes)
{
    return read(m_data, "SELECT data FROM tick_data WHERE chunk_id = ?1 AND version = ?2", chunk, version, bytes);
}

core::Result<void> StoredChunks::read(std::unique_ptr<RawStatement> &statement, const char *sql, qint64 chunk,
                                      qint32 version, std::vector<std::byte> &bytes)
{
    return guarded(m_connection.path(), m_connection.handle(), [&] {
        if (!statement)
            statement = std::make_unique<RawStatement>(m_connection.handle(), sql);
        statement->bind(1, chunk);
        statement->bind(2, qint64(version));
        if (!statement->step())
            failToFind(chunk, version);
        const auto blob = statement->blob(0);
        bytes.assign(blob.begin(), blob.end());
        // a statement left standing would hold up the writer's checkpoints
        statement->reset();
    });
}

//! Either the chunk was rewritten, or its bytes are gone though its row stands.
void StoredChunks::failToFind(qint64 chunk, qint32 version)
{
    RawStatement head(m_connection.handle(), "SELECT 1 FROM tick_chunks WHERE id = ?1 AND version = ?2");
    head.bind(1, chunk);
    head.bind(2, qint64(version));
    if (head.step())
        fail(core::ErrorCode::Damaged, QCoreApplication::translate("Store", "The bytes of these ticks are missing."));
    fail(core::ErrorCode::NotFound, QCoreApplication::translate("Store", "These ticks were changed in the meantime."));
}

} // namespace tickmark::store
