// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the answer of any service of news: no crash, no endless loop, a fault with a code or items that can be shown
// and stored.
#include <news/FeedParser.h>
#include <news/SafeText.h>
#include <sources/providers/NewsProvider.h>

#include <array>
#include <cstdlib>

using namespace tickmark;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkLink(const QString &link)
{
    const QUrl url(link, QUrl::StrictMode);
    require(link.isEmpty() || url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

void checkFeed(const news::Feed &feed)
{
    require(feed.items.size() <= news::kMostFeedItems);
    for (const news::FeedItem &item : feed.items) {
        require(!item.guid.isEmpty());
        require(item.content.size() <= news::kLongestFeedText && item.content.size() >= item.summary.size());
        for (const QString &text : {item.guid, item.title, item.summary, item.content, item.author, item.source})
            require(news::visibleText(text) == text);
        checkLink(item.link);
    }
    for (const news::FeedProblem &problem : feed.problems)
        require(problem.kind != news::FeedProblem::Kind::Cut);
}

} // namespace

//! The first byte says whose answer the rest is, and with which content type it comes.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size == 0)
        return 0;
    static constexpr std::array kTypes{"", "text/xml; charset=iso-8859-1", "application/json; charset=utf-8",
                                       "text/html; charset=shift_jis"};
    const auto providers = sources::newsProviders();
    sources::HttpResponse answer;
    answer.status = 200;
    answer.url = QUrl(QStringLiteral("https://news.example/a/b?c"));
    answer.contentType = kTypes[data[0] / 16 % kTypes.size()];
    answer.body = {reinterpret_cast<const char *>(data + 1), qsizetype(size - 1)};
    const auto feed = providers[data[0] % 16 % providers.size()]->parse(answer, {});
    if (feed)
        checkFeed(*feed);
    else
        require(!sources::codeOf(feed.error().fault).isEmpty() && feed.error().detail.size() <= 200);
    return 0;
}
