// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LiveStreams.h"
#include <sources/http/HttpFault.h>
#include <sources/http/HttpRequest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <utility>
#include <variant>
#include <vector>

namespace tickmark::pipeline {

//! What the streams, the writer, the network and the owner say, until the thread of the live streams takes it. Whoever says
//! something shares it.
class LiveInbox
{
public:
    struct Refused
    {
        qint64 sourceId = 0;
        qint64 instrumentId = 0;
        sources::StreamError error;
    };
    struct Resumed
    {
        qint64 sourceId = 0;
        std::optional<core::Time> lastHeard;
    };
    struct Missed
    {
        qint64 sourceId = 0;
        qint64 instrumentId = 0; //!< 0: of any
    };
    struct Start
    {
        LiveRequest request;
    };
    struct Stop
    {
        qint64 sourceId = 0; //!< 0: all
        qint64 instrumentId = 0;
    };
    struct Retry
    {};
    struct Quit
    {};
    //! Of the writer.
    struct Stored
    {
        qint64 sourceId = 0;
        qint64 instrumentId = 0;
        quint64 item = 0; //!< LiveItem::serial
        core::Result<store::TickTotals> result;
    };
    struct Shown
    {
        qint64 sourceId = 0;
        qint64 instrumentId = 0;
        std::chrono::nanoseconds latency{};
    };
    //! Of the network.
    struct Answer
    {
        qint64 sourceId = 0;
        qint64 instrumentId = 0;
        quint64 item = 0;
        sources::HttpResult result;
    };
    using Message = std::variant<sources::StreamBatch, sources::StreamStatus, Refused, Resumed, Missed, Start, Stop,
                                 Retry, Quit, Stored, Shown, Answer>;
    using Moment = std::chrono::steady_clock::time_point;

    void post(Message message)
    {
        {
            const std::scoped_lock lock(m_guard);
            m_messages.push_back(std::move(message));
        }
        m_posted.notify_one();
    }

    //! All that are there; waits for the first, no longer than until `latest`.
    [[nodiscard]] std::vector<Message> take(Moment latest)
    {
        std::unique_lock lock(m_guard);
        m_posted.wait_until(lock, latest, [this] { return !m_messages.empty(); });
        return std::exchange(m_messages, {});
    }

    //! Trades that have come and are not acknowledged.
    std::atomic<qint64> waiting = 0;

private:
    std::mutex m_guard;
    std::condition_variable m_posted;
    std::vector<Message> m_messages;
};

} // namespace tickmark::pipeline
