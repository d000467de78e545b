// SPDX-License-Identifier: GPL-3.0-or-later
#include "JsonScanner.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace tickmark::sources {

namespace {

constexpr std::size_t kUnitDigits = 4;

//! The four digits of "\u00e9"; below zero: they are none.
int unitOf(std::string_view digits)
{
    int unit = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
    return digits.size() == kUnitDigits && read.ec == std::errc() && read.ptr == digits.data() + digits.size() ? unit
                                                                                                               : -1;
}

void appendUtf8(std::string &text, unsigned code)
{
    const auto more = [&text, code](int shift) { text += char(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80) {
        text += char(code);
    } else if (code < 0x800) {
        text += char(0xC0U | (code >> 6));
        more(0);
    } else if (code < 0x10000) {
        text += char(0xE0U | (code >> 12));
        more(6);
        more(0);
    } else {
        text += char(0xF0U | (code >> 18));
        more(12);
        more(6);
        more(0);
    }
}

//! Reads "u00e9", or a pair of surrogates, from the front of `text`. False: it is none.
bool takeUnit(std::string_view &text, std::string &read)
{
    constexpr unsigned kReplacement = 0xFFFD;
    const int unit = text.starts_with('u') ? unitOf(text.substr(1, kUnitDigits)) : -1;
    if (unit < 0)
        return false;
    text.remove_prefix(1 + kUnitDigits);
    const bool isHigh = unit >= 0xD800 && unit < 0xDC00;
    const int low = isHigh && text.starts_with("\\u") ? unitOf(text.substr(2, kUnitDigits)) : -1;
    if (low >= 0xDC00 && low < 0xE000) {
        text.remove_prefix(2 + kUnitDigits);
        appendUtf8(read, 0x10000U + (unsigned(unit - 0xD800) << 10) + unsigned(low - 0xDC00));
    } else {
        appendUtf8(read, unit >= 0xD800 && unit < 0xE000 ? kReplacement : unsigned(unit));
    }
    return true;
}

} // namespace

bool JsonScanner::word()
{
    static constexpr std::array<std::string_view, 3> kWords{"true", "false", "null"};
    const std::string_view rest(m_at, std::size_t(m_end - m_at));
    const auto found = std::ranges::find_if(kWords, [&rest](std::string_view one) { return rest.starts_with(one); });
    if (found == kWords.end())
        return fail();
    m_at += found->size();
    return true;
}

bool JsonScanner::skip()
{
    if (m_failed)
        return false;
    switch (next()) {
    case '{':
        return object([this](std::string_view) { return skip(); });
    case '[':
        return array([this] { return skip(); });
    case '"': {
        std::string_view unused;
        return string(unused);
    }
    case 't':
    case 'f':
    case 'n':
        return word();
    default:
        return number();
    }
}

bool JsonScanner::value(std::string_view &raw)
{
    if (m_failed || next() == 0)
        return fail();
    const char *start = m_at;
    if (!skip())
        return false;
    raw = std::string_view(start, std::size_t(m_at - start));
    return true;
}

std::string unescaped(std::string_view text)
{
    static constexpr std::string_view kMarks = "\"\\/bfnrt";
    static constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    std::string read;
    read.reserve(text.size());
    while (!text.empty()) {
        const std::size_t plain = std::min(text.find('\\'), text.size());
        read += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty())
            break;
        text.remove_prefix(1);
        const std::size_t mark = text.empty() ? std::string_view::npos : kMarks.find(text.front());
        if (mark != std::string_view::npos) {
            read += kMeanings[mark];
            text.remove_prefix(1);
        } else if (!takeUnit(text, read)) {
            read += '\\';
        }
    }
    return read;
}

} // namespace tickmark::sources
