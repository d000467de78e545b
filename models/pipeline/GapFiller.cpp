// SPDX-License-Identifier: GPL-3.0-or-later
#include "GapFiller.h"

#include <algorithm>

namespace tickmark::pipeline {

using core::Time;

namespace {

constexpr qint64 kOrdinaryNs = core::kNsPerDay;       // exchanges have millions of trades a day
constexpr qint64 kWorthAskingNs = core::kNsPerMinute; // less than that within the limit is left as it is
constexpr std::chrono::milliseconds kSettling{1'000}; // ids that come a little later are no hole
constexpr std::chrono::seconds kFirstPause{2};        // an exchange's answers may lag behind its stream
constexpr std::chrono::seconds kLongestPause{300};
constexpr int kMostWithoutAny = 100; // answers of a search; then it leads nowhere
constexpr int kMostEmptyAnswers = 3; // before it is said that the gap stays

std::chrono::seconds pauseAfter(int failures)
{
    const int doublings = std::min(failures - 1, 8);
    return std::min(kLongestPause, kFirstPause * (1 << doublings));
}

} // namespace

GapFiller::GapFiller(const sources::TradeProvider &provider, QString symbol, std::optional<Time> since)
    : m_provider(provider), m_since(since)
{
    m_query.symbol = std::move(symbol);
}

void GapFiller::retry()
{
    m_pauseUntil.reset();
    for (auto &[beforeId, patience] : m_patience)
        patience.next = {};
}

std::optional<sources::HttpRequest> GapFiller::next(const LiveSeries &series, const sources::ProviderSettings &settings,
                                                    Time now, Clock::time_point at)
{
    if (m_isAsking || (m_pauseUntil && at < *m_pauseUntil))
        return std::nullopt;
    if (!choose(series, now, at))
        return std::nullopt;
    m_isAsking = true;
    m_request = m_provider.request(m_query, settings);
    return m_request;
}

//! Goes on with the one that was begun, as long as nothing newer is missing.
bool GapFiller::choose(const LiveSeries &series, Time now, Clock::time_point at)
{
    const std::vector<TradeHole> holes = series.holes();
    std::map<qint64, Patience> patience;
    for (const TradeHole &hole : holes) {
        const auto known = m_patience.find(hole.before.id);
        patience[hole.before.id] = known == m_patience.end() ? Patience{at + kSettling, 0} : known->second;
    }
    m_patience = std::move(patience);
    const Time oldest = m_since.value_or(Time{now.ns - kOrdinaryNs});
    for (auto hole = holes.rbegin(); hole != holes.rend(); ++hole) {
        const bool isTooOld = hole->after.time < oldest && hole->before.time.ns < oldest.ns + kWorthAskingNs;
        if (isTooOld || at < m_patience[hole->before.id].next)
            continue;
        if (!m_filling || m_filling->hole.before != hole->before)
            begin(*hole, oldest);
        return true;
    }
    m_filling.reset();
    if (holes.empty())
        m_fault.reset();
    return false;
}

void GapFiller::begin(const TradeHole &hole, Time oldest)
{
    HoleQuery query{hole, std::max(hole.after.time, oldest), false, 0};
    query.isByTime = hole.after.id == 0 || query.since > hole.after.time;
    m_query.since = query.since;
    m_query.lastTradeId = query.isByTime ? 0 : hole.after.id;
    m_query.cursor.clear();
    m_withoutAny = 0;
    m_filling = query;
}

LiveSlice GapFiller::take(const sources::HttpResult &answer, LiveSeries &series, const QString &source,
                          const QString &item, Clock::time_point at)
{
    m_isAsking = false;
    if (!m_filling)
        return {};
    if (!answer) {
        const FetchFault fault = faultOf(answer.error());
        if (answer.error().fault != sources::HttpFault::Cancelled)
            give(liveFault(fault), fault.retryAfter, true, at);
        return {};
    }
    auto fetched = m_provider.parse(answer->body, m_query);
    if (!fetched) {
        const FetchFault fault = faultOf(fetched.error(), source, m_request);
        give(liveFault(fault), std::nullopt, fault.endsSource || isPassing(fetched.error().fault), at);
        return {};
    }
    return takeTrades(*fetched, series, source, item, at);
}

LiveSlice GapFiller::takeTrades(const sources::FetchedTrades &fetched, LiveSeries &series, const QString &source,
                                const QString &item, Clock::time_point at)
{
    const qint64 before = m_filling->reached;
    LiveSlice slice = series.fill(*m_filling, fetched);
    const bool isDone = m_filling->reached >= m_filling->hole.before.id;
    const bool hasMoved = m_filling->reached > before;
    m_query.cursor = fetched.next;
    Patience &patience = m_patience[m_filling->hole.before.id];
    m_withoutAny = hasMoved ? 0 : m_withoutAny + 1;
    if (isDone || (!fetched.next.isEmpty() && m_withoutAny < kMostWithoutAny)) {
        m_pauseUntil.reset();
        m_fault.reset();
        if (isDone)
            m_filling.reset();
        else if (hasMoved)
            patience.failures = 0;
        return slice;
    }
    // the answer ends before what the stream has brought: it lags behind, or gives these no more
    patience.failures = hasMoved ? 1 : patience.failures + 1;
    patience.next = at + pauseAfter(patience.failures);
    if (patience.failures >= kMostEmptyAnswers)
        m_fault = liveFault(core::ErrorCode::NotFound, "not_given", {source, item});
    m_filling.reset();
    return slice;
}

void GapFiller::give(const LiveFault &fault, std::optional<std::chrono::seconds> wait, bool isOfSource,
                     Clock::time_point at)
{
    m_fault = fault;
    Patience &patience = m_patience[m_filling->hole.before.id];
    ++patience.failures;
    const auto until = at + std::max(wait.value_or(std::chrono::seconds(0)), pauseAfter(patience.failures));
    patience.next = until;
    if (isOfSource)
        m_pauseUntil = until;
    m_filling.reset(); // asked anew from what is known by then
}

} // namespace tickmark::pipeline
