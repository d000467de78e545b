// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickColumnGuess.h"

#include "ColumnNames.h"
#include "PriceColumnGuess.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tickmark::sources {

namespace {

//! A bid and its ask hardly ever lie further apart than this share of the price.
constexpr double kWidestSpread = 0.05;

bool keepsItsRole(ColumnRole role)
{
    return role == ColumnRole::Date || role == ColumnRole::Time || role == ColumnRole::Symbol;
}

int indexOf(const ColumnGuess &guess, ColumnRole role)
{
    const auto found = std::ranges::find(guess.columns, role, &CsvColumn::role);
    return found == guess.columns.end() ? -1 : int(found - guess.columns.begin());
}

//! How two columns of prices relate in the rows that have both.
struct Pair
{
    size_t rows = 0;
    size_t near = 0;       //!< about the same
    size_t firstLower = 0; //!< of those
    size_t secondLower = 0;

    //! Nearly always about the same, as a bid and its ask are.
    [[nodiscard]] bool movesTogether() const { return rows > 0 && near * 10 >= rows * 9; }
    //! One is hardly ever above the other.
    [[nodiscard]] bool keepsOrder() const
    {
        return std::max(firstLower, secondLower) > 0 && std::min(firstLower, secondLower) * 20 <= near;
    }
};

Pair compareColumns(const SampleTable &table, int firstLine, size_t first, size_t second, core::NumberStyle style)
{
    Pair pair;
    for (const SampleTable::Row &row : table.rows()) {
        if (row.line < firstLine || row.fields.size() <= std::max(first, second))
            continue;
        const auto a = core::parseNumber(row.fields[first], style);
        const auto b = core::parseNumber(row.fields[second], style);
        if (!a || !b)
            continue;
        const double x = core::toDouble(a->value);
        const double y = core::toDouble(b->value);
        ++pair.rows;
        if (std::abs(x - y) > kWidestSpread * std::max(std::abs(x), std::abs(y)))
            continue;
        ++pair.near;
        pair.firstLower += x < y ? 1 : 0;
        pair.secondLower += y < x ? 1 : 0;
    }
    return pair;
}

void takeNamedRoles(ColumnGuess &guess, const HeaderGuess &header)
{
    std::vector<NamedRole> named;
    for (const std::string &name : header.names)
        named.push_back(tickRoleOfName(name));
    for (size_t i = 0; i < named.size(); ++i) {
        const ColumnRole role = named[i].role;
        if (keepsItsRole(guess.columns[i].role) || keepsItsRole(role) || role == ColumnRole::Ignored)
            continue;
        const int holder = indexOf(guess, role);
        if (holder >= 0 && named[size_t(holder)].rank <= named[i].rank)
            continue;
        if (holder >= 0)
            guess.columns[size_t(holder)].role = ColumnRole::Ignored;
        guess.columns[i].role = role;
    }
}

//! A lone price is a trade's; two columns that move together are bid and ask; what follows are sizes.
void takeRolesByContent(ColumnGuess &guess, const SampleTable &table, const HeaderGuess &header,
                        const std::vector<size_t> &numeric)
{
    if (numeric.empty())
        return;
    const auto give = [&](size_t position, ColumnRole role) {
        if (position < numeric.size())
            guess.columns[numeric[position]].role = role;
    };
    const auto compare = [&](size_t position) {
        return position < numeric.size()
                   ? compareColumns(table, header.firstDataLine, numeric[0], numeric[position], guess.numbers.style)
                   : Pair();
    };
    const Pair pair = compare(1);
    if (!pair.movesTogether()) {
        const Pair apart = numeric.size() == 4 ? compare(2) : Pair();
        const bool areQuotes = apart.movesTogether() && apart.keepsOrder();
        const bool askFirst = apart.secondLower > apart.firstLower;
        give(0, !areQuotes ? ColumnRole::Price : askFirst ? ColumnRole::Ask : ColumnRole::Bid);
        give(1, !areQuotes ? ColumnRole::Size : askFirst ? ColumnRole::AskSize : ColumnRole::BidSize);
        if (areQuotes) {
            give(2, askFirst ? ColumnRole::Bid : ColumnRole::Ask);
            give(3, askFirst ? ColumnRole::BidSize : ColumnRole::AskSize);
        }
        return;
    }
    const bool swapped = pair.secondLower > pair.firstLower;
    give(0, swapped ? ColumnRole::Ask : ColumnRole::Bid);
    give(1, swapped ? ColumnRole::Bid : ColumnRole::Ask);
    if (numeric.size() == 4) {
        give(2, swapped ? ColumnRole::AskSize : ColumnRole::BidSize);
        give(3, swapped ? ColumnRole::BidSize : ColumnRole::AskSize);
    }
}

//! In a file without names: the first column of short words that come again and again; after the prices they are marks of
//! the exchange or the side.
void findSymbolByContent(ColumnGuess &guess, const SampleTable &table, const HeaderGuess &header, size_t firstPrice)
{
    for (size_t i = 0; i < firstPrice; ++i) {
        const bool free = guess.columns[i].role == ColumnRole::Ignored;
        if (free && isSymbolColumn(table.column(i, header.firstDataLine))) {
            guess.columns[i].role = ColumnRole::Symbol;
            return;
        }
    }
}

std::vector<SampleCell> cellsOf(const ColumnGuess &guess, const SampleTable &table, const HeaderGuess &header,
                                auto wanted)
{
    std::vector<SampleCell> cells;
    for (size_t i = 0; i < guess.columns.size(); ++i) {
        if (wanted(guess.columns[i].role)) {
            const auto column = table.column(i, header.firstDataLine);
            cells.insert(cells.end(), column.begin(), column.end());
        }
    }
    return cells;
}

} // namespace

