// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "GapFiller.h"
#include "LiveMeter.h"
#include "LiveOutbox.h"
#include "LiveStreams.h"

#include <memory>
#include <optional>
#include <vector>

namespace tickmark::pipeline {

//! One instrument of one source that is streamed. Belongs to the thread of the live streams.
struct LiveItem
{
    LiveItem(store::SeriesKey key, LiveSeries known) : series(std::move(known)), outbox(std::move(key)) {}

    quint64 serial = 0; //!< answers to a former one of the same instrument are passed over
    core::Instrument instrument;
    sources::StreamSymbol stream;
    QString restSymbol;
    LiveSeries series;
    LiveOutbox outbox;
    LiveMeter meter;
    std::optional<GapFiller> filler; //!< nothing: the exchange gives no trades of before
    qint64 seriesId = 0;
    bool isBeginning = false; //!< the import, with what is under way
    bool isBehind = false;    //!< what waits is drawn, until it all fits into one transaction again
    qint64 received = 0;
    qint64 stored = 0;
    qint64 backfilled = 0;
    qint64 discarded = 0;
    std::optional<LiveMeter::Clock::time_point> countsAnewAt; //!< when the exchange was last seen to
    std::optional<qint64> toldAtEnd; //!< being stopped, with nothing left: trades in the store as they were told
    std::optional<LiveFault> fault;  //!< of this one: it does not go on
    std::optional<LiveMeter::Clock::time_point> stoppedAt; //!< is being stopped
};

//! One source that is streamed.
struct LiveSource
{
    LiveRequest request;
    std::optional<LiveRequest> wanted; //!< is to be so as soon as nothing is under way
    std::vector<std::unique_ptr<LiveItem>> items;
    std::vector<LiveStatus> refused; //!< what is named and cannot be had
    sources::StreamStatus stream;
    std::optional<LiveFault> fault; //!< of all of it: nothing is streamed
    std::optional<qint64> importId;
    core::SessionDate importDay;
    std::optional<LiveMeter::Clock::time_point> lookAgainAt; //!< it is set up otherwise, or something was taken back

    [[nodiscard]] LiveItem *item(qint64 instrumentId);
    [[nodiscard]] bool isSending() const;
    [[nodiscard]] bool isBeginning() const; //!< an import
    [[nodiscard]] sources::ProviderSettings settings() const;
    [[nodiscard]] sources::StreamRequest streamRequest() const;
    [[nodiscard]] bool isStopping() const; //!< all of it
    [[nodiscard]] qint64 waiting() const;  //!< ticks that are not acknowledged
    //! The instrument is not asked for any more.
    void leaveOut(qint64 instrumentId);
};

//! What `request` asks for, with what is stored of it, in place of the items that `source` has: those that are asked for as
//! before keep what waits. `isAgain`: because the store has changed; what is being stopped goes on being stopped then, and
//! what has gone is told of. An error: the store cannot be read. Nothing of the source may be under way. Reads.
[[nodiscard]] core::Result<> openSource(LiveSource &source, const LiveRequest &request, bool isAgain,
                                        store::StoreReader &reader, quint64 &lastSerial);

//! Nothing: it can be streamed.
[[nodiscard]] std::optional<LiveFault> whyNotStreamed(const LiveRequest &request);

//! What is shown of it. `storeFault`: why nothing is stored now.
[[nodiscard]] LiveStatus statusOf(const LiveSource &source, LiveItem &item,
                                  const std::optional<core::Error> &storeFault, LiveMeter::Clock::time_point now);
//! Of a source as a whole that is not streamed.
[[nodiscard]] LiveStatus statusOf(const LiveSource &source, const LiveFault &fault);

} // namespace tickmark::pipeline
