// SPDX-License-Identifier: GPL-3.0-or-later
#include "FeedDraft.h"
#include "FeedFormats.h"
#include "XmlFeed.h"

#include <QJsonArray>

// https://www.jsonfeed.org/version/1.1/

namespace tickmark::news {

namespace {

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

//! Ids should be texts; some feeds write numbers.
QString idOf(const QJsonObject &item)
{
    return item.value(QLatin1String("id")).toVariant().toString();
}

//! Version 1.1 has a list, 1.0 had one author.
QString authorOf(const QJsonObject &object)
{
    const QJsonArray authors = object.value(QLatin1String("authors")).toArray();
    const QString first = text(authors.isEmpty() ? QJsonObject() : authors.first().toObject(), "name");
    return first.isEmpty() ? text(object.value(QLatin1String("author")).toObject(), "name") : first;
}

FeedDraft readItem(const QJsonObject &item, const QJsonObject &document, const QUrl &base)
{
    FeedDraft draft;
    draft.setTitle({text(item, "title"), false});
    draft.setGuid(idOf(item));
    draft.setLink(safeLink(text(item, "url"), base), 0);
    draft.setLink(safeLink(text(item, "external_url"), base), 1);
    draft.setSummary({text(item, "summary"), false});
    draft.setContent({text(item, "content_html"), true});
    draft.setContent({text(item, "content_text"), false});
    draft.setPublished(text(item, "date_published"));
    draft.setUpdated(text(item, "date_modified"));
    draft.setAuthor(authorOf(item), 0);
    draft.setAuthor(authorOf(document), 1);
    draft.setLanguage(text(item, "language"));
    return draft;
}

bool isJsonFeed(const QJsonObject &document)
{
    return text(document, "version").contains(QLatin1String("jsonfeed.org/version/"))
           || (document.value(QLatin1String("items")).isArray() && document.contains(QLatin1String("title")));
}

void readJsonFeed(const QJsonObject &document, const QUrl &base, Feed &feed)
{
    FeedDraft header;
    header.setTitle({text(document, "title"), false});
    header.setLink(safeLink(text(document, "home_page_url"), base));
    header.setLanguage(text(document, "language"));
    header.finishHeader(feed);
    for (const QJsonValue &item : document.value(QLatin1String("items")).toArray()) {
        FeedDraft draft = readItem(item.toObject(), document, base);
        addItem(draft, feed.language, feed);
    }
}

} // namespace

const JsonFormat kJsonFeedFormat{&isJsonFeed, &readJsonFeed};

} // namespace tickmark::news
