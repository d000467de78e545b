// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickCells.h"

#include <algorithm>
#include <limits>

namespace tickmark::charts {

namespace {

constexpr core::Time kNever{std::numeric_limits<qint64>::max()};

//! Of what lies behind the chunks that both have.
core::Time firstTailDifference(const ticks::TickSnapshot &before, const ticks::TickSnapshot &now)
{
    const auto &a = before.tail();
    const auto &b = now.tail();
    const auto [left, right] = std::ranges::mismatch(a, b);
    core::Time time = kNever;
    if (left != a.end())
        time = core::Time{(*left)->node.firstTime};
    if (right != b.end())
        time = std::min(time, core::Time{(*right)->node.firstTime});
    return time;
}

//! Cuts columns at the moments in view at which a curve breaks. `edges` ascend; each column lies between two of them.
void insertBreaks(std::vector<qint64> &edges, std::vector<qint64> &columns, const std::vector<core::TimeRange> &gaps)
{
    auto gap = std::ranges::partition_point(gaps,
                                            [&](const core::TimeRange &one) { return one.begin.ns <= edges.front(); });
    if (gap == gaps.end() || gap->begin.ns >= edges.back())
        return;
    const std::vector<qint64> uncut = std::move(edges);
    const std::vector<qint64> numbers = std::move(columns);
    edges.assign(1, uncut.front());
    columns.clear();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        for (; gap != gaps.end() && gap->begin.ns < uncut[i + 1]; ++gap) {
            if (gap->begin.ns <= edges.back())
                continue;
            edges.push_back(gap->begin.ns);
            columns.push_back(numbers[i]);
        }
        edges.push_back(uncut[i + 1]);
        columns.push_back(numbers[i]);
    }
}

} // namespace

core::Time firstDifference(const ticks::TickSnapshot &before, const ticks::TickSnapshot &now)
{
    if (before.priceDecimals() != now.priceDecimals() || before.sizeDecimals() != now.sizeDecimals())
        return core::Time{std::numeric_limits<qint64>::min()};
    if (&before.chunks() == &now.chunks())
        return firstTailDifference(before, now);
    const std::size_t common = std::min(before.chunkCount(), now.chunkCount());
    for (std::size_t i = 0; i < common; ++i) {
        const ticks::ChunkSummary &a = before.chunk(i);
        const ticks::ChunkSummary &b = now.chunk(i);
        if (a.id != b.id || a.version != b.version)
            return core::Time{std::min(a.all.firstTime, b.all.firstTime)};
    }
    if (before.chunkCount() == now.chunkCount())
        return firstTailDifference(before, now);
    const ticks::TickSnapshot &longer = before.chunkCount() > now.chunkCount() ? before : now;
    core::Time time{longer.chunk(common).all.firstTime};
    for (const ticks::TickSnapshot *snapshot : {&before, &now}) {
        if (!snapshot->tail().empty())
            time = std::min(time, core::Time{snapshot->tail().front()->node.firstTime});
    }
    return time;
}

const std::vector<TickCell> &TickCells::update(const TickCurve &curve, const TickColumns &columns, const Key &key)
{
    const bool stale = m_key != key || m_gaps != curve.gaps || (!m_isFinal && m_loads != curve.pages->loads());
    if (stale)
        keep({});
    else if (m_snapshot != curve.snapshot && !m_cells.empty())
        dropFrom(firstDifference(*m_snapshot, *curve.snapshot));
    m_key = key;
    m_snapshot = curve.snapshot;
    m_gaps = curve.gaps;
    m_loads = curve.pages->loads();
    m_queried = 0;

    const AxisRange view = columns.inView();
    // A column at the end of what was asked for may have been told without its neighbour: it is asked again.
    if (m_range != view)
        keep({std::max(view.begin, m_range.begin + (m_range.begin == view.begin ? 0 : 1)),
              std::min(view.end, m_range.end - (m_range.end == view.end ? 0 : 1))});
    if (m_range.isEmpty()) {
        m_cells = query(curve, columns, key, view);
    } else {
        std::vector<TickCell> left = query(curve, columns, key, {view.begin, m_range.begin});
        const std::vector<TickCell> right = query(curve, columns, key, {m_range.end, view.end});
        m_cells.insert(m_cells.end(), right.begin(), right.end());
        m_cells.insert(m_cells.begin(), left.begin(), left.end());
    }
    m_range = view;
    m_isFinal = std::ranges::all_of(m_cells, [](const TickCell &cell) { return cell.ticks.isFinal; });
    return m_cells;
}

void TickCells::dropFrom(core::Time time)
{
    const auto after = std::ranges::partition_point(m_cells,
                                                    [&](const TickCell &cell) { return cell.begin <= time.ns; });
    // The column that the moment falls into has changed too; of the last one the end is not known here.
    if (after == m_cells.begin())
        keep({});
    else
        keep({m_range.begin, std::prev(after)->column});
}

void TickCells::keep(AxisRange range)
{
    if (range.isEmpty()) {
        m_range = {};
        m_cells.clear();
        return;
    }
    m_range = range;
    std::erase_if(m_cells, [&](const TickCell &cell) { return cell.column < range.begin || cell.column >= range.end; });
}

std::vector<TickCell> TickCells::query(const TickCurve &curve, const TickColumns &columns, const Key &key,
                                       AxisRange range)
{
    if (range.isEmpty())
        return {};
    std::vector<qint64> edges = columns.edges(range.begin, range.end);
    std::vector<qint64> numbers;
    numbers.reserve(edges.size());
    for (qint64 column = range.begin; column < range.end; ++column)
        numbers.push_back(column);
    insertBreaks(edges, numbers, curve.gaps);
    std::vector<ticks::Column> answers(numbers.size());
    ticks::queryColumns(*curve.snapshot, curve.pages->cache(), {edges, key.rows.get(), false}, answers);
    m_queried += qint64(answers.size());
    std::vector<TickCell> cells;
    cells.reserve(answers.size());
    for (std::size_t i = 0; i < answers.size(); ++i)
        cells.push_back({numbers[i], edges[i], answers[i]});
    return cells;
}

} // namespace tickmark::charts
