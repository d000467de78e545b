// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <atomic>
#include <functional>
#include <thread>

namespace tickmark::bench {

//! An HTTP server on loopback that costs next to nothing: one thread, connections kept, GET only. The bytes that it
//! answers are made by the caller.
class LoopbackServer
{
public:
    //! The whole answer, head included, to a request's head. Called on the server's thread.
    using Answer = std::function<QByteArray(QByteArrayView head)>;

    explicit LoopbackServer(Answer answer);
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer &) = delete;
    LoopbackServer &operator=(const LoopbackServer &) = delete;

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] int connections() const { return m_connections; } //!< made so far
    [[nodiscard]] int requests() const { return m_requests; }

private:
    void run();

    Answer m_answer;
    int m_listener = -1;
    int m_port = 0;
    int m_wake[2]{-1, -1};
    std::atomic_int m_connections = 0;
    std::atomic_int m_requests = 0;
    std::thread m_thread; //!< last: it uses the rest
};

} // namespace tickmark::bench
