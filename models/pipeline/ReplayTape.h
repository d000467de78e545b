// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <store/StoreReader.h>
#include <ticks/TickHistory.h>

#include <optional>
#include <vector>

namespace tickmark::pipeline {

//! The ticks of one series, played from a place on: holds a history that has all ticks before the position, and reads the
//! stored ones chunk by chunk as the position moves. One thread; the reader outlives it.
class ReplayTape
{
public:
    //! Nights, weekends, and quiet markets: what is longer is not waited for.
    static constexpr qint64 kLongestQuiet = 15 * core::kNsPerMinute;

    //! NotFound when the series has no ticks. The position is just behind the first
    //! tick.
    [[nodiscard]] static core::Result<std::unique_ptr<ReplayTape>> open(store::StoreReader &reader, qint64 seriesId);

    //! From the first tick to just after the last.
    [[nodiscard]] core::TimeRange extent() const;
    [[nodiscard]] core::Time position() const { return m_position; }
    [[nodiscard]] bool isAtEnd() const { return m_chunk == m_all->chunkCount() && m_next == m_ticks.size(); }

    //! Every tick before `time` is played, none from it on; but for those of the very first time, which are there always.
    //! Reads one chunk.
    core::Result<> seek(core::Time time);
    //! Moves on by `duration`, and over quiet times at once; how many ticks were played.
    core::Result<qint64> advance(qint64 duration);
    [[nodiscard]] ticks::SnapshotPtr snapshot() { return m_history.snapshot(); }

private:
    ReplayTape(store::StoreReader &reader, ticks::SnapshotPtr all);
    //! Ticks of chunk `index`, or of the tail behind the last one.
    core::Result<> readChunk(std::size_t index);
    //! The whole chunk at hand has been played: it becomes a chunk of the history, and the next one is at hand.
    core::Result<> turn();

    store::StoreReader &m_reader;
    ticks::SnapshotPtr m_all;
    ticks::TickHistory m_history;
    std::size_t m_chunk = 0;         //!< at hand; chunkCount() for the tail
    std::vector<core::Tick> m_ticks; //!< of it
    std::size_t m_next = 0;          //!< of m_ticks, to be played
    core::Time m_position;
};

} // namespace tickmark::pipeline
