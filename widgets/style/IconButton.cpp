// SPDX-License-Identifier: GPL-3.0-or-later
#include "IconButton.h"

#include <QPainter>
#include <QPainterPath>

namespace tickmark::style {

namespace {

void paintCross(QPainter &painter, QPointF centre, double half)
{
    painter.drawLine(centre + QPointF(-half, -half), centre + QPointF(half, half));
    painter.drawLine(centre + QPointF(-half, half), centre + QPointF(half, -half));
}

//! Two halves of a chain; apart when unlinked.
void paintLink(QPainter &painter, QPointF centre, bool linked)
{
    const double gap = linked ? 1.0 : 2.0;
    for (const double side : {-1.0, 1.0}) {
        QPainterPath half;
        half.moveTo(centre + QPointF(side * gap, -3));
        half.lineTo(centre + QPointF(side * 4, -3));
        half.quadTo(centre + QPointF(side * 7, -3), centre + QPointF(side * 7, 0));
        half.quadTo(centre + QPointF(side * 7, 3), centre + QPointF(side * 4, 3));
        half.lineTo(centre + QPointF(side * gap, 3));
        painter.drawPath(half);
    }
    if (linked)
        painter.drawLine(centre + QPointF(-3, 0), centre + QPointF(3, 0));
}

} // namespace

void paintSign(QPainter &painter, Sign sign, const QRectF &box, const QColor &color)
{
    const QPointF c = box.center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    switch (sign) {
    case Sign::Close:
        paintCross(painter, c, 4);
        break;
    case Sign::More:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        for (const double x : {-5.0, 0.0, 5.0})
            painter.drawEllipse(c + QPointF(x, 0), 1.3, 1.3);
        break;
    case Sign::Linked:
    case Sign::Unlinked:
        paintLink(painter, c, sign == Sign::Linked);
        break;
    case Sign::Search:
        painter.drawEllipse(c + QPointF(-1, -1), 4, 4);
        painter.drawLine(c + QPointF(2, 2), c + QPointF(5, 5));
        break;
    case Sign::Down:
        painter.drawPolyline(QPolygonF{c + QPointF(-3.5, -1.7), c + QPointF(0, 1.8), c + QPointF(3.5, -1.7)});
        break;
    case Sign::Beyond:
        for (const double x : {-3.5, 1.5})
            painter.drawPolyline(QPolygonF{c + QPointF(x, -3.5), c + QPointF(x + 3, 0), c + QPointF(x, 3.5)});
        break;
    case Sign::Add:
        painter.drawLine(c + QPointF(-4, 0), c + QPointF(4, 0));
        painter.drawLine(c + QPointF(0, -4), c + QPointF(0, 4));
        break;
    case Sign::ToEnd:
        for (const double x : {-5.0, -1.0})
            painter.drawPolyline(QPolygonF{c + QPointF(x, -3.5), c + QPointF(x + 3.5, 0), c + QPointF(x, 3.5)});
        painter.drawLine(c + QPointF(5, -4), c + QPointF(5, 4));
        break;
    case Sign::Play:
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF{c + QPointF(-3, -4.5), c + QPointF(4.5, 0), c + QPointF(-3, 4.5)});
        break;
    case Sign::Pause:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRect(QRectF(c + QPointF(-4, -4.5), QSizeF(3, 9)));
        painter.drawRect(QRectF(c + QPointF(1, -4.5), QSizeF(3, 9)));
        break;
    }
    painter.restore();
}

IconButton::IconButton(Sign sign, const Appearance &appearance, QWidget *parent)
    : QToolButton(parent), m_sign(sign), m_appearance(appearance)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void IconButton::setSign(Sign sign)
{
    m_sign = sign;
    update();
}

void IconButton::setPurpose(const QString &text)
{
    setToolTip(text);
    setAccessibleName(text);
}

void IconButton::paintEvent(QPaintEvent *)
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isEnabled() && (underMouse() || isDown())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? theme.tint : theme.border);
        painter.drawRoundedRect(QRectF(rect()), 2, 2);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    }
    const QColor color = !isEnabled() ? theme.placeholder : isChecked() ? theme.accent : theme.secondary;
    paintSign(painter, m_sign, QRectF(rect()), color);
}

} // namespace tickmark::style
