// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClauseLinks.h"

#include "SubjectRoles.h"

#include <algorithm>

namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;
using Kind = Clause::Kind;

class Linker
{
public:
    Linker(std::span<const Token> tokens, const std::vector<Quantity> &quantities, const LexiconData &lexicon)
        : m_tokens(tokens), m_quantities(quantities), m_lexicon(lexicon)
    {}

    void assignQuantities(std::vector<Clause> &clauses) const
    {
        std::vector<std::size_t> clauseOf(m_tokens.size(), clauses.size());
        for (std::size_t clause = 0; clause < clauses.size(); ++clause) {
            for (const std::size_t token : clauses[clause].tokens)
                clauseOf[token] = clause;
        }
        for (std::size_t i = 0; i < m_quantities.size(); ++i) {
            const std::size_t owner = clauseOf[m_quantities[i].number];
            if (owner < clauses.size())
                clauses[owner].quantities.push_back(i);
        }
    }

    //! Nothing but a number, in a bracket behind one, or with a word such as "or" and "entspricht".
    [[nodiscard]] bool isRestatement(const Clause &clause) const
    {
        if (clause.quantities.empty())
            return false;
        const Quantity &first = m_quantities[clause.quantities.front()];
        if (clause.kind == Kind::Bracket) {
            std::size_t anchor = clause.anchor; // "600 Milliarden Dollar an Börsenwert (570 Milliarden Euro)"
            while (anchor > 0 && !isInQuantity(anchor) && m_tokens[anchor].isAny(Role::ValueNoun | Role::Of))
                --anchor;
            return isInQuantity(anchor) && clause.tokens.front() == first.first;
        }
        bool isOr = false;
        for (const std::size_t i : clause.tokens) {
            const Token &token = m_tokens[i];
            if (token.kind == TokenKind::Mention || (token.isAny(Role::Verb | Role::VerbBase) && !token.is(Role::Noun)))
                return false;
            isOr = isOr || token.is(Role::Or);
        }
        return isOr;
    }

    //! "Am Montag noch um 17 % eingebrochen, kletterte die Aktie", "Down 17% on Monday, Nvidia rose": a participle or the
    //! like that belongs to the clause behind the comma.
    [[nodiscard]] bool isApposition(const Clause &clause, const Clause &next) const
    {
        constexpr Roles kNames = Role::Share | Role::Company | Role::IndexNoun | Role::CurrencyNoun | Role::Group
                                 | Role::Pronoun;
        const std::size_t end = clause.tokens.back() + 1;
        if (clause.kind != Kind::Main || clause.quantities.empty() || next.kind != Kind::Main
            || next.tokens.front() != end + 1 || !m_tokens[end].isMark(u','))
            return false;
        const bool namesNobody = std::ranges::none_of(clause.tokens, [&](std::size_t i) {
            return m_tokens[i].kind == TokenKind::Mention || m_tokens[i].isAny(kNames);
        });
        if (!namesNobody || m_tokens[next.tokens.front()].is(Role::Contrast))
            return false;
        if (m_tokens[clause.tokens.front()].is(Role::After)) // "After losses of 3% on Monday, Nvidia rose"
            return std::ranges::none_of(clause.tokens, [&](std::size_t i) { return isVerbAt(m_tokens, i); });
        if (m_lexicon.nounsAreCapital) {
            const Token &last = m_tokens[clause.tokens.back()];
            const bool hasAuxiliary = std::ranges::any_of(
                clause.tokens, [&](std::size_t i) { return m_tokens[i].is(Role::OtherVerb); });
            return last.is(Role::Verb) && !last.is(Role::Noun) && !hasAuxiliary && m_tokens[end + 1].isAny(kVerbs);
        }
        const Token &front = m_tokens[clause.tokens.front()];
        return clause.tokens.front() == 0 && front.isAny(Role::Verb | Role::Adverb | Role::Sign | Role::OtherVerb)
               && !m_tokens[end + 1].isAny(kVerbs);
    }

private:
    [[nodiscard]] bool isInQuantity(std::size_t token) const
    {
        const auto quantity = std::ranges::upper_bound(m_quantities, token, {}, &Quantity::last);
        return quantity != m_quantities.end() && quantity->first <= token;
    }

    std::span<const Token> m_tokens;
    const std::vector<Quantity> &m_quantities;
    const LexiconData &m_lexicon;
};

} // namespace

void linkClauses(std::vector<Clause> &clauses, std::span<const Token> tokens, const std::vector<Quantity> &quantities,
                 const LexiconData &lexicon)
{
    const Linker linker(tokens, quantities, lexicon);
    linker.assignQuantities(clauses);
    for (Clause &clause : clauses)
        clause.isRestated = linker.isRestatement(clause);
    for (std::size_t i = 0; i + 1 < clauses.size(); ++i) {
        if (linker.isApposition(clauses[i], clauses[i + 1]))
            clauses[i].kind = Kind::Subordinate;
    }
}

} // namespace tickmark::claims
