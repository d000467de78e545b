// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Feed.h"
#include "XmlFeed.h"

#include <QJsonObject>
#include <QUrl>

//! The formats of feeds, each in a file of its own. FeedParser.cpp has the table of them.
namespace tickmark::news {

class FeedDraft;

struct XmlFormat
{
    //! `xml` stands in the document's first element.
    bool (*isOne)(const XmlFeed &xml);
    void (*read)(XmlFeed &xml, Feed &feed);
};

struct JsonFormat
{
    bool (*isOne)(const QJsonObject &document);
    void (*read)(const QJsonObject &document, const QUrl &base, Feed &feed);
};

extern const XmlFormat kRssFormat;       //!< RSS 0.9x, 1.0 (RDF), 2.0
extern const XmlFormat kAtomFormat;      //!< Atom 0.3, 1.0
extern const JsonFormat kJsonFeedFormat; //!< JSON Feed 1.x
extern const JsonFormat kGdeltFormat;    //!< GDELT DOC 2.0, mode ArtList

//! Adds the item that `draft` has become, unless it has neither title nor text, or the feed is full.
void addItem(FeedDraft &draft, const QString &feedLanguage, Feed &feed);

} // namespace tickmark::news
