// SPDX-License-Identifier: GPL-3.0-or-later
#include "DamagedTicks.h"

#include "TickLayer.h"

#include <algorithm>
#include <limits>

namespace tickmark::charts {

namespace {

//! From its first tick to its last; of blocks whose neighbours cannot be told, the whole chunk's.
core::TimeRange timesOf(const ticks::PageRequest &page, const ticks::ChunkSummary &chunk, ticks::PageCache &cache)
{
    const core::TimeRange all{core::Time{chunk.all.firstTime}, core::Time{chunk.all.lastTime}};
    const bool isDamaged = cache.isDamaged(chunk);
    const ticks::IndexedPage *nodes = page.block == ticks::PageRequest::kNodes || isDamaged ? nullptr
                                                                                            : cache.nodes(chunk);
    if (!nodes || page.block >= nodes->nodes.count)
        return all;
    return {core::Time{nodes->nodes.firstTimes[std::size_t(page.block)]},
            core::Time{nodes->nodes.lastTimes[std::size_t(page.block)]}};
}

} // namespace

std::vector<core::TimeRange> damagedTimes(const TickCurve &curve, core::TimeRange view)
{
    ticks::PageCache &cache = curve.pages->cache();
    std::vector<ticks::PageRequest> damaged = cache.damagedPages();
    std::vector<core::TimeRange> times;
    if (damaged.empty())
        return times;
    std::ranges::sort(damaged);
    for (std::size_t i = curve.snapshot->chunkAt(view.begin); i < curve.snapshot->chunkCount(); ++i) {
        const ticks::ChunkSummary &chunk = curve.snapshot->chunk(i);
        if (core::Time{chunk.all.firstTime} >= view.end)
            break;
        const ticks::PageRequest first{chunk.id, chunk.version, ticks::PageRequest::kNodes,
                                       std::numeric_limits<qint64>::min(), 0};
        for (auto page = std::ranges::lower_bound(damaged, first);
             page != damaged.end() && page->chunk == chunk.id && page->version == chunk.version; ++page) {
            const core::TimeRange lost = timesOf(*page, chunk, cache);
            if (lost.end >= view.begin && lost.begin < view.end)
                times.push_back(lost);
        }
    }
    // A chunk whose index is gone is the same run as its blocks, and so are blocks that meet.
    std::ranges::sort(times, {}, &core::TimeRange::begin);
    std::vector<core::TimeRange> runs;
    for (const core::TimeRange &range : times) {
        if (!runs.empty() && range.begin.ns <= runs.back().end.ns + core::kNsPerSecond)
            runs.back().end = std::max(runs.back().end, range.end);
        else
            runs.push_back(range);
    }
    return runs;
}

namespace {

QStringList notesOf(const ChartPlan &plan, const PlannedPane &pane, bool isNamed)
{
    const AxisRange view = plan.view();
    const core::TimeRange times{plan.timeScale->toTime(view.begin), plan.timeScale->toTime(view.end)};
    QStringList notes;
    for (const PlannedCurve &curve : pane.curves) {
        const auto *layer = dynamic_cast<const TickLayer *>(curve.layer.get());
        if (!layer)
            continue;
        if (const auto lost = damagedTimes(layer->curve(), times); !lost.empty())
            notes.append(plan.texts.ticksMissing(isNamed ? curve.name : QString(), lost, plan.zone));
    }
    return notes;
}

} // namespace

QStringList damageNotes(const ChartPlan &plan, const PlannedPane &pane)
{
    return notesOf(plan, pane, pane.curves.size() > 1);
}

QStringList damageNotes(const ChartPlan &plan)
{
    QStringList notes;
    for (const PlannedPane &pane : plan.panes)
        notes.append(notesOf(plan, pane, true));
    notes.removeDuplicates();
    return notes;
}

} // namespace tickmark::charts
