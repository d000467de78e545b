// SPDX-License-Identifier: GPL-3.0-or-later
//
// What TickLayer says of its values, from full data whatever is drawn.
#include "TickLayer.h"

#include <algorithm>

namespace tickmark::charts {

namespace {

//! The edges of the device column that holds an axis position.
std::vector<qint64> columnAround(const core::TimeScale &scale, qint64 axis, qint64 nsPerColumn)
{
    const qint64 inside = axis % nsPerColumn;
    const qint64 begin = axis - (inside < 0 ? inside + nsPerColumn : inside);
    return leastTimes(scale, {begin, begin + nsPerColumn});
}

} // namespace

//! The least time that does not count for a moment any more.
core::Time TickLayer::endOf(const CurveMoment &moment) const
{
    if (moment.intraday)
        return core::Time{moment.time.ns + 1};
    const core::SessionCalendar &calendar = *m_curve->calendar;
    auto session = calendar.session(moment.session);
    if (!session)
        session = calendar.sessionBefore(moment.session);
    return session ? officialHours(*session, calendar).end : moment.session.utcMidnight();
}

std::optional<CurveQuote> TickLayer::quoteAt(const std::shared_ptr<const core::TimeScale> &scale,
                                             const CurveMoment &moment) const
{
    if (!isLine() && moment.intraday) {
        // A bar is told whole, with what comes after the moment in it.
        if (const auto bar = barQuote(scale, moment.time))
            return bar;
    }
    const auto last = ticks::lastTickBefore(*m_curve->snapshot, cache(), endOf(moment));
    if (!last.tick)
        return std::nullopt;
    if (!isLine())
        return barQuote(scale, last.tick->time);
    return quoteOf(scale, *last.tick, last.isFinal, moment.nsPerColumn);
}

std::optional<CurveQuote> TickLayer::quoteAfter(const std::shared_ptr<const core::TimeScale> &scale,
                                                const CurveMoment &moment) const
{
    core::Time from = endOf(moment);
    if (!isLine()) {
        // The rest of the bar that the moment lies in is not after it; a close may have cut it short.
        const TickBars made = tickBars(*m_curve, *scale, m_kept->barsInterval, {core::Time{from.ns - 1}, from});
        if (!made.history.bars.empty()) {
            const core::Bar &bar = made.history.bars.back();
            const core::Time end = core::barSpan(bar, made.history.series, *m_curve->calendar).end;
            const TickBars rest = tickBars(*m_curve, *scale, m_kept->barsInterval, {from, std::max(from, end)});
            for (const core::Bar &next : rest.history.bars) {
                if (bar.start < next.start)
                    return barQuote(scale, next.start);
            }
            from = std::max(from, end);
        }
    }
    const auto next = ticks::firstTickFrom(*m_curve->snapshot, cache(), from);
    if (!next.tick)
        return std::nullopt;
    if (!isLine())
        return barQuote(scale, next.tick->time);
    // Of several at one time the last one counts, as everywhere.
    const auto last = ticks::lastTickBefore(*m_curve->snapshot, cache(), core::Time{next.tick->time.ns + 1});
    return quoteOf(scale, last.tick.value_or(*next.tick), next.isFinal && last.isFinal, moment.nsPerColumn);
}

CurveQuote TickLayer::quoteOf(const std::shared_ptr<const core::TimeScale> &scale, const core::Tick &tick, bool isFinal,
                              qint64 nsPerColumn) const
{
    CurveQuote quote;
    quote.value = quote.low = quote.high = quote.open = valueOf(tick);
    quote.price = core::toDouble(core::Price{tick.price, m_curve->series.priceDecimals});
    quote.time = tick.time;
    quote.session = m_curve->sessionOf(tick.time);
    quote.axis = scale->toAxis(tick.time);
    quote.isFinal = isFinal;
    if (nsPerColumn > 0) {
        const std::vector<qint64> edges = columnAround(*scale, quote.axis, nsPerColumn);
        std::array<ticks::Column, 1> column;
        ticks::queryColumns(*m_curve->snapshot, cache(), {edges, nullptr, false}, column);
        if (column.front().hasTicks) {
            quote.low = m_values.ofPrice(column.front().low);
            quote.high = m_values.ofPrice(column.front().high);
            quote.open = m_values.ofPrice(column.front().first);
        }
        quote.isFinal = quote.isFinal && column.front().isFinal;
    }
    return quote;
}

//! Of the bar that a tick at `time` is in.
std::optional<CurveQuote> TickLayer::barQuote(const std::shared_ptr<const core::TimeScale> &scale,
                                              core::Time time) const
{
    const qint64 interval = m_kept->barsInterval;
    TickBars made = tickBars(*m_curve, *scale, interval, {time, core::Time{time.ns + 1}});
    if (made.history.bars.empty())
        return std::nullopt;
    const core::Bar bar = made.history.bars.front();
    // A volume bar shows the move since the bar before.
    const auto before = ticks::lastTickBefore(*m_curve->snapshot, cache(), bar.start);
    if (before.tick) {
        core::Bar former = bar;
        former.open = former.high = former.low = former.close = before.tick->price;
        former.start = core::Time{bar.start.ns - 1};
        former.session = m_curve->sessionOf(before.tick->time);
        made.history.bars = {former, bar};
    }
    const BarCurveLayer layer(std::make_shared<const core::BarHistory>(std::move(made.history)), m_values, m_look);
    const auto quote = layer.quoteAt(scale, {bar.session, bar.start, true});
    if (!quote)
        return std::nullopt;
    CurveQuote result = *quote;
    result.time = bar.start;
    result.isFinal = made.isFinal && before.isFinal;
    return result;
}

std::optional<CurveSpan> TickLayer::spanBetween(const CurveMoment &from, const CurveMoment &to) const
{
    const std::array edges{endOf(from).ns, std::max(endOf(from), endOf(to)).ns};
    std::array<ticks::Column, 1> column;
    ticks::queryColumns(*m_curve->snapshot, cache(), {edges, nullptr, m_values.isVolume()}, column);
    if (!column.front().hasTicks)
        return std::nullopt;
    CurveSpan span;
    const int decimals = m_curve->series.priceDecimals;
    span.low = core::toDouble(core::Price{column.front().low, decimals});
    span.high = core::toDouble(core::Price{column.front().high, decimals});
    if (m_values.isVolume())
        span.volume = m_values.of(barOf(column.front())).value_or(0);
    span.sessions = int(m_curve->calendar->sessions(from.session.plusDays(1), to.session).size());
    return span;
}

} // namespace tickmark::charts
