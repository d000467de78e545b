// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "NameList.h"
#include "WordSets.h"

#include <array>
#include <bitset>
#include <map>
#include <unordered_map>
#include <vector>

namespace tickmark::news {

//! What a name needs to count in a text of one language.
enum class NameUse : quint8 {
    Absent,       //!< it is no name in that language
    Plain,        //!< nothing
    InContext,    //!< see NameCautions
    AfterArticle, //!< see NameCautions
    Marked,       //!< a symbol: "(", "$" or ":" before it
    Never,        //!< what is written so is no mention, whatever shorter names it holds
};

//! The language of a text as far as names care.
enum class TextLanguage : quint8 { German, English, Unknown };
inline constexpr size_t kTextLanguages = 3;
[[nodiscard]] TextLanguage textLanguage(const QString &code);

//! What a name stands for.
struct NameTarget
{
    qint64 instrumentId = 0;
    QString symbol;
    core::InstrumentKind kind = core::InstrumentKind::Stock;
    std::array<QString, kTextLanguages> displayNames;
};

//! One way to write an instrument: its words, spelled out, and what parts them (see gapBetween).
struct WrittenName
{
    int target = 0;
    bool isSymbol = false; //!< counts in capitals only, never inflected
    std::array<NameUse, kTextLanguages> uses{};
    std::vector<QString> words;
    std::vector<QString> gaps; //!< one fewer than words
};

//! All names of all instruments as a tree of words, so that a text is compared with every name at once: a step costs one
//! look-up whatever the number of names. Immutable, safe from any thread.
class NameTrie
{
public:
    static constexpr int kRoot = 0;
    static constexpr int kNone = -1;
    //! Longer names are left out.
    static constexpr size_t kMostWords = 10;

    //! `list` may be nullptr; it is needed for the call only.
    NameTrie(const std::vector<core::Instrument> &instruments, const NameList *list);

    //! The node after a word; kNone when no name goes on like that.
    [[nodiscard]] int child(int node, WordHash word) const;
    //! Names that end at the node: those of the store's instruments by id, then those of the list.
    [[nodiscard]] const std::vector<WrittenName> &namesAt(int node) const { return m_nodes[size_t(node)]; }
    [[nodiscard]] const NameTarget &target(int index) const { return m_targets[size_t(index)]; }
    //! Words that tell what a name means in a text of that language; nullptr without a list that has them.
    [[nodiscard]] const WordSets *contextWords(TextLanguage language) const;

private:
    struct Step
    {
        int node;
        WordHash word;
        friend bool operator==(const Step &, const Step &) = default;
    };
    struct StepHash
    {
        size_t operator()(const Step &step) const noexcept
        {
            return size_t(step.word ^ (quint64(step.node) * 0x9e3779b97f4a7c15));
        }
    };

    void addTarget(const core::Instrument &instrument);
    void addListed(const NameEntry &entry);
    void addStored(const core::Instrument &instrument);
    //! Another way to write the target added last.
    void add(const QString &name, bool isSymbol, const std::array<NameUse, kTextLanguages> &uses);
    void place(int node, WrittenName name);

    std::unordered_map<Step, int, StepHash> m_steps;
    std::vector<std::vector<WrittenName>> m_nodes;
    std::vector<NameTarget> m_targets;
    std::map<QString, WordSets> m_contextWords;
    std::bitset<65536> m_beginnings; //!< by the low bits of first words: most words of a text begin no name
};

} // namespace tickmark::news
