// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ticks/ChunkReader.h>
#include <ticks/TickHistory.h>

#include <cstddef>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

//! A store of chunks that is only memory, in place of SQLite: what the encoder gave, read back through the real decoder.
//! Can withhold chunks, damage them, and give them a new version.
class MemoryChunks : public tickmark::ticks::ChunkReader
{
public:
    //! Encodes and keeps the ticks. Prices of the chunk are the ticks' divided by `priceScale` (which must leave nothing
    //! over), as they are where a series got more decimals later; sizes likewise.
    [[nodiscard]] tickmark::ticks::ChunkSummary add(std::span<const tickmark::core::Tick> ticks, qint64 priceScale = 1,
                                                    qint64 sizeScale = 1);
    //! The same with the bytes in the summary, and not in here.
    [[nodiscard]] tickmark::ticks::ChunkSummary addResident(std::span<const tickmark::core::Tick> ticks);
    //! The chunk's bytes go away: it was rewritten under another version.
    void remove(qint64 chunk) { m_chunks.erase(chunk); }
    void renumber(qint64 chunk, qint32 version) { m_chunks.at(chunk).version = version; }
    //! Reading it fails as if the disk did.
    void withhold(qint64 chunk, bool withheld);
    void damageNodes(qint64 chunk);
    //! Turns one bit of the block over.
    void damageBlock(qint64 chunk, int block);

    [[nodiscard]] int reads() const { return m_reads; }
    [[nodiscard]] std::size_t bytes() const;

    [[nodiscard]] tickmark::core::Result<void> readNodes(qint64 chunk, qint32 version,
                                                         std::vector<std::byte> &bytes) override;
    [[nodiscard]] tickmark::core::Result<void> readData(qint64 chunk, qint32 version,
                                                        std::vector<std::byte> &bytes) override;

private:
    struct Stored
    {
        qint32 version = 1;
        std::vector<std::byte> nodes;
        std::vector<std::byte> data;
    };

    [[nodiscard]] tickmark::core::Result<const Stored *> find(qint64 chunk, qint32 version);

    std::unordered_map<qint64, Stored> m_chunks;
    std::unordered_set<qint64> m_withheld;
    qint64 m_lastId = 0;
    int m_reads = 0;
};
