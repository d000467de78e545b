// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickLayer.h"

#include <algorithm>

namespace tickmark::charts {

namespace {

constexpr double kFineTicks = 4; // in a device column; with more no one can see single ticks

//! Dotted rests and daily places are of bars; bars made of ticks have neither.
BarCurveLayer::Look lookOfBars(BarCurveLayer::Look look)
{
    look.atClose = look.rests = false;
    return look;
}

} // namespace

TickLayer::TickLayer(std::shared_ptr<const TickCurve> curve, std::optional<core::Price> base, double volumeUnit,
                     Look look, const TickLayer *like)
    : m_curve(std::move(curve)),
      m_base(base),
      m_values(look.shape == BarCurveLayer::Shape::Volume ? BarValues::volume(m_curve->series, volumeUnit)
               : base                                     ? BarValues::percentSince(m_curve->series, *base)
                                                          : BarValues::prices(m_curve->series)),
      m_look(std::move(look))
{
    const bool goesOn = like && like->m_curve->pages == m_curve->pages && like->m_values == m_values
                        && like->m_look == m_look;
    m_kept = goesOn ? like->m_kept : std::make_shared<Kept>();
}

core::TimeRange TickLayer::timesOf(const XMap &x, AxisRange columns) const
{
    const std::vector<qint64> times = leastTimes(x.scale(), {x.axisAt(columns.begin), x.axisAt(columns.end)});
    return {core::Time{times[0]}, core::Time{times[1]}};
}

const BarCurveLayer &TickLayer::bars(const XMap &x) const
{
    Kept &kept = *m_kept;
    const qint64 interval = tickBarInterval(x);
    const AxisRange view{x.axisAt(0), x.axisAt(x.columns())};
    const bool same = kept.bars && kept.barsScale == x.sharedScale() && kept.barsView == view
                      && kept.barsInterval == interval && kept.barsSnapshot == m_curve->snapshot
                      && kept.barsLoads == m_curve->pages->loads();
    if (!same) {
        TickBars made = tickBars(*m_curve, x.scale(), interval, timesOf(x, {0, x.columns()}));
        kept.bars = std::make_shared<const BarCurveLayer>(
            std::make_shared<const core::BarHistory>(std::move(made.history)), m_values, lookOfBars(m_look));
        kept.barsScale = x.sharedScale();
        kept.barsView = view;
        kept.barsInterval = interval;
        kept.barsSnapshot = m_curve->snapshot;
        kept.barsLoads = m_curve->pages->loads();
    }
    return *kept.bars;
}

//! Where the line crosses an edge of the view, from the ticks on both sides of it.
std::optional<double> TickLayer::valueAtEdge(const XMap &x, qint64 edge, core::Time time) const
{
    const TickNeighbours ticks = neighboursOf(*m_curve, {time, time});
    if (!ticks.before || !ticks.after)
        return std::nullopt;
    const double before = valueOf(*ticks.before);
    const double after = valueOf(*ticks.after);
    const qint64 from = x.columnOf(ticks.before->time);
    const qint64 to = x.columnOf(ticks.after->time);
    if (m_look.shape == BarCurveLayer::Shape::Step || from >= to)
        return before;
    return before + (after - before) * double(edge - from) / double(to - from);
}

std::optional<ValueRange> TickLayer::visibleRange(const XMap &x) const
{
    if (!isLine())
        return bars(x).visibleRange(x);
    std::optional<ValueRange> range;
    const auto include = [&](double low, double high) {
        range = range ? range->united({low, high}) : ValueRange{low, high};
    };
    const core::TimeRange times = timesOf(x, {0, x.columns()});
    const std::array edges{times.begin.ns, times.end.ns};
    std::array<ticks::Column, 1> all;
    ticks::queryColumns(*m_curve->snapshot, cache(), {edges, nullptr, false}, all);
    if (all.front().hasTicks)
        include(m_values.ofPrice(all.front().low), m_values.ofPrice(all.front().high));
    // Where a line crosses the plot's edges counts, what lies further out does not; nor does what a break leaves out.
    const std::vector<TickBreak> breaks = breaksIn(x);
    for (const auto &[edge, time] : {std::pair(qint64(0), times.begin), std::pair(qint64(x.columns()), times.end)}) {
        const bool broken = std::ranges::any_of(
            breaks, [&](const TickBreak &one) { return one.before.time < time && time <= one.after.time; });
        if (const auto value = broken ? std::nullopt : valueAtEdge(x, edge, time))
            include(*value, *value);
    }
    return range;
}

std::optional<CurvePoint> TickLayer::point(const XMap &x, const core::Tick &tick, qint64 axis) const
{
    const qint64 column = x.columnOf(axis);
    if (!x.isVisible(column))
        return std::nullopt;
    return CurvePoint{column, valueOf(tick), m_curve->sessionOf(tick.time)};
}

std::optional<CurvePoint> TickLayer::lastVisible(const XMap &x) const
{
    if (!isLine())
        return bars(x).lastVisible(x);
    const core::TimeRange times = timesOf(x, {0, x.columns()});
    const auto last = ticks::lastTickBefore(*m_curve->snapshot, cache(), times.end);
    if (!last.tick || last.tick->time < times.begin)
        return std::nullopt;
    return point(x, *last.tick, x.scale().toAxis(last.tick->time));
}

std::optional<CurvePoint> TickLayer::pointAt(const XMap &x, core::SessionDate date) const
{
    const auto session = m_curve->calendar->session(date);
    if (!session)
        return std::nullopt;
    const core::TimeRange hours = officialHours(*session, *m_curve->calendar);
    const auto close = ticks::lastTickBefore(*m_curve->snapshot, cache(), hours.end);
    if (!close.tick || close.tick->time < hours.begin)
        return std::nullopt;
    // The close of a session stands where the next one opens; its tick belongs to this one.
    const core::Time time = std::min(close.tick->time, core::Time{session->hours.end.ns - 1});
    if (!isLine()) {
        const auto quote = barQuote(x.sharedScale(), time);
        const qint64 column = quote ? x.columnOf(quote->axis) : -1;
        return x.isVisible(column) ? std::optional(CurvePoint{column, quote->value, date}) : std::nullopt;
    }
    return point(x, *close.tick, x.scale().toAxis(time));
}

std::vector<TickBreak> TickLayer::breaksIn(const XMap &x) const
{
    const AxisRange view{x.axisAt(0), x.axisAt(x.columns())};
    return m_kept->breaks.in(*m_curve, x, view, neighboursOf(*m_curve, timesOf(x, {0, x.columns()})));
}

std::vector<CurveHole> TickLayer::holes(const XMap &x) const
{
    std::vector<CurveHole> holes;
    const auto here = [&](const core::Tick &tick) {
        return CurvePoint{x.columnOf(tick.time), m_values.isVolume() ? 0 : valueOf(tick),
                          m_curve->sessionOf(tick.time)};
    };
    for (const TickBreak &one : breaksIn(x)) {
        // A missing session and a gap in it are one hole.
        if (!holes.empty() && holes.back().after.column >= x.columnOf(one.after.time))
            continue;
        holes.push_back({here(one.before), here(one.after)});
    }
    const core::TimeRange times = timesOf(x, {0, x.columns()});
    if (m_curve->outage && m_curve->snapshot->lastTime() < times.end && times.begin < *m_curve->outage) {
        const auto last = ticks::lastTickBefore(*m_curve->snapshot, cache(), times.end);
        if (last.tick && last.tick->time == m_curve->snapshot->lastTime()) {
            CurvePoint now = here(*last.tick);
            now.column = x.columnOf(*m_curve->outage);
            holes.push_back({here(*last.tick), now, true});
        }
    }
    return holes;
}

bool TickLayer::isFine(const XMap &x) const
{
    const core::TimeRange times = timesOf(x, {0, x.columns()});
    const core::Time begin = std::max(times.begin, m_curve->snapshot->firstTime());
    const core::Time end = std::min(times.end, core::Time{m_curve->snapshot->lastTime().ns + 1});
    return end <= begin || m_curve->snapshot->estimatedTicks(begin, end) < kFineTicks * x.columns();
}

} // namespace tickmark::charts
