// SPDX-License-Identifier: GPL-3.0-or-later
#include "Time.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace tickmark::core {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

year_month_day civil(SessionDate date)
{
    return year_month_day(sys_days(std::chrono::days(date.days())));
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

//! Reads exactly `width` digits at the front of `text`; -1 when they are not there.
int takeDigits(std::string_view &text, std::size_t width)
{
    if (text.size() < width || !std::all_of(text.begin(), text.begin() + qptrdiff(width), isDigit))
        return -1;
    int value = 0;
    for (std::size_t i = 0; i < width; ++i)
        value = value * 10 + (text[i] - '0');
    text.remove_prefix(width);
    return value;
}

bool takeChar(std::string_view &text, char c)
{
    if (text.empty() || text.front() != c)
        return false;
    text.remove_prefix(1);
    return true;
}

//! Nanoseconds of ".123456789"; 0 when there is no fraction, -1 when it is malformed.
qint64 takeFraction(std::string_view &text)
{
    if (!takeChar(text, '.') && !takeChar(text, ','))
        return 0;
    qint64 ns = 0;
    qint64 place = kNsPerSecond / 10;
    if (text.empty() || !isDigit(text.front()))
        return -1;
    for (; !text.empty() && isDigit(text.front()); text.remove_prefix(1), place /= 10) {
        if (place == 0)
            return -1;
        ns += place * (text.front() - '0');
    }
    return ns;
}

//! "Z", "+01:00", "+0100" or "-05" as nanoseconds to subtract.
std::optional<qint64> takeOffset(std::string_view &text)
{
    if (takeChar(text, 'Z'))
        return 0;
    const bool behind = takeChar(text, '-');
    if (!behind && !takeChar(text, '+'))
        return std::nullopt;
    const int hours = takeDigits(text, 2);
    takeChar(text, ':');
    const int minutes = text.empty() ? 0 : takeDigits(text, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return std::nullopt;
    const qint64 ns = hours * kNsPerHour + minutes * kNsPerMinute;
    return behind ? -ns : ns;
}

} // namespace

std::optional<SessionDate> SessionDate::fromCivil(int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    const year_month_day ymd{std::chrono::year(year), std::chrono::month(unsigned(month)),
                             std::chrono::day(unsigned(day))};
    if (!ymd.ok())
        return std::nullopt;
    return fromDays(qint32(sys_days(ymd).time_since_epoch().count()));
}

std::optional<SessionDate> SessionDate::fromIso(std::string_view text)
{
    const int year = takeDigits(text, 4);
    if (year < 0 || !takeChar(text, '-'))
        return std::nullopt;
    const int month = takeDigits(text, 2);
    if (month < 0 || !takeChar(text, '-'))
        return std::nullopt;
    const int day = takeDigits(text, 2);
    if (day < 0 || !text.empty())
        return std::nullopt;
    return fromCivil(year, month, day);
}

SessionDate SessionDate::utcDateOf(Time time)
{
    const qint64 days = time.ns / kNsPerDay;
    return fromDays(qint32(time.ns % kNsPerDay < 0 ? days - 1 : days));
}

int SessionDate::year() const
{
    return int(civil(*this).year());
}

int SessionDate::month() const
{
    return int(unsigned(civil(*this).month()));
}

int SessionDate::day() const
{
    return int(unsigned(civil(*this).day()));
}

int SessionDate::weekday() const
{
    return int(std::chrono::weekday(sys_days(std::chrono::days(m_days))).iso_encoding());
}

std::string SessionDate::iso() const
{
    std::array<char, 32> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year(), month(), day());
    return std::string(buffer.data(), std::size_t(length));
}

std::optional<Time> parseIsoTime(std::string_view text)
{
    const auto date = SessionDate::fromIso(text.substr(0, 10));
    if (!date || text.size() < 11)
        return std::nullopt;
    text.remove_prefix(10);
    if (!takeChar(text, 'T') && !takeChar(text, ' '))
        return std::nullopt;
    const int hour = takeDigits(text, 2);
    if (hour < 0 || hour > 23 || !takeChar(text, ':'))
        return std::nullopt;
    const int minute = takeDigits(text, 2);
    const int second = takeChar(text, ':') ? takeDigits(text, 2) : 0;
    const qint64 fraction = takeFraction(text);
    if (minute < 0 || minute > 59 || second < 0 || second > 59 || fraction < 0)
        return std::nullopt;
    const auto offset = takeOffset(text);
    if (!offset || !text.empty())
        return std::nullopt;
    const qint64 inDay = hour * kNsPerHour + minute * kNsPerMinute + second * kNsPerSecond + fraction - *offset;
    qint64 ns = 0;
    if (__builtin_mul_overflow(qint64(date->days()), kNsPerDay, &ns) || __builtin_add_overflow(ns, inDay, &ns))
        return std::nullopt;
    return Time{ns};
}

std::string isoTime(Time time)
{
    const SessionDate date = SessionDate::utcDateOf(time);
    const qint64 inDay = time.ns - qint64(date.days()) * kNsPerDay;
    const qint64 seconds = inDay / kNsPerSecond;
    qint64 fraction = inDay % kNsPerSecond;
    std::array<char, 64> buffer{};
    int length = std::snprintf(buffer.data(), buffer.size(), "%sT%02d:%02d:%02d", date.iso().c_str(),
                               int(seconds / 3600), int(seconds / 60 % 60), int(seconds % 60));
    std::string text(buffer.data(), std::size_t(length));
    if (fraction != 0) {
        int digits = 9;
        for (; fraction % 1000 == 0; fraction /= 1000)
            digits -= 3;
        length = std::snprintf(buffer.data(), buffer.size(), ".%0*lld", digits, static_cast<long long>(fraction));
        text.append(buffer.data(), std::size_t(length));
    }
    return text + 'Z';
}

} // namespace tickmark::core
