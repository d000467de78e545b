// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Instrument.h>

#include <QString>
#include <QStringView>

#include <memory>
#include <vector>

namespace tickmark::news {

class NameTrie;

//! A place in a text that names an instrument, in UTF-16 units of that text.
struct Mention
{
    qint64 instrumentId = 0;
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const Mention &, const Mention &) = default;
};

//! Finds instruments in news texts by their names, short names, aliases and symbols, in all languages that they have.
//! Immutable once built, cheap to copy, safe from any thread; goes stale when an instrument changes.
//!
//! Only whole words count, with the capitals of the name or in capitals throughout ("Nvidia", "NVIDIA", never "nvidia").
//! German texts (and those of unknown language) may inflect a name: "Nvidias", "der Deutschen Bank"; in a hyphenated
//! compound it has to stand first ("Nvidia-Aktie"). Umlauts may be spelled out ("Boerse"). A symbol counts in capitals
//! only, and not when it has fewer than three letters or is a word ("ALL"). Of several names the longest wins, of
//! instruments with the same name the one with the lowest id.
class MentionFinder
{
public:
    MentionFinder() = default;
    explicit MentionFinder(const std::vector<core::Instrument> &instruments);

    //! Ascending, never overlapping. The time is linear in the length of the text, whatever the number of instruments.
    //! `language` of the text: "de", "en", or empty when unknown.
    [[nodiscard]] std::vector<Mention> find(QStringView text, const QString &language) const;

private:
    std::shared_ptr<const NameTrie> m_names;
};

} // namespace tickmark::news
