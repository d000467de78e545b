// SPDX-License-Identifier: GPL-3.0-or-later
#include "FeedParser.h"

#include "FeedDraft.h"
#include "FeedEncoding.h"
#include "FeedFaults.h"
#include "FeedFormats.h"
#include "LanguageGuess.h"
#include "XmlFeed.h"
#include "XmlPreparation.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace tickmark::news {

namespace {

constexpr qsizetype kLookForLanguage = 4'000;

const std::array kXmlFormats{&kRssFormat, &kAtomFormat};
const std::array kJsonFormats{&kJsonFeedFormat, &kGdeltFormat};

tl::unexpected<core::Error> failure(core::Error error)
{
    return tl::unexpected<core::Error>(std::move(error));
}

bool hasNothing(const Feed &feed)
{
    return feed.items.empty() && feed.title.isEmpty() && feed.link.isEmpty();
}

core::Result<Feed> parseXml(const QString &text, const FeedHints &hints)
{
    const PreparedXml prepared = prepareXml(text);
    XmlFeed xml(prepared.text, hints.baseUrl);
    Feed feed;
    if (xml.nextChild()) {
        const auto format = std::ranges::find_if(kXmlFormats,
                                                 [&](const XmlFormat *known) { return known->isOne(xml); });
        if (format == kXmlFormats.end() && xml.name().compare(u"html", Qt::CaseInsensitive) == 0)
            return failure(notAFeed(core::ContentKind::Html, text));
        if (format == kXmlFormats.end())
            return failure(unknownXml(xml.name()));
        (*format)->read(xml, feed);
    }
    if (!xml.isFaulty())
        return feed;
    const FeedProblem::Kind kind = prepared.cutBy.value_or(xml.fault());
    if (hasNothing(feed))
        return failure(nothingReadable(kind, xml.line(), xml.detail()));
    feed.problems.push_back(endedEarly(kind, xml.line(), feed.items.size()));
    return feed;
}

core::Result<Feed> parseJson(const QString &text, const FeedHints &hints)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError)
        return failure(brokenJson(error.offset, error.errorString()));
    const QJsonObject object = document.object();
    const auto format = std::ranges::find_if(kJsonFormats,
                                             [&](const JsonFormat *known) { return known->isOne(object); });
    if (format == kJsonFormats.end())
        return failure(unknownJson());
    Feed feed;
    (*format)->read(object, QUrl(hints.baseUrl), feed);
    return feed;
}

core::Result<Feed> parseText(const QString &text, core::ContentKind kind, const FeedHints &hints)
{
    const QStringView start = QStringView(text).trimmed();
    if (start.startsWith(u'{') || start.startsWith(u'['))
        return parseJson(text, hints);
    if (start.startsWith(u'<') && kind != core::ContentKind::Html)
        return parseXml(text, hints);
    return failure(notAFeed(start.isEmpty() ? core::ContentKind::Empty : kind, start));
}

void addOnce(FeedProblem problem, Feed &feed)
{
    const auto isSame = [&](const FeedProblem &other) { return other.kind == problem.kind; };
    if (std::ranges::none_of(feed.problems, isSame))
        feed.problems.push_back(std::move(problem));
}

//! A feed that does not say its language has that of its headlines together, and so have items too short to tell.
void completeLanguages(Feed &feed)
{
    if (feed.language.isEmpty()) {
        QString titles;
        for (size_t i = 0; i < feed.items.size() && titles.size() < kLookForLanguage; ++i)
            titles += feed.items[i].title + u'\n';
        feed.language = guessLanguage(titles);
    }
    for (FeedItem &item : feed.items) {
        if (item.language.isEmpty())
            item.language = feed.language;
    }
}

} // namespace

void addItem(FeedDraft &draft, const QString &feedLanguage, Feed &feed)
{
    if (draft.isEmpty())
        return;
    const bool isFull = feed.items.size() >= kMostFeedItems;
    if (isFull)
        addOnce(tooManyItems(kMostFeedItems), feed);
    else if (draft.hasCutText())
        addOnce(textsCut(), feed);
    if (isFull)
        return;
    feed.items.push_back(draft.finishItem(feedLanguage));
}

core::Result<Feed> parseFeed(const QByteArray &bytes, const FeedHints &hints)
{
    if (bytes.size() > kMostFeedBytes)
        return failure(feedTooBig(bytes.size()));
    const core::ContentKind kind = core::sniffContent({bytes.constData(), size_t(bytes.size())});
    DecodedFeed decoded = decodeFeed(bytes, hints.contentType);
    auto feed = parseText(decoded.text, kind, hints);
    if (!feed)
        return feed;
    completeLanguages(*feed);
    if (decoded.problem)
        feed->problems.push_back(*decoded.problem);
    return feed;
}

} // namespace tickmark::news
