// SPDX-License-Identifier: GPL-3.0-or-later
#include "FeedAnswer.h"

#include <core/TextEncoding.h>
#include <news/FeedEncoding.h>
#include <news/FeedParser.h>

#include <algorithm>

namespace tickmark::sources {

ProviderResult<news::Feed> readFeed(const HttpResponse &answer)
{
    auto feed = news::parseFeed(answer.body, {QString::fromLatin1(answer.contentType), answer.url.toString()});
    if (!feed) {
        if (looksLikeHtml(answer.body))
            return otherAnswer(answer.body);
        const bool isBroken = feed.error().code == core::ErrorCode::Damaged;
        return providerFailure(isBroken ? ProviderFault::Malformed : ProviderFault::NotWhatWasAsked,
                               feed.error().message);
    }
    const auto cut = std::ranges::find(feed->problems, news::FeedProblem::Kind::Cut, &news::FeedProblem::kind);
    if (cut != feed->problems.end())
        return providerFailure(ProviderFault::Malformed, QStringLiteral("cut off in line %1").arg(cut->line));
    return std::move(*feed);
}

ProviderResult<QJsonValue> readJsonText(const HttpResponse &answer)
{
    const std::string_view bytes(answer.body.constData(), static_cast<std::size_t>(answer.body.size()));
    if (core::isUtf8(bytes, true))
        return readJson(answer.body);
    return readJson(news::decodeFeed(answer.body, QString::fromLatin1(answer.contentType)).text.toUtf8());
}

} // namespace tickmark::sources
