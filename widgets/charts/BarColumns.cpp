// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarColumns.h"

#include <algorithm>
#include <cmath>

namespace tickmark::charts {

namespace {

constexpr double kBodyShare = 0.56; // of the slot's width

//! Whole day of an exchange's clock; round-the-clock markets have sessions of a day anyway.
core::TimeRange exchangeDay(core::SessionDate date, const core::SessionCalendar &calendar)
{
    const auto midnight = [&](core::SessionDate day) {
        return calendar.zone().fromLocalNs(qint64(day.days()) * core::kNsPerDay);
    };
    return {midnight(date), midnight(date.plusDays(1))};
}

bool isHole(const core::Bar &before, const core::Bar &after, const core::BarHistory &history,
            const core::TimeScale &scale)
{
    // Two bars within half a day cannot have a whole session between them; saves the calendar for nearly all of them.
    if (!history.series.isDaily() && after.start.ns - before.start.ns < core::kNsPerDay / 2)
        return false;
    return hasSessionBetween(sessionOf(before, history), sessionOf(after, history), *history.calendar, scale);
}

//! The axis position of the point that stands for a bar.
qint64 pointOf(const core::Bar &bar, const core::BarHistory &history, const core::TimeScale &scale, BarPlace place)
{
    if (place == BarPlace::Middle) {
        const AxisRange slot = barSlot(bar, history, scale);
        return slot.begin + (slot.end - slot.begin) / 2;
    }
    const core::TimeRange span = core::barSpan(bar, history.series, *history.calendar);
    return std::max(scale.toAxis(span.begin), scale.toAxis(span.end) - 1);
}

BarColumn columnOf(std::size_t index, const core::BarHistory &history, const XMap &x, BarPlace place)
{
    const AxisRange slot = barSlot(history.bars[index], history, x.scale());
    BarColumn column;
    column.bar = index;
    column.slot = {x.columnOf(slot.begin), x.columnOf(slot.end)};
    column.middle = x.columnOf(pointOf(history.bars[index], history, x.scale(), place));
    column.closed = slot.isEmpty();
    return column;
}

} // namespace

bool hasSessionBetween(core::SessionDate before, core::SessionDate after, const core::SessionCalendar &calendar,
                       const core::TimeScale &scale)
{
    for (auto session = calendar.sessionAfter(before); session && session->date < after;
         session = calendar.sessionAfter(session->date)) {
        if (session->verified && scale.toAxis(session->hours.begin) < scale.toAxis(session->hours.end))
            return true;
    }
    return false;
}

core::SessionDate sessionOf(const core::Bar &bar, const core::BarHistory &history)
{
    return history.series.isDaily() ? bar.session : history.calendar->sessionDateOf(bar.start);
}

AxisRange barSlot(const core::Bar &bar, const core::BarHistory &history, const core::TimeScale &scale)
{
    const bool wholeDay = history.series.isDaily() && !scale.isTradingTime() && !history.calendar->isRoundTheClock();
    const core::TimeRange span = wholeDay ? exchangeDay(bar.session, *history.calendar)
                                          : core::barSpan(bar, history.series, *history.calendar);
    return {scale.toAxis(span.begin), scale.toAxis(span.end)};
}

std::vector<BarColumn> barColumns(const core::BarHistory &history, const XMap &x, BarPlace place)
{
    // Positions ascend with the bars, so the first one in view is found without placing those before it.
    const auto firstVisible = std::ranges::partition_point(history.bars, [&](const core::Bar &bar) {
        const qint64 point = pointOf(bar, history, x.scale(), place);
        // The first column may begin before the view; the close before it would stand there.
        return place == BarPlace::Close ? point < x.range().begin : x.columnOf(point) < 0;
    });
    auto index = std::size_t(firstVisible - history.bars.begin());
    if (index > 0 && place == BarPlace::Middle)
        --index;
    std::vector<BarColumn> columns;
    for (; index < history.bars.size(); ++index) {
        BarColumn column = columnOf(index, history, x, place);
        if (column.middle >= x.columns())
            break;
        if (!columns.empty())
            column.afterHole = isHole(history.bars[index - 1], history.bars[index], history, x.scale());
        columns.push_back(column);
    }
    return columns;
}

AxisRange barBody(const BarColumn &column, int index, int count)
{
    const qint64 share = column.width() / count;
    const auto half = qint64(std::floor((kBodyShare * double(share) - 1) / 2 + 0.5));
    const qint64 middle = count == 1 ? column.middle
                                     : column.slot.begin + column.width() * (2 * index + 1) / (2 * count);
    const qint64 reach = std::max<qint64>(half, 0);
    return {middle - reach, middle + reach + 1};
}

} // namespace tickmark::charts
