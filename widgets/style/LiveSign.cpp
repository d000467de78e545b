// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveSign.h"

#include <QPainter>

namespace tickmark::style {

using core::LiveState;

namespace {

constexpr int kSixteenth = 16; // QPainter's unit of angles, of a degree

//! A disc, and waves to both sides.
void paintSending(QPainter &painter, QPointF centre, const QColor &color)
{
    painter.setBrush(color);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(centre, 2.4, 2.4);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap));
    const QRectF wave(centre - QPointF(5, 5), QSizeF(10, 10));
    painter.drawArc(wave, -50 * kSixteenth, 100 * kSixteenth);
    painter.drawArc(wave, 130 * kSixteenth, 100 * kSixteenth);
}

void paintDots(QPainter &painter, QPointF centre, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (const double x : {-4.2, 0.0, 4.2})
        painter.drawEllipse(centre + QPointF(x, 0), 1.4, 1.4);
}

void paintClock(QPainter &painter, QPointF centre, const QColor &color)
{
    painter.setPen(QPen(color, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawEllipse(centre, 4.8, 4.8);
    painter.drawPolyline(QPolygonF{centre + QPointF(0, -2.8), centre, centre + QPointF(2.2, 1.2)});
}

//! What comes does not get down to the disk.
void paintBehind(QPainter &painter, QPointF centre, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(centre + QPointF(0, -2.8), 2.4, 2.4);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(centre + QPointF(-5, 4.2), centre + QPointF(5, 4.2));
    painter.drawLine(centre + QPointF(-2.2, 6), centre + QPointF(2.2, 2.4));
}

void paintWarning(QPainter &painter, QPointF centre, const QColor &color, const QColor &ground)
{
    painter.setPen(QPen(color, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{centre + QPointF(0, -5), centre + QPointF(5.6, 4.6), centre + QPointF(-5.6, 4.6)});
    painter.setPen(QPen(ground, 1.5, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(centre + QPointF(0, -2.2), centre + QPointF(0, 1.6));
    painter.drawLine(centre + QPointF(0, 2.6), centre + QPointF(0, 4.1));
}

void paintBars(QPainter &painter, QPointF centre, const QColor &color)
{
    painter.setPen(QPen(color, 2, Qt::SolidLine, Qt::RoundCap));
    for (const double x : {-2.5, 2.5})
        painter.drawLine(centre + QPointF(x, -3.5), centre + QPointF(x, 3.5));
}

} // namespace

QColor liveColor(LiveState state, const charts::ChartTheme &theme)
{
    switch (state) {
    case LiveState::Live:
        return theme.accent;
    case LiveState::Behind:
        return theme.intraday;
    case LiveState::Stopped:
        return theme.contradicted;
    case LiveState::Connecting:
    case LiveState::Waiting:
    case LiveState::Ending:
        break;
    }
    return theme.secondary;
}

void paintLiveSign(QPainter &painter, const QRectF &box, LiveState state, const charts::ChartTheme &theme)
{
    const QPointF centre = box.center();
    const QColor color = liveColor(state, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    switch (state) {
    case LiveState::Live:
        paintSending(painter, centre, color);
        break;
    case LiveState::Connecting:
        paintDots(painter, centre, color);
        break;
    case LiveState::Waiting:
        paintClock(painter, centre, color);
        break;
    case LiveState::Behind:
        paintBehind(painter, centre, color);
        break;
    case LiveState::Stopped:
        paintWarning(painter, centre, color, theme.window);
        break;
    case LiveState::Ending:
        paintBars(painter, centre, color);
        break;
    }
    painter.restore();
}

} // namespace tickmark::style
