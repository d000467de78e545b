// SPDX-License-Identifier: GPL-3.0-or-later
// How the headlines come to their verdicts.
#include "HeadlineList.h"
#include "HeadlinePanel.h"

namespace tickmark::newsview {

void HeadlinePanel::setClaims(const tables::ClaimBookPtr &claims)
{
    m_claims = claims;
    showVerdicts();
    if (m_choice.verdict)
        applyFilter();
}

QStringList HeadlinePanel::verdictWords(qint64 newsId) const
{
    QStringList words;
    const auto row = m_model.rowOf(newsId);
    if (!row)
        return words;
    const auto verdicts =
        m_model.index(*row).data(tables::HeadlineModel::VerdictsRole).value<QList<tables::HeadlineVerdict>>();
    for (const tables::HeadlineVerdict &verdict : verdicts)
        words.append(verdict.words);
    return words;
}

//! Rows with verdicts are higher than those without: a selected one that was to be seen stays so.
void HeadlinePanel::showVerdicts()
{
    const QModelIndex current = m_list->currentIndex();
    const bool isSeen = current.isValid() && m_list->viewport()->rect().intersects(m_list->visualRect(current));
    m_model.setVerdicts(tables::HeadlineVerdicts(m_claims, QLocale(m_appearance.language())));
    if (isSeen)
        m_list->scrollTo(current);
}

} // namespace tickmark::newsview
