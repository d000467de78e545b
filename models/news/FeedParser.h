// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Feed.h"
#include <core/Result.h>

#include <QByteArray>
#include <QString>

namespace tickmark::news {

//! Larger feeds are refused.
inline constexpr qsizetype kMostFeedBytes = 32'000'000;
//! Of more items the first ones are read.
inline constexpr size_t kMostFeedItems = 20'000;
//! Longer texts of one item are cut, in UTF-16 units.
inline constexpr qsizetype kLongestFeedText = 1'000'000;

//! What is known of a feed besides its bytes.
struct FeedHints
{
    QString contentType; //!< HTTP's Content-Type, which may name the character set; may be empty
    QString baseUrl;     //!< where the bytes came from, for relative links; may be empty
};

//! Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.x, GDELT's list of articles; which one it is is seen from the
//! content, whatever the content type says. Pure: no network, no files, no clock; safe from any thread. Time and memory
//! are linear in the number of bytes.
//!
//! Ill-formed XML or JSON yields the items that were complete before the fault and says so in Feed::problems. Damaged when
//! there are none. InvalidInput: no feed at all (empty, binary, a web page, another kind of XML or JSON, one that declares
//! entities before its first item), or larger than kMostFeedBytes.
[[nodiscard]] core::Result<Feed> parseFeed(const QByteArray &bytes, const FeedHints &hints);
//! Leaves out items without a title and a text, of which a reader sees nothing, and says so in Feed::problems. Once.
void leaveOutUnreadable(Feed &feed);

} // namespace tickmark::news
