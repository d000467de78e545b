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
        return failure(nothingReadable(kind, xml.line(), prepared.cutBy ? QString() : xml.detail()));
    feed.problems.push_back(endedEarly(kind, xml.line(), feed.items.size()));
    return feed;
}

//! What can be told of JSON without understanding it.
struct JsonOutline
{
    QByteArray items;      //!< up to the last whole object of a list, with the ends that are missing then; empty: none
    bool isClosed = false; //!< whether every bracket and text that begins in it ends in it
};

JsonOutline outlineOf(QByteArrayView json)
{
    QByteArray open;
    qsizetype kept = 0;
    bool isText = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (isText) {
            at += c == '\\' ? 1 : 0;
            isText = c != '"';
        } else if (c == '"') {
            isText = true;
        } else if (c == '{' || c == '[') {
            open += c;
        } else if ((c == '}' || c == ']') && !open.isEmpty()) {
            open.chop(1);
            if (c == '}' && open == "{[")
                kept = at + 1;
        }
    }
    return {kept > 0 ? json.first(kept) + "]}" : QByteArray(), open.isEmpty() && !isText};
}

core::Result<Feed> readJson(const QJsonObject &object, const FeedHints &hints)
{
    const auto format = std::ranges::find_if(kJsonFormats,
                                             [&](const JsonFormat *known) { return known->isOne(object); });
    if (format == kJsonFormats.end())
        return failure(unknownJson());
    Feed feed;
    (*format)->read(object, QUrl(hints.baseUrl), feed);
    return feed;
}

core::Result<Feed> parseJson(const QString &text, const FeedHints &hints)
{
    QJsonParseError error;
    const QByteArray json = text.toUtf8();
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error == QJsonParseError::NoError)
        return readJson(document.object(), hints);
    const auto sound = QByteArrayView(json).first(std::min<qsizetype>(error.offset, json.size()));
    auto feed = readJson(QJsonDocument::fromJson(outlineOf(sound).items).object(), hints);
    if (!feed || feed->items.empty())
        return failure(brokenJson(error.offset, error.errorString()));
    const QByteArrayView whole = QByteArrayView(json).trimmed();
    const bool endsInside = !whole.endsWith('}') && !outlineOf(whole).isClosed; // "tru" is found at its beginning
    const bool isCut = QByteArrayView(json).sliced(sound.size()).trimmed().size() <= 1 || endsInside;
    feed->problems.push_back(endedEarly(isCut ? FeedProblem::Kind::Cut : FeedProblem::Kind::IllFormed,
                                        sound.count('\n') + 1, feed->items.size()));
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
    if (draft.isEmpty()) {
        ++feed.rejected;
        return;
    }
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

void leaveOutUnreadable(Feed &feed)
{
    feed.rejected += std::erase_if(feed.items, [](const FeedItem &item) {
        return item.title.isEmpty() && item.summary.isEmpty() && item.content.isEmpty();
    });
    if (feed.rejected > 0)
        feed.problems.push_back(itemsRejected(feed.rejected));
}

} // namespace tickmark::news
