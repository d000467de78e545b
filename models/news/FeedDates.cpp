// SPDX-License-Identifier: GPL-3.0-or-later
#include "FeedDates.h"

#include <QString>

#include <array>
#include <string_view>

namespace tickmark::news {

namespace {

constexpr qsizetype kLongestDate = 80;

struct NamedNumber
{
    std::u16string_view name;
    int number;
};

// how the names of months begin, in lower case: English, German, Hungarian, Greek
constexpr std::array<NamedNumber, 49> kMonths{{
    {u"jan", 1},  {u"jän", 1},  {u"feb", 2},  {u"mar", 3},  {u"mär", 3},  {u"maer", 3}, {u"mrz", 3},
    {u"apr", 4},  {u"may", 5},  {u"mai", 5},  {u"jun", 6},  {u"jul", 7},  {u"aug", 8},  {u"sep", 9},
    {u"oct", 10}, {u"okt", 10}, {u"nov", 11}, {u"dec", 12}, {u"dez", 12}, {u"már", 3},  {u"ápr", 4},
    {u"máj", 5},  {u"jún", 6},  {u"júl", 7},  {u"szep", 9}, {u"ιαν", 1},  {u"φεβ", 2},  {u"μάρ", 3},
    {u"μαρ", 3},  {u"μάώ", 3},  {u"μαώ", 3},  {u"απρ", 4},  {u"μάι", 5},  {u"μάϊ", 5},  {u"μαϊ", 5},
    {u"μαΐ", 5},  {u"ιούν", 6}, {u"ιουν", 6}, {u"ιον", 6},  {u"ιούλ", 7}, {u"ιουλ", 7}, {u"ιολ", 7},
    {u"αύγ", 8},  {u"αυγ", 8},  {u"σεπ", 9},  {u"οκτ", 10}, {u"νοέ", 11}, {u"νοε", 11}, {u"δεκ", 12},
}};

// minutes ahead of UTC
constexpr std::array<NamedNumber, 42> kZones{{
    {u"z", 0},      {u"ut", 0},     {u"utc", 0},    {u"gmt", 0},    {u"wet", 0},    {u"bst", 60},    {u"west", 60},
    {u"cet", 60},   {u"mez", 60},   {u"met", 60},   {u"cest", 120}, {u"mesz", 120}, {u"mest", 120},  {u"eet", 120},
    {u"oez", 120},  {u"eest", 180}, {u"oesz", 180}, {u"msk", 180},  {u"ist", 330},  {u"sgt", 480},   {u"hkt", 480},
    {u"awst", 480}, {u"jst", 540},  {u"kst", 540},  {u"aest", 600}, {u"aedt", 660}, {u"nzst", 720},  {u"nzdt", 780},
    {u"nst", -210}, {u"adt", -180}, {u"ast", -240}, {u"edt", -240}, {u"est", -300}, {u"et", -300},   {u"cdt", -300},
    {u"cst", -360}, {u"mdt", -360}, {u"mst", -420}, {u"pdt", -420}, {u"pst", -480}, {u"akdt", -480}, {u"akst", -540},
}};

bool isSame(QStringView word, std::u16string_view name)
{
    return word == QStringView(name.data(), qsizetype(name.size()));
}

//! What was found in a date so far; -1 and flags say what was not.
class DateReader
{
public:
    explicit DateReader(QStringView text) : m_text(text) {}

    std::optional<core::Time> read()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            const bool isUnderstood = isDigit(m_at)  ? readNumber()
                                      : c.isLetter() ? readWord()
                                      : isOffset()   ? readOffset()
                                                     : skip();
            if (!isUnderstood)
                return std::nullopt;
        }
        return time();
    }

private:
    struct Number
    {
        int value = 0;
        qsizetype digits = 0;
        QChar before; //!< what stands in front of it
    };

