// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace tickmark::sources {

//! A small table that is no table of quotes.
enum class ListKind { Shares, Actions };

//! What the first line of a file says that it is: of share counts it names a column of shares and no close, of splits and
//! dividends one of ratios; both name instruments, but for splits of one that was named for the file (`isNamed`). Nothing:
//! neither. `head`: the beginning of the file, UTF-8.
[[nodiscard]] std::optional<ListKind> listKindOf(std::string_view head, bool isNamed = false);

} // namespace tickmark::sources
