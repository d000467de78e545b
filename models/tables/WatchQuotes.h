// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Bar.h>
#include <core/CalendarSet.h>
#include <core/Instrument.h>
#include <core/Price.h>
#include <core/Result.h>
#include <core/Time.h>
#include <pipeline/LastTrade.h>
#include <store/StoreReader.h>

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace tickmark::tables {

//! Which close a watchlist shows, and what its small curves cover.
struct WatchRequest
{
    std::optional<core::SessionDate> date; //!< nothing: the latest close of each instrument
    std::optional<core::TimeRange> view;   //!< nothing: the kUsualSessions sessions up to the date

    static constexpr int kUsualSessions = 22;
};

//! Daily closes in view, one value per session of the exchange's calendar, reduced to what a curve 38 px wide can show.
struct Sparkline
{
    std::vector<float> values; //!< 0 (lowest) to 1 (highest) from left to right; NaN where a session has no quote
    int dot = -1;              //!< the session of the prices; -1 when it is out of view

    static constexpr int kMostValues = 64;
};

//! What is known of one instrument's price as of a session, in today's shares, as the chart shows it. Values, free to copy
//! between threads.
struct WatchQuote
{
    qint64 instrumentId = 0;
    core::SessionDate session;           //!< the latest session of its exchange up to the date that was asked for
    std::optional<core::Bar> bar;        //!< nothing: that session has no quote
    core::SessionDate previousSession;   //!< the session before it; its close is the base of the change
    std::optional<core::Price> previous; //!< nothing: that session has no quote, so there is no change either
    std::optional<core::SessionDate> baseBefore; //!< then: the session of the nearest earlier quote, if there is one
    bool hasQuotes = false;                      //!< false: there is no daily series, and all above is unset
    int priceDecimals = 0;
    int ownDecimals = 2; //!< that its source gives prices in (see core::shownPrice)
    int sizeDecimals = 0;
    QString source; //!< of `bar`; without one, of the preferred series
    //! Of a later session than `bar`, where the latest close was asked for; nothing: there is none.
    std::optional<pipeline::LastTrade> trade;
    Sparkline spark;

    [[nodiscard]] std::optional<core::Price> close() const;
    //! Close against the previous session's close; nothing without both, or when the base is not above zero.
    [[nodiscard]] std::optional<double> changePercent() const;
    //! The close that a change in the session of a trade counts from, of `before`, the session before it: that of the bars,
    //! else `ofTrades`; nothing: neither is known.
    [[nodiscard]] std::optional<core::Price> baseOf(core::SessionDate session,
                                                    const std::optional<core::SessionDate> &before,
                                                    const std::optional<core::Price> &ofTrades) const;
};

//! The quotes of `instruments`, in their order, from their daily series as the charts put them together. An instrument
//! whose exchange has no calendar is treated as one that trades around the clock.
[[nodiscard]] core::Result<std::vector<WatchQuote>> loadWatchQuotes(store::StoreReader &reader,
                                                                    const core::CalendarSet &calendars,
                                                                    std::span<const core::Instrument> instruments,
                                                                    const WatchRequest &request, std::stop_token stop);

} // namespace tickmark::tables