    [[nodiscard]] bool isDigit(qsizetype at) const
    {
        return at < m_text.size() && m_text[at] >= u'0' && m_text[at] <= u'9';
    }
    [[nodiscard]] bool isChar(qsizetype at, char16_t c) const { return at < m_text.size() && m_text[at] == c; }
    [[nodiscard]] bool isOffset() const
    {
        return m_hasTime && !m_hasOffset
               && (m_text[m_at] == u'+' || m_text[m_at] == u'-' || m_text[m_at] == QChar(0x2212)) && isDigit(m_at + 1);
    }

    bool skip()
    {
        ++m_at;
        return true;
    }

    //! At most nine digits; the rest of a longer run stays.
    Number takeNumber(qsizetype most = 9)
    {
        Number number{0, 0, m_at > 0 ? m_text[m_at - 1] : QChar(u' ')};
        for (; isDigit(m_at) && number.digits < most; ++m_at, ++number.digits)
            number.value = number.value * 10 + (m_text[m_at].unicode() - u'0');
        return number;
    }

    bool readNumber()
    {
        qsizetype end = m_at;
        while (isDigit(end))
            ++end;
        const qsizetype digits = end - m_at;
        if (!m_hasTime && (isChar(end, u':') || m_isTimeNext))
            return readTime(digits);
        if (m_count == 0 && (digits == 8 || digits == 12 || digits == 14)) { // 20250127164000
            m_numbers = {takeNumber(4), takeNumber(2), takeNumber(2)};
            m_count = 3;
            return digits == 8 || readTime(digits - 8);
        }
        if (m_count == m_numbers.size() || digits > 4)
            return false;
        m_numbers[m_count++] = takeNumber();
        return true;
    }

    //! "16", "16:40", "16:40:07.25", "1640", "164007"
    bool readTime(qsizetype digits)
    {
        m_hasTime = true;
        m_isTimeNext = false;
        const bool isCompact = digits == 4 || digits == 6;
        if (digits > 2 && !isCompact)
            return false;
        m_hour = takeNumber(2).value;
        if (isCompact || (isChar(m_at, u':') && isDigit(m_at + 1))) {
            m_at += isCompact ? 0 : 1;
            m_minute = takeNumber(2).value;
        }
        if (digits == 6 || (isChar(m_at, u':') && isDigit(m_at + 1))) {
            m_at += digits == 6 ? 0 : 1;
            m_second = takeNumber(2).value;
        }
        if ((isChar(m_at, u'.') || isChar(m_at, u',')) && isDigit(m_at + 1)) {
            ++m_at;
            qint64 place = core::kNsPerSecond / 10;
            for (; isDigit(m_at); ++m_at, place /= 10)
                m_fractionNs += place * (m_text[m_at].unicode() - u'0');
        }
        return !isDigit(m_at);
    }

    //! "+0100", "+01:00", "+1"
    bool readOffset()
    {
        const bool isAhead = m_text[m_at] == u'+';
        ++m_at;
        const int hours = takeNumber(2).value;
        if (isChar(m_at, u':'))
            ++m_at;
        const int minutes = isDigit(m_at) ? takeNumber(2).value : 0;
        m_hasOffset = true;
        m_offset = (isAhead ? 1 : -1) * (hours * 60 + minutes);
        return hours < 24 && minutes < 60;
    }

