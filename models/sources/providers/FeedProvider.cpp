// SPDX-License-Identifier: GPL-3.0-or-later
#include "FeedProvider.h"

#include "FeedAnswer.h"
#include <news/FeedParser.h>

#include <QCoreApplication>

namespace tickmark::sources {

namespace {

struct ProviderTexts
{
    Q_DECLARE_TR_FUNCTIONS(ProviderTexts)
};

//! Sites that have a page and a feed at one address are to send the feed.
const QByteArray kAccepted = QByteArrayLiteral(
    "application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, application/json;q=0.8, */*;q=0.1");

} // namespace

QString FeedProvider::code() const
{
    return QStringLiteral("feed");
}

QString FeedProvider::title() const
{
    return ProviderTexts::tr("Feed (RSS, Atom, JSON)");
}

HttpRequest FeedProvider::request(const NewsQuery &, const ProviderSettings &settings) const
{
    HttpRequest request;
    request.url = settings.base;
    request.headers = {{QByteArrayLiteral("Accept"), kAccepted}};
    request.plainHttpAllowed = settings.plainHttpAllowed;
    request.limits.bodyBytes = news::kMostFeedBytes;
    return request;
}

ProviderResult<news::Feed> FeedProvider::parse(const HttpResponse &answer, const NewsQuery &) const
{
    return readFeed(answer);
}

} // namespace tickmark::sources
