// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

//! A server on loopback that answers as a test wants, on a thread of its own: the FaultServer of the model tests for tests
//! of the program, whose name is a function here and a namespace there.
class LocalServer
{
public:
    //! Takes the lines of a request and gives all bytes of the answer; none: it stays silent, and the connection open.
    using Behaviour = std::function<QByteArray(const QByteArray &head)>;

    explicit LocalServer(Behaviour behaviour);
    ~LocalServer();

    [[nodiscard]] QString address(const QString &path = {}) const;
    [[nodiscard]] qsizetype requests() const; //!< that came so far
    //! An answer with its length.
    [[nodiscard]] static QByteArray whole(const QByteArray &body, const QByteArray &status = "200 OK");

private:
    struct Server;
    std::unique_ptr<Server> m_server;
};
