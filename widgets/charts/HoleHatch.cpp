// SPDX-License-Identifier: GPL-3.0-or-later
#include "HoleHatch.h"

#include "ChartFonts.h"
#include "ChartText.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

namespace tickmark::charts {

namespace {

constexpr double kStep = 5;
constexpr double kRoomAround = 4; // beyond the neighbours' values
constexpr double kLeastHeight = 10;
constexpr double kOutageHeight = 28; // where the curve goes on is not known
constexpr double kLeastWidth = 3;    // below this a gap cannot be told from a line
constexpr double kTextGap = 4;
constexpr double kLeastOver = 8; // of the words that are above or below their gap
constexpr int kMostLines = 4;    // that the words move away from it
constexpr std::size_t kMostDaysNamed = 4;

QRectF boxOf(const CurveHole &hole, const PaneContext &context)
{
    const QPointF before = context.position(hole.before);
    const QPointF after = context.position(hole.after);
    const double middle = (before.y() + after.y()) / 2;
    const double half = std::max(std::abs(before.y() - after.y()) / 2 + kRoomAround,
                                 (hole.isOutage ? kOutageHeight : kLeastHeight) / 2);
    return QRectF(QPointF(before.x(), middle - half), QPointF(after.x(), middle + half)).intersected(context.plot);
}

//! Above or below its box, moved to either side as long as it still stands over or under a part of it; the nearest and the
//! middle first.
std::vector<LabelPlacer::Candidate> placesOf(const HoleMark &mark, const PaneContext &context)
{
    const QFontMetricsF metrics(chartFont(context.metrics.axisText));
    const double width = metrics.horizontalAdvance(mark.text);
    const double first = context.plot.left() + 2;
    const double last = std::max(context.plot.right() - width - 2, first);
    const double farthest = (width + mark.box.width()) / 2 - kLeastOver;
    std::vector<LabelPlacer::Candidate> places;
    for (int line = 0; line < kMostLines; ++line) {
        const double away = line * metrics.height();
        for (const double aside : {0.0, -0.5, 0.5, -1.0, 1.0}) {
            // On the screen a frame has no time for more, and what is covered comes free with the next movement.
            if (aside != 0 && context.metrics.onScreen)
                break;
            const double left = std::clamp(mark.box.center().x() - width / 2 + aside * farthest, first, last);
            const double penalty = line * 9.0 + std::abs(aside) * 4.0;
            places.push_back(
                {QRectF(left, mark.box.top() - kTextGap - metrics.ascent() - away, width, metrics.ascent()),
                 {},
                 penalty});
            places.push_back(
                {QRectF(left, mark.box.bottom() + kTextGap + away, width, metrics.ascent()), {}, penalty + 4.0});
        }
    }
    return places;
}

//! False: on a page every place would cover a curve or a value.
bool placeText(HoleMark &mark, const PaneContext &context, LabelPlacer &placer)
{
    std::vector<LabelPlacer::Candidate> places = placesOf(mark, context);
    if (!context.metrics.onScreen)
        std::erase_if(places, [&](const auto &place) { return !placer.isClear(place); });
    if (places.empty())
        return false;
    std::vector<bool> clear;
    for (const LabelPlacer::Candidate &place : places)
        clear.push_back(!context.metrics.onScreen || placer.isClear(place));
    const std::size_t best = placer.take(places);
    mark.textBox = places[best].rect;
    mark.isClear = clear[best];
    return true;
}

//! One of the gaps gets the words, the widest that has room for them.
bool writeOnce(std::vector<HoleMark> &marks, const PaneContext &context, LabelPlacer &placer)
{
    std::vector<HoleMark *> byWidth;
    for (HoleMark &mark : marks)
        byWidth.push_back(&mark);
    std::ranges::sort(byWidth, std::greater(), [](const HoleMark *mark) { return mark->box.width(); });
    const auto written = std::ranges::find_if(byWidth,
                                              [&](HoleMark *mark) { return placeText(*mark, context, placer); });
    for (HoleMark *mark : byWidth) {
        if (written == byWidth.end() || mark != *written)
            mark->text.clear();
    }
    return written != byWidth.end();
}

//! The trading days without quotes: those in view, of a hole that ends where the view begins those before; of intraday
//! curves the days that lack some.
std::vector<core::SessionDate> daysOf(const CurveHole &hole, const PlannedCurve &curve, const ChartPlan &plan)
{
    std::vector<core::SessionDate> days;
    for (const AxisDay &day : plan.days) {
        if (hole.before.session < day.date && day.date < hole.after.session && curve.calendar->isSession(day.date))
            days.push_back(day.date);
    }
    if (days.empty() && !curve.isIntraday()) {
        for (auto day = hole.before.session.plusDays(1); day < hole.after.session; day = day.plusDays(1)) {
            if (curve.calendar->isSession(day))
                days.push_back(day);
        }
    }
    if (!days.empty())
        return days;
    days.push_back(hole.before.session);
    if (hole.after.session != hole.before.session)
        days.push_back(hole.after.session);
    return days;
}

//! "Nasdaq: no data on 14 Jan and 22 Jan"; of many days only how many.
QString sentenceOf(const PlannedCurve &curve, const std::vector<CurveHole> &holes, const ChartPlan &plan)
{
    std::vector<core::SessionDate> days;
    for (const CurveHole &hole : holes) {
        if (hole.isOutage)
            return plan.texts.noConnectionOf(curve.name);
        std::ranges::copy(daysOf(hole, curve, plan), std::back_inserter(days));
    }
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    const Translator &words = plan.texts.translator();
    if (days.size() > kMostDaysNamed)
        //: foot of a page; %1 is an instrument, whose curve has gaps
        return words.text("Chart", QT_TRANSLATE_N_NOOP("Chart", "%1: gaps on %n trading days"), int(days.size()))
            .arg(curve.name);
    const bool oneYear = std::min(days.front(), plan.days.front().date).year()
                         == std::max(days.back(), plan.days.back().date).year();
    QStringList dates;
    for (const core::SessionDate day : days)
        dates.append(
            (oneYear ? plan.texts.shortDate(day) : plan.texts.formats().date(day)).replace(u' ', QChar(0x00A0)));
    if (curve.isIntraday())
        //: foot of a page; %1 is an instrument, %2 a date or several, on which its curve has gaps
        return words.text("Chart", QT_TRANSLATE_NOOP("Chart", "%1: gaps on %2"))
            .arg(curve.name, plan.texts.list(dates));
    //: foot of a page; %1 is an instrument, %2 a date or several
    return words.text("Chart", QT_TRANSLATE_NOOP("Chart", "%1: no data on %2")).arg(curve.name, plan.texts.list(dates));
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

HoleMarks holeMarks(const PaneContext &context, LabelPlacer &placer)
{
    HoleMarks all;
    for (const PlannedCurve &curve : context.spec().curves) {
        std::vector<HoleMark> own;
        const std::vector<CurveHole> holes = curve.layer->holes(*context.x);
        for (const CurveHole &hole : holes) {
            HoleMark mark;
            mark.box = boxOf(hole, context);
            mark.text = hole.isOutage ? context.plan->texts.noConnectionOf(curve.name)
                                      : context.plan->texts.noDataOf(curve.name);
            mark.color = context.wordColor(curve);
            if (mark.box.width() >= kLeastWidth && mark.box.height() > 0)
                own.push_back(std::move(mark));
        }
        if (context.metrics.onScreen) {
            for (HoleMark &mark : own)
                placeText(mark, context, placer);
        } else if (!own.empty() && !writeOnce(own, context, placer))
            all.unwritten.append(sentenceOf(curve, holes, *context.plan));
        std::ranges::move(own, std::back_inserter(all.marks));
    }
    return all;
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
        if (mark.isClear)
            painter.fillRect(mark.textBox.adjusted(-2, 1, 2, 1), context.plan->theme.base);
        drawText(painter, mark.textBox.bottomLeft(), mark.text, font, mark.color);
    }
}

} // namespace tickmark::charts
