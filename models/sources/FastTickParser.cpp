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

inline quint64 wordAt(const char *text)
{
    return qFromLittleEndian<quint64>(text);
}

//! Eight decimal places, the first in the lowest byte, by adding neighbours in pairs (Lemire, "Quickly parsing eight
//! digits", 2018). False when one is above 9.
inline __attribute__((always_inline)) bool eightPlaces(quint64 places, quint64 &value)
{
    if (((places | (places + 0x76 * kOnes)) & (0x80 * kOnes)) != 0)
        return false;
    places = places * 10 + (places >> 8);
    value = (((places & 0x000000FF000000FFu) * 0x000F424000000064u)
             + (((places >> 16) & 0x000000FF000000FFu) * 0x0000271000000001u))
            >> 32;
    return true;
}

//! A word of digits.
inline __attribute__((always_inline)) bool eightDigits(quint64 word, quint64 &value)
{
    return eightPlaces(word ^ kZeros, value);
}

//! One to eight digits.
inline __attribute__((always_inline)) bool upToEightDigits(const char *text, std::size_t size, quint64 &value)
{
    return eightPlaces((wordAt(text) ^ kZeros) << (8 * (8 - size)), value);
}

bool readDigits(std::string_view text, quint64 &value)
{
    if (text.empty() || text.size() > kMostDigits)
        return false;
    value = 0;
    while (text.size() > 8) {
        quint64 eight = 0;
        if (!eightDigits(wordAt(text.data()), eight))
            return false;
        value = value * 100'000'000 + eight;
        text.remove_prefix(8);
    }
    quint64 rest = 0;
    if (!upToEightDigits(text.data(), text.size(), rest))
        return false;
    value = value * quint64(core::powerOfTen(int(text.size()))) + rest;
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

//! With a sign, or of more than eight characters.
bool readLongNumber(std::string_view text, char decimal, core::Price &price)
{
    const bool negative = !text.empty() && text.front() == '-';
    text.remove_prefix(negative ? 1 : 0);
    const std::size_t mark = text.rfind(decimal);
    quint64 value = 0;
    quint64 fraction = 0;
    price.decimals = 0;
    if (mark == std::string_view::npos) {
        if (!readDigits(text, value))
            return false;
    } else {
        const std::size_t decimals = text.size() - mark - 1;
        if (decimals > std::size_t(core::kMaxDecimals) || text.size() - 1 > kMostDigits
            || !readDigits(text.substr(0, mark), value) || !readDigits(text.substr(mark + 1), fraction))
            return false;
        price.decimals = int(decimals);
    }
    price.units = qint64(value) * core::powerOfTen(price.decimals) + qint64(fraction);
    price.units = negative ? -price.units : price.units;
    return true;
}

//! `marks`: the decimal mark in every byte.
inline __attribute__((always_inline)) bool readNumber(std::string_view text, char decimal, quint64 marks,
                                                      core::Price &price)
{
    if (text.empty())
        return false;
    if (text.size() > 8)
        return readLongNumber(text, decimal, price);
    const quint64 word = wordAt(text.data());
    const quint64 others = word ^ marks;
    const quint64 found = (others - kOnes) & ~others & (0x80 * kOnes); // at the first mark, and maybe behind it
    const std::size_t place = found == 0 ? 8 : std::size_t(std::countr_zero(found)) / 8;
    quint64 places = word ^ kZeros;
    price.decimals = 0;
    if (place < text.size()) {
        if (place == 0 || place + 1 == text.size())
            return false;
        // Close the gap: the digits before the mark move up over it.
        const quint64 throughMark = found ^ (found - 1);
        places = (places & ~throughMark) | ((places & (throughMark >> 8)) << 8);
        price.decimals = int(text.size() - place) - 1;
    }
    quint64 value = 0;
    if (!eightPlaces(places << (8 * (8 - text.size())), value))
        return readLongNumber(text, decimal, price);
    price.units = qint64(value);
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
      m_separator(profile.separator),
      m_decimal(profile.numbers.decimal),
      m_decimalMarks(kOnes * static_cast<unsigned char>(m_decimal)),
      m_stamps(profile.dateForm, options.date),
      m_clock(std::move(clock))
{
    for (std::size_t field = 0; field < TickRow::kFields; ++field) {
        if (m_columns.prices[field] >= 0)
            m_quotes[m_quoteCount++] = {
                .field = field, .priceColumn = m_columns.prices[field], .sizeColumn = m_columns.sizes[field]};
    }
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
    m_isSinceEpoch = !ofDay && m_columns.time < 0;
    if (ofDay && options.date)
        m_midnightNs = options.date->utcMidnight().ns;
}

FastTickParser::Rows FastTickParser::read(MarkedText &text, qint64 most, const PlausibleTimes &times,
                                          TickRowParser &general, TickTable &table)
{
    Rows rows;
    Run run;
    const std::size_t last = m_columns.width - 1;
    Line line{text.data(), text.marks(), text.begin()};
    const auto isUsual = [&] {
        quint32 others = 0;
        for (std::size_t i = 0; i < last; ++i)
            others |= quint32(line.text[line.ends[i]] ^ m_separator);
        return others == 0;
    };
    while (line.begin < text.linesEnd() && rows.read < most && isUsual()) {
        const char *const end = line.text + line.ends[last];
        const quint32 marks = *end == '\n' ? 1 : end[0] == '\r' && end[1] == '\n' ? 2 : 0;
        if (marks == 0)
            break;
        const Outcome outcome = readLine(line, times, general, table, run);
        if (outcome == Outcome::Unknown)
            break;
        rows.taken += outcome == Outcome::Taken ? 1 : 0;
        ++rows.read;
        line.begin = line.ends[last] + marks;
        line.ends += last + marks;
    }
    table.count(run.symbol, run.rows, run.suspicious);
    rows.last = run.last;
    text.advance(line.begin, std::size_t(line.ends - text.marks()));
    return rows;
}

inline FastTickParser::Outcome FastTickParser::readLine(const Line &line, const PlausibleTimes &times,
                                                        TickRowParser &general, TickTable &table, Run &run)
{
    int symbol = 0;
    if (m_columns.symbol >= 0) {
        const auto found = general.symbols().indexOf(line.field(m_columns.symbol));
        if (!found)
            return Outcome::Unknown;
        if (*found == SymbolIndex::kPassedOver)
            return Outcome::PassedOver;
        symbol = *found;
    }
    core::Time time;
    if ((symbol != run.symbol && !begin(symbol, table, run)) || !readTime(line, time.ns) || !times.contains(time)
        || !readQuotes(line))
        return Outcome::Unknown;
    bool suspicious = false;
    for (std::size_t i = 0; i < m_quoteCount; ++i) {
        const Quote &quote = m_quotes[i];
        quote.series->ticks.push_back({time, quote.price, quote.size});
        suspicious |= quote.price <= 0;
    }
    ++run.rows;
    run.suspicious += suspicious ? 1 : 0;
    run.last = time;
    general.taken(symbol, time);
    return Outcome::Taken;
}

//! False when a series is not there yet.
bool FastTickParser::begin(int symbol, TickTable &table, Run &run)
{
    table.count(run.symbol, run.rows, run.suspicious);
    run = {.last = run.last};
    for (std::size_t i = 0; i < m_quoteCount; ++i) {
        m_quotes[i].series = table.find(symbol, m_quotes[i].field);
        if (!m_quotes[i].series)
            return false;
    }
    run.symbol = symbol;
    return true;
}

//! In the decimals of the series; false when that is not possible.
inline bool FastTickParser::readQuotes(const Line &line)
{
    const auto read = [this](std::string_view text, int decimals, qint64 &units) {
        core::Price number;
        if (!readNumber(text, m_decimal, m_decimalMarks, number))
            return false;
        units = number.units;
        return number.decimals == decimals
               || (number.decimals < decimals
                   && !__builtin_mul_overflow(units, core::powerOfTen(decimals - number.decimals), &units));
    };
    for (std::size_t i = 0; i < m_quoteCount; ++i) {
        Quote &quote = m_quotes[i];
        if (!read(line.field(quote.priceColumn), quote.series->priceDecimals, quote.price))
            return false;
        if (quote.sizeColumn < 0)
            continue;
        const std::string_view size = line.field(quote.sizeColumn);
        quote.size = 0;
        if (!size.empty() && (!read(size, quote.series->sizeDecimals, quote.size) || quote.size < 0))
            return false;
    }
    return true;
}

inline bool FastTickParser::readTime(const Line &line, qint64 &ns)
{
    const std::string_view date = line.field(m_columns.date);
    if (m_isSinceEpoch)
        return readLongCount(date, ns) || readCount(date, ns);
    return readWrittenTime(date, m_columns.time < 0 ? std::string_view() : line.field(m_columns.time), ns);
}

bool FastTickParser::readWrittenTime(std::string_view date, std::string_view time, qint64 &ns)
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
    if (m_unitNs != 0)
        return readCount(date, ns) && onClock(m_midnightNs + ns, ns);
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

//! Counts of nine to nineteen digits.
inline bool FastTickParser::readLongCount(std::string_view text, qint64 &ns)
{
    const char *const end = text.data() + text.size();
    if (!m_upper.isOf(text) && !m_upper.keep(text))
        return false;
    quint64 lower = 0;
    if (!eightDigits(wordAt(end - 8), lower) || m_upper.value + lower >= quint64(m_countEnd))
        return false;
    ns = qint64(m_upper.value + lower) * m_unitNs;
    return true;
}

inline bool FastTickParser::UpperDigits::isOf(std::string_view text) const
{
    const char *const end = text.data() + text.size();
    return text.size() == size && (wordAt(end - 16) & masks[0]) == words[0]
           && (wordAt(end - 24) & masks[1]) == words[1];
}

bool FastTickParser::UpperDigits::keep(std::string_view text)
{
    size = std::string_view::npos;
    if (text.size() <= 8 || text.size() > 19 || !readDigits(text.substr(0, text.size() - 8), value))
        return false;
    const char *const end = text.data() + text.size();
    size = text.size();
    value *= 100'000'000;
    masks[0] = ~quint64(0) << (8 * (16 - std::min<std::size_t>(size, 16)));
    masks[1] = size <= 16 ? 0 : ~quint64(0) << (8 * (24 - size));
    words = {wordAt(end - 16) & masks[0], wordAt(end - 24) & masks[1]};
    return true;
}

bool FastTickParser::readCount(std::string_view text, qint64 &ns) const
{
    quint64 whole = 0;
    qint64 fraction = 0;
    if (!readDigits(text, whole)) {
        const std::size_t mark = text.find_first_of(".,");
        if (mark == std::string_view::npos || !readDigits(text.substr(0, mark), whole)
            || !readFraction(text.substr(mark + 1), fraction))
            return false;
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
