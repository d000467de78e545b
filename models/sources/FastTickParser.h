// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarReadOptions.h"
#include "CsvProfile.h"
#include "LocalClock.h"
#include "StampParser.h"
#include "SymbolIndex.h"
#include "TickRowParser.h"
#include "TickTable.h"

#include <array>
#include <optional>
#include <string_view>

namespace tickmark::sources {

//! Reads the usual forms of a row of ticks, eight digits at a time: numbers without blanks, groups and exponents, times
//! since 1970 or midnight, written dates of ten characters (eight without marks) with HH:MM:SS and a fraction. What it
//! takes means the same as to TickRowParser; of anything else it says that it does not know. One thread at a time.
class FastTickParser
{
public:
    //! Bytes before the text and behind it that parse() may read.
    static constexpr std::size_t kPadding = 8;
    static constexpr std::size_t kMostColumns = 64;

    enum class Outcome { Taken, PassedOver, Unknown };

    [[nodiscard]] static bool supports(const CsvProfile &profile);
    FastTickParser(const CsvProfile &profile, const BarReadOptions &options, std::optional<LocalClock> clock);

    //! Reads the row that begins at `lineBegin`; `ends` are the positions where its fields end, as many as the profile has
    //! columns. `row` is to be the same object for all rows: only what changes is written.
    [[nodiscard]] Outcome parse(const char *text, const quint32 *ends, quint32 lineBegin, SymbolIndex &symbols,
                                TickRow &row);

private:
    //! A short text and what it was found to mean: dates and offsets come again in row after row.
    template <typename Meaning>
    struct Memory
    {
        std::array<char, 16> text{};
        std::size_t size = 0;
        Meaning meaning{};

        [[nodiscard]] bool is(std::string_view other) const { return std::string_view(text.data(), size) == other; }
        [[nodiscard]] bool keep(std::string_view other, Meaning meant);
    };

    [[nodiscard]] bool readTime(std::string_view date, std::string_view time, qint64 &ns);
    [[nodiscard]] bool readCount(std::string_view text, qint64 &ns) const;
    [[nodiscard]] bool readDate(std::string_view text, qint64 &ns);
    [[nodiscard]] bool readTimeOfDay(std::string_view text, qint64 &ns, std::optional<qint64> &offset);
    [[nodiscard]] bool onClock(qint64 localNs, qint64 &ns);

    TickColumns m_columns;
    DateForm m_form;
    char m_decimal;
    qint64 m_unitNs = 0;     //!< of a count; 0 for written dates
    qint64 m_countEnd = 0;   //!< in units
    qint64 m_midnightNs = 0; //!< of the outside date
    StampParser m_stamps;
    std::optional<LocalClock> m_clock;
    Memory<qint64> m_date;
    Memory<std::optional<qint64>> m_offset;
};

} // namespace tickmark::sources
