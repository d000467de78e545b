// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchFault.h"

#include <sources/http/HttpRules.h>

#include <QCoreApplication>

namespace tickmark::pipeline {

namespace {

struct FetchTexts
{
    Q_DECLARE_TR_FUNCTIONS(FetchTexts)
};

} // namespace

FetchFault faultOf(const sources::HttpError &error)
{
    using sources::HttpFault;
    FetchFault fault{toError(error), codeOf(error.fault)};
    fault.endsSource = error.fault == HttpFault::RateLimited || error.fault == HttpFault::Unauthorized
                       || error.fault == HttpFault::LoginNeeded;
    fault.retryAfter = error.retryAfter;
    return fault;
}

FetchFault otherShares(const QString &source, const QString &symbol)
{
    return {{core::ErrorCode::InvalidInput,
             FetchTexts::tr("%1 counts %2 in other shares now and does not give all of its quotes again. Nothing was "
                            "stored.")
                 .arg(source, symbol),
             {}},
            QStringLiteral("other_shares")};
}

FetchFault faultOfStore(const core::Error &error)
{
    FetchFault fault{error, QStringLiteral("not_stored")};
    fault.endsRun = error.code != core::ErrorCode::NotFound && error.code != core::ErrorCode::InvalidInput;
    return fault;
}

FetchFault faultOf(const sources::ProviderError &error, const QString &source, const sources::HttpRequest &request)
{
    using sources::ProviderFault;
    FetchFault fault{toError(error, source), codeOf(error.fault)};
    fault.error.detail = withoutSecrets(fault.error.detail, request);
    fault.endsSource = error.fault == ProviderFault::RateLimited || error.fault == ProviderFault::QuotaUsed
                       || error.fault == ProviderFault::BadKey;
    fault.isNoData = error.fault == ProviderFault::NoData;
    return fault;
}

} // namespace tickmark::pipeline
