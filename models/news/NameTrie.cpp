// SPDX-License-Identifier: GPL-3.0-or-later
#include "NameTrie.h"

#include "NameWords.h"

#include <algorithm>

namespace tickmark::news {

namespace {

// Spellings of one sequence of words, which differ in capitals or in what parts them.
constexpr size_t kMostSpellings = 16;

bool isSameSpelling(const WrittenName &a, const WrittenName &b)
{
    return a.isSymbol == b.isSymbol && a.words == b.words && a.gaps == b.gaps;
}

} // namespace

NameTrie::NameTrie(const std::vector<core::Instrument> &instruments) : m_nodes(1)
{
    std::vector<const core::Instrument *> byId;
    byId.reserve(instruments.size());
    for (const core::Instrument &instrument : instruments)
        byId.push_back(&instrument);
    // the first of two equal names stays: that of the lower id, in whatever order they come
    std::ranges::stable_sort(byId, {}, [](const core::Instrument *instrument) { return instrument->id; });
    m_steps.reserve(instruments.size() * 4);
    for (const core::Instrument *instrument : byId)
        addInstrument(*instrument);
}

void NameTrie::addInstrument(const core::Instrument &instrument)
{
    for (const core::InstrumentNames &names : instrument.names) {
        add(instrument.id, names.name, false);
        add(instrument.id, names.shortName, false);
        for (const QString &alias : names.aliases)
            add(instrument.id, alias, false);
    }
    // "^" and "=" of symbols are no part of a word
    QStringView symbol = instrument.symbol;
    while (!symbol.isEmpty() && !symbol.front().isLetterOrNumber())
        symbol = symbol.sliced(1);
    if (isTellingSymbol(symbol))
        add(instrument.id, symbol.toString(), true);
}

void NameTrie::add(qint64 instrumentId, const QString &name, bool isSymbol)
{
    const std::vector<Word> words = scanWords(name);
    if (words.empty() || words.size() > kMostWords || (words.size() == 1 && words.front().length < 2))
        return;
    WrittenName written{instrumentId, isSymbol, {}, {}};
    int node = kRoot;
    for (size_t i = 0; i < words.size(); ++i) {
        if (i > 0) {
            const auto gap = gapBetween(
                QStringView(name).sliced(words[i - 1].end(), words[i].start - words[i - 1].end()));
            if (!gap)
                return;
            written.gaps.push_back(*gap);
        }
        written.words.push_back(spelledOut(QStringView(name).sliced(words[i].start, words[i].length)));
        const auto [step, isNew] = m_steps.try_emplace(Step{node, words[i].hash}, int(m_nodes.size()));
        if (isNew)
            m_nodes.emplace_back();
        node = step->second;
    }
    std::vector<WrittenName> &here = m_nodes[size_t(node)];
    if (here.size() < kMostSpellings
        && std::ranges::none_of(here, [&](const WrittenName &other) { return isSameSpelling(other, written); }))
        here.push_back(std::move(written));
}

int NameTrie::child(int node, WordHash word) const
{
    const auto found = m_steps.find(Step{node, word});
    return found == m_steps.end() ? kNone : found->second;
}

} // namespace tickmark::news
