// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a feed, XML or JSON: no crash, no endless loop, and nothing in what comes out that could be loaded, run or
// hide what stands around it.
#include <news/FeedParser.h>
#include <news/NewsMatch.h>
#include <news/SafeText.h>

#include <QUrl>

#include <cstdlib>

using namespace tickmark;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkText(const QString &text)
{
    require(text.size() <= news::kLongestFeedText);
    require(news::visibleText(text) == text);
}

void checkLink(const QString &link)
{
    if (link.isEmpty())
        return;
    const QUrl url(link, QUrl::StrictMode);
    require(url.isValid() && !url.host().isEmpty());
    require(url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
    require(std::ranges::none_of(link, [](QChar c) { return c.unicode() <= 0x20 || c.unicode() > 0x7e; }));
}

core::NewsItem newsItem(const news::FeedItem &item)
{
    core::NewsItem made;
    made.guid = item.guid;
    made.title = item.title;
    made.link = item.link;
    made.published = item.published.value_or(core::Time{});
    return made;
}

void checkFeed(const news::Feed &feed)
{
    checkText(feed.title);
    checkLink(feed.link);
    require(feed.items.size() <= news::kMostFeedItems);
    news::StoryIndex stories;
    for (const news::FeedItem &item : feed.items) {
        require(!item.guid.isEmpty());
        require(!item.title.contains(u'\n'));
        for (const QString &text : {item.guid, item.title, item.summary, item.content, item.author, item.source})
            checkText(text);
        checkLink(item.link);
        require(item.content.size() >= item.summary.size());
        const core::NewsItem story = newsItem(item);
        stories.add(story);
        require(stories.find(story).has_value());
    }
    for (const news::FeedProblem &problem : feed.problems)
        require(!problem.message.isEmpty());
}

} // namespace

//! The first byte says with which content type and base address the rest comes.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size == 0)
        return 0;
    news::FeedHints hints;
    if (data[0] & 1)
        hints.contentType = QStringLiteral("text/xml; charset=iso-8859-1");
    if (data[0] & 2)
        hints.baseUrl = QStringLiteral("https://feed.example/a/b?c");
    const auto feed = news::parseFeed({reinterpret_cast<const char *>(data + 1), qsizetype(size - 1)}, hints);
    if (feed)
        checkFeed(*feed);
    else
        require(!feed.error().message.isEmpty());
    return 0;
}
