// SPDX-License-Identifier: GPL-3.0-or-later
#include "TimeAxisPainter.h"

#include "ChartFonts.h"
#include "ChartText.h"

#include <QPainter>

#include <algorithm>

namespace tickmark::charts {

namespace {

constexpr double kTick = 6;
constexpr double kTriangleHalf = 5.5;
constexpr double kTriangleHeight = 6.5;
constexpr double kGap = 10;

bool isBaseDay(const AxisText &text, const ChartPlan &plan)
{
    return plan.base && text.date == plan.base;
}

//! "Base" under the day's own label; the whole date where that day has none.
QString baseWord(const ChartPlan &plan, const TimeAxisLayout &layout)
{
    const bool named = std::ranges::any_of(layout.upper, [&](const AxisText &text) { return isBaseDay(text, plan); });
    return named ? plan.texts.base() : plan.texts.pinnedBase(*plan.base);
}

std::optional<BaseMark> baseMark(const ChartPlan &plan, const ChartMetrics &metrics, const TimeAxisLayout &layout,
                                 const QRectF &area, std::optional<double> x)
{
    if (!plan.base)
        return std::nullopt;
    BaseMark mark;
    mark.word = baseWord(plan, layout);
    mark.wordWidth = textWidth(chartFont(metrics.axisText), mark.word);
    if (x) {
        mark.x = *x;
        mark.wordLeft = std::clamp(*x - mark.wordWidth / 2, area.left(),
                                   std::max(area.left(), area.right() - mark.wordWidth));
    } else if (plan.days.empty() || *plan.base < plan.days.front().date) {
        mark.direction = -1;
        mark.x = area.left();
        mark.wordLeft = area.left() + kTriangleHeight + 5;
    } else {
        mark.direction = 1;
        mark.x = area.right();
        mark.wordLeft = area.right() - kTriangleHeight - 5 - mark.wordWidth;
    }
    return mark;
}

//! No room before the next text either: the base's word is worth more than this one, so it goes.
void makeRoom(std::vector<AxisText> &line, const BaseMark &mark, const QRectF &area)
{
    const double left = mark.direction < 0 ? area.left() : mark.wordLeft;
    const double right = mark.wordLeft + mark.wordWidth;
    for (std::size_t i = 0; i < line.size(); ++i) {
        AxisText &text = line[i];
        if (text.right() + kGap <= left || text.left >= right + kGap)
            continue;
        text.left = right + kGap;
        const bool fits = i + 1 == line.size() || text.right() + kGap <= line[i + 1].left;
        if (!fits || text.right() > area.right() + kGap)
            text.text.clear();
    }
    std::erase_if(line, [](const AxisText &text) { return text.text.isEmpty(); });
}

//! What the axis counts: sessions, or hours on the clock of a place.
QString axisUnit(const ChartPlan &plan)
{
    if (plan.intraday)
        return ChartTexts::clockOf(plan.zone);
    return plan.timeScale->isTradingTime() ? plan.texts.sessionsUnit() : QString();
}

QPolygonF triangle(const BaseMark &mark, double top, double wordMiddle)
{
    if (mark.direction == 0)
        return {QPointF(mark.x, top), QPointF(mark.x + kTriangleHalf, top + kTriangleHeight),
                QPointF(mark.x - kTriangleHalf, top + kTriangleHeight)};
    const double back = mark.x - mark.direction * kTriangleHeight;
    return {QPointF(mark.x, wordMiddle), QPointF(back, wordMiddle - kTriangleHalf),
            QPointF(back, wordMiddle + kTriangleHalf)};
}

} // namespace

TimeAxisPicture timeAxisPicture(const ChartPlan &plan, const ChartMetrics &metrics, TimeAxisLayout layout,
                                const QRectF &area, std::optional<double> baseX, double right)
{
    TimeAxisPicture picture{area, std::move(layout), std::nullopt, right};
    picture.base = baseMark(plan, metrics, picture.layout, area, baseX);
    if (picture.base)
        makeRoom(picture.layout.lower, *picture.base, area);
    return picture;
}

void drawTimeAxis(QPainter &painter, const ChartPlan &plan, const ChartMetrics &metrics, PixelGrid grid,
                  const TimeAxisPicture &picture)
{
    const double line = grid.penWidth(1);
    const double y = grid.line(picture.area.top(), line);
    painter.setPen(QPen(plan.theme.axis, line, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(picture.area.left(), y), QPointF(picture.area.right(), y));
    for (const double x : picture.layout.ticks)
        painter.drawLine(QPointF(x, y), QPointF(x, y + kTick));

    const QFont font = chartFont(metrics.axisText);
    const QFont bold = chartFont(metrics.axisText, true);
    for (const AxisText &text : picture.layout.upper) {
        const bool base = isBaseDay(text, plan);
        drawTextCentredAt(painter, QPointF(text.left + text.width / 2, picture.area.top() + metrics.axisDayBaseline),
                          text.text, base ? bold : font, base ? plan.theme.text : plan.theme.secondary);
    }
    for (const AxisText &text : picture.layout.lower)
        drawText(painter, QPointF(text.left, picture.area.top() + metrics.axisMonthBaseline), text.text, font,
                 plan.theme.secondary);

    if (metrics.onScreen)
        drawTextEndingAt(painter,
                         QPointF(picture.right - metrics.rightPadding, picture.area.top() + metrics.axisDayBaseline),
                         axisUnit(plan), font, plan.theme.secondary);
    if (!picture.base)
        return;
    const double top = picture.area.top() + metrics.axisDayBaseline + metrics.baseHandleGap;
    const double baseline = picture.base->direction == 0 ? top + kTriangleHeight + metrics.axisText
                                                         : picture.area.top() + metrics.axisMonthBaseline;
    painter.setPen(Qt::NoPen);
    painter.setBrush(plan.theme.accent);
    painter.drawPolygon(triangle(*picture.base, top, baseline - baselineBelowMiddle(font)));
    drawText(painter, QPointF(picture.base->wordLeft, baseline), picture.base->word, font, plan.theme.accent);
}

} // namespace tickmark::charts
