// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChunkRows.h"
#include "TickMatch.h"
#include "TickStatements.h"
#include <ticks/TickHistory.h>

#include <functional>
#include <optional>
#include <span>

namespace tickmark::store {

//! The ticks of one series as the writer changes them: the index in memory, and the rows in the store, in step. Every
//! change is made in the writer's transaction; when that fails, or somebody else changed the rows, the object is to be
//! thrown away and loaded again. Belongs to the writer's thread. Prices and sizes are in the decimals of the series. Throws
//! SQLite::Exception and StoreFailure (Damaged where a chunk that has to be read does not check).
class TickSeries
{
public:
    //! Loads the index: O(chunks).
    TickSeries(Connection &connection, TickStatements &statements, qint64 id, TickScale scale);

    [[nodiscard]] qint64 id() const { return m_id; }
    [[nodiscard]] TickScale scale() const { return m_scale; }
    [[nodiscard]] ticks::SnapshotPtr snapshot() { return m_history.snapshot(); }
    [[nodiscard]] bool isEmpty() const { return m_history.state().isEmpty(); }
    //! Ticks later than this are new; nothing when all are.
    [[nodiscard]] std::optional<core::Time> lateUntil() const;
    //! Nothing for an empty series.
    [[nodiscard]] std::optional<core::Time> lastTime() const;
    //! Versions of chunks grow in such steps. More than one after a transaction failed: nobody is to take what is written
    //! next for what was shown before.
    void setVersionStep(qint32 step) { m_versionStep = step; }
    //! Chunks that are written again stay in memory until committed(), so that a snapshot can be shown before.
    void setKeepsWritten(bool keeps) { m_keepsWritten = keeps; }
    void committed();

    //! At least these decimals for all ticks. InvalidInput, and nothing is changed, when a stored value would not fit.
    void widen(TickScale wanted);
    //! Merges ticks up to lateUntil() into the chunks and the tail; how many were not there. `importId` as in TickMatch.
    qint64 merge(std::span<const core::Tick> late, const Provenance &provenance, qint64 importId);
    //! The same for ticks of which none is stored, up to lastTime().
    void mergeNew(std::span<const core::Tick> late, const Provenance &provenance);
    //! Slices up to this are shown before they are written.
    static constexpr std::size_t kSmallSlice = 5000;
    //! Ticks after the last one. `shown` runs when those of a small slice are in memory, before any is written.
    void append(std::span<const core::Tick> ticks, const Provenance &provenance, const std::function<void()> &shown);

    //! Takes out what an import brought between two times; how many. Whole chunks of it are not decoded.
    qint64 removeImport(qint64 importId, core::Time first, core::Time last);
    //! Ticks of an import between two times.
    [[nodiscard]] qint64 countOf(qint64 importId, core::Time first, core::Time last);

    //! Where a tick stands: how many of the same time are before it.
    struct Found
    {
        qint64 position = 0;
        qint64 importId = 0;
    };
    //! The first tick like this; of one import only when it is not 0.
    [[nodiscard]] std::optional<Found> find(const core::Tick &tick, qint64 importId = 0);
    void removeAt(core::Time time, qint64 position);
    //! Behind the last one of that time when there are not so many.
    void insertAt(const core::Tick &tick, qint64 position, qint64 importId);

    //! Chunk by chunk, the tail last, each ascending.
    void forEachRun(const std::function<void(OwnedTicks)> &sink);

private:
    struct Place
    {
        std::size_t run = 0;
        std::size_t offset = 0;
    };

    [[nodiscard]] std::size_t tailRun() const { return m_history.state().chunkCount(); }
    [[nodiscard]] const ticks::BlockNode &chunk(std::size_t run) const { return m_history.state().chunk(run).all; }
    [[nodiscard]] bool mayHold(std::size_t run, core::Time time) const;
    [[nodiscard]] core::Time endOf(std::size_t run) const;
    [[nodiscard]] OwnedTicks read(std::size_t run);
    struct Change
    {
        std::size_t run = 0;
        std::vector<ticks::ChunkSummary> by;
    };
    void apply(const std::vector<Change> &changes);
    void replace(std::size_t run, OwnedTicks by);
    void replaceTail(OwnedTicks by);
    void sealTail();
    [[nodiscard]] Place placeOf(core::Time time, qint64 position);
    [[nodiscard]] std::size_t firstRunFor(core::Time time) const;

    ticks::ChunkSummary write(qint64 id, qint32 version, qint64 seq, std::span<const core::Tick> ticks,
                              const Provenance &provenance);
    [[nodiscard]] std::vector<ticks::ChunkSummary> rewrite(const ticks::ChunkSummary &old, const OwnedTicks &by);
    void renumber(std::size_t begin, std::size_t end);
    qint64 merge(std::span<const core::Tick> late, const Provenance &provenance, TickMatch match);
    qint64 mergeIntoTail(std::span<const core::Tick> late, const Provenance &provenance, TickMatch &match);
    void appendMany(std::span<const core::Tick> ticks, const Provenance &provenance);
    [[nodiscard]] bool fitsAfter(qint64 priceFactor, qint64 sizeFactor);
    [[nodiscard]] static bool sizesFit(std::span<const core::Tick> ticks, qint64 factor);
    [[nodiscard]] std::vector<core::Tick> removedBetween(core::Time first, core::Time last);

    Connection &m_connection;
    TickStatements &m_statements;
    qint64 m_id;
    TickScale m_scale;
    ticks::TickHistory m_history;
    Provenance m_tail;
    std::optional<core::Time> m_removedUntil;
    qint32 m_versionStep = 1;
    bool m_keepsWritten = false;
    bool m_hasWritten = false;
};

} // namespace tickmark::store
