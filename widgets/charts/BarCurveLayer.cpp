// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarCurveLayer.h"

#include <algorithm>
#include <ranges>

namespace tickmark::charts {

BarCurveLayer::BarCurveLayer(std::shared_ptr<const core::BarHistory> history, BarValues values, Look look,
                             const BarCurveLayer *like)
    : m_history(std::move(history)), m_values(std::move(values)), m_look(std::move(look))
{
    if (like && like->m_history == m_history && like->m_places && like->m_places->place() == place())
        m_places = like->m_places;
}

const BarPlaces &BarCurveLayer::places(const std::shared_ptr<const core::TimeScale> &scale) const
{
    if (!m_places || m_places->scale() != scale)
        m_places = std::make_shared<const BarPlaces>(m_history, scale, place());
    return *m_places;
}

const std::vector<BarColumn> &BarCurveLayer::columns(const XMap &x) const
{
    const bool same = m_cache.scale == x.sharedScale() && m_cache.range == x.range()
                      && m_cache.nsPerColumn == x.nsPerColumn() && m_cache.columnCount == x.columns();
    if (!same) {
        m_cache = {x.sharedScale(), x.range(), x.nsPerColumn(), x.columns(), places(x.sharedScale()).columns(x), {}};
        m_cache.values = rangeOf(x);
    }
    return m_cache.columns;
}

std::optional<CurvePoint> BarCurveLayer::point(const BarColumn &column) const
{
    const core::Bar &bar = m_history->bars[column.bar];
    const auto value = m_values.of(bar);
    if (!value)
        return std::nullopt;
    return CurvePoint{column.middle, *value, sessionOf(bar, *m_history)};
}

std::optional<ValueRange> BarCurveLayer::visibleRange(const XMap &x) const
{
    if (columns(x).empty())
        return std::nullopt;
    return m_cache.values;
}

std::optional<ValueRange> BarCurveLayer::rangeOf(const XMap &x) const
{
    std::optional<ValueRange> range;
    const auto include = [&](double low, double high) {
        range = range ? range->united({low, high}) : ValueRange{low, high};
    };
    const std::vector<BarColumn> &all = m_cache.columns;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto here = point(all[i]);
        if (!here || !x.isVisible(here->column))
            continue;
        const core::Bar &bar = m_history->bars[all[i].bar];
        if (m_look.shape == Shape::Candles)
            include(m_values.ofPrice(bar.low), m_values.ofPrice(bar.high));
        else
            include(here->value, here->value);
    }
    // Where a line crosses the plot's edges counts, what lies further out does not.
    for (std::size_t i = 1; isLine() && i < all.size(); ++i) {
        for (const qint64 edge : {qint64(0), qint64(x.columns()) - 1}) {
            if (all[i].afterHole || all[i - 1].middle >= edge || all[i].middle <= edge)
                continue;
            const double crossing = valueBetween(all[i - 1], all[i], edge);
            include(crossing, crossing);
        }
    }
    return range;
}

double BarCurveLayer::valueBetween(const BarColumn &before, const BarColumn &after, qint64 column) const
{
    const double value = m_values.ofPrice(m_history->bars[before.bar].close);
    const qint64 start = m_look.rests && after.restsUntil ? std::max(*after.restsUntil, before.middle) : before.middle;
    if (m_look.shape == Shape::Step || column <= start || start >= after.middle)
        return value;
    const double next = m_values.ofPrice(m_history->bars[after.bar].close);
    return value + (next - value) * double(column - start) / double(after.middle - start);
}

std::optional<CurvePoint> BarCurveLayer::lastVisible(const XMap &x) const
{
    for (const BarColumn &column : columns(x) | std::views::reverse) {
        if (!x.isVisible(column.middle) || (column.closed && !isLine()))
            continue;
        if (const auto here = point(column))
            return here;
    }
    return std::nullopt;
}

std::optional<CurvePoint> BarCurveLayer::pointAt(const XMap &x, core::SessionDate session) const
{
    for (const BarColumn &column : columns(x) | std::views::reverse) {
        if (!x.isVisible(column.middle))
            continue;
        const auto here = point(column);
        if (here && here->session == session)
            return here;
        if (here && here->session < session)
            break;
    }
    return std::nullopt;
}

std::vector<CurveHole> BarCurveLayer::holes(const XMap &x) const
{
    std::vector<CurveHole> holes;
    const std::vector<BarColumn> &all = columns(x);
    for (std::size_t i = 1; i < all.size(); ++i) {
        if (!all[i].afterHole)
            continue;
        const auto before = point(all[i - 1]);
        const auto after = point(all[i]);
        if (before && after)
            holes.push_back({*before, *after});
    }
    // Days without intraday bars at the ends of the view; daily curves simply begin and end there.
    if (!m_history->series.isDaily() && !all.empty()) {
        if (const auto hole = holeBefore(x, all.front()))
            holes.insert(holes.begin(), *hole);
        if (const auto hole = holeAfter(x, all.back()))
            holes.push_back(*hole);
    }
    return holes;
}

