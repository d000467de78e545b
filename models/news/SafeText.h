// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

//! Foreign text made fit to be shown: nothing in it can hide, reorder or imitate what stands around it.
namespace tickmark::news {

//! `text` with the same number of UTF-16 units, so that places in it stay where they are: control characters become their
//! pictures (U+2400...), direction marks and halves of surrogate pairs U+FFFD, all kinds of line ends '\n'.
[[nodiscard]] QString visibleText(QStringView text);

//! Marks that do nothing but turn the direction of what follows: they mean nothing in a text that runs from left to right.
[[nodiscard]] bool isDirectionMark(QChar c);
//! What has a meaning inside of QTextDocument, and is no character: U+FFFC stands for an embedded object.
[[nodiscard]] bool isNoCharacter(QChar c);

//! One line of at most `limit` UTF-16 units: as visibleText(), but direction marks are left out; line ends and runs of blanks as one blank; "…" at the end
//! when something was cut off.
[[nodiscard]] QString visibleLine(QStringView text, qsizetype limit = 400);

//! The same in its lines, of which blank ones are left out; `limit` is that of all of them together.
[[nodiscard]] QString visibleLines(QStringView text, qsizetype limit);

} // namespace tickmark::news
