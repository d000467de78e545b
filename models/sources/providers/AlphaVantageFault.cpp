// SPDX-License-Identifier: GPL-3.0-or-later
#include "AlphaVantageFault.h"

#include <QRegularExpression>

namespace tickmark::sources {

namespace {

//! "We have detected your API key as ABCDEF and our standard ..."
QString withoutKey(QString words)
{
    static const QRegularExpression key(QStringLiteral("(API ?key) as \\S+"),
                                        QRegularExpression::CaseInsensitiveOption);
    return words.replace(key, QStringLiteral("\\1")).left(200);
}

ProviderFault faultOfInformation(const QString &words)
{
    const auto says = [&words](const char *part) { return words.contains(QLatin1String(part), Qt::CaseInsensitive); };
    if (says("per second"))
        return ProviderFault::RateLimited;
    if (says("rate limit") || says("per day"))
        return ProviderFault::QuotaUsed;
    if (says("no articles found"))
        return ProviderFault::NoData;
    if (says("premium"))
        return ProviderFault::NotInPlan;
    if (says("apikey") || says("API key"))
        return ProviderFault::BadKey;
    return says("invalid inputs") ? ProviderFault::UnknownSymbol : ProviderFault::NotWhatWasAsked;
}

} // namespace

std::optional<ProviderError> alphaVantageFault(const QJsonObject &answer)
{
    const auto words = [&answer](const char *key) { return answer[QLatin1String(key)].toString(); };
    if (const QString note = words("Note"); !note.isEmpty())
        return ProviderError{ProviderFault::RateLimited, withoutKey(note)};
    if (const QString information = words("Information"); !information.isEmpty())
        return ProviderError{faultOfInformation(information), withoutKey(information)};
    if (const QString message = words("Error Message"); !message.isEmpty()) {
        const bool isKey = message.contains(QLatin1String("apikey"));
        return ProviderError{isKey ? ProviderFault::BadKey : ProviderFault::UnknownSymbol, withoutKey(message)};
    }
    return std::nullopt;
}

} // namespace tickmark::sources
