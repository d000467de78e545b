// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewsDrafts.h"

#include <news/FeedParser.h>
#include <news/HtmlText.h>
#include <news/NewsMatch.h>
#include <news/SafeText.h>
#include <sources/SampleTable.h>
#include <sources/WholeInput.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace tickmark::pipeline {

namespace {

//! Clocks and zones of publishers are off by up to this; what is dated further ahead is dated wrongly.
constexpr qint64 kMostAheadNs = 24 * core::kNsPerHour;
constexpr int kFirstYear = 1900;
constexpr qsizetype kMostWrongDates = 3;
constexpr qsizetype kLongestTitle = 300;
bool isNewer(const NewsDraft &a, const NewsDraft &b)
{
    return a.told && (!b.told || *b.told < *a.told);
}

//! `kept` after the same story was told again: its publisher's newest text under the first id and time. Of texts that are
//! equally old the one that stands first, as feeds begin with the newest.
void mergeInto(NewsDraft &kept, NewsDraft again)
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

QString digest(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

//! The fullest text; feeds that repeat the summary before the content would state its claims twice.
const QString &fullTextOf(const news::FeedItem &item)
{
    return item.content.size() > item.summary.size() ? item.content : item.summary;
}

[[nodiscard]] std::optional<core::Time> usable(std::optional<core::Time> stated, core::Time now)
{
    const bool isUsable = stated && stated->ns <= now.ns + kMostAheadNs
                          && core::SessionDate::utcDateOf(*stated).year() >= kFirstYear;
    return isUsable ? stated : std::nullopt;
}

core::Time timeOf(const news::FeedItem &item, const NewsImportOptions &options, NewsImportReport &report)
{
    for (const auto &stated : {usable(item.published, options.now), usable(item.updated, options.now)}) {
        if (stated)
            return *stated;
    }
    ++(item.dateText.isEmpty() ? report.undated : report.misdated);
    if (!item.dateText.isEmpty() && report.wrongDates.size() < kMostWrongDates)
        report.wrongDates.append(item.dateText);
    return options.published.value_or(options.now);
}

} // namespace

std::vector<NewsDraft> draftsOf(news::Feed feed, const QString &publisher, const NewsImportOptions &options,
                                NewsImportReport &report)
{
    news::leaveOutUnreadable(feed);
    report.isFeed = true;
    report.feedTitle = feed.title;
    report.rejected = qint64(feed.rejected);
    report.problems = std::move(feed.problems);
    std::vector<NewsDraft> drafts;
    for (const news::FeedItem &item : feed.items) {
        NewsDraft draft;
        draft.text = fullTextOf(item);
        draft.item.guid = item.guid;
        draft.item.link = item.link;
        draft.item.title = item.title.isEmpty() ? news::visibleLine(draft.text, kLongestTitle) : item.title;
        draft.item.publisher = !item.source.isEmpty() ? item.source : feed.title.isEmpty() ? publisher : feed.title;
        draft.item.language = item.language.isEmpty() ? feed.language : item.language;
        draft.item.published = timeOf(item, options, report);
        draft.told = std::max(usable(item.published, options.now), usable(item.updated, options.now));
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

core::Result<NewsDraft> textDraft(const QByteArray &bytes, const QString &name, const NewsImportOptions &options)
{
    const auto plain = sources::plainTextOf(bytes, name);
    if (!plain)
        return tl::unexpected(plain.error());
    if (isTable(*plain, name))
        return core::failure(
            core::ErrorCode::InvalidInput,
            QCoreApplication::translate("NewsImportJob",
                                        "“%1” is a table, no news. News are read from feeds (RSS, Atom, RDF, JSON "
                                        "Feed, GDELT JSON) and from plain texts whose first line is the headline.")
                .arg(name));
    const QString text = news::tidyText(*plain).text;
    const qsizetype lineEnd = text.indexOf(QLatin1Char('\n'));
    const qsizetype firstLine = lineEnd < 0 ? text.size() : lineEnd;
    const bool hasHeadline = firstLine <= kLongestTitle;
    NewsDraft draft;
    draft.item.title = hasHeadline ? text.left(firstLine) : news::visibleLine(text, kLongestTitle);
    draft.text = hasHeadline ? text.mid(firstLine + 1) : text;
    draft.item.publisher = QFileInfo(name).completeBaseName();
    draft.item.guid = digest(text);
    draft.item.published = options.published.value_or(options.now);
    return draft;
}

std::vector<NewsDraft> toldOnce(std::vector<NewsDraft> drafts)
{
    news::StoryIndex index;
    std::vector<std::size_t> places; // of each draft in `stories`
    std::vector<NewsDraft> stories;
    for (NewsDraft &draft : drafts) {
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

} // namespace tickmark::pipeline
