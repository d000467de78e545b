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
            if (plan.intraday && curve.isIntraday())
                return &curve;
            if (!first)
                first = &curve;
        }
    }
    return first;
}

//! On the clock of a curve's exchange.
core::TimeRange wholeDay(const PlannedCurve &curve, core::SessionDate date)
{
    const auto midnight = [&](core::SessionDate day) {
        return curve.calendar->zone().fromLocalNs(qint64(day.days()) * core::kNsPerDay);
    };
    return {midnight(date), midnight(date.plusDays(1))};
}

//! From the first opening to the last close of a date; where no exchange opens, the whole day of the leading one.
core::TimeRange hoursOf(const ChartPlan &plan, const PlannedCurve &leading, core::SessionDate date)
{
    std::optional<core::TimeRange> hours;
    for (const core::CalendarPtr &calendar : plan.calendars) {
        const auto session = calendar->session(date);
        if (session && hours)
            hours = core::TimeRange{std::min(hours->begin, session->hours.begin),
                                    std::max(hours->end, session->hours.end)};
        else if (session)
            hours = session->hours;
    }
    return hours ? *hours : wholeDay(leading, date);
}

//! The first curve with a bar on that very session says where the line stands.
qint64 lineOf(const ChartPlan &plan, core::SessionDate date, core::TimeRange hours)
{
    for (const PlannedPane &pane : plan.panes) {
        for (const PlannedCurve &curve : pane.curves) {
            const auto quote = curve.layer->quoteAt(plan.timeScale, {date, hours.end});
            if (quote && quote->session == date)
                return quote->axis;
        }
    }
    const qint64 begin = plan.timeScale->toAxis(hours.begin);
    return begin + (plan.timeScale->toAxis(core::Time{hours.end.ns - 1}) - begin) / 2;
}

CrosshairStop stopOn(const ChartPlan &plan, const PlannedCurve &leading, core::SessionDate date)
{
    const core::TimeRange hours = hoursOf(plan, leading, date);
    return {hours.end, date, lineOf(plan, date, hours), false};
}

CrosshairStop stopOf(const CurveQuote &quote)
{
    return {quote.time, quote.session, quote.axis, true};
}

std::optional<CrosshairStop> barBy(const ChartPlan &plan, const PlannedCurve &curve, core::Time time)
{
    const auto quote = curve.layer->quoteAt(plan.timeScale, {curve.calendar->sessionDateOf(time), time, true});
    return quote ? std::optional(stopOf(*quote)) : std::nullopt;
}

//! Whether a crosshair may stand on a date.
bool isStop(const ChartPlan &plan, core::SessionDate date)
{
    const std::vector<AxisDay> &days = daysOf(plan);
    if (!plan.timeScale->isTradingTime())
        return !days.empty() && days.front().date <= date && date <= days.back().date;
    const auto day = std::ranges::lower_bound(days, date, {}, &AxisDay::date);
    return day != days.end() && day->date == date;
}

//! The session that trades at `time`, or the one before in closed hours.
core::SessionDate dateBy(const ChartPlan &plan, const PlannedCurve &leading, core::Time time)
{
    constexpr int kDaysBack = 3; // of clocks that differ, and of the day that is running
    core::SessionDate date = leading.calendar->sessionDateOf(time).plusDays(1);
    for (int i = 0; i < kDaysBack; ++i, date = date.plusDays(-1)) {
        // The close itself belongs to its session, even where another one has opened.
        if (hoursOf(plan, leading, date).begin <= time && hoursOf(plan, leading, date.plusDays(-1)).end < time)
            break;
    }
    return date;
}

//! One bar of the leading curve further, or back.
std::optional<CrosshairStop> neighbour(const ChartPlan &plan, const PlannedCurve &leading, const CrosshairStop &stop,
                                       bool forward)
{
    const CurveMoment before{stop.session.plusDays(-1), core::Time{stop.time.ns - 1}, stop.intraday};
    if (plan.intraday && !forward)
        return barBy(plan, leading, before.time);
    const auto quote = forward ? leading.layer->quoteAfter(plan.timeScale, stop.moment())
                               : leading.layer->quoteAt(plan.timeScale, before);
    if (!quote)
        return std::nullopt;
    if (plan.intraday)
        return stopOf(*quote);
    return isStop(plan, quote->session) ? std::optional(stopOn(plan, leading, quote->session)) : std::nullopt;
}

} // namespace

