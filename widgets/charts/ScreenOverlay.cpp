// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScreenOverlay.h"

#include "ChartFonts.h"
#include "ChartPlan.h"
#include "ChartText.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tickmark::charts {

namespace {

constexpr double kDot = 3.5;
constexpr double kRim = 1.5;
constexpr double kNear = 6;    // px from a dot at which the horizontal line takes its value
constexpr double kCovers = 15; // px around a tag in which axis labels give way
constexpr double kTagPadding = 8;
constexpr double kTagHeight = 16;
constexpr double kTagRadius = 2;

QPen dashes(const ChartStack &stack, PixelGrid grid)
{
    QPen pen(stack.plan().theme.secondary, grid.penWidth(1), Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({4, 3});
    return pen;
}

double lineX(const ChartStack &stack, const CrosshairStop &stop)
{
    return stack.x().centre(stack.x().columnOf(stop.line));
}

void drawTag(QPainter &painter, const ChartTheme &theme, const QRectF &rect, const QString &text, const QFont &font)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tag);
    painter.drawRoundedRect(rect, kTagRadius, kTagRadius);
    drawTextCentredAt(painter, rect.center() + QPointF(0, baselineBelowMiddle(font)), text, font, theme.tagText);
}

void drawDots(QPainter &painter, const PaneContext &context, const CrosshairStop &stop)
{
    if (context.spec().kind == PaneKind::Volume || context.spec().candles)
        return;
    painter.setPen(QPen(context.plan->theme.base, kRim));
    for (auto curve = context.spec().curves.rbegin(); curve != context.spec().curves.rend(); ++curve) {
        const auto quote = curve->layer->quoteAt(context.plan->timeScale, stop.moment());
        if (!quote || !context.x->isVisible(context.x->columnOf(quote->axis)))
            continue;
        const QPointF at(context.x->centre(context.x->columnOf(quote->axis)), context.y.y(quote->value));
        if (!context.plot.adjusted(-1, -1, 1, 1).contains(at))
            continue;
        painter.setBrush(curve->style.color);
        painter.drawEllipse(at, kDot, kDot);
    }
}

void drawDateTag(QPainter &painter, const ChartStack &stack, const CrosshairStop &stop, double x)
{
    const ChartPlan &plan = stack.plan();
    const ChartMetrics &metrics = stack.panes().front().metrics;
    const QFont font = chartFont(metrics.axisText);
    const QString text = stop.intraday ? plan.texts.weekdayTime(stop.time, plan.zone)
                                       : plan.texts.weekdayDate(stop.session);
    const QRectF area = stack.axis().area;
    const double width = textWidth(font, text) + 2 * kTagPadding;
    const double left = std::clamp(x - width / 2, 0.0, std::max(0.0, stack.size().width() - width));
    const double middle = area.top() + metrics.axisDayBaseline - baselineBelowMiddle(font);
    const QRectF tag(left, middle - kTagHeight / 2, width, kTagHeight);
    for (const AxisText &label : stack.axis().layout.upper) {
        if (label.right() + 2 > tag.left() && label.left - 2 < tag.right())
            painter.fillRect(QRectF(label.left - 1, middle - kTagHeight / 2, label.width + 2, kTagHeight),
                             plan.theme.base);
    }
    drawTag(painter, plan.theme, tag, text, font);
}

void drawValueTag(QPainter &painter, const ChartStack &stack, const PaneContext &context, const PointerLine &pointer)
{
    const QFont font = chartFont(context.metrics.axisText);
    int decimals = 0;
    for (const PlannedCurve &curve : context.spec().curves)
        decimals = std::max(decimals, context.decimalsOf(curve, pointer.value));
    const QString text = context.valueText(pointer.value, decimals);
    const double right = context.plot.left() - 3;
    const double width = textWidth(font, text) + kTagPadding;
    const double half = context.metrics.axisText / 2.0 + 1;
    for (const double row : stack.valueRows(context.pane)) {
        if (std::abs(row - pointer.y) < kCovers)
            painter.fillRect(QRectF(QPointF(0, row - half), QPointF(context.plot.left() - 1, row + half)),
                             context.plan->theme.base);
    }
    drawTag(painter, context.plan->theme,
            QRectF(std::max(0.0, right - width), pointer.y - kTagHeight / 2, width, kTagHeight), text, font);
}

} // namespace

PointerLine pointerLine(const ChartStack &stack, const CrosshairStop &stop, std::size_t pane, double y)
{
    const PaneContext &context = stack.panes()[pane];
    PointerLine line{pane, context.y.valueAt(y), y};
    double nearest = kNear;
    for (const PlannedCurve &curve : context.spec().curves) {
        const auto quote = curve.layer->quoteAt(context.plan->timeScale, stop.moment());
        const double distance = quote ? std::abs(context.y.y(quote->value) - y) : nearest;
        if (distance < nearest) {
            nearest = distance;
            line.value = quote->value;
            line.y = context.y.y(quote->value);
        }
    }
    return line;
}

void drawCrosshair(QPainter &painter, const ChartStack &stack, const CrosshairStop &stop,
                   const std::optional<PointerLine> &pointer)
{
    if (!stack.x().isVisible(stack.x().columnOf(stop.line)))
        return;
    const double x = lineX(stack, stop);
    for (const PaneContext &context : stack.panes()) {
        painter.setPen(dashes(stack, context.grid));
        painter.drawLine(QPointF(x, context.plot.top()), QPointF(x, context.plot.bottom()));
        if (pointer && pointer->pane == context.pane) {
            const double y = context.grid.line(pointer->y, context.grid.penWidth(1));
            painter.drawLine(QPointF(context.plot.left(), y), QPointF(context.plot.right(), y));
        }
    }
    for (const PaneContext &context : stack.panes())
        drawDots(painter, context, stop);
    if (pointer && stack.panes()[pointer->pane].plot.contains(QPointF(x, pointer->y)))
        drawValueTag(painter, stack, stack.panes()[pointer->pane], *pointer);
    drawDateTag(painter, stack, stop, x);
}

void drawMeasuredRange(QPainter &painter, const ChartStack &stack, const Measurement &range)
{
    const XMap &x = stack.x();
    const auto clamped = [&](qint64 axis) { return std::clamp<qint64>(x.columnOf(axis), 0, x.columns() - 1); };
    const double left = x.centre(clamped(range.from.line));
    const double right = x.centre(clamped(range.to.line));
    const ChartTheme &theme = stack.plan().theme;
    const bool dark = theme.name() == ThemeName::Dark;
    QColor tint = theme.tint;
    tint.setAlphaF(dark ? 0.6F : 0.7F);
    painter.save();
    // As if it lay under the curves: what is stronger than the tint stays as it is.
    painter.setCompositionMode(dark ? QPainter::CompositionMode_Lighten : QPainter::CompositionMode_Darken);
    for (const PaneContext &context : stack.panes())
        painter.fillRect(QRectF(QPointF(left, context.plot.top()), QPointF(right, context.plot.bottom())), tint);
    painter.restore();
}

} // namespace tickmark::charts
