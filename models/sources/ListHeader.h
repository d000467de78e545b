// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace tickmark::sources {

//! A small table that is no table of quotes.
enum class ListKind { Shares, Actions };

//! What the first line of a file says that it is: whether it has the columns that readShareCounts() or readActions() want,
//! and none of a price. `isNamed`: an instrument was named for the whole file. Nothing: neither. `head`: the beginning of
//! the file, in any encoding.
[[nodiscard]] std::optional<ListKind> listKindOf(std::string_view head, bool isNamed = false);

} // namespace tickmark::sources
