// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TestCertificates.h"

#include <QByteArray>
#include <QList>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>

namespace tickmark::test {

//! What a client sent: the target of the request line and all header lines, as they came.
struct SeenRequest
{
    QByteArray target;
    QByteArray head;
};

//! What the server does with a request: bytes as they are, then this end.
struct FaultAnswer
{
    enum class End {
        Keep,    //!< the connection stays for the next request
        Close,   //!< in order, as an answer without a length ends
        Reset,   //!< the connection is torn down
        Stall,   //!< nothing more, and the connection stays open
        Endless, //!< `bytes` once, then `more` again and again
    };
    QByteArray bytes;
    End end = End::Keep;
    QByteArray more;
};

//! A server on loopback that misbehaves as it is told, on a thread of its own: raw bytes out, so that every fault of a
//! real server can be made. With a certificate it speaks TLS.
class FaultServer
{
public:
    using Behaviour = std::function<FaultAnswer(const SeenRequest &request, int nth)>;

    //! `port` 0: any that is free.
    explicit FaultServer(Behaviour behaviour, std::optional<TestCertificates::Pair> tls = {}, quint16 port = 0);
    ~FaultServer();

    [[nodiscard]] QUrl url(const QString &pathAndQuery, const QString &host = QStringLiteral("127.0.0.1")) const;
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QList<SeenRequest> seen() const;
    [[nodiscard]] int connections() const { return m_connections; } //!< made so far

    //! "HTTP/1.1 200 OK" with a length, `headers` (each with its line end) and a body.
    [[nodiscard]] static QByteArray whole(const QByteArray &body, const QByteArray &headers = {},
                                          const QByteArray &status = "200 OK");

private:
    class Listener;
    QThread m_thread;
    Listener *m_listener = nullptr; //!< lives on m_thread and goes with it
    quint16 m_port = 0;
    bool m_tls = false;
    std::atomic_int m_connections = 0;
    mutable std::mutex m_guard;
    QList<SeenRequest> m_seen;
};

} // namespace tickmark::test
