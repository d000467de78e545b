// SPDX-License-Identifier: GPL-3.0-or-later
#include "Crosshair.h"

#include <algorithm>

namespace tickmark::charts {

namespace {

const std::vector<AxisDay> &daysOf(const ChartPlan &plan)
{
    return plan.allDays ? *plan.allDays : plan.days;
}

//! The curve whose bars are the stops: the first intraday one, if there is any, else the first.
const PlannedCurve *leadingCurve(const ChartPlan &plan)
{
    const PlannedCurve *first = nullptr;
    for (const PlannedPane &pane : plan.panes) {
        for (const PlannedCurve &curve : pane.curves) {
            if (plan.intraday && !curve.series.isDaily())
                return &curve;
            if (!first)
                first = &curve;
        }
    }
    return first;
}

//! The first curve with a bar on that very session says where the line stands.
qint64 lineOf(const ChartPlan &plan, const AxisDay &day)
{
    for (const PlannedPane &pane : plan.panes) {
        for (const PlannedCurve &curve : pane.curves) {
            const auto quote = curve.layer->quoteAt(plan.timeScale, day.slot.end - 1);
            if (quote && quote->session == day.date)
                return quote->axis;
        }
    }
    return day.slot.begin + (day.slot.end - day.slot.begin) / 2;
}

CrosshairStop stopOn(const ChartPlan &plan, const AxisDay &day)
{
    const core::Time lastMoment = plan.timeScale->toTime(day.regular.end - 1);
    return {core::Time{lastMoment.ns + 1}, day.date, day.slot.end - 1, lineOf(plan, day), false};
}

CrosshairStop stopOf(const ChartPlan &plan, const CurveQuote &quote)
{
    return {quote.time, quote.session, plan.timeScale->toAxis(quote.time), quote.axis, true};
}

std::optional<CrosshairStop> stopOn(const ChartPlan &plan, const PlannedCurve &curve, qint64 axis)
{
    const auto quote = curve.layer->quoteAt(plan.timeScale, axis);
    return quote ? std::optional(stopOf(plan, *quote)) : std::nullopt;
}

} // namespace

std::optional<CrosshairStop> stopAt(const ChartPlan &plan, qint64 axis)
{
    const PlannedCurve *curve = leadingCurve(plan);
    if (!curve)
        return std::nullopt;
    if (plan.intraday)
        return stopOn(plan, *curve, axis);
    const std::vector<AxisDay> &days = daysOf(plan);
    const auto after = std::ranges::partition_point(days, [&](const AxisDay &day) { return day.slot.begin <= axis; });
    if (after == days.begin())
        return std::nullopt;
    return stopOn(plan, *std::prev(after));
}

std::optional<CrosshairStop> stopBy(const ChartPlan &plan, core::Time time)
{
    if (plan.intraday)
        return stopAt(plan, plan.timeScale->toAxis(time));
    // The close itself belongs to its session, though it stands where the next one opens.
    const qint64 axis = plan.timeScale->toAxis(core::Time{time.ns - 1});
    const bool closed = plan.timeScale->toTime(axis) > time;
    return stopAt(plan, closed ? axis - 1 : axis);
}

CrosshairStop stepped(const ChartPlan &plan, const CrosshairStop &from, int bars)
{
    const PlannedCurve *curve = leadingCurve(plan);
    if (!curve)
        return from;
    const std::vector<AxisDay> &days = daysOf(plan);
    CrosshairStop stop = from;
    for (int left = std::abs(bars); left > 0; --left) {
        // Daily bars begin before the axis position that they are read at.
        const auto quote = bars > 0 ? curve->layer->quoteAfter(plan.timeScale, stop.axis)
                                    : curve->layer->quoteAt(plan.timeScale, stop.axis);
        if (!quote)
            return stop;
        if (plan.intraday) {
            const auto next = bars > 0 ? std::optional(stopOf(plan, *quote)) : stopOn(plan, *curve, stop.axis - 1);
            if (!next)
                return stop;
            stop = *next;
            continue;
        }
        // The crosshair may stand on a session that this curve has no bar of: the one before is a step then.
        core::SessionDate date = quote->session;
        if (bars < 0 && date == stop.session) {
            const auto day = std::ranges::find(days, date, &AxisDay::date);
            const auto earlier = day == days.end() ? std::nullopt
                                                   : curve->layer->quoteAt(plan.timeScale, day->slot.begin - 1);
            if (!earlier)
                return stop;
            date = earlier->session;
        }
        const auto day = std::ranges::lower_bound(days, date, {}, &AxisDay::date);
        if (day == days.end() || day->date != date)
            return stop;
        stop = stopOn(plan, *day);
    }
    return stop;
}

} // namespace tickmark::charts
