// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "NameTrie.h"

#include <QStringView>

#include <vector>

namespace tickmark::news {

//! Words of a text that spell a name, before it is clear what they mean.
struct NameMatch
{
    int target = 0;
    NameUse use = NameUse::Plain;
    bool isCompany = false; //!< it has shares: no index, currency, commodity or coin
    size_t first = 0;       //!< index of its first word
    size_t afterLast = 0;   //!< index of the word after its last one
};

//! Judges from the words around a name whether it is the instrument. Refers to the text, its words and the lists; one
//! question takes constant time.
class NameContext
{
public:
    NameContext(QStringView text, const std::vector<Word> &words, const WordSets &lists)
        : m_text(text), m_words(words), m_lists(lists)
    {}

    //! The name is the first part of something else: "Dax-Konzern", "Apple supplier".
    [[nodiscard]] bool isAttribute(const NameMatch &match) const;
    //! "der Euro", "the stronger dollar", but not what something is compared with: "gegenüber dem Dollar".
    [[nodiscard]] bool isWithArticle(const NameMatch &match) const;
    //! A symbol behind "(", "$" or ":".
    [[nodiscard]] bool isMarked(const NameMatch &match) const;
    //! Words of the stock market beside the name: "Arm-Aktie", "chip designer Arm", "Arm fell", "Arm (-9 %)".
    [[nodiscard]] bool isAmongMarketWords(const NameMatch &match) const;
    //! "eine Allianz", "this target": a thing, whatever else is said.
    [[nodiscard]] bool isIndefinite(const NameMatch &match) const;
    //! "die Allianz"
    [[nodiscard]] bool isDefinite(const NameMatch &match) const;
    //! Names of one list: "Micron, Arm und AMD".
    [[nodiscard]] bool areListed(const NameMatch &before, const NameMatch &after) const;

private:
    [[nodiscard]] QStringView word(size_t at) const { return m_text.sliced(m_words[at].start, m_words[at].length); }
    [[nodiscard]] bool isIn(const WordSet &list, size_t at) const { return list.contains(m_words[at].hash); }
    //! Between the word before `at` and `at`; all before the first word.
    [[nodiscard]] QStringView gapBefore(size_t at) const;
    [[nodiscard]] bool isBlank(size_t at) const; //!< nothing but one blank before the word
    [[nodiscard]] bool isHyphened(size_t at) const;
    //! The word leaves the meaning of a name before it; `isPart`: the end of a compound does as well.
    [[nodiscard]] bool isOwn(const NameMatch &match, size_t at, bool isPart) const;
    [[nodiscard]] bool isExchangeCode(const NameMatch &match) const;
    [[nodiscard]] bool isBefore(const WordSet &list, size_t at) const;
    [[nodiscard]] bool isSentenceStart(size_t at) const;
    [[nodiscard]] bool isPercentAt(size_t at) const;
    [[nodiscard]] bool isAmountAt(size_t at) const;
    [[nodiscard]] bool isMoveBehind(size_t auxiliary) const;
    [[nodiscard]] bool hasOwnWord(const NameMatch &match) const;
    [[nodiscard]] bool isMoving(const NameMatch &match) const;
    [[nodiscard]] bool hasTradeBefore(const NameMatch &match) const;

    QStringView m_text;
    const std::vector<Word> &m_words;
    const WordSets &m_lists;
};

} // namespace tickmark::news
