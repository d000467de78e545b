// SPDX-License-Identifier: GPL-3.0-or-later
#include "AlphaVantageFault.h"

#include <array>

namespace tickmark::sources {

namespace {

struct SayingRow
{
    const char *words;
    ProviderFault fault;
};
//! The first one that is found stands: a sentence about a limit may name the key and the premium plans as well.
constexpr std::array kInformation = std::to_array<SayingRow>({
    {"per second", ProviderFault::RateLimited},
    {"rate limit", ProviderFault::QuotaUsed},
    {"per day", ProviderFault::QuotaUsed},
    {"no articles found", ProviderFault::NoData},
    {"premium", ProviderFault::NotInPlan},
    {"apikey", ProviderFault::BadKey},
    {"API key", ProviderFault::BadKey},
    {"invalid inputs", ProviderFault::UnknownSymbol},
});

ProviderFault faultOfInformation(const QString &text)
{
    for (const SayingRow &row : kInformation) {
        if (text.contains(QLatin1String(row.words), Qt::CaseInsensitive))
            return row.fault;
    }
    return ProviderFault::NotWhatWasAsked;
}

} // namespace

std::optional<tl::unexpected<ProviderError>> alphaVantageFault(const QJsonObject &answer)
{
    const auto words = [&answer](const char *name) { return answer[QLatin1String(name)].toString(); };
    if (const QString note = words("Note"); !note.isEmpty())
        return providerFailure(ProviderFault::RateLimited, note);
    if (const QString text = words("Information"); !text.isEmpty())
        return providerFailure(faultOfInformation(text), text);
    if (const QString text = words("Error Message"); !text.isEmpty()) {
        const bool isKey = text.contains(QLatin1String("apikey"));
        return providerFailure(isKey ? ProviderFault::BadKey : ProviderFault::UnknownSymbol, text);
    }
    return std::nullopt;
}

} // namespace tickmark::sources
