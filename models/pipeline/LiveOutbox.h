// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LiveSeries.h"

#include <chrono>
#include <deque>
#include <memory>
#include <vector>

namespace tickmark::pipeline {

//! Trades of one series on their way to the writer, in the order in which they came. What waits goes together, so that a
//! writer that is behind catches up; what failed stays and goes again. Pure; one thread.
class LiveOutbox
{
public:
    static constexpr std::size_t kMostTogether = 50'000; //!< ticks in one transaction: some 50 ms

    explicit LiveOutbox(store::SeriesKey key) : m_key(std::move(key)) {}

    using Moment = std::chrono::steady_clock::time_point;
    //! `received`: when the first of them came out of the socket; nothing for a backfill, which is neither drawn before it
    //! is stored nor mixed with what is live.
    void add(LiveSlice slice, std::optional<Moment> received);
    void clear();
    //! The source is called otherwise now.
    void setKey(store::SeriesKey key) { m_key = std::move(key); }

    //! Ticks, also those under way.
    [[nodiscard]] qint64 ticks() const { return m_ticks; }
    [[nodiscard]] qint64 backfillTicks() const { return m_backfillTicks; }
    [[nodiscard]] bool isEmpty() const { return m_parts.empty(); }
    [[nodiscard]] bool isSending() const { return m_sending > 0; }
    //! Runs of all that is in here, but for those of a former counting.
    [[nodiscard]] std::vector<store::TradeRun> runs() const;
    //! A new counting begins in here: what the store has by ids is of before.
    [[nodiscard]] bool countsAnew() const;

    //! What goes next, until sent() or failed(). With `showsAll` what waits behind it is to be drawn too. Not while sending,
    //! and not when empty.
    [[nodiscard]] std::shared_ptr<store::TradeSlice> send(bool showsAll);
    struct Sent
    {
        qint64 ticks = 0;
        bool isBackfill = false;
        std::optional<Moment> received; //!< of the oldest
    };
    [[nodiscard]] Sent underWay() const;
    //! It is on the disk.
    Sent sent();
    void failed() { m_sending = 0; }

private:
    struct Part
    {
        std::shared_ptr<store::TickSlice> ticks;
        std::vector<store::TradeRun> runs;
        std::vector<core::TimeRange> gaps;
        std::optional<Moment> received;
        bool countsAnew = false; //!< begins a transaction
    };

    store::SeriesKey m_key;
    std::deque<Part> m_parts;
    std::size_t m_sending = 0; //!< of the first parts
    qint64 m_ticks = 0;
    qint64 m_backfillTicks = 0;
};

} // namespace tickmark::pipeline
