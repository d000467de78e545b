// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TickSeries.h"

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace tickmark::store {

class CancelScope;

//! The ticks' part of StoreWriter: knows the series that are being written, so that a slice costs what its ticks cost and
//! not what the series holds. Belongs to the writer's thread but for setListener(). Each call but the last three is inside a
//! transaction; what it throws rolls back, and failed() brings memory to what the store has.
class TickWriter
{
public:
    explicit TickWriter(Connection &connection);
    ~TickWriter();

    //! From any thread; when it returns the former listener is not running and will not run again.
    void setListener(TickListener listener);

    qint64 beginImport(const ImportOrigin &origin);
    TickTotals add(qint64 importId, const TickSlice &slice, const CancelScope &cancel);
    //! See StoreWriter::addTrades().
    TickTotals addTrades(qint64 importId, std::shared_ptr<const TradeSlice> trades);
    ImportResult endImport(qint64 importId, const ImportEnd &end);

    //! The transaction of add() is on the disk.
    void committed();
    //! It is not.
    void failed();
    //! Something else changed ticks: the series in memory are loaded again, and told.
    void reload();

private:
    struct Loaded
    {
        SeriesKey key;
        std::unique_ptr<TickSeries> series;
    };

    TickStatements &statements();
    TickSeries &open(const TickSlice &slice);
    void requireUnknown(const TradeSlice &trades);
    TickTotals addSlice(qint64 importId, const TickSlice &slice, bool isNew);
    TickTotals addTo(TickSeries &series, qint64 importId, std::span<const core::Tick> ticks, bool isNew);
    //! `base` with the ticks of the trades being written, where it does not have them, and those that wait.
    [[nodiscard]] ticks::SnapshotPtr withWaiting(const ticks::SnapshotPtr &base, bool isOnDisk) const;
    [[nodiscard]] ticks::SnapshotPtr shownThough() const;
    void show(qint64 seriesId, const ticks::SnapshotPtr &snapshot);
    void loadAgain();
    void publish(qint64 seriesId, const ticks::SnapshotPtr &snapshot);
    bool hasListener();

    Connection &m_connection;
    std::optional<TickStatements> m_statements;
    std::vector<Loaded> m_loaded; //!< that used last first, at most kLoadedSeries
    std::vector<qint64> m_open;   //!< imports that were begun and not ended
    qint32 m_versionStep = 1;

    //! What the slice being written changes.
    TickSeries *m_series = nullptr;
    qint64 m_seriesId = 0;
    bool m_showsFirst = false; //!< before it is written
    bool m_isShown = false;
    ticks::SnapshotPtr m_before;                //!< what to show when it fails
    std::shared_ptr<const TradeSlice> m_trades; //!< where the slice is one of addTrades()

    std::mutex m_listening;
    TickListener m_listener;
};

} // namespace tickmark::store
