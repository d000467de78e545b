// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExtendedHours.h"

#include "ChartFonts.h"
#include "ChartText.h"

#include <QPainter>

#include <algorithm>

namespace tickmark::charts {

namespace {

constexpr double kPadding = 8;
constexpr double kLeastWidth = 0.5; // px

QRectF areaOf(AxisRange range, const PaneContext &context)
{
    const QRectF &plot = context.plot;
    const double left = std::max(context.x->edge(context.x->columnOf(range.begin)), plot.left());
    const double right = std::min(context.x->edge(context.x->columnOf(range.end)), plot.right());
    return QRectF(QPointF(left, plot.top()), QPointF(std::max(left, right), plot.bottom()));
}

QRectF beforeOpening(const AxisDay &day, const PaneContext &context)
{
    return areaOf({day.extended.begin, day.regular.begin}, context);
}

QRectF afterClose(const AxisDay &day, const PaneContext &context)
{
    return areaOf({day.regular.end, day.extended.end}, context);
}

//! Lines at opening and close.
void drawHours(QPainter &painter, const PaneContext &context, const AxisDay &day)
{
    const double width = context.grid.penWidth(1);
    painter.setPen(QPen(context.plan->theme.axis, width, Qt::SolidLine, Qt::FlatCap));
    for (const qint64 axis : {day.regular.begin, day.regular.end}) {
        const qint64 column = context.x->columnOf(axis);
        if (context.x->isVisible(column))
            painter.drawLine(QPointF(context.x->centre(column), context.plot.top()),
                             QPointF(context.x->centre(column), context.plot.bottom()));
    }
}

void drawName(QPainter &painter, const PaneContext &context, const QRectF &area, const QString &name, bool atRight)
{
    const QFont font = chartFont(context.metrics.axisText);
    const double width = textWidth(font, name);
    if (area.width() < width + 2 * kPadding)
        return;
    const double left = atRight ? area.right() - kPadding - width : area.left() + kPadding;
    const double baseline = area.top() + context.metrics.axisText + kPadding / 2;
    // The lines of headlines end at the words.
    painter.fillRect(QRectF(left - 2, baseline - context.metrics.axisText, width + 4, context.metrics.axisText + 4),
                     context.plan->theme.extendedHours);
    drawText(painter, QPointF(left, baseline), name, font, context.plan->theme.secondary);
}

} // namespace

void drawExtendedHours(QPainter &painter, const PaneContext &context)
{
    for (const AxisDay &day : context.plan->days) {
        for (const QRectF &area : {beforeOpening(day, context), afterClose(day, context)}) {
            // Over years they are too narrow to be seen, but a vector file would hold them all.
            if (area.width() >= kLeastWidth)
                painter.fillRect(area, context.plan->theme.extendedHours);
        }
        if (context.metrics.onScreen && day.hasExtendedHours())
            drawHours(painter, context, day);
    }
}

void drawExtendedHoursNames(QPainter &painter, const PaneContext &context)
{
    for (const AxisDay &day : context.plan->days) {
        drawName(painter, context, beforeOpening(day, context), context.plan->texts.preMarket(), false);
        drawName(painter, context, afterClose(day, context), context.plan->texts.afterHours(), true);
    }
}

} // namespace tickmark::charts
