// SPDX-License-Identifier: GPL-3.0-or-later
#include "YahooProvider.h"

#include "ProviderJson.h"
#include <core/Series.h>
#include <core/ZoneRules.h>

#include <QJsonArray>
#include <QUrlQuery>

#include <algorithm>
#include <array>
#include <map>

namespace tickmark::sources {

namespace {

using core::kNsPerDay;
using core::kNsPerHour;
using core::kNsPerMinute;
using core::kNsPerSecond;

struct IntervalRow
{
    qint64 ns;
    const char *word;
    int days; //!< that one answer may span
};

constexpr std::array kIntervals = std::to_array<IntervalRow>({
    {core::Series::kDaily, "1d", 3650},
    {kNsPerMinute, "1m", 7},
    {5 * kNsPerMinute, "5m", 59},
    {15 * kNsPerMinute, "15m", 59},
    {30 * kNsPerMinute, "30m", 59},
    {kNsPerHour, "1h", 729},
});

//! Currencies that are quoted in hundredths, and what they are hundredths of.
struct HundredthRow
{
    const char *code;
    const char *currency;
};
constexpr std::array kHundredths = std::to_array<HundredthRow>({{"GBp", "GBP"}, {"ILA", "ILS"}, {"ZAc", "ZAR"}});

const IntervalRow *intervalOf(qint64 ns)
{
    const auto row = std::ranges::find(kIntervals, ns, &IntervalRow::ns);
    return row == kIntervals.end() ? nullptr : &*row;
}

core::Time timeOf(const QJsonValue &seconds)
{
    return {static_cast<qint64>(seconds.toDouble()) * kNsPerSecond};
}

//! One answer on its way into bars.
class ChartReader
{
public:
    ChartReader(const QJsonObject &result, const BarsQuery &query, core::ZoneRules zone)
        : m_result(result), m_meta(result[QLatin1String("meta")].toObject()), m_query(query), m_zone(std::move(zone))
    {}

    [[nodiscard]] FetchedBars read()
    {
        readCurrency();
        readBars();
        readEvents();
        m_fetched.splitAdjusted = true;
        return std::move(m_fetched);
    }

private:
    void readCurrency()
    {
        m_fetched.currency = m_meta[QLatin1String("currency")].toString();
        const auto row = std::ranges::find_if(
            kHundredths, [this](const HundredthRow &one) { return m_fetched.currency == QLatin1String(one.code); });
        if (row == kHundredths.end())
            return;
        m_fetched.currency = QString::fromLatin1(row->currency);
        m_hundredths = 2;
    }

    //! The session that is still going on has a bar that is none yet.
    [[nodiscard]] std::optional<core::SessionDate> openSession() const
    {
        const core::Time last = timeOf(m_meta[QLatin1String("regularMarketTime")]);
        const QJsonObject period =
            m_meta[QLatin1String("currentTradingPeriod")].toObject()[QLatin1String("regular")].toObject();
        const core::Time end = timeOf(period[QLatin1String("end")]);
        const bool running = last >= timeOf(period[QLatin1String("start")]) && last < end;
        return running ? std::optional(m_zone.dateAt(last)) : std::nullopt;
    }

    void readBars()
    {
        const QJsonArray times = m_result[QLatin1String("timestamp")].toArray();
        const QJsonObject quote =
            m_result[QLatin1String("indicators")].toObject()[QLatin1String("quote")].toArray().at(0).toObject();
        const QJsonArray open = quote[QLatin1String("open")].toArray();
        const QJsonArray high = quote[QLatin1String("high")].toArray();
        const QJsonArray low = quote[QLatin1String("low")].toArray();
        const QJsonArray close = quote[QLatin1String("close")].toArray();
        const QJsonArray volume = quote[QLatin1String("volume")].toArray();
        const bool daily = m_query.intervalNs == core::Series::kDaily;
        const auto unfinished = daily ? openSession() : std::nullopt;
        for (qsizetype i = 0; i < times.size(); ++i) {
            const core::Time start = timeOf(times[i]);
            const core::SessionDate session = m_zone.dateAt(start);
            const auto bar = barOf({open[i], high[i], low[i], close[i]}, volume[i]);
            if (!bar || session < m_query.from || session > m_query.until || session == unfinished) {
                ++m_fetched.rowsLeftOut;
                continue;
            }
            FetchedBar &kept = m_fetched.bars.emplace_back(*bar);
            if (daily)
                kept.bar.session = session;
            else
                kept.bar.start = start;
        }
    }

    [[nodiscard]] std::optional<FetchedBar> barOf(const std::array<QJsonValue, 4> &prices,
                                                  const QJsonValue &volume) const
    {
        std::array<std::optional<core::Price>, 4> exact;
        for (std::size_t i = 0; i < prices.size(); ++i) {
            exact[i] = decimalOf(prices[i]);
            if (exact[i])
                exact[i]->decimals += m_hundredths;
        }
        const auto bar = makeBar(exact, volume.isDouble() ? decimalOf(volume) : std::nullopt);
        return bar && bar->priceDecimals <= core::kMaxDecimals ? bar : std::nullopt;
    }

