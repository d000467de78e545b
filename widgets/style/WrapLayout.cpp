// SPDX-License-Identifier: GPL-3.0-or-later
#include "WrapLayout.h"

#include <algorithm>

namespace tickmark::style {

WrapLayout::WrapLayout(int spacing)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

WrapLayout::~WrapLayout() = default;

void WrapLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item); // QLayout hands it over
    invalidate();
}

QLayoutItem *WrapLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)].get() : nullptr;
}

QLayoutItem *WrapLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[std::size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    invalidate();
    return item;
}

int WrapLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize WrapLayout::sizeHint() const
{
    QSize all(0, 0);
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize part = item->sizeHint();
        all = QSize(all.width() + part.width() + (all.isEmpty() ? 0 : spacing()),
                    std::max(all.height(), part.height()));
    }
    return all;
}

QSize WrapLayout::minimumSize() const
{
    QSize widest(0, 0);
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            widest = widest.expandedTo(item->sizeHint());
    }
    return widest;
}

void WrapLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int WrapLayout::arrange(const QRect &rect, bool places) const
{
    QPoint next = rect.topLeft();
    int rowHeight = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize part = item->sizeHint();
        if (next.x() > rect.left() && next.x() + part.width() > rect.left() + rect.width()) {
            next = QPoint(rect.left(), next.y() + rowHeight + spacing());
            rowHeight = 0;
        }
        if (places)
            item->setGeometry(QRect(next, part));
        next.rx() += part.width() + spacing();
        rowHeight = std::max(rowHeight, part.height());
    }
    return next.y() + rowHeight - rect.top();
}

} // namespace tickmark::style
