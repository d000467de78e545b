// SPDX-License-Identifier: GPL-3.0-or-later
#include "CoinbaseStream.h"

#include "JsonScanner.h"
#include "TradeFields.h"
#include <sources/providers/TradeRows.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <charconv>

namespace tickmark::sources {

namespace {

constexpr QLatin1String kTrades("market_trades");

constexpr std::array kSayings = std::to_array<StreamSaying>({
    {"rate limit", StreamFault::RateLimited},
    {"too many", StreamFault::RateLimited},
    {"authentication", StreamFault::BadKey},
    {"unavailable", StreamFault::Unavailable},
    {"internal", StreamFault::Unavailable},
    {"product", StreamFault::UnknownSymbol},
});

struct Envelope
{
    std::string_view channel;
    std::string_view type; //!< of an error alone
    std::string_view words;
    std::string_view reason;
    std::string_view time;
    std::string_view sequence;
    std::string_view events; //!< what was not read at once
    bool areTradesRead = false;
};

//! The side of the order that stood in the book: the other one came.
TradeSide sideOf(std::string_view maker)
{
    if (maker == "BUY")
        return TradeSide::Sell;
    return maker == "SELL" ? TradeSide::Buy : TradeSide::Unknown;
}

bool readTrade(JsonScanner &json, const StreamSymbols &symbols, StreamMessage &message)
{
    std::string_view product;
    std::string_view side;
    std::string_view price;
    std::string_view size;
    std::string_view id;
    std::string_view time;
    const bool isObject = json.object([&](std::string_view key) {
        if (key == "trade_id")
            return json.scalar(id);
        if (key == "product_id")
            return json.scalar(product);
        if (key == "price")
            return json.scalar(price);
        if (key == "size")
            return json.scalar(size);
        if (key == "side")
            return json.scalar(side);
        return key == "time" ? json.scalar(time) : json.skip();
    });
    const int place = symbols.indexOf(product);
    if (isObject && (place >= 0 || product.empty())) {
        message.add(place, core::parseIsoTime(time), decimalOfDigits(price), decimalOfDigits(size), tradeId(id),
                    sideOf(side));
    }
    return isObject;
}

bool readTradesOf(JsonScanner &json, const StreamSymbols &symbols, StreamMessage &message)
{
    return json.array([&] {
        if (json.next() == '{')
            return readTrade(json, symbols, message);
        ++message.rowsLeftOut;
        return json.skip();
    });
}

bool readEvents(JsonScanner &json, const StreamSymbols &symbols, StreamMessage &message)
{
    return json.array([&] {
        return json.object([&](std::string_view key) {
            if (key == "trades")
                return readTradesOf(json, symbols, message);
            std::string_view type;
            const bool isRead = key == "type" ? json.scalar(type) : json.skip();
            message.isSnapshot = message.isSnapshot || type == "snapshot";
            return isRead;
        });
    });
}

//! Trades are read as they come when it is known by then that they are: a second look at them would cost as much again.
bool readEnvelope(std::string_view frame, Envelope &envelope, const StreamSymbols &symbols, StreamMessage &message)
{
    JsonScanner json(frame);
    const bool isObject = json.object([&](std::string_view key) {
        if (key == "channel")
            return json.scalar(envelope.channel);
        if (key == "timestamp")
            return json.scalar(envelope.time);
        if (key == "sequence_num")
            return json.scalar(envelope.sequence);
        if (key == "events") {
            envelope.areTradesRead = envelope.channel == "market_trades";
            return envelope.areTradesRead ? readEvents(json, symbols, message) : json.value(envelope.events);
        }
        if (key == "type")
            return json.scalar(envelope.type);
        if (key == "message")
            return json.scalar(envelope.words);
        return key == "reason" ? json.scalar(envelope.reason) : json.skip();
    });
    return isObject && json.isDone();
}

void finishTrades(const Envelope &envelope, const StreamSymbols &symbols, StreamMessage &message)
{
    if (JsonScanner json(envelope.events); !envelope.areTradesRead && !readEvents(json, symbols, message))
        message.fail(StreamFault::NotWhatWasAsked, u"trades that are no list");
    message.finish();
}

//! What is subscribed now. A product that was asked for and is not in the list is not known.
void readSubscriptions(const Envelope &envelope, const StreamSymbols &symbols, StreamMessage &message)
{
    bool isOfTrades = false;
    JsonScanner json(envelope.events);
    const auto readProducts = [&] {
        isOfTrades = true;
        return json.next() == '[' ? json.array([&] {
            std::string_view product;
            const bool isRead = json.scalar(product);
            if (const int place = symbols.indexOf(product); place >= 0)
                message.accepted.push_back(place);
            return isRead;
        })
                                  : json.skip();
    };
    json.array([&] {
        return json.object([&](std::string_view key) {
            if (key != "subscriptions" || json.next() != '{')
                return json.skip();
            return json.object(
                [&](std::string_view channel) { return channel == "market_trades" ? readProducts() : json.skip(); });
        });
    });
    message.isAnswer = isOfTrades;
    message.isListing = isOfTrades;
    for (int place = 0; isOfTrades && place < symbols.count(); ++place) {
        if (std::ranges::find(message.accepted, place) == message.accepted.end())
            message.refused.push_back({place, {}});
    }
}

void readError(const Envelope &envelope, const StreamSymbols &symbols, StreamMessage &message)
{
    QString words = QString::fromStdString(unescaped(envelope.words));
    if (!envelope.reason.empty())
        words = words % QLatin1Char(' ') % QString::fromStdString(unescaped(envelope.reason));
    hearError(message, symbols, words, kSayings);
    message.isAnswer = true;
    message.othersToo = !message.refused.empty();
}

std::optional<qint64> numberOf(std::string_view digits)
{
    qint64 number = 0;
    const char *end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number);
    return read.ec == std::errc() && read.ptr == end && number >= 0 ? std::optional(number) : std::nullopt;
}

QByteArray order(const QString &type, const QString &channel, const QStringList &products)
{
    QJsonObject about{{QStringLiteral("type"), type}, {QStringLiteral("channel"), channel}};
    if (!products.isEmpty())
        about.insert(QStringLiteral("product_ids"), QJsonArray::fromStringList(products));
    return QJsonDocument(about).toJson(QJsonDocument::Compact);
}

} // namespace

