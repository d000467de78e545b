// SPDX-License-Identifier: GPL-3.0-or-later
#include "GapFiller.h"

#include <algorithm>

namespace tickmark::pipeline {

using core::Time;

namespace {

constexpr qint64 kOrdinaryNs = core::kNsPerDay;       // exchanges have millions of trades a day
constexpr qint64 kWorthAskingNs = core::kNsPerMinute; // less than that within the limit is left as it is
constexpr std::chrono::seconds kFirstPause{2};        // an exchange's answers may lag behind its stream
constexpr std::chrono::seconds kLongestPause{300};
constexpr int kMostWithoutAny = 100; // answers of a search; then it leads nowhere
constexpr int kMostEmptyAnswers = 3; // before it is said that the gap stays
constexpr const char *kNotGiven = "not_given";

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

void GapFiller::restart()
{
    m_pauseUntil.reset();
    m_patience.clear();
    m_filling.reset();
    m_fault.reset();
}

bool GapFiller::isSomeNotGiven() const
{
    return std::ranges::any_of(
        m_patience, [](const auto &one) { return one.second.isNotGiven && one.second.failures >= kMostEmptyAnswers; });
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
        patience[hole.before.id] = known == m_patience.end() ? Patience{at + kSettling, 0, false} : known->second;
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
    if (holes.empty() || (m_fault && m_fault->code == QLatin1String(kNotGiven) && !isSomeNotGiven()))
        m_fault.reset();
    return false;
}

void GapFiller::begin(const TradeHole &hole, Time oldest)
{
    HoleQuery query{hole, std::max(hole.after.time, oldest), false, 0, false, 0};
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
    m_withoutAny = hasMoved ? 0 : m_withoutAny + 1;
    m_pauseUntil.reset();
    // it begins behind what was asked for: that is a hole of its own now
    if (m_filling->notGiven > 0)
        putOff(m_patience[m_filling->notGiven], false, at);
    const bool goesOn = !isDone && !fetched.next.isEmpty() && m_withoutAny < kMostWithoutAny;
    Patience &patience = m_patience[m_filling->hole.before.id];
    if (goesOn && hasMoved)
        patience = {};
    else if (!goesOn && !isDone) // it ends before what the stream has brought: it lags behind, or gives these no more
        putOff(patience, hasMoved, at);
    if (isDone && m_filling->notGiven != m_filling->hole.before.id)
        m_patience.erase(m_filling->hole.before.id); // it is closed
    if (!goesOn)
        m_filling.reset();
    m_fault.reset();
    if (isSomeNotGiven())
        m_fault = liveFault(core::ErrorCode::NotFound, kNotGiven, {source, item});
    return slice;
}

void GapFiller::putOff(Patience &patience, bool isLess, Clock::time_point at)
{
    patience.failures = isLess ? 1 : patience.failures + 1;
    patience.isNotGiven = true;
    patience.next = at + pauseAfter(patience.failures);
}

void GapFiller::give(const LiveFault &fault, std::optional<std::chrono::seconds> wait, bool isOfSource,
                     Clock::time_point at)
{
    m_fault = fault;
    Patience &patience = m_patience[m_filling->hole.before.id];
    patience.isNotGiven = false;
    ++patience.failures;
    const auto until = at + std::max(wait.value_or(std::chrono::seconds(0)), pauseAfter(patience.failures));
    patience.next = until;
    if (isOfSource)
        m_pauseUntil = until;
    m_filling.reset(); // asked anew from what is known by then
}

} // namespace tickmark::pipeline
