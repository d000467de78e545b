// SPDX-License-Identifier: GPL-3.0-or-later
#include "ColumnGuess.h"

#include "ColumnNames.h"
#include "PriceColumnGuess.h"
#include "TickColumnGuess.h"

#include <algorithm>
#include <array>

namespace tickmark::sources {

namespace {

bool isValue(ColumnRole role)
{
    return role == ColumnRole::Open || role == ColumnRole::High || role == ColumnRole::Low || role == ColumnRole::Close
           || role == ColumnRole::Volume;
}

class Finder
{
public:
    Finder(const SampleTable &table, const HeaderGuess &header, char separator)
        : m_table(table), m_header(header), m_separator(separator)
    {
        m_guess.columns.resize(header.names.empty() ? table.usualWidth() : header.names.size());
        for (size_t i = 0; i < header.names.size(); ++i)
            m_guess.columns[i].name = QString::fromStdString(header.names[i]);
    }

    ColumnGuess find()
    {
        if (m_header.kind == HeaderGuess::Kind::None) {
            m_guess.byContent = true;
            findDateByContent();
            findPricesByContent();
        } else {
            takeNamedRoles();
            findNamedDate();
            findNumberStyle();
            dropUnusableVolume();
            findTickNames();
        }
        return std::move(m_guess);
    }

private:
    std::vector<SampleCell> cells(size_t index) const { return m_table.column(index, m_header.firstDataLine); }

    void takeNamedRoles()
    {
        for (size_t i = 0; i < m_header.names.size(); ++i) {
            m_named.push_back(roleOfName(m_header.names[i]));
            if (i < m_header.symbols.size())
                m_guess.columns[i].symbol = QString::fromStdString(m_header.symbols[i]);
        }
        if (!m_header.symbols.empty())
            m_named.front() = {ColumnRole::Date, 0, false};
        for (const ColumnRole role :
             {ColumnRole::Symbol, ColumnRole::Open, ColumnRole::High, ColumnRole::Low, ColumnRole::Close,
              ColumnRole::AdjustedClose, ColumnRole::Volume, ColumnRole::Turnover})
            takeBest(role);
        for (CsvColumn &column : m_guess.columns) {
            if (column.role == ColumnRole::Ignored)
                column.symbol.clear();
        }
    }

    //! The best named column of each symbol gets the role. A second "volume" of a file is what was turned over.
    void takeBest(ColumnRole role)
    {
        for (size_t i = 0; i < m_named.size(); ++i) {
            if (m_named[i].role != role)
                continue;
            if (!isBeaten(i))
                m_guess.columns[i].role = role;
            else if (role == ColumnRole::Volume)
                m_guess.columns[i].role = ColumnRole::Turnover;
        }
    }

    //! Whether another column has the same role for the same symbol by a better name, or an equal one further left.
    bool isBeaten(size_t index) const
    {
        for (size_t i = 0; i < m_named.size(); ++i) {
            const bool rival = i != index && m_named[i].role == m_named[index].role
                               && m_guess.columns[i].symbol == m_guess.columns[index].symbol;
            if (rival
                && (m_named[i].rank < m_named[index].rank || (m_named[i].rank == m_named[index].rank && i < index)))
                return true;
        }
        return false;
    }

    //! Names do not tell a date from a time of day reliably ("Time" may be either), so the values decide.
    void findNamedDate()
    {
        std::vector<size_t> order;
        for (size_t i = 0; i < m_named.size(); ++i) {
            if (m_named[i].role == ColumnRole::Date || m_named[i].role == ColumnRole::Time)
                order.push_back(i);
        }
        std::ranges::stable_sort(order, {}, [&](size_t i) { return m_named[i].rank; });
        for (const size_t i : order) {
            const auto values = cells(i);
            // "0930" alone is no number of milliseconds.
            const bool timeOnly = m_named[i].role == ColumnRole::Time && areTimesOfDay(values);
            auto date = timeOnly ? std::nullopt : guessDateForm(values);
            if (date && m_named[i].role == ColumnRole::Date && date->form == DateForm::MillisecondsOfDay
                && areTimesOfDay(values))
                date.reset();
            if (!date || (m_guess.date && m_guess.date->form != DateForm::MillisecondsOfDay))
                continue;
            if (m_guess.date && date->form == DateForm::MillisecondsOfDay)
                continue;
            setDate(i, *date);
        }
        for (const size_t i : order) {
            if (m_guess.columns[i].role == ColumnRole::Ignored && areTimesOfDay(cells(i)) && wantsTime()) {
                m_guess.columns[i].role = ColumnRole::Time;
                m_guess.timesAreUtc = m_guess.timesAreUtc || m_named[i].utc;
                break;
            }
        }
    }

    void setDate(size_t index, const DateGuess &date)
    {
        for (CsvColumn &column : m_guess.columns) {
            if (column.role == ColumnRole::Date)
                column.role = ColumnRole::Ignored;
        }
        m_guess.columns[index].role = ColumnRole::Date;
        m_guess.date = date;
        m_dateIndex = index;
        m_guess.timesAreUtc = index < m_named.size() && m_named[index].utc;
    }

    bool hasTimeOfDay() const
    {
        return std::ranges::count(m_guess.columns, ColumnRole::Time, &CsvColumn::role) > 0 || !wantsTime();
    }

