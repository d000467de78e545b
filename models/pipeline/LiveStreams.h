// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LiveStatus.h"
#include <sources/http/HttpClient.h>
#include <sources/streams/StreamThread.h>
#include <store/SourceTypes.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>

#include <functional>
#include <memory>
#include <vector>

namespace tickmark::pipeline {

//! One source to be streamed, with its key out of the keychain (empty: none).
struct LiveRequest
{
    store::SourceSetup setup;
    QByteArray key;
    std::vector<qint64>
        instrumentIds; //!< of the store; empty: all that the set-up names, or that the provider can have
};

//! What it works with; all of it outlives the streams. Readers are made as needed, on the streams' own thread.
struct LiveTools
{
    std::shared_ptr<sources::HttpClient> http;
    store::StoreWriter &writer;
    std::function<core::Result<std::unique_ptr<store::StoreReader>>()> openReader;
};

//! Streams of trades on their way into one store: batches from the stream thread -> writer, which publishes a snapshot (drawn
//! at once) and then acknowledges. What came twice is dropped by its id; ids that are missing, and the time that a
//! connection was down, are recorded as gaps of the series and filled by REST (TradeProvider), exactly from the last trade
//! before to the first after; the gap's record goes in the transaction that fills it. The last id is stored in the
//! transaction of its trades, so that neither a kill nor a full disk makes a trade come twice or an acknowledged one go.
//! Where the disk does not take them, trades wait here, as many as the bound (kMostWaiting); beyond it they are left to the
//! backfill as a gap. Methods may be called from any thread and never wait; destruction stores what has come, or gives it up
//! to the backfill of the next start when the disk does not take it within a second.
class LiveStreams
{
public:
    static constexpr qint64 kMostWaiting = 4'000'000; //!< trades, 160 MB
    //! Told on a thread of its own, a few times a second while something changes.
    using Listener = std::function<void(const std::vector<LiveStatus> &all)>;

    LiveStreams(LiveTools tools, Listener listener, sources::StreamPatience patience = {});
    ~LiveStreams();
    LiveStreams(const LiveStreams &) = delete;
    LiveStreams &operator=(const LiveStreams &) = delete;

    //! In place of what this source streamed before. InvalidInput faults (no stream at this provider, no instrument) come as
    //! statuses.
    void start(LiveRequest request);
    //! instrumentId 0: all of the source. What has come is stored; then its statuses go.
    void stop(qint64 sourceId, qint64 instrumentId = 0);
    void stopAll();
    void retryNow();

    //! The providers that can be streamed.
    [[nodiscard]] static bool canStream(const QString &provider);

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace tickmark::pipeline
