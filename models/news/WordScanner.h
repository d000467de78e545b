// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

//! Words of a text with hashes that do not tell apart capitals and the spellings of umlauts ("Börse", "BOERSE").
namespace tickmark::news {

using WordHash = quint64;

//! A run of letters, marks, digits and underscores.
struct Word
{
    qsizetype start = 0;
    qsizetype length = 0;
    //! Of the word, and of the word without its last one and two characters, where those are plain letters (else 0).
    WordHash hash = 0;
    WordHash hashLess1 = 0;
    WordHash hashLess2 = 0;

    [[nodiscard]] qsizetype end() const { return start + length; }
};

[[nodiscard]] std::vector<Word> scanWords(QStringView text);

//! As in Word::hash, for a text that is one word.
[[nodiscard]] WordHash wordHash(QStringView word);

//! `word` with umlauts spelled out ("ae", after a capital "Ae"), ß as "ss", other marks dropped; capitals kept.
[[nodiscard]] QString spelledOut(QStringView word);

} // namespace tickmark::news
