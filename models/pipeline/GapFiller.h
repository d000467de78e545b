// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LiveFault.h"
#include "LiveSeries.h"
#include <sources/http/HttpFault.h>
#include <sources/http/HttpRequest.h>

#include <chrono>
#include <map>
#include <optional>

namespace tickmark::pipeline {

//! Asks an exchange for trades that are missing in one series, an answer at a time, from the last trade before a hole to the
//! first one after it. The newest hole comes first. Ids that the exchange left out go with it, as an answer shows that has
//! trades on both sides of them; what it does not give stays, and is asked for again after a pause. Pure: no network, clocks
//! come with each call. One thread; the provider outlives it.
class GapFiller
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds kSettling{1'000}; //!< ids that come a little later are no hole

    //! `symbol` as the provider spells it; `since`: no further back, else a day.
    GapFiller(const sources::TradeProvider &provider, QString symbol, std::optional<core::Time> since);

    //! Nothing: there is nothing to ask now. Else to be answered by take() before the next call.
    [[nodiscard]] std::optional<sources::HttpRequest> next(const LiveSeries &series,
                                                           const sources::ProviderSettings &settings, core::Time now,
                                                           Clock::time_point at);
    //! What is new of the answer; `source` is its name, `item` the instrument's.
    [[nodiscard]] LiveSlice take(const sources::HttpResult &answer, LiveSeries &series, const QString &source,
                                 const QString &item, Clock::time_point at);
    //! The source is to be left alone until then; nothing: it is not.
    [[nodiscard]] std::optional<Clock::time_point> pauseUntil() const { return m_pauseUntil; }
    //! Ask again now.
    void retry();
    //! The ids are others: nothing that was asked for so far is missing any more.
    void restart();

    [[nodiscard]] bool isAsking() const { return m_isAsking; }
    [[nodiscard]] const std::optional<LiveFault> &fault() const { return m_fault; }

private:
    //! What is known of a hole besides its ends.
    struct Patience
    {
        Clock::time_point next;
        int failures = 0;
        bool isNotGiven = false; //!< the answers come, and it is not in them
    };

    [[nodiscard]] bool choose(const LiveSeries &series, core::Time now, Clock::time_point at);
    void begin(const TradeHole &hole, core::Time oldest);
    [[nodiscard]] bool isSomeNotGiven() const;
    //! `isLess`: some of it came.
    static void putOff(Patience &patience, bool isLess, Clock::time_point at);
    void give(const LiveFault &fault, std::optional<std::chrono::seconds> wait, bool isOfSource, Clock::time_point at);
    [[nodiscard]] LiveSlice takeTrades(const sources::FetchedTrades &fetched, LiveSeries &series, const QString &source,
                                       const QString &item, Clock::time_point at);

    const sources::TradeProvider &m_provider;
    std::optional<core::Time> m_since;
    sources::TradesQuery m_query;
    sources::HttpRequest m_request;
    std::optional<HoleQuery> m_filling;    //!< has begun, and goes on with m_query
    std::map<qint64, Patience> m_patience; //!< by the first id behind the hole
    std::optional<Clock::time_point> m_pauseUntil;
    std::optional<LiveFault> m_fault;
    int m_withoutAny = 0; //!< answers
    bool m_isAsking = false;
};

} // namespace tickmark::pipeline
