// SPDX-License-Identifier: GPL-3.0-or-later
#include "WordSets.h"

namespace tickmark::news {

namespace {

constexpr qsizetype kLongestEnd = 24;
// Shorter ends tell nothing: "Diskurs" is no "Kurs".
constexpr qsizetype kShortestEnd = 5;

template <typename Words>
WordSet hashes(const Words &words)
{
    WordSet set;
    for (const QString &word : words)
        set.insert(wordHash(word));
    return set;
}

} // namespace

WordSets::WordSets(const ContextWords &words)
    : shares(hashes(words.shares)),
      own(hashes(words.own)),
      others(hashes(words.others)),
      moves(hashes(words.moves)),
      links(hashes(words.links)),
      definite(hashes(words.definite)),
      indefinite(hashes(words.indefinite)),
      opposite(hashes(words.opposite)),
      adjectives(hashes(words.adjectives)),
      joins(hashes(words.joins)),
      amounts(hashes(words.amounts)),
      trades(hashes(words.trades)),
      auxiliaries(hashes(words.auxiliaries))
{}

bool endsWithOne(const WordSet &words, QStringView word)
{
    if (words.contains(wordHash(word)))
        return true;
    for (qsizetype length = std::min(word.size() - 1, kLongestEnd); length >= kShortestEnd; --length) {
        if (words.contains(wordHash(word.last(length))))
            return true;
    }
    return false;
}

} // namespace tickmark::news
