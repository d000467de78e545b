// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

//! Words as the news search compares them. Pure functions, safe from any thread.
namespace tickmark::store {

//! The words of a text, folded: lower case, marks removed, ß as ss, and ae, oe, ue as a, o, u (so that "Börse", "Boerse"
//! and "BORSE" are one), but not the "ue" of "neue", "Mauer" and "Quelle".
[[nodiscard]] QStringList foldedWords(const QString &text);

//! The Snowball stem of a folded word; the word itself in a language that is neither "de" nor "en".
[[nodiscard]] QByteArray stem(const QString &foldedWord, const QString &language);

//! What the column `stems` holds for a text of `language`: the stem of each word, parted by blanks. For an unknown language
//! the German and the English stem.
[[nodiscard]] QByteArray stemsOf(const QString &text, const QString &language);

//! What to take the last word for: while somebody types, it may be the beginning of one ("Chipw" of "Chipwerte").
enum class LastWord { IsWhole, MayGoOn };

//! An FTS5 expression for items that hold every word of what the user typed, in either language; empty when there is no
//! word in it. Every word is quoted: nothing that is typed can be an operator.
[[nodiscard]] QByteArray searchExpression(const QString &typed, LastWord lastWord = LastWord::IsWhole);

} // namespace tickmark::store
