// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Instrument.h>

#include <QString>
#include <QStringView>

#include <memory>
#include <vector>

namespace tickmark::news {

class NameList;
class NameTrie;

//! A place in a text that names an instrument, in UTF-16 units of that text.
struct Mention
{
    qint64 instrumentId = 0; //!< 0: known from the list of names alone
    qsizetype start = 0;
    qsizetype length = 0;
    QString symbol = {};  //!< the store's, else the list's
    QString name = {};    //!< display name in the language of the text: "Siemens Energy"
    bool isAside = false; //!< what is named is something else that belongs to it: "Nvidia-Konkurrent", "Apple supplier"

    friend bool operator==(const Mention &, const Mention &) = default;
};

//! Finds instruments in news texts by their names, short names, aliases and symbols.
//! Immutable once built, cheap to copy, safe from any thread; goes stale when an instrument changes.
//!
//! Only whole words count, with the capitals of the name or in capitals throughout ("Nvidia", "NVIDIA", never "nvidia").
//! German texts (and those of unknown language) may inflect a name: "Nvidias", "der Deutschen Bank"; in a hyphenated
//! compound it has to stand first ("Nvidia-Aktie"). Umlauts may be spelled out ("Boerse"). A symbol counts in capitals
//! only, and not when it has fewer than three letters or is a word ("ALL"). Of several names the longest wins, of
//! instruments with the same name the one with the lowest id.
//!
//! With a list of names its instruments are found too, those of the store first, and an instrument of the store answers
//! to the names that the list has for its symbol. The list's names count in their own language and under the list's
//! cautions: "Target" needs the company of market words, "Euro" an article, "an der Nasdaq" is a place. A symbol that
//! only the list has counts behind "(", "$" or ":". An index, currency or commodity in a compound that means something
//! else is not named at all ("Dax-Konzern", "Euro-Raum"), a company is named aside. Without a list none of this holds.
class MentionFinder
{
public:
    MentionFinder() = default;
    //! `names` is needed for the call only.
    explicit MentionFinder(const std::vector<core::Instrument> &instruments, const NameList *names = nullptr);

    //! Ascending, never overlapping. The time is linear in the length of the text, whatever the number of instruments.
    //! `language` of the text: "de", "en", or empty when unknown. Of a text with more than 65,536 units each part of that
    //! size, up to the end of a paragraph or a sentence, stands for itself.
    [[nodiscard]] std::vector<Mention> find(QStringView text, const QString &language) const;

private:
    std::shared_ptr<const NameTrie> m_names;
};

} // namespace tickmark::news
