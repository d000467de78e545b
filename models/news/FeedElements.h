// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FeedDraft.h"
#include "XmlFeed.h"

#include <QLatin1String>

namespace tickmark::news {

//! How the XML formats differ: the names of their parts.
struct XmlDialect
{
    QLatin1String container; //!< holds header and items, if the first element does not
    QLatin1String item;
    Characters characters; //!< what texts are that do not say what they are
};

//! Reads header and items of the feed in whose first element `xml` stands; every format may use the elements of the others
//! and of Dublin Core, content and media modules, as most feeds do. Items that are not complete when a fault ends the
//! reading are left out.
void readXmlFeed(XmlFeed &xml, const XmlDialect &dialect, Feed &feed);

} // namespace tickmark::news
