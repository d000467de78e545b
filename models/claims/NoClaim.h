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
    NoClaimRules(std::span<const Token> tokens, const LexiconData &lexicon);

    //! Nothing in the sentence is a price that was traded.
    [[nodiscard]] bool isEmptySentence() const { return m_isEmptySentence; }
    //! The clause states nothing that has happened.
    [[nodiscard]] bool isEmptyClause(const Clause &clause) const;
    //! The number is of something else than a price.
    [[nodiscard]] bool isOfOther(const Clause &clause, const Quantity &quantity) const;

private:
    [[nodiscard]] bool isGovernedByReason(const Clause &clause, std::size_t place) const;
    [[nodiscard]] bool isReasonBehindNumber(const Clause &clause, std::size_t place) const;
    [[nodiscard]] bool hasNumberBetween(const Clause &clause, std::size_t from, std::size_t to) const;
    [[nodiscard]] bool isPartedFrom(const Clause &clause, std::size_t place, std::size_t number) const;
    [[nodiscard]] bool isShareOfTotal(const Quantity &quantity) const;

    std::span<const Token> m_tokens;
    const LexiconData &m_lexicon;
    bool m_isEmptySentence = false;
};

} // namespace tickmark::claims
