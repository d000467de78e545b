// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ProviderFault.h"
#include "ProviderSettings.h"
#include <core/Bar.h>
#include <core/Instrument.h>
#include <core/Price.h>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace tickmark::sources {

//! Bars of one symbol, both dates included.
struct BarsQuery
{
    QString symbol;        //!< as the provider spells it
    qint64 intervalNs = 0; //!< core::Series::kDaily or the length of a bar
    core::SessionDate from;
    core::SessionDate until;
    core::SessionDate today = until; //!< when it is asked
};

//! A bar with units of its own decimals, as BarRow of the store wants it.
struct FetchedBar
{
    core::Bar bar;
    int priceDecimals = 0;
    int sizeDecimals = 0;
};

//! Four prices at their common decimals, and a volume at its own; a negative one is none. Nothing when a price is missing
//! or they do not fit together.
[[nodiscard]] std::optional<FetchedBar> makeBar(const std::array<std::optional<core::Price>, 4> &openHighLowClose,
                                                std::optional<core::Price> volume);

struct FetchedSplit
{
    core::SessionDate exDate;
    qint64 newShares = 1;
    qint64 oldShares = 1;
};

struct FetchedDividend
{
    core::SessionDate exDate;
    core::Price amount;
};

//! What an answer held. Bars ascend; a row without a price is left out and counted.
struct FetchedBars
{
    QString currency; //!< ISO 4217; empty when the provider does not say. Pence and the like are turned into the unit
    std::vector<FetchedBar> bars;
    std::vector<FetchedSplit> splits;
    std::vector<FetchedDividend> dividends;
    bool splitAdjusted = false; //!< all splits up to the moment of the answer are in prices and dividends already
    qint64 rowsLeftOut = 0;
    std::vector<core::SessionDate> unpriced; //!< of daily bars: sessions that came without a price; ascending
    std::vector<core::Time> unpricedTimes;   //!< of bars within the day: starts of those without a price; ascending
};

//! Counts a row that is no bar; where it stands for a day that was asked for (`date`), that day has no price, or of bars
//! within the day the one that begins at `start` has none.
void leaveOut(FetchedBars &fetched, const BarsQuery &query, std::optional<core::SessionDate> date,
              std::optional<core::Time> start = std::nullopt);

//! Ascending by date or time; of bars of one date or time the last one stands, the others count as left out. A session or
//! time that has a bar as well is not without a price.
void putInOrder(FetchedBars &fetched);

//! Ascending by date, one split and one dividend for each: what a date tells twice counts once, two splits of one date are
//! one after the other (a reverse split and its return), and two dividends are paid both.
void putEventsInOrder(FetchedBars &fetched);

//! One service that gives bars. Request building and parsing are pure: no network, no clock, no state; safe on any
//! thread. A new provider is one file with a class and one line in QuoteProviders.cpp.
class QuoteProvider
{
public:
    virtual ~QuoteProvider() = default;

    //! The word in settings, JSON and on the command line: "yahoo".
    [[nodiscard]] virtual QString code() const = 0;
    //! Its name as people write it.
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual bool needsKey() const { return false; }
    //! Whether it has bars of this length.
    [[nodiscard]] virtual bool gives(qint64 intervalNs) const = 0;
    //! How the provider spells the instrument; empty: it cannot have it.
    [[nodiscard]] virtual QString symbolOf(const core::Instrument &instrument) const = 0;
    //! How many days one request may span; a longer backfill goes in pieces.
    [[nodiscard]] virtual int daysPerRequest(qint64 intervalNs) const = 0;
    //! Whether it answers by calendar months: a request must not reach over the end of one.
    [[nodiscard]] virtual bool givesMonths(qint64) const { return false; }
    [[nodiscard]] virtual HttpRequest request(const BarsQuery &query, const ProviderSettings &settings) const = 0;
    [[nodiscard]] virtual ProviderResult<FetchedBars> parse(const QByteArray &body, const BarsQuery &query) const = 0;
};

//! All of them, in the order in which a list shows them. They live as long as the program.
[[nodiscard]] std::span<const QuoteProvider *const> quoteProviders();
//! Null when there is none of that code.
[[nodiscard]] const QuoteProvider *quoteProvider(const QString &code);

} // namespace tickmark::sources
