// SPDX-License-Identifier: GPL-3.0-or-later
#include "YahooProvider.h"

#include "IntervalRow.h"
#include "ProviderJson.h"
#include <core/Series.h>
#include <core/ZoneRules.h>

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <map>

namespace tickmark::sources {

namespace {

using core::kNsPerHour;
using core::kNsPerMinute;
using core::kNsPerSecond;

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

//! One answer on its way into bars.
class ChartReader
{
public:
    ChartReader(const QJsonObject &result, const BarsQuery &query, core::ZoneRules zone)
        : m_result(result), m_meta(result[QLatin1String("meta")].toObject()), m_query(query), m_zone(std::move(zone))
    {}

    [[nodiscard]] ProviderResult<FetchedBars> read()
    {
        readCurrency();
        findOpenSession();
        if (!readBars())
            return providerFailure(ProviderFault::Malformed, u"columns of different lengths");
        if (m_fetched.bars.empty())
            return providerFailure(ProviderFault::NoData);
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
        m_exponent = -2;
    }

    //! The session that is still going on: its daily bar is none yet, and neither is the one of the present minutes.
    void findOpenSession()
    {
        const auto last = timeOfSeconds(m_meta[QLatin1String("regularMarketTime")]);
        const QJsonObject period =
            m_meta[QLatin1String("currentTradingPeriod")].toObject()[QLatin1String("regular")].toObject();
        const auto start = timeOfSeconds(period[QLatin1String("start")]);
        const auto end = timeOfSeconds(period[QLatin1String("end")]);
        const bool running = last && start && end && *start <= *last && *last < *end;
        if (!running)
            return;
        m_openSession = m_zone.dateAt(*last);
        m_lastTrade = *last;
    }

    //! False when a column has another length than the times: something is missing, and nobody knows where.
    [[nodiscard]] bool readBars()
    {
        const QJsonArray times = m_result[QLatin1String("timestamp")].toArray();
        const QJsonObject quote =
            m_result[QLatin1String("indicators")].toObject()[QLatin1String("quote")].toArray().at(0).toObject();
        std::array<QJsonArray, 5> columns;
        const std::array names{"open", "high", "low", "close", "volume"};
        for (std::size_t i = 0; i < names.size(); ++i) {
            columns[i] = quote[QLatin1String(names[i])].toArray();
            if (!times.isEmpty() && columns[i].size() != times.size())
                return false;
        }
        const auto &[open, high, low, close, volume] = columns;
        for (qsizetype i = 0; i < times.size(); ++i)
            addBar(timeOfSeconds(times[i]), barOf({open[i], high[i], low[i], close[i]}, volume[i]));
        putInOrder(m_fetched);
        return true;
    }

    void addBar(std::optional<core::Time> start, std::optional<FetchedBar> bar)
    {
        const bool daily = m_query.intervalNs == core::Series::kDaily;
        const auto session = start ? std::optional(m_zone.dateAt(*start)) : std::nullopt;
        const bool wanted = session && *session >= m_query.from && *session <= m_query.until;
        const bool unfinished = session && session == m_openSession
                                && (daily || start->ns + m_query.intervalNs > m_lastTrade.ns);
        if (!bar || !wanted || unfinished) {
            leaveOut(m_fetched, m_query, unfinished ? std::nullopt : session, start);
            return;
        }
        if (daily)
            bar->bar.session = *session;
        else
            bar->bar.start = *start;
        m_fetched.bars.push_back(*bar);
    }

    [[nodiscard]] std::optional<FetchedBar> barOf(const std::array<QJsonValue, 4> &prices,
                                                  const QJsonValue &volume) const
    {
        std::array<std::optional<core::Price>, 4> exact;
        for (std::size_t i = 0; i < prices.size(); ++i)
            exact[i] = decimalOf(prices[i], m_exponent);
        return makeBar(exact, volume.isDouble() ? decimalOf(volume) : std::nullopt);
    }

    void readEvents()
    {
        const QJsonObject events = m_result[QLatin1String("events")].toObject();
        for (const QJsonValue &one : events[QLatin1String("splits")].toObject()) {
            const QJsonObject split = one.toObject();
            const auto date = timeOfSeconds(split[QLatin1String("date")]);
            const auto fresh = decimalOf(split[QLatin1String("numerator")]);
            const auto old = decimalOf(split[QLatin1String("denominator")]);
            if (date && fresh && old && fresh->decimals == 0 && old->decimals == 0 && fresh->units > 0
                && old->units > 0)
                m_fetched.splits.push_back({m_zone.dateAt(*date), fresh->units, old->units});
        }
        for (const QJsonValue &one : events[QLatin1String("dividends")].toObject()) {
            const QJsonObject dividend = one.toObject();
            const auto date = timeOfSeconds(dividend[QLatin1String("date")]);
            const auto amount = decimalOf(dividend[QLatin1String("amount")], m_exponent);
            if (date && amount && amount->units > 0)
                m_fetched.dividends.push_back({m_zone.dateAt(*date), *amount});
        }
        putEventsInOrder(m_fetched);
    }

