// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarReadOptions.h"
#include "CsvProfile.h"
#include "CsvScanner.h"
#include "LocalClock.h"
#include "RejectList.h"
#include "StampParser.h"
#include "SymbolIndex.h"
#include "TickTable.h"

#include <tl/expected.hpp>

#include <array>
#include <optional>
#include <vector>

namespace tickmark::sources {

//! Which columns of a file of ticks hold what; -1: none.
struct TickColumns
{
    explicit TickColumns(const CsvProfile &profile);

    size_t width = 0;
    size_t needed = 0; //!< up to the last column that is used
    int date = -1;
    int time = -1;
    int symbol = -1;
    std::array<int, TickRow::kFields> prices{-1, -1, -1}; //!< by core::QuoteField
    std::array<int, TickRow::kFields> sizes{-1, -1, -1};
};

//! Makes a row of ticks of the fields of one record, whatever their form. The one that decides what a row means: faster
//! ways must come to the same. No allocation per row, no state but the symbols and the clock's memory.
class TickRowParser
{
public:
    TickRowParser(const CsvProfile &profile, const BarReadOptions &options, std::optional<LocalClock> clock);

    //! False (and no row) for a symbol that is not wanted.
    [[nodiscard]] tl::expected<bool, RejectReason> parse(const CsvRecord &record, TickRow &row);
    //! To be told of every row that was taken: which of two times is meant follows from the one before.
    void taken(int symbolIndex, core::Time time)
    {
        if (m_clock)
            keepTime(symbolIndex, time);
    }

    [[nodiscard]] const TickColumns &columns() const { return m_columns; }
    [[nodiscard]] SymbolIndex &symbols() { return m_symbols; }
    [[nodiscard]] const SymbolIndex &symbols() const { return m_symbols; }

private:
    using Fields = std::span<const std::string_view>;

    void keepTime(int symbolIndex, core::Time time);
    [[nodiscard]] bool hasRightWidth(Fields fields) const;
    [[nodiscard]] tl::expected<core::Time, RejectReason> timeOf(Fields fields, int symbolIndex);
    [[nodiscard]] tl::expected<core::Time, RejectReason> onClock(qint64 localNs, int symbolIndex);
    [[nodiscard]] tl::expected<void, RejectReason> readPrice(Fields fields, size_t field, TickRow &row) const;

    TickColumns m_columns;
    core::NumberStyle m_numbers;
    StampParser m_stamps;
    std::optional<LocalClock> m_clock;
    SymbolIndex m_symbols;
    std::vector<qint64> m_lastTimes; //!< by symbol; only with a clock
};

} // namespace tickmark::sources