    //! A date that has no time of day of its own.
    bool wantsTime() const
    {
        if (!m_guess.date)
            return false;
        const auto values = cells(m_dateIndex);
        const auto hasTime = [](const SampleCell &c) { return c.text.find(':') != std::string_view::npos; };
        const bool number = m_guess.date->form >= DateForm::EpochSeconds;
        return !number && std::ranges::none_of(values, hasTime)
               && std::ranges::none_of(values, [](const SampleCell &c) { return c.text.size() > 20; });
    }

    void findNumberStyle()
    {
        // With unknown names any column may turn out to be a price, and the profile to be edited should read it.
        const bool known = std::ranges::any_of(m_guess.columns, isValue, &CsvColumn::role);
        const auto counts = [known](ColumnRole role) { return known ? isValue(role) : role == ColumnRole::Ignored; };
        std::vector<SampleCell> values;
        for (size_t i = 0; i < m_guess.columns.size(); ++i) {
            if (counts(m_guess.columns[i].role)) {
                const auto column = cells(i);
                values.insert(values.end(), column.begin(), column.end());
            }
        }
        m_guess.numbers = guessNumberStyle(values, m_separator);
    }

    //! "818.83M": a volume that is no plain number is left out rather than the whole file refused.
    void dropUnusableVolume()
    {
        for (size_t i = 0; i < m_guess.columns.size(); ++i) {
            if (m_guess.columns[i].role != ColumnRole::Volume)
                continue;
            const auto values = cells(i);
            const auto bad = std::ranges::find_if_not(values, [&](const SampleCell &c) {
                const auto number = core::parseNumber(c.text, m_guess.numbers.style);
                return number || number.error() == core::NumberFault::OutOfRange;
            });
            const auto badCount = std::ranges::count_if(
                values, [&](const SampleCell &c) { return !core::parseNumber(c.text, m_guess.numbers.style); });
            if (size_t(badCount) * 2 > values.size()) {
                m_guess.columns[i].role = ColumnRole::Ignored;
                m_guess.columns[i].symbol.clear();
                m_guess.unusableVolume = *bad;
            }
        }
    }

    void findTickNames()
    {
        const auto has = [&](ColumnRole role) {
            return std::ranges::count(m_guess.columns, role, &CsvColumn::role) > 0;
        };
        if (has(ColumnRole::Open) && has(ColumnRole::High))
            return;
        m_guess.looksLikeTicks = std::ranges::any_of(m_header.names, isTickName)
                                 || (has(ColumnRole::Close) && std::ranges::any_of(m_header.names, isSizeName));
    }

    void findDateByContent()
    {
        for (size_t i = 0; i < m_guess.columns.size() && !m_guess.date; ++i) {
            const auto values = cells(i);
            const auto date = guessDateForm(values);
            // A price of 1014 is no date; numbers count as one only in front.
            if (!date || (i > 0 && date->why == DateGuess::Why::Magnitude && date->form == DateForm::MillisecondsOfDay))
                continue;
            setDate(i, *date);
            if (i + 1 < m_guess.columns.size() && wantsTime() && areTimesOfDay(cells(i + 1))
                && !guessDateForm(cells(i + 1)).has_value())
                m_guess.columns[i + 1].role = ColumnRole::Time;
        }
    }

    void findPricesByContent()
    {
        std::vector<size_t> numeric;
        for (size_t i = 0; i < m_guess.columns.size(); ++i) {
            if (m_guess.columns[i].role == ColumnRole::Ignored && isNumericColumn(cells(i)))
                numeric.push_back(i);
        }
        std::vector<SampleCell> values;
        for (const size_t i : numeric) {
            const auto column = cells(i);
            values.insert(values.end(), column.begin(), column.end());
        }
        m_guess.numbers = guessNumberStyle(values, m_separator);
        const PriceColumns found = guessPriceColumns(m_table, m_header.firstDataLine, numeric, m_guess.numbers.style);
        m_guess.looksLikeTicks = m_guess.date && !found.ohlc
                                 && (numeric.size() == 2
                                     || (numeric.size() == 4 && hasTimeOfDay()
                                         && areQuotesWithSizes(m_table, m_header.firstDataLine, numeric,
                                                               m_guess.numbers.style)));
        if (!found.ohlc)
            return;
        constexpr std::array kRoles = {ColumnRole::Open, ColumnRole::High, ColumnRole::Low, ColumnRole::Close};
        for (size_t i = 0; i < kRoles.size(); ++i)
            m_guess.columns[*found.ohlc + i].role = kRoles[i];
        if (found.adjustedClose)
            m_guess.columns[*found.adjustedClose].role = ColumnRole::AdjustedClose;
        if (found.volume)
            m_guess.columns[*found.volume].role = ColumnRole::Volume;
        findSymbolByContent(*found.ohlc);
    }

    void findSymbolByContent(size_t firstPrice)
    {
        for (size_t i = 0; i < firstPrice; ++i) {
            if (m_guess.columns[i].role == ColumnRole::Ignored && isSymbolColumn(cells(i))) {
                m_guess.columns[i].role = ColumnRole::Symbol;
                return;
            }
        }
    }

    const SampleTable &m_table;
    const HeaderGuess &m_header;
    char m_separator;
    std::vector<NamedRole> m_named;
    size_t m_dateIndex = 0;
    ColumnGuess m_guess;
};

} // namespace

ColumnGuess guessColumns(const SampleTable &table, const HeaderGuess &header, char separator)
{
    return Finder(table, header, separator).find();
}

} // namespace tickmark::sources
