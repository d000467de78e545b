// SPDX-License-Identifier: GPL-3.0-or-later
#include "HoleHatch.h"

#include "ChartFonts.h"
#include "ChartText.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tickmark::charts {

namespace {

constexpr double kStep = 5;
constexpr double kRoomAround = 4; // beyond the neighbours' values
constexpr double kLeastHeight = 10;
constexpr double kOutageHeight = 28; // where the curve goes on is not known
constexpr double kLeastWidth = 3;    // below this a gap cannot be told from a line
constexpr double kTextGap = 4;

QRectF boxOf(const CurveHole &hole, const PaneContext &context)
{
    const QPointF before = context.position(hole.before);
    const QPointF after = context.position(hole.after);
    const double middle = (before.y() + after.y()) / 2;
    const double half = std::max(std::abs(before.y() - after.y()) / 2 + kRoomAround,
                                 (hole.isOutage ? kOutageHeight : kLeastHeight) / 2);
    return QRectF(QPointF(before.x(), middle - half), QPointF(after.x(), middle + half)).intersected(context.plot);
}

//! Above or below its box, as near as there is room.
void placeText(HoleMark &mark, const PaneContext &context, LabelPlacer &placer)
{
    const QFontMetricsF metrics(chartFont(context.metrics.axisText));
    const double width = metrics.horizontalAdvance(mark.text);
    const double left = std::clamp(mark.box.center().x() - width / 2, context.plot.left() + 2,
                                   std::max(context.plot.right() - width - 2, context.plot.left() + 2));
    std::vector<LabelPlacer::Candidate> places;
    for (int line = 0; line < 4; ++line) {
        const double away = line * metrics.height();
        places.push_back({QRectF(left, mark.box.top() - kTextGap - metrics.ascent() - away, width, metrics.ascent()),
                          {},
                          line * 9.0});
        places.push_back(
            {QRectF(left, mark.box.bottom() + kTextGap + away, width, metrics.ascent()), {}, line * 9.0 + 4.0});
    }
    mark.textBox = places[placer.take(places)].rect;
}

} // namespace

QList<QLineF> hatchLines(const QRectF &box)
{
    QList<QLineF> lines;
    // x + y is constant along a line; starting from a multiple of the step makes neighbouring boxes match.
    const double last = box.right() + box.bottom();
    for (double sum = std::ceil((box.left() + box.top()) / kStep) * kStep; sum < last; sum += kStep) {
        const double right = std::min(box.right(), sum - box.top());
        const double left = std::max(box.left(), sum - box.bottom());
        if (left < right)
            lines.append(QLineF(left, sum - left, right, sum - right));
    }
    return lines;
}

std::vector<HoleMark> holeMarks(const PaneContext &context, LabelPlacer &placer)
{
    std::vector<HoleMark> marks;
    for (const PlannedCurve &curve : context.spec().curves) {
        std::vector<HoleMark> own;
        for (const CurveHole &hole : curve.layer->holes(*context.x)) {
            HoleMark mark;
            mark.box = boxOf(hole, context);
            mark.text = hole.isOutage ? context.plan->texts.noConnectionOf(curve.name)
                                      : context.plan->texts.noDataOf(curve.name);
            mark.color = context.wordColor(curve);
            if (mark.box.width() >= kLeastWidth && mark.box.height() > 0)
                own.push_back(std::move(mark));
        }
        const auto widest = std::ranges::max_element(own, {}, [](const HoleMark &mark) { return mark.box.width(); });
        for (auto mark = own.begin(); mark != own.end(); ++mark) {
            if (context.metrics.onScreen || mark == widest)
                placeText(*mark, context, placer);
            else
                mark->text.clear();
            marks.push_back(std::move(*mark));
        }
    }
    return marks;
}

void drawHatches(QPainter &painter, const PaneContext &context, const std::vector<HoleMark> &marks)
{
    painter.setPen(QPen(context.plan->theme.hatch, 1));
    for (const HoleMark &mark : marks)
        painter.drawLines(hatchLines(mark.box));
}

void drawHoleTexts(QPainter &painter, const PaneContext &context, const std::vector<HoleMark> &marks)
{
    const QFont font = chartFont(context.metrics.axisText);
    for (const HoleMark &mark : marks) {
        if (mark.text.isEmpty())
            continue;
        painter.fillRect(mark.textBox.adjusted(-2, 1, 2, 1), context.plan->theme.base);
        drawText(painter, mark.textBox.bottomLeft(), mark.text, font, mark.color);
    }
}

} // namespace tickmark::charts
