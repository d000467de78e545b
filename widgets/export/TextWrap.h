// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>
#include <QStringList>

namespace tickmark::exporting {

//! `text` broken at blanks into lines no wider than `width` px, at most `most` of them; what does not fit is cut with an
//! ellipsis. No-break spaces do not break. A word that is wider than a line is broken with a hyphen. Empty for an empty text.
[[nodiscard]] QStringList wrapText(const QString &text, const QFont &font, double width, int most);

//! Whether wrapText() neither cuts the text nor breaks a word.
[[nodiscard]] bool fitsInLines(const QString &text, const QFont &font, double width, int most);

} // namespace tickmark::exporting
