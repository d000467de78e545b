// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewsImportJob.h"

#include "ClaimRules.h"
#include "NewsDrafts.h"
#include "NewsExcerpt.h"
#include "NewsText.h"
#include <core/ContentSniffer.h>
#include <news/FeedParser.h>
#include <news/LanguageGuess.h>
#include <news/NewsMatch.h>
#include <sources/WholeInput.h>
#include <store/NewsImportRequest.h>
#include <store/StoreWriter.h>

#include <QFileInfo>
#include <QHash>
#include <QSet>

namespace tickmark::pipeline {

using core::Result;

namespace {

//! Enough to tell a feed from a text, blank lines before it included.
constexpr qsizetype kHeadBytes = 64 * 1024;
//! Items between two looks at the clock of the progress.
constexpr std::size_t kItemsPerReport = 50;

bool isFeedContent(std::string_view head)
{
    const core::ContentKind kind = core::sniffContent(head);
    return kind == core::ContentKind::Xml || kind == core::ContentKind::Json;
}

QString languageOf(const NewsDraft &draft, const NewsImportOptions &options)
{
    if (!options.language.isEmpty())
        return options.language;
    const QString stated = draft.item.language.left(2).toLower();
    if (stated == QLatin1String("de") || stated == QLatin1String("en"))
        return stated;
    const QString text = draft.item.title + QLatin1Char('\n') + draft.text;
    return news::guessLanguage(text);
}

//! An item with its whole text, once it is known which story it tells.
struct NewsToRead
{
    core::NewsItem item; //!< with the id of a story that is stored
    QString text;
    bool isUnchanged = false;
};

//! Whether writing `news` would leave `stored` (may be nullptr) as it is.
bool isSame(const core::NewsItem *stored, const NewsToRead &news)
{
    const core::NewsItem &item = news.item;
    return stored && stored->title == item.title && stored->excerpt == news.text && stored->link == item.link
           && stored->language == item.language && stored->guid == item.guid && stored->publisher == item.publisher;
}

//! What an import of several files needs to know of the store, read once for all of them.
class NewsReading
{
public:
    [[nodiscard]] static Result<NewsReading> of(store::StoreReader &reader, const std::stop_token &stop)
    {
        const auto instruments = reader.instruments();
        auto stories = reader.stories(stop);
        if (!instruments || !stories)
            return tl::unexpected(instruments ? stories.error() : instruments.error());
        auto rules = ClaimRules::of(*instruments);
        if (!rules)
            return tl::unexpected(rules.error());
        return NewsReading(reader, std::move(*rules), std::move(*stories), stop);
    }

    //! Of the drafts of one file those that tell something new.
    std::vector<NewsToRead> toRead(std::vector<NewsDraft> all, const NewsImportOptions &options,
                                   NewsImportReport &report)
    {
        report.items = qint64(all.size());
        std::vector<NewsDraft> drafts = toldOnce(std::move(all));
        report.retold = report.result.totals.duplicate = report.items - qint64(drafts.size());
        m_told.clear();
        std::vector<NewsToRead> news;
        for (NewsDraft &draft : drafts) {
            draft.item.language = languageOf(draft, options);
            if (identify(draft.item, report))
                news.push_back({std::move(draft.item), std::move(draft.text)});
        }
        return news;
    }

    //! Marks what the store has word for word, so that no claims are looked for there again.
    Result<> markUnchanged(std::vector<std::vector<NewsToRead>> &files) const
    {
        std::vector<qint64> ids;
        for (const auto &news : files) {
            for (const NewsToRead &one : news) {
                if (one.item.id != 0 && one.text.size() <= kLongestExcerpt)
                    ids.push_back(one.item.id);
            }
        }
        const auto texts = m_reader.newsTexts(ids, m_stop);
        if (!texts)
            return tl::unexpected(texts.error());
        QHash<qint64, const core::NewsItem *> stored;
        for (const store::NewsText &text : *texts)
            stored.insert(text.item.id, &text.item);
        for (auto &news : files) {
            for (NewsToRead &one : news)
                one.isUnchanged = isSame(stored.value(one.item.id), one);
        }
        return {};
    }

    //! With their claims. `bytes` of the file are what `progress` counts.
    Result<std::vector<store::NewsWithClaims>> read(std::vector<NewsToRead> news, NewsImportReport &report,
                                                    const ImportProgress &progress = {}, qint64 bytes = 0) const
    {
        std::vector<store::NewsWithClaims> items;
        for (std::size_t i = 0; i < news.size(); ++i) {
            if (m_stop.stop_requested())
                return core::failure(core::ErrorCode::Cancelled, {});
            if (progress && i % kItemsPerReport == 0)
                progress(bytes * qint64(i) / qint64(news.size()), bytes);
            if (news[i].isUnchanged) {
                news[i].item.excerpt = std::move(news[i].text);
                items.push_back({std::move(news[i].item), {}});
                continue;
            }
            items.push_back(m_rules.read(std::move(news[i].item), news[i].text));
            report.claims += qint64(items.back().claims.claims.size());
        }
        return items;
    }

private:
    NewsReading(store::StoreReader &reader, ClaimRules rules, std::vector<core::NewsItem> stories, std::stop_token stop)
        : m_reader(reader), m_rules(std::move(rules)), m_stories(std::move(stories)), m_stop(std::move(stop))
    {
        for (const core::NewsItem &story : m_stories)
            m_index.add(story);
    }

