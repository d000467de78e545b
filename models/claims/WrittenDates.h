// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Tokenizer.h"
#include <core/Time.h>

#include <optional>
#include <span>

namespace tickmark::claims {

//! Dates and years in digits: "27.01.2025", "27.1.", "27. Januar", "Jan. 27, 2025", "2024". Refers to what it is given;
//! each question costs constant time.
class WrittenDates
{
public:
    //! `published` gives a date without a year its year.
    WrittenDates(std::span<const Token> tokens, QStringView text, core::SessionDate published,
                 const LexiconData &lexicon)
        : m_tokens(tokens), m_text(text), m_published(published), m_lexicon(lexicon)
    {}

    struct Found
    {
        core::SessionDate date;
        std::size_t last = 0; //!< the token behind it
    };

    //! The date that begins at the token `at`, which may be a number, a run of digits or a month.
    [[nodiscard]] std::optional<Found> dateAt(std::size_t at) const;
    //! A whole number in digits, or 0.
    [[nodiscard]] int wholeAt(std::size_t at) const;
    //! A year that has begun by the publication, and nothing that is counted.
    [[nodiscard]] bool isYear(std::size_t at) const;
    //! "in China 2024", "im Geschäftsjahr 2024": of something else than a price.
    [[nodiscard]] bool isBehindPlace(std::size_t at) const;
    //! "2024 legte der Dax zu", "legte 2024 zu", "lost 64% in 2022", but not "Zahlen für 2024", "Modell 2024".
    [[nodiscard]] bool isYearOfMove(std::size_t at) const;

private:
    [[nodiscard]] bool is(std::size_t at, Roles roles) const
    {
        return at < m_tokens.size() && m_tokens[at].kind == Token::Kind::Word && m_tokens[at].isAny(roles);
    }
    [[nodiscard]] bool isMonth(std::size_t at) const { return is(at, Role::Month) && m_tokens[at].isCapital; }
    [[nodiscard]] bool isMark(std::size_t at, char16_t mark) const
    {
        return at < m_tokens.size() && m_tokens[at].isMark(mark);
    }
    [[nodiscard]] std::optional<core::SessionDate> dottedDate(std::size_t at) const;
    [[nodiscard]] std::optional<Found> withYear(std::size_t month, int day, std::size_t next) const;
    [[nodiscard]] std::optional<core::SessionDate> completed(int year, int month, int day) const;
    [[nodiscard]] bool isAttribute(std::size_t at) const;

    std::span<const Token> m_tokens;
    QStringView m_text;
    core::SessionDate m_published;
    const LexiconData &m_lexicon;
};

} // namespace tickmark::claims
