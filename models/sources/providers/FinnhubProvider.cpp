// SPDX-License-Identifier: GPL-3.0-or-later
#include "FinnhubProvider.h"

#include "FinnhubFault.h"
#include "IntervalRow.h"
#include "ProviderJson.h"
#include <core/Series.h>

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace tickmark::sources {

namespace {

using core::kNsPerHour;
using core::kNsPerMinute;
using core::kNsPerSecond;

constexpr std::array kIntervals = std::to_array<IntervalRow>({
    {core::Series::kDaily, "D", 3650},
    {kNsPerMinute, "1", 28},
    {5 * kNsPerMinute, "5", 28},
    {15 * kNsPerMinute, "15", 28},
    {30 * kNsPerMinute, "30", 28},
    {kNsPerHour, "60", 28},
});

//! The columns of an answer; all of them as long as the times.
struct Candles
{
    QJsonArray times;
    std::array<QJsonArray, 4> prices; //!< open, high, low, close
    QJsonArray volumes;

    [[nodiscard]] bool fit() const
    {
        const auto asLong = [this](const QJsonArray &column) { return column.size() == times.size(); };
        return std::ranges::all_of(prices, asLong) && asLong(volumes);
    }
};

Candles candlesOf(const QJsonObject &answer)
{
    const auto column = [&answer](const char *name) { return answer[QLatin1String(name)].toArray(); };
    return {column("t"), {column("o"), column("h"), column("l"), column("c")}, column("v")};
}

} // namespace

QString FinnhubProvider::code() const
{
    return QStringLiteral("finnhub");
}

QString FinnhubProvider::title() const
{
    return QStringLiteral("Finnhub");
}

bool FinnhubProvider::gives(qint64 intervalNs) const
{
    return intervalOf(kIntervals, intervalNs) != nullptr;
}

//! Spelled as the store's, but for the classes of American shares: BRK.B.
QString FinnhubProvider::symbolOf(const core::Instrument &instrument) const
{
    const QString &symbol = instrument.symbol;
    switch (instrument.kind) {
    case core::InstrumentKind::Stock:
    case core::InstrumentKind::Etf:
        return symbol.contains(QLatin1Char('.')) ? symbol : QString(symbol).replace(QLatin1Char('-'), QLatin1Char('.'));
    case core::InstrumentKind::Index:
        return symbol;
    default:
        return {};
    }
}

int FinnhubProvider::daysPerRequest(qint64 intervalNs) const
{
    return intervalOf(kIntervals, intervalNs)->days;
}

HttpRequest FinnhubProvider::request(const BarsQuery &query, const ProviderSettings &settings) const
{
    // A day more at each end: times are of UTC, the range is of the exchange's dates.
    const auto seconds = [](core::SessionDate date) { return QString::number(date.utcMidnight().ns / kNsPerSecond); };
    QUrlQuery words;
    words.addQueryItem(QStringLiteral("symbol"), query.symbol);
    words.addQueryItem(QStringLiteral("resolution"),
                       QString::fromLatin1(intervalOf(kIntervals, query.intervalNs)->word));
    words.addQueryItem(QStringLiteral("from"), seconds(query.from.plusDays(-1)));
    words.addQueryItem(QStringLiteral("to"), seconds(query.until.plusDays(2)));
    HttpRequest request = requestTo(kFinnhub, settings, QStringLiteral("/api/v1/stock/candle"), words);
    request.secrets = {{HttpSecret::Place::Header, "X-Finnhub-Token", settings.key}};
    return request;
}

ProviderResult<FetchedBars> FinnhubProvider::parse(const QByteArray &body, const BarsQuery &query) const
{
    const auto json = readJson(body);
    if (!json)
        return tl::unexpected(json.error());
    const QJsonObject answer = json->toObject();
    if (auto said = finnhubFault(answer))
        return *said;
    const QString status = answer[QLatin1String("s")].toString();
    if (status == QLatin1String("no_data"))
        return providerFailure(ProviderFault::NoData);
    if (status != QLatin1String("ok"))
        return providerFailure(ProviderFault::NotWhatWasAsked, QString::fromUtf8(body));
    const Candles candles = candlesOf(answer);
    if (!candles.fit())
        return providerFailure(ProviderFault::Malformed, u"columns of different lengths");

    const bool daily = query.intervalNs == core::Series::kDaily;
    FetchedBars fetched;
    fetched.splitAdjusted = daily;
    for (qsizetype i = 0; i < candles.times.size(); ++i) {
        const auto start = timeOfSeconds(candles.times[i]);
        const auto &[open, high, low, close] = candles.prices;
        auto bar = makeBar({decimalOf(open[i]), decimalOf(high[i]), decimalOf(low[i]), decimalOf(close[i])},
                           decimalOf(candles.volumes[i]));
        // Daily bars carry midnight UTC of their session; within a day, no session of a share goes beyond it by more than
        // the day that the range was widened by.
        const auto date = start ? std::optional(core::SessionDate::utcDateOf(*start)) : std::nullopt;
        const qint32 slack = daily ? 0 : 1;
        if (!bar || !date || *date < query.from.plusDays(-slack) || *date > query.until.plusDays(slack)) {
            leaveOut(fetched, query, date, start);
            continue;
        }
        if (daily)
            bar->bar.session = *date;
        else
            bar->bar.start = *start;
        fetched.bars.push_back(*bar);
    }
    if (fetched.bars.empty())
        return providerFailure(ProviderFault::NoData);
    putInOrder(fetched);
    return fetched;
}

} // namespace tickmark::sources
