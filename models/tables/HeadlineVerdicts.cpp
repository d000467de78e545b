// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadlineVerdicts.h"

#include "ClaimBook.h"
#include <claims/ClaimLabels.h>

#include <QCoreApplication>

namespace tickmark::tables {

namespace {

//! Judged, and not dismissed by the user.
bool isShown(const store::StoredClaim &claim)
{
    return claim.verdict && !(claim.correction && claim.correction->isDismissed);
}

QString wordsOf(const QString &subject, const QString &number, const QString &verdict)
{
    if (subject.isEmpty())
        //: a stated number and its verdict: "−17%: confirmed (close)"
        return QCoreApplication::translate("HeadlineVerdicts", "%1: %2").arg(number, verdict);
    //: an instrument, a number stated of it and the verdict: "NVDA −17%: confirmed (close)"
    return QCoreApplication::translate("HeadlineVerdicts", "%1 %2: %3").arg(subject, number, verdict);
}

} // namespace

HeadlineVerdicts::HeadlineVerdicts(ClaimBookPtr book, const QLocale &locale) : m_book(std::move(book)), m_locale(locale)
{
    if (!m_book)
        return;
    for (const store::StoredClaim &claim : m_book->claims()) {
        if (isShown(claim))
            m_codes[claim.newsId].insert(claim.verdict->code);
    }
}

QList<HeadlineVerdict> HeadlineVerdicts::of(qint64 newsId) const
{
    if (codes(newsId).isEmpty())
        return {};
    auto made = m_made.constFind(newsId);
    if (made == m_made.constEnd())
        made = m_made.insert(newsId, make(newsId));
    return *made;
}

QList<HeadlineVerdict> HeadlineVerdicts::make(qint64 newsId) const
{
    QList<HeadlineVerdict> verdicts;
    QStringList subjects;
    for (const store::StoredClaim &claim : m_book->ofNews(newsId)) {
        if (!isShown(claim))
            continue;
        const QString subject = m_book->subjectLabel(claim);
        const QString number = claims::statedNumber(claim.claim, m_locale);
        bool isRepeated = false;
        for (qsizetype i = 0; i < verdicts.size(); ++i) {
            isRepeated |= subjects[i] == subject && verdicts[i].number == number
                          && verdicts[i].code == claim.verdict->code;
        }
        if (isRepeated)
            continue;
        subjects.append(subject);
        verdicts.append({claim.verdict->code, number,
                         wordsOf(subject, claims::statedWithHedge(claim.claim, m_locale),
                                 claims::verdictWords(claim.claim, *claim.verdict, m_locale))});
    }
    return verdicts;
}

} // namespace tickmark::tables