    //! Gives the item the identity of the story that it tells again. False: it adds nothing to that.
    bool identify(core::NewsItem &item, NewsImportReport &report)
    {
        const auto known = m_index.find(item);
        if (!known) {
            m_index.add(item);
            m_stories.push_back(item);
            return true;
        }
        const core::NewsItem &story = m_stories[*known];
        item.id = story.id;
        const bool isFirst = !m_told.contains(*known);
        m_told.insert(*known);
        const bool isOlder = news::updateRank(item.title) < news::updateRank(story.title);
        if (isFirst && story.publisher == item.publisher && story.guid == item.guid && story.id != 0 && !isOlder)
            return true; // the store compares the texts
        ++report.retold;
        const bool isUpdate = isFirst && story.publisher == item.publisher && story.id != 0
                              && story.published <= item.published && !isOlder;
        item.guid = story.guid;
        item.publisher = story.publisher;
        report.result.totals.duplicate += isUpdate ? 0 : 1;
        return isUpdate;
    }

    store::StoreReader &m_reader;
    ClaimRules m_rules;
    std::vector<core::NewsItem> m_stories; //!< as m_index counts them; those without an id are of this import
    news::StoryIndex m_index;
    QSet<std::size_t> m_told; //!< of m_stories those that the file tells
    std::stop_token m_stop;
};

//! `report.result` has what was left out so far.
store::NewsImportRequest requestOf(const NewsImportOptions &options, const NewsImportReport &report,
                                   std::vector<store::NewsWithClaims> items, QByteArray sha256)
{
    return {{options.source, store::ImportKind::News, options.origin.isEmpty() ? report.name : options.origin,
             options.now, options.asked},
            std::move(items),
            {std::move(sha256), report.rejected, report.result.totals.duplicate},
            options.dryRun};
}

//! `reports` with what the store says of `requests`.
Result<std::vector<NewsImportReport>> written(std::vector<store::NewsImportRequest> requests,
                                              std::vector<NewsImportReport> reports, store::StoreWriter &writer,
                                              std::stop_token stop)
{
    const auto imported = writer.importNewsBatch(std::move(requests), std::move(stop)).result();
    if (!imported)
        return tl::unexpected(imported.error());
    for (std::size_t i = 0; i < reports.size(); ++i)
        reports[i].result = (*imported)[i];
    return reports;
}

Result<NewsImportReport> onlyOne(Result<std::vector<NewsImportReport>> reports)
{
    return std::move(reports).map([](std::vector<NewsImportReport> all) { return std::move(all.front()); });
}

Result<std::vector<NewsDraft>> feedDrafts(const QByteArray &bytes, const NewsImportOptions &options,
                                          NewsImportReport &report)
{
    auto feed = news::parseFeed(bytes, {});
    if (!feed) {
        core::Error error = feed.error();
        error.message = QStringLiteral("%1: %2").arg(report.name, error.message);
        return tl::unexpected(std::move(error));
    }
    return draftsOf(std::move(*feed), QFileInfo(report.name).completeBaseName(), options, report);
}

} // namespace

Result<std::vector<NewsImportReport>> importFeeds(std::vector<FeedToImport> feeds, store::StoreReader &reader,
                                                  store::StoreWriter &writer, std::stop_token stop)
{
    auto reading = NewsReading::of(reader, stop);
    if (!reading)
        return tl::unexpected(reading.error());
    std::vector<NewsImportReport> reports;
    std::vector<std::vector<NewsToRead>> files;
    for (FeedToImport &one : feeds) {
        NewsImportReport &report = reports.emplace_back();
        report.name = one.name;
        auto drafts = draftsOf(std::move(one.feed), one.publisher.isEmpty() ? one.options.source : one.publisher,
                               one.options, report);
        files.push_back(reading->toRead(std::move(drafts), one.options, report));
    }
    if (const auto marked = reading->markUnchanged(files); !marked)
        return tl::unexpected(marked.error());
    std::vector<store::NewsImportRequest> requests;
    for (std::size_t i = 0; i < feeds.size(); ++i) {
        auto items = reading->read(std::move(files[i]), reports[i]);
        if (!items)
            return tl::unexpected(items.error());
        requests.push_back(requestOf(feeds[i].options, reports[i], std::move(*items), feeds[i].sha256));
    }
    return written(std::move(requests), std::move(reports), writer, std::move(stop));
}

Result<NewsImportReport> importFeed(FeedToImport feed, store::StoreReader &reader, store::StoreWriter &writer,
                                    std::stop_token stop)
{
    std::vector<FeedToImport> feeds;
    feeds.push_back(std::move(feed));
    return onlyOne(importFeeds(std::move(feeds), reader, writer, std::move(stop)));
}

Result<NewsImportReport> importNews(sources::ByteSource &source, const NewsImportOptions &options,
                                    store::StoreReader &reader, store::StoreWriter &writer, std::stop_token stop,
                                    const ImportProgress &progress)
{
    NewsImportReport report;
    report.name = source.name();
    const auto head = source.peek(kHeadBytes);
    if (!head)
        return tl::unexpected(head.error());
    const bool isFeed = isFeedContent(*head);
    const auto bytes = isFeed ? sources::readWhole(source, news::kMostFeedBytes, stop) : readNewsText(source, stop);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto drafts = isFeed ? feedDrafts(*bytes, options, report)
                         : textDraft(*bytes, report.name, options).map([](NewsDraft draft) {
                               return std::vector<NewsDraft>{std::move(draft)};
                           });
    if (!drafts)
        return tl::unexpected(drafts.error());
    auto reading = NewsReading::of(reader, stop);
    if (!reading)
        return tl::unexpected(reading.error());
    auto items = reading->read(reading->toRead(std::move(*drafts), options, report), report, progress, bytes->size());
    if (!items)
        return tl::unexpected(items.error());
    std::vector<store::NewsImportRequest> requests;
    requests.push_back(requestOf(options, report, std::move(*items), source.sha256()));
    return onlyOne(written(std::move(requests), {std::move(report)}, writer, std::move(stop)));
}

} // namespace tickmark::pipeline
