// SPDX-License-Identifier: GPL-3.0-or-later
#include "StreamSocket.h"

#include "StreamProxy.h"

#include <QCoreApplication>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <QSslError>

namespace tickmark::sources {

namespace {

//! As libcurl's users have it: the library itself knows nothing of that variable.
QSslConfiguration trusted()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    const QByteArray file = qgetenv("SSL_CERT_FILE");
    if (!file.isEmpty())
        configuration.setCaCertificates(QSslCertificate::fromPath(QString::fromLocal8Bit(file)));
    return configuration;
}

//! What Qt says of a frame in the language of the moment, up to its first argument.
bool saysQt(const QString &reason, const char *words)
{
    QString said = QCoreApplication::translate("QWebSocketDataProcessor", words);
    said.truncate(said.contains(QLatin1String("%1")) ? said.indexOf(QLatin1String("%1")) : said.size());
    return reason.startsWith(said);
}

} // namespace

StreamSocket::StreamSocket(StreamTarget target, Events events)
    : m_target(std::move(target)), m_events(std::move(events))
{
    m_socket.setMaxAllowedIncomingFrameSize(quint64(m_target.frameBytes));
    m_socket.setMaxAllowedIncomingMessageSize(quint64(m_target.frameBytes));
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        if (!m_isDone)
            m_events.opened();
    });
    connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &message) {
        if (!m_isDone)
            m_events.message(message);
    });
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this,
            [this] { endWith(StreamFault::NotWhatWasAsked, 0, QStringLiteral("binary message")); });
    connect(&m_socket, &QWebSocket::pong, this, [this] {
        if (!m_isDone)
            m_events.pong();
    });
    connect(&m_socket, &QWebSocket::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_certificate = errors.value(0).errorString(); });
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, &StreamSocket::failed);
    connect(&m_socket, &QWebSocket::aboutToClose, this, [this] { m_isClosing = true; });
    connect(&m_socket, &QWebSocket::disconnected, this, &StreamSocket::endSoon);
}

void StreamSocket::open()
{
    const auto proxy = proxyFor(m_target.address, [](const char *name) { return qgetenv(name); });
    if (!proxy) {
        endWith(StreamFault::ProxyFailed);
        return;
    }
    m_socket.setProxy(*proxy);
    if (m_target.address.scheme() == QLatin1String("wss"))
        m_socket.setSslConfiguration(trusted());
    QNetworkRequest request(m_target.address);
    request.setRawHeader("User-Agent", "Tickmark");
    m_socket.open(request);
}

void StreamSocket::send(const QByteArray &message)
{
    m_socket.sendTextMessage(QString::fromUtf8(message));
}

void StreamSocket::ping()
{
    m_socket.ping();
}

void StreamSocket::close()
{
    m_isDone = true;
    if (m_socket.isValid())
        m_socket.close();
}

void StreamSocket::abandon()
{
    m_isDone = true;
    m_socket.abort();
}

//! Told before what came with it was read, and sometimes twice: only the first counts, and only what did not end in order.
void StreamSocket::failed(QAbstractSocket::SocketError error)
{
    if (m_why)
        return;
    const bool isProxied = m_socket.proxy().type() != QNetworkProxy::NoProxy;
    const auto why = [this](StreamFault fault) { m_why = StreamError{fault, 0, {}, m_socket.errorString()}; };
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        // Qt says the same of a server that answers with something else than a stream, while it is still connected.
        if (m_socket.state() == QAbstractSocket::UnconnectedState)
            why(StreamFault::Unreachable);
        else
            m_why = refusal();
        break;
    case QAbstractSocket::HostNotFoundError:
        why(StreamFault::HostNotFound);
        break;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        why(StreamFault::ProxyFailed);
        break;
    case QAbstractSocket::SocketAccessError: // also what a proxy that forbids the host comes as
        why(isProxied ? StreamFault::ProxyFailed : StreamFault::Unreachable);
        break;
    case QAbstractSocket::SocketTimeoutError:
    case QAbstractSocket::NetworkError:
    case QAbstractSocket::SocketResourceError:
        why(m_socket.state() == QAbstractSocket::ConnectedState ? StreamFault::Broken : StreamFault::Unreachable);
        break;
    default:
        why(StreamFault::Broken);
        break;
    }
    endSoon();
}

//! The status stands in the sentence alone.
StreamError StreamSocket::refusal() const
{
    static const QRegularExpression kStatus(QStringLiteral("\\b([1-5]\\d\\d) \\("));
    const QString said = m_socket.errorString();
    const int status = kStatus.match(said).captured(1).toInt();
    switch (status) {
    case 0:
        return {StreamFault::NotWhatWasAsked, 0, {}, said};
    case 401:
    case 403:
    case 511:
        return {StreamFault::LogInWanted, status, {}, said};
    case 429:
        return {StreamFault::RateLimited, status, {}, said};
    case 503:
        return {StreamFault::Unavailable, status, {}, said};
    default:
        return {StreamFault::UpgradeRefused, status, {}, said};
    }
}

//! Qt closes by itself what breaks the rules, with the codes that a server has for us.
StreamError StreamSocket::closing() const
{
    const QString reason = m_socket.closeReason();
    const int code = m_socket.closeCode();
    switch (code) {
    case QWebSocketProtocol::CloseCodeTooMuchData:
        return {StreamFault::FrameTooLarge, 0, {}, reason};
    case QWebSocketProtocol::CloseCodeProtocolError:
        if (saysQt(reason,
                   "Invalid close code %1 detected.")) // a later one than Qt knows, as 1012; it does not say which
            return {StreamFault::Closed, 0, {}, reason};
        return {StreamFault::NotWhatWasAsked, 0, {}, reason};
    case QWebSocketProtocol::CloseCodeWrongDatatype:
        return {StreamFault::NotWhatWasAsked, 0, {}, reason};
    case QWebSocketProtocol::CloseCodeGoingAway:
        if (saysQt(reason, "Timeout when reading data from socket.")) // half a frame, and no more
            return {StreamFault::Silent, 0, {}, reason};
        return {StreamFault::Closed, code, {}, reason};
    default:
        return {StreamFault::Closed, code, {}, reason};
    }
}

//! What has come is read in the meantime: Qt reads it later than it tells that the other side has gone.
void StreamSocket::endSoon()
{
    if (m_isEnding || m_isDone)
        return;
    m_isEnding = true;
    QMetaObject::invokeMethod(this, &StreamSocket::end, Qt::QueuedConnection);
}

void StreamSocket::end()
{
    if (m_isDone)
        return;
    StreamError error = m_why.value_or(StreamError{});
    if (!m_certificate.isEmpty())
        error = {StreamFault::CertificateWrong, 0, {}, m_certificate};
    else if (m_isClosing)
        error = closing();
    endWith(error.fault, error.code, error.detail);
}

void StreamSocket::endWith(StreamFault fault, int code, const QString &detail)
{
    if (m_isDone)
        return;
    m_isDone = true;
    m_socket.abort();
    m_events.ended({fault, code, {}, detail});
}

} // namespace tickmark::sources
