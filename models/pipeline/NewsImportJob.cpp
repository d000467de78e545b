// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewsImportJob.h"

#include "ClaimRules.h"
#include "NewsText.h"
#include <core/ContentSniffer.h>
#include <news/FeedParser.h>
#include <news/HtmlText.h>
#include <news/LanguageGuess.h>
#include <news/NewsMatch.h>
#include <news/SafeText.h>
#include <sources/SampleTable.h>
#include <sources/WholeInput.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace tickmark::pipeline {

using core::Result;

namespace {

//! Clocks and zones of publishers are off by up to this; what is dated further ahead is dated wrongly.
constexpr qint64 kMostAheadNs = 24 * core::kNsPerHour;
constexpr int kFirstYear = 1900;
constexpr qsizetype kMostWrongDates = 3;
constexpr qsizetype kLongestTitle = 300;
//! Enough to tell a feed from a text, blank lines before it included.
constexpr qsizetype kHeadBytes = 64 * 1024;
//! Items between two looks at the clock of the progress.
constexpr std::size_t kItemsPerReport = 50;

//! One item on its way: its text is whole yet.
struct Draft
{
    core::NewsItem item;
    QString text;
    std::optional<core::Time> told; //!< when this text was written, as far as the feed says it
};

bool isNewer(const Draft &a, const Draft &b)
{
    return a.told && (!b.told || *b.told < *a.told);
}

//! `kept` after the same story was told again: its publisher's newest text under the first id and time. Of texts that are
//! equally old the one that stands first, as feeds begin with the newest.
void mergeInto(Draft &kept, Draft again)
{
    if (again.item.publisher != kept.item.publisher)
        return;
    const bool isFirst = again.item.published < kept.item.published;
    const QString guid = isFirst ? again.item.guid : kept.item.guid;
    const core::Time published = isFirst ? again.item.published : kept.item.published;
    if (isNewer(again, kept))
        kept = std::move(again);
    kept.item.guid = guid;
    kept.item.published = published;
}

//! Every story of the file once.
std::vector<Draft> toldOnce(std::vector<Draft> drafts)
{
    news::StoryIndex index;
    std::vector<std::size_t> places; // of each draft in `stories`
    std::vector<Draft> stories;
    for (Draft &draft : drafts) {
        const auto known = index.find(draft.item);
        index.add(draft.item);
        places.push_back(known ? places[*known] : stories.size());
        if (known)
            mergeInto(stories[places[*known]], std::move(draft));
        else
            stories.push_back(std::move(draft));
    }
    return stories;
}

//! Whether a text is rows and columns. A file that calls itself a table is believed sooner: two lines of prose may well
//! have as many commas.
bool isTable(const QString &text, const QString &name)
{
    constexpr qsizetype kLook = 32'000;
    static const QRegularExpression tableName(QStringLiteral("\\.(csv|tsv)(\\.(gz|zip|zst))?$"),
                                              QRegularExpression::CaseInsensitiveOption);
    const bool isNamed = tableName.match(name).hasMatch();
    const std::string front = text.left(kLook).toStdString();
    for (const char separator : {',', ';', '\t', '|'}) {
        const auto table = sources::SampleTable::split(front, text.size() <= kLook, separator, '"');
        const bool isRegular = table.rows().size() >= (isNamed ? 1U : 3U) && table.usualWidth() >= (isNamed ? 2U : 3U)
                               && table.regularity() >= 0.9;
        const auto signs = std::ranges::count(front, separator);
        const bool isProse = text.left(kLook).count(QString(QLatin1Char(separator)).append(QLatin1Char(' '))) * 2
                             > signs;
        if (isRegular && (isNamed || !isProse))
            return true;
    }
    return false;
}

bool isFeedContent(std::string_view head)
{
    const core::ContentKind kind = core::sniffContent(head);
    return kind == core::ContentKind::Xml || kind == core::ContentKind::Json;
}

QString digest(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

//! The fullest text; feeds that repeat the summary before the content would state its claims twice.
const QString &fullTextOf(const news::FeedItem &item)
{
    return item.content.size() > item.summary.size() ? item.content : item.summary;
}

class NewsImport
{
public:
    NewsImport(const NewsImportOptions &options, store::StoreReader &reader, store::StoreWriter &writer,
               std::stop_token stop)
        : m_options(options), m_reader(reader), m_writer(writer), m_stop(std::move(stop))
    {}

    Result<NewsImportReport> run(sources::ByteSource &source, const ImportProgress &progress)
    {
        m_report.name = source.name();
        const auto head = source.peek(kHeadBytes);
        if (!head)
            return tl::unexpected(head.error());
        const bool isFeed = isFeedContent(*head);
        const auto bytes = isFeed ? sources::readWhole(source, news::kMostFeedBytes, m_stop)
                                  : readNewsText(source, m_stop);
        if (!bytes)
            return tl::unexpected(bytes.error());
        auto drafts = isFeed ? feedDrafts(*bytes) : textDraft(*bytes);
        if (!drafts)
            return tl::unexpected(drafts.error());
        m_report.items = qint64(drafts->size());
        const std::vector<Draft> stories = toldOnce(std::move(*drafts));
        m_report.retold = m_dropped = m_report.items - qint64(stories.size());
        auto items = read(stories, bytes->size(), progress);
        if (!items)
            return tl::unexpected(items.error());
        const store::ImportOrigin origin{m_options.source, store::ImportKind::News, m_report.name, m_options.now};
        const store::ImportEnd end{source.sha256(), m_report.rejected, m_dropped};
        const auto imported =
            m_writer.importNewsWithClaims(origin, std::move(*items), end, m_options.dryRun, m_stop).result();
        if (!imported)
            return tl::unexpected(imported.error());
        m_report.result = *imported;
        return std::move(m_report);
    }

private:
    Result<std::vector<Draft>> feedDrafts(const QByteArray &bytes)
    {
        auto feed = news::parseFeed(bytes, {});
        if (!feed) {
            core::Error error = feed.error();
            error.message = QStringLiteral("%1: %2").arg(m_report.name, error.message);
            return tl::unexpected(std::move(error));
        }
        news::leaveOutUnreadable(*feed);
        m_report.isFeed = true;
        m_report.feedTitle = feed->title;
        m_report.rejected = qint64(feed->rejected);
        m_report.problems = std::move(feed->problems);
        std::vector<Draft> drafts;
        for (const news::FeedItem &item : feed->items) {
            Draft draft;
            draft.text = fullTextOf(item);
            draft.item.guid = item.guid;
            draft.item.link = item.link;
            draft.item.title = item.title.isEmpty() ? news::visibleLine(draft.text, kLongestTitle) : item.title;
            draft.item.publisher = !item.source.isEmpty()  ? item.source
                                   : feed->title.isEmpty() ? QFileInfo(m_report.name).completeBaseName()
                                                           : feed->title;
            draft.item.language = item.language.isEmpty() ? feed->language : item.language;
            draft.item.published = timeOf(item);
            draft.told = std::max(usable(item.published), usable(item.updated));
            drafts.push_back(std::move(draft));
        }
        return drafts;
    }

    //! The first line is the headline.
    Result<std::vector<Draft>> textDraft(const QByteArray &bytes)
    {
        const auto plain = sources::plainTextOf(bytes, m_report.name);
        if (!plain)
            return tl::unexpected(plain.error());
        if (isTable(*plain, m_report.name))
            return core::failure(
                core::ErrorCode::InvalidInput,
                QCoreApplication::translate("NewsImportJob",
                                            "“%1” is a table, no news. News are read from feeds (RSS, Atom, RDF, JSON "
                                            "Feed, GDELT JSON) and from plain texts whose first line is the headline.")
                    .arg(m_report.name));
        const QString text = news::tidyText(*plain).text;
        const qsizetype lineEnd = text.indexOf(QLatin1Char('\n'));
        const qsizetype firstLine = lineEnd < 0 ? text.size() : lineEnd;
        const bool hasHeadline = firstLine <= kLongestTitle;
        Draft draft;
        draft.item.title = hasHeadline ? text.left(firstLine) : news::visibleLine(text, kLongestTitle);
        draft.text = hasHeadline ? text.mid(firstLine + 1) : text;
        draft.item.publisher = QFileInfo(m_report.name).completeBaseName();
        draft.item.guid = digest(text);
        draft.item.published = m_options.published.value_or(m_options.now);
        return std::vector<Draft>{std::move(draft)};
    }

    [[nodiscard]] std::optional<core::Time> usable(std::optional<core::Time> stated) const
    {
        const bool isUsable = stated && stated->ns <= m_options.now.ns + kMostAheadNs
                              && core::SessionDate::utcDateOf(*stated).year() >= kFirstYear;
        return isUsable ? stated : std::nullopt;
    }

    core::Time timeOf(const news::FeedItem &item)
    {
        for (const auto &stated : {usable(item.published), usable(item.updated)}) {
            if (stated)
                return *stated;
        }
        ++(item.dateText.isEmpty() ? m_report.undated : m_report.misdated);
        if (!item.dateText.isEmpty() && m_report.wrongDates.size() < kMostWrongDates)
            m_report.wrongDates.append(item.dateText);
        return m_options.published.value_or(m_options.now);
    }

    //! Of the drafts those that tell something new, with their claims.
    Result<std::vector<store::NewsWithClaims>> read(const std::vector<Draft> &drafts, qint64 bytes,
                                                    const ImportProgress &progress)
    {
        const auto instruments = m_reader.instruments();
        const auto stories = m_reader.stories(m_stop);
        if (!instruments || !stories)
            return tl::unexpected(instruments ? stories.error() : instruments.error());
        const auto rules = ClaimRules::of(*instruments);
        if (!rules)
            return tl::unexpected(rules.error());
        m_stories = *stories;
        for (const core::NewsItem &story : m_stories)
            m_index.add(story);
        std::vector<store::NewsWithClaims> items;
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            if (m_stop.stop_requested())
                return core::failure(core::ErrorCode::Cancelled, {});
            if (progress && i % kItemsPerReport == 0)
                progress(bytes * qint64(i) / qint64(drafts.size()), bytes);
            core::NewsItem item = drafts[i].item;
            item.language = languageOf(drafts[i]);
            if (!identify(item))
                continue;
            items.push_back(rules->read(std::move(item), drafts[i].text));
            m_report.claims += qint64(items.back().claims.claims.size());
        }
        return items;
    }

    [[nodiscard]] QString languageOf(const Draft &draft) const
    {
        if (!m_options.language.isEmpty())
            return m_options.language;
        const QString stated = draft.item.language.left(2).toLower();
        if (stated == QLatin1String("de") || stated == QLatin1String("en"))
            return stated;
        const QString text = draft.item.title + QLatin1Char('\n') + draft.text;
        return news::guessLanguage(text);
    }

    //! Gives the item the identity of the story that it tells again. False: it adds nothing to that.
    bool identify(core::NewsItem &item)
    {
        const auto known = m_index.find(item);
        if (!known) {
            m_index.add(item);
            m_stories.push_back(item);
            return true;
        }
        const core::NewsItem &story = m_stories[*known];
        const bool isFirst = !m_told.contains(*known);
        m_told.insert(*known);
        const bool isOlder = news::updateRank(item.title) < news::updateRank(story.title);
        if (isFirst && story.publisher == item.publisher && story.guid == item.guid && story.id != 0 && !isOlder)
            return true; // the store compares the texts
        ++m_report.retold;
        const bool isUpdate = isFirst && story.publisher == item.publisher && story.id != 0
                              && story.published <= item.published && !isOlder;
        item.guid = story.guid;
        item.publisher = story.publisher;
        m_dropped += isUpdate ? 0 : 1;
        return isUpdate;
    }

    const NewsImportOptions &m_options;
    store::StoreReader &m_reader;
    store::StoreWriter &m_writer;
    std::stop_token m_stop;
    NewsImportReport m_report;
    std::vector<core::NewsItem> m_stories; //!< as m_index counts them
    news::StoryIndex m_index;
    QSet<std::size_t> m_told; //!< of m_stories those that the file tells
    qint64 m_dropped = 0;     //!< of m_report.retold those that change nothing
};

} // namespace

Result<NewsImportReport> importNews(sources::ByteSource &source, const NewsImportOptions &options,
                                    store::StoreReader &reader, store::StoreWriter &writer, std::stop_token stop,
                                    const ImportProgress &progress)
{
    return NewsImport(options, reader, writer, std::move(stop)).run(source, progress);
}

} // namespace tickmark::pipeline
