// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LiveInbox.h"
#include "LiveSource.h"

#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <thread>

namespace tickmark::pipeline {

//! The way from StreamSink to the store: a thread that takes what the streams bring, tells what is new, hands it to the
//! writer and asks for what is missing. See LiveStreams, which owns it. What the sink is told is taken at once, on any
//! thread.
class LiveEngine : public sources::StreamSink
{
public:
    //! The sockets, as far as they are driven from here. Called on the engine's thread, until finish() has returned.
    struct Sockets
    {
        std::function<void(sources::StreamRequest)> start;
        std::function<void(qint64 sourceId)> stop;
        std::function<void()> retryNow;
    };

    LiveEngine(LiveTools tools, LiveStreams::Listener listener, Sockets sockets);
    //! As finish().
    ~LiveEngine() override;
    LiveEngine(const LiveEngine &) = delete;
    LiveEngine &operator=(const LiveEngine &) = delete;

    void post(LiveInbox::Message message) { m_inbox->post(std::move(message)); }
    //! Stores what has come, for no longer than a second; nothing is told any more.
    void finish();

    void take(sources::StreamBatch batch) override;
    void status(const sources::StreamStatus &status) override;
    void refused(qint64 sourceId, qint64 instrumentId, const sources::StreamError &error) override;
    void resumed(qint64 sourceId, std::optional<core::Time> lastHeard) override;
    void missed(qint64 sourceId) override;

private:
    using Clock = LiveMeter::Clock;
    using Inbox = LiveInbox;

    void run();
    [[nodiscard]] bool mayEnd(Clock::time_point now);

    // LiveEngine.cpp: what is said
    void receive(sources::StreamBatch &batch);
    void receive(const sources::StreamStatus &status);
    void receive(const Inbox::Refused &refused);
    void receive(const Inbox::Resumed &resumed);
    void receive(const Inbox::Missed &missed);
    void receive(Inbox::Start &start);
    void receive(const Inbox::Stop &stop);
    void receive(Inbox::Retry);
    void receive(Inbox::Quit);
    void receive(const Inbox::Stored &stored);
    void receive(const Inbox::Shown &shown);
    void receive(const Inbox::Answer &answer);

    // LiveEngineWork.cpp: what is to be done
    void work(Clock::time_point now);
    void open(LiveSource &source, LiveRequest wanted, bool isAgain);
    void lookAgain(LiveSource &source, Clock::time_point now);
    void send(LiveSource &source, LiveItem &item);
    void fillGap(LiveSource &source, LiveItem &item, Clock::time_point now);
    void endStopped(LiveSource &source, Clock::time_point now);
    void endImport(LiveSource &source);
    void failed(LiveSource &source, LiveItem *item, const core::Error &error, Clock::time_point now);
    void endItem(LiveItem &item, const LiveFault &fault);
    void restartStream(const LiveSource &source);
    [[nodiscard]] core::Result<store::StoreReader *> reader();
    void put(LiveItem &item, LiveSlice slice, std::optional<Clock::time_point> received);
    void tell(Clock::time_point now);

    [[nodiscard]] LiveSource *source(qint64 sourceId);
    [[nodiscard]] LiveItem *item(qint64 sourceId, qint64 instrumentId);
    [[nodiscard]] LiveItem *item(qint64 sourceId, qint64 instrumentId, quint64 serial);

    LiveTools m_tools;
    LiveStreams::Listener m_listener;
    Sockets m_sockets;
    std::shared_ptr<LiveInbox> m_inbox = std::make_shared<LiveInbox>();
    std::map<qint64, LiveSource> m_sources;
    std::unique_ptr<store::StoreReader> m_reader;
    std::optional<core::Error> m_storeFault; //!< of the last attempt
    Clock::time_point m_retryStoreAt;
    Clock::time_point m_toldAt;
    bool m_isToTell = false;
    quint64 m_lastSerial = 0;
    std::optional<Clock::time_point> m_quitAt; //!< give up what waits
    std::stop_source m_requests;               //!< of the network
    std::thread m_thread;                      //!< last: it uses the rest
};

} // namespace tickmark::pipeline
