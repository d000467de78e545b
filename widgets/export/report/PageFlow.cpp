// SPDX-License-Identifier: GPL-3.0-or-later
#include "PageFlow.h"

#include <optional>

namespace tickmark::report {

namespace {

//! Fills one page after the other. Lives for one call.
class Paginator
{
public:
    Paginator(std::span<const FlowItem> items, double height) : m_items(items), m_height(height) {}

    std::vector<FlowPage> run()
    {
        m_pages.emplace_back();
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            const FlowItem &item = m_items[i];
            if (item.isTableHead)
                m_head = i;
            if (!m_pages.back().empty() && (item.newPage || !fits(i)))
                beginPage(i);
            place(i);
        }
        return std::move(m_pages);
    }

private:
    //! With all that must not part from it.
    bool fits(std::size_t index) const
    {
        // The rest of what is kept together was looked at with its first item.
        if (index > 0 && m_items[index - 1].keepWithNext)
            return m_top + m_items[index].before + m_items[index].height <= m_height;
        double needed = 0;
        double withoutFirstGap = 0;
        for (std::size_t i = index; i < m_items.size(); ++i) {
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
        const bool goesOn = item.table >= 0 && !item.isTableHead && m_head && m_items[*m_head].table == item.table;
        if (goesOn)
            place(*m_head);
    }

    void place(std::size_t index)
    {
        const FlowItem &item = m_items[index];
        const double top = m_pages.back().empty() ? 0 : m_top + item.before;
        m_pages.back().push_back({index, top});
        m_top = top + item.height;
    }

    std::span<const FlowItem> m_items;
    double m_height;
    std::vector<FlowPage> m_pages;
    double m_top = 0;
    std::optional<std::size_t> m_head; //!< of the table that was met last
};

} // namespace

std::vector<FlowPage> paginate(std::span<const FlowItem> items, double height)
{
    return Paginator(items, height).run();
}

} // namespace tickmark::report