bool hasTimesOfTicks(const ColumnGuess &guess, const SampleTable &table, const HeaderGuess &header)
{
    const int date = indexOf(guess, ColumnRole::Date);
    const bool alone = indexOf(guess, ColumnRole::Open) < 0 && indexOf(guess, ColumnRole::High) < 0
                       && indexOf(guess, ColumnRole::Low) < 0 && indexOf(guess, ColumnRole::Symbol) < 0;
    if (date < 0 || !alone || header.names.empty() || std::ranges::none_of(header.names, [](const std::string &name) {
            return tickRoleOfName(name).role == ColumnRole::Price && roleOfName(name).role != ColumnRole::Ignored;
        }))
        return false;
    const int time = indexOf(guess, ColumnRole::Time);
    const std::vector<SampleCell> stamps = table.column(size_t(time >= 0 ? time : date), header.firstDataLine);
    const bool ofDay = time >= 0 || guess.date->form >= DateForm::EpochSeconds;
    size_t equal = 0;
    size_t fractions = 0;
    for (size_t i = 0; i < stamps.size(); ++i) {
        const size_t colon = stamps[i].text.rfind(':');
        const size_t point = stamps[i].text.find_first_of(".,", colon == std::string_view::npos ? 0 : colon);
        const bool clock = colon != std::string_view::npos;
        fractions += clock && point != std::string_view::npos
                             && stamps[i].text.find_first_of("123456789", point) != std::string_view::npos
                         ? 1
                         : 0;
        equal += i > 0 && (clock || ofDay) && stamps[i].text == stamps[i - 1].text ? 1 : 0;
    }
    // A bar or two that come twice are a fault of a file of bars.
    return fractions * 2 > stamps.size() || (equal >= 3 && equal * 10 > stamps.size());
}

bool areQuotesWithSizes(const SampleTable &table, int firstLine, const std::vector<size_t> &numeric,
                        core::NumberStyle style)
{
    if (numeric.size() != 4)
        return false;
    const auto compare = [&](size_t a, size_t b) {
        return compareColumns(table, firstLine, numeric[a], numeric[b], style);
    };
    const Pair neighbours = compare(0, 1);
    const Pair apart = compare(0, 2);
    // Of bars in some unusual order more than two columns move together.
    if (neighbours.movesTogether() == apart.movesTogether() || compare(0, 3).movesTogether())
        return false;
    return neighbours.movesTogether() ? neighbours.keepsOrder() : apart.keepsOrder();
}

void turnIntoTicks(ColumnGuess &guess, const SampleTable &table, const HeaderGuess &header, char separator)
{
    for (CsvColumn &column : guess.columns) {
        if (!keepsItsRole(column.role))
            column.role = ColumnRole::Ignored;
        column.symbol.clear();
    }
    guess.looksLikeTicks = true;
    guess.unusableVolume.reset();
    if (!guess.byContent) {
        takeNamedRoles(guess, header);
        guess.numbers = guessNumberStyle(
            cellsOf(guess, table, header, [](ColumnRole r) { return r >= ColumnRole::Price; }), separator);
        return;
    }
    std::vector<size_t> numeric;
    std::vector<SampleCell> values;
    for (size_t i = 0; i < guess.columns.size(); ++i) {
        const auto column = table.column(i, header.firstDataLine);
        if (guess.columns[i].role == ColumnRole::Ignored && isNumericColumn(column)) {
            numeric.push_back(i);
            values.insert(values.end(), column.begin(), column.end());
        }
    }
    guess.numbers = guessNumberStyle(values, separator);
    takeRolesByContent(guess, table, header, numeric);
    if (indexOf(guess, ColumnRole::Symbol) < 0 && !numeric.empty())
        findSymbolByContent(guess, table, header, numeric.front());
}

} // namespace tickmark::sources
