// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "WatchGroups.h"
#include "WatchQuotes.h"
#include <pipeline/LiveStatus.h>

#include <memory>
#include <unordered_map>

namespace tickmark::tables {

//! The last trade in place of a close: of a stream, or the last one that is stored.
struct WatchTrade
{
    core::Price price;
    core::Time time;
    core::SessionDate session;
    std::optional<double> change; //!< percent since the close of the session before; nothing: that is not known
};

//! What streams of an instrument now.
struct WatchLive
{
    pipeline::LiveStatus status;
    std::optional<WatchTrade> trade; //!< nothing: none yet
};

//! One row of the watchlist: an instrument and, once it is loaded, its quote.
struct WatchEntry
{
    core::Instrument instrument;
    WatchGroup group = WatchGroup::OtherShares;
    QString label;     //!< in the language of the list
    int labelRank = 0; //!< among all labels, as that language sorts them; no two are equal
    WatchQuote quote;
    bool isLoaded = false;
    std::optional<WatchLive> live;
};

//! All instruments of a store, made ready where they are read, so that a list of ten thousand has only to be taken over
//! on the GUI thread. Owned by whoever holds it last; goes stale with the store and with the language.
struct WatchRows
{
    std::vector<WatchEntry> entries;           //!< in the store's order: ids rise
    std::unordered_map<QString, int> bySymbol; //!< positions by symbol in lower case
};

//! Reads the instruments; their quotes are not loaded. Never null when it succeeds.
[[nodiscard]] core::Result<std::shared_ptr<WatchRows>> loadWatchRows(store::StoreReader &reader,
                                                                     const core::CalendarSet &calendars,
                                                                     const QString &language);

} // namespace tickmark::tables
