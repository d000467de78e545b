// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <core/Result.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>

#include <functional>
#include <stop_token>

namespace tickmark::pipeline {

//! Changes whenever the same quotes may give another verdict, or other names of their sources.
inline constexpr int kJudgingVersion = 5;

//! What there was to do.
struct ClaimUpkeep
{
    qint64 texts = 0;  //!< of news items whose claims were found anew
    qint64 claims = 0; //!< that were judged

    [[nodiscard]] bool isEmpty() const { return texts == 0 && claims == 0; }
};

//! Told how many claims were judged so far, now and then, on the caller's thread.
using UpkeepProgress = std::function<void(qint64 claims)>;

//! Brings claims and verdicts of a store up to date, in small transactions: claims are looked for in news whose text is new
//! or was read by other rules (lexicon, grammar, names), and those are judged whose quotes, splits, shares, exchange rates or
//! calendars have changed, or whose session was open. Costs little when there is nothing to do. Waits for the writer: never
//! call it on the GUI thread. Cancelled: what is done is kept, the rest is left for the next call.
[[nodiscard]] core::Result<ClaimUpkeep> keepClaims(store::StoreReader &reader, store::StoreWriter &writer,
                                                   const core::CalendarSet &calendars, core::Time now,
                                                   std::stop_token stop = {}, const UpkeepProgress &progress = {});

} // namespace tickmark::pipeline
