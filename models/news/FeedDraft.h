// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Feed.h"

#include <QString>

#include <array>

namespace tickmark::news {

//! A text as a feed has it.
struct FeedText
{
    QString text;
    bool isHtml = false;
};

//! Collects what a feed says of one item, or of itself, in any order and in any of its vocabularies, and makes plain text of
//! it. Of several statements of the same thing that of the lowest rank stands, of those the first one (of dates the last).
class FeedDraft
{
public:
    void setTitle(const FeedText &title, int rank = 0);
    //! One that does not stand may still be the content.
    void setSummary(const FeedText &summary, int rank = 0);
    //! The longest one stands.
    void setContent(const FeedText &content);
    void setGuid(const QString &guid, int rank = 0);
    //! An absolute http(s) address (see safeLink()), else it is as if it were not there.
    void setLink(const QString &link, int rank = 0);
    //! As a feed writes it; what is no date is as if it were not there.
    void setPublished(const QString &date, int rank = 0);
    void setUpdated(const QString &date, int rank = 0);
    void setAuthor(const QString &author, int rank = 0);
    void setSource(const QString &source, int rank = 0);
    //! A language tag ("de-AT") or its English name ("German").
    void setLanguage(const QString &language, int rank = 0);

    //! Whether the item says nothing at all.
    [[nodiscard]] bool isEmpty() const;
    //! Whether a text was longer than kLongestFeedText.
    [[nodiscard]] bool hasCutText() const { return m_hasCutText; }
    //! Ends the draft. `language` is that of the whole feed, for an item that states none; the text itself goes before a
    //! statement that is wrong.
    [[nodiscard]] FeedItem finishItem(const QString &language);
    //! Title, link and language of the feed itself.
    void finishHeader(Feed &feed) const;

private:
    enum Field { Title, Summary, Guid, Link, Published, Updated, Author, Source, Language, kFields };

    //! Keeps a date that is none, to be named where no other is found.
    void noteUnreadable(const QString &date);
    //! Whether a statement of this rank is to stand.
    bool takes(Field field, int rank);
    QString plain(const FeedText &text);

    FeedItem m_item;
    std::array<int, kFields> m_ranks{}; //!< rank + 1 of what stands, 0 for nothing
    bool m_hasCutText = false;
};

} // namespace tickmark::news
