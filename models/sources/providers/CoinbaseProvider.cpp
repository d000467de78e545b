// SPDX-License-Identifier: GPL-3.0-or-later
#include "CoinbaseProvider.h"

#include "ProviderJson.h"
#include "TradeRows.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace tickmark::sources {

namespace {

constexpr ProviderAddress kCoinbase{"https://api.exchange.coinbase.com", std::chrono::milliseconds(150)};

//! Where a backfill stands. As a cursor: "from/100" or "seek/1/900"; without one, the newest trades are asked for.
struct Position
{
    enum class Kind { Newest, Seek, From };
    Kind kind = Kind::Newest;
    qint64 low = 0;  //!< From: the last id that is there. Seek: older than what is wanted
    qint64 high = 0; //!< Seek: not older

    [[nodiscard]] qint64 middle() const { return low + (high - low) / 2; }
    //! Trades below this id are asked for, at most kTradesPerAnswer of them.
    [[nodiscard]] qint64 below() const { return kind == Kind::From ? low + 1 + kTradesPerAnswer : middle() + 1; }
};

Position positionOf(const TradesQuery &query)
{
    const QList<QByteArray> words = query.cursor.split('/');
    if (words.size() == 2 && words[0] == "from")
        return {Position::Kind::From, tradeId(words[1]), 0};
    if (words.size() == 3 && words[0] == "seek") {
        const Position found{Position::Kind::Seek, tradeId(words[1]), tradeId(words[2])};
        if (found.high - found.low > 1)
            return found;
    }
    if (query.cursor.isEmpty() && query.lastTradeId > 0)
        return {Position::Kind::From, query.lastTradeId, 0};
    return {};
}

QByteArray cursorFrom(qint64 id)
{
    return "from/" + QByteArray::number(id);
}

QByteArray cursorBetween(qint64 low, qint64 high)
{
    return high - low > 1 ? "seek/" + QByteArray::number(low) + '/' + QByteArray::number(high) : cursorFrom(high - 1);
}

//! What comes after an answer that ascends.
QByteArray nextUpwards(const Position &position, const TradeRows &rows)
{
    const bool full = rows.lastId() >= position.below() - 1;
    return full ? cursorFrom(rows.lastId()) : QByteArray();
}

//! The rows hold the newest trades, or some in the middle: is the first one that is wanted before, among or after them?
QByteArray nextSeeking(const Position &position, const TradeRows &rows, core::Time since)
{
    const bool newest = position.kind == Position::Kind::Newest;
    if (newest && (rows.firstId() <= 1 || rows.firstTime() < since))
        return {};
    if (newest)
        return cursorBetween(0, rows.firstId());
    if (rows.lastId() == 0 || rows.lastTime() < since)
        return cursorBetween(position.middle(), position.high);
    if (rows.firstTime() < since)
        return cursorFrom(rows.lastId());
    return cursorBetween(position.low, std::clamp(rows.firstId(), position.low + 1, position.middle()));
}

//! Whether an answer begins with the first trade that is wanted.
bool beginsHere(const Position &position, const TradeRows &rows, core::Time since)
{
    if (position.kind == Position::Kind::Newest)
        return rows.firstId() <= 1 || rows.firstTime() < since;
    return rows.firstTime() < since && rows.lastTime() >= since;
}

//! Exchange REST names the side of the order that stood in the book.
TradeSide sideOf(const QJsonValue &maker)
{
    if (maker == QLatin1String("buy"))
        return TradeSide::Sell;
    return maker == QLatin1String("sell") ? TradeSide::Buy : TradeSide::Unknown;
}

tl::unexpected<ProviderError> faultOf(const QJsonObject &answer, const QByteArray &body)
{
    const QString words = answer[QLatin1String("message")].toString(QString::fromUtf8(body));
    const auto says = [&words](const char *word) { return words.contains(QLatin1String(word), Qt::CaseInsensitive); };
    if (says("NotFound") || says("not found"))
        return providerFailure(ProviderFault::UnknownSymbol, words);
    if (says("rate limit") || says("too many"))
        return providerFailure(ProviderFault::RateLimited, words);
    if (says("internal server") || says("unavailable") || says("maintenance"))
        return providerFailure(ProviderFault::Unavailable, words);
    return providerFailure(ProviderFault::NotWhatWasAsked, words);
}

} // namespace

QString CoinbaseProvider::code() const
{
    return QStringLiteral("coinbase");
}

QString CoinbaseProvider::title() const
{
    return QStringLiteral("Coinbase");
}

QString CoinbaseProvider::symbolOf(const core::Instrument &instrument) const
{
    return coinPair(instrument) ? instrument.symbol : QString();
}

HttpRequest CoinbaseProvider::request(const TradesQuery &query, const ProviderSettings &settings) const
{
    const Position position = positionOf(query);
    QUrlQuery words;
    if (position.kind != Position::Kind::Newest)
        words.addQueryItem(QStringLiteral("after"), QString::number(position.below()));
    words.addQueryItem(QStringLiteral("limit"), QString::number(kTradesPerAnswer));
    return requestTo(kCoinbase, settings, QStringLiteral("/products/%1/trades").arg(query.symbol), words);
}

ProviderResult<FetchedTrades> CoinbaseProvider::parse(const QByteArray &body, const TradesQuery &query) const
{
    const auto json = readJson(body);
    if (!json)
        return tl::unexpected(json.error());
    if (!json->isArray())
        return faultOf(json->toObject(), body);
    TradeRows rows;
    for (const QJsonValue &one : json->toArray()) {
        rows.add(core::parseIsoTime(one[QLatin1String("time")].toString().toStdString()),
                 exactDecimal(one[QLatin1String("price")]), exactDecimal(one[QLatin1String("size")]),
                 tradeId(one[QLatin1String("trade_id")]), sideOf(one[QLatin1String("side")]));
    }
    const Position position = positionOf(query);
    if (position.kind == Position::Kind::From) {
        TradesQuery wanted = query;
        wanted.lastTradeId = std::max(query.lastTradeId, position.low);
        const QByteArray next = nextUpwards(position, rows);
        return std::move(rows).take(wanted, next);
    }
    const bool begins = beginsHere(position, rows, query.since);
    const QByteArray next = nextSeeking(position, rows, query.since);
    auto fetched = std::move(rows).take(query, next);
    if (fetched && !begins)
        fetched->trades.clear(); // they come again, in their order
    return fetched;
}

} // namespace tickmark::sources
