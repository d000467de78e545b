// SPDX-License-Identifier: GPL-3.0-or-later
#include "PageFlow.h"

#include <algorithm>
#include <optional>

namespace tickmark::report {

namespace {

// Parts of a page's height.
constexpr double kLeastEnd = 0.2;
constexpr double kMostMoved = 0.5;

//! Fills one page after the other. Lives for one call.
class Paginator
{
public:
    Paginator(std::span<const FlowItem> items, double height) : m_items(items), m_height(height) {}

    std::vector<FlowPage> run()
    {
        placeAll();
        if (const auto first = firstOfFullerEnd()) {
            m_forced = first;
            placeAll();
        }
        for (FlowPage &page : m_pages)
            fill(page);
        return std::move(m_pages);
    }

private:
    void placeAll()
    {
        m_pages.assign(1, {});
        m_top = 0;
        m_head.reset();
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            const FlowItem &item = m_items[i];
            if (item.isOnlyAbove)
                continue;
            if (item.isTableHead)
                m_head = i;
            if (!m_pages.back().empty() && (item.newPage || i == m_forced || !fits(i)))
                beginPage(i);
            place(i);
        }
    }

    //! The item that is to begin the last page, where that has next to nothing on it: as near to the end as makes it look
    //! like one. Nothing where it does, and where what would have to move is too much.
    std::optional<std::size_t> firstOfFullerEnd() const
    {
        if (m_pages.size() < 2 || m_top >= kLeastEnd * m_height || m_items[m_pages.back().front().item].newPage)
            return std::nullopt;
        const FlowPage &before = m_pages[m_pages.size() - 2];
        const double bottom = before.back().top + before.back().height;
        for (std::size_t at = before.size() - 1; at > 0; --at) {
            const double moved = bottom - before[at].top;
            if (moved > kMostMoved * m_height)
                break;
            if (!before[at].isAgain && !before[at - 1].isAgain && m_top + moved >= kLeastEnd * m_height
                && !m_items[before[at - 1].item].keepWithNext)
                return before[at].item;
        }
        return std::nullopt;
    }

    //! With all that must not part from it.
    bool fits(std::size_t index) const
    {
        // The rest of what is kept together was looked at with its first item.
        std::size_t before = index;
        while (before > 0 && m_items[before - 1].isOnlyAbove)
            --before;
        if (before > 0 && m_items[before - 1].keepWithNext)
            return m_top + m_items[index].before + m_items[index].height <= m_height;
        double needed = 0;
        double withoutFirstGap = 0;
        for (std::size_t i = index; i < m_items.size(); ++i) {
            if (m_items[i].isOnlyAbove)
                continue;
            needed += m_items[i].before + m_items[i].height;
            withoutFirstGap = needed - m_items[index].before;
            if (!m_items[i].keepWithNext || (i + 1 < m_items.size() && m_items[i + 1].newPage))
                break;
        }
        if (m_top + needed <= m_height)
            return true;
        // What is higher than a page is not helped by a new one, as long as something of it finds room here.
        return withoutFirstGap > m_height && m_top + m_items[index].before + m_items[index].height <= m_height;
    }

    void beginPage(std::size_t index)
    {
        m_pages.emplace_back();
        m_top = 0;
        const FlowItem &item = m_items[index];
        if (item.isTableHead)
            return;
        for (const std::size_t above : item.above)
            place(above, true);
        const bool goesOn = item.table >= 0 && m_head && m_items[*m_head].table == item.table;
        if (goesOn && std::ranges::find(item.above, *m_head) == item.above.end())
            place(*m_head, true);
    }

    void place(std::size_t index, bool isAgain = false)
    {
        const FlowItem &item = m_items[index];
        const double top = m_pages.back().empty() ? 0 : m_top + item.before;
        m_pages.back().push_back({index, top, item.height, isAgain});
        m_top = top + item.height;
    }

    //! Gives what is left of a page to those that may take it, the same to each, and moves the others down.
    void fill(FlowPage &page) const
    {
        const auto takers = std::ranges::count_if(
            page, [this](const PlacedItem &placed) { return m_items[placed.item].stretch > 0; });
        if (takers == 0)
            return;
        const double part = std::max(0.0, m_height - page.back().top - page.back().height) / double(takers);
        double moved = 0;
        for (PlacedItem &placed : page) {
            placed.top += moved;
            const double more = std::min(part, m_items[placed.item].stretch);
            placed.height += more;
            moved += more;
        }
    }

    std::span<const FlowItem> m_items;
    double m_height;
    std::vector<FlowPage> m_pages;
    double m_top = 0;
    std::optional<std::size_t> m_forced; //!< begins a page whatever has room
    std::optional<std::size_t> m_head;   //!< of the table that was met last
};

} // namespace

std::vector<FlowPage> paginate(std::span<const FlowItem> items, double height)
{
    return Paginator(items, height).run();
}

} // namespace tickmark::report
