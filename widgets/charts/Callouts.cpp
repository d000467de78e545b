// SPDX-License-Identifier: GPL-3.0-or-later
#include "Callouts.h"

#include "ChartFonts.h"
#include "ChartText.h"
#include "EndLabels.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>
#include <utility>

namespace tickmark::charts {

namespace {

constexpr double kBeside = 12; // from the dot to a text without a leader
constexpr double kTextToLeader = 5;
constexpr double kOutOfOrder = 12;      // a higher value below a lower one
constexpr std::size_t kMostCurves = 16; // with more, no value could be told from the others
constexpr double kRim = 1.5;            // of background around the dot
constexpr std::array<double, 8> kAcross{12, 26, 42, 60, 80, 104, 130, 160};
constexpr double kNextLine = 15;
constexpr std::array<double, 15> kUpDown{0,  -kNextLine, kNextLine, -30,  30,  -46,  46, -64,
                                         64, -84,        84,        -106, 106, -130, 130};
constexpr double kCrossLeader = 5; // of another value
constexpr double kCloser = 0.2;    // part of the usual distance to curves that will do in a crowd

QLineF leaderTo(QPointF dot, const QRectF &text, bool onRight, double dotRadius)
{
    const QPointF start(onRight ? text.left() - kTextToLeader : text.right() + kTextToLeader, text.center().y());
    QLineF line(start, dot);
    line.setLength(line.length() - dotRadius - 2);
    return line;
}

std::vector<LabelPlacer::Candidate> placesAround(QPointF dot, QSizeF size, double dotRadius)
{
    std::vector<LabelPlacer::Candidate> places;
    for (const double across : kAcross) {
        for (const double down : kUpDown) {
            for (const bool onRight : {true, false}) {
                const double left = onRight ? dot.x() + across : dot.x() - across - size.width();
                const QRectF rect(QPointF(left, dot.y() + down - size.height() / 2), size);
                const bool beside = across == kBeside && std::abs(down) <= kNextLine;
                // A leader that is steeper than it is long reads as part of the curve.
                const double steep = std::abs(down) > across + 10 ? 4 : 0;
                places.push_back({rect, beside ? QLineF() : leaderTo(dot, rect, onRight, dotRadius),
                                  std::hypot(across - kBeside, down) * 0.09 + steep});
            }
        }
    }
    // Above or below the dot, where a narrow pane leaves no room beside it.
    for (const double down : {-kNextLine, kNextLine}) {
        const QPointF topLeft(dot.x() - size.width() / 2, dot.y() + down - size.height() / 2);
        places.push_back({QRectF(topLeft, size), {}, 2.5});
    }
    return places;
}

} // namespace

std::vector<Callout> callouts(const PaneContext &context, LabelPlacer &placer)
{
    std::vector<Callout> result;
    if (!context.plan->spotlight || context.plan->intraday || context.spec().kind != PaneKind::Price
        || context.spec().candles || context.spec().curves.size() > kMostCurves)
        return result;
    const QFont font = chartFont(context.metrics.calloutText);
    const double height = QFontMetricsF(font).capHeight() + 4;
    for (const PlannedCurve &curve : context.spec().curves) {
        const auto point = curve.layer->pointAt(*context.x, *context.plan->spotlight);
        if (!point)
            continue;
        const QPointF dot = context.position(*point);
        placer.avoidRect(QRectF(dot - QPointF(5, 5), QSizeF(10, 10)), 30);
        const QString text = fittingName(curve.name, font, context) + QChar(0x00A0)
                             + context.valueText(point->value, context.decimalsOf(curve, point->value));
        result.push_back({dot, text, {}, {}, {}, {}, context.wordColor(curve)});
    }
    // From top to bottom, so that texts stand in the order of their dots.
    std::ranges::stable_sort(result, {}, [](const Callout &callout) { return callout.dot.y(); });
    double above = context.plot.top() - height;
    for (Callout &callout : result) {
        const QSizeF size(textWidth(font, callout.text), height);
        std::vector<LabelPlacer::Candidate> places = placesAround(callout.dot, size, context.metrics.dotRadius);
        for (LabelPlacer::Candidate &place : places) {
            if (place.rect.center().y() < above)
                place.penalty += kOutOfOrder;
        }
        std::erase_if(places,
                      [&](const auto &place) { return !placer.isFree(place) || !placer.isClear(place, kCloser); });
        // Between many curves there may be none that covers nothing: the dot stands alone then.
        if (places.empty()) {
            callout.unwritten = std::exchange(callout.text, {});
            continue;
        }
        if (std::ranges::any_of(places, [&](const auto &place) { return placer.isClear(place); }))
            std::erase_if(places, [&](const auto &place) { return !placer.isClear(place); });
        const LabelPlacer::Candidate &place = places[placer.take(places)];
        above = place.rect.center().y();
        callout.box = place.rect;
        callout.textStart = place.rect.bottomLeft() - QPointF(0, 2);
        callout.leader = place.leader;
        if (!place.leader.isNull())
            placer.avoidLine(QPolygonF{place.leader.p1(), place.leader.p2()}, kCoverCurve, kCrossLeader);
    }
    return result;
}

void drawCalloutDots(QPainter &painter, const PaneContext &context, const std::vector<Callout> &callouts)
{
    const double radius = context.metrics.dotRadius;
    painter.setPen(Qt::NoPen);
    // In reverse, so that the first curve's dot ends on top as its line does.
    for (const Callout &callout : callouts | std::views::reverse) {
        painter.setBrush(context.plan->theme.base);
        painter.drawEllipse(callout.dot, radius + kRim, radius + kRim);
        painter.setBrush(callout.color);
        painter.drawEllipse(callout.dot, radius, radius);
    }
}

void drawCalloutTexts(QPainter &painter, const PaneContext &context, const std::vector<Callout> &callouts)
{
    const QFont font = chartFont(context.metrics.calloutText);
    for (const Callout &callout : callouts) {
        if (callout.text.isEmpty())
            continue;
        if (!callout.leader.isNull()) {
            painter.setPen(QPen(callout.color, 0.8));
            painter.drawLine(callout.leader);
        }
        // Grid and dotted lines end at the words.
        painter.fillRect(callout.box.adjusted(-2, 0, 2, 0), context.plan->theme.base);
        drawText(painter, callout.textStart, callout.text, font, callout.color);
    }
}

} // namespace tickmark::charts
