// SPDX-License-Identifier: GPL-3.0-or-later
#include "SoakExchange.h"

#include <QUrlQuery>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;
using namespace tickmark;
using test::ServedTrade;
using test::StreamServer;
using test::StreamWelcome;

namespace {

constexpr qint64 kMsPerTrade = 10;
constexpr qint64 kMostRows = 1000;       // of an answer, as the exchange has it
constexpr int kStepsBetweenFaults = 400; // steps of 100 ms
constexpr qint64 kPriceSpread = 20'000;  // cents

qint64 nowMs()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

//! Goes up and down within a few minutes, each trade a little beside the one before.
QByteArray priceOf(qint64 id)
{
    const qint64 phase = id % (2 * kPriceSpread);
    const qint64 cents = 10'000'000 + std::min(phase, 2 * kPriceSpread - phase) + (id * 7919) % 211;
    return QByteArray::number(cents / 100) + '.' + QByteArray::number(cents % 100).rightJustified(2, '0');
}

} // namespace

SoakExchange::SoakExchange(std::uint32_t seed) : m_beginMs(nowMs()), m_server(QStringLiteral("binance"))
{
    m_server.setWelcome([this](int) {
        return m_isOpen ? StreamWelcome{} : StreamWelcome{StreamWelcome::How::Refuse, 503, 0ms};
    });
    m_server.setHttpAnswer([this](const QByteArray &target) { return answer(target); });
    m_trader = std::jthread([this, seed](const std::stop_token &stop) { trade(stop, seed); });
}

SoakExchange::~SoakExchange()
{
    m_trader.request_stop();
    m_trader.join();
}

void SoakExchange::trade(const std::stop_token &stop, std::uint32_t seed)
{
    std::mt19937 chance(seed);
    while (!stop.stop_requested()) {
        std::this_thread::sleep_for(100ms);
        QList<ServedTrade> trades;
        const qint64 due = (nowMs() - m_beginMs) / kMsPerTrade;
        for (qint64 id = m_last + 1; id <= due; ++id) {
            ServedTrade one;
            one.symbol = QStringLiteral("BTCUSDT");
            one.id = id;
            one.time = core::Time{(m_beginMs + id * kMsPerTrade) * 1'000'000};
            one.price = priceOf(id);
            one.size = "0.05000000";
            one.isBuy = id % 3 == 0;
            trades += one;
        }
        m_last = due;
        if (m_server.open() > 0) {
            m_server.sendTrades(trades);
            m_sent += trades.size();
        }
        drop(chance);
    }
}

//! Rarely; the next trades are missed by all, and it is back some seconds later.
void SoakExchange::drop(std::mt19937 &chance)
{
    const int fate = int(chance() % kStepsBetweenFaults);
    if (fate > 2) {
        if (!m_isOpen && chance() % 50 == 0)
            m_isOpen = true;
        return;
    }
    ++m_lost;
    if (fate == 0) {
        m_isOpen = false;
        m_server.close(1012);
    } else if (fate == 1) {
        m_server.reset();
    } else {
        m_server.hangUp();
    }
}

//! As Binance has them: of an id on, or the first of a time.
QByteArray SoakExchange::answer(const QByteArray &target) const
{
    const QUrlQuery query(QUrl(QString::fromLatin1(target)));
    const bool isStart = target.contains("aggTrades");
    qint64 id = query.queryItemValue(QStringLiteral("fromId")).toLongLong();
    if (isStart) {
        const qint64 since = query.queryItemValue(QStringLiteral("startTime")).toLongLong();
        id = (std::max(since, m_beginMs) - m_beginMs + kMsPerTrade - 1) / kMsPerTrade;
    }
    QByteArrayList rows;
    const qint64 last = m_last;
    for (id = std::max<qint64>(id, 1); id <= last && rows.size() < (isStart ? 1 : kMostRows); ++id) {
        const QByteArray number = QByteArray::number(id);
        const QByteArray ms = QByteArray::number(m_beginMs + id * kMsPerTrade);
        if (isStart)
            rows += "{\"a\":1,\"f\":" + number + ",\"l\":" + number + ",\"T\":" + ms + '}';
        else
            rows += "{\"id\":" + number + ",\"price\":\"" + priceOf(id) + R"(","qty":"0.05000000","time":)" + ms
                    + R"(,"isBuyerMaker":false})";
    }
    return StreamServer::whole('[' + rows.join(',') + ']');
}
