// SPDX-License-Identifier: GPL-3.0-or-later
#include "StooqProvider.h"

#include "ProviderCsv.h"
#include "ProviderJson.h"
#include <core/DecimalParser.h>
#include <core/Series.h>

#include <algorithm>

namespace tickmark::sources {

namespace {

//! Indices have names of their own there.
struct IndexRow
{
    const char *symbol;
    const char *stooq;
};
constexpr std::array kIndices = std::to_array<IndexRow>({
    {"^GSPC", "^spx"},
    {"^DJI", "^dji"},
    {"^IXIC", "^ndq"},
    {"^GDAXI", "^dax"},
    {"^N225", "^nkx"},
    {"^FTSE", "^ukx"},
    {"^HSI", "^hsi"},
    {"^FCHI", "^cac"},
});

//! Endings that Yahoo and Stooq write differently.
struct EndingRow
{
    const char *ending;
    const char *stooq;
};
constexpr std::array kEndings = std::to_array<EndingRow>(
    {{".T", ".jp"}, {".L", ".uk"}, {".HK", ".hk"}, {".DE", ".de"}, {".BD", ".hu"}});

std::optional<core::Price> priceOf(std::string_view text)
{
    const auto number = core::parseNumber(text);
    return number ? std::optional(number->value) : std::nullopt;
}

//! What the service says in words in place of a table.
std::optional<ProviderFault> saidInWords(const QByteArray &body)
{
    if (body.startsWith("Exceeded the daily hits limit"))
        return ProviderFault::QuotaUsed;
    if (body.startsWith("No data"))
        return ProviderFault::NoData;
    return std::nullopt;
}

} // namespace

QString StooqProvider::code() const
{
    return QStringLiteral("stooq");
}

QString StooqProvider::title() const
{
    return QStringLiteral("Stooq");
}

bool StooqProvider::gives(qint64 intervalNs) const
{
    return intervalNs == core::Series::kDaily;
}

QString StooqProvider::symbolOf(const core::Instrument &instrument) const
{
    const QString &symbol = instrument.symbol;
    const auto index = std::ranges::find_if(
        kIndices, [&symbol](const IndexRow &row) { return symbol == QLatin1String(row.symbol); });
    if (index != kIndices.end())
        return QString::fromLatin1(index->stooq);
    if (instrument.kind == core::InstrumentKind::Index)
        return {};
    if (instrument.kind == core::InstrumentKind::Fx)
        return symbol.toLower();
    if (instrument.kind == core::InstrumentKind::Crypto)
        return QString(symbol).replace(QStringLiteral("-USD"), QStringLiteral(".v")).toLower();
    for (const EndingRow &row : kEndings) {
        if (symbol.endsWith(QLatin1String(row.ending)))
            return symbol.chopped(qsizetype(qstrlen(row.ending))).toLower() % QLatin1String(row.stooq);
    }
    return symbol.contains(QLatin1Char('.')) ? QString() : symbol.toLower() % QLatin1String(".us");
}

int StooqProvider::daysPerRequest(qint64) const
{
    return 36'500; // all of it at once
}

HttpRequest StooqProvider::request(const BarsQuery &query, const ProviderSettings &settings) const
{
    const auto compact = [](core::SessionDate date) {
        return QString::fromStdString(date.iso()).remove(QLatin1Char('-'));
    };
    QUrlQuery words;
    words.addQueryItem(QStringLiteral("s"), query.symbol);
    words.addQueryItem(QStringLiteral("d1"), compact(query.from));
    words.addQueryItem(QStringLiteral("d2"), compact(query.until));
    words.addQueryItem(QStringLiteral("i"), QStringLiteral("d"));
    return requestTo({"https://stooq.com"}, settings, QStringLiteral("/q/d/l/"), words);
}

ProviderResult<FetchedBars> StooqProvider::parse(const QByteArray &body, const BarsQuery &query) const
{
    if (const auto fault = saidInWords(body))
        return providerFailure(*fault, QString::fromUtf8(body).trimmed());
    if (!body.startsWith("Date,"))
        return otherAnswer(body);
    const auto table = readTable(body);
    if (!table)
        return tl::unexpected(table.error());
    const std::array<int, 5> columns{table->column("Date"), table->column("Open"), table->column("High"),
                                     table->column("Low"), table->column("Close")};
    const int volume = table->column("Volume");
    if (std::ranges::count(columns, -1) > 0)
        return providerFailure(ProviderFault::NotWhatWasAsked, QString::fromUtf8(body));

    FetchedBars fetched;
    fetched.splitAdjusted = true;
    for (const auto &row : table->rows) {
        const auto text = [&row](int column) { return row[static_cast<std::size_t>(column)]; };
        const auto date = core::SessionDate::fromIso(text(columns[0]));
        auto bar = makeBar({priceOf(text(columns[1])), priceOf(text(columns[2])), priceOf(text(columns[3])),
                            priceOf(text(columns[4]))},
                           volume < 0 ? std::nullopt : priceOf(text(volume)));
        if (!date || !bar || *date < query.from || *date > query.until) {
            leaveOut(fetched, query, date);
            continue;
        }
        bar->bar.session = *date;
        fetched.bars.push_back(*bar);
    }
    if (fetched.bars.empty())
        return providerFailure(ProviderFault::NoData);
    putInOrder(fetched);
    return fetched;
}

} // namespace tickmark::sources
