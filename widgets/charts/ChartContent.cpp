// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartContent.h"

namespace tickmark::charts {

std::vector<core::TimeRange> tornAfter(std::vector<core::TimeRange> gaps)
{
    for (core::TimeRange &gap : gaps)
        ++gap.begin.ns;
    return gaps;
}

bool replaceTicks(ChartContent &content, qint64 seriesId, const ticks::SnapshotPtr &snapshot)
{
    bool replaced = false;
    for (auto &[symbol, curve] : content.curves) {
        if (!curve.ticks || curve.ticks->series.id != seriesId || !snapshot || snapshot->isEmpty())
            continue;
        auto grown = std::make_shared<TickCurve>(*curve.ticks);
        grown->snapshot = snapshot;
        grown->series.priceDecimals = snapshot->priceDecimals();
        grown->series.sizeDecimals = snapshot->sizeDecimals();
        curve.ticks = std::move(grown);
        replaced = true;
    }
    return replaced;
}

bool replaceGaps(ChartContent &content, qint64 seriesId, const std::vector<core::TimeRange> &gaps)
{
    const std::vector<core::TimeRange> torn = tornAfter(gaps);
    bool replaced = false;
    for (auto &[symbol, curve] : content.curves) {
        if (!curve.ticks || curve.ticks->series.id != seriesId || curve.ticks->gaps == torn)
            continue;
        auto other = std::make_shared<TickCurve>(*curve.ticks);
        other->gaps = torn;
        curve.ticks = std::move(other);
        replaced = true;
    }
    return replaced;
}

bool replaceOutage(ChartContent &content, qint64 seriesId, std::optional<core::Time> until)
{
    bool replaced = false;
    for (auto &[symbol, curve] : content.curves) {
        if (!curve.ticks || curve.ticks->series.id != seriesId || curve.ticks->outage == until)
            continue;
        auto other = std::make_shared<TickCurve>(*curve.ticks);
        other->outage = until;
        curve.ticks = std::move(other);
        replaced = true;
    }
    return replaced;
}

void keepTickPages(ChartContent &content, const ChartContent &former)
{
    for (auto &[symbol, curve] : content.curves) {
        const auto before = former.curves.find(symbol);
        if (!curve.ticks || before == former.curves.end() || !before->second.ticks
            || before->second.ticks->pages == curve.ticks->pages
            || before->second.ticks->series.id != curve.ticks->series.id)
            continue;
        auto kept = std::make_shared<TickCurve>(*curve.ticks);
        kept->pages = before->second.ticks->pages;
        curve.ticks = std::move(kept);
    }
}

} // namespace tickmark::charts
