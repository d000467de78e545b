// SPDX-License-Identifier: GPL-3.0-or-later
#include "FeedElements.h"
#include "FeedFormats.h"

namespace tickmark::news {

namespace {

bool isAtom(const XmlFeed &xml)
{
    return xml.name() == u"feed";
}

void readAtom(XmlFeed &xml, Feed &feed)
{
    readXmlFeed(xml, {QLatin1String("feed"), QLatin1String("entry"), Characters::Text}, feed);
}

} // namespace

const XmlFormat kAtomFormat{&isAtom, &readAtom};

} // namespace tickmark::news
