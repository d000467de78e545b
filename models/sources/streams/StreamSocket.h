// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StreamTypes.h"

#include <QAbstractSocket>
#include <QObject>
#include <QUrl>
#include <QWebSocket>

#include <functional>

namespace tickmark::sources {

//! Where a socket connects, and what it refuses.
struct StreamTarget
{
    QUrl address; //!< with its key: never shown
    qint64 frameBytes = 0;
};

//! One WebSocket from its connecting to its end, which it tells as one typed error. Certificates are checked always, by the
//! system's authorities or those of SSL_CERT_FILE. Never comes back: a new attempt is a new object. Of the stream thread.
class StreamSocket : public QObject
{
    Q_OBJECT

public:
    //! What happens to it; nothing after `ended`. It must not be deleted in any of these (deleteLater()).
    struct Events
    {
        std::function<void()> opened;
        std::function<void(const QString &message)> message;
        std::function<void()> pong;
        std::function<void(const StreamError &error)> ended; //!< without address; details may hold the key
    };

    StreamSocket(StreamTarget target, Events events);

    void open();
    void send(const QByteArray &message);
    void ping();
    //! Ends it without an event: in order, or at once.
    void close();
    void abandon();

private:
    void failed(QAbstractSocket::SocketError error);
    void endSoon();
    void end();
    void endWith(StreamFault fault, int code = 0, const QString &detail = {});
    [[nodiscard]] StreamError closing() const;
    [[nodiscard]] StreamError refusal() const;

    StreamTarget m_target;
    Events m_events;
    QWebSocket m_socket;
    QString m_certificate;            //!< what is wrong with it
    std::optional<StreamError> m_why; //!< of the first error
    bool m_isClosing = false;         //!< a closing frame went or came
    bool m_isEnding = false;
    bool m_isDone = false;
};

} // namespace tickmark::sources
