// SPDX-License-Identifier: GPL-3.0-or-later
#include "ButtonShapes.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

namespace tickmark::style {

namespace {

constexpr double kRadius = 2;
constexpr double kFoot = 2;

//! A rectangle with round corners only where the row of segments ends.
QPainterPath outline(const QRectF &rect, ButtonPlace place)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(rect, kRadius, kRadius);
    const QRectF left(rect.topLeft(), QSizeF(rect.width() / 2, rect.height()));
    const QRectF right(left.topRight(), rect.bottomRight());
    if (place == ButtonPlace::Middle || place == ButtonPlace::Last)
        path.addRect(left);
    if (place == ButtonPlace::Middle || place == ButtonPlace::First)
        path.addRect(right);
    return path.simplified();
}

QColor mixed(const QColor &a, const QColor &b)
{
    return QColor((a.red() + b.red()) / 2, (a.green() + b.green()) / 2, (a.blue() + b.blue()) / 2);
}

} // namespace

ButtonPlace buttonPlace(const QString &segment)
{
    if (segment == QLatin1String("first"))
        return ButtonPlace::First;
    if (segment == QLatin1String("middle"))
        return ButtonPlace::Middle;
    return segment == QLatin1String("last") ? ButtonPlace::Last : ButtonPlace::Alone;
}

void paintButton(QPainter &painter, const QRectF &rect, const charts::ChartTheme &theme, const ButtonState &state,
                 ButtonPlace place)
{
    const QRectF body = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    QLinearGradient gradient(body.topLeft(), body.bottomLeft());
    gradient.setColorAt(0, state.pressed ? theme.buttonBottom : theme.buttonTop);
    gradient.setColorAt(1, theme.buttonBottom);
    QBrush fill(gradient);
    if (!state.enabled)
        fill = theme.window;
    else if (state.checked)
        fill = theme.tint;
    else if (state.pressed)
        fill = mixed(theme.buttonBottom, theme.border);
    else if (state.hovered)
        fill = mixed(theme.buttonTop, theme.tint);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPainterPath path = outline(body, place);
    const bool ringed = state.focused || state.isDefault;
    painter.setPen(QPen(ringed ? theme.accent : theme.buttonBorder, 1));
    painter.setBrush(fill);
    painter.drawPath(path);
    if (state.checked) {
        painter.setClipPath(path);
        painter.fillRect(QRectF(rect.left(), rect.bottom() - kFoot, rect.width(), kFoot), theme.accent);
    }
    painter.restore();
}

void paintField(QPainter &painter, const QRectF &rect, const charts::ChartTheme &theme, bool enabled, bool focused)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(focused ? theme.accent : theme.buttonBorder, 1));
    painter.setBrush(enabled ? theme.base : theme.window);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter.restore();
}

void paintCheck(QPainter &painter, const QRectF &rect, const charts::ChartTheme &theme, Qt::CheckState check,
                bool enabled, bool focused, bool round)
{
    const QRectF box = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    const bool on = check != Qt::Unchecked;
    const QColor rim = !enabled ? theme.border : on || focused ? theme.accent : theme.placeholder;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(rim, 1));
    painter.setBrush(on && enabled && !round ? theme.accent : enabled ? theme.base : theme.window);
    if (round)
        painter.drawEllipse(box);
    else
        painter.drawRoundedRect(box, kRadius, kRadius);
    const QColor mark = enabled ? (theme.name() == charts::ThemeName::Dark ? theme.base : QColor(Qt::white))
                                : theme.placeholder;
    const QPointF c = box.center();
    if (round && on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(rim);
        painter.drawEllipse(c, 3.5, 3.5);
    } else if (check == Qt::Checked) {
        painter.setPen(QPen(mark, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF{c + QPointF(-3.3, 0.2), c + QPointF(-1, 2.6), c + QPointF(3.4, -2.4)});
    } else if (check == Qt::PartiallyChecked) {
        painter.setPen(QPen(mark, 1.8));
        painter.drawLine(c + QPointF(-3, 0), c + QPointF(3, 0));
    }
    painter.restore();
}

} // namespace tickmark::style
