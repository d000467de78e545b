// SPDX-License-Identifier: GPL-3.0-or-later
#include "MarkedText.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace tickmark::sources {

namespace {

//! With its marks it stays in the second-level cache.
constexpr std::size_t kBlockBytes = 256 * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

} // namespace

MarkedText::MarkedText(ByteSource &source, char separator, char quote)
    : m_source(&source), m_finder(separator, quote), m_buffer(kPadding + kBlockBytes + kPadding)
{}

core::Result<bool> MarkedText::refill(std::size_t longest)
{
    static_assert(kPadding >= FieldMarks::kPadding);
    char *const text = m_buffer.data() + kPadding;
    m_begin = std::min(m_begin, m_end); // the end that the last line got is no text
    if (m_begin > 0) {
        std::memmove(text, text + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
        m_linesEnd = 0;
    }
    while (!m_ended && m_linesEnd == 0 && m_end <= longest) {
        if (m_buffer.size() - 2 * kPadding - m_end < kBlockBytes / 2)
            m_buffer.resize(m_buffer.size() + kBlockBytes);
        char *const to = m_buffer.data() + kPadding + m_end;
        const auto got = m_source->read({to, m_buffer.size() - 2 * kPadding - m_end});
        if (!got)
            return tl::unexpected(got.error());
        m_end += std::size_t(*got);
        m_ended = *got == 0;
        if (std::exchange(m_atStart, false) && rest().starts_with(kByteOrderMark))
            m_begin = kByteOrderMark.size();
        findLinesEnd();
    }
    // Fields are looked for up to one behind the end, where the last line gets an end if it has none.
    const std::size_t marked = m_finder.find(data(), std::max(m_linesEnd, m_begin), m_marks);
    m_marks.resize(std::max(m_marks.size(), marked + kSpareMarks));
    std::fill_n(m_marks.begin() + std::ptrdiff_t(marked), kSpareMarks, quint32(m_linesEnd));
    m_nextMark = 0;
    return hasLine();
}

//! A CR at the very end may be half of a line end.
void MarkedText::findLinesEnd()
{
    char *const text = m_buffer.data() + kPadding;
    std::memset(text + m_end, 0, kPadding);
    std::size_t end = m_end;
    while (end > m_begin && text[end - 1] != '\n' && !(text[end - 1] == '\r' && (end < m_end || m_ended)))
        --end;
    m_linesEnd = end;
    if (m_ended && end < m_end) {
        text[m_end] = '\n';
        m_linesEnd = m_end + 1;
    }
    if (m_linesEnd == m_begin)
        m_linesEnd = 0;
}

} // namespace tickmark::sources
