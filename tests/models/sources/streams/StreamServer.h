// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ServedTrades.h"
#include "TestCertificates.h"

#include <QByteArrayList>
#include <QStringList>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>

namespace tickmark::test {

//! How the server receives one connection that asks for a stream.
struct StreamWelcome
{
    enum class How {
        Accept,
        Refuse,     //!< with an HTTP status
        Reset,      //!< torn down before the upgrade
        Ignore,     //!< never answered
        AcceptDumb, //!< upgraded, and not one word after it: no acknowledgement, no pong
    };
    How how = How::Accept;
    int status = 0;
    std::chrono::milliseconds delay{0}; //!< before the upgrade or refusal
};

//! An exchange on loopback that streams trades as it is told, on a thread of its own, so that a busy test does not hold it
//! up. One port speaks WebSocket and plain HTTP (for backfills); with a certificate both over TLS. Subscriptions are
//! acknowledged as the exchange does, each symbol of unknown() is refused as it does. Methods may be called from any thread
//! and return when it is done. What is sent goes to all connections that are streaming now.
class StreamServer
{
public:
    //! Of the nth connection that asks for a stream; the first is 1.
    using Welcome = std::function<StreamWelcome(int nth)>;
    //! The whole answer to a GET, with its status line and headers. Called on the server's thread.
    using HttpAnswer = std::function<QByteArray(const QByteArray &target)>;

    //! `exchange` as in messagesOf(). `port` 0: any that is free.
    explicit StreamServer(QString exchange, std::optional<TestCertificates::Pair> tls = {}, quint16 port = 0);
    ~StreamServer();
    StreamServer(const StreamServer &) = delete;
    StreamServer &operator=(const StreamServer &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    //! "http://127.0.0.1:4711", the base of a source.
    [[nodiscard]] QUrl base() const;

    void setWelcome(Welcome welcome);
    void setHttpAnswer(HttpAnswer answer);
    void setUnknown(const QStringList &symbols);
    //! An order with an unknown symbol subscribes none of its symbols. Coinbase only.
    void setRefusesWhole(bool refuses);
    //! Sent of these, after the acknowledgement of their symbol. Kraken and Coinbase only.
    void setSnapshot(const QList<ServedTrade> &trades);

    //! Coinbase's messages are numbered on; `skipped` numbers are left out before (below zero: repeated).
    void sendTrades(const QList<ServedTrade> &trades, bool isSnapshot = false, int skipped = 0);
    void sendText(const QByteArray &message);
    void sendBinary(const QByteArray &message);
    //! Whole frames, as frameOf() makes them, as many as wanted: cheaper than one call for each message.
    void sendFrames(const QByteArray &frames);
    void sendHeartbeat();
    void close(int code, const QString &reason = {});
    void hangUp(); //!< the connection ends without a closing frame
    void reset();
    //! Reads and answers nothing from now on, and keeps the connections, which do not count as open any more.
    void goSilent();

    [[nodiscard]] int open() const;                   //!< connections that are streaming now
    [[nodiscard]] int connections() const;            //!< that asked for a stream so far
    [[nodiscard]] qint64 written() const;             //!< bytes to streams, closing frames and pongs among them
    [[nodiscard]] QStringList orders() const;         //!< "subscribe BTC/USD", as they came, of all connections
    [[nodiscard]] QByteArrayList targets() const;     //!< of the requests for a stream, with their queries
    [[nodiscard]] QByteArrayList httpTargets() const; //!< of the others

    //! "HTTP/1.1 200 OK" with a length and a body.
    [[nodiscard]] static QByteArray whole(const QByteArray &body, const QByteArray &status = "200 OK");

private:
    class Listener;
    template <typename Work>
    void run(Work work);

    QString m_exchange;
    bool m_tls;
    QThread m_thread;
    Listener *m_listener; //!< lives on m_thread and goes with it
    quint16 m_port = 0;
    mutable std::mutex m_guard; //!< of what follows
    int m_open = 0;
    int m_connections = 0;
    qint64 m_written = 0;
    QStringList m_orders;
    QByteArrayList m_targets;
    QByteArrayList m_httpTargets;
};

} // namespace tickmark::test
