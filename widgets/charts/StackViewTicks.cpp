// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ticks in a StackView: pages that are missing, and series that grow.
#include "ChartPlan.h"
#include "StackView.h"

#include <algorithm>

namespace tickmark::charts {

void StackView::setTickSnapshot(qint64 seriesId, const ticks::SnapshotPtr &snapshot)
{
    if (!replaceTicks(m_content, seriesId, snapshot))
        return;
    followNewest();
    // What is said of the newest tick is of the picture that is painted next, not of the one before.
    m_untold &= ~unsigned(kReadings);
    tellReadings();
}

void StackView::setTickOutage(qint64 seriesId, std::optional<core::Time> until)
{
    if (replaceOutage(m_content, seriesId, until))
        followNewest();
}

void StackView::followNewest()
{
    // Of the picture that stands: the view moves on by its columns.
    const qint64 nsPerColumn = m_stack ? m_stack->x().nsPerColumn() : 1;
    m_limits.reset();
    changed();
    tell(kReadings);
    if (!m_follow || !m_plan || !limits())
        return;
    const AxisRange next = followed(axisView(), nsPerColumn, *limits());
    showRange({m_plan->timeScale->toTime(next.begin), m_plan->timeScale->toTime(next.end)});
}

void StackView::setTickGaps(qint64 seriesId, const std::vector<core::TimeRange> &gaps)
{
    if (!replaceGaps(m_content, seriesId, gaps))
        return;
    changed();
    tell(kReadings);
}

std::vector<MissingTicks> StackView::takeMissingTicks()
{
    return charts::takeMissingTicks(m_content);
}

void StackView::ticksArrived()
{
    m_stackIsOld = m_pictureIsOld = true;
    m_measurement.reset();
    update();
    tell(kReadings);
}

bool StackView::hasAllTicks() const
{
    return std::ranges::all_of(m_content.curves, [](const auto &curve) {
        return !curve.second.ticks || curve.second.ticks->pages->isSettled();
    });
}

bool StackView::isSettled() const
{
    return !m_planIsOld && !m_stackIsOld && !m_pictureIsOld && hasAllTicks();
}

} // namespace tickmark::charts
