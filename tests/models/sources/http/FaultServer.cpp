// SPDX-License-Identifier: GPL-3.0-or-later
#include "FaultServer.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

#include <sys/socket.h>

namespace tickmark::test {

//! One object per server; its sockets are its children.
class FaultServer::Listener : public QTcpServer
{
public:
    Listener(FaultServer &owner, Behaviour behaviour, const std::optional<TestCertificates::Pair> &tls)
        : m_owner(owner), m_behaviour(std::move(behaviour))
    {
        if (!tls)
            return;
        m_tls = QSslConfiguration::defaultConfiguration();
        m_tls->setLocalCertificate(QSslCertificate(tls->certificate));
        m_tls->setPrivateKey(QSslKey(tls->key, QSsl::Ec));
        m_tls->setPeerVerifyMode(QSslSocket::VerifyNone);
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        ++m_owner.m_connections;
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        connect(socket, &QSslSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        if (m_tls) {
            socket->setSslConfiguration(*m_tls);
            socket->startServerEncryption();
        }
    }

private:
    void read(QSslSocket *socket)
    {
        QByteArray unread = socket->property("unread").toByteArray() + socket->readAll();
        const qsizetype end = unread.indexOf("\r\n\r\n");
        if (end < 0) {
            socket->setProperty("unread", unread);
            return;
        }
        socket->setProperty("unread", QByteArray());
        const QByteArray head = unread.first(end + 2);
        const SeenRequest request{head.split(' ').value(1), head};
        int nth = 0;
        {
            const std::scoped_lock lock(m_owner.m_guard);
            m_owner.m_seen.append(request);
            nth = static_cast<int>(m_owner.m_seen.size());
        }
        answer(socket, m_behaviour(request, nth));
    }

    void answer(QSslSocket *socket, const FaultAnswer &answer)
    {
        socket->write(answer.bytes);
        switch (answer.end) {
        case FaultAnswer::End::Keep:
        case FaultAnswer::End::Stall:
            break;
        case FaultAnswer::End::Close:
            socket->disconnectFromHost();
            break;
        case FaultAnswer::End::Reset: {
            socket->flush();
            const linger now{1, 0};
            ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
            socket->abort();
            break;
        }
        case FaultAnswer::End::Endless:
            connect(socket, &QSslSocket::bytesWritten, socket, [socket, more = answer.more] { refill(socket, more); });
            connect(socket, &QSslSocket::encryptedBytesWritten, socket,
                    [socket, more = answer.more] { refill(socket, more); });
            socket->write(answer.more);
            break;
        }
    }

    static void refill(QSslSocket *socket, const QByteArray &more)
    {
        if (socket->bytesToWrite() + socket->encryptedBytesToWrite() < more.size())
            socket->write(more);
    }

    FaultServer &m_owner;
    Behaviour m_behaviour;
    std::optional<QSslConfiguration> m_tls;
};

FaultServer::FaultServer(Behaviour behaviour, std::optional<TestCertificates::Pair> tls, quint16 port)
    : m_listener(new Listener(*this, std::move(behaviour), tls)), m_tls(tls.has_value())
{
    m_listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_listener,
        [this, port] {
            m_listener->listen(QHostAddress::LocalHost, port);
            m_port = m_listener->serverPort();
        },
        Qt::BlockingQueuedConnection);
}

FaultServer::~FaultServer()
{
    m_thread.quit();
    m_thread.wait();
}

QUrl FaultServer::url(const QString &pathAndQuery, const QString &host) const
{
    const QString scheme = m_tls ? QStringLiteral("https") : QStringLiteral("http");
    return QUrl(scheme % QStringLiteral("://") % host % QLatin1Char(':') % QString::number(m_port) % pathAndQuery);
}

QList<SeenRequest> FaultServer::seen() const
{
    const std::scoped_lock lock(m_guard);
    return m_seen;
}

QByteArray FaultServer::whole(const QByteArray &body, const QByteArray &headers, const QByteArray &status)
{
    return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
           + body;
}

} // namespace tickmark::test
