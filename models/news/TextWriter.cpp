// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextWriter.h"

#include "SafeText.h"
#include <core/TextEncoding.h>

#include <algorithm>

namespace tickmark::news {

namespace {

//! Spaces that hold words and numbers together ("17 %"); alone they stay what they are.
bool isBinding(QChar c)
{
    return c == QChar(0xa0) || c == QChar(0x202f) || c == QChar(0x2009) || c == QChar(0x2007);
}

} // namespace

bool isInvisible(QChar c)
{
    if (c.unicode() < 0xad)
        return false;
    return c == QChar(0xad) || c == QChar(0x200b) || c == QChar(0x2060) || c == QChar(0xfeff) || isDirectionMark(c)
           || isNoCharacter(c);
}

TextWriter::TextWriter(qsizetype capacity, qsizetype limit)
    : m_text(std::min(capacity, limit), Qt::Uninitialized), m_limit(m_text.size())
{}

void TextWriter::put(QChar c)
{
    if (c.unicode() > 0x20 && c.unicode() < 0x7f) {
        append(c);
        return;
    }
    if (c.unicode() >= 0x80 && c.unicode() < 0xa0) // no text has these: windows-1252 that was taken for latin-1
        c = core::windows1252(static_cast<unsigned char>(c.unicode()));
    if (c.isSpace())
        putBlank(c);
    else if (c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0))
        putBlank(u' '); // parts what stands around it, as it may have stood for a blank
    else if (!isInvisible(c))
        append(c);
}

void TextWriter::put(char32_t c)
{
    if (!QChar::requiresSurrogates(c)) {
        put(QChar(char16_t(c)));
        return;
    }
    append(QChar(QChar::highSurrogate(c)));
    append(QChar(QChar::lowSurrogate(c)));
}

void TextWriter::putBlank(QChar c)
{
    if (m_gap == kLineBreak)
        return;
    m_gap = m_gap == kNoGap && isBinding(c) ? c : QChar(u' ');
}

void TextWriter::append(QChar c)
{
    const bool hasGap = m_gap != kNoGap && m_size > 0;
    if (m_isFull || m_size + (hasGap ? 1 : 0) >= m_limit) {
        m_isFull = true;
        return;
    }
    if (hasGap)
        m_text[m_size++] = m_gap;
    m_gap = kNoGap;
    m_text[m_size++] = c;
}

PlainText TextWriter::take()
{
    m_text.truncate(m_size);
    if (m_isFull && !m_text.isEmpty() && m_text.back().isHighSurrogate()) {
        m_text.chop(1);
        if (!m_text.isEmpty() && m_text.back().isSpace())
            m_text.chop(1);
    }
    return {visibleText(m_text), m_isFull};
}

} // namespace tickmark::news
