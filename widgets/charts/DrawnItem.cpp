// SPDX-License-Identifier: GPL-3.0-or-later
#include "DrawnItem.h"

#include <utility>

namespace tickmark::charts {

DrawnItem::DrawnItem(PaintOrder order, const QRectF &bounds, std::function<void(QPainter &)> draw)
    : m_bounds(bounds), m_draw(std::move(draw))
{
    setZValue(double(order));
}

void DrawnItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    m_draw(*painter);
}

} // namespace tickmark::charts
