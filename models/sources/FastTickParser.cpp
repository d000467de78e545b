// SPDX-License-Identifier: GPL-3.0-or-later
#include "FastTickParser.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

namespace tickmark::sources {

namespace {

constexpr quint64 kOnes = 0x0101010101010101u;
constexpr quint64 kZeros = '0' * kOnes;
constexpr qint64 kEndOfEpochSeconds = 4'133'980'800; // 2101-01-01, as StampParser
constexpr std::size_t kMostDigits = 18;

//! The last `size` (1 to 8) characters before `end`, with zeros in front.
inline quint64 load(const char *end, std::size_t size)
{
    const quint64 word = qFromLittleEndian<quint64>(end - 8);
    const quint64 front = size < 8 ? ~quint64(0) >> (8 * size) : 0;
    return (word & ~front) | (kZeros & front);
}

//! Eight digits in a word, by adding neighbours in pairs (Lemire, "Quickly parsing eight digits", 2018).
inline __attribute__((always_inline)) bool eightDigits(quint64 word, quint64 &value)
{
    quint64 digits = word - kZeros;
    if (((digits | (digits + 0x76 * kOnes)) & (0x80 * kOnes)) != 0)
        return false;
    digits = digits * 10 + (digits >> 8);
    value = (((digits & 0x000000FF000000FFu) * 0x000F424000000064u)
             + (((digits >> 16) & 0x000000FF000000FFu) * 0x0000271000000001u))
            >> 32;
    return true;
}

inline __attribute__((always_inline)) bool readDigits(std::string_view text, quint64 &value)
{
    if (text.empty() || text.size() > kMostDigits)
        return false;
    const char *end = text.data() + text.size();
    const auto read = [&end](std::size_t size, quint64 &part) {
        end -= size;
        return eightDigits(load(end + size, size), part);
    };
    if (text.size() <= 8)
        return read(text.size(), value);
    quint64 low = 0;
    quint64 middle = 0;
    quint64 high = 0;
    if (!read(8, low) || !read(std::min<std::size_t>(text.size() - 8, 8), middle)
        || (text.size() > 16 && !read(text.size() - 16, high)))
        return false;
    value = (high * 100'000'000 + middle) * 100'000'000 + low;
    return true;
}

inline bool readTwo(const char *text, int limit, qint64 &value)
{
    const unsigned tens = static_cast<unsigned char>(text[0]) - unsigned('0');
    const unsigned ones = static_cast<unsigned char>(text[1]) - unsigned('0');
    value = qint64(tens * 10 + ones);
    return tens < 10 && ones < 10 && value < limit;
}

//! A fraction of a second, or of any unit, in 10^-9: one to nine digits.
inline bool readFraction(std::string_view text, qint64 &value)
{
    constexpr qint64 kScale[] = {0, 100'000'000, 10'000'000, 1'000'000, 100'000, 10'000, 1'000, 100, 10, 1};
    quint64 digits = 0;
    if (text.size() > 9 || !readDigits(text, digits))
        return false;
    value = qint64(digits) * kScale[text.size()];
    return true;
}

//! More than eight characters, mark included.
bool readLongNumber(std::string_view text, char decimal, core::Price &price)
{
    quint64 value = 0;
    const std::size_t mark = text.rfind(decimal);
    if (mark == std::string_view::npos) {
        price.decimals = 0;
        if (!readDigits(text, value))
            return false;
        price.units = qint64(value);
        return true;
    }
    const std::size_t decimals = text.size() - mark - 1;
    quint64 fraction = 0;
    if (decimals > std::size_t(core::kMaxDecimals) || text.size() - 1 > kMostDigits
        || !readDigits(text.substr(0, mark), value) || !readDigits(text.substr(mark + 1), fraction))
        return false;
    price = {qint64(value) * core::powerOfTen(int(decimals)) + qint64(fraction), int(decimals)};
    return true;
}

inline __attribute__((always_inline)) bool readNumber(std::string_view text, char decimal, core::Price &price)
{
    const bool negative = !text.empty() && text.front() == '-';
    text.remove_prefix(negative ? 1 : 0);
    if (text.empty())
        return false;
    if (text.size() > 8) {
        if (!readLongNumber(text, decimal, price))
            return false;
    } else {
        quint64 word = load(text.data() + text.size(), text.size());
        const quint64 marks = word ^ (kOnes * static_cast<unsigned char>(decimal));
        const quint64 found = (marks - kOnes) & ~marks & (0x80 * kOnes);
        price.decimals = 0;
        if (found != 0) {
            // Close the gap: the digits before the mark move up over it.
            const int place = std::countr_zero(found) / 8;
            if (place == 7)
                return false;
            const quint64 before = word & ((quint64(1) << (8 * place)) - 1);
            const quint64 after = (word >> (8 * (place + 1))) << (8 * (place + 1));
            word = after | (before << 8) | '0';
            price.decimals = 7 - place;
        }
        quint64 value = 0;
        if (!eightDigits(word, value))
            return false;
        price.units = qint64(value);
    }
    price.units = negative ? -price.units : price.units;
    return true;
}

} // namespace

template <typename Meaning>
bool FastTickParser::Memory<Meaning>::keep(std::string_view other, Meaning meant)
{
    if (other.size() > text.size())
        return false;
    std::memcpy(text.data(), other.data(), other.size());
    size = other.size();
    meaning = meant;
    return true;
}

bool FastTickParser::supports(const CsvProfile &profile)
{
    return profile.encoding == TextEncoding::Utf8 && profile.columns.size() <= kMostColumns;
}

FastTickParser::FastTickParser(const CsvProfile &profile, const BarReadOptions &options,
                               std::optional<LocalClock> clock)
    : m_columns(profile),
      m_form(profile.dateForm),
      m_decimal(profile.numbers.decimal),
      m_stamps(profile.dateForm, options.date),
      m_clock(std::move(clock))
{
    switch (m_form) {
    case DateForm::EpochSeconds:
        m_unitNs = core::kNsPerSecond;
        break;
    case DateForm::EpochMilliseconds:
    case DateForm::MillisecondsOfDay:
        m_unitNs = 1'000'000;
        break;
    case DateForm::EpochMicroseconds:
        m_unitNs = 1'000;
        break;
    case DateForm::EpochNanoseconds:
        m_unitNs = 1;
        break;
    default:
        return;
    }
    const bool ofDay = m_form == DateForm::MillisecondsOfDay;
    m_countEnd = (ofDay ? core::kNsPerDay : kEndOfEpochSeconds * core::kNsPerSecond) / m_unitNs;
    if (ofDay && options.date)
        m_midnightNs = options.date->utcMidnight().ns;
}

FastTickParser::Outcome FastTickParser::parse(const char *text, const quint32 *ends, quint32 lineBegin,
                                              SymbolIndex &symbols, TickRow &row)
{
    const auto field = [&](int column) {
        const quint32 begin = column == 0 ? lineBegin : ends[column - 1] + 1;
        return std::string_view(text + begin, ends[column] - begin);
    };
    if (m_columns.symbol >= 0) {
        const auto found = symbols.indexOf(field(m_columns.symbol));
        if (!found)
            return Outcome::Unknown;
        if (*found == SymbolIndex::kPassedOver)
            return Outcome::PassedOver;
        row.symbolIndex = *found;
    }
    if (!readTime(field(m_columns.date), m_columns.time < 0 ? std::string_view() : field(m_columns.time), row.time.ns))
        return Outcome::Unknown;
    for (std::size_t i = 0; i < TickRow::kFields; ++i) {
        if (m_columns.prices[i] < 0)
            continue;
        row.has[i] = true;
        if (!readNumber(field(m_columns.prices[i]), m_decimal, row.prices[i]))
            return Outcome::Unknown;
        if (m_columns.sizes[i] < 0)
            continue;
        const std::string_view size = field(m_columns.sizes[i]);
        if (size.empty())
            row.sizes[i] = {};
        else if (!readNumber(size, m_decimal, row.sizes[i]) || row.sizes[i].units < 0)
            return Outcome::Unknown;
    }
    return Outcome::Taken;
}

bool FastTickParser::readTime(std::string_view date, std::string_view time, qint64 &ns)
{
    if (m_columns.time >= 0) {
        qint64 dayNs = 0;
        qint64 timeNs = 0;
        std::optional<qint64> offset;
        if (m_unitNs != 0 || !readDate(date, dayNs) || !readTimeOfDay(time, timeNs, offset))
            return false;
        ns = dayNs + timeNs - offset.value_or(0);
        return offset.has_value() || onClock(dayNs + timeNs, ns);
    }
    if (m_unitNs != 0) {
        if (!readCount(date, ns))
            return false;
        return m_form != DateForm::MillisecondsOfDay || onClock(m_midnightNs + ns, ns);
    }
    const std::size_t length = m_form == DateForm::Compact ? 8 : 10;
    if (date.size() < length + 2 || (date[length] != ' ' && date[length] != 'T'))
        return false;
    qint64 dayNs = 0;
    qint64 timeNs = 0;
    std::optional<qint64> offset;
    if (!readDate(date.substr(0, length), dayNs) || !readTimeOfDay(date.substr(length + 1), timeNs, offset))
        return false;
    ns = dayNs + timeNs - offset.value_or(0);
    return offset.has_value() || onClock(dayNs + timeNs, ns);
}

bool FastTickParser::readCount(std::string_view text, qint64 &ns) const
{
    quint64 whole = 0;
    qint64 fraction = 0;
    if (!readDigits(text, whole)) {
        const std::size_t mark = text.find_first_of(".,");
        if (mark == std::string_view::npos) {
            // nanoseconds since 1970 have nineteen digits
            quint64 high = 0;
            if (text.size() != kMostDigits + 1 || !readDigits(text.substr(0, kMostDigits), high)
                || !readDigits(text.substr(kMostDigits), whole) || high > 500'000'000'000'000'000u)
                return false;
            whole += high * 10;
        } else if (!readDigits(text.substr(0, mark), whole) || !readFraction(text.substr(mark + 1), fraction)) {
            return false;
        }
    }
    if (whole >= quint64(m_countEnd))
        return false;
    ns = qint64(whole) * m_unitNs;
    if (fraction != 0)
        ns += fraction / (core::kNsPerSecond / m_unitNs);
    return true;
}

bool FastTickParser::readDate(std::string_view text, qint64 &ns)
{
    if (text.empty())
        return false;
    if (!m_date.is(text)) {
        const auto stamp = m_stamps.parse(text);
        if (!stamp || stamp->hasTime || !m_date.keep(text, stamp->date.utcMidnight().ns))
            return false;
    }
    ns = m_date.meaning;
    return true;
}

bool FastTickParser::readTimeOfDay(std::string_view text, qint64 &ns, std::optional<qint64> &offset)
{
    if (text.size() < 6)
        return false;
    const bool marked = text[2] == ':';
    const std::size_t step = marked ? 3 : 2;
    qint64 hour = 0;
    qint64 minute = 0;
    qint64 second = 0;
    if (text.size() < 2 * step + 2 || (marked && text[5] != ':') || !readTwo(text.data(), 24, hour)
        || !readTwo(text.data() + step, 60, minute) || !readTwo(text.data() + 2 * step, 60, second))
        return false;
    std::string_view rest = text.substr(2 * step + 2);
    qint64 fraction = 0;
    if (!marked && !rest.empty()) {
        if (rest.size() != 3 || !readFraction(rest, fraction))
            return false;
        rest = {};
    } else if (!rest.empty() && (rest.front() == '.' || rest.front() == ',')) {
        std::size_t digits = 0;
        while (digits + 1 < rest.size() && rest[digits + 1] >= '0' && rest[digits + 1] <= '9')
            ++digits;
        if (!readFraction(rest.substr(1, digits), fraction))
            return false;
        rest.remove_prefix(digits + 1);
    }
    if (!rest.empty()) {
        if (!m_offset.is(rest)) {
            const auto time = rest.size() > 8 ? std::nullopt : parseTimeOfDay("00:00:00" + std::string(rest));
            if (!time || time->ns != 0 || !m_offset.keep(rest, time->offsetNs))
                return false;
        }
        offset = m_offset.meaning;
    }
    ns = hour * core::kNsPerHour + minute * core::kNsPerMinute + second * core::kNsPerSecond + fraction;
    return true;
}

bool FastTickParser::onClock(qint64 localNs, qint64 &ns)
{
    if (!m_clock)
        return false;
    const LocalClock::Moment moment = m_clock->at(localNs);
    ns = moment.time.ns;
    return moment.kind == LocalClock::Moment::Kind::Once;
}

} // namespace tickmark::sources