    QJsonObject m_result;
    QJsonObject m_meta;
    BarsQuery m_query;
    core::ZoneRules m_zone;
    std::optional<core::SessionDate> m_openSession;
    core::Time m_lastTrade; //!< of the open session
    int m_exponent = 0;     //!< of a price in pence: -2
    FetchedBars m_fetched;
};

tl::unexpected<ProviderError> faultOf(const QJsonObject &error)
{
    const QString code = error[QLatin1String("code")].toString();
    const QString words = error[QLatin1String("description")].toString();
    if (words.contains(QLatin1String("Data doesn't exist")))
        return providerFailure(ProviderFault::NoData, words);
    if (code == QLatin1String("Not Found"))
        return providerFailure(ProviderFault::UnknownSymbol, words);
    if (code == QLatin1String("Too Many Requests"))
        return providerFailure(ProviderFault::RateLimited, words);
    if (code == QLatin1String("Internal Server Error") || code == QLatin1String("Service Unavailable"))
        return providerFailure(ProviderFault::Unavailable, words);
    return providerFailure(ProviderFault::NotWhatWasAsked, words);
}

//! Of a chart that says in no words why there is none.
bool isEmptyChart(const QJsonObject &chart)
{
    const QJsonValue result = chart[QLatin1String("result")];
    const bool isNothing = result.isNull() || (result.isArray() && result.toArray().isEmpty());
    return isNothing && chart.contains(QLatin1String("result"));
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
    return intervalOf(kIntervals, intervalNs) != nullptr;
}

//! The store's symbols are spelled as Yahoo's, but for currencies.
QString YahooProvider::symbolOf(const core::Instrument &instrument) const
{
    return instrument.kind == core::InstrumentKind::Fx ? instrument.symbol % QLatin1String("=X") : instrument.symbol;
}

int YahooProvider::daysPerRequest(qint64 intervalNs) const
{
    return intervalOf(kIntervals, intervalNs)->days;
}

HttpRequest YahooProvider::request(const BarsQuery &query, const ProviderSettings &settings) const
{
    // A day more at each end: the range is cut by the exchange's dates, which the answer tells.
    const auto seconds = [](core::SessionDate date) { return QString::number(date.utcMidnight().ns / kNsPerSecond); };
    QUrlQuery words;
    words.addQueryItem(QStringLiteral("period1"), seconds(query.from.plusDays(-1)));
    words.addQueryItem(QStringLiteral("period2"), seconds(query.until.plusDays(2)));
    words.addQueryItem(QStringLiteral("interval"), QString::fromLatin1(intervalOf(kIntervals, query.intervalNs)->word));
    words.addQueryItem(QStringLiteral("events"), QStringLiteral("div|split"));
    return requestTo({"https://query2.finance.yahoo.com"}, settings,
                     QStringLiteral("/v8/finance/chart/") % query.symbol, words);
}

ProviderResult<FetchedBars> YahooProvider::parse(const QByteArray &body, const BarsQuery &query) const
{
    const auto json = readJson(body);
    if (!json)
        return tl::unexpected(json.error());
    // what stands before the charts answers under a name of its own
    const QJsonObject whole = json->toObject();
    const QJsonObject chart =
        whole[QLatin1String(whole.contains(QLatin1String("finance")) ? "finance" : "chart")].toObject();
    if (const QJsonValue error = chart[QLatin1String("error")]; error.isObject())
        return faultOf(error.toObject());
    if (isEmptyChart(chart))
        return providerFailure(ProviderFault::NoData);
    const QJsonObject result = chart[QLatin1String("result")].toArray().at(0).toObject();
    const QJsonObject meta = result[QLatin1String("meta")].toObject();
    // asked for more than there is of one length, it may answer with another one
    if (!isAsAsked(meta[QLatin1String("symbol")], query.symbol)
        || !isAsAsked(meta[QLatin1String("dataGranularity")],
                      QString::fromLatin1(intervalOf(kIntervals, query.intervalNs)->word)))
        return providerFailure(ProviderFault::NotWhatWasAsked, QString::fromUtf8(body));
    const QString zoneName = meta[QLatin1String("exchangeTimezoneName")].toString();
    auto zone = core::ZoneRules::load(zoneName.toLatin1());
    if (zoneName.isEmpty() || !zone)
        return providerFailure(ProviderFault::NotWhatWasAsked, QString::fromUtf8(body));
    return ChartReader(result, query, std::move(*zone)).read();
}

} // namespace tickmark::sources
