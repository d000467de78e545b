// SPDX-License-Identifier: GPL-3.0-or-later
#include "EndLabels.h"

#include "BarColumns.h"
#include "ChartFonts.h"
#include "ChartText.h"
#include "LabelSpread.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <ranges>

namespace tickmark::charts {

namespace {

constexpr double kLongestLeader = 72; // from the last value to its label

constexpr double kPlotToName = 12;
constexpr double kNameToValue = 20;
constexpr double kSampleLength = 41; // of the line style, under the name; no dash begins at its end
constexpr double kSampleBelow = 15;  // from the middle of the name
constexpr double kSampleRoom = 16;
constexpr double kSampleBefore = 24; // its length before a name
constexpr double kSampleToName = 7;
constexpr double kMostShare = 0.45; // of a page's width: beyond it the curves need the room more than samples do

constexpr double kNameShare = 0.3; // of the width of a page
constexpr int kLeastName = 11;     // px

int namePixels(const QString &name, const PaneContext &context)
{
    int pixels = context.metrics.endLabelText;
    while (!context.metrics.onScreen && pixels > kLeastName
           && textWidth(chartFont(pixels, true), name) > kNameShare * context.right)
        --pixels;
    return pixels;
}

QFont nameFont(const EndLabel &label, const ChartMetrics &metrics)
{
    return chartFont(label.namePixels > 0 ? label.namePixels : metrics.endLabelText, true);
}

int noteSize(const ChartMetrics &metrics)
{
    return std::max(11, metrics.endLabelText - 3);
}

//! Whether the curve runs on from a point to a later quote, in view or not.
bool runsOn(const PlannedCurve &curve, const CurvePoint &last, const ChartPlan &plan)
{
    const auto next = curve.layer->quoteAfter(plan.timeScale, {last.session, {}});
    return next && !hasSessionBetween(last.session, next->session, *curve.calendar, *plan.timeScale);
}

QString noteOf(const PlannedPane &pane, const PlannedCurve &curve, const CurvePoint &last, const ChartPlan &plan)
{
    if (curve.base && curve.base->session != pane.base)
        return plan.texts.baseOf(curve.base->session);
    // Only sessions of the instrument's own market count: others may trade on its holidays.
    if (plan.days.empty() || runsOn(curve, last, plan))
        return {};
    const core::SessionDate end = plan.days.back().date;
    const auto newest = curve.calendar->isSession(end) ? curve.calendar->session(end)
                                                       : curve.calendar->sessionBefore(end);
    return newest && last.session < newest->date ? plan.texts.asOf(last.session) : QString();
}

//! Where the samples of the line styles stand.
enum class SamplePlace {
    None,
    Below,  // under each name
    Before, // beside it, on a page whose labels are too many for that
};

//! From the plot to the right end of the values; `indent`: to the names.
double widthOf(const std::vector<EndLabel> &labels, const ChartMetrics &metrics, double indent)
{
    double names = 0;
    double values = 0;
    double notes = 0;
    for (const EndLabel &label : labels) {
        names = std::max(names, textWidth(nameFont(label, metrics), label.name));
        values = std::max(values, textWidth(chartFont(metrics.endLabelText), label.value));
        notes = std::max(notes, textWidth(chartFont(noteSize(metrics)), label.note));
    }
    return indent + std::max(names + kNameToValue + values, notes);
}

SamplePlace samplePlace(const std::vector<EndLabel> &labels, const PaneContext &context)
{
    const bool lines = context.spec().kind == PaneKind::Price && !context.spec().candles;
    // In colour only patterns tell curves apart once their colours come again; on a screen the pane's head does.
    const bool areColorsEnough = context.metrics.onScreen || std::ranges::all_of(labels, [](const EndLabel &label) {
                                     return label.style.dashes.isEmpty();
                                 });
    if (!lines || (!context.plan->theme.isPrint() && areColorsEnough))
        return SamplePlace::None;
    const double needed = double(labels.size()) * (context.metrics.endLabelStep + kSampleRoom);
    if (needed <= context.plot.height())
        return SamplePlace::Below;
    const double beside = widthOf(labels, context.metrics, kPlotToName + kSampleBefore + kSampleToName);
    return !context.metrics.onScreen && beside <= kMostShare * context.right ? SamplePlace::Before : SamplePlace::None;
}

//! From the plot to the names.
double indentOf(SamplePlace samples)
{
    return samples == SamplePlace::Before ? kPlotToName + kSampleBefore + kSampleToName : kPlotToName;
}

double noteHeight(const ChartMetrics &metrics)
{
    return noteSize(metrics) + 5;
}

//! In a given size names and values go before notes, so that no label is cut.
void dropNotes(std::vector<EndLabel> &labels, const PaneContext &context, double room)
{
    double height = 0;
    for (const EndLabel &label : labels)
        height += context.metrics.endLabelStep + (label.note.isEmpty() ? 0 : noteHeight(context.metrics));
    if (height <= room)
        return;
    for (EndLabel &label : labels)
        label.note.clear();
}

//! Room under the middle of the name.
double roomBelow(const EndLabel &label, const PaneContext &context, bool samples)
{
    double room = context.metrics.endLabelStep / 2;
    if (!label.note.isEmpty())
        room += noteHeight(context.metrics);
    return samples ? room + kSampleRoom : room;
}

} // namespace

QString fittingName(const QString &name, const QFont &font, const PaneContext &context)
{
    if (context.metrics.onScreen)
        return name;
    return QFontMetricsF(font).elidedText(name, Qt::ElideRight, kNameShare * context.right);
}

std::vector<EndLabel> endLabels(const PaneContext &context)
{
    std::vector<EndLabel> labels;
    int decimals = 0;
    for (const PlannedCurve &curve : context.spec().curves) {
        if (const auto last = curve.layer->lastVisible(*context.x))
            decimals = std::max(decimals, context.decimalsOf(curve, last->value));
    }
    for (const PlannedCurve &curve : context.spec().curves) {
        const auto last = curve.layer->lastVisible(*context.x);
        if (!last)
            continue;
        const int pixels = namePixels(curve.name, context);
        labels.push_back({fittingName(curve.name, chartFont(pixels, true), context),
                          context.valueText(last->value, decimals), noteOf(context.spec(), curve, *last, *context.plan),
                          *last, context.wordColor(curve), curve.style, 0, pixels});
    }
    return labels;
}

double endLabelsWidth(const std::vector<EndLabel> &labels, const PaneContext &context)
{
    return widthOf(labels, context.metrics, indentOf(samplePlace(labels, context)));
}

double fullEndLabelsHeight(const PlannedPane &pane, const ChartPlan &plan, const ChartMetrics &metrics)
{
    constexpr int kProbeColumns = 2000;
    const XMap view(plan.timeScale, plan.view(), 0, kProbeColumns, PixelGrid());
    double height = 0;
    for (const PlannedCurve &curve : pane.curves) {
        const auto last = curve.layer->lastVisible(view);
        const bool noted = last && !noteOf(pane, curve, *last, plan).isEmpty();
        height += metrics.endLabelStep + (noted ? noteHeight(metrics) : 0);
    }
    return height;
}

void placeEndLabels(std::vector<EndLabel> &labels, const PaneContext &context)
{
    const double half = context.metrics.endLabelStep / 2;
    // Above the plot there may be a head or lane, or nothing to draw on at all.
    const double top = std::max(context.plot.top() - half, 0.0);
    const double bottom = context.plot.bottom() + half;
    dropNotes(labels, context, bottom - top);
    const bool samples = samplePlace(labels, context) == SamplePlace::Below;
    std::vector<SpreadLabel> wanted;
    for (const EndLabel &label : labels) {
        const double y = std::clamp(context.y.y(label.last.value), context.plot.top(), context.plot.bottom());
        wanted.push_back({y, half, roomBelow(label, context, samples)});
    }
    const std::vector<double> lines = spreadLabels(wanted, top, bottom);
    for (std::size_t i = 0; i < labels.size(); ++i)
        labels[i].middle = lines[i];
}

void drawEndDots(QPainter &painter, const PaneContext &context, const std::vector<EndLabel> &labels)
{
    if (context.spec().kind == PaneKind::Volume || context.spec().candles)
        return;
    painter.setPen(Qt::NoPen);
    for (const EndLabel &label : labels | std::views::reverse) {
        painter.setBrush(label.color);
        painter.drawEllipse(context.position(label.last), context.metrics.dotRadius, context.metrics.dotRadius);
    }
}

void drawEndLabels(QPainter &painter, const PaneContext &context, const std::vector<EndLabel> &labels)
{
    const QFont valueFont = chartFont(context.metrics.endLabelText);
    const QFont noteFont = chartFont(noteSize(context.metrics));
    const double drop = baselineBelowMiddle(valueFont);
    const double left = context.plot.right() + kPlotToName;
    const SamplePlace samples = samplePlace(labels, context);
    const double nameLeft = context.plot.right() + indentOf(samples);
    for (const EndLabel &label : labels) {
        if (context.spec().kind == PaneKind::Price) {
            const QPointF dot = context.position(label.last);
            const double bend = std::max(dot.x() + context.metrics.dotRadius + 1, left - 12);
            // Across the plot, from a curve that ended long ago, it would be taken for a part of the curve.
            const bool reaches = !context.spec().candles && left - dot.x() < kLongestLeader;
            const double start = reaches ? dot.x() + context.metrics.dotRadius : context.plot.right();
            painter.setPen(QPen(label.color, 0.8));
            painter.setBrush(Qt::NoBrush);
            painter.drawPolyline(
                QPolygonF{QPointF(start, dot.y()), QPointF(bend, label.middle), QPointF(left - 4, label.middle)});
        }
        drawText(painter, QPointF(nameLeft, label.middle + drop), label.name, nameFont(label, context.metrics),
                 label.color);
        drawTextEndingAt(painter, QPointF(context.right, label.middle + drop), label.value, valueFont, label.color);
        double y = label.middle + kSampleBelow;
        if (samples == SamplePlace::Before) {
            painter.setPen(label.style.pen());
            painter.drawLine(QPointF(left, label.middle), QPointF(left + kSampleBefore, label.middle));
        } else if (samples == SamplePlace::Below) {
            painter.setPen(label.style.pen());
            painter.drawLine(QPointF(left, y), QPointF(left + kSampleLength, y));
            y += kSampleRoom;
        }
        if (!label.note.isEmpty())
            drawText(painter, QPointF(nameLeft, y + noteSize(context.metrics) * 0.4), label.note, noteFont,
                     context.plan->theme.secondary);
    }
}

} // namespace tickmark::charts
