// SPDX-License-Identifier: GPL-3.0-or-later
#include "StreamServer.h"

#include "StreamOrders.h"

#include <QPointer>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketServer>

#include <sys/socket.h>

namespace tickmark::test {

namespace {

void tearDown(QAbstractSocket &socket)
{
    socket.flush();
    const linger now{1, 0};
    ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket.abort();
}

} // namespace

//! One object per server; its sockets are its children.
class StreamServer::Listener : public QTcpServer
{
public:
    struct Stream
    {
        QWebSocket *web;
        QTcpSocket *raw;
        QStringList symbols;
        qint64 sequence = 0;
    };

    Listener(StreamServer &owner, const std::optional<TestCertificates::Pair> &tls)
        : m_owner(owner), m_webServer(QStringLiteral("Tickmark test"), QWebSocketServer::NonSecureMode, this)
    {
        connect(&m_webServer, &QWebSocketServer::newConnection, this, &Listener::takeUpgraded);
        if (!tls)
            return;
        m_tls = QSslConfiguration::defaultConfiguration();
        m_tls->setLocalCertificate(QSslCertificate(tls->certificate));
        m_tls->setPrivateKey(QSslKey(tls->key, QSsl::Ec));
        m_tls->setPeerVerifyMode(QSslSocket::VerifyNone);
    }

    void sendTrades(const QList<ServedTrade> &trades, bool isSnapshot, int skipped)
    {
        for (Stream &stream : m_streams) {
            stream.sequence += skipped;
            sendTrades(stream, trades, isSnapshot);
        }
    }

    void sendFrames(const QByteArray &frames)
    {
        for (const Stream &stream : m_streams)
            stream.raw->write(frames);
        flush();
    }

    void sendBinary(const QByteArray &message)
    {
        for (const Stream &stream : m_streams)
            stream.web->sendBinaryMessage(message);
        flush();
    }

    void sendHeartbeat()
    {
        for (Stream &stream : m_streams)
            stream.raw->write(frameOf(heartbeatOf(m_owner.m_exchange, stream.sequence)));
        flush();
    }

    //! Copies: closing takes them out of the list.
    void closeAll(int code, const QString &reason)
    {
        for (const Stream &stream : std::vector(m_streams))
            stream.web->close(QWebSocketProtocol::CloseCode(code), reason);
    }

    void hangUp()
    {
        for (const Stream &stream : std::vector(m_streams))
            stream.raw->disconnectFromHost();
    }

    void resetAll()
    {
        for (const Stream &stream : std::vector(m_streams))
            tearDown(*stream.raw);
    }

    void goSilent()
    {
        for (const Stream &stream : m_streams)
            stream.raw->blockSignals(true);
        m_streams.clear();
        note([this] { m_owner.m_open = 0; });
    }

    Welcome m_welcome;
    HttpAnswer m_httpAnswer;
    QStringList m_unknown;
    bool m_refusesWhole = false;
    QList<ServedTrade> m_snapshot;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        connect(socket, &QSslSocket::readyRead, this, [this, socket] { peek(socket); });
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        if (m_tls) {
            socket->setSslConfiguration(*m_tls);
            socket->startServerEncryption();
        }
    }

private:
    void peek(QSslSocket *socket)
    {
        constexpr qint64 kLongestHead = 64 * 1024;
        const QByteArray head = socket->peek(kLongestHead);
        const qsizetype end = head.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray target = head.split(' ').value(1);
        if (head.first(end).toLower().contains("upgrade: websocket")) {
            socket->disconnect(this);
            receive(socket, target);
            return;
        }
        socket->read(end + 4);
        note([&] { m_owner.m_httpTargets << target; });
        socket->write(m_httpAnswer ? m_httpAnswer(target) : whole("nothing here", "404 Not Found"));
    }

    void receive(QSslSocket *socket, const QByteArray &target)
    {
        int nth = 0;
        note([&] {
            nth = ++m_owner.m_connections;
            m_owner.m_targets << target;
        });
        const StreamWelcome welcome = m_welcome ? m_welcome(nth) : StreamWelcome{};
        if (welcome.delay.count() > 0) {
            QTimer::singleShot(welcome.delay, socket, [this, socket, welcome] { answer(socket, welcome); });
            return;
        }
        answer(socket, welcome);
    }

