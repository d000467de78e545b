// SPDX-License-Identifier: GPL-3.0-or-later
#include "ColumnFit.h"

#include <QHeaderView>

#include <algorithm>

namespace tickmark::style {

int ColumnFit::wantedWidth(int column) const
{
    const QAbstractItemView &view = m_table; // a table's own is protected
    const int head = m_table.horizontalHeader()->sectionSizeHint(column);
    const auto widest = m_widest.find(column);
    const int cells = view.sizeHintForColumn(column);
    return std::max(head, widest == m_widest.end() ? cells : std::min(cells, widest->second));
}

void ColumnFit::grow()
{
    const QHeaderView &header = *m_table.horizontalHeader();
    m_wanted.resize(std::size_t(header.count()));
    for (int column = 0; column < header.count(); ++column) {
        const bool isLast = header.visualIndex(column) == header.count() - 1;
        if (header.sectionResizeMode(column) == QHeaderView::Stretch || (isLast && header.stretchLastSection()))
            continue;
        int &wanted = m_wanted[std::size_t(column)];
        const int now = wantedWidth(column);
        if (now <= wanted)
            continue;
        m_table.setColumnWidth(column, wanted == 0 ? now : std::max(now, m_table.columnWidth(column)));
        wanted = now;
    }
}

void ColumnFit::refit()
{
    m_wanted.clear();
    grow();
}

} // namespace tickmark::style
