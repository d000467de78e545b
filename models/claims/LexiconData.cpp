// SPDX-License-Identifier: GPL-3.0-or-later
#include "LexiconData.h"

#include <algorithm>

namespace tickmark::claims {

int LexiconData::child(int node, news::WordHash word) const
{
    const auto step = steps.find(Step{node, word});
    return step == steps.end() ? kNone : step->second;
}

const WordEntry *LexiconData::entryAt(int node) const
{
    if (node == kNone || entryOfNode[std::size_t(node)] == kNone)
        return nullptr;
    return &entries[std::size_t(entryOfNode[std::size_t(node)])];
}

WordEntry &LexiconData::add(QStringView phrase)
{
    int node = kRoot;
    for (const news::Word &word : news::scanWords(phrase)) {
        goesOn[std::size_t(node)] = true;
        const auto [step, isNew] = steps.try_emplace(Step{node, word.hash}, int(entryOfNode.size()));
        if (isNew) {
            entryOfNode.push_back(kNone);
            goesOn.push_back(false);
        }
        node = step->second;
    }
    int &entry = entryOfNode[std::size_t(node)];
    if (entry == kNone) {
        entry = int(entries.size());
        entries.emplace_back();
    }
    return entries[std::size_t(entry)];
}

const WordEntry *LexiconData::symbol(QChar character) const
{
    const auto found = symbols.find(character.unicode());
    return found == symbols.end() ? nullptr : &found->second;
}

const WordEntry *LexiconData::tailOf(QStringView unknownWord) const
{
    for (const auto &[tail, entry] : tails) {
        if (unknownWord.size() > tail.size() && unknownWord.endsWith(tail, Qt::CaseInsensitive))
            return &entry;
    }
    return nullptr;
}

std::optional<Direction> LexiconData::together(int verbBase, int particle) const
{
    const auto found = std::ranges::find(separable, std::pair(verbBase, particle),
                                         &std::pair<std::pair<int, int>, Direction>::first);
    return found == separable.end() ? std::nullopt : std::optional(found->second);
}

bool LexiconData::isAbbreviation(news::WordHash word) const
{
    return abbreviations.contains(word);
}

bool LexiconData::isFinalAbbreviation(news::WordHash word) const
{
    const auto found = abbreviations.find(word);
    return found != abbreviations.end() && found->second;
}

} // namespace tickmark::claims
