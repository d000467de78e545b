// SPDX-License-Identifier: GPL-3.0-or-later
#include "LoopbackServer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <map>
#include <vector>

namespace tickmark::bench {

namespace {

struct Peer
{
    QByteArray read;
    QByteArray unsent;
};

//! False: the connection has ended.
bool receive(int descriptor, Peer &peer)
{
    std::array<char, 16 * 1024> buffer{};
    const ssize_t count = ::recv(descriptor, buffer.data(), buffer.size(), 0);
    if (count <= 0)
        return false;
    peer.read.append(buffer.data(), count);
    return true;
}

void sendWhatFits(int descriptor, Peer &peer)
{
    const ssize_t count = ::send(descriptor, peer.unsent.constData(), std::size_t(peer.unsent.size()),
                                 MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count > 0)
        peer.unsent.remove(0, count);
}

} // namespace

LoopbackServer::LoopbackServer(Answer answer) : m_answer(std::move(answer))
{
    m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::pipe(m_wake) != 0 || ::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0
        || ::listen(m_listener, 256) != 0
        || ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        qFatal("no socket on loopback");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

LoopbackServer::~LoopbackServer()
{
    if (::write(m_wake[1], "x", 1) != 1)
        qFatal("the server does not hear");
    m_thread.join();
    for (const int descriptor : {m_listener, m_wake[0], m_wake[1]})
        ::close(descriptor);
}

void LoopbackServer::run()
{
    std::map<int, Peer> peers;
    for (;;) {
        std::vector<pollfd> waiting{{m_wake[0], POLLIN, 0}, {m_listener, POLLIN, 0}};
        for (const auto &[descriptor, peer] : peers)
            waiting.push_back({descriptor, short(peer.unsent.isEmpty() ? POLLIN : POLLIN | POLLOUT), 0});
        ::poll(waiting.data(), waiting.size(), -1);
        if (waiting[0].revents != 0)
            break;
        if (waiting[1].revents != 0) {
            const int descriptor = ::accept(m_listener, nullptr, nullptr);
            const int one = 1;
            ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
            peers.try_emplace(descriptor);
            ++m_connections;
        }
        for (std::size_t i = 2; i < waiting.size(); ++i) {
            const int descriptor = waiting[i].fd;
            Peer &peer = peers.at(descriptor);
            if ((waiting[i].revents & ~POLLOUT) != 0 && !receive(descriptor, peer)) {
                ::close(descriptor);
                peers.erase(descriptor);
                continue;
            }
            if (const qsizetype end = peer.read.indexOf("\r\n\r\n"); end >= 0) {
                ++m_requests;
                peer.unsent += m_answer(QByteArrayView(peer.read).first(end + 2));
                peer.read.remove(0, end + 4);
            }
            if (!peer.unsent.isEmpty())
                sendWhatFits(descriptor, peer);
        }
    }
    for (const auto &[descriptor, peer] : peers)
        ::close(descriptor);
}

} // namespace tickmark::bench
