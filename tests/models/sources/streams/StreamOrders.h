// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QStringList>

namespace tickmark::test {

//! What a client of an exchange wants.
struct StreamOrder
{
    bool isSubscription = false;
    QStringList symbols; //!< none: something else, like Coinbase's heartbeats
};

//! Of any of the exchanges.
[[nodiscard]] StreamOrder orderOf(const QByteArray &message);

//! What `exchange` answers to an order: `streamed` are all that the connection has by then, `unknown` those that it refuses.
//! `sequence` is Coinbase's next number.
[[nodiscard]] QByteArrayList answersTo(const StreamOrder &order, const QString &exchange, const QStringList &streamed,
                                       const QStringList &unknown, qint64 &sequence);
//! Coinbase's, where one unknown symbol spoils the whole order.
[[nodiscard]] QByteArray refusalOfWhole(const QString &unknown);
[[nodiscard]] QByteArray heartbeatOf(const QString &exchange, qint64 &sequence);

} // namespace tickmark::test
