// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarTiming.h"
#include "CsvProfile.h"
#include "CsvScanner.h"
#include "RejectList.h"
#include "StampParser.h"
#include "SymbolIndex.h"
#include <core/Bar.h>

#include <tl/expected.hpp>

#include <optional>
#include <vector>

namespace tickmark::sources {

//! One row as a bar. Prices are in units of 10^-priceDecimals, the volume in units of 10^-sizeDecimals; other rows may
//! have other decimals. bar.flags has what shows in the row alone (range, flat, not positive, rounded).
struct ParsedBar
{
    int symbolIndex = 0; //!< into BarFileReader::symbols()
    core::Bar bar;
    int priceDecimals = 0;
    int sizeDecimals = 0;
    qint64 line = 0;
};

//! What shows in a bar alone: core::kBarRangeBroken, kBarFlatWithoutVolume (unless its close stands for all four prices)
//! and kBarNotPositive.
[[nodiscard]] quint32 plausibility(const core::Bar &bar, bool closeOnly = false);

//! Makes bars of the fields of one row: no allocation per row, no state but the symbols and the clock's memory.
class BarRowParser
{
public:
    //! What a row says besides its bars.
    struct Row
    {
        //! Set for a time that the zone's clock showed twice: the bars' start is not decided yet.
        std::optional<LocalClock::Moment> twice;
        qint64 localNs = 0;
    };

    BarRowParser(const CsvProfile &profile, const BarReadOptions &options, BarTiming timing);

    //! Appends the row's bars: one, one for each symbol with columns of its own, or none for a symbol that is not wanted.
    //! Nothing is appended on failure.
    [[nodiscard]] tl::expected<Row, RejectReason> parse(const CsvRecord &record, std::vector<ParsedBar> &bars);

    [[nodiscard]] const SymbolIndex &symbols() const { return m_symbols; }
    [[nodiscard]] const BarTiming &timing() const { return m_timing; }

private:
    using Fields = std::span<const std::string_view>;

    //! Columns of one instrument.
    struct Columns
    {
        int symbolIndex = 0;
        int open = -1; //!< -1 with high and low: the close stands for all four
        int high = -1;
        int low = -1;
        int close = -1;
        int volume = -1;
    };

    void addColumns(const CsvProfile &profile, const BarReadOptions &options);
    [[nodiscard]] bool hasRightWidth(Fields fields) const;
    [[nodiscard]] tl::expected<Stamp, RejectReason> stampOf(Fields fields) const;
    [[nodiscard]] tl::expected<Row, RejectReason> place(const Stamp &stamp, core::Bar &bar);
    [[nodiscard]] tl::expected<core::SessionDate, RejectReason> sessionOf(const Stamp &stamp) const;
    [[nodiscard]] tl::expected<void, RejectReason> readValues(Fields fields, const Columns &columns,
                                                              ParsedBar &parsed) const;
    [[nodiscard]] tl::expected<void, RejectReason> readVolume(std::string_view field, ParsedBar &parsed) const;

    size_t m_width;
    size_t m_neededWidth = 0; //!< up to the last column that is used
    int m_dateColumn;
    int m_timeColumn;
    int m_symbolColumn;
    core::NumberStyle m_numbers;
    StampParser m_stamps;
    BarTiming m_timing;
    SymbolIndex m_symbols;
    std::vector<Columns> m_instruments;
};

} // namespace tickmark::sources
