// SPDX-License-Identifier: GPL-3.0-or-later
#include "NextRun.h"

#include "FetchFault.h"
#include "FetchPlan.h"

#include <algorithm>
#include <climits>
#include <iterator>
#include <utility>

namespace tickmark::pipeline {

using core::CalendarPtr;
using core::kNsPerDay;
using core::kNsPerHour;
using core::kNsPerMinute;
using core::Session;
using core::SessionCalendar;
using core::Time;
using store::FetchSchedule;
using store::FetchState;

namespace {

constexpr qint64 kAfterClose = kSettleNs + kNsPerMinute; // clocks differ: nobody is to come too early
constexpr qint64 kFirstBackOff = kNsPerMinute;
constexpr qint64 kLongestBackOff = 6 * kNsPerHour;
constexpr qint64 kLongestPatience = 7 * kNsPerDay; // a server that asks for more is not believed
constexpr qint64 kClockNoise = kNsPerMinute;       // by how much a clock is set right without anyone noticing
constexpr int kLongestInterval = 366 * 24 * 60;    // minutes
constexpr int kSearchDays = 400;

bool isGivenUp(const FetchState &state)
{
    return state.errorCode == kNotAskedCode || state.errorCode == kNotFinishedCode;
}

using Calendars = std::span<const CalendarPtr>;

qint64 backOff(int failures)
{
    constexpr int kMostDoublings = 9; // 512 minutes: beyond the longest
    return failures < 1 ? 0 : std::min(kFirstBackOff << std::min(failures - 1, kMostDoublings), kLongestBackOff);
}

//! The first session from the day before `from` on that `wanted` accepts.
template <typename Wanted>
std::optional<Session> firstSession(const SessionCalendar &calendar, Time from, const Wanted &wanted)
{
    const core::SessionDate today = calendar.zone().dateAt(from);
    for (int day = -1; day <= kSearchDays; ++day) {
        if (const auto session = calendar.session(today.plusDays(day)); session && wanted(*session))
            return session;
    }
    return std::nullopt;
}

//! The first moment from `from` on at which the exchange trades.
std::optional<Time> openFrom(const SessionCalendar &calendar, Time from)
{
    const auto session = firstSession(calendar, from, [from](const Session &it) { return it.hours.end > from; });
    if (!session)
        return std::nullopt;
    if (session->lunch && session->lunch->contains(from))
        return session->lunch->end;
    return std::max(from, session->hours.begin);
}

//! The first close whose bars were not final yet at `time`.
std::optional<Time> closeAfter(const SessionCalendar &calendar, Time time)
{
    const auto session = firstSession(calendar, time,
                                      [time](const Session &it) { return it.hours.end.ns + kSettleNs > time.ns; });
    return session ? std::optional(session->hours.end) : std::nullopt;
}

template <typename Find>
std::optional<Time> earliest(Calendars calendars, Find find)
{
    std::optional<Time> first;
    for (const CalendarPtr &calendar : calendars) {
        if (const auto time = find(*calendar); time && (!first || *time < *first))
            first = time;
    }
    return first;
}

std::optional<Time> anyOpenFrom(Calendars calendars, Time from)
{
    if (calendars.empty())
        return from;
    return earliest(calendars, [from](const SessionCalendar &calendar) { return openFrom(calendar, from); });
}

std::optional<Time> anyCloseAfter(Calendars calendars, Time time)
{
    if (!calendars.empty())
        return earliest(calendars, [time](const SessionCalendar &calendar) { return closeAfter(calendar, time); });
    return core::SessionDate::utcDateOf(Time{time.ns - kSettleNs}).plusDays(1).utcMidnight();
}

std::optional<Time> nextAfterClose(const LastRun &last, Calendars calendars, Time atFirst)
{
    if (!last.at || last.wasCut)
        return atFirst;
    auto next = anyCloseAfter(calendars, *last.at);
    if (next)
        next = std::max(Time{next->ns + kAfterClose}, atFirst);
    if (last.failuresOfAny == 0)
        return next;
    const Time again = std::max(Time{last.at->ns + std::max(kSettleNs, backOff(last.failuresOfAny))}, atFirst);
    return next ? std::min(*next, again) : again;
}

} // namespace

LastRun lastRunOf(std::span<const FetchState> states, Time now)
{
    LastRun last;
    const auto believed = [now](const std::optional<Time> &time) { return time && time->ns <= now.ns + kClockNoise; };
    for (const FetchState &state : states) {
        if (believed(state.lastRun))
            last.at = std::max(last.at, state.lastRun);
        if (believed(state.lastSuccess))
            last.success = std::max(last.success, state.lastSuccess);
    }
    if (!last.at)
        return last;
    const Time latestRetry{last.at->ns + kLongestPatience};
    last.failuresOfAll = INT_MAX;
    for (const FetchState &state : states) {
        if (!believed(state.lastRun))
            continue;
        if (state.retryAt && (!last.success || *last.success <= *state.lastRun))
            last.retryAt = std::max(last.retryAt, std::optional(std::min(*state.retryAt, latestRetry)));
        if (state.lastRun != last.at || isGivenUp(state))
            continue;
        last.wasCut = last.wasCut || state.errorCode == kCutCode;
        last.failuresOfAll = std::min(last.failuresOfAll, state.failures);
        last.failuresOfAny = std::max(last.failuresOfAny, state.failures);
    }
    return last;
}

std::vector<FetchState> failedItems(std::span<const FetchState> states, const LastRun &last)
{
    std::vector<FetchState> failed;
    std::ranges::copy_if(states, std::back_inserter(failed), [&last](const FetchState &state) {
        return state.lastRun == last.at && !state.errorCode.isEmpty();
    });
    std::ranges::stable_sort(
        failed, {}, [](const FetchState &state) { return std::pair(isGivenUp(state), isRemark(state.errorCode)); });
    return failed;
}

std::optional<Time> nextRun(const store::SourceSetup &setup, std::span<const FetchState> states,
                            std::span<const CalendarPtr> calendars, Time now)
{
    if (!setup.isEnabled)
        return std::nullopt;
    const LastRun last = lastRunOf(states, now);
    Time atFirst = std::max(now, last.retryAt.value_or(now));
    if (last.at)
        atFirst = std::max(atFirst, Time{last.at->ns + backOff(last.failuresOfAll)});
    const qint64 interval = std::clamp(setup.schedule.everyMinutes, 1, kLongestInterval) * kNsPerMinute;
    const Time regular = last.at && !last.wasCut ? std::max(atFirst, Time{last.at->ns + interval}) : atFirst;
    switch (setup.schedule.when) {
    case FetchSchedule::When::Manually:
        return std::nullopt;
    case FetchSchedule::When::Always:
        return regular;
    case FetchSchedule::When::SessionHours:
        return anyOpenFrom(calendars, regular);
    case FetchSchedule::When::AfterClose:
        break;
    }
    return nextAfterClose(last, calendars, atFirst);
}

} // namespace tickmark::pipeline