    void answer(QSslSocket *socket, const StreamWelcome &welcome)
    {
        switch (welcome.how) {
        case StreamWelcome::How::Accept:
        case StreamWelcome::How::AcceptDumb:
            upgrade(socket, welcome.how == StreamWelcome::How::AcceptDumb);
            break;
        case StreamWelcome::How::Refuse:
            socket->readAll();
            socket->write(whole("no", QByteArray::number(welcome.status) + " Refused"));
            socket->disconnectFromHost();
            break;
        case StreamWelcome::How::Reset:
            tearDown(*socket);
            break;
        case StreamWelcome::How::Ignore:
            break;
        }
    }

    void upgrade(QSslSocket *socket, bool isDumb)
    {
        m_upgrading.insert(socket->peerPort(), {socket, isDumb});
        m_webServer.handleConnection(socket);
    }

    void takeUpgraded()
    {
        while (QWebSocket *web = m_webServer.nextPendingConnection()) {
            web->setParent(this);
            const auto [raw, isDumb] = m_upgrading.take(web->peerPort());
            if (isDumb && raw)
                raw->blockSignals(true);
            else if (raw)
                add(web, raw);
        }
    }

    void add(QWebSocket *web, QTcpSocket *raw)
    {
        m_streams.push_back({web, raw, {}, 0});
        connect(web, &QWebSocket::textMessageReceived, this,
                [this, web](const QString &message) { hear(web, message.toUtf8()); });
        connect(raw, &QTcpSocket::bytesWritten, this,
                [this](qint64 bytes) { note([&] { m_owner.m_written += bytes; }); });
        connect(web, &QWebSocket::disconnected, this, [this, web] {
            std::erase_if(m_streams, [web](const Stream &one) { return one.web == web; });
            note([this] { m_owner.m_open = int(m_streams.size()); });
            web->deleteLater();
        });
        note([this] { m_owner.m_open = int(m_streams.size()); });
    }

    void hear(QWebSocket *web, const QByteArray &message)
    {
        const auto stream = std::ranges::find(m_streams, web, &Stream::web);
        const StreamOrder order = orderOf(message);
        note([&] {
            for (const QString &symbol : order.symbols) {
                const QString verb = order.isSubscription ? QStringLiteral("subscribe ")
                                                          : QStringLiteral("unsubscribe ");
                m_owner.m_orders << verb + symbol;
            }
        });
        const bool isCoinbase = m_owner.m_exchange == QLatin1String("coinbase"); // answers heartbeats too
        if (stream == m_streams.end() || (order.symbols.isEmpty() && !isCoinbase))
            return;
        const auto unknown = std::ranges::find_if(order.symbols,
                                                  [this](const QString &symbol) { return m_unknown.contains(symbol); });
        if (isCoinbase && m_refusesWhole && unknown != order.symbols.end()) {
            stream->raw->write(frameOf(refusalOfWhole(*unknown)));
            return;
        }
        for (const QString &symbol : order.symbols) {
            stream->symbols.removeAll(symbol);
            if (order.isSubscription && !m_unknown.contains(symbol))
                stream->symbols << symbol;
        }
        for (const QByteArray &answer :
             answersTo(order, m_owner.m_exchange, stream->symbols, m_unknown, stream->sequence))
            stream->raw->write(frameOf(answer));
        QList<ServedTrade> before;
        for (const ServedTrade &trade : std::as_const(m_snapshot)) {
            if (order.isSubscription && stream->symbols.contains(trade.symbol) && order.symbols.contains(trade.symbol))
                before << trade;
        }
        if (!before.isEmpty())
            sendTrades(*stream, before, true);
        stream->raw->flush();
    }

    void sendTrades(Stream &stream, const QList<ServedTrade> &trades, bool isSnapshot)
    {
        const QByteArrayList messages = messagesOf(m_owner.m_exchange, trades, isSnapshot, stream.sequence++);
        for (const QByteArray &message : messages)
            stream.raw->write(frameOf(message));
        stream.raw->flush();
    }

