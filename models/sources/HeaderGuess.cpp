// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeaderGuess.h"

#include "ColumnNames.h"
#include "DateGuess.h"

#include <algorithm>
#include <optional>

namespace tickmark::sources {

namespace {

using Row = SampleTable::Row;

constexpr size_t kRowsToLookAt = 30;

bool isPriceRole(ColumnRole role)
{
    return role == ColumnRole::Open || role == ColumnRole::High || role == ColumnRole::Low || role == ColumnRole::Close
           || role == ColumnRole::AdjustedClose;
}

size_t countRoles(const Row &row, auto wanted)
{
    return size_t(std::ranges::count_if(row.fields, [&](const std::string &f) { return wanted(roleOfName(f).role); }));
}

bool namesDate(const Row &row)
{
    return countRoles(row, [](ColumnRole r) { return r == ColumnRole::Date || r == ColumnRole::Time; }) > 0;
}

bool namesPrice(const Row &row)
{
    return countRoles(row, isPriceRole) > 0 || std::ranges::any_of(row.fields, [](const std::string &f) {
               const ColumnRole role = tickRoleOfName(f).role;
               return role == ColumnRole::Price || role == ColumnRole::Bid || role == ColumnRole::Ask;
           });
}

//! "Date,,,,": the third line that yfinance writes.
bool isDateAlone(const Row &row)
{
    return row.fields.size() > 1 && roleOfName(row.fields.front()).role == ColumnRole::Date
           && std::all_of(row.fields.begin() + 1, row.fields.end(), [](const std::string &f) { return f.empty(); });
}

bool isAllWords(const Row &row)
{
    size_t words = 0;
    for (const std::string &field : row.fields) {
        if (field.empty())
            continue;
        if (looksNumeric(field) || guessDateForm({{field, row.line}}))
            return false;
        ++words;
    }
    return words >= 2;
}

bool isSeparatorLine(const Row &row)
{
    return row.line == 1 && (row.fields.front().starts_with("sep=") || row.fields.front().starts_with("SEP="));
}

//! A line of words above a table without names. One with a number or a date in it is a row of which something is missing.
bool isTitle(const Row &row, size_t usualWidth)
{
    return row.fields.size() < usualWidth && std::ranges::none_of(row.fields, [&](const std::string &field) {
               return looksNumeric(field) || guessDateForm({{field, row.line}});
           });
}

//! Where a table without names begins. What can only be a damaged row belongs to it, to be rejected.
int firstDataLine(const SampleTable &table)
{
    qint64 line = table.firstLine();
    for (const Row &row : table.rows()) {
        const bool isPassedOver = isSeparatorLine(row) || isTitle(row, table.usualWidth());
        if (row.line != line || !isPassedOver)
            break;
        line = row.nextLine;
    }
    return int(line);
}

std::optional<HeaderGuess> threeLines(const std::vector<Row> &rows, size_t index)
{
    if (index + 2 >= rows.size() || !isDateAlone(rows[index + 2]))
        return {};
    // "C", "O" and "V" are symbols as well as short names of prices, so the first field of the row has the first word.
    const bool swapped = roleOfName(rows[index].fields.front()).role == ColumnRole::Symbol
                         || (roleOfName(rows[index + 1].fields.front()).role != ColumnRole::Symbol
                             && !namesPrice(rows[index]));
    const size_t names = swapped ? index + 1 : index;
    const size_t symbols = swapped ? index : index + 1;
    if (!namesPrice(rows[names]))
        return {};
    HeaderGuess guess{HeaderGuess::Kind::ThreeLines, int(rows[names].line), int(rows[index + 2].nextLine),
                      rows[names].fields, rows[symbols].fields};
    guess.symbols.resize(guess.names.size());
    guess.symbols.front().clear();
    return guess;
}

} // namespace

HeaderGuess guessHeader(const SampleTable &table)
{
    const std::vector<Row> &rows = table.rows();
    const size_t count = std::min(rows.size(), kRowsToLookAt);
    for (size_t i = 0; i < count; ++i) {
        if (auto guess = threeLines(rows, i))
            return *guess;
        if (namesDate(rows[i]) && namesPrice(rows[i]) && rows[i].fields.size() > 1)
            return {HeaderGuess::Kind::KnownNames, int(rows[i].line), int(rows[i].nextLine), rows[i].fields, {}};
        if (rows[i].fields.size() == table.usualWidth() && !isAllWords(rows[i]))
            break; // data begins
    }
    for (size_t i = 0; i < count; ++i) {
        if (rows[i].fields.size() != table.usualWidth())
            continue;
        if (isAllWords(rows[i]))
            return {HeaderGuess::Kind::OtherNames, int(rows[i].line), int(rows[i].nextLine), rows[i].fields, {}};
        return {HeaderGuess::Kind::None, 0, firstDataLine(table), {}, {}};
    }
    return {};
}

} // namespace tickmark::sources
