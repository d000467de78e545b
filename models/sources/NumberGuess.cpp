// SPDX-License-Identifier: GPL-3.0-or-later
#include "NumberGuess.h"

#include <algorithm>

namespace tickmark::sources {

namespace {

//! One number taken apart.
struct Marks
{
    size_t points = 0;
    size_t commas = 0;
    char last = 0;           //!< the rightmost of them
    size_t digitsBefore = 0; //!< before the first mark, leading zero counted apart
    size_t digitsAfter = 0;  //!< after the last mark
    bool leadingZero = false;
    bool groupsOfThree = true; //!< between all marks
    char group = 0;            //!< an apostrophe or a blank between digits
    bool isNumber = true;
};

Marks takeApart(std::string_view text)
{
    Marks marks;
    size_t run = 0;
    bool seenMark = false;
    bool seenDigit = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            if (!seenDigit)
                marks.leadingZero = c == '0';
            seenDigit = true;
            ++run;
        } else if (c == '.' || c == ',') {
            if (seenMark)
                marks.groupsOfThree = marks.groupsOfThree && run == 3;
            else
                marks.digitsBefore = run;
            (c == '.' ? marks.points : marks.commas) += 1;
            marks.last = c;
            seenMark = true;
            run = 0;
        } else if (c == '\'' && seenDigit) {
            marks.group = '\'';
        } else if ((c == ' ' || static_cast<unsigned char>(c) == 0xC2 || static_cast<unsigned char>(c) == 0xE2)
                   && seenDigit) {
            marks.group = ' ';
        } else if (c == 'e' || c == 'E') {
            break; // the digits of an exponent say nothing
        }
    }
    marks.isNumber = seenDigit && looksNumeric(text) && text.find_first_of(":/TZ") == std::string_view::npos;
    (seenMark ? marks.digitsAfter : marks.digitsBefore) = run;
    return marks;
}

//! The decimal mark that the number proves; 0 when it could be either, or has no mark.
char provenDecimal(const Marks &marks)
{
    if (!marks.last)
        return 0;
    const char other = marks.last == '.' ? ',' : '.';
    const size_t lastCount = marks.last == '.' ? marks.points : marks.commas;
    if (marks.points > 0 && marks.commas > 0)
        return lastCount == 1 ? marks.last : char(0); // both: the last one, "1.234,5"
    if (lastCount > 1)
        return marks.groupsOfThree && marks.digitsAfter == 3 ? other : char(0); // "1.234.567"
    const bool couldBeGroup = marks.digitsAfter == 3 && marks.digitsBefore >= 1 && marks.digitsBefore <= 3
                              && !marks.leadingZero && !marks.group;
    return couldBeGroup ? char(0) : marks.last;
}

} // namespace

NumberGuess guessNumberStyle(const std::vector<SampleCell> &cells, char separator)
{
    NumberGuess guess;
    char unclearMark = 0;
    char blankGroup = 0;
    bool pointSeen = false;
    bool commaSeen = false;
    for (const SampleCell &cell : cells) {
        const Marks marks = takeApart(cell.text);
        if (!marks.isNumber)
            continue;
        pointSeen = pointSeen || marks.points > 0;
        commaSeen = commaSeen || marks.commas > 0;
        if (marks.group)
            blankGroup = marks.group;
        const char proven = provenDecimal(marks);
        if (proven == '.' && !guess.pointCell)
            guess.pointCell = cell;
        if (proven == ',' && !guess.commaCell)
            guess.commaCell = cell;
        if (!proven && marks.last && !guess.unclearCell) {
            guess.unclearCell = cell;
            unclearMark = marks.last;
        }
    }
    using Outcome = NumberGuess::Outcome;
    if (guess.pointCell && guess.commaCell) {
        guess.outcome = Outcome::Mixed;
        return guess;
    }
    if (guess.pointCell || guess.commaCell) {
        guess.outcome = Outcome::Proven;
        guess.style.decimal = guess.pointCell ? '.' : ',';
    } else if (!guess.unclearCell) {
        guess.outcome = Outcome::Plain;
    } else if (separator == ',' && unclearMark == '.' && !commaSeen) {
        guess.outcome = Outcome::Separator;
        guess.style.decimal = '.';
    } else {
        guess.outcome = Outcome::Undecided;
        return guess;
    }
    const char other = guess.style.decimal == '.' ? ',' : '.';
    const bool otherSeen = other == ',' ? commaSeen : pointSeen;
    guess.style.group = otherSeen ? other : blankGroup;
    return guess;
}

} // namespace tickmark::sources
