// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServedTrades.h"

#include <QtEndian>

namespace tickmark::test {

namespace {

QByteArray iso(core::Time time)
{
    return QByteArray::fromStdString(core::isoTime(time));
}

QByteArray milliseconds(core::Time time)
{
    return QByteArray::number(time.ns / 1'000'000);
}

QByteArray krakenTrade(const ServedTrade &trade)
{
    return R"({"symbol":")" + trade.symbol.toUtf8() + R"(","side":")" + (trade.isBuy ? "buy" : "sell") + R"(","price":)"
           + trade.price + R"(,"qty":)" + trade.size + R"(,"ord_type":"limit","trade_id":)"
           + QByteArray::number(trade.id) + R"(,"timestamp":")" + iso(trade.time) + R"("})";
}

QByteArray coinbaseTrade(const ServedTrade &trade)
{
    return R"({"trade_id":")" + QByteArray::number(trade.id) + R"(","product_id":")" + trade.symbol.toUtf8()
           + R"(","price":")" + trade.price + R"(","size":")" + trade.size + R"(","side":")"
           + (trade.isBuy ? "SELL" : "BUY") + R"(","time":")" + iso(trade.time) + R"("})";
}

QByteArray binanceMessage(const ServedTrade &trade)
{
    const QByteArray time = milliseconds(trade.time);
    return R"({"e":"trade","E":)" + time + R"(,"s":")" + trade.symbol.toUtf8() + R"(","t":)"
           + QByteArray::number(trade.id) + R"(,"p":")" + trade.price + R"(","q":")" + trade.size + R"(","T":)" + time
           + R"(,"m":)" + (trade.isBuy ? "false" : "true") + R"(,"M":true})";
}

QByteArray finnhubTrade(const ServedTrade &trade)
{
    return R"({"p":)" + trade.price + R"(,"s":")" + trade.symbol.toUtf8() + R"(","t":)" + milliseconds(trade.time)
           + R"(,"v":)" + trade.size + '}';
}

template <typename Write>
QByteArray joined(const QList<ServedTrade> &trades, Write write)
{
    QByteArrayList all;
    for (const ServedTrade &trade : trades)
        all << write(trade);
    return all.join(',');
}

} // namespace

QByteArrayList messagesOf(const QString &exchange, const QList<ServedTrade> &trades, bool isSnapshot, qint64 sequence)
{
    const QByteArray type = isSnapshot ? "snapshot" : "update";
    if (exchange == QLatin1String("kraken"))
        return {R"({"channel":"trade","type":")" + type + R"(","data":[)" + joined(trades, krakenTrade) + "]}"};
    if (exchange == QLatin1String("coinbase")) {
        const QByteArray time = iso(trades.isEmpty() ? core::Time{} : trades.last().time);
        return {R"({"channel":"market_trades","client_id":"","timestamp":")" + time + R"(","sequence_num":)"
                + QByteArray::number(sequence) + R"(,"events":[{"type":")" + type + R"(","trades":[)"
                + joined(trades, coinbaseTrade) + "]}]}"};
    }
    if (exchange == QLatin1String("finnhub"))
        return {R"({"data":[)" + joined(trades, finnhubTrade) + R"(],"type":"trade"})"};
    QByteArrayList each;
    for (const ServedTrade &trade : trades)
        each << binanceMessage(trade);
    return each;
}

QByteArray frameOf(const QByteArray &message)
{
    constexpr char kWholeText = char(0x81);
    constexpr qsizetype kShort = 125;
    constexpr qsizetype kMedium = 0xFFFF;
    QByteArray frame(1, kWholeText);
    const auto appendBig = [&frame](auto number) {
        const auto big = qToBigEndian(number);
        frame.append(reinterpret_cast<const char *>(&big), sizeof big);
    };
    if (message.size() <= kShort) {
        frame += char(message.size());
    } else if (message.size() <= kMedium) {
        frame += char(126);
        appendBig(quint16(message.size()));
    } else {
        frame += char(127);
        appendBig(quint64(message.size()));
    }
    return frame + message;
}

} // namespace tickmark::test
