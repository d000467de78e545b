// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sources/providers/TradeProvider.h>
#include <sources/streams/StreamTypes.h>
#include <store/SourceTypes.h>
#include <store/TickTypes.h>

#include <optional>
#include <vector>

namespace tickmark::pipeline {

//! What is new of a batch or of an answer, as the store takes it.
struct LiveSlice
{
    int priceDecimals = 0;
    int sizeDecimals = 0;
    std::vector<core::Tick> ticks;     //!< ascending; those of one time by their ids
    std::vector<store::TradeRun> runs; //!< ids that are known with these ticks
    std::vector<core::TimeRange> gaps; //!< where there are no ids: times of which nothing came
    bool countsAnew = false;           //!< the exchange does: ids that were known so far say nothing any more
    qint64 discarded = 0;              //!< trades that are of before the history or of a former counting: not kept

    [[nodiscard]] bool isEmpty() const { return ticks.empty() && runs.empty() && gaps.empty(); }
};

//! Trades that are missing between two that are known.
struct TradeHole
{
    store::TradeMark after; //!< id 0: only the time is known up to which trades are stored
    store::TradeMark before;

    friend bool operator==(const TradeHole &, const TradeHole &) = default;
};

//! A request for what is missing.
struct HoleQuery
{
    TradeHole hole;
    core::Time since;      //!< what is older is not asked for; never before hole.after
    bool isByTime = false; //!< asked from a time on, because no id is known there
    qint64 reached = 0;    //!< the last id that an answer has brought
    bool isSought = false; //!< the exchange was asked where that time is, and the next answer begins there
    //! The last answer left a gap before this id, of which nobody knows whether it holds trades; 0: none.
    qint64 notGiven = 0;
};

//! Which trades of one instrument are known, by the exchange's own ids: tells of each whether it came before, and where some
//! are missing. Where the exchange has no ids, times of which nothing was heard are missing. Pure; one thread. What it
//! answers counts as known from then on: it has to get into the store.
//!
//! The history begins with the first trade that is ever known: nothing before is missing. An id that came before, or would
//! be of before the history, with a trade that is later than all others, begins a new counting: what was known is then known
//! by its time alone.
class LiveSeries
{
public:
    static constexpr std::size_t kMostHoles = 1000; //!< the oldest becomes a gap that is known by its time only

    //! As the store has it; `cursor` is the source's, for stores that have no ids yet.
    LiveSeries(const store::TradeProgress &progress, const std::optional<store::TradeMark> &cursor);

    //! What is new of these. Impossible values are left out.
    [[nodiscard]] LiveSlice take(const sources::StreamBatch &batch);
    //! The connection stands again. `skew` is the exchange's clock less ours.
    void resumed(std::optional<core::Time> lastHeard, std::chrono::nanoseconds skew);
    //! Trades did not come, about now.
    void missed();
    //! Slices that wait know these, also where the store was changed meanwhile.
    void know(const std::vector<store::TradeRun> &runs);

    //! What is new of an answer to `query`, which moves on. Ids between two trades of one answer were left out by the
    //! exchange and are known then; where it begins behind what was asked for, the front stays a hole.
    [[nodiscard]] LiveSlice fill(HoleQuery &query, const sources::FetchedTrades &answer);

    //! Ascending.
    [[nodiscard]] std::vector<TradeHole> holes() const;
    //! Ascending and apart from each other, also those that are known by time only.
    [[nodiscard]] std::vector<core::TimeRange> gaps() const;
    [[nodiscard]] std::optional<core::Time> lastTime() const { return m_last; }

private:
    using Trades = std::vector<sources::FetchedTrade>;

    [[nodiscard]] bool isKnown(qint64 id) const;
    [[nodiscard]] bool isOfBefore(const sources::FetchedTrade &trade) const;
    [[nodiscard]] bool beginsAnew(const Trades &trades) const;
    void forgetIds(const Trades &trades, LiveSlice &slice);
    void add(store::TradeRun run);
    void begin(LiveSlice &slice);
    void takeById(Trades trades, LiveSlice &slice);
    void takeByTime(const Trades &trades, LiveSlice &slice);
    void limitHoles(LiveSlice &slice);
    void putTicks(const Trades &trades, LiveSlice &slice);
    [[nodiscard]] std::vector<store::TradeRun> unknownPartsOf(qint64 from, qint64 until, const Trades &fresh) const;

    std::vector<store::TradeRun> m_runs;   //!< ascending, none touches the next
    std::vector<core::TimeRange> m_gaps;   //!< known by time only
    std::vector<store::TradeRun> m_unsaid; //!< known, and the store does not know of it yet
    std::optional<core::Time> m_last;      //!< newest tick
    std::optional<core::Time> m_breakAt;   //!< nothing was heard since; until the next trade without an id
};

} // namespace tickmark::pipeline
