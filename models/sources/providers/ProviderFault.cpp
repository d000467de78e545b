// SPDX-License-Identifier: GPL-3.0-or-later
#include "ProviderFault.h"

#include <news/SafeText.h>
#include <sources/http/FaultTable.h>
#include <sources/http/HttpRules.h>

#include <QCoreApplication>

#include <algorithm>

namespace tickmark::sources {

namespace {

struct ProviderTexts
{
    Q_DECLARE_TR_FUNCTIONS(ProviderTexts)
};

using core::ErrorCode;

constexpr std::array kFaults = std::to_array<FaultRow<ProviderFault>>({
    {ProviderFault::RateLimited, "rate_limited", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("ProviderTexts", "%1 has had too many requests and asks for a pause.")},
    {ProviderFault::QuotaUsed, "quota_used", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("ProviderTexts", "%1 gives no more today: the quota is used up.")},
    {ProviderFault::BadKey, "bad_key", ErrorCode::InvalidInput, false,
     QT_TRANSLATE_NOOP("ProviderTexts", "%1 does not accept the key. Check the key of this source.")},
    {ProviderFault::NotInPlan, "not_in_plan", ErrorCode::Unsupported, false,
     QT_TRANSLATE_NOOP("ProviderTexts", "%1 does not give this to your account: another plan is needed.")},
    {ProviderFault::UnknownSymbol, "unknown_symbol", ErrorCode::NotFound, false,
     QT_TRANSLATE_NOOP("ProviderTexts", "%1 does not know this symbol. Give the symbol as it is spelled there.")},
    {ProviderFault::BadQuery, "bad_query", ErrorCode::InvalidInput, false,
     QT_TRANSLATE_NOOP("ProviderTexts", "%1 does not accept these search words.")},
    {ProviderFault::NoData, "no_data", ErrorCode::NotFound, true,
     QT_TRANSLATE_NOOP("ProviderTexts", "%1 has nothing for these days.")},
    {ProviderFault::Unavailable, "unavailable", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("ProviderTexts", "%1 is out of service for the moment.")},
    {ProviderFault::WebPage, "web_page", ErrorCode::InvalidInput, true,
     QT_TRANSLATE_NOOP("ProviderTexts",
                       "%1 answered with a web page in place of data. Does this network ask for a log-in?")},
    {ProviderFault::NotWhatWasAsked, "not_what_was_asked", ErrorCode::InvalidInput, true,
     QT_TRANSLATE_NOOP("ProviderTexts", "%1 answered with something else than it was asked for.")},
    {ProviderFault::Malformed, "malformed", ErrorCode::Damaged, true,
     QT_TRANSLATE_NOOP("ProviderTexts", "The answer of %1 is damaged. Nothing of it was kept.")},
});

static_assert(standInOrder(kFaults));

} // namespace

bool isPassing(ProviderFault fault)
{
    return rowOf(kFaults, fault).passing;
}

tl::unexpected<ProviderError> providerFailure(ProviderFault fault, QStringView detail)
{
    constexpr qsizetype kLongestDetail = 200;
    return tl::unexpected(ProviderError{fault, news::visibleLine(detail, kLongestDetail)});
}

ProviderError withoutSecrets(ProviderError error, const HttpRequest &request)
{
    error.detail = withoutSecrets(error.detail, request);
    return error;
}

QString providerSentence(const QString &code, const QString &sourceName)
{
    const auto row = std::ranges::find_if(
        kFaults, [&](const FaultRow<ProviderFault> &one) { return code == QLatin1String(one.code); });
    return row == kFaults.end() ? QString() : ProviderTexts::tr(row->text).arg(sourceName);
}

core::Error toError(const ProviderError &error, const QString &sourceName)
{
    const FaultRow<ProviderFault> &row = rowOf(kFaults, error.fault);
    return {row.error, ProviderTexts::tr(row.text).arg(sourceName), error.detail};
}

QString codeOf(ProviderFault fault)
{
    return QString::fromLatin1(rowOf(kFaults, fault).code);
}

} // namespace tickmark::sources
