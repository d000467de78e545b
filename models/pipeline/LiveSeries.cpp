// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveSeries.h"

#include <algorithm>
#include <limits>

namespace tickmark::pipeline {

using core::Time;
using core::TimeRange;
using sources::FetchedTrade;
using store::TradeMark;
using store::TradeRun;

namespace {

constexpr qint64 kDigitsNs = 1'000'000; // by so much the times of one trade differ between a stream and an answer

bool isPossible(const FetchedTrade &trade)
{
    constexpr qint64 kFarthest = std::numeric_limits<qint64>::max() - 1;
    return trade.id >= 0 && trade.tick.size >= 0 && trade.tick.time.ns > 0 && trade.tick.time.ns < kFarthest;
}

TimeRange rangeOf(const TradeHole &hole)
{
    // trades of one moment leave no time between them
    return {hole.after.time, std::max(hole.before.time, Time{hole.after.time.ns + 1})};
}

//! It has trades of before what it was asked for: between those and what it gives there are no others.
bool reachesBack(const sources::FetchedTrades &answer, const HoleQuery &query)
{
    const bool hasAny = answer.oldestId > 0;
    if (query.reached > 0 || !query.isByTime)
        return hasAny && answer.oldestId <= std::max(query.reached, query.hole.after.id);
    // further back than that is not asked for
    return query.since == query.hole.after.time && (query.isSought || (hasAny && answer.oldestTime <= query.since));
}

} // namespace

LiveSeries::LiveSeries(const store::TradeProgress &progress, const std::optional<TradeMark> &cursor)
    : m_runs(progress.runs), m_gaps(progress.gaps), m_last(progress.last)
{
    if (!m_runs.empty() || !m_last)
        return;
    if (cursor && cursor->id > 0)
        m_unsaid.push_back({cursor->id, cursor->id, cursor->time, cursor->time});
    else
        m_unsaid.push_back({0, 0, *m_last, *m_last});
}

LiveSlice LiveSeries::take(const sources::StreamBatch &batch)
{
    LiveSlice slice;
    slice.priceDecimals = batch.priceDecimals;
    slice.sizeDecimals = batch.sizeDecimals;
    Trades withIds;
    Trades without;
    for (const FetchedTrade &trade : batch.trades) {
        if (isPossible(trade))
            (trade.id > 0 ? withIds : without).push_back(trade);
    }
    if (!withIds.empty())
        takeById(std::move(withIds), slice);
    if (!without.empty())
        takeByTime(without, slice);
    return slice;
}

//! With the first id it is known that the exchange has some.
void LiveSeries::begin(LiveSlice &slice)
{
    for (const TradeRun &run : m_unsaid) {
        add(run);
        slice.runs.push_back(run);
    }
    m_unsaid.clear();
}

void LiveSeries::takeById(Trades trades, LiveSlice &slice)
{
    // a message may begin with the newest
    if (!std::ranges::is_sorted(trades, {}, &FetchedTrade::id))
        std::ranges::stable_sort(trades, {}, &FetchedTrade::id);
    begin(slice);
    if (beginsAnew(trades))
        forgetIds(trades, slice);
    Trades fresh;
    for (const FetchedTrade &trade : trades) {
        if (isKnown(trade.id))
            continue;
        if (isOfBefore(trade)) {
            ++slice.discarded;
            continue;
        }
        const Time time = trade.tick.time;
        add({trade.id, trade.id, time, time});
        const bool goesOn = !fresh.empty() && fresh.back().id + 1 == trade.id;
        if (goesOn) {
            slice.runs.back().lastId = trade.id;
            slice.runs.back().last = time;
        } else {
            slice.runs.push_back({trade.id, trade.id, time, time});
        }
        fresh.push_back(trade);
    }
    limitHoles(slice);
    putTicks(fresh, slice);
}

void LiveSeries::takeByTime(const Trades &trades, LiveSlice &slice)
{
    for (const FetchedTrade &trade : trades) {
        if (m_breakAt && m_last) {
            const Time time = trade.tick.time;
            // by our clock nothing may have been missed at all
            const TimeRange gap{*m_breakAt < time ? *m_breakAt : *m_last, time};
            if (!gap.isEmpty()) {
                slice.gaps.push_back(gap);
                m_gaps.push_back(gap);
            }
        }
        m_breakAt.reset();
        m_last = m_last ? std::max(*m_last, trade.tick.time) : trade.tick.time;
    }
    putTicks(trades, slice);
}

void LiveSeries::putTicks(const Trades &trades, LiveSlice &slice)
{
    const std::size_t before = slice.ticks.size();
    slice.ticks.reserve(before + trades.size());
    for (const FetchedTrade &trade : trades) {
        slice.ticks.push_back(trade.tick);
        m_last = m_last ? std::max(*m_last, trade.tick.time) : trade.tick.time;
    }
    // times of an exchange may step back a little
    if (!std::ranges::is_sorted(slice.ticks, {}, &core::Tick::time))
        std::ranges::stable_sort(slice.ticks, {}, &core::Tick::time);
}

void LiveSeries::resumed(std::optional<Time> lastHeard, std::chrono::nanoseconds skew)
{
    if (!m_last)
        return; // the history begins with the next trade
    const Time since = lastHeard ? Time{lastHeard->ns + skew.count()} : *m_last;
    if (!m_breakAt)
        m_breakAt = std::max(*m_last, since);
}

void LiveSeries::missed()
{
    if (m_last && !m_breakAt)
        m_breakAt = m_last;
}

void LiveSeries::know(const std::vector<TradeRun> &runs)
{
    for (const TradeRun &run : runs) {
        add(run);
        m_last = m_last ? std::max(*m_last, run.last) : run.last;
    }
    if (!runs.empty())
        m_unsaid.clear();
}

bool LiveSeries::isKnown(qint64 id) const
{
    if (m_runs.empty() || id > m_runs.back().lastId)
        return false;
    const auto after = std::ranges::upper_bound(m_runs, id, {}, &TradeRun::firstId);
    return after != m_runs.begin() && id <= std::prev(after)->lastId;
}

//! Not known by its id, and nothing that is missing.
bool LiveSeries::isOfBefore(const FetchedTrade &trade) const
{
    if (m_runs.empty())
        return false;
    const TradeRun &first = m_runs.front();
    return first.firstId > 0 ? trade.id < first.firstId : trade.tick.time <= first.first;
}

//! A trade that comes again has the time that it had.
bool LiveSeries::beginsAnew(const Trades &trades) const
{
    if (m_runs.empty() || !m_last)
        return false;
    const Time latest{m_last->ns + kDigitsNs};
    return std::ranges::any_of(trades, [&](const FetchedTrade &trade) {
        return trade.tick.time > latest && trade.id <= m_runs.back().lastId
               && (trade.id < m_runs.front().firstId || isKnown(trade.id));
    });
}

//! What is stored up to now is known by its time, and what was missing in it as well. No id tells whether there were others
//! before the first of these; those of the new counting are asked for all the same.
void LiveSeries::forgetIds(const Trades &trades, LiveSlice &slice)
{
    for (const TradeHole &hole : holes())
        m_gaps.push_back(rangeOf(hole));
    m_runs.clear();
    const TradeRun stored{0, 0, *m_last, *m_last};
    add(stored);
    slice.runs = {stored};
    slice.countsAnew = true;
    Time first{std::numeric_limits<qint64>::max()};
    for (const FetchedTrade &trade : trades) {
        if (trade.tick.time > *m_last)
            first = std::min(first, trade.tick.time);
    }
    slice.gaps.push_back({*m_last, first});
    m_gaps.push_back(slice.gaps.back());
}

void LiveSeries::add(TradeRun run)
{
    if (!m_runs.empty() && run.firstId == m_runs.back().lastId + 1) { // nearly always
        m_runs.back().lastId = run.lastId;
        m_runs.back().last = run.last;
        return;
    }
    auto first = std::ranges::lower_bound(m_runs, run.firstId - 1, {}, &TradeRun::lastId);
    auto end = first;
    while (end != m_runs.end() && end->firstId <= run.lastId + 1) {
        if (end->firstId < run.firstId) {
            run.firstId = end->firstId;
            run.first = end->first;
        }
        if (end->lastId >= run.lastId) {
            run.lastId = end->lastId;
            run.last = end->last;
        }
        ++end;
    }
    first = m_runs.erase(first, end);
    m_runs.insert(first, run);
}

void LiveSeries::limitHoles(LiveSlice &slice)
{
    while (m_runs.size() > kMostHoles + 1) {
        const TradeHole oldest{{m_runs[0].lastId, m_runs[0].last}, {m_runs[1].firstId, m_runs[1].first}};
        const TradeRun run{oldest.after.id + 1, oldest.before.id - 1, oldest.after.time, oldest.before.time};
        slice.runs.push_back(run);
        slice.gaps.push_back(rangeOf(oldest));
        m_gaps.push_back(rangeOf(oldest));
        add(run);
    }
}

LiveSlice LiveSeries::fill(HoleQuery &query, const sources::FetchedTrades &answer)
{
    LiveSlice slice;
    slice.priceDecimals = answer.priceDecimals;
    slice.sizeDecimals = answer.sizeDecimals;
    Trades trades;
    std::ranges::copy_if(answer.trades, std::back_inserter(trades), [&](const FetchedTrade &trade) {
        return isPossible(trade) && trade.id > std::max(query.hole.after.id, query.reached)
               && (!query.isByTime || query.reached > 0 || trade.tick.time > query.hole.after.time);
    });
    query.notGiven = 0;
    if (trades.empty()) {
        query.isSought = query.isByTime && answer.trades.empty() && !answer.next.isEmpty();
        return slice;
    }
    std::ranges::stable_sort(trades, {}, &FetchedTrade::id);
    const qint64 wanted = std::max(query.reached, query.hole.after.id) + 1;
    const bool isWhole = trades.front().id == wanted || reachesBack(answer, query);
    const qint64 from = isWhole ? wanted : trades.front().id;
    query.notGiven = isWhole ? 0 : from;
    query.reached = trades.back().id;
    // what is newer than all that the stream has brought comes from there
    const qint64 until = std::min(query.reached, m_runs.empty() ? 0 : m_runs.back().lastId);
    Trades fresh;
    std::ranges::copy_if(trades, std::back_inserter(fresh),
                         [&](const FetchedTrade &trade) { return trade.id <= until && !isKnown(trade.id); });
    if (from > until)
        return slice;
    for (const TradeRun &part : unknownPartsOf(from, until, fresh)) {
        slice.runs.push_back(part);
        add(part);
    }
    putTicks(fresh, slice);
    return slice;
}

//! Those of the ids from `from` to `until` that are not known. `fresh`: all trades that they have, ascending by id.
std::vector<TradeRun> LiveSeries::unknownPartsOf(qint64 from, qint64 until, const Trades &fresh) const
{
    std::vector<TradeRun> parts;
    const auto addPart = [&](qint64 first, qint64 last, Time before) {
        const auto begin = std::ranges::lower_bound(fresh, first, {}, &FetchedTrade::id);
        const auto end = std::ranges::upper_bound(fresh, last, {}, &FetchedTrade::id);
        if (begin == end) // left out by the exchange
            parts.push_back({first, last, before, before});
        else
            parts.push_back({first, last, begin->tick.time, std::prev(end)->tick.time});
    };
    Time before{};
    for (const TradeRun &known : m_runs) {
        if (known.lastId < from) {
            before = known.last;
            continue;
        }
        if (known.firstId > until)
            break;
        if (known.firstId > from)
            addPart(from, known.firstId - 1, before);
        from = known.lastId + 1;
        before = known.last;
    }
    if (from <= until)
        addPart(from, until, before);
    return parts;
}

std::vector<TradeHole> LiveSeries::holes() const
{
    std::vector<TradeHole> holes;
    for (std::size_t i = 1; i < m_runs.size(); ++i)
        holes.push_back({{m_runs[i - 1].lastId, m_runs[i - 1].last}, {m_runs[i].firstId, m_runs[i].first}});
    return holes;
}

std::vector<TimeRange> LiveSeries::gaps() const
{
    std::vector<TimeRange> gaps = m_gaps;
    for (const TradeHole &hole : holes())
        gaps.push_back(rangeOf(hole));
    std::ranges::sort(gaps, {}, &TimeRange::begin);
    // after something was taken back a gap of before may lie in a hole: of what is missing there is one
    std::vector<TimeRange> merged;
    for (const TimeRange &gap : gaps) {
        if (!merged.empty() && gap.begin <= merged.back().end)
            merged.back().end = std::max(merged.back().end, gap.end);
        else
            merged.push_back(gap);
    }
    return merged;
}

} // namespace tickmark::pipeline
