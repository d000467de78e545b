// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace tickmark::core {

enum class ContentKind {
    Empty, //!< nothing but blanks and line ends
    Text,  //!< a table, or prose
    Html,
    Xml, //!< a feed, or any other
    Json,
    Pdf,
    Workbook, //!< old Excel
    Sqlite,
    Binary,
};

//! What a file is by its first bytes; UTF-16 text is recognised as text. Pure function.
[[nodiscard]] ContentKind sniffContent(std::string_view bytes);

} // namespace tickmark::core
