// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

//! How names of instruments may stand in a text. Pure functions.
namespace tickmark::news {

[[nodiscard]] bool isHyphen(QChar c);

//! What parts two words, brought to one form: empty for blanks or one hyphen, else its characters without blanks ("&").
//! Nothing when it parts more than words: a paragraph, or more than four characters.
[[nodiscard]] std::optional<QString> gapBetween(QStringView gap);

//! `written`, as it stands in a text (inflection cut off), for the word `name` of a name (spelled out): the same capitals,
//! a capital at its beginning, or capitals throughout.
[[nodiscard]] bool isSpelledAs(QStringView written, QStringView name);

//! Whether `symbol` alone can be told from other words in capitals: three letters at least, and no word.
[[nodiscard]] bool isTellingSymbol(QStringView symbol);

//! Whether the name `word` is a German noun as well, so that an article before it means the thing ("der Arm").
[[nodiscard]] bool isGermanNoun(QStringView word);
//! "der", "einen", "am" ...
[[nodiscard]] bool isGermanArticle(QStringView word);
//! Whether `first`-`second` is a word of its own although `first` is a name ("Meta-Analyse").
[[nodiscard]] bool isOrdinaryCompound(QStringView first, QStringView second);

} // namespace tickmark::news
