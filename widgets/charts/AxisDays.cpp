// SPDX-License-Identifier: GPL-3.0-or-later
#include "AxisDays.h"

#include <algorithm>
#include <map>

namespace tickmark::charts {

namespace {

core::Time midnight(core::SessionDate date, const core::ZoneRules &zone)
{
    return zone.fromLocalNs(qint64(date.days()) * core::kNsPerDay);
}

std::vector<AxisDay> calendarDays(std::span<const core::CalendarPtr> calendars, const core::ZoneRules &zone,
                                  core::SessionDate from, core::SessionDate to)
{
    std::map<core::SessionDate, AxisRange> hours;
    for (const core::CalendarPtr &calendar : calendars) {
        for (const core::Session &session : calendar->sessions(from, to)) {
            const auto [entry, isNew] = hours.try_emplace(session.date,
                                                          AxisRange{session.hours.begin.ns, session.hours.end.ns});
            entry->second.begin = std::min(entry->second.begin, session.hours.begin.ns);
            entry->second.end = std::max(entry->second.end, session.hours.end.ns);
        }
    }
    std::vector<AxisDay> days;
    for (core::SessionDate date = from; date <= to; date = date.plusDays(1)) {
        const AxisRange slot{midnight(date, zone).ns, midnight(date.plusDays(1), zone).ns};
        const auto open = hours.find(date);
        const AxisRange regular = open == hours.end() ? slot : open->second;
        days.push_back({date, slot, regular, regular});
    }
    return days;
}

//! Pre- and after-market belong to the day of the exchange's clock; with exchanges of several zones a day of one reaches
//! into the session of another, so then only regular hours count.
bool haveOneZone(std::span<const core::CalendarPtr> calendars)
{
    return std::ranges::all_of(calendars, [&](const core::CalendarPtr &calendar) {
        return !calendar->isRoundTheClock() && calendar->zone().id() == calendars.front()->zone().id();
    });
}

} // namespace

std::vector<core::CalendarPtr> shapingCalendars(std::span<const core::CalendarPtr> all)
{
    const bool onlyRoundTheClock = std::ranges::all_of(
        all, [](const core::CalendarPtr &calendar) { return calendar->isRoundTheClock(); });
    std::vector<core::CalendarPtr> result;
    for (const core::CalendarPtr &calendar : all) {
        const bool counts = onlyRoundTheClock || !calendar->isRoundTheClock();
        const bool known = std::ranges::any_of(
            result, [&](const core::CalendarPtr &other) { return other->mic() == calendar->mic(); });
        if (counts && !known)
            result.push_back(calendar);
    }
    return result;
}

std::vector<AxisDay> axisDays(std::span<const core::CalendarPtr> calendars, const core::TimeScale &scale,
                              const core::ZoneRules &zone, core::SessionDate from, core::SessionDate to)
{
    const std::vector<core::CalendarPtr> shaping = shapingCalendars(calendars);
    if (!scale.isTradingTime())
        return calendarDays(shaping, zone, from, to);

    std::map<core::SessionDate, AxisRange> regular;
    for (const core::CalendarPtr &calendar : shaping) {
        for (const core::Session &session : calendar->sessions(from, to)) {
            const AxisRange hours{scale.toAxis(session.hours.begin), scale.toAxis(session.hours.end)};
            const auto [entry, isNew] = regular.try_emplace(session.date, hours);
            entry->second.begin = std::min(entry->second.begin, hours.begin);
            entry->second.end = std::max(entry->second.end, hours.end);
        }
    }
    const bool extend = !shaping.empty() && haveOneZone(shaping);
    std::vector<AxisDay> days;
    for (const auto &[date, hours] : regular) {
        AxisRange slot = hours;
        if (extend) {
            const core::ZoneRules &exchangeZone = shaping.front()->zone();
            slot = {scale.toAxis(midnight(date, exchangeZone)), scale.toAxis(midnight(date.plusDays(1), exchangeZone))};
        }
        if (!slot.isEmpty())
            days.push_back({date, slot, hours, slot});
    }
    return days;
}

} // namespace tickmark::charts
