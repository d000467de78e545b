// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace tickmark::core {

inline constexpr qint64 kNsPerSecond = 1'000'000'000;
inline constexpr qint64 kNsPerMinute = 60 * kNsPerSecond;
inline constexpr qint64 kNsPerHour = 60 * kNsPerMinute;
inline constexpr qint64 kNsPerDay = 24 * kNsPerHour;

//! A point in time: nanoseconds since 1970-01-01T00:00Z, UTC (leap seconds as POSIX has them). Zones exist in labels only.
struct Time
{
    qint64 ns = 0;

    friend auto operator<=>(const Time &, const Time &) = default;
};

//! Half-open: contains `begin`, not `end`.
struct TimeRange
{
    Time begin;
    Time end;

    [[nodiscard]] bool contains(Time time) const { return begin <= time && time < end; }
    [[nodiscard]] bool isEmpty() const { return end <= begin; }
    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

//! The date of one trading day of one exchange. Never a time: it has no zone, and no length of 24 hours.
//! Gregorian calendar, years 1 to 9999.
class SessionDate
{
public:
    constexpr SessionDate() = default;
    //! `days` counts from 1970-01-01.
    [[nodiscard]] static constexpr SessionDate fromDays(qint32 days) { return SessionDate(days); }
    [[nodiscard]] static std::optional<SessionDate> fromCivil(int year, int month, int day);
    //! Exactly "YYYY-MM-DD".
    [[nodiscard]] static std::optional<SessionDate> fromIso(std::string_view text);
    //! The date of `time` at UTC.
    [[nodiscard]] static SessionDate utcDateOf(Time time);

    [[nodiscard]] constexpr qint32 days() const { return m_days; }
    [[nodiscard]] int year() const;
    [[nodiscard]] int month() const;
    [[nodiscard]] int day() const;
    //! 1 = Monday ... 7 = Sunday.
    [[nodiscard]] int weekday() const;
    [[nodiscard]] std::string iso() const;
    //! Midnight UTC of that date: for arithmetic, not the session's opening.
    [[nodiscard]] Time utcMidnight() const { return Time{qint64(m_days) * kNsPerDay}; }
    [[nodiscard]] constexpr SessionDate plusDays(qint32 count) const { return SessionDate(m_days + count); }

    friend constexpr auto operator<=>(const SessionDate &, const SessionDate &) = default;

private:
    constexpr explicit SessionDate(qint32 days) : m_days(days) {}

    qint32 m_days = 0;
};

//! ISO 8601 with a date, a time of day and an offset: "2025-01-27T16:40:00Z", "2025-01-27 11:40:00.25-05:00". Seconds
//! may be missing, fractions have 1 to 9 digits. Nothing for anything else, and for times that nanoseconds cannot hold
//! (before 1677 or after 2262).
[[nodiscard]] std::optional<Time> parseIsoTime(std::string_view text);

//! "2025-01-27T16:40:00Z", with as many decimals of a second as needed (none, 3, 6 or 9).
[[nodiscard]] std::string isoTime(Time time);

} // namespace tickmark::core
