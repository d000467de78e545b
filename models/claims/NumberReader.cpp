// SPDX-License-Identifier: GPL-3.0-or-later
#include "NumberReader.h"

#include "LexiconData.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tickmark::claims {

namespace {

constexpr int kMostDigits = 15;
constexpr std::size_t kMostParts = 8;
constexpr double kShareOfZeros = 0.025;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

//! The digits between two marks.
struct Part
{
    qsizetype start = 0;
    qsizetype size = 0;
    QChar markBefore;
};

//! A number cut at its marks. Parts beyond the first few are counted only: such a run is no number anyway.
struct Parts
{
    std::array<Part, kMostParts> parts;
    std::size_t count = 0;
    qsizetype end = 0;
};

bool isBlankGroupMark(QChar c)
{
    return c == QChar(0xa0) || c == QChar(0x202f) || c == QChar(0x2009);
}

bool isMark(QChar c, const LexiconData &lexicon)
{
    return c == u'.' || c == u',' || c == lexicon.decimalMark || lexicon.groupMarks.contains(c);
}

qsizetype endOfDigits(QStringView text, qsizetype at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

Parts cut(QStringView text, qsizetype at, const LexiconData &lexicon)
{
    Parts result;
    QChar mark;
    while (true) {
        const qsizetype end = endOfDigits(text, at);
        if (result.count < kMostParts)
            result.parts[result.count] = {at, end - at, mark};
        ++result.count;
        result.end = end;
        if (end + 1 >= text.size() || !isDigit(text[end + 1]))
            return result;
        mark = text[end];
        // a blank joins groups of three only, so that "2024 119" stays two numbers
        const bool isBlank = isBlankGroupMark(mark);
        if (!isBlank && !isMark(mark, lexicon))
            return result;
        if (isBlank && (end - at > 3 || endOfDigits(text, end + 1) - end - 1 != 3))
            return result;
        at = end + 1;
    }
}

//! Whether the parts from the second up to `last` (excluded) are groups of three behind the same mark.
bool areGroups(const Parts &parts, std::size_t last)
{
    if (last < 2)
        return true;
    if (parts.parts[0].size > 3)
        return false;
    for (std::size_t i = 1; i < last; ++i) {
        if (parts.parts[i].size != 3 || parts.parts[i].markBefore != parts.parts[1].markBefore)
            return false;
    }
    return true;
}

//! Whether the last part holds decimals; nothing when the run is no number.
std::optional<bool> hasDecimals(const Parts &parts, QStringView text, const LexiconData &lexicon)
{
    if (parts.count == 1)
        return false;
    if (parts.count > kMostParts)
        return std::nullopt;
    const Part &last = parts.parts[parts.count - 1];
    const bool allGroups = areGroups(parts, parts.count);
    const bool isDecimalMark = last.markBefore == lexicon.decimalMark;
    if (parts.count == 2) {
        const bool startsWithZero = text[parts.parts[0].start] == u'0';
        if (isDecimalMark || startsWithZero)
            return true;
        if (allGroups)
            return false;
        // the other language's decimal mark
        return last.size <= 2 && (last.markBefore == u'.' || last.markBefore == u',') ? std::optional(true)
                                                                                      : std::nullopt;
    }
    if (allGroups && !isDecimalMark)
        return false;
    const bool isOtherMark = last.markBefore != parts.parts[1].markBefore && !isBlankGroupMark(last.markBefore);
    return areGroups(parts, parts.count - 1) && isOtherMark ? std::optional(true) : std::nullopt;
}

} // namespace

double halfUnitOfWhole(double value)
{
    double place = 1;
    while (place * 10 <= value && std::fmod(value, place * 10) == 0)
        place *= 10;
    return std::max(0.5, std::min(place / 2, kShareOfZeros * value));
}

WrittenNumber readNumber(QStringView text, qsizetype at, const LexiconData &lexicon)
{
    const Parts parts = cut(text, at, lexicon);
    WrittenNumber number;
    number.end = parts.end;
    const std::optional<bool> decimals = hasDecimals(parts, text, lexicon);
    if (!decimals)
        return number;
    qsizetype digits = 0;
    double value = 0;
    for (std::size_t i = 0; i < parts.count; ++i) {
        const Part &part = parts.parts[i];
        digits += part.size;
        if (digits > kMostDigits)
            return number;
        for (const QChar c : text.sliced(part.start, part.size))
            value = value * 10 + (c.unicode() - u'0');
    }
    const int places = *decimals ? int(parts.parts[parts.count - 1].size) : 0;
    const double scale = std::pow(10.0, places);
    number.value = value / scale;
    number.halfUnit = places > 0 ? 0.5 / scale : halfUnitOfWhole(value);
    number.isValid = true;
    number.isMarked = parts.count > 1;
    return number;
}

} // namespace tickmark::claims
