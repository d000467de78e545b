// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

namespace tickmark::test {

//! A server on loopback that is too busy to take anybody: its queue is full, and a call for a connection is neither taken
//! nor refused.
class FullServer
{
public:
    FullServer();
    ~FullServer();
    FullServer(const FullServer &) = delete;
    FullServer &operator=(const FullServer &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }

private:
    int m_listener;
    quint16 m_port = 0;
    std::array<int, 8> m_waiting{};
};

} // namespace tickmark::test
