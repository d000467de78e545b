// SPDX-License-Identifier: GPL-3.0-or-later
#include "AlphaVantageProvider.h"

#include "AlphaVantageFault.h"
#include "IntervalRow.h"
#include "ProviderJson.h"
#include <core/Series.h>
#include <core/ZoneRules.h>

#include <algorithm>

namespace tickmark::sources {

namespace {

using core::kNsPerHour;
using core::kNsPerMinute;

constexpr int kMonth = 31; //!< an answer about less than a day is about one month
constexpr std::array kIntervals = std::to_array<IntervalRow>({
    {core::Series::kDaily, "", 36'500}, // a function of its own
    {kNsPerMinute, "1min", kMonth},
    {5 * kNsPerMinute, "5min", kMonth},
    {15 * kNsPerMinute, "15min", kMonth},
    {30 * kNsPerMinute, "30min", kMonth},
    {kNsPerHour, "60min", kMonth},
});
constexpr int kIsoDateLength = 10;

//! Empty for daily bars, whose answers do not name their length.
QString wordOf(qint64 intervalNs)
{
    const IntervalRow *row = intervalOf(kIntervals, intervalNs);
    return row ? QString::fromLatin1(row->word) : QString();
}

//! "5. Time Zone" by its words: the numbers differ between the functions.
QString metaOf(const QJsonObject &answer, QLatin1String words)
{
    const QJsonObject meta = answer[QLatin1String("Meta Data")].toObject();
    for (auto one = meta.begin(); one != meta.end(); ++one) {
        if (one.key().endsWith(words))
            return one.value().toString();
    }
    return {};
}

//! The zone of the stamps. New York comes under a name of old that not every system knows.
QString zoneOf(const QJsonObject &answer)
{
    const QString name = metaOf(answer, QLatin1String("Time Zone"));
    return name == QLatin1String("US/Eastern") ? QStringLiteral("America/New_York") : name;
}

//! Keys without charge get the newest hundred days only; what fits into them is asked for in that way.
bool isShort(const BarsQuery &query)
{
    constexpr int kDaysOfCompact = 130; // less than a hundred sessions
    return std::max(query.today, query.until).days() - query.from.days() <= kDaysOfCompact;
}

//! Whether an answer of the newest days begins after the first day that was asked for, by more than holidays explain.
bool beginsTooLate(const QJsonObject &answer, const QJsonObject &series, const BarsQuery &query)
{
    constexpr int kLongestHolidays = 10;
    if (metaOf(answer, QLatin1String("Output Size")).compare(QLatin1String("compact"), Qt::CaseInsensitive) != 0)
        return false;
    const auto first = core::SessionDate::fromIso(series.begin().key().toStdString());
    constexpr qsizetype kRowsOfCompact = 100; // fewer: there are no more
    return series.size() >= kRowsOfCompact && first && *first > query.from.plusDays(kLongestHolidays);
}

//! "Time Series (Daily)", "Time Series (5min)", "Time Series FX (Daily)".
QJsonObject seriesOf(const QJsonObject &answer)
{
    for (auto one = answer.begin(); one != answer.end(); ++one) {
        if (one.key().startsWith(QLatin1String("Time Series")))
            return one.value().toObject();
    }
    return {};
}

//! "4. close" by its word: the numbers differ between the functions.
std::optional<core::Price> numberOf(const QJsonObject &row, QLatin1String word)
{
    for (auto one = row.begin(); one != row.end(); ++one) {
        if (one.key().endsWith(word))
            return decimalOf(one.value());
    }
    return std::nullopt;
}

} // namespace

QString AlphaVantageProvider::code() const
{
    return QStringLiteral("alphavantage");
}

QString AlphaVantageProvider::title() const
{
    return QStringLiteral("Alpha Vantage");
}

bool AlphaVantageProvider::gives(qint64 intervalNs) const
{
    return intervalOf(kIntervals, intervalNs) != nullptr;
}

//! Shares and funds; Frankfurt is spelled out.
QString AlphaVantageProvider::symbolOf(const core::Instrument &instrument) const
{
    const bool isShare = instrument.kind == core::InstrumentKind::Stock || instrument.kind == core::InstrumentKind::Etf;
    if (!isShare)
        return {};
    const QString &symbol = instrument.symbol;
    return symbol.endsWith(QLatin1String(".DE")) ? symbol.chopped(3) % QLatin1String(".DEX") : symbol;
}

int AlphaVantageProvider::daysPerRequest(qint64 intervalNs) const
{
    return intervalOf(kIntervals, intervalNs)->days;
}

bool AlphaVantageProvider::givesMonths(qint64 intervalNs) const
{
    return intervalNs != core::Series::kDaily;
}

HttpRequest AlphaVantageProvider::request(const BarsQuery &query, const ProviderSettings &settings) const
{
    QUrlQuery words;
    const bool daily = query.intervalNs == core::Series::kDaily;
    words.addQueryItem(QStringLiteral("function"),
                       daily ? QStringLiteral("TIME_SERIES_DAILY") : QStringLiteral("TIME_SERIES_INTRADAY"));
    words.addQueryItem(QStringLiteral("symbol"), query.symbol);
    if (!daily) {
        words.addQueryItem(QStringLiteral("interval"), wordOf(query.intervalNs));
        words.addQueryItem(QStringLiteral("adjusted"), QStringLiteral("false"));
        words.addQueryItem(QStringLiteral("month"), QString::fromStdString(query.from.iso()).first(7));
    }
    words.addQueryItem(QStringLiteral("outputsize"),
                       daily && isShort(query) ? QStringLiteral("compact") : QStringLiteral("full"));
    HttpRequest request = requestTo(kAlphaVantage, settings, QStringLiteral("/query"), words);
    request.secrets = {{HttpSecret::Place::Query, "apikey", settings.key}};
    return request;
}

ProviderResult<FetchedBars> AlphaVantageProvider::parse(const QByteArray &body, const BarsQuery &query) const
{
    const auto json = readJson(body);
    if (!json)
        return tl::unexpected(json.error());
    const QJsonObject answer = json->toObject();
    if (auto said = alphaVantageFault(answer))
        return *said;
    const QString zoneName = zoneOf(answer);
    const auto zone = core::ZoneRules::load(zoneName.toLatin1());
    const QJsonObject series = seriesOf(answer);
    if (zoneName.isEmpty() || !zone || series.isEmpty())
        return providerFailure(ProviderFault::NotWhatWasAsked, QString::fromUtf8(body));

    const bool daily = query.intervalNs == core::Series::kDaily;
    if (!isAsAsked(metaOf(answer, QLatin1String("Symbol")), query.symbol)
        || !isAsAsked(metaOf(answer, QLatin1String("Interval")), wordOf(query.intervalNs)))
        return providerFailure(ProviderFault::NotWhatWasAsked, QString::fromUtf8(body));
    if (daily && beginsTooLate(answer, series, query))
        return providerFailure(ProviderFault::NotInPlan, u"only the newest 100 days");
    FetchedBars fetched;
    for (auto one = series.begin(); one != series.end(); ++one) {
        const QJsonObject row = one.value().toObject();
        const QString &stamp = one.key();
        const auto date = core::SessionDate::fromIso(
            stamp.first(std::min<qsizetype>(stamp.size(), kIsoDateLength)).toStdString());
        const auto local = daily ? std::optional(core::Time{})
                                 : core::parseIsoTime(QString(stamp % QLatin1Char('Z')).toStdString());
        const auto start = local ? std::optional(zone->fromLocalNs(local->ns)) : std::nullopt;
        auto bar = makeBar({numberOf(row, QLatin1String("open")), numberOf(row, QLatin1String("high")),
                            numberOf(row, QLatin1String("low")), numberOf(row, QLatin1String("close"))},
                           numberOf(row, QLatin1String("volume")));
        if (!bar || !date || !start || *date < query.from || *date > query.until) {
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
