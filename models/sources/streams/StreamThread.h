// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StreamClock.h"
#include "StreamTypes.h"

#include <QThread>

#include <memory>

namespace tickmark::sources {

//! How patient a stream is; tests are quicker.
struct StreamPatience
{
    std::chrono::milliseconds connecting{10'000};
    std::chrono::milliseconds silence{30'000};   //!< without any frame; a ping goes out at half of it
    std::chrono::milliseconds firstPause{1'000}; //!< before the second attempt; doubles, with up to a half of jitter
    std::chrono::milliseconds longestPause{60'000};
    std::chrono::milliseconds batch{50}; //!< the longest that a trade waits for others
    int batchTrades = 5'000;
    qint64 frameBytes = 4 << 20;               //!< more ends the connection
    std::chrono::milliseconds settled{30'000}; //!< so long live, and the pauses begin anew with the first
};

//! The thread that owns every WebSocket: connects, subscribes, answers heartbeats, parses, and hands trades on in batches;
//! a connection that is lost comes again by itself, after a pause that grows. Each request has a connection of its own.
//! Waiting goes by a monotonic clock that runs on while the machine sleeps (CLOCK_BOOTTIME), so that a connection that
//! died in its sleep is found dead at once after waking.
//! Methods may be called from any thread and never wait, but for the destructor, which ends the thread (some ms).
class StreamThread
{
public:
    //! `sink` outlives it.
    explicit StreamThread(StreamSink &sink, StreamPatience patience = {}, StreamClock clock = StreamClock::ofSystem());
    ~StreamThread();
    StreamThread(const StreamThread &) = delete;
    StreamThread &operator=(const StreamThread &) = delete;

    //! Takes the place of what this source streamed before: with the same provider, address and key, instruments that both
    //! have go on without a break, and no resumed() comes for the others. Without instruments it is stop().
    void start(StreamRequest request);
    //! What was parsed goes to the sink before.
    void stop(qint64 sourceId);
    //! Try now those that wait.
    void retryNow();

private:
    class Streams;
    template <typename Work>
    void run(Work work);

    QThread m_thread;
    Streams *m_streams; //!< lives on m_thread and goes with it
};

} // namespace tickmark::sources
