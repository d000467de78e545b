// SPDX-License-Identifier: GPL-3.0-or-later
#include "BinanceProvider.h"

#include "ProviderJson.h"
#include "TradeRows.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace tickmark::sources {

namespace {

//! An answer counts 25 of the 6,000 that an address may have in a minute.
constexpr ProviderAddress kBinance{"https://api.binance.com", std::chrono::milliseconds(250)};
constexpr qint64 kNsPerMillisecond = 1'000'000;

//! The first id that is asked for; 0 when it has to be by time. Each answer begins with the last trade that is there: what
//! is left out behind it is not just out of reach.
qint64 firstWanted(const TradesQuery &query)
{
    const qint64 cursor = tradeId(query.cursor);
    return cursor > 0 ? cursor : query.lastTradeId;
}

std::optional<core::Time> timeOf(const QJsonValue &milliseconds)
{
    constexpr qint64 kFarthest = std::numeric_limits<qint64>::max() / kNsPerMillisecond;
    const qint64 value = milliseconds.toInteger(-1);
    return value >= 0 && value <= kFarthest ? std::optional(core::Time{value * kNsPerMillisecond}) : std::nullopt;
}

tl::unexpected<ProviderError> faultOf(const QJsonObject &answer, const QByteArray &body)
{
    const QString words = answer[QLatin1String("msg")].toString(QString::fromUtf8(body));
    switch (answer[QLatin1String("code")].toInt()) {
    case -1121:
        return providerFailure(ProviderFault::UnknownSymbol, words);
    case -1003: // too many requests
    case -1015: // too many orders
        return providerFailure(ProviderFault::RateLimited, words);
    case -1000: // unknown trouble of theirs
    case -1001: // disconnected inside
    case -1008: // overloaded
    case -1016: // shutting down
        return providerFailure(ProviderFault::Unavailable, words);
    case -2014:
    case -2015:
        return providerFailure(ProviderFault::BadKey, words);
    default:
        return providerFailure(ProviderFault::NotWhatWasAsked, words);
    }
}

//! One aggregated trade of the time that was asked for: the id of its first trade is where to begin.
ProviderResult<FetchedTrades> parseStart(const QJsonArray &trades)
{
    FetchedTrades none;
    if (trades.isEmpty())
        return none;
    const qint64 first = tradeId(trades.at(0)[QLatin1String("f")]);
    if (first == 0)
        return providerFailure(ProviderFault::NotWhatWasAsked);
    none.next = QByteArray::number(first);
    return none;
}

} // namespace

QString BinanceProvider::code() const
{
    return QStringLiteral("binance");
}

QString BinanceProvider::title() const
{
    return QStringLiteral("Binance (USDT)");
}

QString BinanceProvider::symbolOf(const core::Instrument &instrument) const
{
    const auto pair = coinPair(instrument);
    if (!pair)
        return {};
    return pair->first % (pair->second == QLatin1String("USD") ? QStringLiteral("USDT") : pair->second);
}

HttpRequest BinanceProvider::request(const TradesQuery &query, const ProviderSettings &settings) const
{
    QUrlQuery words;
    words.addQueryItem(QStringLiteral("symbol"), query.symbol);
    const qint64 first = firstWanted(query);
    if (first == 0) {
        const qint64 since = std::max<qint64>(query.since.ns, 0) / kNsPerMillisecond;
        words.addQueryItem(QStringLiteral("startTime"), QString::number(since));
        words.addQueryItem(QStringLiteral("limit"), QStringLiteral("1"));
        return requestTo(kBinance, settings, QStringLiteral("/api/v3/aggTrades"), words);
    }
    words.addQueryItem(QStringLiteral("fromId"), QString::number(first));
    words.addQueryItem(QStringLiteral("limit"), QString::number(kTradesPerAnswer));
    return requestTo(kBinance, settings, QStringLiteral("/api/v3/historicalTrades"), words);
}

ProviderResult<FetchedTrades> BinanceProvider::parse(const QByteArray &body, const TradesQuery &query) const
{
    const auto json = readJson(body);
    if (!json)
        return tl::unexpected(json.error());
    if (!json->isArray())
        return faultOf(json->toObject(), body);
    const QJsonArray trades = json->toArray();
    if (firstWanted(query) == 0)
        return parseStart(trades);

    TradeRows rows;
    for (const QJsonValue &one : trades) {
        const QJsonValue buyerStood = one[QLatin1String("isBuyerMaker")];
        const TradeSide side = !buyerStood.isBool()  ? TradeSide::Unknown
                               : buyerStood.toBool() ? TradeSide::Sell
                                                     : TradeSide::Buy;
        rows.add(timeOf(one[QLatin1String("time")]), exactDecimal(one[QLatin1String("price")]),
                 exactDecimal(one[QLatin1String("qty")]), tradeId(one[QLatin1String("id")]), side);
    }
    const bool more = rows.count() >= kTradesPerAnswer && rows.lastId() > firstWanted(query);
    const QByteArray next = more ? QByteArray::number(rows.lastId()) : QByteArray();
    return std::move(rows).take(query, next);
}

} // namespace tickmark::sources
