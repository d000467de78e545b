// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace tickmark::claims {

struct LexiconData;

//! What the grammar of claims knows about one language: verbs and nouns of direction, hedges, units, number words, months
//! and weekdays, separators, words that say a number is no claim. Data of resources/lexicon; a further language is a
//! further file there. Immutable, cheap to copy, safe from any thread.
class Lexicon
{
public:
    //! `data` is the file's JSON; `name` is named in errors. InvalidInput for anything malformed.
    [[nodiscard]] static core::Result<Lexicon> parse(const QByteArray &data, const QString &name);

    [[nodiscard]] const QString &language() const; //!< "de"
    //! Of the file's content: part of the key under which claims are kept.
    [[nodiscard]] quint64 hash() const;
    [[nodiscard]] const LexiconData &data() const { return *m_data; }

private:
    explicit Lexicon(std::shared_ptr<const LexiconData> data) : m_data(std::move(data)) {}

    std::shared_ptr<const LexiconData> m_data;
};

//! The lexicons of `:/lexicon`, read once per process.
[[nodiscard]] const std::vector<Lexicon> &builtInLexicons();
//! Of `language`; the one of German when there is none (a text of unknown language).
[[nodiscard]] const Lexicon &builtInLexicon(const QString &language);

} // namespace tickmark::claims
