// SPDX-License-Identifier: GPL-3.0-or-later
// What the charts show of news: the selected headline, what markers tell, the level of the active claim.
#include "ChartDesk.h"
#include <charts/ClaimedLevel.h>

namespace tickmark::desk {

void ChartDesk::selectHeadline(const core::NewsItem *item)
{
    const std::vector<qint64> ids = item ? std::vector<qint64>{item->id} : std::vector<qint64>{};
    m_linked->setSelectedHeadlines(ids);
    for (const auto &[pane, stack] : m_unlinked)
        stack->setSelectedHeadlines(ids);
    if (item)
        reveal(item->published);
}

void ChartDesk::reveal(core::Time time)
{
    m_linked->reveal(time);
}

void ChartDesk::setClaim(const std::optional<store::StoredClaim> &claim)
{
    m_claim = claim;
    showClaim();
}

void ChartDesk::showClaim()
{
    const QLocale locale(m_appearance.language());
    const auto level = m_claim ? charts::claimedLevelOf(*m_claim, locale) : std::nullopt;
    m_linked->view().setClaimedLevel(level);
    for (const auto &[pane, stack] : m_unlinked)
        stack->view().setClaimedLevel(level);
}

void ChartDesk::setHeadlineNotes(const charts::HeadlineNotes &notes)
{
    m_headlineNotes = notes;
    m_linked->view().setHeadlineNotes(notes);
    for (const auto &[pane, stack] : m_unlinked)
        stack->view().setHeadlineNotes(notes);
}

} // namespace tickmark::desk
