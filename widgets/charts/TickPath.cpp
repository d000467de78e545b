// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickPath.h"

#include <algorithm>

namespace tickmark::charts {

namespace {

constexpr qint64 kLeastRest = 4;                      // device columns; shorter ones would be a single dot
constexpr qint64 kLeastClosed = 2 * core::kNsPerHour; // shorter than any night

ticks::Column columnOf(const core::Tick &tick)
{
    ticks::Column column;
    column.first = column.low = column.high = column.last = tick.price;
    column.hasTicks = true;
    return column;
}

//! Adds points one after the other, each with the least time that it may stand for.
class PathBuilder
{
public:
    explicit PathBuilder(const TickPathRequest &request) : m_request(request)
    {
        m_points.reserve(request.cells.size() + 2);
    }

    void add(qint64 column, qint64 begin, const ticks::Column &ticks)
    {
        TickPoint point{column, ticks, !m_points.empty(), false};
        while (m_break < m_request.breaks.size() && m_request.breaks[m_break].time.ns <= begin) {
            // Where a block was passed over, the value before may be any one of it; alone, it is seen by itself.
            if (point.joined)
                m_points.back().ticks.last = m_request.breaks[m_break].before.price;
            point.joined = false;
            ++m_break;
        }
        if (point.joined && m_request.rests && restsBefore(point, begin)) {
            // It held its value up to here.
            TickPoint held{column, m_points.back().ticks, false, true};
            held.ticks.first = held.ticks.low = held.ticks.high = held.ticks.last;
            m_points.push_back(held);
        }
        m_points.push_back(point);
        m_begin = begin;
    }

    [[nodiscard]] std::vector<TickPoint> take() { return std::move(m_points); }

private:
    [[nodiscard]] bool restsBefore(const TickPoint &point, qint64 begin) const
    {
        const TickCurve &curve = m_request.curve;
        const TickColumns &columns = m_request.columns;
        const bool wide = columns.deviceColumn(point.column) - columns.deviceColumn(m_points.back().column)
                          >= kLeastRest;
        // Cheap questions first: nearly all neighbours are of one session.
        if (!wide || begin - kLeastClosed < m_begin)
            return false;
        const TickNeighbours ticks = neighboursOf(curve, {core::Time{begin}, core::Time{begin}});
        return ticks.before && ticks.after && curve.sessionOf(ticks.before->time) != curve.sessionOf(ticks.after->time);
    }

    const TickPathRequest &m_request;
    std::vector<TickPoint> m_points;
    std::size_t m_break = 0;
    qint64 m_begin = 0;
};

} // namespace

TickNeighbours neighboursOf(const TickCurve &curve, core::TimeRange times)
{
    return {ticks::lastTickBefore(*curve.snapshot, curve.pages->cache(), times.begin).tick,
            ticks::firstTickFrom(*curve.snapshot, curve.pages->cache(), times.end).tick};
}

std::vector<TickPoint> tickPath(const TickPathRequest &request)
{
    PathBuilder path(request);
    const auto addTick = [&](const std::optional<core::Tick> &tick) {
        if (tick)
            path.add(request.columns.columnOf(request.x.scale().toAxis(tick->time)), tick->time.ns, columnOf(*tick));
    };
    addTick(request.neighbours.before);
    for (const TickCell &cell : request.cells) {
        if (cell.ticks.hasTicks)
            path.add(cell.column, cell.begin, cell.ticks);
    }
    addTick(request.neighbours.after);
    return path.take();
}

} // namespace tickmark::charts
