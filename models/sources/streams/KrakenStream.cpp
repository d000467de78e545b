// SPDX-License-Identifier: GPL-3.0-or-later
#include "KrakenStream.h"

#include "JsonScanner.h"
#include "TradeFields.h"
#include <sources/providers/TradeRows.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace tickmark::sources {

namespace {

constexpr std::array kSayings = std::to_array<StreamSaying>({
    {"rate limit", StreamFault::RateLimited},
    {"msg rate", StreamFault::RateLimited},
    {"too many", StreamFault::RateLimited},
    {"unavailable", StreamFault::Unavailable},
    {"busy", StreamFault::Unavailable},
    {"internal error", StreamFault::Unavailable},
    {"not supported", StreamFault::UnknownSymbol},
    {"unknown", StreamFault::UnknownSymbol},
});

//! The members of a message that say what it is, as they are written.
struct Envelope
{
    std::string_view channel;
    std::string_view type;
    std::string_view method;
    std::string_view success;
    std::string_view error;
    std::string_view symbol; //!< of an error; an acknowledgement has it in its result
    std::string_view result;
    std::string_view sent;
    std::string_view data; //!< what was not read at once
    bool areTradesRead = false;
};

TradeSide sideOf(std::string_view word)
{
    if (word == "buy")
        return TradeSide::Buy;
    return word == "sell" ? TradeSide::Sell : TradeSide::Unknown;
}

bool readTrade(JsonScanner &json, const StreamSymbols &symbols, StreamMessage &message)
{
    std::string_view symbol;
    std::string_view side;
    std::string_view price;
    std::string_view size;
    std::string_view id;
    std::string_view time;
    const bool isObject = json.object([&](std::string_view key) {
        if (key == "symbol")
            return json.scalar(symbol);
        if (key == "side")
            return json.scalar(side);
        if (key == "price")
            return json.scalar(price);
        if (key == "qty")
            return json.scalar(size);
        if (key == "trade_id")
            return json.scalar(id);
        return key == "timestamp" ? json.scalar(time) : json.skip();
    });
    const int place = symbols.indexOf(symbol);
    if (isObject && (place >= 0 || symbol.empty())) {
        message.add(place, core::parseIsoTime(time), decimalOfDigits(price), decimalOfDigits(size), tradeId(id),
                    sideOf(side));
    }
    return isObject;
}

bool readTrades(JsonScanner &json, const StreamSymbols &symbols, StreamMessage &message)
{
    return json.array([&] {
        if (json.next() == '{')
            return readTrade(json, symbols, message);
        ++message.rowsLeftOut;
        return json.skip();
    });
}

//! Trades are read as they come when it is known by then that they are: a second look at them would cost as much again.
bool readEnvelope(std::string_view frame, Envelope &envelope, const StreamSymbols &symbols, StreamMessage &message)
{
    JsonScanner json(frame);
    const bool isObject = json.object([&](std::string_view key) {
        if (key == "data") {
            envelope.areTradesRead = envelope.channel == "trade";
            return envelope.areTradesRead ? readTrades(json, symbols, message) : json.value(envelope.data);
        }
        if (key == "channel")
            return json.scalar(envelope.channel);
        if (key == "type")
            return json.scalar(envelope.type);
        if (key == "method")
            return json.scalar(envelope.method);
        if (key == "success")
            return json.scalar(envelope.success);
        if (key == "error")
            return json.scalar(envelope.error);
        if (key == "symbol")
            return json.scalar(envelope.symbol);
        if (key == "result")
            return json.value(envelope.result);
        return key == "time_out" ? json.scalar(envelope.sent) : json.skip();
    });
    return isObject && json.isDone();
}

void finishTrades(const Envelope &envelope, const StreamSymbols &symbols, StreamMessage &message)
{
    if (JsonScanner json(envelope.data); !envelope.areTradesRead && !readTrades(json, symbols, message))
        message.fail(StreamFault::NotWhatWasAsked, u"trades that are no list");
    message.isSnapshot = envelope.type == "snapshot";
    if (!message.isSnapshot && !message.trades.empty())
        message.sent = message.trades.back().time;
    message.finish();
}

void readAnswer(const Envelope &envelope, const StreamSymbols &symbols, StreamMessage &message)
{
    message.sent = core::parseIsoTime(envelope.sent);
    if (envelope.success == "true") {
        std::string_view symbol;
        JsonScanner json(envelope.result);
        json.object([&](std::string_view key) { return key == "symbol" ? json.scalar(symbol) : json.skip(); });
        if (const int place = symbols.indexOf(symbol); place >= 0 && envelope.method == "subscribe")
            message.accepted.push_back(place);
        return;
    }
    const QString words = QString::fromStdString(unescaped(envelope.error));
    const int place = symbols.indexOf(envelope.symbol);
    if (place >= 0 && words.contains(QLatin1String("already"), Qt::CaseInsensitive)) {
        message.accepted.push_back(place);
    } else if (envelope.method != "unsubscribe") {
        const QString named = QString::fromStdString(unescaped(envelope.symbol));
        const bool isNamed = place < 0 || words.contains(named);
        hearError(message, symbols, isNamed ? words : QString(words % QLatin1Char(' ') % named), kSayings);
    }
}

//! "maintenance" in the state that comes first and whenever it changes.
void readState(const Envelope &envelope, StreamMessage &message)
{
    std::string_view system;
    JsonScanner json(envelope.data);
    json.array([&] {
        return json.next() == '{' ? json.object(
                   [&](std::string_view key) { return key == "system" ? json.scalar(system) : json.skip(); })
                                  : json.skip();
    });
    if (system == "maintenance")
        message.fail(StreamFault::Unavailable, QString::fromUtf8(system.data(), qsizetype(system.size())));
}

QByteArray order(const QString &method, const QStringList &symbols)
{
    QJsonObject about{{QStringLiteral("channel"), QStringLiteral("trade")},
                      {QStringLiteral("symbol"), QJsonArray::fromStringList(symbols)}};
    if (method == QLatin1String("subscribe"))
        about.insert(QStringLiteral("snapshot"), true);
    return QJsonDocument(QJsonObject{{QStringLiteral("method"), method}, {QStringLiteral("params"), about}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

QString KrakenStream::code() const
{
    return QStringLiteral("kraken");
}

QString KrakenStream::title() const
{
    return QStringLiteral("Kraken");
}

QString KrakenStream::symbolOf(const core::Instrument &instrument) const
{
    const auto pair = coinPair(instrument);
    return pair ? QString(pair->first % QLatin1Char('/') % pair->second) : QString();
}

QUrl KrakenStream::address(const ProviderSettings &settings) const
{
    return streamAddress("wss://ws.kraken.com", settings, QStringLiteral("/v2"));
}

QByteArrayList KrakenStream::subscribe(const QStringList &symbols) const
{
    return {order(QStringLiteral("subscribe"), symbols)};
}

QByteArrayList KrakenStream::unsubscribe(const QStringList &symbols) const
{
    return {order(QStringLiteral("unsubscribe"), symbols)};
}

void KrakenStream::parse(std::string_view frame, const StreamSymbols &symbols, StreamMessage &message) const
{
    message.clear();
    Envelope envelope;
    if (!readEnvelope(frame, envelope, symbols, message))
        message.failAsForeign(frame);
    else if (envelope.channel == "trade")
        finishTrades(envelope, symbols, message);
    else if (envelope.channel == "status")
        readState(envelope, message);
    else if (!envelope.success.empty() || !envelope.error.empty())
        readAnswer(envelope, symbols, message);
}

} // namespace tickmark::sources
