// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RawStatement.h"
#include <ticks/ChunkReader.h>

#include <memory>

namespace tickmark::store {

class Connection;

//! Reads the bytes of chunks over a connection, with statements that stay prepared. Each call is a transaction of its own.
//! Belongs to whoever has the connection, on its thread; not longer than it.
class StoredChunks : public ticks::ChunkReader
{
public:
    explicit StoredChunks(Connection &connection);
    ~StoredChunks() override;

    core::Result<void> readNodes(qint64 chunk, qint32 version, std::vector<std::byte> &bytes) override;
    core::Result<void> readData(qint64 chunk, qint32 version, std::vector<std::byte> &bytes) override;

private:
    core::Result<void> read(std::unique_ptr<RawStatement> &statement, const char *sql, qint64 chunk, qint32 version,
                            std::vector<std::byte> &bytes);
    [[noreturn]] void failToFind(qint64 chunk, qint32 version);

    Connection &m_connection;
    std::unique_ptr<RawStatement> m_nodes;
    std::unique_ptr<RawStatement> m_data;
};

} // namespace tickmark::store
