// SPDX-License-Identifier: GPL-3.0-or-later
#include "PaneReadings.h"

#include "DamagedTicks.h"

#include <algorithm>
#include <functional>

namespace tickmark::charts {

namespace {

const QString kNothing{QChar(0x2013)};

//! On the clock of the labels: a session of one day may begin on the evening before.
bool showsSeveralDates(const ChartPlan &plan)
{
    const AxisRange view = plan.view();
    return plan.zone.dateAt(plan.timeScale->toTime(view.begin))
           != plan.zone.dateAt(plan.timeScale->toTime(std::max(view.begin, view.end - 1)));
}

QString whenText(const ChartPlan &plan, const CrosshairStop &stop)
{
    const core::Formats &formats = plan.texts.formats();
    if (!stop.intraday)
        return formats.date(stop.session);
    if (plan.hasTicks()) {
        const QString clock = formats.exactClockTime(stop.time, plan.zone);
        return showsSeveralDates(plan) ? formats.date(plan.zone.dateAt(stop.time)) + QStringLiteral("  ") + clock
                                       : clock;
    }
    return showsSeveralDates(plan) ? formats.shortTime(stop.time, plan.zone) : formats.clockTime(stop.time, plan.zone);
}

//! Curves and absent instruments in the order in which the spec names them.
std::vector<CurveReading> inOrder(const PaneContext &context,
                                  const std::function<CurveReading(const PlannedCurve &, std::size_t)> &read)
{
    std::vector<CurveReading> readings;
    const PlannedPane &pane = context.spec();
    for (const QString &symbol : context.plan->spec.panes[context.pane].symbols) {
        const auto curve = std::ranges::find(pane.curves, symbol, &PlannedCurve::symbol);
        if (curve != pane.curves.end()) {
            readings.push_back(read(*curve, std::size_t(curve - pane.curves.begin())));
            continue;
        }
        const auto absent = std::ranges::find(pane.absent, symbol, &AbsentCurve::symbol);
        if (absent != pane.absent.end())
            readings.push_back({symbol, absent->name, absent->style.color, 0, kNothing});
    }
    return readings;
}

bool showsDirection(const PlannedPane &pane)
{
    return pane.candles || (pane.kind == PaneKind::Volume && pane.curves.size() == 1);
}

//! Whether a bar is the one of a stop, not an earlier one.
bool isOf(const CurveQuote &quote, const PlannedCurve &curve, const CrosshairStop &stop)
{
    if (stop.intraday && !curve.ticks && !curve.series.isDaily())
        return stop.time.ns < quote.time.ns + curve.series.intervalNs;
    return quote.session == stop.session;
}

QString candleText(const PaneContext &context, const PlannedCurve &curve, const CurveQuote &quote)
{
    int decimals = 0;
    for (const double value : {quote.open, quote.high, quote.low, quote.value})
        decimals = std::max(decimals, context.decimalsOf(curve, value));
    const auto text = [&](double value) { return context.valueText(value, decimals); };
    return context.plan->texts.openHighLowClose(text(quote.open), text(quote.high), text(quote.low), text(quote.value));
}

//! The last tick's value with the lowest and highest of its device column beside it, where there are others.
QString valueText(const PaneContext &context, const PlannedCurve &curve, const CurveQuote &quote)
{
    const QString value = context.valueText(quote.value, context.decimalsOf(curve, quote.value));
    if (!curve.ticks || context.spec().kind == PaneKind::Volume || quote.low >= quote.high)
        return value;
    return value + QStringLiteral(" (") + context.valueText(quote.low, context.decimalsOf(curve, quote.low))
           + QStringLiteral(" \u2013 ") + context.valueText(quote.high, context.decimalsOf(curve, quote.high)) + u')';
}

PaneReading titled(const PaneContext &context, const QString &when)
{
    return {context.spec().title,
            context.spec().note,
            when,
            {},
            damageNotes(*context.plan, context.spec()).join(QStringLiteral("; "))};
}

} // namespace

std::vector<PaneReading> readingsAt(const std::vector<PaneContext> &panes, const CrosshairStop &stop)
{
    std::vector<PaneReading> readings;
    for (const PaneContext &context : panes) {
        PaneReading reading = titled(context, whenText(*context.plan, stop));
        reading.curves = inOrder(context, [&](const PlannedCurve &curve, std::size_t) {
            CurveReading result{curve.symbol, curve.name, context.wordColor(curve), 0, kNothing};
            const auto quote = curve.layer->quoteAt(context.plan->timeScale, stop.moment());
            // What was traded on an earlier day was not traded on this one.
            const bool wholeBar = context.spec().candles || context.spec().kind == PaneKind::Volume;
            if (!quote || (wholeBar && !isOf(*quote, curve, stop)))
                return result;
            if (showsDirection(context.spec()))
                result.direction = quote->direction;
            result.text = context.spec().candles ? candleText(context, curve, *quote)
                                                 : valueText(context, curve, *quote);
            result.isFinal = quote->isFinal;
            // An earlier quote is not one of this session, and says so.
            if (quote->session != stop.session)
                result.text += QStringLiteral(" (") + context.plan->texts.shortDate(quote->session) + u')';
            return result;
        });
        readings.push_back(std::move(reading));
    }
    return readings;
}

std::vector<PaneReading> readingsOf(const std::vector<PaneContext> &panes, const Measurement &range)
{
    std::vector<PaneReading> readings;
    for (std::size_t i = 0; i < panes.size() && i < range.panes.size(); ++i) {
        const PaneContext &context = panes[i];
        const core::Formats &formats = context.plan->texts.formats();
        PaneReading reading = titled(context, rangeText(*context.plan, range));
        reading.curves = inOrder(context, [&](const PlannedCurve &curve, std::size_t index) {
            CurveReading result{curve.symbol, curve.name, context.wordColor(curve), 0, kNothing};
            const MeasuredCurve &measured = range.panes[i][index];
            if (context.spec().kind == PaneKind::Volume && measured.volume)
                result.text = context.valueText(*measured.volume, context.decimalsOf(curve, *measured.volume));
            else if (context.spec().kind == PaneKind::Price && measured.percent)
                result.text = isRebased(context.spec().scale) ? formats.signedNumber(*measured.percent, 2)
                                                              : formats.signedPercent(*measured.percent);
            return result;
        });
        readings.push_back(std::move(reading));
    }
    return readings;
}

std::vector<PaneReading> emptyReadings(const std::vector<PaneContext> &panes)
{
    std::vector<PaneReading> readings;
    for (const PaneContext &context : panes) {
        readings.push_back(titled(context, {}));
        readings.back().curves = inOrder(context, [&](const PlannedCurve &curve, std::size_t) {
            return CurveReading{curve.symbol, curve.name, context.wordColor(curve), 0, kNothing};
        });
    }
    return readings;
}

QString rangeText(const ChartPlan &plan, const Measurement &range)
{
    return range.from.intraday ? plan.texts.timeRange(range.from.time, range.to.time, plan.zone)
                               : plan.texts.dateRange(range.from.session, range.to.session);
}

QString spokenReadings(const std::vector<PaneReading> &readings)
{
    QStringList panes;
    for (const PaneReading &reading : readings) {
        QStringList values;
        for (const CurveReading &curve : reading.curves)
            values.append(curve.name + u' ' + curve.text);
        QStringList heads{reading.title, reading.note, reading.when, reading.warning};
        if (reading.warning.isEmpty())
            heads.removeLast();
        panes.append(heads.join(QStringLiteral(", ")) + QStringLiteral(": ") + values.join(QStringLiteral("; ")));
    }
    return panes.join(QStringLiteral(". "));
}

} // namespace tickmark::charts
