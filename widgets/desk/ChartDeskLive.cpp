// SPDX-License-Identifier: GPL-3.0-or-later
//! What streams into the charts of the desk.
#include "ChartDesk.h"
#include <core/WallClock.h>

#include <algorithm>

namespace tickmark::desk {

void ChartDesk::setLive(const std::vector<pipeline::LiveStatus> &streams)
{
    m_streams = streams;
    m_linked->setLive(streams);
    for (const auto &[pane, stack] : m_unlinked)
        stack->setLive(streams);
}

void ChartDesk::showLive(const QString &symbol)
{
    const auto instrument = std::ranges::find(m_instruments, symbol, &core::Instrument::symbol);
    if (!m_session || instrument == m_instruments.end())
        return;
    const core::Time now = core::wallClock();
    const auto calendar = m_session->calendars().calendar(instrument->mic);
    const core::SessionDate session = calendar ? (*calendar)->sessionDateOf(now) : core::SessionDate::utcDateOf(now);
    const int pane = livePaneOf(symbol);
    activate(pane);
    stackOf(pane)->comeLive(symbol, session);
}

//! Made where there is none: prices, for percent of a stream say little and may have no close to count from.
int ChartDesk::livePaneOf(const QString &symbol)
{
    const QStringList alone{symbol};
    const auto shows = [&](const ListedPane &listed) { return listed.pane.symbols == alone; };
    const auto isPrices = [&](const ListedPane &listed) {
        const bool isPercent = listed.pane.scale ? charts::isRebased(*listed.pane.scale) : m_shared.base.has_value();
        return shows(listed) && listed.pane.kind == charts::PaneKind::Price && !isPercent;
    };
    const std::vector<ListedPane> unlinked = m_panes.unlinked();
    if (const auto own = std::ranges::find_if(unlinked, isPrices); own != unlinked.end())
        return own->id;
    const std::vector<ListedPane> linked = m_panes.linked();
    if (const auto found = std::ranges::find_if(linked, isPrices);
        found != linked.end() && std::ranges::all_of(linked, shows))
        return found->id;
    DeskPane pane;
    pane.symbols = alone;
    pane.linked = false;
    pane.scale = charts::ValueScale::Linear;
    const int id = m_panes.add(pane);
    arrange();
    Q_EMIT stateChanged();
    return id;
}

void ChartDesk::followPane(int pane)
{
    DeskStack *stack = stackOf(pane);
    const pipeline::LiveStatus *stream = stack->liveOf(pane);
    if (!stream)
        return;
    activate(pane);
    if (stack->drawsSeries(stream->seriesId) && !stack->isElsewhere(pane))
        stack->view().setFollow(true);
    else
        showLive(QString(stream->symbol)); // a copy: what streams may be told anew meanwhile
}

} // namespace tickmark::desk
