// SPDX-License-Identifier: GPL-3.0-or-later
#include "DateGuess.h"

#include "StampParser.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace tickmark::sources {

namespace {

using Cells = std::vector<SampleCell>;

size_t countReadable(const Cells &cells, DateForm form)
{
    const StampParser parser(form);
    return size_t(std::ranges::count_if(cells, [&](const SampleCell &c) { return parser.parse(c.text).has_value(); }));
}

//! The whole part of a plain unsigned number with an optional fraction; -1 for anything else.
qint64 wholePart(std::string_view text)
{
    qint64 value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || value < 0)
        return -1;
    const std::string_view rest(end, size_t(text.data() + text.size() - end));
    const bool fraction = rest.size() > 1 && (rest[0] == '.' || rest[0] == ',')
                          && rest.find_first_not_of("0123456789", 1) == std::string_view::npos;
    return rest.empty() || fraction ? value : -1;
}

//! The unit in which the number lies between 1973 and 2100; these ranges do not touch.
std::optional<DateForm> unitOf(qint64 value)
{
    constexpr qint64 kFirst = 100'000'000; // seconds: March 1973
    constexpr qint64 kEnd = 4'133'980'800; // 2101
    const auto within = [&](qint64 perSecond) { return value >= kFirst * perSecond && value / perSecond < kEnd; };
    if (value >= 0 && value < 86'400'000)
        return DateForm::MillisecondsOfDay;
    if (within(1))
        return DateForm::EpochSeconds;
    if (within(1'000))
        return DateForm::EpochMilliseconds;
    if (within(1'000'000))
        return DateForm::EpochMicroseconds;
    if (within(1'000'000'000))
        return DateForm::EpochNanoseconds;
    return {};
}

std::optional<DateGuess> guessNumber(const Cells &cells)
{
    std::array<size_t, 10> votes{};
    std::array<SampleCell, 10> examples{};
    for (const SampleCell &cell : cells) {
        if (const auto unit = unitOf(wholePart(cell.text))) {
            if (votes[size_t(*unit)]++ == 0)
                examples[size_t(*unit)] = cell;
        }
    }
    const auto best = std::ranges::max_element(votes);
    if (*best * 2 < cells.size() || *best == 0)
        return {};
    const size_t index = size_t(best - votes.begin());
    return DateGuess{DateForm(index), DateGuess::Why::Magnitude, false, examples[index], {}};
}

bool hasMonthName(std::string_view text)
{
    const auto letters = std::ranges::count_if(text, [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
    return letters >= 3;
}

//! Day or month first: what each cell says when it is read both ways.
DateGuess decideOrder(const Cells &cells)
{
    const StampParser dayFirst(DateForm::DayMonthYear);
    const StampParser monthFirst(DateForm::MonthDayYear);
    std::optional<SampleCell> onlyDay;
    std::optional<SampleCell> onlyMonth;
    std::optional<SampleCell> either;
    bool points = true;
    for (const SampleCell &cell : cells) {
        const auto day = dayFirst.parse(cell.text);
        const auto month = monthFirst.parse(cell.text);
        if (day && !month && !onlyDay)
            onlyDay = cell;
        if (month && !day && !onlyMonth)
            onlyMonth = cell;
        if (day && month && day->date != month->date) {
            either = either.value_or(cell);
            points = points && cell.text.find('.') < 3;
        }
    }
    using Why = DateGuess::Why;
    if (onlyDay && onlyMonth)
        return {DateForm::DayOrMonthFirst, Why::DayAbove12, true, *onlyDay, *onlyMonth};
    if (onlyDay)
        return {DateForm::DayMonthYear, Why::DayAbove12, false, *onlyDay, {}};
    if (onlyMonth)
        return {DateForm::MonthDayYear, Why::DayAbove12, false, *onlyMonth, {}};
    if (either && points)
        return {DateForm::DayMonthYear, Why::PointsMeanDay, false, *either, {}};
    if (!either && std::ranges::any_of(cells, [](const SampleCell &c) { return hasMonthName(c.text); }))
        return {DateForm::DayMonthYear, Why::OnlyForm, false, cells.front(), {}};
    // Without any cell that differs (01/01/2025 alone) the order is just as open.
    return {DateForm::DayOrMonthFirst, Why::OnlyForm, false, either.value_or(cells.front()), {}};
}

} // namespace

std::optional<DateGuess> guessDateForm(const Cells &cells)
{
    if (cells.empty())
        return {};
    const size_t yearFirst = countReadable(cells, DateForm::YearMonthDay);
    const size_t dayFirst = countReadable(cells, DateForm::DayMonthYear);
    const size_t monthFirst = countReadable(cells, DateForm::MonthDayYear);
    const size_t compact = countReadable(cells, DateForm::Compact);
    const size_t best = std::max({yearFirst, dayFirst, monthFirst, compact});
    if (best * 2 < cells.size() || best == 0)
        return guessNumber(cells);
    const auto firstReadable = [&](DateForm form) {
        const StampParser parser(form);
        return *std::ranges::find_if(cells, [&](const SampleCell &c) { return parser.parse(c.text).has_value(); });
    };
    if (best == yearFirst)
        return DateGuess{
            DateForm::YearMonthDay, DateGuess::Why::OnlyForm, false, firstReadable(DateForm::YearMonthDay), {}};
    if (best == compact)
        return DateGuess{DateForm::Compact, DateGuess::Why::OnlyForm, false, firstReadable(DateForm::Compact), {}};
    return decideOrder(cells);
}

bool areTimesOfDay(const Cells &cells)
{
    const auto times = std::ranges::count_if(cells,
                                             [](const SampleCell &c) { return parseTimeOfDay(c.text).has_value(); });
    return !cells.empty() && size_t(times) * 10 >= cells.size() * 9;
}

} // namespace tickmark::sources
