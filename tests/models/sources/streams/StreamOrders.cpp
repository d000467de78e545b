// SPDX-License-Identifier: GPL-3.0-or-later
#include "StreamOrders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tickmark::test {

namespace {

QStringList stringsOf(const QJsonValue &array)
{
    QStringList texts;
    for (const QJsonValue &one : array.toArray())
        texts << one.toString();
    return texts;
}

QByteArray krakenAnswer(const QString &symbol, bool isSubscription, bool isKnown)
{
    const QByteArray method = isSubscription ? "subscribe" : "unsubscribe";
    const QByteArray name = symbol.toUtf8();
    if (!isKnown) {
        return R"({"error":"Currency pair not supported )" + name + R"(","method":")" + method
               + R"(","success":false,"symbol":")" + name + R"("})";
    }
    return R"({"method":")" + method + R"(","result":{"channel":"trade","snapshot":true,"symbol":")" + name
           + R"("},"success":true})";
}

QByteArray coinbaseAnswer(const StreamOrder &order, const QStringList &streamed, qint64 sequence)
{
    QJsonObject subscriptions{{QStringLiteral("heartbeats"), QJsonArray{QStringLiteral("heartbeats")}}};
    if (!order.symbols.isEmpty())
        subscriptions.insert(QStringLiteral("market_trades"), QJsonArray::fromStringList(streamed));
    return R"({"channel":"subscriptions","client_id":"","timestamp":"2026-01-05T14:30:00.5Z","sequence_num":)"
           + QByteArray::number(sequence) + R"(,"events":[{"subscriptions":)"
           + QJsonDocument(subscriptions).toJson(QJsonDocument::Compact) + "}]}";
}

} // namespace

StreamOrder orderOf(const QByteArray &message)
{
    const QJsonObject json = QJsonDocument::fromJson(message).object();
    const QString verb = json[QLatin1String("method")].toString(json[QLatin1String("type")].toString()).toLower();
    StreamOrder order{verb == QLatin1String("subscribe"), {}};
    const QJsonValue about = json[QLatin1String("params")];
    if (about.isObject())
        order.symbols = stringsOf(about[QLatin1String("symbol")]);
    else if (about.isArray())
        order.symbols = stringsOf(about).replaceInStrings(QStringLiteral("@trade"), QString());
    else if (json.contains(QLatin1String("product_ids")))
        order.symbols = stringsOf(json[QLatin1String("product_ids")]);
    else if (json.contains(QLatin1String("symbol")))
        order.symbols << json[QLatin1String("symbol")].toString();
    if (about.isArray()) {
        for (QString &symbol : order.symbols)
            symbol = symbol.toUpper();
    }
    return order;
}

QByteArrayList answersTo(const StreamOrder &order, const QString &exchange, const QStringList &streamed,
                         const QStringList &unknown, qint64 &sequence)
{
    QByteArrayList answers;
    if (exchange == QLatin1String("kraken")) {
        for (const QString &symbol : order.symbols)
            answers << krakenAnswer(symbol, order.isSubscription, !unknown.contains(symbol));
    } else if (exchange == QLatin1String("binance")) {
        answers << (order.isSubscription ? R"({"result":null,"id":1})" : R"({"result":null,"id":2})");
    } else if (exchange == QLatin1String("coinbase")) {
        answers << coinbaseAnswer(order, streamed, sequence++);
    } else {
        for (const QString &symbol : order.symbols) {
            if (unknown.contains(symbol))
                answers << R"({"type":"error","msg":"Invalid symbol )" + symbol.toUtf8() + R"("})";
        }
    }
    return answers;
}

QByteArray refusalOfWhole(const QString &unknown)
{
    return R"({"type":"error","message":"failed to subscribe","reason":")" + unknown.toUtf8()
           + R"( is not a valid product"})";
}

QByteArray heartbeatOf(const QString &exchange, qint64 &sequence)
{
    if (exchange == QLatin1String("kraken"))
        return R"({"channel":"heartbeat"})";
    if (exchange == QLatin1String("coinbase")) {
        return R"({"channel":"heartbeats","client_id":"","timestamp":"2026-01-05T14:30:01.5Z","sequence_num":)"
               + QByteArray::number(sequence++) + R"(,"events":[{"heartbeat_counter":"7"}]})";
    }
    return R"({"type":"ping"})";
}

} // namespace tickmark::test
