// SPDX-License-Identifier: GPL-3.0-or-later
#include "FeedDraft.h"
#include "FeedFormats.h"
#include "XmlFeed.h"

#include <QJsonArray>

// https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/ (mode=ArtList&format=json)

namespace tickmark::news {

namespace {

bool isGdelt(const QJsonObject &document)
{
    return document.value(QLatin1String("articles")).isArray();
}

//! Articles have a headline, an address, the time when they were seen, and their publisher's domain.
void readGdelt(const QJsonObject &document, const QUrl &base, Feed &feed)
{
    for (const QJsonValue &value : document.value(QLatin1String("articles")).toArray()) {
        const QJsonObject article = value.toObject();
        const auto text = [&](const char *key) { return article.value(QLatin1String(key)).toString(); };
        const QString link = safeLink(text("url"), base);
        FeedDraft draft;
        draft.setTitle({text("title"), true});
        draft.setGuid(link);
        draft.setLink(link);
        draft.setPublished(text("seendate"));
        draft.setSource(text("domain"));
        draft.setLanguage(text("language"));
        addItem(draft, {}, feed);
    }
}

} // namespace

const JsonFormat kGdeltFormat{&isGdelt, &readGdelt};

} // namespace tickmark::news
