// SPDX-License-Identifier: GPL-3.0-or-later
#include "EcbProvider.h"

#include "ProviderCsv.h"
#include "ProviderJson.h"
#include <core/DecimalParser.h>
#include <core/QtDates.h>
#include <core/Series.h>

#include <QLocale>

#include <algorithm>

namespace tickmark::sources {

namespace {

constexpr QLatin1String kEuro("EUR");
constexpr int kCurrencyLetters = 3;

//! "2025-01-27" in the history, "27 January 2025" in the file of the day.
std::optional<core::SessionDate> dateOf(std::string_view text)
{
    if (const auto iso = core::SessionDate::fromIso(text))
        return iso;
    const QDate date = QLocale::c().toDate(QString::fromUtf8(text.data(), qsizetype(text.size())),
                                           QStringLiteral("d MMMM yyyy"));
    return date.isValid() ? core::fromQDate(date) : std::nullopt;
}

} // namespace

QString EcbProvider::code() const
{
    return QStringLiteral("ecb");
}

QString EcbProvider::title() const
{
    return QStringLiteral("ECB");
}

bool EcbProvider::gives(qint64 intervalNs) const
{
    return intervalNs == core::Series::kDaily;
}

QString EcbProvider::symbolOf(const core::Instrument &instrument) const
{
    const QString &symbol = instrument.symbol;
    const bool isOfEuro = instrument.kind == core::InstrumentKind::Fx && symbol.size() == 2 * kCurrencyLetters
                          && symbol.startsWith(kEuro);
    return isOfEuro ? symbol.sliced(kCurrencyLetters) : QString();
}

int EcbProvider::daysPerRequest(qint64) const
{
    return 36'500;
}

HttpRequest EcbProvider::request(const BarsQuery &query, const ProviderSettings &settings) const
{
    QUrlQuery words;
    words.addQueryItem(QStringLiteral("startPeriod"), QString::fromStdString(query.from.iso()));
    words.addQueryItem(QStringLiteral("endPeriod"), QString::fromStdString(query.until.iso()));
    words.addQueryItem(QStringLiteral("format"), QStringLiteral("csvdata"));
    words.addQueryItem(QStringLiteral("detail"), QStringLiteral("dataonly"));
    return requestTo({"https://data-api.ecb.europa.eu"}, settings,
                     QStringLiteral("/service/data/EXR/D.%1.EUR.SP00.A").arg(query.symbol), words);
}

ProviderResult<FetchedBars> EcbProvider::parse(const QByteArray &body, const BarsQuery &query) const
{
    if (body.trimmed().isEmpty())
        return providerFailure(ProviderFault::NoData); // what the service sends for days without a rate
    if (looksLikeHtml(body))
        return otherAnswer(body);
    const auto table = readTable(body);
    if (!table)
        return tl::unexpected(table.error());
    // The data service names the columns; the file of all currencies has one column for each.
    const bool isService = table->column("OBS_VALUE") >= 0;
    const int date = table->column(isService ? "TIME_PERIOD" : "Date");
    const int rate = isService ? table->column("OBS_VALUE") : table->column(query.symbol.toStdString());
    if (date < 0 || rate < 0)
        return providerFailure(date < 0 ? ProviderFault::NotWhatWasAsked : ProviderFault::UnknownSymbol);

    const int currency = isService ? table->column("CURRENCY") : -1;
    if (currency >= 0 && std::ranges::any_of(table->rows, [&](const auto &row) {
            return row[static_cast<std::size_t>(currency)] != query.symbol.toStdString();
        }))
        return providerFailure(ProviderFault::NotWhatWasAsked, QString::fromUtf8(body));

    FetchedBars fetched;
    fetched.currency = query.symbol;
    for (const auto &row : table->rows) {
        const auto day = dateOf(row[static_cast<std::size_t>(date)]);
        const auto number = core::parseNumber(row[static_cast<std::size_t>(rate)]);
        if (!day || !number || *day < query.from || *day > query.until) {
            leaveOut(fetched, query, day);
            continue;
        }
        const core::Price price = number->value;
        FetchedBar bar = *makeBar({price, price, price, price}, std::nullopt);
        bar.bar.session = *day;
        fetched.bars.push_back(bar);
    }
    if (fetched.bars.empty())
        return providerFailure(ProviderFault::NoData);
    putInOrder(fetched);
    return fetched;
}

} // namespace tickmark::sources
