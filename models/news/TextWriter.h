// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "HtmlText.h"

namespace tickmark::news {

//! What a reader does not see, and what means nothing: soft hyphens, joiners, marks of direction, what is no character.
[[nodiscard]] bool isInvisible(QChar c);

//! Receives the characters of a text and keeps them without superfluous blanks, line ends, invisible characters and marks of
//! direction; control characters become blanks. What is
//! written must not be longer than `capacity` UTF-16 units; of that, `limit` are kept.
class TextWriter
{
public:
    TextWriter(qsizetype capacity, qsizetype limit);

    //! Blanks count as such, line ends too. U+0080 to U+009F are read as the windows-1252 characters of that number.
    void put(QChar c);
    void put(char32_t c);
    void lineBreak() { m_gap = kLineBreak; }
    [[nodiscard]] bool isFull() const { return m_isFull; }
    //! Ends the writing: the text, made visible.
    [[nodiscard]] PlainText take();

private:
    static constexpr QChar kNoGap{u'\0'};
    static constexpr QChar kLineBreak{u'\n'};

    void putBlank(QChar c);
    void append(QChar c);

    QString m_text; //!< allocated at once, m_size of it in use
    qsizetype m_size = 0;
    qsizetype m_limit;
    QChar m_gap = kNoGap; //!< blank or line break to come before the next character
    bool m_isFull = false;
};

} // namespace tickmark::news