std::optional<CrosshairStop> stopAt(const ChartPlan &plan, qint64 axis)
{
    const PlannedCurve *leading = leadingCurve(plan);
    if (!leading)
        return std::nullopt;
    const core::Time time = plan.timeScale->toTime(axis);
    if (plan.intraday)
        return barBy(plan, *leading, time);
    const std::vector<AxisDay> &days = daysOf(plan);
    if (days.empty())
        return std::nullopt;
    if (!plan.timeScale->isTradingTime()) {
        const core::SessionDate date = std::min(leading->calendar->sessionDateOf(time), days.back().date);
        return isStop(plan, date) ? std::optional(stopOn(plan, *leading, date)) : std::nullopt;
    }
    const auto after = std::ranges::partition_point(days, [&](const AxisDay &day) { return day.slot.begin <= axis; });
    if (after == days.begin())
        return std::nullopt;
    return stopOn(plan, *leading, std::prev(after)->date);
}

std::optional<CrosshairStop> stopBy(const ChartPlan &plan, core::Time time)
{
    const PlannedCurve *leading = leadingCurve(plan);
    if (plan.intraday || !leading)
        return stopAt(plan, plan.timeScale->toAxis(time));
    if (!plan.timeScale->isTradingTime()) {
        const core::SessionDate date = dateBy(plan, *leading, time);
        return isStop(plan, date) ? std::optional(stopOn(plan, *leading, date)) : std::nullopt;
    }
    // The close itself belongs to its session, though it stands where the next one opens.
    const qint64 axis = plan.timeScale->toAxis(core::Time{time.ns - 1});
    const bool closed = plan.timeScale->toTime(axis) > time;
    return stopAt(plan, closed ? axis - 1 : axis);
}

std::optional<CrosshairStop> lastStop(const ChartPlan &plan)
{
    const PlannedCurve *leading = leadingCurve(plan);
    const qint64 end = plan.view().end;
    auto stop = stopAt(plan, end - 1);
    // Of a bar that is running the middle may lie further on.
    const auto begin = [&](const CrosshairStop &one) {
        return one.intraday ? std::min(one.line, plan.timeScale->toAxis(one.time)) : one.line;
    };
    while (stop && begin(*stop) >= end) {
        const auto before = neighbour(plan, *leading, *stop, false);
        if (!before)
            break;
        stop = before;
    }
    return stop;
}

std::optional<AxisRange> slotOf(const ChartPlan &plan, core::SessionDate session)
{
    const PlannedCurve *leading = leadingCurve(plan);
    const bool opens = std::ranges::any_of(
        plan.calendars, [&](const core::CalendarPtr &calendar) { return calendar->isSession(session); });
    if (!leading || !opens || !isStop(plan, session))
        return std::nullopt;
    if (plan.timeScale->isTradingTime())
        return std::ranges::lower_bound(daysOf(plan), session, {}, &AxisDay::date)->slot;
    core::TimeRange hours = hoursOf(plan, *leading, session);
    if (!leading->calendar->isRoundTheClock())
        hours = wholeDay(*leading, session);
    return AxisRange{plan.timeScale->toAxis(hours.begin), plan.timeScale->toAxis(hours.end)};
}

CrosshairStop stepped(const ChartPlan &plan, const CrosshairStop &from, int bars)
{
    const PlannedCurve *leading = leadingCurve(plan);
    CrosshairStop stop = from;
    for (int left = leading ? std::abs(bars) : 0; left > 0; --left) {
        const auto next = neighbour(plan, *leading, stop, bars > 0);
        if (!next)
            break;
        stop = *next;
    }
    return stop;
}

} // namespace tickmark::charts
