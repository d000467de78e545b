// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "WordScanner.h"
#include <core/Instrument.h>

#include <QString>

#include <unordered_map>
#include <vector>

namespace tickmark::news {

//! One way to write an instrument: its words, spelled out, and what parts them (see gapBetween).
struct WrittenName
{
    qint64 instrumentId = 0;
    bool isSymbol = false; //!< counts in capitals only, never inflected
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

    explicit NameTrie(const std::vector<core::Instrument> &instruments);

    //! The node after a word; kNone when no name goes on like that.
    [[nodiscard]] int child(int node, WordHash word) const;
    //! Names that end at the node, by instrument id.
    [[nodiscard]] const std::vector<WrittenName> &namesAt(int node) const { return m_nodes[size_t(node)]; }

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

    void addInstrument(const core::Instrument &instrument);
    void add(qint64 instrumentId, const QString &name, bool isSymbol);

    std::unordered_map<Step, int, StepHash> m_steps;
    std::vector<std::vector<WrittenName>> m_nodes;
};

} // namespace tickmark::news
