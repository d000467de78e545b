// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ProviderFault.h"
#include "ProviderSettings.h"
#include <core/Instrument.h>
#include <core/Tick.h>

#include <QByteArray>

#include <span>
#include <vector>

namespace tickmark::sources {

//! Trades of one symbol from one time on. A backfill sends the same query again and again, each time with the cursor of
//! the answer before, until there is none.
struct TradesQuery
{
    QString symbol;         //!< as the provider spells it
    core::Time since;       //!< where to begin; with a lastTradeId: the time of that trade
    qint64 lastTradeId = 0; //!< the newest trade that is there already: it and all before it are left out; 0: none
    QByteArray cursor;      //!< FetchedTrades::next of the answer before; empty: the first request
};

//! Who wanted the trade: the side of the order that came, not of the one that stood in the book.
enum class TradeSide { Unknown, Buy, Sell };

//! One trade. Ids ascend with time within a symbol of a provider; by them a stream and a backfill of one exchange are told
//! apart, because their times have different digits.
struct FetchedTrade
{
    core::Tick tick; //!< in the decimals of its FetchedTrades
    qint64 id = 0;
    TradeSide side = TradeSide::Unknown;
};

//! What an answer held. Trades ascend by time, those of one time by id; no id comes twice.
struct FetchedTrades
{
    int priceDecimals = 0;
    int sizeDecimals = 0;
    std::vector<FetchedTrade> trades;
    qint64 rowsLeftOut = 0; //!< that could not be read; not those before what was asked for
    qint64 oldestId = 0;    //!< of all that the answer held, also of before what was asked for; 0: it held none
    core::Time oldestTime;
    QByteArray next; //!< where the next answer begins; empty: these are the newest. May stand without any trade
};

//! One exchange that gives trades. Request building and parsing are pure: no network, no clock, no state; safe on any
//! thread. Answers ascend from the beginning that was asked for, so that a backfill can stop after each of them and go on
//! later with the last trade that it kept. A new provider is one file with a class and one line in TradeProviders.cpp.
class TradeProvider
{
public:
    virtual ~TradeProvider() = default;

    //! The word in settings, JSON and on the command line: "kraken".
    [[nodiscard]] virtual QString code() const = 0;
    //! Its name as people write it.
    [[nodiscard]] virtual QString title() const = 0;
    //! How the provider spells the instrument; empty: it cannot have it.
    [[nodiscard]] virtual QString symbolOf(const core::Instrument &instrument) const = 0;
    [[nodiscard]] virtual HttpRequest request(const TradesQuery &query, const ProviderSettings &settings) const = 0;
    //! Of the answer to exactly this query. No trades and no cursor: there are none yet, which is no fault.
    [[nodiscard]] virtual ProviderResult<FetchedTrades> parse(const QByteArray &body,
                                                              const TradesQuery &query) const = 0;
};

//! All of them, in the order in which a list shows them. They live as long as the program.
[[nodiscard]] std::span<const TradeProvider *const> tradeProviders();
//! Null when there is none of that code.
[[nodiscard]] const TradeProvider *tradeProvider(const QString &code);

} // namespace tickmark::sources
