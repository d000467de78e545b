// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Time.h>

#include <QByteArrayList>
#include <QList>
#include <QString>

namespace tickmark::test {

//! A trade as a test has an exchange send it.
struct ServedTrade
{
    QString symbol; //!< as the stream of the exchange spells it
    qint64 id = 0;
    core::Time time;
    QByteArray price = "42100.10";
    QByteArray size = "0.50000000";
    bool isBuy = true; //!< whoever came bought
};

//! The messages in which an exchange ("kraken", "coinbase", "binance", "finnhub") sends these trades. Binance takes one
//! for each, the others one for all. `sequence` is Coinbase's number of the message.
[[nodiscard]] QByteArrayList messagesOf(const QString &exchange, const QList<ServedTrade> &trades,
                                        bool isSnapshot = false, qint64 sequence = 0);

//! A WebSocket frame of a server, with a whole text message.
[[nodiscard]] QByteArray frameOf(const QByteArray &message);

} // namespace tickmark::test
