// SPDX-License-Identifier: GPL-3.0-or-later
#include "NameTrie.h"

#include "NameWords.h"

#include <algorithm>

namespace tickmark::news {

namespace {

// Spellings of one sequence of words, which differ in capitals or in what parts them.
constexpr size_t kMostSpellings = 16;

const QString kGerman = QStringLiteral("de");
const QString kEnglish = QStringLiteral("en");

using Uses = std::array<NameUse, kTextLanguages>;

constexpr Uses kEverywhere{NameUse::Plain, NameUse::Plain, NameUse::Plain};

bool isSameSpelling(const WrittenName &a, const WrittenName &b)
{
    return a.isSymbol == b.isSymbol && a.words == b.words && a.gaps == b.gaps;
}

//! A text of unknown language may be in that one.
Uses usesIn(TextLanguage language, NameUse use)
{
    Uses uses{};
    uses[size_t(language)] = use;
    uses[size_t(TextLanguage::Unknown)] = use;
    return uses;
}

NameUse listedUse(const NameEntry &entry, const QString &language, const QString &name)
{
    for (const NameCautions &cautions : entry.cautions) {
        if (cautions.language != language)
            continue;
        if (cautions.inContext.contains(name))
            return NameUse::InContext;
        if (cautions.afterArticle.contains(name))
            return NameUse::AfterArticle;
    }
    return NameUse::Plain;
}

//! "^" and "=" of symbols are no part of a word; empty when it cannot be told from one.
QString tellingSymbol(QStringView symbol)
{
    while (!symbol.isEmpty() && !symbol.front().isLetterOrNumber())
        symbol = symbol.sliced(1);
    return isTellingSymbol(symbol) ? symbol.toString() : QString();
}

} // namespace

TextLanguage textLanguage(const QString &code)
{
    if (code == kGerman)
        return TextLanguage::German;
    return code == kEnglish ? TextLanguage::English : TextLanguage::Unknown;
}

NameTrie::NameTrie(const std::vector<core::Instrument> &instruments, const NameList *list) : m_nodes(1)
{
    std::vector<const core::Instrument *> byId;
    byId.reserve(instruments.size());
    for (const core::Instrument &instrument : instruments)
        byId.push_back(&instrument);
    // the first of two equal names stays: that of the lower id, in whatever order they come
    std::ranges::stable_sort(byId, {}, [](const core::Instrument *instrument) { return instrument->id; });
    m_steps.reserve(instruments.size() * 4);
    QSet<QString> stored;
    for (const core::Instrument *instrument : byId) {
        addTarget(*instrument);
        // first, because the list knows which names of the instrument are ambiguous
        if (const NameEntry *entry = list ? list->find(instrument->symbol) : nullptr)
            addListed(*entry);
        addStored(*instrument);
        stored.insert(instrument->symbol);
    }
    if (!list)
        return;
    for (const auto &[language, words] : list->words())
        m_contextWords.emplace(language, words);
    for (const NameEntry &entry : list->entries()) {
        if (stored.contains(entry.instrument.symbol))
            continue;
        addTarget(entry.instrument);
        addListed(entry);
        const QString symbol = tellingSymbol(entry.instrument.symbol);
        add(symbol, true, {NameUse::Marked, NameUse::Marked, NameUse::Marked});
    }
}

const WordSets *NameTrie::contextWords(TextLanguage language) const
{
    const auto found = m_contextWords.find(language == TextLanguage::English ? kEnglish : kGerman);
    return found == m_contextWords.end() ? nullptr : &found->second;
}

void NameTrie::addTarget(const core::Instrument &instrument)
{
    m_targets.push_back(
        {instrument.id,
         instrument.symbol,
         instrument.kind,
         {instrument.displayName(kGerman), instrument.displayName(kEnglish), instrument.displayName(QString())}});
}

void NameTrie::addListed(const NameEntry &entry)
{
    for (const core::InstrumentNames &names : entry.instrument.names) {
        const TextLanguage language = textLanguage(names.language);
        for (const QString &name : QStringList{names.name, names.shortName} + names.aliases)
            add(name, false, usesIn(language, listedUse(entry, names.language, name)));
    }
    for (const NameCautions &cautions : entry.cautions) {
        for (const QString &phrase : cautions.never)
            add(phrase, false, usesIn(textLanguage(cautions.language), NameUse::Never));
    }
}

void NameTrie::addStored(const core::Instrument &instrument)
{
    for (const core::InstrumentNames &names : instrument.names) {
        for (const QString &name : QStringList{names.name, names.shortName} + names.aliases)
            add(name, false, kEverywhere);
    }
    add(tellingSymbol(instrument.symbol), true, kEverywhere);
}

void NameTrie::add(const QString &name, bool isSymbol, const Uses &uses)
{
    const std::vector<Word> words = scanWords(name);
    if (words.empty() || words.size() > kMostWords || (words.size() == 1 && words.front().length < 2))
        return;
    WrittenName written{int(m_targets.size()) - 1, isSymbol, uses, {}, {}};
    int node = kRoot;
    for (size_t i = 0; i < words.size(); ++i) {
        if (i > 0) {
            const auto gap = gapBetween(
                QStringView(name).sliced(words[i - 1].end(), words[i].start - words[i - 1].end()));
            if (!gap)
                return;
            written.gaps.push_back(*gap);
        } else {
            m_beginnings.set(words[i].hash % m_beginnings.size());
        }
        written.words.push_back(spelledOut(QStringView(name).sliced(words[i].start, words[i].length)));
        const auto [step, isNew] = m_steps.try_emplace(Step{node, words[i].hash}, int(m_nodes.size()));
        if (isNew)
            m_nodes.emplace_back();
        node = step->second;
    }
    place(node, std::move(written));
}

void NameTrie::place(int node, WrittenName name)
{
    std::vector<WrittenName> &here = m_nodes[size_t(node)];
    for (WrittenName &other : here) {
        if (!isSameSpelling(other, name))
            continue;
        for (size_t i = 0; i < kTextLanguages; ++i) {
            if (other.uses[i] == NameUse::Absent && other.target == name.target)
                other.uses[i] = name.uses[i];
            if (other.uses[i] != NameUse::Absent)
                name.uses[i] = NameUse::Absent; // taken
        }
    }
    const bool isNeeded = std::ranges::any_of(name.uses, [](NameUse use) { return use != NameUse::Absent; });
    if (isNeeded && here.size() < kMostSpellings)
        here.push_back(std::move(name));
}

int NameTrie::child(int node, WordHash word) const
{
    if (node == kRoot && !m_beginnings.test(word % m_beginnings.size()))
        return kNone;
    const auto found = m_steps.find(Step{node, word});
    return found == m_steps.end() ? kNone : found->second;
}

} // namespace tickmark::news
