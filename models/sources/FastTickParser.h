// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarReadOptions.h"
#include "CsvProfile.h"
#include "LocalClock.h"
#include "MarkedText.h"
#include "StampParser.h"
#include "TickRowParser.h"
#include "TickTable.h"
#include "TickTiming.h"

#include <array>
#include <optional>
#include <string_view>

namespace tickmark::sources {

//! Reads rows of ticks of the usual forms, eight digits at a time: numbers without blanks, groups and exponents, times
//! since 1970 or midnight, written dates of ten characters (eight without marks) with HH:MM:SS and a fraction. What it
//! takes means the same as to TickRowParser; where it does not know a row it stops. One thread at a time.
class FastTickParser
{
public:
    static constexpr std::size_t kMostColumns = 64;

    struct Rows
    {
        qint64 read = 0;  //!< one to a line
        qint64 taken = 0; //!< the others were passed over
        core::Time last;  //!< of those taken
    };

    [[nodiscard]] static bool supports(const CsvProfile &profile);
    FastTickParser(const CsvProfile &profile, const BarReadOptions &options, std::optional<LocalClock> clock);

    //! Adds the ticks of the next lines, as far as `text` has whole ones and `most` at most, to series that `table` has
    //! already and whose decimals are enough, at `times`; `text` goes on behind them. Stops before a line of which any of
    //! this is not so. `general` numbers the symbols and is told what was taken.
    Rows read(MarkedText &text, qint64 most, const PlausibleTimes &times, TickRowParser &general, TickTable &table);

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

    //! One of the up to three ticks of a row.
    struct Quote
    {
        std::size_t field = 0;
        int priceColumn = -1;
        int sizeColumn = -1;           //!< -1: none
        SeriesTicks *series = nullptr; //!< of the rows being read
        qint64 price = 0;
        qint64 size = 0;
    };
    //! A line and where its fields end.
    struct Line
    {
        const char *text;
        const quint32 *ends;
        quint32 begin;

        [[nodiscard]] std::string_view field(int column) const
        {
            const quint32 from = column == 0 ? begin : ends[column - 1] + 1;
            return {text + from, ends[column] - from};
        }
    };
    //! Rows of one symbol that follow each other.
    struct Run
    {
        int symbol = -1;
        qint64 rows = 0;
        qint64 suspicious = 0;
        core::Time last;
    };
    enum class Outcome { Taken, PassedOver, Unknown };

    //! A count but for its last eight digits: the same in row after row.
    struct UpperDigits
    {
        std::size_t size = std::string_view::npos; //!< of the whole count
        std::array<quint64, 2> masks{};            //!< of the digits in the words before the last one
        std::array<quint64, 2> words{};
        quint64 value = 0;

        [[nodiscard]] bool isOf(std::string_view text) const;
        [[nodiscard]] bool keep(std::string_view text);
    };

    [[nodiscard]] Outcome readLine(const Line &line, const PlausibleTimes &times, TickRowParser &general,
                                   TickTable &table, Run &run);
    [[nodiscard]] bool begin(int symbol, TickTable &table, Run &run);
    [[nodiscard]] bool readQuotes(const Line &line);
    [[nodiscard]] bool readTime(const Line &line, qint64 &ns);
    [[nodiscard]] bool readWrittenTime(std::string_view date, std::string_view time, qint64 &ns);
    [[nodiscard]] bool readLongCount(std::string_view text, qint64 &ns);
    [[nodiscard]] bool readCount(std::string_view text, qint64 &ns) const;
    [[nodiscard]] bool readDate(std::string_view text, qint64 &ns);
    [[nodiscard]] bool readTimeOfDay(std::string_view text, qint64 &ns, std::optional<qint64> &offset);
    [[nodiscard]] bool onClock(qint64 localNs, qint64 &ns);

    TickColumns m_columns;
    std::array<Quote, TickRow::kFields> m_quotes;
    std::size_t m_quoteCount = 0;
    DateForm m_form;
    char m_separator;
    char m_decimal;
    quint64 m_decimalMarks;  //!< eight of them
    qint64 m_unitNs = 0;     //!< of a count; 0 for written dates
    qint64 m_countEnd = 0;   //!< in units
    qint64 m_midnightNs = 0; //!< of the outside date
    StampParser m_stamps;
    std::optional<LocalClock> m_clock;
    bool m_isSinceEpoch = false; //!< counts of the plainest kind
    UpperDigits m_upper;
    Memory<qint64> m_date;
    Memory<std::optional<qint64>> m_offset;
};

} // namespace tickmark::sources
