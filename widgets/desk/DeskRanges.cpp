// SPDX-License-Identifier: GPL-3.0-or-later
#include "DeskRanges.h"

#include <charts/AxisDays.h>
#include <charts/BarColumns.h>

#include <algorithm>

namespace tickmark::desk {

using core::SessionDate;

namespace {

//! The same day `months` earlier, or the last of that month when it is shorter.
SessionDate monthsBefore(SessionDate date, int months)
{
    const int count = date.year() * 12 + date.month() - 1 - months;
    for (int day = date.day(); day > 28; --day) {
        if (const auto found = SessionDate::fromCivil(count / 12, count % 12 + 1, day))
            return *found;
    }
    return SessionDate::fromCivil(count / 12, count % 12 + 1, std::min(date.day(), 28)).value_or(date);
}

//! The latest date before `date` on which any exchange opens.
std::optional<SessionDate> sessionBefore(SessionDate date, std::span<const core::CalendarPtr> calendars)
{
    std::optional<SessionDate> latest;
    for (const core::CalendarPtr &calendar : calendars) {
        const auto session = calendar->sessionBefore(date);
        if (session && (!latest || *latest < session->date))
            latest = session->date;
    }
    return latest;
}

//! The first date from `date` on, on which any exchange opens.
std::optional<SessionDate> sessionFrom(SessionDate date, std::span<const core::CalendarPtr> calendars)
{
    std::optional<SessionDate> earliest;
    for (const core::CalendarPtr &calendar : calendars) {
        const auto session = calendar->sessionAfter(date.plusDays(-1));
        if (session && (!earliest || session->date < *earliest))
            earliest = session->date;
    }
    return earliest;
}

SessionDate firstOf(RangeChoice choice, SessionDate last, SessionSpan quoted,
                    std::span<const core::CalendarPtr> calendars)
{
    switch (choice) {
    case RangeChoice::Day1:
        return last;
    case RangeChoice::Day5: {
        SessionDate first = last;
        for (int i = 1; i < 5; ++i)
            first = sessionBefore(first, calendars).value_or(first);
        return first;
    }
    case RangeChoice::Month1:
        return monthsBefore(last, 1);
    case RangeChoice::Month3:
        return monthsBefore(last, 3);
    case RangeChoice::YearToDate:
        return SessionDate::fromCivil(last.year(), 1, 1).value_or(last);
    case RangeChoice::Year1:
        return monthsBefore(last, 12);
    case RangeChoice::All:
        break;
    }
    return quoted.first;
}

} // namespace

std::vector<core::CalendarPtr> calendarsOf(const charts::ChartContent &content)
{
    std::vector<core::CalendarPtr> all;
    for (const auto &[symbol, curve] : content.curves) {
        if (!curve.bars->bars.empty())
            all.push_back(curve.bars->calendar);
    }
    return charts::shapingCalendars(all);
}

std::optional<SessionSpan> quotedSpan(const charts::ChartContent &content)
{
    std::optional<SessionSpan> span;
    for (const auto &[symbol, curve] : content.curves) {
        const core::BarHistory &history = curve.dailyCloses ? *curve.dailyCloses : *curve.bars;
        if (history.bars.empty())
            continue;
        const SessionDate first = charts::sessionOf(history.bars.front(), history);
        const SessionDate last = charts::sessionOf(history.bars.back(), history);
        span = span ? SessionSpan{std::min(span->first, first), std::max(span->last, last)} : SessionSpan{first, last};
        if (curve.ticks) {
            span->first = std::min(span->first, curve.ticks->sessionOf(curve.ticks->snapshot->firstTime()));
            span->last = std::max(span->last, curve.ticks->sessionOf(curve.ticks->snapshot->lastTime()));
        }
    }
    return span;
}

std::optional<SessionSpan> sessionsIn(core::TimeRange range, std::span<const core::CalendarPtr> calendars)
{
    std::optional<SessionSpan> span;
    for (const core::CalendarPtr &calendar : calendars) {
        const auto last = calendar->latestOpenedBy(core::Time{range.end.ns - 1});
        auto first = calendar->latestOpenedBy(range.begin);
        if (first && first->hours.end <= range.begin)
            first = calendar->sessionAfter(first->date);
        if (!first || !last || last->date < first->date)
            continue;
        span = span ? SessionSpan{std::min(span->first, first->date), std::max(span->last, last->date)}
                    : SessionSpan{first->date, last->date};
    }
    return span;
}

bool hasAtMost(int most, SessionSpan span, std::span<const core::CalendarPtr> calendars)
{
    std::optional<SessionDate> date = span.last.plusDays(1);
    for (int i = 0; i <= most; ++i) {
        date = sessionBefore(*date, calendars);
        if (!date || *date < span.first)
            return true;
    }
    return false;
}

SessionSpan spanOf(RangeChoice choice, SessionDate last, SessionSpan quoted,
                   std::span<const core::CalendarPtr> calendars)
{
    if (choice == RangeChoice::All)
        return quoted;
    const SessionDate first = std::max(quoted.first, firstOf(choice, last, quoted, calendars));
    return {std::min(last, sessionFrom(first, calendars).value_or(first)), last};
}

} // namespace tickmark::desk
