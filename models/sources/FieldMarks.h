// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <vector>

namespace tickmark::sources {

//! Finds where fields and lines end, many bytes at a time: separators, quotation marks and the control characters from NUL
//! to CR (line ends among them). A value; pure.
class FieldMarks
{
public:
    //! Bytes behind the text that find() may read.
    static constexpr std::size_t kPadding = 64;

    //! `quote` 0: none.
    FieldMarks(char separator, char quote) : m_separator(separator), m_quote(quote ? quote : '\n') {}

    //! Writes the positions in [0, size) of all marks, ascending, to the front of `marks`, which grows as it must and never
    //! shrinks; returns how many. About 0.2 ns a byte with AVX2 (chosen at run time), 0.3 with SSE2.
    std::size_t find(const char *text, std::size_t size, std::vector<quint32> &marks) const;

private:
    char m_separator;
    char m_quote;
};

} // namespace tickmark::sources
