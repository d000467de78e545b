// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <store/StoreWriter.h>

#include <QFuture>

#include <deque>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace tickmark::pipeline {

//! Hands slices of one import to the writer while the next ones are made: at most two are under way, so memory stays flat.
//! Begins the import with the first slice. One thread, which waits for the writer: never the GUI's. The writer must
//! outlive it; destruction waits for what is under way.
class TickCommitter
{
public:
    TickCommitter(store::StoreWriter &writer, store::ImportOrigin origin, std::stop_token stop);
    ~TickCommitter();
    TickCommitter(const TickCommitter &) = delete;
    TickCommitter &operator=(const TickCommitter &) = delete;

    //! The error of this slice or of one before; no more are taken then.
    [[nodiscard]] core::Result<> add(store::TickSlice slice);
    //! The same for trades of an exchange, whose memory does not come back.
    [[nodiscard]] core::Result<> add(store::TradeSlice trades);
    //! The memory of a slice that is on the disk, to be filled again; none when nothing has been waited for.
    [[nodiscard]] std::vector<core::Tick> takeSpare() { return std::exchange(m_spare, {}); }
    //! Waits until all are on the disk, and writes the import's record. Also after an error, for what was acknowledged
    //! before it; that error is returned only by add() and drain().
    [[nodiscard]] core::Result<> drain();
    [[nodiscard]] core::Result<store::ImportResult> end(store::ImportEnd end);

    //! Of acknowledged slices only.
    [[nodiscard]] const store::TickTotals &totals() const { return m_totals; }
    [[nodiscard]] qint64 acknowledged() const { return m_totals.inserted + m_totals.unchanged; }

private:
    struct UnderWay
    {
        std::shared_ptr<store::TickSlice> slice; //!< the writer's until it is done; null for trades
        QFuture<core::Result<store::TickTotals>> done;
    };

    [[nodiscard]] core::Result<> prepare();
    [[nodiscard]] core::Result<> waitForOldest();

    store::StoreWriter &m_writer;
    store::ImportOrigin m_origin;
    std::stop_token m_stop;
    std::optional<qint64> m_importId;
    std::deque<UnderWay> m_underWay;
    std::vector<core::Tick> m_spare;
    store::TickTotals m_totals;
    std::optional<core::Error> m_fault;
};

} // namespace tickmark::pipeline
