// SPDX-License-Identifier: GPL-3.0-or-later
#include "KrakenProvider.h"

#include "ProviderJson.h"
#include "TradeRows.h"
#include <sources/streams/JsonScanner.h>

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace tickmark::sources {

namespace {

constexpr ProviderAddress kKraken{"https://api.kraken.com", std::chrono::milliseconds(1000)};
constexpr qint64 kNsPerMicrosecond = 1000;
constexpr QLatin1String kLast("last");

//! Coins that have another name there.
struct CoinRow
{
    const char *coin;
    const char *kraken;
};
constexpr std::array kCoins = std::to_array<CoinRow>({{"BTC", "XBT"}, {"DOGE", "XDG"}});

QString coinName(const QString &coin)
{
    const auto row = std::ranges::find_if(kCoins,
                                          [&coin](const CoinRow &one) { return coin == QLatin1String(one.coin); });
    return row == kCoins.end() ? coin : QString::fromLatin1(row->kraken);
}

struct SayingRow
{
    const char *words;
    ProviderFault fault;
};
constexpr std::array kSayings = std::to_array<SayingRow>({
    {"Too many requests", ProviderFault::RateLimited},
    {"Rate limit", ProviderFault::RateLimited},
    {"lockout", ProviderFault::RateLimited},
    {"Unknown asset", ProviderFault::UnknownSymbol},
    {"EService", ProviderFault::Unavailable},
    {"Internal error", ProviderFault::Unavailable},
});

std::optional<tl::unexpected<ProviderError>> saidInstead(const QJsonObject &answer)
{
    const QJsonArray errors = answer[QLatin1String("error")].toArray();
    if (errors.isEmpty())
        return std::nullopt;
    const QString words = errors.at(0).toString();
    for (const SayingRow &row : kSayings) {
        if (words.contains(QLatin1String(row.words), Qt::CaseInsensitive))
            return providerFailure(row.fault, words);
    }
    return providerFailure(ProviderFault::NotWhatWasAsked, words);
}

//! A pair by its plain name: XBTUSD for XXBTZUSD, BTC/USD and XBTUSD.
QString plainPair(QString pair)
{
    constexpr qsizetype kOldCode = 4; // X before a coin, Z before a currency
    pair = pair.toUpper().remove(QLatin1Char('/')).remove(QLatin1Char('-'));
    QStringList codes{pair};
    if (pair.size() == 2 * kOldCode)
        codes = {pair.first(kOldCode), pair.last(kOldCode)};
    for (QString &code : codes) {
        const bool isOld = code.size() == kOldCode
                           && (code.startsWith(QLatin1Char('X')) || code.startsWith(QLatin1Char('Z')));
        if (isOld)
            code.remove(0, 1);
    }
    pair = codes.join(QString());
    for (const CoinRow &row : kCoins)
        pair.replace(QLatin1String(row.coin), QLatin1String(row.kraken));
    return pair;
}

//! The trades stand under the pair's name, which need not be spelled as it was asked for.
QJsonValue tradesOf(const QJsonObject &result, const QString &asked)
{
    QJsonValue found;
    for (auto one = result.begin(); one != result.end(); ++one) {
        if (one.key() == kLast)
            continue;
        if (!found.isNull() || plainPair(one.key()) != plainPair(asked))
            return {};
        found = one.value();
    }
    return found;
}

//! The times of these trades as they are written, row by row: a double would round them.
std::vector<std::string_view> timesOf(const QByteArray &body)
{
    constexpr int kPlace = 2;
    std::vector<std::string_view> times;
    JsonScanner json({body.constData(), std::size_t(body.size())});
    const auto row = [&] {
        times.emplace_back();
        int place = 0;
        return json.next() == '['
                   ? json.array([&] { return place++ == kPlace ? json.scalar(times.back()) : json.skip(); })
                   : json.skip();
    };
    json.object([&](std::string_view key) {
        if (key != "result" || json.next() != '{')
            return json.skip();
        return json.object([&](std::string_view pair) {
            if (pair == "last" || json.next() != '[')
                return json.skip();
            times.clear();
            return json.array(row);
        });
    });
    return times;
}

TradeSide sideOf(const QJsonValue &letter)
{
    if (letter == QLatin1String("b"))
        return TradeSide::Buy;
    return letter == QLatin1String("s") ? TradeSide::Sell : TradeSide::Unknown;
}

//! Nanoseconds since 1970.
std::optional<qint64> cursorTime(const QByteArray &text)
{
    bool isNumber = false;
    const qint64 ns = text.toLongLong(&isNumber);
    return isNumber && ns >= 0 ? std::optional(ns) : std::nullopt;
}

} // namespace

QString KrakenProvider::code() const
{
    return QStringLiteral("kraken");
}

QString KrakenProvider::title() const
{
    return QStringLiteral("Kraken");
}

QString KrakenProvider::symbolOf(const core::Instrument &instrument) const
{
    const auto pair = coinPair(instrument);
    return pair ? QString(coinName(pair->first) % coinName(pair->second)) : QString();
}

HttpRequest KrakenProvider::request(const TradesQuery &query, const ProviderSettings &settings) const
{
    // What comes begins after this time, and trades of one moment may stand in two
    // answers: a little comes twice and is known by its ids.
    const qint64 since = std::max<qint64>(cursorTime(query.cursor).value_or(query.since.ns) - kNsPerMicrosecond, 0);
    QUrlQuery words;
    words.addQueryItem(QStringLiteral("pair"), query.symbol);
    words.addQueryItem(QStringLiteral("since"), QString::number(since));
    words.addQueryItem(QStringLiteral("count"), QString::number(kTradesPerAnswer));
    return requestTo(kKraken, settings, QStringLiteral("/0/public/Trades"), words);
}

ProviderResult<FetchedTrades> KrakenProvider::parse(const QByteArray &body, const TradesQuery &query) const
{
    const auto json = readJson(body);
    if (!json)
        return tl::unexpected(json.error());
    const QJsonObject answer = json->toObject();
    if (auto said = saidInstead(answer))
        return *said;
    const QJsonObject result = answer[QLatin1String("result")].toObject();
    const QByteArray last = result[kLast].toString().toLatin1();
    const QJsonValue trades = tradesOf(result, query.symbol);
    if (!trades.isArray() || !cursorTime(last))
        return providerFailure(ProviderFault::NotWhatWasAsked, QString::fromUtf8(body));

    const std::vector<std::string_view> times = timesOf(body);
    const QJsonArray list = trades.toArray();
    if (times.size() != std::size_t(list.size()))
        return providerFailure(ProviderFault::NotWhatWasAsked, QString::fromUtf8(body));
    TradeRows rows;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QJsonArray row = list.at(i).toArray(); // price, volume, time, side, kind of order, remarks, id
        rows.add(timeOfDigits(times[std::size_t(i)]), exactDecimal(row.at(0)), exactDecimal(row.at(1)),
                 tradeId(row.at(6)), sideOf(row.at(3)));
    }
    const bool more = rows.count() >= kTradesPerAnswer && last != query.cursor;
    return std::move(rows).take(query, more ? last : QByteArray());
}

} // namespace tickmark::sources
