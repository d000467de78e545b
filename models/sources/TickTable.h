// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Price.h>
#include <core/Series.h>
#include <core/Tick.h>

#include <array>
#include <cstddef>
#include <vector>

namespace tickmark::sources {

//! What one row of a file says: up to three prices at one time. A value.
struct TickRow
{
    static constexpr std::size_t kFields = 3; //!< by core::QuoteField: trade, bid, ask

    core::Time time;
    int symbolIndex = 0;
    std::array<bool, kFields> has{};
    std::array<core::Price, kFields> prices{};
    std::array<core::Price, kFields> sizes{};
    bool rounded = false; //!< the file has more decimals than core::kMaxDecimals
};

//! Ticks of one symbol and field in the order of the file, in common decimals. A value.
struct SeriesTicks
{
    int symbolIndex = 0;
    core::QuoteField field = core::QuoteField::Trade;
    int priceDecimals = 0; //!< the most that any tick had so far
    int sizeDecimals = 0;
    std::vector<core::Tick> ticks;
};

//! Where a reader puts the ticks of a file; who empties it takes ticks out of series() and leaves the series there. Grows
//! by what is read: the caller keeps it bounded. One thread at a time.
class TickTable
{
public:
    //! Appends the row's ticks, all of them or none: false when a number does not fit 64 bits at the decimals of those that
    //! are there. A series is widened in place when a row has more decimals than all before (O(ticks), at most 16 times).
    [[nodiscard]] bool add(const TickRow &row);
    //! For who appends ticks to a series himself: where it is, which add() may change, or null before there is one; then
    //! how many rows that were. O(1).
    [[nodiscard]] SeriesTicks *find(int symbolIndex, std::size_t field);
    void count(int symbolIndex, qint64 rows, qint64 suspiciousRows);

    [[nodiscard]] std::vector<SeriesTicks> &series() { return m_series; }
    [[nodiscard]] const std::vector<SeriesTicks> &series() const { return m_series; }
    //! Rows of that symbol so far.
    [[nodiscard]] qint64 rowsOf(int symbolIndex) const;
    //! Rows with a price of zero or below: kept, because some markets have them.
    [[nodiscard]] qint64 suspiciousRows() const { return m_suspiciousRows; }
    [[nodiscard]] qint64 roundedRows() const { return m_roundedRows; }

private:
    struct Symbol
    {
        std::array<int, TickRow::kFields> series{-1, -1, -1}; //!< into m_series
        qint64 rows = 0;
    };

    [[nodiscard]] bool fits(const TickRow &row);
    [[nodiscard]] SeriesTicks &seriesOf(Symbol &symbol, int symbolIndex, std::size_t field);

    std::vector<SeriesTicks> m_series;
    std::vector<Symbol> m_symbols;
    qint64 m_suspiciousRows = 0;
    qint64 m_roundedRows = 0;
};

} // namespace tickmark::sources
