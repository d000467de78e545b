// SPDX-License-Identifier: GPL-3.0-or-later
#include "FullServer.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tickmark::test {

FullServer::FullServer() : m_listener(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size);
    ::listen(m_listener, 0);
    ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    m_port = ntohs(address.sin_port);
    for (int &one : m_waiting) {
        one = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        ::connect(one, reinterpret_cast<sockaddr *>(&address), size);
    }
}

FullServer::~FullServer()
{
    for (const int one : m_waiting)
        ::close(one);
    ::close(m_listener);
}

} // namespace tickmark::test