    void readEvents()
    {
        const QJsonObject events = m_result[QLatin1String("events")].toObject();
        for (const QJsonValue &one : events[QLatin1String("splits")].toObject()) {
            const QJsonObject split = one.toObject();
            const auto fresh = decimalOf(split[QLatin1String("numerator")]);
            const auto old = decimalOf(split[QLatin1String("denominator")]);
            if (fresh && old && fresh->decimals == 0 && old->decimals == 0 && fresh->units > 0 && old->units > 0)
                m_fetched.splits.push_back(
                    {m_zone.dateAt(timeOf(split[QLatin1String("date")])), fresh->units, old->units});
        }
        for (const QJsonValue &one : events[QLatin1String("dividends")].toObject()) {
            const QJsonObject dividend = one.toObject();
            if (const auto amount = decimalOf(dividend[QLatin1String("amount")]))
                m_fetched.dividends.push_back(
                    {m_zone.dateAt(timeOf(dividend[QLatin1String("date")])),
                     {amount->units, std::min(amount->decimals + m_hundredths, core::kMaxDecimals)}});
        }
        std::ranges::sort(m_fetched.splits, {}, &FetchedSplit::exDate);
        std::ranges::sort(m_fetched.dividends, {}, &FetchedDividend::exDate);
    }

    QJsonObject m_result;
    QJsonObject m_meta;
    BarsQuery m_query;
    core::ZoneRules m_zone;
    int m_hundredths = 0; //!< decimals that a price in pence gains
    FetchedBars m_fetched;
};

ProviderError faultOf(const QJsonObject &error)
{
    const QString code = error[QLatin1String("code")].toString();
    const QString words = error[QLatin1String("description")].toString();
    if (code == QLatin1String("Not Found"))
        return {ProviderFault::UnknownSymbol, words};
    if (code == QLatin1String("Too Many Requests"))
        return {ProviderFault::RateLimited, words};
    if (words.contains(QLatin1String("Data doesn't exist")))
        return {ProviderFault::NoData, words};
    return {ProviderFault::NotWhatWasAsked, words};
}

} // namespace

QString YahooProvider::code() const
{
    return QStringLiteral("yahoo");
}

QString YahooProvider::title() const
{
    return QStringLiteral("Yahoo");
}

bool YahooProvider::gives(qint64 intervalNs) const
{
    return intervalOf(intervalNs) != nullptr;
}

//! The store's symbols are spelled as Yahoo's, but for currencies.
QString YahooProvider::symbolOf(const core::Instrument &instrument) const
{
    return instrument.kind == core::InstrumentKind::Fx ? instrument.symbol % QLatin1String("=X") : instrument.symbol;
}

int YahooProvider::daysPerRequest(qint64 intervalNs) const
{
    return intervalOf(intervalNs)->days;
}

HttpRequest YahooProvider::request(const BarsQuery &query, const ProviderSettings &settings) const
{
    QUrl url = settings.base.isEmpty() ? QUrl(QStringLiteral("https://query2.finance.yahoo.com")) : settings.base;
    url.setPath(url.path() % QStringLiteral("/v8/finance/chart/") % query.symbol);
    // A day more at each end: the range is cut by the exchange's dates, which the answer tells.
    const auto seconds = [](core::SessionDate date) { return QString::number(date.utcMidnight().ns / kNsPerSecond); };
    QUrlQuery words;
    words.addQueryItem(QStringLiteral("period1"), seconds(query.from.plusDays(-1)));
    words.addQueryItem(QStringLiteral("period2"), seconds(query.until.plusDays(2)));
    words.addQueryItem(QStringLiteral("interval"), QString::fromLatin1(intervalOf(query.intervalNs)->word));
    words.addQueryItem(QStringLiteral("events"), QStringLiteral("div|split"));
    url.setQuery(words);
    HttpRequest request;
    request.url = url;
    request.plainHttpAllowed = settings.plainHttpAllowed;
    return request;
}

ProviderResult<FetchedBars> YahooProvider::parse(const QByteArray &body, const BarsQuery &query) const
{
    const auto json = readJson(body);
    if (!json)
        return tl::unexpected(json.error());
    const QJsonObject chart = (*json)[QLatin1String("chart")].toObject();
    if (const QJsonValue error = chart[QLatin1String("error")]; error.isObject())
        return tl::unexpected(faultOf(error.toObject()));
    const QJsonObject result = chart[QLatin1String("result")].toArray().at(0).toObject();
    const QString zoneName = result[QLatin1String("meta")].toObject()[QLatin1String("exchangeTimezoneName")].toString();
    auto zone = core::ZoneRules::load(zoneName.toLatin1());
    if (zoneName.isEmpty() || !zone)
        return providerFailure(ProviderFault::NotWhatWasAsked, QString::fromUtf8(body));
    FetchedBars fetched = ChartReader(result, query, std::move(*zone)).read();
    if (fetched.bars.empty())
        return providerFailure(ProviderFault::NoData);
    return fetched;
}

} // namespace tickmark::sources
