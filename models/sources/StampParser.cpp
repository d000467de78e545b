// SPDX-License-Identifier: GPL-3.0-or-later
#include "StampParser.h"

#include <algorithm>
#include <array>
#include <string>

using namespace std::string_view_literals;

namespace tickmark::sources {

namespace {

using core::SessionDate;
using Parsed = tl::expected<Stamp, StampFault>;

constexpr int kFirstYear = 1800;
constexpr int kLastYear = 2100;
constexpr qint64 kEndOfEpochSeconds = 4'133'980'800; // 2101-01-01

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

//! Takes text from the front, piece by piece.
struct Cursor
{
    std::string_view text;

    bool atEnd() const { return text.empty(); }
    char front() const { return text.empty() ? '\0' : text.front(); }
    bool take(char c)
    {
        if (front() != c)
            return false;
        text.remove_prefix(1);
        return true;
    }
    //! Between `least` and `most` digits, as many as there are; -1 when there are fewer.
    int takeNumber(int least, int most)
    {
        int value = 0;
        int count = 0;
        while (count < most && isDigit(front())) {
            value = value * 10 + (front() - '0');
            text.remove_prefix(1);
            ++count;
        }
        return count < least ? -1 : value;
    }
    void skip(std::string_view set) { text.remove_prefix(std::min(text.find_first_not_of(set), text.size())); }
    //! Only ASCII letters are folded.
    bool takeWord(std::string_view lower)
    {
        if (text.size() < lower.size())
            return false;
        for (size_t i = 0; i < lower.size(); ++i) {
            const char c = text[i];
            if ((c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c) != lower[i])
                return false;
        }
        text.remove_prefix(lower.size());
        return true;
    }
};

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

//! Fraction digits as nanoseconds; what is finer is cut off. -1 without a digit.
qint64 takeFraction(Cursor &cursor)
{
    if (!isDigit(cursor.front()))
        return -1;
    qint64 ns = 0;
    for (qint64 unit = core::kNsPerSecond / 10; isDigit(cursor.front()); unit /= 10) {
        ns += unit * (cursor.front() - '0');
        cursor.text.remove_prefix(1);
    }
    return ns;
}

//! "Z", "+01:00", "+0100", "+01", "UTC", "GMT+0100"; nothing without error when the text ends. False for anything else.
bool takeOffset(Cursor &cursor, std::optional<qint64> &offset)
{
    cursor.skip(" ");
    if (cursor.atEnd())
        return true;
    if (cursor.take('Z') || cursor.take('z') || cursor.takeWord("utc") || cursor.takeWord("gmt")) {
        offset = 0;
        if (cursor.atEnd())
            return true;
    }
    const bool west = cursor.front() == '-';
    if (!cursor.take('+') && !cursor.take('-'))
        return false;
    const int hours = cursor.takeNumber(2, 2);
    cursor.take(':');
    const int minutes = cursor.atEnd() ? 0 : cursor.takeNumber(2, 2);
    if (hours < 0 || hours > 15 || minutes < 0 || minutes > 59 || !cursor.atEnd())
        return false;
    const qint64 size = hours * core::kNsPerHour + minutes * core::kNsPerMinute;
    offset = west ? -size : size;
    return true;
}

//! "AM" or "PM" turns 12-hour clocks into 24; false when the hour does not fit.
bool takeHalfOfDay(Cursor &cursor, int &hour)
{
    Cursor ahead = cursor;
    ahead.skip(" ");
    const bool pm = ahead.takeWord("pm");
    if (!pm && !ahead.takeWord("am"))
        return true;
    cursor = ahead;
    if (hour < 1 || hour > 12)
        return false;
    hour = hour % 12 + (pm ? 12 : 0);
    return true;
}

//! HHMM, HHMMSS or HHMMSSmmm without marks between.
std::optional<TimeOfDay> takeDigitsOfDay(Cursor &cursor)
{
    size_t count = 0;
    while (count < cursor.text.size() && isDigit(cursor.text[count]))
        ++count;
    if (count != 4 && count != 6 && count != 9)
        return {};
    const int hour = cursor.takeNumber(2, 2);
    const int minute = cursor.takeNumber(2, 2);
    const int second = count > 4 ? cursor.takeNumber(2, 2) : 0;
    const qint64 fraction = count > 6 || (count == 6 && cursor.take('.')) ? takeFraction(cursor) : 0;
    TimeOfDay time;
    if (hour > 23 || minute > 59 || second > 59 || fraction < 0 || !takeOffset(cursor, time.offsetNs))
        return {};
    time.ns = hour * core::kNsPerHour + minute * core::kNsPerMinute + second * core::kNsPerSecond + fraction;
    return time;
}

std::optional<TimeOfDay> takeTimeOfDay(Cursor &cursor)
{
    if (cursor.text.size() >= 4 && isDigit(cursor.text[1]) && isDigit(cursor.text[2]))
        return takeDigitsOfDay(cursor);
    int hour = cursor.takeNumber(1, 2);
    if (hour < 0 || !cursor.take(':'))
        return {};
    const int minute = cursor.takeNumber(2, 2);
    const int second = cursor.take(':') ? cursor.takeNumber(2, 2) : 0;
    qint64 fraction = 0;
    if (cursor.take('.') || cursor.take(','))
        fraction = takeFraction(cursor);
    TimeOfDay time;
    if (minute < 0 || minute > 59 || second < 0 || second > 59 || fraction < 0 || !takeHalfOfDay(cursor, hour)
        || hour > 23 || !takeOffset(cursor, time.offsetNs))
        return {};
    time.ns = hour * core::kNsPerHour + minute * core::kNsPerMinute + second * core::kNsPerSecond + fraction;
    return time;
}

//! 1 to 12 for a month's name or its first three letters, in English or German; 0 for none.
int takeMonthName(Cursor &cursor)
{
    size_t length = 0;
    while (length < cursor.text.size() && isLetter(cursor.text[length]))
        ++length;
    std::string word(cursor.text.substr(0, std::min(length, size_t(10))));
    std::ranges::transform(word, word.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    constexpr std::array<std::pair<std::string_view, int>, 23> kNames = {{
        {"january"sv, 1},   {"januar"sv, 1},      {"j\xC3\xA4nner"sv, 1}, {"february"sv, 2}, {"februar"sv, 2},
        {"march"sv, 3},     {"m\xC3\xA4rz"sv, 3}, {"mrz"sv, 3},           {"april"sv, 4},    {"may"sv, 5},
        {"mai"sv, 5},       {"june"sv, 6},        {"juni"sv, 6},          {"july"sv, 7},     {"juli"sv, 7},
        {"august"sv, 8},    {"september"sv, 9},   {"sept"sv, 9},          {"october"sv, 10}, {"oktober"sv, 10},
        {"november"sv, 11}, {"december"sv, 12},   {"dezember"sv, 12},
    }};
    for (const auto &[name, month] : kNames) {
        // "März" has its first three letters in four bytes.
        const size_t shortLength = name.starts_with("m\xC3") || name.starts_with("j\xC3") ? 4 : 3;
        if (word == name || word == name.substr(0, shortLength)) {
            cursor.text.remove_prefix(length);
            return month;
        }
    }
    return 0;
}

int fullYear(int twoDigits)
{
    return twoDigits + (twoDigits < 70 ? 2000 : 1900);
}

//! Four digits, or two. -1 for anything else.
int takeYear(Cursor &cursor)
{
    const size_t before = cursor.text.size();
    const int year = cursor.takeNumber(2, 4);
    const size_t digits = before - cursor.text.size();
    return year < 0 || digits == 3 ? -1 : digits == 2 ? fullYear(year) : year;
}

Parsed finish(Cursor &cursor, int year, int month, int day)
{
    if (year < 0)
        return tl::unexpected(StampFault::NotADate);
    const auto date = SessionDate::fromCivil(year, month, day);
    if (!date)
        return tl::unexpected(StampFault::NotADate);
    Stamp stamp{*date, {}, false};
    if (!cursor.atEnd()) {
        const size_t before = cursor.text.size();
        if (!cursor.take('T'))
            cursor.skip(", "sv);
        if (cursor.text.size() == before)
            return tl::unexpected(StampFault::NotADate);
        const auto time = takeTimeOfDay(cursor);
        if (!time)
            return tl::unexpected(StampFault::NotADate);
        stamp.time = *time;
        stamp.hasTime = true;
    }
    if (year < kFirstYear || year > kLastYear)
        return tl::unexpected(StampFault::OutOfRange);
    return stamp;
}

Parsed parseYearFirst(std::string_view text)
{
    Cursor cursor{text};
    const int year = cursor.takeNumber(4, 4);
    const char mark = cursor.front();
    if (year < 0 || (mark != '-' && mark != '/' && mark != '.'))
        return tl::unexpected(StampFault::NotADate);
    cursor.take(mark);
    const int month = cursor.takeNumber(1, 2);
    if (!cursor.take(mark))
        return tl::unexpected(StampFault::NotADate);
    const int day = cursor.takeNumber(1, 2);
    return finish(cursor, year, month, day);
}

//! "Jan 27, 2025"
Parsed parseNamedMonthFirst(Cursor cursor)
{
    const int month = takeMonthName(cursor);
    cursor.skip(". -"sv);
    const int day = cursor.takeNumber(1, 2);
    cursor.skip(", -"sv);
    const int year = cursor.takeNumber(4, 4);
    return month ? finish(cursor, year, month, day) : tl::unexpected(StampFault::NotADate);
}

Parsed parseYearLast(std::string_view text, bool monthFirst)
{
    Cursor cursor{text};
    if (isLetter(cursor.front()))
        return parseNamedMonthFirst(cursor);
    const int first = cursor.takeNumber(1, 2);
    if (first < 0)
        return tl::unexpected(StampFault::NotADate);
    const char mark = cursor.front();
    Cursor named = cursor;
    named.skip(". -"sv);
    if (isLetter(named.front())) {
        const int month = takeMonthName(named);
        named.skip(". -"sv);
        const int year = takeYear(named);
        return month ? finish(named, year, month, first) : tl::unexpected(StampFault::NotADate);
    }
    if (mark != '.' && mark != '/' && mark != '-')
        return tl::unexpected(StampFault::NotADate);
    cursor.take(mark);
    const int second = cursor.takeNumber(1, 2);
    if (second < 0 || !cursor.take(mark))
        return tl::unexpected(StampFault::NotADate);
    const int year = takeYear(cursor);
    return monthFirst ? finish(cursor, year, first, second) : finish(cursor, year, second, first);
}

Parsed parseCompact(std::string_view text)
{
    Cursor cursor{text};
    const int year = cursor.takeNumber(4, 4);
    const int month = cursor.takeNumber(2, 2);
    const int day = cursor.takeNumber(2, 2);
    if (year < 0 || month < 0 || day < 0)
        return tl::unexpected(StampFault::NotADate);
    if (!isDigit(cursor.front()))
        return finish(cursor, year, month, day);
    // 20250127170000: the time of day follows without a blank
    Cursor none;
    auto stamp = finish(none, year, month, day);
    const auto time = takeDigitsOfDay(cursor);
    if (!time)
        return tl::unexpected(StampFault::NotADate);
    if (stamp) {
        stamp->time = *time;
        stamp->hasTime = true;
    }
    return stamp;
}

//! A count of `unitNs` with an optional fraction, in nanoseconds, from 0 to below `limitNs`.
tl::expected<qint64, StampFault> parseCount(std::string_view text, qint64 unitNs, qint64 limitNs)
{
    Cursor cursor{text};
    const bool negative = cursor.take('-');
    if (!isDigit(cursor.front()))
        return tl::unexpected(StampFault::NotADate);
    const qint64 limit = limitNs / unitNs;
    qint64 whole = 0;
    bool outside = negative;
    for (; isDigit(cursor.front()); cursor.text.remove_prefix(1)) {
        const int digit = cursor.front() - '0';
        outside = outside || whole > (limit - 1 - digit) / 10;
        whole = outside ? 0 : whole * 10 + digit;
    }
    qint64 fraction = 0;
    if (cursor.take('.') || cursor.take(','))
        fraction = takeFraction(cursor);
    if (fraction < 0 || !cursor.atEnd())
        return tl::unexpected(StampFault::NotADate);
    if (outside)
        return tl::unexpected(StampFault::OutOfRange);
    return whole * unitNs + fraction / (core::kNsPerSecond / unitNs);
}

Parsed parseEpoch(std::string_view text, qint64 unitNs)
{
    const auto ns = parseCount(text, unitNs, kEndOfEpochSeconds * core::kNsPerSecond);
    if (!ns)
        return tl::unexpected(ns.error());
    const SessionDate date = SessionDate::fromDays(qint32(*ns / core::kNsPerDay));
    return Stamp{date, {*ns % core::kNsPerDay, 0}, true};
}

} // namespace

StampParser::StampParser(DateForm form, std::optional<SessionDate> outsideDate)
    : m_form(form), m_outsideDate(outsideDate.value_or(SessionDate()))
{}

Parsed StampParser::parse(std::string_view text) const
{
    text = trimmed(text);
    switch (m_form) {
    case DateForm::YearMonthDay:
        return parseYearFirst(text);
    case DateForm::DayMonthYear:
        return parseYearLast(text, false);
    case DateForm::MonthDayYear:
        return parseYearLast(text, true);
    case DateForm::Compact:
        return parseCompact(text);
    case DateForm::EpochSeconds:
        return parseEpoch(text, core::kNsPerSecond);
    case DateForm::EpochMilliseconds:
        return parseEpoch(text, 1'000'000);
    case DateForm::EpochMicroseconds:
        return parseEpoch(text, 1'000);
    case DateForm::EpochNanoseconds:
        return parseEpoch(text, 1);
    case DateForm::MillisecondsOfDay: {
        const auto ns = parseCount(text, 1'000'000, core::kNsPerDay);
        if (!ns)
            return tl::unexpected(ns.error());
        return Stamp{m_outsideDate, {*ns, {}}, true};
    }
    case DateForm::DayOrMonthFirst:
        break;
    }
    return tl::unexpected(StampFault::NotADate);
}

std::optional<TimeOfDay> parseTimeOfDay(std::string_view text)
{
    Cursor cursor{trimmed(text)};
    const auto time = takeTimeOfDay(cursor);
    return cursor.atEnd() ? time : std::nullopt;
}

} // namespace tickmark::sources
