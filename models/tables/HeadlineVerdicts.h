// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "VerdictCodes.h"

#include <QHash>
#include <QList>
#include <QLocale>
#include <QMetaType>
#include <QString>

#include <memory>

namespace tickmark::store {
struct StoredClaim;
}

namespace tickmark::tables {

class ClaimBook;

//! One judged number of a news item, as its row shows it.
struct HeadlineVerdict
{
    claims::VerdictCode code = claims::VerdictCode::NoData;
    QString number; //!< as stated: "−17%"
    QString words;  //!< "NVDA almost −17%: confirmed (close)"

    friend bool operator==(const HeadlineVerdict &, const HeadlineVerdict &) = default;
};

//! What the claims of news items came to, in the words of one language. Codes are at hand for all items; words are made
//! when an item is first asked for, and kept. GUI thread. Goes stale with the book and the language.
class HeadlineVerdicts
{
public:
    //! Of nothing.
    HeadlineVerdicts() = default;
    //! One walk over the claims: some milliseconds per 50,000.
    HeadlineVerdicts(std::shared_ptr<const ClaimBook> book, const QLocale &locale);

    //! Empty where nothing was judged. Dismissed claims do not count.
    [[nodiscard]] VerdictCodes codes(qint64 newsId) const { return m_codes.value(newsId); }
    //! In the order of the text; a number that title and text both state of the same instrument once.
    [[nodiscard]] QList<HeadlineVerdict> of(qint64 newsId) const;

private:
    [[nodiscard]] QList<HeadlineVerdict> make(qint64 newsId) const;

    std::shared_ptr<const ClaimBook> m_book;
    QLocale m_locale;
    QHash<qint64, VerdictCodes> m_codes;
    mutable QHash<qint64, QList<HeadlineVerdict>> m_made;
};

} // namespace tickmark::tables

Q_DECLARE_METATYPE(tickmark::tables::HeadlineVerdict)
