// SPDX-License-Identifier: GPL-3.0-or-later
#include "StreamExchange.h"

#include "StreamServer.h"

#include <QDateTime>
#include <QUrlQuery>

#include <algorithm>
#include <atomic>

using tickmark::core::Time;
using tickmark::test::ServedTrade;
using tickmark::test::StreamServer;
using tickmark::test::StreamWelcome;

namespace {

constexpr qint64 kNsPerMillisecond = 1'000'000;

} // namespace

struct StreamExchange::Server
{
    Time begin{(QDateTime::currentMSecsSinceEpoch() - 3'600'000) * kNsPerMillisecond};
    std::atomic<qint64> last = 0;
    std::atomic<qint64> oldest = 1;
    std::atomic<qint64> anewAt = 0; // milliseconds
    std::atomic_int status = 0;
    StreamServer server{QStringLiteral("kraken")}; // last: its thread uses the rest

    [[nodiscard]] qint64 nsOf(qint64 id) const { return begin.ns + (anewAt + id) * kNsPerMillisecond; }

    [[nodiscard]] QByteArray answer(const QByteArray &target) const
    {
        const qint64 since =
            QUrlQuery(QUrl::fromEncoded(target).query()).queryItemValue(QStringLiteral("since")).toLongLong();
        QByteArrayList rows;
        qint64 newest = since;
        for (qint64 id = std::max<qint64>(oldest, (since - begin.ns) / kNsPerMillisecond - anewAt + 1);
             id <= last && rows.size() < 1000; ++id) {
            newest = nsOf(id);
            rows << R"(["42.5","0.50000000",)" + QByteArray::number(newest / 1'000'000'000) + '.'
                        + QByteArray::number(newest % 1'000'000'000).rightJustified(9, '0') + R"(,"b","l","",)"
                        + QByteArray::number(id) + ']';
        }
        return StreamServer::whole(R"({"error":[],"result":{"XXBTZUSD":[)" + rows.join(',') + R"(],"last":")"
                                   + QByteArray::number(newest) + R"("}})");
    }
};

StreamExchange::StreamExchange() : m_server(std::make_unique<Server>())
{
    Server *const server = m_server.get();
    server->server.setHttpAnswer([server](const QByteArray &target) { return server->answer(target); });
    server->server.setWelcome([server](int) {
        StreamWelcome welcome;
        welcome.status = server->status;
        welcome.how = welcome.status == 0 ? StreamWelcome::How::Accept : StreamWelcome::How::Refuse;
        return welcome;
    });
}

StreamExchange::~StreamExchange() = default;

QString StreamExchange::address() const
{
    return m_server->server.base().toString();
}

int StreamExchange::open() const
{
    return m_server->server.open();
}

int StreamExchange::asked() const
{
    return m_server->server.connections();
}

void StreamExchange::stream(qint64 first, qint64 last)
{
    m_server->last = std::max<qint64>(m_server->last, last);
    QList<ServedTrade> trades;
    for (qint64 id = first; id <= last; ++id) {
        ServedTrade trade;
        trade.symbol = QStringLiteral("BTC/USD");
        trade.id = id;
        trade.time = Time{m_server->nsOf(id)};
        trade.price = "42.5";
        trades << trade;
    }
    m_server->server.sendTrades(trades);
}

void StreamExchange::setOldest(qint64 id)
{
    m_server->oldest = id;
}

void StreamExchange::countAnew(qint64 milliseconds)
{
    m_server->last = 0;
    m_server->anewAt = milliseconds;
}

void StreamExchange::setUnknown(const QStringList &symbols)
{
    m_server->server.setUnknown(symbols);
}

void StreamExchange::reset()
{
    m_server->server.reset();
}

void StreamExchange::refuse(int status)
{
    m_server->status = status;
}