    void flush() const
    {
        for (const Stream &stream : m_streams)
            stream.raw->flush();
    }

    template <typename Work>
    void note(Work work) const
    {
        const std::scoped_lock lock(m_owner.m_guard);
        work();
    }

    StreamServer &m_owner;
    QWebSocketServer m_webServer;
    std::optional<QSslConfiguration> m_tls;
    std::vector<Stream> m_streams;
    QHash<quint16, std::pair<QPointer<QSslSocket>, bool>>
        m_upgrading; //!< by the port of the client; whether it is dumb
};

template <typename Work>
void StreamServer::run(Work work)
{
    QMetaObject::invokeMethod(m_listener, work, Qt::BlockingQueuedConnection);
}

StreamServer::StreamServer(QString exchange, std::optional<TestCertificates::Pair> tls, quint16 port)
    : m_exchange(std::move(exchange)), m_tls(tls.has_value()), m_listener(new Listener(*this, tls))
{
    m_listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.start();
    run([this, port] {
        m_listener->listen(QHostAddress::LocalHost, port);
        m_port = m_listener->serverPort();
    });
}

StreamServer::~StreamServer()
{
    m_thread.quit();
    m_thread.wait();
}

QUrl StreamServer::base() const
{
    const QString scheme = m_tls ? QStringLiteral("https") : QStringLiteral("http");
    return QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(m_port));
}

void StreamServer::setWelcome(Welcome welcome)
{
    run([&] { m_listener->m_welcome = std::move(welcome); });
}

void StreamServer::setHttpAnswer(HttpAnswer answer)
{
    run([&] { m_listener->m_httpAnswer = std::move(answer); });
}

void StreamServer::setUnknown(const QStringList &symbols)
{
    run([&] { m_listener->m_unknown = symbols; });
}

void StreamServer::setRefusesWhole(bool refuses)
{
    run([&] { m_listener->m_refusesWhole = refuses; });
}

void StreamServer::setSnapshot(const QList<ServedTrade> &trades)
{
    run([&] { m_listener->m_snapshot = trades; });
}

void StreamServer::sendTrades(const QList<ServedTrade> &trades, bool isSnapshot, int skipped)
{
    run([&] { m_listener->sendTrades(trades, isSnapshot, skipped); });
}

void StreamServer::sendText(const QByteArray &message)
{
    run([&] { m_listener->sendFrames(frameOf(message)); });
}

void StreamServer::sendBinary(const QByteArray &message)
{
    run([&] { m_listener->sendBinary(message); });
}

void StreamServer::sendFrames(const QByteArray &frames)
{
    run([&] { m_listener->sendFrames(frames); });
}

void StreamServer::sendHeartbeat()
{
    run([&] { m_listener->sendHeartbeat(); });
}

void StreamServer::close(int code, const QString &reason)
{
    run([&] { m_listener->closeAll(code, reason); });
}

void StreamServer::hangUp()
{
    run([&] { m_listener->hangUp(); });
}

void StreamServer::reset()
{
    run([&] { m_listener->resetAll(); });
}

void StreamServer::goSilent()
{
    run([&] { m_listener->goSilent(); });
}

int StreamServer::open() const
{
    const std::scoped_lock lock(m_guard);
    return m_open;
}

int StreamServer::connections() const
{
    const std::scoped_lock lock(m_guard);
    return m_connections;
}

qint64 StreamServer::written() const
{
    const std::scoped_lock lock(m_guard);
    return m_written;
}

QStringList StreamServer::orders() const
{
    const std::scoped_lock lock(m_guard);
    return m_orders;
}

QByteArrayList StreamServer::targets() const
{
    const std::scoped_lock lock(m_guard);
    return m_targets;
}

QByteArrayList StreamServer::httpTargets() const
{
    const std::scoped_lock lock(m_guard);
    return m_httpTargets;
}

QByteArray StreamServer::whole(const QByteArray &body, const QByteArray &status)
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace tickmark::test
