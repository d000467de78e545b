// SPDX-License-Identifier: GPL-3.0-or-later
#include "FinnhubStream.h"

#include "JsonScanner.h"
#include "TradeFields.h"
#include <sources/providers/QuoteProvider.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace tickmark::sources {

namespace {

constexpr std::array kSayings = std::to_array<StreamSaying>({
    {"too many", StreamFault::RateLimited},
    {"limit", StreamFault::RateLimited},
    {"API key", StreamFault::BadKey},
    {"token", StreamFault::BadKey},
    {"don't have access", StreamFault::UnknownSymbol},
    {"symbol", StreamFault::UnknownSymbol},
});

void readTrade(JsonScanner &json, const StreamSymbols &symbols, StreamMessage &message)
{
    std::string_view symbol;
    std::string_view price;
    std::string_view size;
    std::string_view time;
    const bool isObject = json.object([&](std::string_view key) {
        if (key == "s")
            return json.scalar(symbol);
        if (key == "p")
            return json.scalar(price);
        if (key == "v")
            return json.scalar(size);
        return key == "t" ? json.scalar(time) : json.skip();
    });
    const int place = symbols.indexOf(symbol);
    if (isObject && (place >= 0 || symbol.empty())) {
        message.add(place, timeOfMilliseconds(time), decimalOfDigits(price), decimalOfDigits(size), 0,
                    TradeSide::Unknown, false);
    }
}

void readTrades(std::string_view data, const StreamSymbols &symbols, StreamMessage &message)
{
    JsonScanner json(data);
    const bool isArray = json.array([&] {
        if (json.next() != '{') {
            ++message.rowsLeftOut;
            return json.skip();
        }
        readTrade(json, symbols, message);
        return true;
    });
    if (!isArray)
        message.fail(StreamFault::NotWhatWasAsked, u"trades that are no list");
    for (const StreamTrade &trade : message.trades)
        message.sent = std::max(message.sent.value_or(trade.time), trade.time);
    message.finish();
}

QByteArrayList orders(const QString &type, const QStringList &symbols)
{
    QByteArrayList all;
    for (const QString &symbol : symbols) {
        all << QJsonDocument(QJsonObject{{QStringLiteral("type"), type}, {QStringLiteral("symbol"), symbol}})
                   .toJson(QJsonDocument::Compact);
    }
    return all;
}

} // namespace

QString FinnhubStream::code() const
{
    return QStringLiteral("finnhub");
}

QString FinnhubStream::title() const
{
    return QStringLiteral("Finnhub");
}

QString FinnhubStream::symbolOf(const core::Instrument &instrument) const
{
    const bool isShare = instrument.kind == core::InstrumentKind::Stock || instrument.kind == core::InstrumentKind::Etf;
    return isShare ? quoteProvider(code())->symbolOf(instrument) : QString();
}

QUrl FinnhubStream::address(const ProviderSettings &settings) const
{
    QUrl url = streamAddress("wss://ws.finnhub.io", settings, QStringLiteral("/"));
    url.setQuery(QStringLiteral("token=") % QString::fromLatin1(settings.key.toPercentEncoding()), QUrl::StrictMode);
    return url;
}

QByteArrayList FinnhubStream::subscribe(const QStringList &symbols) const
{
    return orders(QStringLiteral("subscribe"), symbols);
}

QByteArrayList FinnhubStream::unsubscribe(const QStringList &symbols) const
{
    return orders(QStringLiteral("unsubscribe"), symbols);
}

void FinnhubStream::parse(std::string_view frame, const StreamSymbols &symbols, StreamMessage &message) const
{
    message.clear();
    std::string_view type;
    std::string_view words;
    std::string_view data;
    JsonScanner json(frame);
    const bool isObject = json.object([&](std::string_view key) {
        if (key == "data")
            return json.value(data);
        if (key == "type")
            return json.scalar(type);
        return key == "msg" ? json.scalar(words) : json.skip();
    });
    if (!isObject || !json.isDone())
        message.failAsForeign(frame);
    else if (type == "trade")
        readTrades(data, symbols, message);
    else if (type == "error")
        hearError(message, symbols, QString::fromStdString(unescaped(words)), kSayings);
}

} // namespace tickmark::sources
