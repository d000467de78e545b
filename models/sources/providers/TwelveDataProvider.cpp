// SPDX-License-Identifier: GPL-3.0-or-later
#include "TwelveDataProvider.h"

#include "IntervalRow.h"
#include "ProviderJson.h"
#include <core/Series.h>
#include <core/ZoneRules.h>

#include <QJsonArray>

#include <algorithm>

namespace tickmark::sources {

namespace {

using core::kNsPerHour;
using core::kNsPerMinute;

constexpr std::array kIntervals = std::to_array<IntervalRow>({
    {core::Series::kDaily, "1day", 5000},
    {kNsPerMinute, "1min", 3},
    {5 * kNsPerMinute, "5min", 15},
    {15 * kNsPerMinute, "15min", 45},
    {30 * kNsPerMinute, "30min", 90},
    {kNsPerHour, "1h", 180},
});

constexpr QLatin1Char kExchangeMark(':'); //!< "SAP:XETR"; no symbol has one

tl::unexpected<ProviderError> faultOf(const QJsonObject &answer)
{
    const QString words = answer[QLatin1String("message")].toString();
    const auto says = [&words](const char *word) { return words.contains(QLatin1String(word), Qt::CaseInsensitive); };
    switch (answer[QLatin1String("code")].toInt()) {
    case 401:
        return providerFailure(ProviderFault::BadKey, words);
    case 403:
        return providerFailure(says("plan") ? ProviderFault::NotInPlan : ProviderFault::BadKey, words);
    case 429:
        return providerFailure(says("day") ? ProviderFault::QuotaUsed : ProviderFault::RateLimited, words);
    case 404: // also for symbols of other plans
        return providerFailure(says("plan") ? ProviderFault::NotInPlan : ProviderFault::UnknownSymbol, words);
    case 400:
        return providerFailure(says("no data") ? ProviderFault::NoData : ProviderFault::UnknownSymbol, words);
    case 500:
        return providerFailure(ProviderFault::Unavailable, words);
    default:
        return providerFailure(ProviderFault::NotWhatWasAsked, words);
    }
}

//! "2025-01-27 09:30:00" on the exchange's clock.
std::optional<core::Time> timeOf(const QString &text, const core::ZoneRules &zone)
{
    const auto local = core::parseIsoTime(QString(text % QLatin1Char('Z')).toStdString());
    return local ? std::optional(zone.fromLocalNs(local->ns)) : std::nullopt;
}

} // namespace

QString TwelveDataProvider::code() const
{
    return QStringLiteral("twelvedata");
}

QString TwelveDataProvider::title() const
{
    return QStringLiteral("Twelve Data");
}

bool TwelveDataProvider::gives(qint64 intervalNs) const
{
    return intervalOf(kIntervals, intervalNs) != nullptr;
}

//! Currencies and coins with a slash between the two. A share that is not of an American exchange by its symbol and the
//! code of its exchange: SAP alone would be the receipt in New York.
QString TwelveDataProvider::symbolOf(const core::Instrument &instrument) const
{
    constexpr int kCurrencyLetters = 3;
    const QString &symbol = instrument.symbol;
    const qsizetype ending = symbol.lastIndexOf(QLatin1Char('.'));
    switch (instrument.kind) {
    case core::InstrumentKind::Fx:
        return symbol.first(std::min<qsizetype>(symbol.size(), kCurrencyLetters)) % QLatin1Char('/')
               % symbol.mid(kCurrencyLetters);
    case core::InstrumentKind::Crypto:
        return QString(symbol).replace(QLatin1Char('-'), QLatin1Char('/'));
    case core::InstrumentKind::Stock:
    case core::InstrumentKind::Etf:
        if (ending < 0)
            return QString(symbol).replace(QLatin1Char('-'), QLatin1Char('.')); // BRK-B
        return instrument.mic.isEmpty() ? QString() : symbol.first(ending) % kExchangeMark % instrument.mic;
    default:
        return {};
    }
}

int TwelveDataProvider::daysPerRequest(qint64 intervalNs) const
{
    return intervalOf(kIntervals, intervalNs)->days;
}

HttpRequest TwelveDataProvider::request(const BarsQuery &query, const ProviderSettings &settings) const
{
    QUrlQuery words;
    words.addQueryItem(QStringLiteral("symbol"), query.symbol.section(kExchangeMark, 0, 0));
    if (query.symbol.contains(kExchangeMark))
        words.addQueryItem(QStringLiteral("mic_code"), query.symbol.section(kExchangeMark, 1));
    words.addQueryItem(QStringLiteral("interval"), QString::fromLatin1(intervalOf(kIntervals, query.intervalNs)->word));
    words.addQueryItem(QStringLiteral("start_date"), QString::fromStdString(query.from.iso()));
    words.addQueryItem(QStringLiteral("end_date"), QString::fromStdString(query.until.plusDays(1).iso()));
    words.addQueryItem(QStringLiteral("outputsize"), QStringLiteral("5000"));
    words.addQueryItem(QStringLiteral("adjust"), QStringLiteral("none"));
    HttpRequest request = requestTo({"https://api.twelvedata.com"}, settings, QStringLiteral("/time_series"), words);
    request.secrets = {{HttpSecret::Place::Header, "Authorization", "apikey " + settings.key}};
    return request;
}

ProviderResult<FetchedBars> TwelveDataProvider::parse(const QByteArray &body, const BarsQuery &query) const
{
    const auto json = readJson(body);
    if (!json)
        return tl::unexpected(json.error());
    const QJsonObject answer = json->toObject();
    if (answer[QLatin1String("status")].toString() == QLatin1String("error"))
        return faultOf(answer);
    const QJsonObject meta = answer[QLatin1String("meta")].toObject();
    const bool daily = query.intervalNs == core::Series::kDaily;
    const QString zoneName = meta[QLatin1String("exchange_timezone")].toString(QStringLiteral("UTC"));
    const auto zone = core::ZoneRules::load(zoneName.toLatin1());
    const bool isAsked = isAsAsked(meta[QLatin1String("symbol")], query.symbol.section(kExchangeMark, 0, 0))
                         && isAsAsked(meta[QLatin1String("interval")],
                                      QString::fromLatin1(intervalOf(kIntervals, query.intervalNs)->word))
                         && (!query.symbol.contains(kExchangeMark)
                             || isAsAsked(meta[QLatin1String("mic_code")], query.symbol.section(kExchangeMark, 1)));
    if (meta.isEmpty() || !zone || !isAsked)
        return providerFailure(ProviderFault::NotWhatWasAsked, QString::fromUtf8(body));

    FetchedBars fetched;
    fetched.currency = meta[QLatin1String("currency")].toString(meta[QLatin1String("currency_quote")].toString());
    for (const QJsonValue &one : answer[QLatin1String("values")].toArray()) {
        const QJsonObject row = one.toObject();
        const auto price = [&row](const char *name) {
            return decimalOfPrintedFloat(row[QLatin1String(name)].toString());
        };
        const QString stamp = row[QLatin1String("datetime")].toString();
        const auto date = core::SessionDate::fromIso(stamp.first(std::min<qsizetype>(stamp.size(), 10)).toStdString());
        const auto start = daily ? std::optional(core::Time{}) : timeOf(stamp, *zone);
        auto bar = makeBar({price("open"), price("high"), price("low"), price("close")},
                           decimalOf(row[QLatin1String("volume")]));
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
