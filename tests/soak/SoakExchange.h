// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StreamServer.h"

#include <QUrl>

#include <atomic>
#include <cstdint>
#include <random>
#include <stop_token>
#include <thread>

//! An exchange on loopback that trades bitcoin without a break, a hundred times a second, and now and then loses all of
//! its connections, as exchanges do. Speaks as Binance does, also when it is asked for what was missed. A trade is made
//! from its id, so that none has to be kept.
class SoakExchange
{
public:
    explicit SoakExchange(std::uint32_t seed);
    ~SoakExchange();

    [[nodiscard]] QUrl base() const { return m_server.base(); }
    [[nodiscard]] qint64 sent() const { return m_sent; }
    [[nodiscard]] int lost() const { return m_lost; } //!< times that it dropped its connections

private:
    void trade(const std::stop_token &stop, std::uint32_t seed);
    void drop(std::mt19937 &chance);
    [[nodiscard]] QByteArray answer(const QByteArray &target) const;

    const qint64 m_beginMs;
    std::atomic<qint64> m_last = 0; //!< newest id
    std::atomic<qint64> m_sent = 0;
    std::atomic<int> m_lost = 0;
    std::atomic<bool> m_isOpen = true;
    tickmark::test::StreamServer m_server;
    std::jthread m_trader;
};
