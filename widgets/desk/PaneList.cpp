// SPDX-License-Identifier: GPL-3.0-or-later
#include "PaneList.h"

#include <algorithm>

namespace tickmark::desk {

namespace {

std::vector<ListedPane> ofKind(const std::vector<ListedPane> &panes, bool linked)
{
    std::vector<ListedPane> result;
    std::ranges::copy_if(panes, std::back_inserter(result),
                         [linked](const ListedPane &listed) { return listed.pane.linked == linked; });
    return result;
}

} // namespace

void PaneList::assign(const std::vector<DeskPane> &panes)
{
    m_panes.clear();
    for (const DeskPane &pane : panes)
        m_panes.push_back({++m_lastId, pane});
    sort();
}

std::vector<ListedPane> PaneList::linked() const
{
    return ofKind(m_panes, true);
}

std::vector<ListedPane> PaneList::unlinked() const
{
    return ofKind(m_panes, false);
}

const DeskPane *PaneList::find(int id) const
{
    const auto found = std::ranges::find(m_panes, id, &ListedPane::id);
    return found == m_panes.end() ? nullptr : &found->pane;
}

DeskPane *PaneList::find(int id)
{
    const auto found = std::ranges::find(m_panes, id, &ListedPane::id);
    return found == m_panes.end() ? nullptr : &found->pane;
}

int PaneList::indexOf(int id) const
{
    const auto found = std::ranges::find(m_panes, id, &ListedPane::id);
    return found == m_panes.end() ? -1 : int(found - m_panes.begin());
}

int PaneList::idAt(int index) const
{
    return index < 0 || index >= int(m_panes.size()) ? 0 : m_panes[std::size_t(index)].id;
}

int PaneList::placeOf(int id) const
{
    const DeskPane *pane = find(id);
    if (!pane)
        return -1;
    const auto kind = ofKind(m_panes, pane->linked);
    return int(std::ranges::find(kind, id, &ListedPane::id) - kind.begin());
}

int PaneList::add(const DeskPane &pane, int after)
{
    const auto before = std::ranges::find(m_panes, after, &ListedPane::id);
    m_panes.insert(before == m_panes.end() ? before : before + 1, {++m_lastId, pane});
    sort();
    return m_lastId;
}

void PaneList::remove(int id)
{
    std::erase_if(m_panes, [id](const ListedPane &listed) { return listed.id == id; });
}

void PaneList::setLinked(int id, bool linked)
{
    if (DeskPane *pane = find(id))
        pane->linked = linked;
    sort();
}

bool PaneList::canMove(int id, int places) const
{
    const DeskPane *pane = find(id);
    const int place = placeOf(id) + places;
    return pane && place >= 0 && place < int(ofKind(m_panes, pane->linked).size());
}

void PaneList::move(int id, int places)
{
    if (canMove(id, places))
        moveBefore(id, placeOf(id) + places + (places > 0 ? 1 : 0));
}

void PaneList::moveBefore(int id, int place)
{
    const DeskPane *pane = find(id);
    if (!pane)
        return;
    const auto kind = ofKind(m_panes, pane->linked);
    const int before = place >= 0 && place < int(kind.size()) ? kind[std::size_t(place)].id : 0;
    if (before == id)
        return;
    const ListedPane moved{id, *pane};
    remove(id);
    m_panes.insert(std::ranges::find(m_panes, before, &ListedPane::id), moved);
    sort();
}

void PaneList::sort()
{
    std::ranges::stable_partition(m_panes, [](const ListedPane &listed) { return listed.pane.linked; });
}

} // namespace tickmark::desk