    bool readWord()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && (m_text[m_at].isLetter() || m_text[m_at].isMark()))
            ++m_at;
        const QStringView word = m_text.sliced(start, m_at - start);
        if (word == u"t" && m_count > 0 && !m_hasTime) {
            m_isTimeNext = isDigit(m_at);
            return true;
        }
        for (const NamedNumber &month : kMonths) {
            if (m_month == 0 && word.startsWith(QStringView(month.name.data(), qsizetype(month.name.size())))) {
                m_month = month.number;
                return true;
            }
        }
        const bool isAfternoon = word == u"오후" || (m_hasTime && (word == u"pm" || word == u"p"));
        if (isAfternoon || word == u"오전" || (m_hasTime && (word == u"am" || word == u"a"))) {
            m_half = isAfternoon ? 12 : 0;
            m_hasHalf = true;
            return true;
        }
        return readZone(word) || m_hasTime || m_count == 0 || isFiller(word);
    }

    bool readZone(QStringView word)
    {
        for (const NamedNumber &zone : kZones) {
            if (!m_hasTime || !isSame(word, zone.name))
                continue;
            if (!m_hasOffset)
                m_offset = zone.number; // an offset in digits may follow: "GMT+1"
            return true;
        }
        return false;
    }

    static bool isFiller(QStringView word)
    {
        constexpr std::array<std::u16string_view, 11> kFillers{u"um", u"at", u"uhr", u"of", u"st", u"nd",
                                                               u"rd", u"th", u"년",  u"월", u"일"};
        for (const std::u16string_view filler : kFillers) {
            if (isSame(word, filler))
                return true;
        }
        return false;
    }

    [[nodiscard]] static int fullYear(const Number &year)
    {
        if (year.digits > 3)
            return year.value;
        // two digits until 1999; three are those of programs that went on counting from 1900
        return year.value + (year.digits == 3 || year.value >= 90 ? 1900 : 2000);
    }

    [[nodiscard]] std::optional<core::SessionDate> date() const
    {
        const auto &[first, second, third] = m_numbers;
        if (m_month > 0) {
            if (m_count != 2)
                return std::nullopt;
            return first.digits > 2 ? core::SessionDate::fromCivil(fullYear(first), m_month, second.value)
                                    : core::SessionDate::fromCivil(fullYear(second), m_month, first.value);
        }
        if (m_count > 0 && first.digits == 4)
            return yearFirst();
        if (m_count != 3)
            return std::nullopt;
        // 27.01.2025, but 01/27/2025
        const bool isMonthFirst = second.before != u'.' && first.value <= 12;
        return core::SessionDate::fromCivil(fullYear(third), isMonthFirst ? first.value : second.value,
                                            isMonthFirst ? second.value : first.value);
    }

    [[nodiscard]] std::optional<core::SessionDate> yearFirst() const
    {
        const auto &[year, month, day] = m_numbers;
        if (m_count == 2 && month.digits == 3) { // 2025-027
            const auto start = core::SessionDate::fromCivil(year.value, 1, 1);
            const auto found = start ? std::optional(start->plusDays(month.value - 1)) : std::nullopt;
            return found && month.value > 0 && found->year() == year.value ? found : std::nullopt;
        }
        return core::SessionDate::fromCivil(year.value, m_count > 1 ? month.value : 1, m_count > 2 ? day.value : 1);
    }

    [[nodiscard]] std::optional<core::Time> time() const
    {
        const auto found = date();
        const int hour = m_hasHalf ? m_hour % 12 + m_half : m_hour;
        const bool isMidnight = hour == 24 && m_minute == 0 && m_second == 0;
        if (!found || (hour > 23 && !isMidnight) || m_minute > 59 || m_second > 60 || (m_hasHalf && m_hour > 12))
            return std::nullopt;
        const qint64 inDay = hour * core::kNsPerHour + (m_minute - m_offset) * core::kNsPerMinute
                             + m_second * core::kNsPerSecond + m_fractionNs;
        qint64 ns = 0;
        if (__builtin_mul_overflow(qint64(found->days()), core::kNsPerDay, &ns)
            || __builtin_add_overflow(ns, inDay, &ns))
            return std::nullopt;
        return core::Time{ns};
    }

    QStringView m_text;
    qsizetype m_at = 0;
    std::array<Number, 3> m_numbers;
    size_t m_count = 0;
    int m_month = 0; //!< by its name
    int m_hour = 0;
    int m_minute = 0;
    int m_second = 0;
    qint64 m_fractionNs = 0;
    int m_half = 0; //!< hours to add in the afternoon
    int m_offset = 0;
    bool m_hasTime = false;
    bool m_isTimeNext = false;
    bool m_hasHalf = false;
    bool m_hasOffset = false;
};

} // namespace

std::optional<core::Time> parseFeedDate(QStringView text)
{
    const QString lower = text.trimmed().left(kLongestDate + 1).toString().toLower();
    return lower.size() > kLongestDate ? std::nullopt : DateReader(lower).read();
}

} // namespace tickmark::news
