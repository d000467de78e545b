// SPDX-License-Identifier: GPL-3.0-or-later
#include "FinnhubFault.h"

#include <array>

namespace tickmark::sources {

namespace {

struct SayingRow
{
    const char *words;
    ProviderFault fault;
};
constexpr std::array kSayings = std::to_array<SayingRow>({
    {"don't have access", ProviderFault::NotInPlan},
    {"premium", ProviderFault::NotInPlan},
    {"limit", ProviderFault::RateLimited},
    {"API key", ProviderFault::BadKey},
    {"token", ProviderFault::BadKey},
    {"symbol", ProviderFault::UnknownSymbol},
});

} // namespace

std::optional<tl::unexpected<ProviderError>> finnhubFault(const QJsonObject &answer)
{
    if (!answer.contains(QLatin1String("error")))
        return std::nullopt;
    const QString words = answer[QLatin1String("error")].toString();
    for (const SayingRow &row : kSayings) {
        if (words.contains(QLatin1String(row.words), Qt::CaseInsensitive))
            return providerFailure(row.fault, words);
    }
    return providerFailure(ProviderFault::NotWhatWasAsked, words);
}

} // namespace tickmark::sources
