// SPDX-License-Identifier: GPL-3.0-or-later
#include "ColumnRuns.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace tickmark::charts {

namespace {

void widen(const int *tops, const int *bottoms, std::size_t count, int reach, int *wideTops, int *wideEnds)
{
    for (std::size_t i = 0; i < count; ++i)
        wideTops[i] = std::min(wideTops[i], tops[i] - reach);
    for (std::size_t i = 0; i < count; ++i)
        wideEnds[i] = std::max(wideEnds[i], bottoms[i] + reach);
}

} // namespace

void ColumnRuns::reset(int begin, int end)
{
    m_begin = begin;
    m_tops.assign(std::size_t(end - begin), 0);
    m_ends.assign(std::size_t(end - begin), 0);
    m_further.clear();
}

void ColumnRuns::add(const CurveTrace &trace, const TracePiece &piece, const PenReach &pen)
{
    const std::size_t reach = pen.size() - 1;
    const std::size_t wide = piece.count + 2 * reach;
    m_wideTops.assign(wide, std::numeric_limits<int>::max());
    m_wideEnds.assign(wide, std::numeric_limits<int>::min());
    const int *tops = trace.tops().data() + piece.first;
    const int *bottoms = trace.bottoms().data() + piece.first;
    for (std::size_t at = 0; at <= 2 * reach; ++at) {
        const int height = pen[at < reach ? reach - at : at - reach];
        widen(tops, bottoms, piece.count, height, m_wideTops.data() + at, m_wideEnds.data() + at);
    }
    for (std::size_t i = 0; i < wide; ++i)
        add(piece.column - int(reach) + int(i), m_wideTops[i], m_wideEnds[i]);
}

void ColumnRuns::settle()
{
    if (m_further.empty())
        return;
    // The first run of a column has to be among those that are put in order.
    const std::size_t added = m_further.size();
    for (std::size_t i = 0; i < added; ++i) {
        const auto index = std::size_t(m_further[i].column - m_begin);
        if (m_tops[index] < m_ends[index])
            m_further.push_back({m_further[i].column, m_tops[index], m_ends[index]});
        m_ends[index] = m_tops[index];
    }
    std::ranges::sort(m_further, {}, [](const ColumnRun &run) { return std::tuple(run.column, run.top); });
    m_settled.clear();
    for (std::size_t begin = 0; begin < m_further.size();) {
        std::size_t end = begin;
        while (end < m_further.size() && m_further[end].column == m_further[begin].column)
            ++end;
        settleColumn(std::span(m_further).subspan(begin, end - begin));
        begin = end;
    }
    m_further.swap(m_settled);
}

bool ColumnRuns::isSame(int first, int end, const ColumnRuns &other, int begin) const
{
    const auto same = [&](const std::vector<int> &heights, const std::vector<int> &others) {
        const auto from = heights.begin() + (first - m_begin);
        return std::equal(from, from + (end - first), others.begin() + (begin - other.m_begin));
    };
    return same(m_tops, other.m_tops) && same(m_ends, other.m_ends) && !hasFurther(first, end)
           && !other.hasFurther(begin, begin + (end - first));
}

bool ColumnRuns::hasFurther(int first, int end) const
{
    const auto run = std::ranges::lower_bound(m_further, first, {}, &ColumnRun::column);
    return run != m_further.end() && run->column < end;
}

//! `runs`: all of one column, ascending.
void ColumnRuns::settleColumn(std::span<ColumnRun> runs)
{
    std::size_t kept = 0;
    for (const ColumnRun &run : runs.subspan(1)) {
        if (run.top <= runs[kept].end)
            runs[kept].end = std::max(runs[kept].end, run.end);
        else
            runs[++kept] = run;
    }
    const auto index = std::size_t(runs[0].column - m_begin);
    m_tops[index] = runs[0].top;
    m_ends[index] = runs[0].end;
    m_settled.insert(m_settled.end(), runs.begin() + 1, runs.begin() + std::ptrdiff_t(kept) + 1);
}

} // namespace tickmark::charts
