// SPDX-License-Identifier: GPL-3.0-or-later
#include "BinanceStream.h"

#include "JsonScanner.h"
#include "TradeFields.h"
#include <sources/providers/TradeProvider.h>
#include <sources/providers/TradeRows.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <numeric>

namespace tickmark::sources {

namespace {

constexpr std::array kSayings = std::to_array<StreamSaying>({
    {"too many", StreamFault::RateLimited},
    {"rate limit", StreamFault::RateLimited},
    {"unavailable", StreamFault::Unavailable},
    {"disconnected", StreamFault::Unavailable},
    {"invalid symbol", StreamFault::UnknownSymbol},
});

//! The members of a trade, or of what came in its place, as they are written.
struct Event
{
    std::string_view kind;
    std::string_view symbol;
    std::string_view id;
    std::string_view price;
    std::string_view size;
    std::string_view sent;
    std::string_view time;
    std::string_view buyerStood;
    std::string_view data; //!< of a combined stream: the event itself
    std::string_view result;
    std::string_view error; //!< an object with the two below
    std::string_view code;
    std::string_view words;
};

bool readEvent(std::string_view frame, Event &event)
{
    JsonScanner json(frame);
    const auto readLetter = [&](char letter) {
        switch (letter) {
        case 'e':
            return json.scalar(event.kind);
        case 's':
            return json.scalar(event.symbol);
        case 't':
            return json.scalar(event.id);
        case 'p':
            return json.scalar(event.price);
        case 'q':
            return json.scalar(event.size);
        case 'E':
            return json.scalar(event.sent);
        case 'T':
            return json.scalar(event.time);
        case 'm':
            return json.scalar(event.buyerStood);
        default:
            return json.skip();
        }
    };
    const bool isObject = json.object([&](std::string_view key) {
        if (key.size() == 1)
            return readLetter(key.front());
        if (key == "data")
            return json.value(event.data);
        if (key == "result")
            return json.value(event.result);
        if (key == "error")
            return json.value(event.error);
        if (key == "code")
            return json.scalar(event.code);
        return key == "msg" ? json.scalar(event.words) : json.skip();
    });
    return isObject && json.isDone();
}

TradeSide sideOf(std::string_view buyerStood)
{
    if (buyerStood == "true")
        return TradeSide::Sell;
    return buyerStood == "false" ? TradeSide::Buy : TradeSide::Unknown;
}

void readTrade(const Event &event, const StreamSymbols &symbols, StreamMessage &message)
{
    message.sent = timeOfMilliseconds(event.sent);
    const int place = symbols.indexOf(event.symbol);
    if (place >= 0 || event.symbol.empty()) {
        message.add(place, timeOfMilliseconds(event.time), decimalOfDigits(event.price), decimalOfDigits(event.size),
                    tradeId(event.id), sideOf(event.buyerStood));
    }
    message.finish();
}

//! Codes as of its REST answers, where they are the same.
void readError(const Event &event, const StreamSymbols &symbols, StreamMessage &message)
{
    const QString words = QString::fromStdString(unescaped(event.words));
    if (event.code == "429" || event.code == "-1003")
        message.fail(StreamFault::RateLimited, words);
    else
        hearError(message, symbols, words, kSayings);
}

QByteArray order(const QString &method, const QStringList &symbols, int id)
{
    QJsonArray streams;
    for (const QString &symbol : symbols)
        streams.append(QString(symbol.toLower() % QLatin1String("@trade")));
    return QJsonDocument(QJsonObject{{QStringLiteral("method"), method},
                                     {QStringLiteral("params"), streams},
                                     {QStringLiteral("id"), id}})
        .toJson(QJsonDocument::Compact);
}

constexpr int kSubscribed = 1; //!< id of the order, which the answer repeats
constexpr int kUnsubscribed = 2;

} // namespace

QString BinanceStream::code() const
{
    return QStringLiteral("binance");
}

QString BinanceStream::title() const
{
    return QStringLiteral("Binance (USDT)");
}

QString BinanceStream::symbolOf(const core::Instrument &instrument) const
{
    return tradeProvider(code())->symbolOf(instrument);
}

QUrl BinanceStream::address(const ProviderSettings &settings) const
{
    return streamAddress("wss://stream.binance.com:9443", settings, QStringLiteral("/ws"));
}

QByteArrayList BinanceStream::subscribe(const QStringList &symbols) const
{
    return {order(QStringLiteral("SUBSCRIBE"), symbols, kSubscribed)};
}

QByteArrayList BinanceStream::unsubscribe(const QStringList &symbols) const
{
    return {order(QStringLiteral("UNSUBSCRIBE"), symbols, kUnsubscribed)};
}

void BinanceStream::parse(std::string_view frame, const StreamSymbols &symbols, StreamMessage &message) const
{
    message.clear();
    Event event;
    bool isRead = readEvent(frame, event);
    if (const std::string_view inner = event.data; isRead && inner.starts_with('{')) {
        event = {};
        isRead = readEvent(inner, event);
    }
    if (const std::string_view inner = event.error; isRead && inner.starts_with('{')) {
        event = {};
        isRead = readEvent(inner, event);
    }
    if (!isRead) {
        message.failAsForeign(frame);
    } else if (event.kind == "trade") {
        readTrade(event, symbols, message);
    } else if (event.kind == "serverShutdown") {
        message.fail(StreamFault::Unavailable, u"serverShutdown");
    } else if (!event.code.empty()) {
        readError(event, symbols, message);
    } else if (event.result == "null") { // streams of unknown symbols among them
        message.accepted.resize(std::size_t(symbols.count()));
        std::iota(message.accepted.begin(), message.accepted.end(), 0);
    }
}

} // namespace tickmark::sources
