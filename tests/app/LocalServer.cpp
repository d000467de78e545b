// SPDX-License-Identifier: GPL-3.0-or-later
#include "LocalServer.h"

#include "FaultServer.h"

using tickmark::test::FaultAnswer;
using tickmark::test::FaultServer;
using tickmark::test::SeenRequest;

struct LocalServer::Server
{
    explicit Server(Behaviour behaviour)
        : faults([behaviour = std::move(behaviour)](const SeenRequest &request, int) {
              const QByteArray bytes = behaviour(request.head);
              return FaultAnswer{bytes, bytes.isEmpty() ? FaultAnswer::End::Stall : FaultAnswer::End::Keep, {}};
          })
    {}
    FaultServer faults;
};

LocalServer::LocalServer(Behaviour behaviour) : m_server(std::make_unique<Server>(std::move(behaviour))) {}

LocalServer::~LocalServer() = default;

QString LocalServer::address(const QString &path) const
{
    return m_server->faults.url(path).toString();
}

qsizetype LocalServer::requests() const
{
    return m_server->faults.seen().size();
}

QByteArray LocalServer::whole(const QByteArray &body, const QByteArray &status)
{
    return FaultServer::whole(body, {}, status);
}