std::optional<CurveHole> BarCurveLayer::holeBefore(const XMap &x, const BarColumn &first) const
{
    const auto after = point(first);
    const core::SessionCalendar &calendar = *m_history->calendar;
    const core::SessionDate begin = calendar.sessionDateOf(x.scale().toTime(x.range().begin));
    if (!after || first.middle < 0 || !hasSessionBetween(begin.plusDays(-1), after->session, calendar, x.scale()))
        return std::nullopt;
    const auto missing = calendar.sessionAfter(begin.plusDays(-1));
    return CurveHole{{x.columnOf(missing->hours.begin), after->value, missing->date}, *after};
}

std::optional<CurveHole> BarCurveLayer::holeAfter(const XMap &x, const BarColumn &last) const
{
    const auto before = point(last);
    const core::SessionCalendar &calendar = *m_history->calendar;
    const core::SessionDate end = calendar.sessionDateOf(x.scale().toTime(x.range().end - 1));
    if (!before || !x.isVisible(last.middle)
        || !hasSessionBetween(before->session, end.plusDays(1), calendar, x.scale()))
        return std::nullopt;
    const auto missing = calendar.sessionBefore(end.plusDays(1));
    const qint64 close = x.columnOf(x.scale().toAxis(missing->hours.end) - 1);
    return CurveHole{*before, {close, before->value, missing->date}};
}

bool BarCurveLayer::isBy(const core::Bar &bar, const CurveMoment &moment) const
{
    if (!moment.intraday)
        return sessionOf(bar, *m_history) <= moment.session;
    if (!m_history->series.isDaily())
        return bar.start <= moment.time;
    if (bar.session > moment.session)
        return false;
    const core::TimeRange span = core::barSpan(bar, m_history->series, *m_history->calendar);
    return (place() == BarPlace::Close ? span.end : span.begin) <= moment.time;
}

std::size_t BarCurveLayer::countBy(const CurveMoment &moment) const
{
    const auto after = std::ranges::partition_point(m_history->bars,
                                                    [&](const core::Bar &bar) { return isBy(bar, moment); });
    return std::size_t(after - m_history->bars.begin());
}

std::optional<CurveQuote> BarCurveLayer::quoteAt(const std::shared_ptr<const core::TimeScale> &scale,
                                                 const CurveMoment &moment) const
{
    // A bar without volume is no quote of a volume.
    for (std::size_t count = countBy(moment); count > 0; --count) {
        if (m_values.of(m_history->bars[count - 1]))
            return quote(places(scale), count - 1);
    }
    return std::nullopt;
}

std::optional<CurveQuote> BarCurveLayer::quoteAfter(const std::shared_ptr<const core::TimeScale> &scale,
                                                    const CurveMoment &moment) const
{
    for (std::size_t i = countBy(moment); i < m_history->bars.size(); ++i) {
        if (m_values.of(m_history->bars[i]))
            return quote(places(scale), i);
    }
    return std::nullopt;
}

CurveQuote BarCurveLayer::quote(const BarPlaces &all, std::size_t index) const
{
    const core::Bar &bar = m_history->bars[index];
    CurveQuote quote;
    quote.value = *m_values.of(bar);
    quote.seriesId = m_history->sourceOf(index).id;
    quote.price = core::toDouble(core::Price{bar.close, m_history->series.priceDecimals});
    if (m_values.isVolume()) {
        quote.low = quote.high = quote.open = quote.value;
    } else {
        quote.low = m_values.ofPrice(bar.low);
        quote.high = m_values.ofPrice(bar.high);
        quote.open = m_values.ofPrice(bar.open);
    }
    quote.direction = isUp(index) ? 1 : -1;
    if (!m_values.isVolume() && bar.close == bar.open)
        quote.direction = 0;
    quote.session = sessionOf(bar, *m_history);
    quote.time = m_history->series.isDaily() ? core::barSpan(bar, m_history->series, *m_history->calendar).end
                                             : bar.start;
    quote.axis = all.point(index);
    return quote;
}

std::optional<CurveSpan> BarCurveLayer::spanBetween(const CurveMoment &from, const CurveMoment &to) const
{
    const std::size_t first = countBy(from);
    const std::size_t end = countBy(to);
    if (end <= first)
        return std::nullopt;
    qint64 low = m_history->bars[first].low;
    qint64 high = m_history->bars[first].high;
    CurveSpan span;
    std::optional<core::SessionDate> session = first > 0
                                                   ? std::optional(sessionOf(m_history->bars[first - 1], *m_history))
                                                   : std::nullopt;
    for (std::size_t i = first; i < end; ++i) {
        const core::Bar &bar = m_history->bars[i];
        low = std::min(low, bar.low);
        high = std::max(high, bar.high);
        if (m_values.isVolume())
            span.volume += m_values.of(bar).value_or(0);
        const core::SessionDate own = sessionOf(bar, *m_history);
        span.sessions += own == session ? 0 : 1;
        session = own;
    }
    const int decimals = m_history->series.priceDecimals;
    span.low = core::toDouble(core::Price{low, decimals});
    span.high = core::toDouble(core::Price{high, decimals});
    return span;
}

bool BarCurveLayer::isUp(std::size_t index) const
{
    const core::Bar &bar = m_history->bars[index];
    // A volume bar shows the session's move; a candle only what happened between its open and close.
    if (m_look.shape == Shape::Volume && index > 0)
        return bar.close >= m_history->bars[index - 1].close;
    return bar.close >= bar.open;
}

} // namespace tickmark::charts
