// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Instrument.h>
#include <core/Price.h>
#include <core/Result.h>
#include <core/SessionCalendar.h>
#include <core/Time.h>
#include <store/StoreReader.h>

#include <optional>
#include <stop_token>

//! What a series of trades says where a list shows one price for each instrument. Reads, on the thread of the reader.
namespace tickmark::pipeline {

//! The last stored trade of an instrument. A value.
struct LastTrade
{
    core::Price price;
    core::Time time;
    core::SessionDate session;
    //! Close of the session before, from the same trades; nothing: they do not tell it.
    std::optional<core::Price> base;
};

//! Of the series of trades that the charts show; nothing: it has none, or only simulated ones, or a split came since.
[[nodiscard]] core::Result<std::optional<LastTrade>> loadLastTrade(store::StoreReader &reader,
                                                                   const core::Instrument &instrument,
                                                                   const core::SessionCalendar &calendar,
                                                                   std::stop_token stop = {});

//! The last trade in the hours of `session`. Nothing: there is none, or trades are missing around the close.
[[nodiscard]] core::Result<std::optional<core::Price>> closeOfTrades(store::StoreReader &reader, qint64 seriesId,
                                                                     const core::Session &session,
                                                                     std::stop_token stop = {});

} // namespace tickmark::pipeline
