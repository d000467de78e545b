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
qint64 pointOf(const core::Bar &bar, const core::BarHistory &history, const core::TimeScale &scale, BarPlace place,
               AxisRange slot)
{
    if (place == BarPlace::Middle)
        return slot.begin + (slot.end - slot.begin) / 2;
    const core::TimeRange span = core::barSpan(bar, history.series, *history.calendar);
    return std::max(scale.toAxis(span.begin), scale.toAxis(span.end) - 1);
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

BarPlaces::BarPlaces(std::shared_ptr<const core::BarHistory> history, std::shared_ptr<const core::TimeScale> scale,
                     BarPlace place)
    : m_history(std::move(history)), m_scale(std::move(scale)), m_place(place)
{
    m_places.reserve(m_history->bars.size());
    for (std::size_t i = 0; i < m_history->bars.size(); ++i) {
        const core::Bar &bar = m_history->bars[i];
        Place next;
        next.slot = slotOf(i);
        next.point = pointOf(bar, *m_history, *m_scale, place, next.slot);
        next.afterHole = i > 0 && isHole(m_history->bars[i - 1], bar, *m_history, *m_scale);
        m_places.push_back(next);
        if (i > 0 && !next.afterHole)
            m_places.back().restsUntil = restBefore(i);
    }
}

//! An intraday bar ends with its session, and where the next one begins, however long it was meant to be.
AxisRange BarPlaces::slotOf(std::size_t bar) const
{
    const core::Bar &here = m_history->bars[bar];
    if (m_history->series.isDaily())
        return barSlot(here, *m_history, *m_scale);
    core::Time end{here.start.ns + m_history->series.intervalNs};
    const bool goesOn = bar + 1 < m_history->bars.size() && m_history->bars[bar + 1].start <= end;
    if (goesOn) {
        end = std::max(here.start, m_history->bars[bar + 1].start);
    } else if (const auto session = m_history->calendar->session(m_history->calendar->sessionDateOf(here.start))) {
        if (here.start < session->hours.end)
            end = std::min(end, session->hours.end);
    }
    return {m_scale->toAxis(here.start), m_scale->toAxis(end)};
}

std::optional<qint64> BarPlaces::restBefore(std::size_t bar) const
{
    if (!m_scale->isTradingTime() || m_history->calendar->isRoundTheClock())
        return std::nullopt;
    const Place &before = m_places[bar - 1];
    const Place &after = m_places[bar];
    if (!m_history->series.isDaily()) {
        // Bars that are missing while the market is open are quiet minutes.
        const bool sameSession = sessionOf(m_history->bars[bar - 1], *m_history)
                                 == sessionOf(m_history->bars[bar], *m_history);
        const bool rests = !sameSession && after.slot.begin > before.slot.end;
        return rests ? std::optional(after.slot.begin) : std::nullopt;
    }
    // A day on which this market kept a holiday; weekends of others are no days of the axis, but their Monday may begin
    // on this one's Sunday.
    const auto midnight = [this](core::SessionDate date) {
        return m_scale->toAxis(m_history->calendar->zone().fromLocalNs(qint64(date.days()) * core::kNsPerDay));
    };
    const core::SessionDate next = m_history->bars[bar].session;
    for (core::SessionDate date = m_history->bars[bar - 1].session.plusDays(1); date < next; date = date.plusDays(1)) {
        if (date.weekday() <= 5 && midnight(date) < midnight(date.plusDays(1)))
            return after.slot.begin;
    }
    return std::nullopt;
}

std::vector<BarColumn> BarPlaces::columns(const XMap &x) const
{
    // Positions ascend with the bars. The first column may begin before the view; a close before it would stand there.
    const qint64 begin = m_place == BarPlace::Close ? x.range().begin : x.axisAt(0);
    const qint64 end = x.axisAt(x.columns());
    const auto first = std::ranges::partition_point(m_places, [&](const Place &place) { return place.point < begin; });
    auto index = std::size_t(first - m_places.begin());
    if (index > 0 && m_place == BarPlace::Middle)
        --index;
    auto last = std::size_t(
        std::partition_point(first, m_places.end(), [&](const Place &place) { return place.point < end; })
        - m_places.begin());
    if (last < m_places.size() && m_place == BarPlace::Middle)
        ++last;
    std::vector<BarColumn> columns;
    columns.reserve(last - std::min(index, last));
    for (; index < last; ++index) {
        const Place &place = m_places[index];
        BarColumn column;
        column.bar = index;
        column.slot = {x.columnOf(place.slot.begin), x.columnOf(place.slot.end)};
        column.middle = x.columnOf(place.point);
        column.closed = place.slot.isEmpty();
        if (!columns.empty()) {
            column.afterHole = place.afterHole;
            if (place.restsUntil)
                column.restsUntil = x.columnOf(*place.restsUntil);
        }
        columns.push_back(column);
    }
    return columns;
}

std::vector<BarColumn> barColumns(const core::BarHistory &history, const XMap &x, BarPlace place)
{
    const std::shared_ptr<const core::BarHistory> borrowed(std::shared_ptr<const void>(), &history);
    return BarPlaces(borrowed, x.sharedScale(), place).columns(x);
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
