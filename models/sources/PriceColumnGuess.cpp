// SPDX-License-Identifier: GPL-3.0-or-later
#include "PriceColumnGuess.h"

#include <algorithm>
#include <cmath>

namespace tickmark::sources {

namespace {

class Values
{
public:
    Values(const SampleTable &table, qint64 firstLine, core::NumberStyle style)
        : m_table(table), m_firstLine(firstLine), m_style(style)
    {}

    //! Share of the rows in which `test` holds for the numbers of `width` columns from `first` on; rows without numbers
    //! there do not count. 0 when no row counts.
    template <typename Test>
    double share(size_t first, size_t width, Test test) const
    {
        size_t rows = 0;
        size_t good = 0;
        for (const auto &row : m_table.rows()) {
            std::vector<double> numbers;
            if (row.line < m_firstLine || !read(row, first, width, numbers))
                continue;
            ++rows;
            good += test(numbers) ? 1 : 0;
        }
        return rows ? double(good) / double(rows) : 0;
    }

private:
    bool read(const SampleTable::Row &row, size_t first, size_t width, std::vector<double> &numbers) const
    {
        if (row.fields.size() < first + width)
            return false;
        for (size_t i = first; i < first + width; ++i) {
            const auto number = core::parseNumber(row.fields[i], m_style);
            if (!number)
                return false;
            numbers.push_back(core::toDouble(number->value));
        }
        return true;
    }

    const SampleTable &m_table;
    qint64 m_firstLine;
    core::NumberStyle m_style;
};

bool areNeighbours(const std::vector<size_t> &numeric, size_t from)
{
    return from + 3 < numeric.size() && numeric[from + 3] == numeric[from] + 3;
}

} // namespace

PriceColumns guessPriceColumns(const SampleTable &table, qint64 firstLine, const std::vector<size_t> &numeric,
                               core::NumberStyle style)
{
    const Values values(table, firstLine, style);
    const auto isBar = [](const std::vector<double> &v) {
        return v[1] >= std::max(v[0], v[3]) && v[2] <= std::min(v[0], v[3]);
    };
    // Four equal columns satisfy the rule too; some row must really move.
    const auto moves = [](const std::vector<double> &v) { return v[1] > v[2]; };
    PriceColumns found;
    for (size_t i = 0; i < numeric.size() && !found.ohlc; ++i) {
        if (areNeighbours(numeric, i) && values.share(numeric[i], 4, isBar) >= 0.95
            && values.share(numeric[i], 4, moves) > 0)
            found.ohlc = numeric[i];
    }
    if (!found.ohlc)
        return found;
    const size_t close = *found.ohlc + 3;
    const auto likePrice = [](const std::vector<double> &v) { return v[1] > v[0] * 0.2 && v[1] < v[0] * 5; };
    for (const size_t column : numeric) {
        if (column <= close || found.volume)
            continue;
        const bool next = column == close + 1;
        if (next && values.share(close, 2, likePrice) >= 0.9)
            found.adjustedClose = column;
        else
            found.volume = column;
    }
    return found;
}

bool isNumericColumn(const std::vector<SampleCell> &cells)
{
    const auto numeric = std::ranges::count_if(cells, [](const SampleCell &c) {
        return looksNumeric(c.text) && c.text.find_first_of(":/TZ") == std::string_view::npos;
    });
    return !cells.empty() && size_t(numeric) * 10 >= cells.size() * 9;
}

bool isSymbolColumn(const std::vector<SampleCell> &cells)
{
    if (cells.empty())
        return false;
    std::vector<std::string_view> words;
    for (const SampleCell &cell : cells) {
        if (cell.text.size() > 24 || cell.text.find(' ') != std::string_view::npos || looksNumeric(cell.text))
            return false;
        words.push_back(cell.text);
    }
    std::ranges::sort(words);
    const size_t distinct = size_t(std::unique(words.begin(), words.end()) - words.begin());
    return distinct == 1 || distinct * 2 <= words.size();
}

} // namespace tickmark::sources
