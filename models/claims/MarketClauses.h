// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Clauses.h"

#include <span>
#include <vector>

namespace tickmark::claims {

//! Tells clauses that speak of the market from those that speak of something else ("The Fed decides on Wednesday", "Am
//! Sonntag stand die App auf Platz eins"). A day that a clause of the market names holds for what follows, another does not.
//! Refers to what it is made from. Each question is linear in the clause.
class MarketClauses
{
public:
    MarketClauses(std::span<const Token> tokens, const std::vector<Clause> &clauses,
                  const std::vector<Quantity> &quantities, const LexiconData &lexicon);

    //! Says how prices moved or what went on at the exchanges.
    [[nodiscard]] bool tells(std::size_t clause) const;
    //! "Am Montag stellte DeepSeek ein Modell vor": begins with a weekday and speaks of nothing planned, of no figures and no
    //! decision, to which prices react on another day. `day`: the token of the weekday.
    [[nodiscard]] bool setsScene(std::size_t clause, std::size_t day) const;
    //! "Am Montag," "NEW YORK, Jan 27": nothing but when and where.
    [[nodiscard]] bool isTimeOnly(std::size_t clause) const { return m_isTimeOnly[clause]; }
    //! Of a clause that is time only: the main clause that it goes with tells of the market, or there is none.
    [[nodiscard]] bool leadsToMarket(std::size_t clause) const { return m_leadsToMarket[clause]; }
    //! "hatte verloren", "had lost": what was before the rest of the story.
    [[nodiscard]] bool isBackground(std::size_t clause) const;
    //! The sentence names something that is traded.
    [[nodiscard]] bool speaksOfTraded() const;
    //! A number without a verb.
    [[nodiscard]] bool isElliptic(std::size_t clause) const;

private:
    [[nodiscard]] bool readsTimeOnly(const Clause &clause) const;
    [[nodiscard]] bool isOfOther(const Clause &clause) const;
    [[nodiscard]] bool isOfDay(const Clause &clause) const;
    [[nodiscard]] bool hasDirection(const Clause &clause) const;
    [[nodiscard]] bool hasMove(const Clause &clause) const;
    [[nodiscard]] bool hasAny(const Clause &clause, Roles roles) const;
    [[nodiscard]] bool hasMention(const Clause &clause) const;

    std::span<const Token> m_tokens;
    const std::vector<Clause> &m_clauses;
    const std::vector<Quantity> &m_quantities;
    const LexiconData &m_lexicon;
    std::vector<bool> m_isTimeOnly;
    std::vector<bool> m_leadsToMarket;
};

} // namespace tickmark::claims
