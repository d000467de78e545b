// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/NewsItem.h>

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace tickmark::news {

//! How far apart two tellings of one story may be.
inline constexpr qint64 kSameStoryNs = 48 * core::kNsPerHour;

//! Whether two titles say the same: the same words in the same order but for articles and the like ("an einem [einzigen]
//! Tag") and marks before or behind them ("UPDATE 2-", "Eilmeldung:", "(Update)"). One other word may be another story ("Plus", "Minus"): that is kept
//! twice rather than lost.
[[nodiscard]] bool isNearlySameTitle(QStringView a, QStringView b);

//! Which update of its story a title says to be: 0 where it says nothing, 1 for "Update:", 2 for "UPDATE 2-", "(Update 2)".
[[nodiscard]] int updateRank(QStringView title);

//! Stories that are there already, so that an item can be found that tells one of them again: by its guid at the same
//! publisher, by its link, or by a nearly equal title of the same publisher within kSameStoryNs. A value; not thread-safe.
class StoryIndex
{
public:
    //! `item` is found as the number of items added before it.
    void add(const core::NewsItem &item);
    //! The first item that tells the same story; guid goes before link before title. Linear in the
    //! number of items of that title within some days, else constant.
    [[nodiscard]] std::optional<size_t> find(const core::NewsItem &item) const;

private:
    struct Headline
    {
        core::Time published;
        size_t index = 0;
    };

    struct UnreadTitle
    {
        QString publisher;
        QString title;
        Headline headline;
    };

    void readTitles(qint64 bucket) const;

    size_t m_count = 0;
    QHash<QString, size_t> m_byGuid;
    QHash<QString, size_t> m_byLink;
    // most titles are too old for any new story: they are read when one of their time is asked for
    mutable QHash<qint64, std::vector<UnreadTitle>> m_unread;   //!< by bucketOf() their time
    mutable QHash<QByteArray, std::vector<Headline>> m_byTitle; //!< by publisher, title and time, see headlineKey()
};

} // namespace tickmark::news
