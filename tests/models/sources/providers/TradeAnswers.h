// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Time.h>
#include <sources/providers/TradeProvider.h>

#include <QByteArrayList>
#include <QHash>
#include <QList>

//! Answers of the exchanges made of rows, for tests.
namespace tradeanswers {

using namespace tickmark;

//! Of a first request that pages by id from the beginning: all rows of an answer are wanted.
inline sources::TradesQuery everything(const QString &provider)
{
    sources::TradesQuery query;
    if (provider == QLatin1String("kraken"))
        query.symbol = QStringLiteral("XBTUSD");
    if (provider == QLatin1String("coinbase"))
        query.cursor = "from/0";
    if (provider == QLatin1String("binance"))
        query.cursor = "1";
    return query;
}

struct TradeRow
{
    qint64 id;
    qint64 second; //!< since 1970
    QByteArray price = "42100.1";
    QByteArray size = "1";
};

//! The rows in each exchange's shape.
inline QByteArray body(const QString &provider, const QList<TradeRow> &rows)
{
    QByteArrayList kraken;
    QByteArrayList coinbase;
    QByteArrayList binance;
    for (const TradeRow &row : rows) {
        const QByteArray id = QByteArray::number(row.id);
        const QByteArray iso = QByteArray::fromStdString(core::isoTime({row.second * core::kNsPerSecond}));
        kraken << R"([")" + row.price + R"(",")" + row.size + R"(",)" + QByteArray::number(row.second)
                      + R"(.5,"b","l","",)" + id + ']';
        coinbase << R"({"trade_id":)" + id + R"(,"side":"sell","size":")" + row.size + R"(","price":")" + row.price
                        + R"(","time":")" + iso + R"("})";
        binance << R"({"id":)" + id + R"(,"price":")" + row.price + R"(","qty":")" + row.size + R"(","time":)"
                       + QByteArray::number(row.second) + R"(000,"isBuyerMaker":false})";
    }
    const QHash<QString, QByteArray> bodies{
        {QStringLiteral("kraken"),
         R"({"error":[],"result":{"XXBTZUSD":[)" + kraken.join(',') + R"(],"last":"1706365434000000123"}})"},
        {QStringLiteral("coinbase"), '[' + coinbase.join(',') + ']'},
        {QStringLiteral("binance"), '[' + binance.join(',') + ']'}};
    return bodies[provider];
}

} // namespace tradeanswers