QString CoinbaseStream::code() const
{
    return QStringLiteral("coinbase");
}

QString CoinbaseStream::title() const
{
    return QStringLiteral("Coinbase");
}

QString CoinbaseStream::symbolOf(const core::Instrument &instrument) const
{
    return coinPair(instrument) ? instrument.symbol : QString();
}

QUrl CoinbaseStream::address(const ProviderSettings &settings) const
{
    return streamAddress("wss://advanced-trade-ws.coinbase.com", settings, QStringLiteral("/"));
}

QByteArrayList CoinbaseStream::greeting() const
{
    return {order(QStringLiteral("subscribe"), QStringLiteral("heartbeats"), {})};
}

QByteArrayList CoinbaseStream::subscribe(const QStringList &symbols) const
{
    return {order(QStringLiteral("subscribe"), kTrades, symbols)};
}

QByteArrayList CoinbaseStream::unsubscribe(const QStringList &symbols) const
{
    return {order(QStringLiteral("unsubscribe"), kTrades, symbols)};
}

void CoinbaseStream::parse(std::string_view frame, const StreamSymbols &symbols, StreamMessage &message) const
{
    message.clear();
    Envelope envelope;
    if (!readEnvelope(frame, envelope, symbols, message)) {
        message.failAsForeign(frame);
        return;
    }
    if (envelope.type == "error") {
        readError(envelope, symbols, message);
        return;
    }
    message.sequence = numberOf(envelope.sequence);
    if (envelope.channel == "market_trades")
        finishTrades(envelope, symbols, message);
    else if (envelope.channel == "subscriptions")
        readSubscriptions(envelope, symbols, message);
    if (!message.isSnapshot)
        message.sent = core::parseIsoTime(envelope.time);
}

} // namespace tickmark::sources
