// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreInstance.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>

namespace tickmark::window {

namespace {

constexpr int kPatienceMs = 500;
constexpr char kRaise[] = "raise\n";
constexpr char kDone[] = "done\n";

//! Of the user's own: two users at one machine do not meet.
QString socketName(const QString &path)
{
    const QFileInfo file(path);
    const QString same = file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
    const QByteArray hash = QCryptographicHash::hash(same.toUtf8(), QCryptographicHash::Sha1).toHex();
    return QStringLiteral("tickmark-") + qEnvironmentVariable("USER") + u'-' + QString::fromLatin1(hash.left(16));
}

} // namespace

StoreInstance::StoreInstance(QObject *parent) : QObject(parent) {}

StoreInstance::~StoreInstance() = default;

bool StoreInstance::raiseOther(const QString &path)
{
    QLocalSocket socket;
    socket.connectToServer(socketName(path));
    if (!socket.waitForConnected(kPatienceMs))
        return false;
    socket.write(kRaise);
    return socket.waitForReadyRead(kPatienceMs) && socket.readAll().startsWith(kDone);
}

void StoreInstance::listen(const QString &path)
{
    delete m_server;
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    const QString name = socketName(path);
    if (!m_server->listen(name)) {
        // A program that ended hard leaves its socket behind; a living one answers.
        if (QLocalSocket probe; probe.connectToServer(name), probe.waitForConnected(0))
            return;
        QLocalServer::removeServer(name);
        m_server->listen(name);
    }
    connect(m_server, &QLocalServer::newConnection, this, &StoreInstance::answer);
}

void StoreInstance::answer()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine())
                return;
            const bool raise = socket->readLine(64) == kRaise;
            if (raise) {
                socket->write(kDone);
                Q_EMIT raiseAsked();
            }
            socket->disconnectFromServer();
        });
    }
}

} // namespace tickmark::window
