// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ByteSource.h"
#include "FieldMarks.h"

#include <string_view>
#include <vector>

namespace tickmark::sources {

//! The bytes of a source in blocks of whole lines, with the marks of FieldMarks. Whoever reads takes line after line;
//! nothing is copied but the beginning of the line that a block cuts. The source must outlive it. One thread at a time.
class MarkedText
{
public:
    static constexpr std::size_t kPadding = 64; //!< bytes before and behind the text that may be read

    MarkedText(ByteSource &source, char separator, char quote);

    //! Positions count from here.
    [[nodiscard]] const char *data() const { return m_buffer.data() + kPadding; }
    //! Where the next line begins, and where the last whole one ends: equal when refill() is due.
    [[nodiscard]] quint32 begin() const { return quint32(m_begin); }
    [[nodiscard]] quint32 linesEnd() const { return quint32(m_linesEnd); }
    [[nodiscard]] bool hasLine() const { return m_begin < m_linesEnd; }
    //! The marks from the beginning of the next line on; at least kSpareMarks more than the line has may be read.
    [[nodiscard]] const quint32 *marks() const { return m_marks.data() + m_nextMark; }
    static constexpr std::size_t kSpareMarks = 66;
    //! Goes on to the line at `begin`, `marks` further.
    void advance(quint32 begin, std::size_t marks)
    {
        m_begin = begin;
        m_nextMark += marks;
    }

    //! Reads on: true when there is a line then, false at the end of the source or before a line that is longer than
    //! `longest` bytes (see isTooLong()). The end of the source ends a line.
    [[nodiscard]] core::Result<bool> refill(std::size_t longest);
    [[nodiscard]] bool isTooLong() const { return m_end > m_begin; }
    //! What has been read and not been taken, without the line end that was put behind the last line.
    [[nodiscard]] std::string_view rest() const { return {data() + m_begin, m_end - m_begin}; }

private:
    void findLinesEnd();

    ByteSource *m_source;
    FieldMarks m_finder;
    std::vector<char> m_buffer;
    std::vector<quint32> m_marks;
    std::size_t m_nextMark = 0;
    std::size_t m_begin = 0;
    std::size_t m_linesEnd = 0;
    std::size_t m_end = 0;
    bool m_atStart = true;
    bool m_ended = false;
};

} // namespace tickmark::sources
