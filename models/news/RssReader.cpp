// SPDX-License-Identifier: GPL-3.0-or-later
#include "FeedElements.h"
#include "FeedFormats.h"

namespace tickmark::news {

namespace {

bool isRss(const XmlFeed &xml)
{
    const QStringView name = xml.name();
    return name.compare(u"rss", Qt::CaseInsensitive) == 0 || name == u"RDF" || name == u"channel";
}

void readRss(XmlFeed &xml, Feed &feed)
{
    readXmlFeed(xml, {QLatin1String("channel"), QLatin1String("item"), Characters::Markup}, feed);
}

} // namespace

const XmlFormat kRssFormat{&isRss, &readRss};

} // namespace tickmark::news
