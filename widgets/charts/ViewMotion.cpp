// SPDX-License-Identifier: GPL-3.0-or-later
#include "ViewMotion.h"

#include "BarColumns.h"

#include <algorithm>
#include <cmath>

namespace tickmark::charts {

namespace {

constexpr double kRoom = 0.02;   // beyond the data, part of their width
constexpr qint64 kLeastBars = 5; // in a view
constexpr qint64 kLeastRoomBars = 1;
constexpr qint64 kTickWidth = core::kNsPerSecond / 1000; // what a tick counts as: a view holds some of these at least
constexpr double kRoomAhead = 0.05;                      // before the newest tick when it is followed, part of the view

} // namespace

std::optional<ViewLimits> ViewLimits::of(const ChartContent &content, const QStringList &symbols,
                                         const core::TimeScale &scale)
{
    std::optional<ViewLimits> limits;
    bool daily = true;
    for (const QString &symbol : symbols) {
        const auto found = content.curves.find(symbol);
        if (found == content.curves.end() || !found->second.bars || found->second.bars->bars.empty())
            continue;
        const core::BarHistory &history = *found->second.bars;
        daily = daily && history.series.isDaily();
        const AxisRange first = barSlot(history.bars.front(), history, scale);
        AxisRange last = barSlot(history.bars.back(), history, scale);
        const qint64 width = std::max({last.end - last.begin, first.end - first.begin, qint64(1)});
        const auto &ticks = found->second.ticks;
        // A session that is running ends with its newest tick.
        if (ticks && history.bars.back().session <= ticks->sessionOf(ticks->snapshot->lastTime()))
            last.end = scale.toAxis(ticks->newest()) + 1;
        const qint64 newest = ticks ? scale.toAxis(ticks->newest()) + 1 : last.end;
        if (!limits) {
            limits = ViewLimits{{first.begin, last.end}, {}, newest, width, 1};
        } else {
            limits->newest = std::max(limits->newest, newest);
            limits->data = {std::min(limits->data.begin, first.begin), std::max(limits->data.end, last.end)};
            limits->bar = std::min(limits->bar, width);
        }
        if (ticks) {
            limits->data.begin = std::min(limits->data.begin, scale.toAxis(ticks->snapshot->firstTime()));
            limits->bar = std::min(limits->bar, kTickWidth);
            limits->ticks = true;
        }
        // Intraday bars are a part of what there is: zooming out finds the daily ones again.
        const auto &closes = found->second.dailyCloses;
        if (closes && !closes->bars.empty()) {
            limits->data.begin = std::min(limits->data.begin, barSlot(closes->bars.front(), *closes, scale).begin);
            limits->data.end = std::max(limits->data.end, barSlot(closes->bars.back(), *closes, scale).end);
        }
    }
    if (!limits)
        return std::nullopt;
    const qint64 room = std::max(qint64(kRoom * double(limits->data.end - limits->data.begin)),
                                 kLeastRoomBars * limits->bar);
    limits->bounds = {limits->data.begin - room, limits->data.end + room};
    if (scale.isTradingTime() && !scale.openRanges().empty()) {
        // Before the first opening and after the last close trading time stands still.
        limits->bounds.begin = std::max(limits->bounds.begin, scale.toAxis(scale.openRanges().front().begin));
        limits->bounds.end = std::min(limits->bounds.end, scale.toAxis(scale.openRanges().back().end));
    }
    // A single session shows its intraday bars.
    const qint64 leastBars = daily && content.hasIntraday && !limits->ticks ? 1 : kLeastBars;
    limits->leastSpan = std::min(leastBars * limits->bar, limits->bounds.end - limits->bounds.begin);
    return limits;
}

AxisRange panned(AxisRange view, qint64 by, const ViewLimits &limits)
{
    const qint64 span = view.end - view.begin;
    // A view as wide as everything has nowhere to go; a narrow one keeps a bar, and stays on the axis.
    const qint64 first = std::max(limits.data.begin - span + limits.bar,
                                  std::min(limits.bounds.begin, limits.data.begin));
    const qint64 last = std::max(first, std::min(limits.data.end - limits.bar, limits.bounds.end - span));
    const qint64 begin = std::clamp(view.begin + by, std::min(first, view.begin), std::max(last, view.begin));
    return {begin, begin + span};
}

AxisRange zoomed(AxisRange view, double factor, qint64 around, const ViewLimits &limits)
{
    const qint64 before = std::max<qint64>(view.end - view.begin, 1);
    const auto wanted = qint64(std::llround(double(before) / factor));
    // A view that was set narrower or wider than the limits does not jump to them.
    const qint64 least = std::min(limits.leastSpan, before);
    const qint64 most = std::max(limits.bounds.end - limits.bounds.begin, before);
    const qint64 span = std::clamp(wanted, least, std::max(least, most));
    const double part = double(around - view.begin) / double(before);
    AxisRange result{around - qint64(std::llround(part * double(span))), 0};
    result.end = result.begin + span;
    if (span < before)
        return result;
    // Zooming out at the edge of the data shows more on the side that has some.
    const qint64 begin = std::max(std::min(result.begin, limits.bounds.end - span),
                                  std::min(limits.bounds.begin, view.begin));
    return {begin, begin + span};
}

AxisRange followed(AxisRange view, qint64 nsPerColumn, const ViewLimits &limits)
{
    const qint64 by = (atEnd(view, limits).end - view.end) / nsPerColumn * nsPerColumn;
    // Back only when the newest tick has left the view: a replay has gone back in time.
    const bool isBehind = limits.newest <= view.begin;
    return by > 0 || isBehind ? AxisRange{view.begin + by, view.end + by} : view;
}

AxisRange atEnd(AxisRange view, const ViewLimits &limits)
{
    const qint64 span = view.end - view.begin;
    qint64 end = limits.bounds.end;
    if (limits.ticks)
        end = std::min(end, limits.newest + std::max(qint64(kRoomAhead * double(span)), limits.bar));
    return {end - span, end};
}

AxisRange atStart(AxisRange view, const ViewLimits &limits)
{
    return {limits.bounds.begin, limits.bounds.begin + (view.end - view.begin)};
}

} // namespace tickmark::charts
