// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsItem>

#include <functional>

namespace tickmark::charts {

//! From the back to the front (visual.md, "Charts").
enum class PaintOrder {
    Shading,
    Frame,
    Hatch,
    BaseLine,
    Leader,
    Names,
    Curves,
    ClaimedLevel,
    Dots,
    Callouts,
    EndLabels,
    Markers,
    Axis
};

//! One part of a chart in the scene: draws itself by a function, in scene coordinates, inside its bounds.
class DrawnItem : public QGraphicsItem
{
public:
    DrawnItem(PaintOrder order, const QRectF &bounds, std::function<void(QPainter &)> draw);

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QRectF m_bounds;
    std::function<void(QPainter &)> m_draw;
};

} // namespace tickmark::charts
