// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Clauses.h"

#include <span>
#include <vector>

namespace tickmark::claims {

//! Tells numbers that state no move of an instrument: price targets, forecasts, revenue, yields, shares of a total,
//! indications. A false claim is worse than a missed one, so every doubt counts against the number.
class NoClaimRules
{
public:
    //! Refers to what it is given.
    NoClaimRules(std::span<const Token> tokens, const std::vector<Quantity> &quantities, const LexiconData &lexicon);

    //! Nothing in the sentence is a price that was traded.
    [[nodiscard]] bool isEmptySentence() const { return m_isEmptySentence; }
    //! The clause states nothing that has happened.
    [[nodiscard]] bool isEmptyClause(const Clause &clause) const;
    //! The number is of something else than a price.
    [[nodiscard]] bool isOfOther(const Clause &clause, const Quantity &quantity) const;
    //! The number is what a share earns or pays.
    [[nodiscard]] bool isOfEarnings(const Clause &clause, const Quantity &quantity) const;
    //! The clause is about something else than a price, with or without a number.
    [[nodiscard]] bool speaksOfOther(const Clause &clause) const;
    //! The clause says that something did not happen.
    [[nodiscard]] bool isDenied(const Clause &clause) const;
    //! `clause` says no more than that an empty clause `before` it: "..., dass Nvidia fällt", "..., fällt auch der Dax".
    [[nodiscard]] bool followsFrom(const Clause &before, const Clause &clause) const;
    //! "muss um 20 Prozent steigen": a rise that is still to come; but losses that one must bear have happened.
    [[nodiscard]] bool isRequired(const Clause &clause, Direction direction) const;

private:
    [[nodiscard]] bool isVerb(std::size_t token) const;
    [[nodiscard]] bool isVerbFirst(const Clause &clause) const;
    [[nodiscard]] bool isNearMiss(std::size_t token) const;
    [[nodiscard]] bool isOfYears(const Clause &clause) const;
    [[nodiscard]] bool isOfNone(const Clause &clause) const;
    [[nodiscard]] bool isAttribute(const Quantity &quantity) const;
    [[nodiscard]] bool isGovernedByReason(const Clause &clause, std::size_t place) const;
    [[nodiscard]] bool isReasonBehindNumber(const Clause &clause, std::size_t place) const;
    [[nodiscard]] bool hasNumberBetween(const Clause &clause, std::size_t from, std::size_t to) const;
    [[nodiscard]] bool isPartedFrom(const Clause &clause, std::size_t place, std::size_t number) const;
    [[nodiscard]] bool isShareOfTotal(const Quantity &quantity) const;
    [[nodiscard]] bool isNoClaimNoun(std::size_t token) const;

    std::span<const Token> m_tokens;
    const std::vector<Quantity> &m_quantities;
    const LexiconData &m_lexicon;
    std::size_t m_begin = 0; //!< the first token that is no mark
    bool m_isEmptySentence = false;
    bool m_isQuestion = false;
};

//! "Das ist falsch.", "That is not true.": what the sentence before says did not happen.
[[nodiscard]] bool isDenialOfBefore(std::span<const Token> sentence);

} // namespace tickmark::claims
