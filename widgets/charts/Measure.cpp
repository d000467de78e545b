// SPDX-License-Identifier: GPL-3.0-or-later
#include "Measure.h"

#include <core/ShownPrice.h>

#include <algorithm>

namespace tickmark::charts {

namespace {

MeasuredCurve measured(const ChartPlan &plan, const PlannedPane &pane, const PlannedCurve &curve,
                       const Measurement &range)
{
    const auto from = curve.layer->quoteAt(plan.timeScale, range.from.moment());
    const auto to = curve.layer->quoteAt(plan.timeScale, range.to.moment());
    const double price = to ? to->price : from ? from->price : 0;
    const int decimals = core::shownDecimals(price, curve.series.priceDecimals, curve.ownDecimals);
    MeasuredCurve result{curve.symbol, curve.name, curve.style, decimals, {}, {}, {}, {}, {}, {}, {}};
    if (from)
        result.from = from->price;
    if (to)
        result.to = to->price;
    if (from && to) {
        result.change = to->price - from->price;
        // Over a hole the earlier quote counts, and its date is told.
        if (from->session != range.from.session || to->session != range.to.session)
            result.name += QStringLiteral(" (") + plan.texts.dateRange(from->session, to->session) + u')';
        if (from->price > 0)
            result.percent = (to->price / from->price - 1) * 100;
    }
    if (const auto span = curve.layer->spanBetween(range.from.moment(), range.to.moment())) {
        result.high = span->high;
        result.low = span->low;
        if (pane.kind == PaneKind::Volume)
            result.volume = span->volume;
    }
    return result;
}

//! Dates after the start up to the end on which any exchange of the axis trades.
int sessionsBetween(const ChartPlan &plan, core::SessionDate from, core::SessionDate to)
{
    const std::vector<AxisDay> &days = plan.allDays ? *plan.allDays : plan.days;
    return int(std::ranges::count_if(days, [&](const AxisDay &day) {
        return from < day.date && day.date <= to
               && (plan.calendars.empty()
                   || std::ranges::any_of(plan.calendars, [&](const core::CalendarPtr &calendar) {
                          return calendar->isSession(day.date);
                      }));
    }));
}

} // namespace

Measurement measure(const ChartPlan &plan, const CrosshairStop &a, const CrosshairStop &b)
{
    Measurement result{a, b, 0, {}};
    const bool reversed = a.intraday ? b.time < a.time : b.session < a.session;
    if (reversed)
        std::swap(result.from, result.to);
    result.sessions = sessionsBetween(plan, result.from.session, result.to.session);
    for (const PlannedPane &pane : plan.panes) {
        std::vector<MeasuredCurve> curves;
        for (const PlannedCurve &curve : pane.curves)
            curves.push_back(measured(plan, pane, curve, result));
        result.panes.push_back(std::move(curves));
    }
    return result;
}

} // namespace tickmark::charts
