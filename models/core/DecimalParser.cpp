// SPDX-License-Identifier: GPL-3.0-or-later
#include "DecimalParser.h"

#include <algorithm>
#include <charconv>

namespace tickmark::core {

namespace {

constexpr std::string_view kMinusSign = "\xE2\x88\x92";   // U+2212
constexpr std::string_view kEnDash = "\xE2\x80\x93";      // U+2013
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";    // U+00A0
constexpr std::string_view kNarrowSpace = "\xE2\x80\xAF"; // U+202F

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool take(std::string_view &text, std::string_view prefix)
{
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

bool takeGroupMark(std::string_view &text, char group)
{
    if (group == ' ')
        return take(text, " ") || take(text, kNoBreakSpace) || take(text, kNarrowSpace);
    return group != 0 && take(text, std::string_view(&group, 1));
}

void trim(std::string_view &text)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (true) {
        if (!text.empty() && blank(text.front()))
            text.remove_prefix(1);
        else if (!take(text, kNoBreakSpace))
            break;
    }
    while (true) {
        if (!text.empty() && blank(text.back()))
            text.remove_suffix(1);
        else if (text.ends_with(kNoBreakSpace))
            text.remove_suffix(kNoBreakSpace.size());
        else
            break;
    }
}

//! Collects digits as an exact integer with its number of decimals; digits past what a Price can hold are rounded in.
class DigitCollector
{
public:
    void addWhole(char digit) { add(digit); }

    void addDecimal(char digit)
    {
        if (m_decimals < kMaxDecimals + kSpareDecimals)
            add(digit), ++m_decimals;
        else
            m_lost |= digit != '0';
    }

    //! Applies `exponent`, rounds to kMaxDecimals and signs.
    tl::expected<ParsedNumber, NumberFault> finish(bool negative, int exponent) const
    {
        if (m_overflow)
            return tl::unexpected(NumberFault::OutOfRange);
        Wide value = m_value;
        int decimals = m_decimals - exponent;
        for (; decimals < 0 && value != 0; ++decimals) {
            value *= 10;
            if (value > kLimit)
                return tl::unexpected(NumberFault::OutOfRange);
        }
        decimals = std::max(decimals, 0);
        const bool rounded = roundTo(kMaxDecimals, value, decimals);
        if (value > std::numeric_limits<qint64>::max())
            return tl::unexpected(NumberFault::OutOfRange);
        const qint64 units = qint64(value);
        return ParsedNumber{Price{negative ? -units : units, decimals}, rounded};
    }

private:
    __extension__ using Wide = unsigned __int128;
    static constexpr int kSpareDecimals = 10; //!< kept beyond kMaxDecimals so that rounding sees them
    static constexpr Wide kLimit = Wide(1) << 120;

    void add(char digit)
    {
        m_value = m_value * 10 + unsigned(digit - '0');
        m_overflow = m_overflow || m_value > kLimit;
    }

    //! Half to even, as banks and IEEE do: no drift over many rows. Says whether a digit other than zero was dropped.
    bool roundTo(int wanted, Wide &value, int &decimals) const
    {
        bool sticky = m_lost;
        unsigned last = 0;
        bool dropped = false;
        for (; decimals > wanted; --decimals) {
            sticky = sticky || last != 0;
            last = unsigned(value % 10);
            value /= 10;
            dropped = true;
        }
        if (!dropped)
            return sticky;
        if (last > 5 || (last == 5 && (sticky || value % 2 != 0)))
            ++value;
        return last != 0 || sticky;
    }

    Wide m_value = 0;
    int m_decimals = 0;
    bool m_overflow = false;
    bool m_lost = false;
};

//! The digits before the decimal mark, groups of three checked. False when a group is malformed.
bool readWhole(std::string_view &text, NumberStyle style, DigitCollector &digits, int &count)
{
    int sinceGroup = 0;
    bool grouped = false;
    while (!text.empty()) {
        if (isDigit(text.front())) {
            digits.addWhole(text.front());
            text.remove_prefix(1);
            ++count;
            ++sinceGroup;
            continue;
        }
        std::string_view rest = text;
        if (count == 0 || !takeGroupMark(rest, style.group) || rest.empty() || !isDigit(rest.front()))
            break;
        if (grouped ? sinceGroup != 3 : sinceGroup > 3)
            return false;
        grouped = true;
        sinceGroup = 0;
        text = rest;
    }
    return !grouped || sinceGroup == 3;
}

bool readExponent(std::string_view &text, int &exponent)
{
    if (text.empty() || (text.front() != 'e' && text.front() != 'E'))
        return true;
    text.remove_prefix(1);
    if (!text.empty() && text.front() == '+')
        text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (error != std::errc() || exponent < -400 || exponent > 400)
        return false;
    text.remove_prefix(std::size_t(end - text.data()));
    return true;
}

} // namespace

tl::expected<ParsedNumber, NumberFault> parseNumber(std::string_view text, NumberStyle style)
{
    trim(text);
    if (text.empty())
        return tl::unexpected(NumberFault::Empty);
    const bool negative = take(text, "-") || take(text, kMinusSign) || take(text, kEnDash);
    if (!negative)
        take(text, "+");
    DigitCollector digits;
    int count = 0;
    if (!readWhole(text, style, digits, count))
        return tl::unexpected(NumberFault::NotANumber);
    if (!text.empty() && text.front() == style.decimal) {
        text.remove_prefix(1);
        for (; !text.empty() && isDigit(text.front()); text.remove_prefix(1), ++count)
            digits.addDecimal(text.front());
    }
    int exponent = 0;
    if (count == 0 || !readExponent(text, exponent) || !text.empty())
        return tl::unexpected(NumberFault::NotANumber);
    return digits.finish(negative, exponent);
}

} // namespace tickmark::core
