// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "NameList.h"
#include "WordScanner.h"

#include <unordered_set>

namespace tickmark::news {

using WordSet = std::unordered_set<WordHash>;

//! ContextWords as hashes, so that a word of a text is looked up as it was scanned.
struct WordSets
{
    explicit WordSets(const ContextWords &words);

    WordSet shares;
    WordSet own;
    WordSet others;
    WordSet moves;
    WordSet links;
    WordSet definite;
    WordSet indefinite;
    WordSet opposite;
    WordSet adjectives;
    WordSet joins;
    WordSet amounts;
    WordSet trades;
    WordSet auxiliaries;
};

//! Whether `word` is one of the words or ends with one: "Stammaktie". Takes constant time, however long the word.
[[nodiscard]] bool endsWithOne(const WordSet &words, QStringView word);

} // namespace tickmark::news
