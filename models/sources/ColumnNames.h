// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CsvProfile.h"

#include <QString>

#include <string_view>

namespace tickmark::sources {

//! What a header's word says of its column, in English or German. Among several columns with one role, the lowest `rank`
//! is the best: "Symbol" before "ISIN", "Stücke" before "Volumen".
struct NamedRole
{
    ColumnRole role = ColumnRole::Ignored;
    int rank = 0;
    bool utc = false; //!< the name says that its times are UTC: "Gmt time", "time_ms_utc"
};
[[nodiscard]] NamedRole roleOfName(std::string_view utf8Name);
//! The same for a file of single trades or quotes: Price, Size, Bid, Ask and their sizes, and Date, Time and Symbol as
//! above. "Kurs" is a price here, and "Volumen" the size of a trade.
[[nodiscard]] NamedRole tickRoleOfName(std::string_view utf8Name);

//! Names of columns that only a file of single trades or quotes has: bid, ask, trade id ...
[[nodiscard]] bool isTickName(std::string_view utf8Name);
//! "Size", "Quantity": beside a lone price they mean trades.
[[nodiscard]] bool isSizeName(std::string_view utf8Name);

} // namespace tickmark::sources
