// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Time.h>

#include <QString>

#include <optional>
#include <vector>

namespace tickmark::news {

//! One news item of a feed. All texts are plain: no markup, no control characters (see SafeText.h), nothing to load.
struct FeedItem
{
    QString guid;    //!< the feed's own id; where it has none, a hash of link and title; never empty
    QString title;   //!< one line; may be empty
    QString link;    //!< absolute http(s) address, else empty
    QString summary; //!< the excerpt; where the feed has none, the content
    QString content; //!< the fullest text that the feed has
    std::optional<core::Time> published;
    std::optional<core::Time> updated;
    QString
        dateText; //!< as the feed writes `published`, else `updated`, else a date that is none; one line, may be empty
    QString author;
    QString language; //!< "de", "en" or what the feed says ("fr"); empty when unknown
    QString source;   //!< who published it where that is not the feed itself, as the feed names it
};

//! Something that was wrong with a feed of which the rest could be read.
struct FeedProblem
{
    enum class Kind {
        Cut,          //!< ends in the middle
        IllFormed,    //!< not XML from `line` on
        Forbidden,    //!< entities of its own, or a document type where none may be
        TooDeep,      //!< elements inside of elements beyond all reason
        TooManyItems, //!< more than kMostFeedItems
        Rejected,     //!< items without a title and a text
        TextCut,      //!< texts longer than kLongestFeedText
        UnknownEncoding,
        WrongEncoding, //!< the bytes are not in the encoding that the feed names
    } kind = Kind::IllFormed;
    qint64 line = 0; //!< where reading ended; 0 when it did not
    QString message; //!< one translated sentence
};

//! A feed that was read, as far as it could be.
struct Feed
{
    QString title;
    QString link;                //!< of the publisher's page; absolute http(s), else empty
    QString language;            //!< as FeedItem::language
    std::vector<FeedItem> items; //!< in the feed's order
    size_t rejected = 0;         //!< items that said nothing, and those of leaveOutUnreadable()
    std::vector<FeedProblem> problems;
};

} // namespace tickmark::news
