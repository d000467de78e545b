// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <limits>

//! Foreign text and markup made plain text. Pure functions, linear time, memory of the size of the text.
namespace tickmark::news {

struct PlainText
{
    QString text;
    bool wasCut = false; //!< longer than the limit
};

inline constexpr qsizetype kNoTextLimit = std::numeric_limits<qsizetype>::max();

//! The text that a reader of `html` would see, however broken the markup is: tags, attributes, comments and declarations are
//! gone, scripts, styles, frames, objects, what is hidden and the like with their content; block elements and <br> begin a new line;
//! entities are resolved once, so that "&amp;lt;" is "&lt;" and nothing becomes markup by being read. Blanks as tidyText(),
//! line ends are blanks. At most `limit` UTF-16 units.
[[nodiscard]] PlainText plainText(QStringView html, qsizetype limit = kNoTextLimit);

//! Text without markup made fit to be shown: runs of blanks are one blank, of line ends one line end, none at the edges;
//! invisible characters (soft hyphen, zero width space) are dropped, U+0080 to U+009F read as windows-1252; then as
//! visibleText(). At most `limit` UTF-16 units.
[[nodiscard]] PlainText tidyText(QStringView text, qsizetype limit = kNoTextLimit);

//! Whether `text`, which is said to be plain, is markup all the same: it has an end tag or <br>.
[[nodiscard]] bool looksLikeHtml(QStringView text);

} // namespace tickmark::news
