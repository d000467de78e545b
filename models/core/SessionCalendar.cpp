// SPDX-License-Identifier: GPL-3.0-or-later
#include "SessionCalendar.h"

#include "CalendarParser.h"

#include <algorithm>

namespace tickmark::core {

namespace {

constexpr int kSearchDays = 400; //!< longer than any market was ever closed

} // namespace

Result<SessionCalendar> SessionCalendar::parse(const QByteArray &data, const QString &name)
{
    return CalendarParser(name).parse(data);
}

QString SessionCalendar::name(const QString &language) const
{
    return language == QLatin1String("de") ? m_nameDe : m_nameEn;
}

const SessionCalendar::Hours &SessionCalendar::hoursOn(SessionDate date) const
{
    const auto after = std::upper_bound(m_hours.begin(), m_hours.end(), date,
                                        [](SessionDate day, const Hours &hours) { return day < hours.from; });
    return after == m_hours.begin() ? m_hours.front() : *std::prev(after);
}

const SessionCalendar::DayException *SessionCalendar::find(const std::vector<DayException> &list, SessionDate date)
{
    const auto it = std::lower_bound(list.begin(), list.end(), date,
                                     [](const DayException &day, SessionDate wanted) { return day.date < wanted; });
    return it != list.end() && it->date == date ? &*it : nullptr;
}

bool SessionCalendar::isSession(SessionDate date) const
{
    const bool weekday = (m_weekdays >> (date.weekday() - 1)) & 1;
    return (weekday && !find(m_holidays, date)) || std::binary_search(m_tradedDays.begin(), m_tradedDays.end(), date);
}

QString SessionCalendar::holidayName(SessionDate date) const
{
    const DayException *holiday = find(m_holidays, date);
    return holiday ? holiday->name : QString();
}

std::optional<Session> SessionCalendar::session(SessionDate date) const
{
    if (!isSession(date))
        return std::nullopt;
    const Hours &regular = hoursOn(date);
    qint64 open = regular.openNs;
    qint64 close = regular.closeNs;
    if (const DayException *late = find(m_lateOpens, date))
        open = late->ns;
    if (const DayException *early = find(m_earlyCloses, date))
        close = early->ns;
    const qint64 midnight = qint64(date.days()) * kNsPerDay;
    const auto utc = [&](qint64 clock) { return m_zone.fromLocalNs(midnight + clock); };

    Session session;
    session.date = date;
    session.hours = {utc(open), utc(close)};
    if (regular.lunch && open < regular.lunch->first && regular.lunch->second < close)
        session.lunch = TimeRange{utc(regular.lunch->first), utc(regular.lunch->second)};
    session.shortened = open != regular.openNs || close != regular.closeNs;
    session.verified = covers(date);
    session.tradedHoliday = find(m_holidays, date) != nullptr || ((m_weekdays >> (date.weekday() - 1)) & 1) == 0;
    return session;
}

std::vector<Session> SessionCalendar::sessions(SessionDate first, SessionDate last) const
{
    std::vector<Session> result;
    for (SessionDate date = first; date <= last; date = date.plusDays(1)) {
        if (auto found = session(date))
            result.push_back(*found);
    }
    return result;
}

std::optional<Session> SessionCalendar::latestOpenedBy(Time time) const
{
    // A session may open on the day before its date (FX), so the search starts a day ahead.
    SessionDate date = m_zone.dateAt(time).plusDays(1);
    for (int i = 0; i < kSearchDays; ++i, date = date.plusDays(-1)) {
        if (auto found = session(date); found && found->hours.begin <= time)
            return found;
    }
    return std::nullopt;
}

std::optional<Session> SessionCalendar::sessionBefore(SessionDate date) const
{
    for (int i = 1; i <= kSearchDays; ++i) {
        if (auto found = session(date.plusDays(-i)))
            return found;
    }
    return std::nullopt;
}

std::optional<Session> SessionCalendar::sessionAfter(SessionDate date) const
{
    for (int i = 1; i <= kSearchDays; ++i) {
        if (auto found = session(date.plusDays(i)))
            return found;
    }
    return std::nullopt;
}

SessionDate SessionCalendar::sessionDateOf(Time time) const
{
    const SessionDate today = m_zone.dateAt(time);
    for (const SessionDate date : {today.plusDays(1), today}) {
        if (const auto found = session(date); found && found->hours.contains(time))
            return date;
    }
    return today;
}

SessionCalendar SessionCalendar::withTradedDays(std::span<const SessionDate> dates) const
{
    SessionCalendar calendar = *this;
    for (const SessionDate date : dates) {
        if (!calendar.isSession(date))
            calendar.m_tradedDays.push_back(date);
    }
    std::sort(calendar.m_tradedDays.begin(), calendar.m_tradedDays.end());
    const auto end = std::unique(calendar.m_tradedDays.begin(), calendar.m_tradedDays.end());
    calendar.m_tradedDays.erase(end, calendar.m_tradedDays.end());
    return calendar;
}

} // namespace tickmark::core
